"""Blocks of a view in Discord's markdown: total over all of them, and everything in them is text."""

from collections.abc import Iterator
from typing import assert_never

from bot.adapters.discord.escape import escaped, one_line
from bot.adapters.discord.tables import said_table
from bot.core.ui.views import (
    Attachment,
    Block,
    Checklist,
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
_FULL, _EMPTY, _BAR = "█", "░", 10


def said(block: Block) -> str:  # noqa: PLR0911  one line for each kind of block
    """Say a block in words; a picture by the table that says the same."""
    match block:
        case Text():
            return escaped(block.text)
        case Heading():
            return strong(block.text)
        case Fields():
            return "\n".join(f"{strong(row.name)}: {_value(row.value)}".removeprefix(": ") for row in block.rows)
        case Checklist():
            return "\n".join(f"{_DONE if each.done else _OPEN} {escaped(one_line(each.text))}" for each in block.items)
        case Progress():
            return f"{strong(block.label)}\n`{bar(block.share)}` {escaped(one_line(block.words))}".lstrip("\n")
        case Table():
            return said_table(block)
        case Quote():
            return "\n".join(_quote(block))
        case Picture():
            return said_table(block.twin)
        case Attachment():
            return f"📎 {strong(block.label)}"
        case _:
            assert_never(block)


def quietly(text: str) -> str:
    """Say something small and pale, each of its lines by itself."""
    return "\n".join(f"-# {line}" for line in escaped(text).split("\n") if line.strip())


def strong(text: str) -> str:
    """Say one line with weight."""
    line = escaped(one_line(text))
    return f"**{line}**" if line else ""


def bar(share: float) -> str:
    """Draw a share, 0-1, in ten steps; the last one stays empty until all is done."""
    full = int(min(1, max(0, share)) * _BAR + _ROUNDING)
    return _FULL * full + _EMPTY * (_BAR - full)


_ROUNDING = 1e-9


def _value(value: Value) -> str:
    """Say a value; a moment in each reader's own zone, and how far away it is; a place so that it can be gone to."""
    if isinstance(value, Moment):
        at = int(value.at.timestamp())
        return f"<t:{at}:F> (<t:{at}:R>)"
    if isinstance(value, PlaceLink):
        return f"<#{value.place}>" if value.place.isdecimal() else escaped(value.words)
    return escaped(value)


def _quote(quote: Quote) -> Iterator[str]:
    yield from (f"> {line}" for line in escaped(quote.text).split("\n"))
    if author := escaped(one_line(quote.author)):
        yield f"-# — {author}"
