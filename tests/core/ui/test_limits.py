"""A view cut to what a surface can carry."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.ui.limits import ELLIPSIS, Limits, fit, length, shorten, words
from bot.core.ui.pictures import LevelChart
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
    Table,
    Text,
    View,
)

WIDE = "\U0001f331"
"""A seedling: one character, two UTF-16 code units."""

WORDS = st.text(max_size=40) | st.text(alphabet=[WIDE, " ", "a", "\u200d"], max_size=80)
LIMITS = st.builds(
    lambda title, room, **rest: Limits(title=title, total=title + room, **rest),
    title=st.integers(1, 40),
    room=st.integers(0, 300),
    text=st.integers(1, 60),
    actions=st.integers(0, 4),
    action_label=st.integers(1, 20),
    rows=st.integers(0, 4),
    utf16=st.booleans(),
)

VALUES = (
    WORDS
    | st.builds(Moment, st.just(datetime(2026, 11, 16, tzinfo=UTC)), WORDS)
    | st.builds(PlaceLink, st.just("4711"), WORDS)
)
PAIRS = st.tuples(WORDS, WORDS)
TABLES = st.builds(Table, PAIRS, st.lists(PAIRS, max_size=6).map(tuple))
CHART = LevelChart("Levels", (), 5, "now", "needed", "unknown")
BLOCKS: st.SearchStrategy[Block] = st.one_of(
    st.builds(Text, WORDS),
    st.builds(Heading, WORDS),
    st.builds(Quote, WORDS, WORDS),
    st.builds(Fields, st.lists(st.builds(FieldRow, WORDS, VALUES), max_size=6).map(tuple)),
    st.builds(Checklist, st.lists(st.builds(CheckItem, WORDS, st.booleans()), max_size=6).map(tuple)),
    st.builds(Progress, WORDS, st.floats(0, 1), WORDS),
    st.builds(Picture, st.just(CHART), WORDS, TABLES),
    st.builds(Attachment, WORDS, st.just("plan.ics"), st.just("text/calendar"), st.just("BEGIN:VCALENDAR")),
    TABLES,
)
VIEWS = st.builds(
    View,
    title=WORDS,
    blocks=st.lists(BLOCKS, max_size=6).map(tuple),
    footnotes=st.lists(WORDS, max_size=2).map(tuple),
    actions=st.lists(st.builds(Action, WORDS, st.uuids().map(str)), max_size=6).map(tuple),
)

NARROW = Limits(title=10, text=12, total=40, actions=2, action_label=5, rows=2)


@given(VIEWS, LIMITS)
def test_whatever_the_view_it_fits_the_surface(view: View, limits: Limits) -> None:
    cut = fit(view, limits)
    said = [*(text for block in cut.blocks for text in words(block)), *cut.footnotes]
    assert length(cut.title, limits) <= limits.title
    assert length(cut.title, limits) + sum(length(text, limits) + 1 for text in said) <= limits.total
    assert all(length(text, limits) <= limits.text for text in said)
    assert all(rows_of(block) <= limits.rows for block in cut.blocks)
    assert all(length(action.label, limits) <= limits.action_label for action in cut.actions)


@given(VIEWS, LIMITS)
def test_as_many_actions_as_the_surface_draws_are_kept_whatever_the_words(view: View, limits: Limits) -> None:
    kept = [action.token for action in fit(view, limits).actions]
    assert kept == [action.token for action in view.actions][: limits.actions]


@given(VIEWS, LIMITS)
def test_what_fits_is_left_alone(view: View, limits: Limits) -> None:
    cut = fit(view, limits)
    assert fit(cut, limits) == cut


@given(st.text(st.characters(exclude_categories=())), st.integers(0, 30), LIMITS)
def test_a_shortened_text_is_its_own_beginning(text: str, longest: int, limits: Limits) -> None:
    cut = shorten(text, longest, limits)
    assert length(cut, limits) <= longest
    if length(text, limits) <= longest:
        assert cut == text
    else:
        beginning = text.encode("utf-16-le", errors="replace").decode("utf-16-le") if limits.utf16 else text
        assert cut == "" or beginning.startswith(cut.removesuffix(ELLIPSIS))


@pytest.mark.parametrize(
    ("text", "longest", "cut"),
    [
        ("one two three four", 18, "one two three four"),
        ("one two three four", 17, "one two three…"),
        ("one two three four", 12, "one two thr…"),  # not by a third of it
        ("abcdefghijklmnop", 8, "abcdefg…"),
        ("a bcdefghijklmno", 8, "a bcdef…"),
        ("abc", 1, "…"),
        ("abc", 0, ""),
    ],
)
def test_a_text_is_cut_at_a_word_where_one_is_near(text: str, longest: int, cut: str) -> None:
    assert shorten(text, longest, NARROW) == cut


def test_a_surface_that_counts_code_units_gets_no_half_of_a_pair() -> None:
    units = Limits(title=10, text=4, total=100, actions=1, action_label=5, rows=2, utf16=True)
    assert length(WIDE, units) == 2
    assert length(WIDE, NARROW) == 1
    assert shorten(WIDE * 3, 4, units) == WIDE + ELLIPSIS
    assert shorten(WIDE * 3, 5, units) == WIDE * 2 + ELLIPSIS
    assert shorten(WIDE * 3, 6, units) == WIDE * 3


def test_footnotes_are_kept_before_blocks_as_far_as_they_take_half_of_the_room() -> None:
    line = "Theirs."
    long = View("Your week", (Text("some words"), Text("some more"), Text("and more")), footnotes=(line,))
    assert fit(long, NARROW).footnotes == (line,)
    assert fit(long, NARROW).blocks == (Text("some words"), Text("some more"))
    assert fit(View("Your week", footnotes=(line, "Somebody else’s.")), NARROW).footnotes == (line, "Someb…")


def test_blocks_are_left_out_from_the_end_and_a_long_text_is_cut_to_the_room_that_is_left() -> None:
    view = View("Your week", (Heading("Monday"), Text("kept"), Text("as far as it goes"), Text("gone")))
    tight = Limits(title=10, text=30, total=30, actions=2, action_label=5, rows=2)
    assert fit(view, tight).blocks == (Heading("Monday"), Text("kept"), Text("as far…"))


def test_a_block_of_rows_that_doesnt_fit_is_left_out_whole() -> None:
    table = Table(("competency", "level"), (("design", "3"), ("testing", "2")))
    assert fit(View("Gaps", (Text("Open:"), table)), NARROW).blocks == (Text("Open:"),)


def rows_of(block: Block) -> int:
    match block:
        case Fields() | Table():
            return len(block.rows)
        case Checklist():
            return len(block.items)
        case _:
            return 0
