"""Sheets as spreadsheets and form tools write them, and what is said of those that can't be read."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.adapters.signups.scores import read_scores
from bot.adapters.signups.sheets import BadSheet, Problem, read_sheet
from bot.core.domain.matching import Market

KNOWN = ("mentor", "capacity")


def read(tmp_path: Path, content: str | bytes, **names: str) -> Sequence[dict[str, str]]:
    path = tmp_path / "sheet.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    sheet = read_sheet(path, KNOWN, KNOWN, names)
    assert not sheet.problems
    return [dict(row.cells) for row in sheet.rows]


def problems(tmp_path: Path, content: str | bytes) -> list[tuple[str, int | None, str]]:
    with pytest.raises(BadSheet) as refused:
        scores(tmp_path, content)
    return [(each.key, each.line, each.column) for each in refused.value.problems]


def scores(tmp_path: Path, edges: str | bytes, capacity: str = "mentor,capacity\nana,1\nbo,2\n") -> Market:
    for name, content in (("edges.csv", edges), ("capacity.csv", capacity)):
        (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return read_scores(tmp_path / "edges.csv", tmp_path / "capacity.csv", {})


@pytest.mark.parametrize(
    "content",
    [
        "mentor,capacity\nana,2\nbo,1\n",
        "\ufeffmentor;capacity\r\nana;2\r\nbo;1\r\n",
        "mentor\tcapacity\rana\t2\rbo\t1",
        "sep=;\nmentor;capacity\nana;2\nbo;1",
        '\n\n Mentor , note, CAPACITY\nana,,2\n,,\n\nbo,"a, b",1\n',
        "mentor,capacity\nana,2\nbo,1\n".encode("utf-16"),
    ],
    ids=["plain", "mark and semicolons", "tabs and old line ends", "said separator", "empty rows", "utf-16"],
)
def test_whatever_wrote_a_sheet_its_rows_are_read(tmp_path: Path, content: str | bytes) -> None:
    assert read(tmp_path, content) == [{"mentor": "ana", "capacity": "2"}, {"mentor": "bo", "capacity": "1"}]


def test_headings_are_mapped_and_other_columns_left_out(tmp_path: Path) -> None:
    names = {"Your  name": "mentor", "places?": "capacity"}

    assert read(tmp_path, "YOUR NAME,Shoe size,Places?\nana,39,2\n", **names) == [{"mentor": "ana", "capacity": "2"}]


def test_a_line_is_where_its_row_begins_whatever_line_ends_are_quoted_before_it(tmp_path: Path) -> None:
    content = 'mentee,mentor,score,why\ne1,ana,0.5,"long\n\nstory"\ne2,ana,high,\n'

    assert problems(tmp_path, content) == [("number", 5, "score")]


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    content = "mentee,mentor,score\ne1,ana,0.5\ne1,ana,0.6\n,ana,1\ne2,cy,1\ne3,bo,\ne4,bo,nan\ne5,bo,1e9\ne6,bo,0,5\n"

    assert problems(tmp_path, content) == [
        ("twice", 3, "mentee"),
        ("empty", 4, "mentee"),
        ("no-capacity", 5, "mentor"),
        ("empty", 6, "score"),
        ("number", 7, "score"),
        ("large", 8, "score"),
        ("long", 9, ""),
    ]


@pytest.mark.parametrize("capacity", ["-1", "1.5", "two", "1_0", ""])
def test_places_are_whole_numbers(tmp_path: Path, capacity: str) -> None:
    with pytest.raises(BadSheet) as refused:
        scores(tmp_path, "mentee,mentor,score\n", f"mentor,capacity\nana,{capacity}\n")

    assert [(each.line, each.column) for each in refused.value.problems] == [(2, "capacity")]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", [("no-heading", None, "")]),
        (b"mentee,mentor\n", [("no-column", 1, "score")]),
        (b"mentee,mentor,score,Score\n", [("column-twice", 1, "Score")]),
        (b"mentee,mentor,score\ne1,an\xe1,1\n", [("not-utf8", 2, "")]),
        (b'mentee,mentor,score\ne1,"ana,1\n', [("not-csv", 2, "")]),
    ],
    ids=["nothing", "a column missing", "a column twice", "not utf-8", "an open quote"],
)
def test_a_sheet_that_can_t_be_read_is_refused(
    tmp_path: Path, content: bytes, found: list[tuple[str, int | None, str]]
) -> None:
    assert problems(tmp_path, content) == found


def test_a_sheet_that_isn_t_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadSheet) as refused:
        read_sheet(tmp_path / "nowhere.csv", KNOWN, KNOWN, {})

    (problem,) = refused.value.problems
    assert problem == Problem(str(tmp_path / "nowhere.csv"), "no-file", facts={"reason": "No such file or directory"})


def test_numbers_are_read_as_people_write_them(tmp_path: Path) -> None:
    market = scores(tmp_path, "mentee;mentor;score\ne1;ana;0,75\ne2;ana; 7.5e-1 \n", "mentor;capacity\nana;3.0\n")

    assert market.places == (3,)
    assert [list(row) for row in market.choices] == [[(-750_000_000, 0)]] * 2


def test_a_mentee_who_may_have_nobody_can_be_named(tmp_path: Path) -> None:
    assert scores(tmp_path, "mentee,mentor,score\nlee,,\n").mentees == ("lee",)
