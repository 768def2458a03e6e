"""One sheet as rows of known columns, whatever wrote it: its encoding, what stands between cells, its headings."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

Value = TypeVar("Value")

LONGEST_CELL = 10_000_000
"""Characters; Python's own limit of 131,072 is met by long answers to forms."""

_SEPARATORS = ",;\t"
_SAYS = "sep="
_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}


@dataclass(frozen=True)
class Problem:
    """What is wrong, where: `key` and `facts` make the sentence (`sheet-<key>`)."""

    file: str
    key: str
    line: int | None = None
    column: str = ""
    facts: Mapping[str, str | int] = field(default_factory=dict)


class BadSheet(Exception):
    """A sheet can't be used; names everything that is wrong with it, not only the first."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


class Unreadable(ValueError):
    """A cell doesn't say what its column asks for; `key` and `facts` as in `Problem`."""

    def __init__(self, key: str, **facts: str | int) -> None:
        super().__init__(key)
        self.key, self.facts = key, facts


@dataclass(slots=True)
class Row:
    """One row; what is wrong with its cells is collected as they are read."""

    file: str
    line: int
    cells: Mapping[str, str]
    headings: Mapping[str, str]
    comma_is_point: bool
    problems: list[Problem]

    def read(self, column: str, how: Callable[[str], Value], empty: Value) -> Value:
        """Read a cell; an empty one, or one of a column that isn't there, gives `empty`, and so does a wrong one."""
        text = self.cells.get(column, "")
        if not text:
            return empty
        try:
            return how(text)
        except Unreadable as error:
            self.refuse(error.key, column, **error.facts)
            return empty

    def several(self, column: str, how: Callable[[str], tuple[Value, ...]]) -> tuple[Value, ...]:
        """Read a cell that lists things, as `read` does."""
        nothing: tuple[Value, ...] = ()
        return self.read(column, how, nothing)

    def need(self, column: str) -> str:
        """Read a cell that can't be empty."""
        if not self.cells.get(column):
            self.refuse("empty", column)
        return self.cells.get(column, "")

    def refuse(self, key: str, column: str = "", **facts: str | int) -> None:
        """Note what is wrong here."""
        self.problems.append(Problem(self.file, key, self.line, self.headings.get(column, column), facts))


@dataclass(frozen=True)
class Sheet:
    """A sheet's rows, and which of the known columns it has."""

    file: str
    columns: frozenset[str]
    rows: Sequence[Row]
    problems: list[Problem]

    def unique(self, *columns: str) -> Iterator[Row]:
        """Give the rows; a second one with the same cells is refused with both lines."""
        seen: dict[tuple[str | None, ...], int] = {}
        for row in self.rows:
            key = tuple(map(row.cells.get, columns))
            if key in seen and any(key):
                row.refuse("twice", columns[0], what=" + ".join(filter(None, key)), first=seen[key])
                continue
            seen[key] = row.line
            yield row


def read_sheet(path: Path, known: Sequence[str], needed: Sequence[str], names: Mapping[str, str]) -> Sheet:
    """Read a sheet, or raise `BadSheet` where it has no rows to read; `names` says ours for their headings.

    Columns that are not known are left out, and so are empty rows.
    """
    return sheet_of(str(path), _text_of(path), known, needed, names)


def sheet_of(file: str, text: str, known: Sequence[str], needed: Sequence[str], names: Mapping[str, str]) -> Sheet:
    """Read the text of a sheet, as `read_sheet` does; `file` is what problems call it."""
    separator = _separator_of(text)
    lines = _lines(file, text, separator)
    if not lines:
        raise BadSheet([Problem(file, "no-heading", facts={"needed": ", ".join(needed)})])
    (_, head), *body = lines
    columns = _columns(file, head, known, needed, names)
    headings = {ours: head[number].strip() for number, ours in columns.items()}
    problems: list[Problem] = []
    rows = []
    comma_is_point, width = separator != ",", len(head)
    for line, cells in body:
        cells.extend([""] * (width - len(cells)))
        values = {ours: cells[number].strip() for number, ours in columns.items()}
        rows.append(Row(file, line, values, headings, comma_is_point, problems))
        if len(cells) > width and any(map(str.strip, cells[width:])):
            rows[-1].refuse("long", cells=len(cells), columns=width)
    return Sheet(file, frozenset(columns.values()), rows, problems)


def headings_of(file: str, text: str) -> Sequence[str]:
    """List the headings of a sheet, as they stand; raise `BadSheet` where there is no telling cells apart."""
    lines = _lines(file, text, _separator_of(text))
    return [each.strip() for each in lines[0][1] if each.strip()] if lines else []


def finished(*sheets: Sheet) -> None:
    """Raise `BadSheet` where anything was found wrong."""
    if problems := [problem for sheet in sheets for problem in sheet.problems]:
        raise BadSheet(sorted(problems, key=lambda each: (each.file, each.line or 0)))


def _text_of(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BadSheet([Problem(str(path), "no-file", facts={"reason": error.strerror or ""})]) from None
    encoding = next((name for mark, name in _MARKS.items() if content.startswith(mark)), "utf-8")
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise BadSheet([Problem(str(path), "not-utf8", line)]) from None


def _separator_of(text: str) -> str:
    """Count outside quotes in the first line that has anything in it; spreadsheets may say it themselves (`sep=;`)."""
    head = next((line for line in text.splitlines() if line.strip()), "")
    if _says_separator(head):
        return head[len(_SAYS) :] or ","
    bare = "".join(head.split('"')[::2])
    return max(_SEPARATORS, key=bare.count)


def _says_separator(line: str) -> bool:
    return line.lower().startswith(_SAYS) and len(line) <= len(_SAYS) + 1


def _lines(file: str, text: str, separator: str) -> list[tuple[int, list[str]]]:
    """Cut into cells; each line with its number, which is where it begins."""
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    found: list[tuple[int, list[str]]] = []
    line = 1
    try:
        for cells in reader:
            says = line == 1 and len(cells) <= 2 and _says_separator(text.splitlines()[0])  # noqa: PLR2004  it and nothing
            if any(map(str.strip, cells)) and not says:
                found.append((line, cells))
            line = reader.line_num + 1
    except csv.Error as error:
        raise BadSheet([Problem(file, "not-csv", line, facts={"reason": str(error)})]) from None
    return found


def _columns(
    file: str, head: Sequence[str], known: Sequence[str], needed: Sequence[str], names: Mapping[str, str]
) -> Mapping[int, str]:
    """Find which cell is which column."""
    ours = {plain_heading(theirs): name for theirs, name in names.items()}
    columns: dict[int, str] = {}
    problems = []
    for number, heading in enumerate(head):
        name = ours.get(plain_heading(heading), plain_heading(heading))
        if name not in known:
            continue
        if name in columns.values():
            problems.append(Problem(file, "column-twice", 1, heading.strip(), {"ours": name}))
        columns[number] = name
    problems += [
        Problem(file, "no-column", 1, each, {"found": ", ".join(map(str.strip, head))})
        for each in needed
        if each not in columns.values()
    ]
    if problems:
        raise BadSheet(problems)
    return columns


def plain_heading(heading: str) -> str:
    """Write a heading as it is compared: capitals and spaces are no difference."""
    return " ".join(heading.split()).casefold()
