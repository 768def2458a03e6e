"""Cutting a view to what a surface can carry, by meaning: nothing a person must press is ever lost."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial
from typing import assert_never

from bot.core.ui.views import (
    Attachment,
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
    Value,
    View,
)

ELLIPSIS = "…"

_LINE_BREAK = 1


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
    if longest < len(ELLIPSIS):
        return ""
    kept = _first(text, longest - len(ELLIPSIS), limits)
    at_word = kept.rsplit(" ", 1)[0]
    kept = at_word if len(at_word) > len(kept) * 2 // 3 else kept
    return kept.rstrip() + ELLIPSIS


def fit(view: View, limits: Limits) -> View:
    """Cut a view to the limits: long blocks first, then blocks from the end; actions are kept before words.

    Footnotes are kept before blocks, too, as far as they take no more than half of the room.
    """
    blocks: list[Block] = []
    left = limits.total - min(limits.title, length(view.title, limits))
    footnotes = tuple(_footnotes(view.footnotes, left // 2, limits))
    left -= sum(length(each, limits) + _LINE_BREAK for each in footnotes)
    for block in view.blocks:
        cut = _cut(block, limits)
        size = _size(cut, limits)
        if size > left:
            if isinstance(cut, Text) and left > len(ELLIPSIS) + _LINE_BREAK:
                blocks.append(Text(shorten(cut.text, left - _LINE_BREAK, limits)))
            break
        blocks.append(cut)
        left -= size
    return replace(
        view,
        title=shorten(view.title, limits.title, limits),
        blocks=tuple(blocks),
        footnotes=footnotes,
        actions=tuple(
            replace(action, label=shorten(action.label, limits.action_label, limits))
            for action in view.actions[: limits.actions]
        ),
    )


def _footnotes(footnotes: Iterable[str], room: int, limits: Limits) -> Iterable[str]:
    for each in footnotes:
        if cut := shorten(each, min(limits.text, room - _LINE_BREAK), limits):
            yield cut
        room -= length(cut, limits) + _LINE_BREAK


def _first(text: str, longest: int, limits: Limits) -> str:
    if not limits.utf16:
        return text[:longest]
    units = text[:longest].encode("utf-16-le", errors="replace")
    return units[: longest * 2].decode("utf-16-le", errors="ignore")  # a halved pair is left out


def _cut(block: Block, limits: Limits) -> Block:  # noqa: PLR0911  one arm a kind of block
    cut = partial(shorten, longest=limits.text, limits=limits)
    match block:
        case Text() | Heading():
            return replace(block, text=cut(block.text))
        case Quote():
            return Quote(cut(block.text), cut(block.author))
        case Fields():
            kept = block.rows[: limits.rows]
            return Fields(tuple(FieldRow(cut(row.name), _cut_value(row.value, limits)) for row in kept))
        case Checklist():
            return Checklist(tuple(CheckItem(cut(each.text), each.done) for each in block.items[: limits.rows]))
        case Progress():
            return replace(block, label=cut(block.label), words=cut(block.words))
        case Table():
            rows = (tuple(cut(cell) for cell in row) for row in block.rows[: limits.rows])
            return Table(tuple(cut(each) for each in block.columns), tuple(rows))
        case Picture():
            return replace(block, alt=cut(block.alt))
        case Attachment():
            return replace(block, label=cut(block.label))
        case _:
            assert_never(block)


def _cut_value(value: Value, limits: Limits) -> Value:
    if isinstance(value, str):
        return shorten(value, limits.text, limits)
    return replace(value, words=shorten(value.words, limits.text, limits))


def _size(block: Block, limits: Limits) -> int:
    return sum(length(text, limits) + _LINE_BREAK for text in words(block))


def words(block: Block) -> Iterable[str]:  # noqa: C901  one arm a kind of block
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
        case Attachment():
            yield block.label
        case _:
            assert_never(block)
