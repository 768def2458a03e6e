"""Views as Telegram's messages: all of them, within the limits, and never as anything but text."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from subprocess import CalledProcessError
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.adapters.telegram.blocks import bar
from bot.adapters.telegram.limits import CAPTION, LIMITS, MESSAGE, MOST_PARTS
from bot.adapters.telegram.render import Rendered, Surroundings, rendered
from bot.adapters.telegram.splitting import units
from bot.adapters.telegram.tables import WIDEST
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
    Link,
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
from bot.painting import MOST_PICTURES, painted
from tests.adapters.telegram import chats
from tests.adapters.webchat.fakes import CHART, EVERYTHING, TABLE

PNG = b"\x89PNG\r\n\x1a\n"
HOSTILE = "<b>b</b> &amp; </pre> @everyone /start <a href='tg://user?id=1'>x</a> `c` *d* _e_\n</blockquote>"
WORDS = chats.Catalogued()

LINES = st.text(st.characters(exclude_categories=["Cs"]), max_size=60) | st.just(HOSTILE)
MOMENTS = st.builds(Moment, st.datetimes(datetime(2000, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC)), LINES)  # noqa: DTZ001  bounds
PLACES = st.builds(PlaceLink, st.sampled_from(["-1001234567890/5", "lounge", "<b>", "12"]), LINES)
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
    st.builds(Fields, st.lists(st.builds(FieldRow, LINES, LINES | MOMENTS | PLACES), max_size=8).map(tuple)),
    st.builds(Checklist, st.lists(st.builds(CheckItem, LINES, st.booleans()), max_size=8).map(tuple)),
    st.builds(Progress, LINES, st.floats(), LINES),
    TABLES,
    st.builds(Quote, LINES | st.text(max_size=5000), LINES),
    st.builds(Picture, CHARTS, st.text(max_size=1200), TABLES),
)
VIEWS = st.builds(
    View,
    st.text(max_size=300),
    st.lists(BLOCKS, max_size=20).map(tuple),
    st.lists(st.builds(Action, LINES, st.text("abc:", min_size=1, max_size=64)), max_size=110).map(tuple),
    st.lists(st.builds(Suggestion, LINES, st.sampled_from(["me", "gap rate", "help"])), max_size=5).map(tuple),
    st.sampled_from(Tone),
    st.lists(st.builds(Link, LINES, st.just("https://example.org")), max_size=2).map(tuple),
)


def drawn(view: View, **around: object) -> Rendered:
    return rendered(view, replace(Surroundings("en"), **around), WORDS)  # type: ignore[arg-type]  # by name


def read(result: Rendered) -> str:
    return "\n".join(chats.words(each) for each in result.parts)


class QuickPainter:
    """Paints nothing at all, at once."""

    def svg(self, drawing: Drawing, theme: Theme) -> str:
        return "<svg/>"

    def png(self, drawing: Drawing, theme: Theme, width: int = CHAT_WIDTH) -> bytes:
        return PNG


class BrokenPainter(QuickPainter):
    """Can't."""

    def png(self, drawing: Drawing, theme: Theme, width: int = CHAT_WIDTH) -> bytes:
        raise CalledProcessError(1, "resvg")


def test_everything_is_said() -> None:
    shown = read(drawn(EVERYTHING))

    assert {type(each) for each in EVERYTHING.blocks} == set(get_args(Block))
    for block in EVERYTHING.blocks:
        for text in words_of(block):
            assert text in shown, text


@given(VIEWS, st.booleans(), st.sampled_from(["", "Priya and Ken", "x" * 500]), st.sampled_from(["", "#growth_p"]))
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], max_examples=60)
def test_whatever_is_shown_is_taken_by_telegram(view: View, paints: bool, room: str, hashtag: str) -> None:  # noqa: FBT001  drawn
    pictures = {each.drawing: PNG for each in view.blocks if isinstance(each, Picture)} if paints else {}

    result = drawn(view, pictures=pictures, room=room, hashtag=hashtag)

    assert 0 < len(result.parts) <= MOST_PARTS + 1
    for part in result.parts:
        assert 0 < units(chats.words(part).strip()) <= MESSAGE
    for photo in result.pictures:
        assert units(chats.words(photo.caption)) <= CAPTION
    buttons = chats.buttons(result.keyboard)
    assert len(buttons) <= 100
    assert all(0 < units(each.text) <= LIMITS.action_label for each in buttons)
    assert all(len(row) <= 8 for row in chats.rows(result.keyboard))


def test_nothing_that_people_write_is_markup_or_a_ping_or_a_command() -> None:
    quoted = View("Title", (Quote(HOSTILE, HOSTILE), Fields((FieldRow("Name", HOSTILE),)), Heading(HOSTILE)))

    for part in drawn(quoted).parts:
        shown = chats.words(part)
        assert "<b>b</b> &amp; </pre> @\u2060everyone /\u2060start" in shown
        assert {kind for kind, _ in chats.formatted(part)} == {"bold", "blockquote"}


def test_a_command_in_the_programs_own_sentence_can_be_tapped() -> None:
    assert "Join with /join" in read(drawn(View("Hello", (Text("Join with /join"),))))


def test_a_command_of_two_words_is_told_so_that_a_tap_sends_it() -> None:
    rows = Fields((FieldRow("/goal add", "Set a goal"),))
    view = View("", (Text("Say hello, then /goal add. Or /goal additionally."), rows, Quote("I did /goal add")))

    assert read(drawn(view, commands={"goal add", "join mentee"})) == (
        "Say hello, then /goal_add. Or /goal additionally.\n\n/goal_add: Set a goal\n\nI did /\u2060goal add"
    )


def test_a_title_has_weight_and_a_sentence_has_none() -> None:
    assert drawn(View("Where you stand")).parts == ("<b>Where you stand</b>",)
    assert drawn(View("It is done.")).parts == ("It is done.",)


def test_a_tone_is_told_by_a_sign() -> None:
    titles = {tone: read(drawn(View("Title", tone=tone))) for tone in Tone}

    assert titles[Tone.PLAIN] == "Title"
    assert len(set(titles.values())) == len(Tone)


def test_blocks_stand_apart_and_a_heading_close_to_what_it_heads() -> None:
    view = View(
        "Title", (Text("One."), Heading("More"), Checklist((CheckItem("a", done=True), CheckItem("b", done=False))))
    )

    assert drawn(view).parts == ("<b>Title</b>\n\nOne.\n\n<b>More</b>\n✅ a\n⬜ b",)


def test_named_values_stand_line_by_line() -> None:
    moment = Moment(datetime(2026, 11, 30, 9, tzinfo=UTC), "Mon 30 Nov, 10:00 CET")
    rows = (FieldRow("Next", moment), FieldRow("Is it so?", "Yes"), FieldRow("Words", "One.\nTwo."))

    assert drawn(View("", (Fields(rows),))).parts == (
        "<b>Next:</b> Mon 30 Nov, 10:00 CET\n<b>Is it so?</b> Yes\n<b>Words:</b>\nOne.\nTwo.",
    )


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        ("-1001234567890/77", '<a href="https://t.me/c/1234567890/77">the topic</a>'),
        ("-1001234567890", "the topic"),
        ("lounge", "the topic"),
    ],
)
def test_a_place_can_be_gone_to_where_it_has_an_address(place: str, shown: str) -> None:
    view = View("", (Fields((FieldRow("Where", PlaceLink(place, "the topic")),)),))

    assert drawn(view).parts == (f"<b>Where:</b> {shown}",)


def test_a_narrow_table_has_columns_and_a_wide_one_is_a_list() -> None:
    narrow = Table(("Name", "Now"), (("Coding", "4"), ("Design", "?")))
    wide = Table(("Name", "Now"), (("C" * WIDEST, "4"), ("Design", "?")))

    assert drawn(View("", (narrow,))).parts == ("<pre>Name    Now\nCoding  4\nDesign  ?</pre>",)
    assert drawn(View("", (wide,))).parts == (
        f"<i>Name</i>\n• <b>{'C' * WIDEST}</b> · Now: 4\n• <b>Design</b> · Now: ?",
    )


@pytest.mark.parametrize("cell", ["设计", "تصميم", "e\u0301"])
def test_a_table_that_would_not_line_up_is_a_list(cell: str) -> None:
    assert "<pre>" not in drawn(View("", (Table(("Name", "Now"), ((cell, "4"),)),))).parts[0]


def test_a_share_is_full_only_when_all_is_done() -> None:
    assert [bar(share).count("▰") for share in (-1, 0, 0.05, 0.1, 0.3, 0.99, 1, 7)] == [0, 0, 0, 1, 3, 9, 10, 10]


def test_what_is_too_long_for_one_message_goes_on_in_the_next_with_the_keyboard_under_the_last() -> None:
    paragraphs = tuple(Text(f"{number}. " + "word " * 400) for number in range(4))

    result = drawn(View("Title", paragraphs, actions=EVERYTHING.actions))

    assert [each[:2] for each in result.parts] == ["<b", "2."]
    assert result.keyboard is not None


def test_what_nobody_would_read_is_cut_and_said_to_be() -> None:
    result = drawn(View("Title", tuple(Text("word " * 600) for _ in range(30))))

    assert len(result.parts) <= MOST_PARTS
    assert read(result).endswith(WORDS.words("telegram-cut", "en"))


def test_each_part_says_which_room_it_is_said_in() -> None:
    result = drawn(View("Title", tuple(Text("word " * 500) for _ in range(3))), room="Priya Nair and Ken Abe")

    assert len(result.parts) == 3
    assert all(each.startswith("<b>💬 Priya Nair and Ken Abe</b>\n") for each in result.parts)


def test_a_post_ends_with_the_hashtag_that_it_is_found_by() -> None:
    result = drawn(View("Week 4", (Text("Words."),)), hashtag="#growth_priya_nair")

    assert result.parts == ("<b>Week 4</b>\n\nWords.\n\n#growth_priya_nair",)


def test_a_picture_is_a_photo_with_its_words() -> None:
    view = View("Title", (Picture(CHART, "Two levels are missing.", TABLE),))
    pictures = asyncio.run(painted(view, QuickPainter(), Theme.LIGHT))

    result = drawn(view, pictures=pictures, room="Priya and Ken")

    [photo] = result.pictures
    assert photo.png == PNG
    assert photo.caption == "<b>💬 Priya and Ken</b>\nTwo levels are missing."
    assert result.parts == ("<b>💬 Priya and Ken</b>\n<b>Title</b>",)


def test_a_file_goes_beside_the_words_that_say_what_it_is() -> None:
    plan = Attachment("Take it to your calendar", "way.ics", "text/calendar", "BEGIN:VCALENDAR")

    result = drawn(View("Plan", (plan,)))

    assert result.files == (plan,)
    assert "Take it to your calendar" in read(result)


def test_a_picture_that_cannot_be_painted_is_told_by_its_table() -> None:
    view = View("Title", (Picture(CHART, "Two levels are missing.", TABLE),))

    result = drawn(view, pictures=asyncio.run(painted(view, BrokenPainter(), Theme.LIGHT)))

    assert result.pictures == ()
    assert "Two levels are missing." in read(result)
    assert all(cell in read(result) for row in TABLE.rows for cell in row)


def test_only_so_many_pictures_are_painted() -> None:
    charts = tuple(LevelChart(f"{number}", (), 5, "Now", "Needed", "?") for number in range(MOST_PICTURES + 2))
    view = View("Title", tuple(Picture(each, "Alt", TABLE) for each in charts))

    assert len(asyncio.run(painted(view, QuickPainter(), Theme.LIGHT))) == MOST_PICTURES


def test_a_footnote_is_quiet_and_last() -> None:
    [part] = drawn(View("Gaps", (Text("Open: two."),), footnotes=("Theirs, used under a licence.",))).parts

    assert part.endswith("Open: two.\n\n<i>Theirs, used under a licence.</i>")
