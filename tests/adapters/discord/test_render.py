"""Views as Discord's components: all of them, within the limits, and never as anything but text."""

from collections.abc import Mapping
from datetime import UTC, datetime
from subprocess import CalledProcessError
from typing import get_args

import pytest
from discord import ui
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.adapters.discord.blocks import bar
from bot.adapters.discord.custom_ids import ActionId, SuggestionId
from bot.adapters.discord.custom_ids import read as read_id
from bot.adapters.discord.limits import LIMITS, MESSAGE_COMPONENTS, MESSAGE_TEXT, PICTURE_ALT
from bot.adapters.discord.render import Rendered, rendered
from bot.adapters.discord.tables import WIDEST
from bot.adapters.library.content import read_texts
from bot.app import CONFIG
from bot.core.dialogue.catalogue import Catalogue
from bot.core.ui.limits import words as words_of
from bot.core.ui.pictures import CHAT_WIDTH, Drawing, LevelChart, Theme
from bot.core.ui.views import (
    Action,
    Attachment,
    Block,
    CheckItem,
    Checklist,
    FieldRow,
    Fields,
    Heading,
    Moment,
    Picture,
    PlaceLink,
    Progress,
    Quote,
    Suggestion,
    Table,
    Text,
    Tone,
    View,
)
from bot.painting import MOST_PICTURES
from tests.adapters.discord import sheets
from tests.adapters.discord.markdown import read
from tests.adapters.webchat.fakes import CHART, EVERYTHING, TABLE

PNG = b"\x89PNG\r\n\x1a\n"
HOSTILE = (
    "@everyone <@123456789012345678> [x](https://example.org) **b** `c` ||s||\n# h\n> q\n-# s\n- l\n1. n\n```\nf\n```"
)

LINES = st.text(st.characters(exclude_categories=["Cs"]), max_size=60) | st.just(HOSTILE)
MOMENTS = st.builds(Moment, st.datetimes(datetime(2000, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC)), LINES)  # noqa: DTZ001  bounds
TABLES = st.integers(1, 4).flatmap(
    lambda wide: st.builds(
        Table,
        st.tuples(*[LINES] * wide),
        st.lists(st.tuples(*[LINES] * wide), max_size=8).map(tuple),
    )
)
CHARTS = st.integers(0, 9).map(lambda number: LevelChart(f"Chart {number}", (), 5, "Now", "Needed", "?"))
BLOCKS: st.SearchStrategy[Block] = st.one_of(
    st.builds(Text, st.text(max_size=5000) | LINES),
    st.builds(Heading, LINES),
    st.builds(Fields, st.lists(st.builds(FieldRow, LINES, LINES | MOMENTS), max_size=8).map(tuple)),
    st.builds(Checklist, st.lists(st.builds(CheckItem, LINES, st.booleans()), max_size=8).map(tuple)),
    st.builds(Progress, LINES, st.floats(), LINES),
    TABLES,
    st.builds(Quote, LINES, LINES),
    st.builds(Picture, CHARTS, st.text(max_size=1200), TABLES),
)
VIEWS = st.builds(
    View,
    st.text(max_size=300),
    st.lists(BLOCKS, max_size=20).map(tuple),
    st.lists(st.builds(Action, LINES, st.text("abc:", min_size=1, max_size=64)), max_size=30).map(tuple),
    st.lists(st.builds(Suggestion, LINES, st.sampled_from(["me", "gap rate", "help"])), max_size=5).map(tuple),
    st.sampled_from(Tone),
)


class Catalogued:
    """The program's own texts, without a conversation around them."""

    def __init__(self) -> None:
        self._catalogue = Catalogue(read_texts(CONFIG))

    def words(self, key: str, language: str, /, **facts: str | int) -> str:
        return self._catalogue.voice(language)(key, **facts)


class QuickPainter:
    """Paints nothing at all, at once."""

    def svg(self, drawing: Drawing, theme: Theme) -> str:
        return "<svg/>"

    def png(self, drawing: Drawing, theme: Theme, width: int = CHAT_WIDTH) -> bytes:
        return PNG


class BrokenPainter(QuickPainter):
    def png(self, drawing: Drawing, theme: Theme, width: int = CHAT_WIDTH) -> bytes:
        raise CalledProcessError(1, "press")


WORDS = Catalogued()
CUT = WORDS.words("discord-cut", "en")


async def drawn(view: View, painter: QuickPainter | None = None, mentions: tuple[str, ...] = ()) -> Rendered:
    return await rendered(view, words=WORDS, language="en", painter=painter or QuickPainter(), mentions=mentions)


async def said(*blocks: Block) -> str:
    """What is read of some blocks under no title."""
    return sheets.words((await drawn(View("", blocks))).layout)


async def test_every_kind_of_block_is_drawn() -> None:
    assert {type(each) for each in EVERYTHING.blocks} == set(get_args(Block))

    result = await drawn(EVERYTHING)

    sheets.check_message(result.layout, len(result.files))
    shown = sheets.words(result.layout)
    for block in EVERYTHING.blocks:
        for text in words_of(block):
            assert text in shown or text == "Monday 30 November, 09:00", text


async def test_buttons_say_what_pressing_them_means() -> None:
    keys = sheets.keys((await drawn(EVERYTHING)).layout)

    assert keys == {
        "Start": ActionId("start:1:mac"),
        "Edit here": ActionId("edit:1:mac"),
        "End it": ActionId("end:1:mac"),
        "Do a gap analysis": SuggestionId("gap"),
        "See where I stand": SuggestionId("me"),
    }


async def test_buttons_look_as_they_weigh() -> None:
    parts = sheets.components((await drawn(EVERYTHING)).layout)

    assert [each["style"] for each in parts if each["type"] == sheets.BUTTON] == [1, 2, 4, 2, 2, 5]


async def test_a_way_out_is_a_button_with_an_address_and_no_id() -> None:
    result = await drawn(EVERYTHING)

    assert sheets.links(result.layout) == {"Read more": "https://example.org/more?a=1&b=2"}


async def test_the_same_button_twice_stands_there_once_and_in_its_first_place() -> None:
    view = View("Twice", actions=(Action("Yes", "a:1"), Action("No", "b:1"), Action("Yes, again", "a:1")))

    assert list(sheets.keys((await drawn(view)).layout)) == ["Yes", "No"]


async def test_a_moment_is_told_in_each_readers_own_zone() -> None:
    at = datetime(2026, 11, 30, 9, tzinfo=UTC)

    [text] = sheets.texts((await drawn(View("", (Fields((FieldRow("Next", Moment(at, "Monday")),)),)))).layout)

    assert text.timestamps == [int(at.timestamp())] * 2
    assert text.marks == ["strong", "timestamp", "timestamp"]


async def test_a_place_can_be_gone_to_and_what_is_no_id_only_has_its_name() -> None:
    rows = (FieldRow("Room", PlaceLink("4711", "Ana and Li")), FieldRow("Room", PlaceLink("> @everyone", "Li’s")))

    [text] = sheets.texts((await drawn(View("", (Fields(rows),)))).layout)

    assert text.marks == ["strong", "mention", "strong"]
    assert "Room: Li’s" in text.words


@pytest.mark.parametrize("tone", Tone)
async def test_a_tone_is_more_than_a_colour(tone: Tone) -> None:
    result = await drawn(View("Title", tone=tone))

    container = sheets.top(result.layout)[0]
    assert (sheets.words(result.layout) == "Title") == (tone is Tone.PLAIN)
    assert (container.get("accent_color") is None) == (tone is Tone.PLAIN)


async def test_a_narrow_table_stands_in_columns() -> None:
    shown = await said(Table(("Competency", "Now"), (("Coding", "2"), ("Leading a team", "1"))))

    assert shown == "Competency      Now\nCoding          2\nLeading a team  1"


@pytest.mark.parametrize("cell", ["x" * WIDEST, "a `tick`", "日本語", "שלום", "@here"])
async def test_a_table_that_a_phone_would_break_is_a_list(cell: str) -> None:
    shown = await said(Table(("Competency", "Now", "Needed"), ((cell, "2", "4"),)))

    assert shown == f"Competency: {cell} · Now: 2 · Needed: 4"


async def test_a_checklist_says_what_is_done() -> None:
    assert await said(Checklist((CheckItem("Join", done=True), CheckItem("Rate", done=False)))) == "✅ Join\n⬜ Rate"


async def test_a_quote_names_who_said_it_and_marks_every_line() -> None:
    result = await drawn(View("", (Quote("Small steps.\n# Every week.", "Mei Tanaka"),)))

    [text] = sheets.texts(result.layout)
    assert text.words == "Small steps.\n# Every week.\n— Mei Tanaka"
    assert text.marks == ["quote", "quote", "subtext"]


@pytest.mark.parametrize(
    ("share", "full"), [(-1, 0), (0, 0), (0.05, 0), (0.3, 3), (0.999, 9), (1, 10), (7, 10), (float("nan"), 0)]
)
def test_a_bar_is_full_only_when_all_is_done(share: float, full: int) -> None:
    assert bar(share) == "█" * full + "░" * (10 - full)


async def test_a_picture_is_a_file_with_an_alternative_text() -> None:
    result = await drawn(View("Chart", (Picture(CHART, "Two levels are missing.", TABLE),)))

    [file] = result.files
    assert (file.filename, file.description, file.fp.read()) == ("picture-1.png", "Two levels are missing.", PNG)
    [gallery] = [each for each in sheets.components(result.layout) if each["type"] == sheets.GALLERY]
    [item] = gallery["items"]
    assert item["media"]["url"] == "attachment://picture-1.png"
    assert item["description"] == "Two levels are missing."
    sheets.check_message(result.layout, len(result.files))


FILE = 13
"""A component that shows an attached file."""


async def test_a_file_goes_with_the_message_under_its_label() -> None:
    plan = Attachment("Take it to your calendar", "way.ics", "text/calendar", "BEGIN:VCALENDAR")

    result = await drawn(View("Plan", (plan,)))

    [file] = result.files
    assert (file.filename, file.fp.read()) == ("way.ics", b"BEGIN:VCALENDAR")
    assert "Take it to your calendar" in sheets.words(result.layout)
    [shown] = [each for each in sheets.components(result.layout) if each["type"] == FILE]
    assert shown["file"]["url"] == "attachment://way.ics"


async def test_an_alternative_text_is_cut_to_what_discord_holds() -> None:
    result = await drawn(View("", (Picture(CHART, "long " * 500, TABLE),)))

    assert len(result.files[0].description or "") <= PICTURE_ALT


async def test_a_picture_that_cannot_be_painted_is_told_by_its_table() -> None:
    result = await drawn(View("", (Picture(CHART, "alt", TABLE),)), BrokenPainter())

    assert not result.files
    assert sheets.words(result.layout) == await said(Text("alt"), TABLE)


async def test_more_pictures_than_fit_are_told_by_their_tables() -> None:
    charts = [LevelChart(f"Chart {number}", (), 5, "Now", "Needed", "?") for number in range(MOST_PICTURES + 2)]

    result = await drawn(View("", tuple(Picture(each, "alt", TABLE) for each in charts)))

    assert len(result.files) == MOST_PICTURES
    assert sheets.words(result.layout).count("Competency") == 2


async def test_those_who_are_to_notice_it_are_named_before_all() -> None:
    result = await drawn(View("Hello"), mentions=("1", "22"))

    assert sheets.top(result.layout)[0]["content"] == "<@1> <@22>"
    sheets.check_message(result.layout)


async def test_what_is_too_much_is_cut_and_says_so() -> None:
    result = await drawn(View("Long", tuple(Text(f"{number} " * 900) for number in range(5))))

    shown = sheets.words(result.layout)
    assert shown.startswith("Long\n0 0 0")
    assert shown.endswith(CUT)
    sheets.check_message(result.layout)


async def test_what_fits_is_not_said_to_be_cut() -> None:
    assert CUT not in sheets.words((await drawn(EVERYTHING)).layout)


async def test_words_that_need_much_escaping_are_cut_more_and_never_refused() -> None:
    result = await drawn(View("*" * 200, (Text("_" * 3500),), actions=(Action("Go on", "go:1:mac"),)))

    sheets.check_message(result.layout)
    assert list(sheets.keys(result.layout)) == ["Go on"]


async def test_many_blocks_over_many_buttons_share_the_components_that_are_left() -> None:
    actions = tuple(Action(f"Button {number}", f"a:{number}") for number in range(25))
    blocks = tuple(Text(f"Block {number}.") for number in range(30))

    result = await drawn(View("Full", (*blocks[:15], Picture(CHART, "alt", TABLE), *blocks[15:]), actions))

    sheets.check_message(result.layout, len(result.files))
    assert list(sheets.keys(result.layout)) == [each.label for each in actions]
    assert all(block.text in sheets.words(result.layout) for block in blocks)


async def test_a_table_without_columns_says_nothing() -> None:
    assert await said(Text("Before"), Table((), ()), Text("after")) == "Before\nafter"


async def test_a_view_of_nothing_is_a_message_still() -> None:
    sheets.check_message((await drawn(View(" \n", (Text("\u200b"), Fields(()))))).layout)


async def test_the_library_keeps_nothing_of_it() -> None:
    layout = (await drawn(EVERYTHING)).layout

    assert layout.timeout is None
    assert layout.is_finished()


@given(VIEWS)
@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=60)
async def test_any_view_is_within_the_limits(view: View) -> None:
    result = await drawn(view, mentions=("1",))

    sheets.check_message(result.layout, len(result.files))
    parts = sheets.components(result.layout)
    assert len(parts) <= MESSAGE_COMPONENTS
    assert sum(len(each["content"]) for each in parts if each["type"] == sheets.TEXT) <= MESSAGE_TEXT
    pressed = {ActionId(each.token) for each in view.actions[: LIMITS.actions]}
    assert pressed <= set(_meanings(parts))


def _meanings(parts: list[sheets.Json]) -> list[object]:
    return [read_id(each["custom_id"]) for each in parts if each["type"] == sheets.BUTTON]


OURS: Mapping[type, set[str]] = {
    Text: set(),
    Heading: {"strong"},
    Fields: {"strong", "timestamp"},
    Checklist: set(),
    Progress: {"strong", "code"},
    Table: {"fence", "list", "strong"},
    Quote: {"quote", "subtext"},
}
"""The marks that each kind of block is made with."""


@given(BLOCKS.filter(lambda block: not isinstance(block, Picture)))
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much], max_examples=200)
async def test_nothing_in_a_block_is_read_as_markup(block: Block) -> None:
    [text] = sheets.texts((await drawn(View("", (block,)))).layout) or [read("")]

    ours = OURS[type(block)] | ({"subtext"} if CUT in text.words else set())
    assert set(text.marks) <= ours


async def test_a_footnote_is_small_and_last_and_kept_where_words_are_cut() -> None:
    long = View("Gaps", (Text("word " * 900),), footnotes=("Theirs, *used* under a licence.\nNot endorsed.",))

    result = await drawn(long)

    written = "\n".join(each.content for each in result.layout.walk_children() if isinstance(each, ui.TextDisplay))
    assert "-# Theirs, \\*used\\* under a licence.\n-# Not endorsed." in written
    assert CUT in sheets.words(result.layout)
    sheets.check_message(result.layout, len(result.files))
