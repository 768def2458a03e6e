"""Reading published tables row by row: tab-delimited text, CSV and Excel; what can't be read is named by its place."""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from bot.adapters.library.loading import BadContent
from bot.core.domain.naming import fold

EXCEL = ".xlsx"
TAB = "\t"
LONGEST_FIELD = 16 * 1024 * 1024
"""Characters; the csv module gives up at 131,072, which the published CSV of ESCO passes."""

MOST_LINES = 200
"""How many lines a quoted field of a tab-delimited file may go over; more means that a quote was never closed."""

NOT_AVAILABLE = "n/a"
"""O*NET's word for an empty cell in its text files."""

_WIDE = (b"\xff\xfe", b"\xfe\xff")
_EVERY = 10_000

Progress = Callable[[str, int], None]
"""Is told the name of the file that is being read, and how many of its rows are done."""

Row = tuple[int, Sequence[str]]
"""The line, or the row of a sheet, that it begins on; and the values of the columns asked for."""


@dataclass(frozen=True)
class Table:
    """A file whose first row names its columns, however cased; missing `optional` ones give empty values."""

    file: Path
    columns: Sequence[str]
    optional: Sequence[str] = ()
    delimiter: str = TAB

    def rows(self, progress: Progress) -> Iterator[Row]:
        """Read the rows, empty ones left out, `n/a` as empty."""
        found = self._read()
        line, header = next(found, (1, []))
        places, width = self._places(line, header), len(header)
        number = 0
        for number, (line, read) in enumerate(found, 1):
            values = read if len(read) == width and read[0] else _fitted(self.file, line, read, width)
            if not values:
                continue
            yield line, ["" if place is None else _said(values[place]) for place in places]
            if number % _EVERY == 0:
                progress(self.file.name, number)
        progress(self.file.name, number)

    def _read(self) -> Iterator[Row]:
        if self.file.suffix.lower() == EXCEL:
            return _sheet(self.file)
        lines = _lines(self.file)
        return _tabbed(self.file, lines) if self.delimiter == TAB else _separated(self.file, lines, self.delimiter)

    def _places(self, line: int, header: Sequence[str]) -> list[int | None]:
        there = {fold(each): place for place, each in enumerate(header)}
        for column in self.columns:
            if fold(column) not in there:
                raise BadContent(self.file, "the column is missing", line=line, field=column)
        return [there.get(fold(each)) for each in (*self.columns, *self.optional)]


def number(file: Path, line: int, field: str, value: str, lowest: float, highest: float) -> float:
    """Read a number within bounds, or raise `BadContent`."""
    try:
        found = float(value)
    except ValueError:
        raise BadContent(file, f"{value[:40]!r} is not a number", line=line, field=field) from None
    if not lowest <= found <= highest:
        raise BadContent(file, f"{value} is not within {lowest:g} and {highest:g}", line=line, field=field)
    return found


def _said(value: str) -> str:
    bare = value.strip()
    return "" if bare == NOT_AVAILABLE else bare


def _fitted(file: Path, line: int, values: Sequence[str], width: int) -> Sequence[str]:
    """Give a row the header's width: nothing for an empty one; a sheet and an editor leave out, or add, empty ends."""
    kept = list(values)
    while kept and not kept[-1].strip():
        kept.pop()
    if not kept:
        return ()
    if len(kept) > width or (len(values) < width and file.suffix.lower() != EXCEL):
        raise BadContent(file, f"{len(values)} fields where the first row has {width}", line=line)
    return [*kept, *[""] * (width - len(kept))]


def _lines(file: Path) -> Iterator[tuple[int, str]]:
    """Read lines with their ends as they are; a line that isn't UTF-8 is named."""
    try:
        with file.open("rb") as opened:
            for line, raw in enumerate(opened, 1):
                if line == 1 and raw.startswith(_WIDE):
                    raise BadContent(file, "must be UTF-8, and is UTF-16: save it as UTF-8", line=1)
                try:
                    text = raw.decode("utf-8-sig" if line == 1 else "utf-8")
                except UnicodeDecodeError:
                    raise BadContent(file, "must be UTF-8", line=line) from None
                yield line, text
    except OSError as error:
        raise BadContent(file, error.strerror or "can't be read") from error


def _tabbed(file: Path, lines: Iterator[tuple[int, str]]) -> Iterator[Row]:
    """Split at tabs. Published files quote nothing, re-saved ones may: a quote counts only where it wraps a field."""
    for line, text in lines:
        if '"' not in text:
            yield line, text.rstrip("\r\n").split(TAB)
        else:
            yield line, _unquoted(file, line, text, lines)


def _unquoted(file: Path, line: int, text: str, lines: Iterator[tuple[int, str]]) -> list[str]:
    fields: list[str] = []
    for piece in text.rstrip("\r\n").split(TAB):
        if fields and _is_open(fields[-1]):
            fields[-1] += TAB + piece
        else:
            fields.append(piece)
    for _ in range(MOST_LINES):
        if not _is_open(fields[-1]):
            break
        more = next(lines, None)
        if more is None:
            break
        head, *rest = more[1].rstrip("\r\n").split(TAB)
        fields[-1] += f"\n{head}"
        fields += rest
    if any(map(_is_open, fields)):
        raise BadContent(file, "a quote is opened and never closed", line=line)
    return [_bare(each) for each in fields]


def _is_open(field: str) -> bool:
    """Tell whether a field began with a quote that hasn't closed: quotes inside are doubled, so their number is odd."""
    return field.startswith('"') and field.count('"') % 2 == 1


def _bare(field: str) -> str:
    wrapped = len(field) > 1 and field.startswith('"') and field.endswith('"')
    return field[1:-1].replace('""', '"') if wrapped else field


def _separated(file: Path, lines: Iterable[tuple[int, str]], delimiter: str) -> Iterator[Row]:
    csv.field_size_limit(LONGEST_FIELD)
    reader = csv.reader((text for _, text in lines), delimiter=delimiter, strict=True)
    begins = 1
    try:
        for values in reader:
            yield begins, values
            begins = reader.line_num + 1
    except csv.Error as error:
        raise BadContent(file, str(error), line=begins) from error


def _sheet(file: Path) -> Iterator[Row]:
    from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415  only who imports Excel needs it

    try:
        sheet = CalamineWorkbook.from_path(file).get_sheet_by_index(0)
        rows = sheet.iter_rows()
    except (CalamineError, OSError) as error:
        raise BadContent(file, f"not an Excel workbook ({error})") from error
    first = sheet.start[0] if sheet.start else 0
    for row, values in zip(count(first + 1), rows, strict=False):
        yield row, [_as_text(each) for each in values]


def _as_text(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)
