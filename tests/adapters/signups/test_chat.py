"""Sheets as form tools export them: what is understood, guessed, refused."""

import pytest

from bot.adapters.signups.chat import ChatSheets
from bot.core.dialogue.circumstances.words import week_words
from bot.core.domain.matching import read_hours
from bot.core.domain.signups import SheetKind, SheetRead, Trouble
from tests.core.dialogue.chat import content

MENTEES, MENTORS = SheetKind.MENTEES, SheetKind.MENTORS
READER = ChatSheets(week_words(content()[0].voice("en")))


def read(text: str, kind: SheetKind = MENTEES) -> SheetRead:
    return READER.read(kind, text, {})


def test_a_row_is_read_as_people_write() -> None:
    found = read(
        "mentee,platform,destination,languages,zone,availability,levels,hours_a_week,wishes\n"
        '@Lina,Telegram,Staff engineer,"English, Español, de",São Paulo,lun a vie 18h-20h,coding:3,4,"@sam; bo"\n'
    )

    [row] = found.rows
    assert found.troubles == ()
    assert (row.line, row.account, row.role) == (2, "telegram:lina", "Staff engineer")
    assert (row.languages, row.zone) == (("en", "es", "de"), "America/Sao_Paulo")
    assert row.hours == read_hours(["mon-fri 18-20"])
    assert (dict(row.levels), row.hours_a_week, row.wishes) == ({"coding": 3}, 4, ("sam", "bo"))


def test_what_is_not_filled_in_is_not_made_up() -> None:
    [row] = read("mentor,role,capacity\nsam,Staff engineer,\n", MENTORS).rows

    assert (row.capacity, row.hours, row.zone, row.languages, dict(row.levels)) == (None, None, "", (), {})


@pytest.mark.parametrize(
    ("cells", "key", "column"),
    [
        (",Staff engineer,,,,", "empty", "mentee"),
        ("lina,,,,,", "empty", "destination"),
        ("lina,x,Atlantis,,,", "zone", "zone"),
        ("lina,x,UTC,Klingonish,,", "language", "languages"),
        ("lina,x,UTC,,never,", "hours", "availability"),
        ("lina,x,,,Mon 9-10,", "hours-without-zone", "availability"),
        ("lina,x,UTC,,,0", "whole-some", "hours_a_week"),
        ("lina,x,UTC,,,3,more", "long", ""),
    ],
)
def test_a_bad_row_is_named_and_the_others_are_kept(cells: str, key: str, column: str) -> None:
    head = "mentee,destination,zone,languages,availability,hours_a_week"

    found = read(f"{head}\n{cells}\nomar,Staff engineer,UTC,en,,\n")

    assert [(each.line, each.key, each.column) for each in found.troubles] == [(2, key, column)]
    assert [each.account for each in found.rows] == ["omar"]


def test_a_second_row_of_one_person_is_refused_however_their_handle_is_written() -> None:
    found = read("mentee,destination\n@Lina,x\nlina,y\n")

    assert [each.role for each in found.rows] == ["x"]
    assert found.troubles == (Trouble(3, "twice", "mentee", {"what": "lina", "first": 2}),)


def test_headings_are_unknown_until_they_are_explained() -> None:
    text = "Timestamp;Your handle;Goal\n1;lina;Staff\n"

    assert read(text) == SheetRead(unknown=("Timestamp", "Your handle", "Goal"), missing=("mentee", "destination"))
    names = {"timestamp": "", "your handle": "mentee", "goal": "destination"}
    assert [each.account for each in READER.read(MENTEES, text, names).rows] == ["lina"]


@pytest.mark.parametrize(
    ("kind", "heading", "column"),
    [
        (MENTEES, "What is your Discord handle?", "mentee"),
        (MENTORS, "Telegram username", "mentor"),
        (MENTEES, "Time zone", "zone"),
        (MENTORS, "How many mentees can you take?", "capacity"),
        (MENTEES, "How many mentees can you take?", ""),
        (MENTEES, "Full name", "name"),
        (MENTEES, "Anything else?", ""),
    ],
)
def test_what_headings_mean_is_guessed(kind: SheetKind, heading: str, column: str) -> None:
    assert READER.guess(kind, heading) == column


@pytest.mark.parametrize("text", ["", "\n\n", 'mentee,destination\n"lina,x\n'])
def test_what_is_no_sheet_has_no_rows(text: str) -> None:
    found = read(text)

    assert found.rows == ()
    assert found.missing or found.troubles
