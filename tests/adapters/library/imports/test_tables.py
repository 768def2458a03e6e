"""Reading published tables, as they come and as people save them again."""

from pathlib import Path

import pytest

from bot.adapters.library.imports.tables import Table
from bot.adapters.library.loading import BadContent
from tests.adapters.library.imports.writing import write_csv, write_sheet, write_text

HEADER = ("Code", "Words", "Value")


def told(file: str, rows: int) -> None:
    """Listen to no progress."""


def read(file: Path, delimiter: str = "\t") -> list[tuple[int, list[str]]]:
    found = Table(file, ("Code", "Value"), ("Words", "Elsewhere"), delimiter).rows(told)
    return [(line, list(values)) for line, values in found]


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("bom", [False, True], ids=["bare", "BOM"])
@pytest.mark.parametrize("quoted", [False, True], ids=["plain", "quoted"])
def test_text_is_read_however_it_was_saved(tmp_path: Path, end: str, bom: bool, quoted: bool) -> None:  # noqa: FBT001
    file = tmp_path / "table.txt"
    write_text(file, [HEADER, ("a", "Ünïcode", "1.50"), ("b", "n/a", "")], end=end, bom=bom, quoted=quoted)

    assert read(file) == [(2, ["a", "1.50", "Ünïcode", ""]), (3, ["b", "", "", ""])]


def test_quotes_count_only_where_they_wrap_a_field(tmp_path: Path) -> None:
    file = tmp_path / "table.txt"
    file.write_text(
        'Code\tWords\tValue\na\tthe "best"\t1\nb\t"a ""quoted"" one"\t2\nc\t"over\ttwo\nlines"\t3\nd\t"so" called\t4\n',
        "utf-8",
    )

    assert read(file) == [
        (2, ["a", "1", 'the "best"', ""]),
        (3, ["b", "2", 'a "quoted" one', ""]),
        (4, ["c", "3", "over\ttwo\nlines", ""]),
        (6, ["d", "4", '"so" called', ""]),
    ]


def test_empty_lines_are_left_out_and_lines_counted(tmp_path: Path) -> None:
    file = tmp_path / "table.txt"
    file.write_text("value\tCODE\n\n1\ta\n\t\n2\tb\n\n", "utf-8")

    assert read(file) == [(3, ["a", "1", "", ""]), (5, ["b", "2", "", ""])]


def test_csv_keeps_line_breaks_and_takes_very_long_fields(tmp_path: Path) -> None:
    file = tmp_path / "table.csv"
    write_csv(file, [HEADER, ("a", "one\ntwo", "1"), ("b", "x" * 200_000, "2")], bom=True)

    (first, (_, _, lines, _)), (second, (_, _, words, _)) = read(file, ",")

    assert (first, lines) == (2, "one\ntwo")
    assert (second, len(words)) == (4, 200_000)


def test_excel_is_read_like_text(tmp_path: Path) -> None:
    file = tmp_path / "table.xlsx"
    write_sheet(file, [HEADER, ("a", "Ünïcode & <co>", 1.5), ("b", "", 2), ("c", "n/a", "")])

    assert read(file) == [(2, ["a", "1.5", "Ünïcode & <co>", ""]), (3, ["b", "2", "", ""]), (4, ["c", "", "", ""])]


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        (b"Code\tWords\na\tb\n", ":1: Value: the column is missing"),
        (b"Code\tValue\na\t1\nb\t2\tthree\n", ":3: 3 fields where the first row has 2"),
        (b"Code\tValue\tWords\na\t1\n", ":2: 2 fields where the first row has 3"),
        (b"Code\tValue\na\t1\n\xe9\t2\n", ":3: must be UTF-8"),
        ("Code\tValue\na\t1\n".encode("utf-16"), ":1: must be UTF-8, and is UTF-16: save it as UTF-8"),
        (b'Code\tValue\na\t"1\nb\t2\n', ":2: a quote is opened and never closed"),
        (b"", ":1: Code: the column is missing"),
    ],
    ids=["column", "too many", "too few", "encoding", "UTF-16", "quote", "empty"],
)
def test_what_cannot_be_read_is_named_by_its_place(tmp_path: Path, content: bytes, trouble: str) -> None:
    file = tmp_path / "table.txt"
    file.write_bytes(content)

    with pytest.raises(BadContent) as refused:
        read(file)

    assert str(refused.value) == f"{file}{trouble}"


def test_a_broken_csv_and_a_broken_workbook_are_named(tmp_path: Path) -> None:
    spoilt, workbook = tmp_path / "table.csv", tmp_path / "table.xlsx"
    spoilt.write_text('Code,Value\na,1\nb,"2\n', "utf-8")
    workbook.write_bytes(b"no workbook")

    with pytest.raises(BadContent, match=r"table\.csv:3: "):
        read(spoilt, ",")
    with pytest.raises(BadContent, match=r"table\.xlsx: not an Excel workbook"):
        read(workbook)
