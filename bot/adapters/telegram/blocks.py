"""Blocks of a view as Telegram can set them: total over all of them, and everything in them is text."""

from collections.abc import Iterator
from typing import assert_never

from bot.adapters.telegram.escape import one_line, plain, quoted
from bot.adapters.telegram.places import spot
from bot.adapters.telegram.rich import BOLD, QUOTE, Mark, Rich, joined, run, within
from bot.adapters.telegram.tables import said_table
from bot.core.ui.views import (
    Attachment,
    Block,
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
    Value,
)

_DONE, _OPEN = "✅", "⬜"
_FULL, _EMPTY, _BAR = "▰", "▱", 10


def said(block: Block) -> Rich:  # noqa: PLR0911  one line for each kind of block
    """Say a block; a picture by its alternative text and the table that says the same."""
    match block:
        case Text():
            return run(plain(block.text))
        case Heading():
            return strong(block.text)
        case Fields():
            return joined(map(_row, block.rows), "\n")
        case Checklist():
            items = (f"{_DONE if each.done else _OPEN} {one_line(quoted(each.text))}" for each in block.items)
            return run("\n".join(items))
        case Progress():
            return joined((strong(block.label), run(f"{bar(block.share)} {one_line(quoted(block.words))}")), "\n")
        case Table():
            return said_table(block)
        case Quote():
            return within(QUOTE, joined(_quote(block), "\n"))
        case Attachment():
            return run(f"📎 {one_line(plain(block.label))}")
        case Picture():
            return joined((run(plain(block.alt)), said_table(block.twin)), "\n\n")
        case _:
            assert_never(block)


def strong(text: str) -> Rich:
    """Say one line with weight."""
    return run(one_line(quoted(text)), BOLD)


def named(name: str) -> Rich:
    """Say the name of what follows; a question has its sign already."""
    line = one_line(plain(name))  # commands are listed by name, and a tap may send them
    return run(line if line.endswith(("?", ":")) else f"{line}:", BOLD) if line else ()


def bar(share: float) -> str:
    """Draw a share, 0-1, in ten steps; the last one stays empty until all is done."""
    full = int(min(1, max(0, share)) * _BAR + _ROUNDING)
    return _FULL * full + _EMPTY * (_BAR - full)


_ROUNDING = 1e-9


def _row(row: FieldRow) -> Rich:
    name, value = named(row.name), _value(row.value)
    breaks = any("\n" in each.text for each in value)
    return joined((name, value), "\n" if breaks else " ")


def _value(value: Value) -> Rich:
    """Say a value: a moment in words, which are in the reader's zone; a place so that it can be gone to."""
    if isinstance(value, Moment):
        return run(plain(value.words))
    if isinstance(value, PlaceLink):
        place, called = spot(value.place), one_line(plain(value.words))
        address = place.address if place else ""
        return run(called, Mark("a", address)) if address else run(called)
    return run(quoted(value))


def _quote(quote: Quote) -> Iterator[Rich]:
    yield run(quoted(quote.text))
    if author := one_line(quoted(quote.author)):
        yield run(f"— {author}")
