"""Tables on a phone: aligned columns where they are narrow enough, else each row as a point of a list."""

import unicodedata
from collections.abc import Iterator

from bot.adapters.discord.escape import escaped, one_line
from bot.core.ui.views import Table

WIDEST = 40
"""Signs of fixed width that a phone shows without breaking the line."""

_GAP = "  "


def said_table(table: Table) -> str:
    """Say a table whole, whichever way it fits."""
    if not table.columns:
        return ""
    rows = [tuple(one_line(cell) for cell in row) for row in (table.columns, *table.rows)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    is_narrow = sum(widths) + len(_GAP) * (len(widths) - 1) <= WIDEST
    if not is_narrow or not all(_is_even(cell) for row in rows for cell in row):
        return "\n".join(_points(rows[0], rows[1:]))
    return "\n".join(("```", *_lines(rows, widths), "```"))


def _lines(rows: list[tuple[str, ...]], widths: list[int]) -> Iterator[str]:
    for row in rows:
        yield _GAP.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _points(columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> Iterator[str]:
    """Name each value by its column; the first, which the row is about, has weight."""
    for row in rows:
        first = f"**{escaped(row[0])}**" if row[0] else ""
        values = (first, *(escaped(value) for value in row[1:]))
        named = zip(columns, values, strict=True)
        yield "- " + " · ".join(f"{escaped(f'{name}:')} {value}" if name else value for name, value in named)


def _is_even(cell: str) -> bool:
    """Whether every sign is one wide, and none can end the code block or turn the line around in it."""
    return all(
        each not in "`@"
        and unicodedata.east_asian_width(each) not in {"W", "F"}
        and unicodedata.category(each) not in {"Mn", "Me", "Cf", "Co", "Cn"}
        and unicodedata.bidirectional(each) not in {"R", "AL", "AN"}
        for each in cell
    )
