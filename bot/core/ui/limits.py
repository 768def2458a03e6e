"""Cutting a view to what a surface can carry, by meaning: nothing a person must press is ever lost."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.core.ui.views import (
    Block,
    CheckItem,
    Checklist,
    FieldRow,
    Fields,
    Heading,
    Picture,
    Progress,
    Quote,
    Table,
    Text,
    View,
)

ELLIPSIS = "…"


@dataclass(frozen=True)
class Limits:
    """What one surface can carry; declared in its adapter, each number with its source there."""

    title: int
    text: int
    """Characters of one block's text."""
    total: int
    """Characters of the whole view."""
    actions: int
    action_label: int
    rows: int
    """Rows of a table, a checklist or a set of fields."""
    utf16: bool = False
    """Whether characters are counted in UTF-16 code units, as Telegram and Discord's clients do."""


def length(text: str, limits: Limits) -> int:
    """Measure as the surface does."""
    return len(text.encode("utf-16-le", errors="replace")) // 2 if limits.utf16 else len(text)


def shorten(text: str, longest: int, limits: Limits) -> str:
    """Cut at a word where one is near, and say so with an ellipsis."""
    if length(text, limits) <= longest:
        return text
    kept = text[:longest]
    while kept and length(kept, limits) > longest - len(ELLIPSIS):
        kept = kept[:-1]
    at_word = kept.rsplit(" ", 1)[0]
    kept = at_word if len(at_word) > len(kept) * 2 // 3 else kept
    return kept.rstrip() + ELLIPSIS


def fit(view: View, limits: Limits) -> View:
    """Cut a view to the limits: long blocks first, then blocks from the end; actions are kept before words."""
    blocks: list[Block] = []
    left = limits.total - min(limits.title, length(view.title, limits))
    for block in view.blocks:
        cut = _cut(block, limits)
        size = _size(cut, limits)
        if size > left:
            if isinstance(cut, Text) and left > len(ELLIPSIS):
                blocks.append(Text(shorten(cut.text, left, limits)))
            break
        blocks.append(cut)
        left -= size
    return replace(
        view,
        title=shorten(view.title, limits.title, limits),
        blocks=tuple(blocks),
        actions=tuple(
            replace(action, label=shorten(action.label, limits.action_label, limits))
            for action in view.actions[: limits.actions]
        ),
    )


def _cut(block: Block, limits: Limits) -> Block:
    match block:
        case Text() | Heading() | Quote():
            return replace(block, text=shorten(block.text, limits.text, limits))
        case Fields():
            return Fields(tuple(_cut_row(row, limits) for row in block.rows[: limits.rows]))
        case Checklist():
            items = block.items[: limits.rows]
            return Checklist(tuple(CheckItem(shorten(each.text, limits.text, limits), each.done) for each in items))
        case Progress():
            return replace(block, label=shorten(block.label, limits.text, limits))
        case Table():
            return replace(block, rows=block.rows[: limits.rows])
        case Picture():
            return replace(block, alt=shorten(block.alt, limits.text, limits))


def _cut_row(row: FieldRow, limits: Limits) -> FieldRow:
    value = shorten(row.value, limits.text, limits) if isinstance(row.value, str) else row.value
    return FieldRow(shorten(row.name, limits.text, limits), value)


def _size(block: Block, limits: Limits) -> int:
    return sum(length(text, limits) + 1 for text in words(block))


def words(block: Block) -> Iterable[str]:
    """Every string of a block, in reading order."""
    match block:
        case Text() | Heading():
            yield block.text
        case Quote():
            yield block.text
            yield block.author
        case Fields():
            for row in block.rows:
                yield row.name
                yield row.value if isinstance(row.value, str) else row.value.words
        case Checklist():
            yield from (each.text for each in block.items)
        case Progress():
            yield block.label
            yield block.words
        case Table():
            yield from block.columns
            for cells in block.rows:
                yield from cells
        case Picture():
            yield block.alt
