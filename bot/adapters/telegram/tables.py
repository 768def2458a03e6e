"""Tables on a phone: aligned columns where they are narrow enough, else each row as a point of a list."""

import unicodedata
from collections.abc import Iterator

from bot.adapters.telegram.escape import one_line, quoted
from bot.adapters.telegram.rich import BOLD, ITALIC, PRE, Rich, joined, run
from bot.core.ui.views import Table

WIDEST = 34
"""Signs of fixed width that a phone shows without breaking the line."""

_GAP = "  "


def said_table(table: Table) -> Rich:
    """Say a table whole, whichever way it fits."""
    if not table.columns:
        return ()
    rows = [tuple(one_line(quoted(cell)) for cell in row) for row in (table.columns, *table.rows)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    is_narrow = sum(widths) + len(_GAP) * (len(widths) - 1) <= WIDEST
    if not is_narrow or not all(_is_even(cell) for row in rows for cell in row):
        return joined(_points(rows[0], rows[1:]), "\n")
    return run("\n".join(_lines(rows, widths)), PRE)


def _lines(rows: list[tuple[str, ...]], widths: list[int]) -> Iterator[str]:
    for row in rows:
        yield _GAP.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _points(columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> Iterator[Rich]:
    """Say what the rows are about, then each row: its first cell with weight, each other by its column's name."""
    yield run(columns[0] if rows else " · ".join(filter(None, columns)), ITALIC)
    for row in rows:
        rest = zip(columns[1:], row[1:], strict=True)
        values = [run(f"{name}: {value}" if name else value) for name, value in rest if value]
        if first := run(row[0], BOLD):
            yield (*run("• "), *joined((first, *values), " · "))
        elif values:
            yield (*run("• "), *joined(values, " · "))


def _is_even(cell: str) -> bool:
    """Whether every sign is one wide, and none turns the line around."""
    return all(
        unicodedata.east_asian_width(each) not in {"W", "F"}
        and unicodedata.category(each) not in {"Mn", "Me", "Cf", "Co", "Cn"}
        and unicodedata.bidirectional(each) not in {"R", "AL", "AN"}
        for each in cell
    )
