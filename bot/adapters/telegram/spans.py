"""Stretches of formatting made such that Telegram takes them: within the text, nested and never crossing."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.core.ui.speech import Span, Style


def nested(spans: Iterable[Span], length: int) -> tuple[Span, ...]:
    """Repair spans over a text of `length` code points, outermost first.

    Of two that cross, the one that starts later is cut in two. Nothing is set apart within code, which itself stands
    in nothing but quotes; no style lies in itself.
    """
    inside = [each for span in spans if (each := _clipped(span, 0, length))]
    solid = _apart(each for each in sorted(inside, key=_order) if each.style in _SOLID)
    others = [part for each in inside if each.style not in _SOLID for part in _around(each, solid)]
    return tuple(_nest([*solid, *others]))


def cut_out(spans: Iterable[Span], start: int, end: int, shift: int = 0) -> tuple[Span, ...]:
    """Keep what lies between two places of the text, as it lies in that part of it with `shift` signs before it."""
    kept = (_clipped(each, start, end) for each in spans)
    return tuple(replace(each, start=each.start - start + shift) for each in kept if each)


def _clipped(span: Span, start: int, end: int) -> Span | None:
    first, last = max(span.start, start), min(span.start + span.length, end)
    return replace(span, start=first, length=last - first) if last > first else None


def _apart(spans: Iterable[Span]) -> list[Span]:
    """Leave out of each what an earlier one covers already."""
    apart: list[Span] = []
    for span in spans:
        free = _end(apart[-1]) if apart else 0
        if kept := _clipped(span, free, _end(span)):
            apart.append(kept)
    return apart


def _around(span: Span, solid: Sequence[Span]) -> Iterator[Span]:
    """Leave code out of a stretch that code can't stand in."""
    start = span.start
    for each in solid if span.style is not Style.QUOTE else ():
        if before := _clipped(span, start, each.start):
            yield before
        start = max(start, _end(each))
    if rest := _clipped(span, start, _end(span)):
        yield rest


def _nest(spans: Iterable[Span]) -> Iterator[Span]:
    waiting, opened = sorted(spans, key=_order, reverse=True), list[Span]()
    while waiting:
        span = waiting.pop()
        while opened and _end(opened[-1]) <= span.start:
            opened.pop()
        if opened and _end(span) > _end(opened[-1]):
            edge = _end(opened[-1])
            parts = (replace(span, length=edge - span.start), replace(span, start=edge, length=_end(span) - edge))
            waiting = sorted([*waiting, *parts], key=_order, reverse=True)
            continue
        if any(each.style is span.style or each.style in _SOLID for each in opened):
            continue
        opened.append(span)
        yield span


def _order(span: Span) -> tuple[int, int, int, str]:
    return span.start, -span.length, _RANKS[span.style], span.target


def _end(span: Span) -> int:
    return span.start + span.length


_SOLID = frozenset({Style.CODE, Style.PRE})
_OUTER = frozenset({Style.QUOTE, Style.LINK})
_RANKS = {Style.QUOTE: 0, Style.LINK: 1, **{each: 2 + rank for rank, each in enumerate(Style) if each not in _OUTER}}
"""Which of two over the same words is the outer one."""
