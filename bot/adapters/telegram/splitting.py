"""Cuts text that is too long for one message, where a reader would: between paragraphs, sentences, words."""

import re
import unicodedata
from collections.abc import Iterator

Stretch = tuple[int, int]
"""From where to where in a text, in code points."""


def units(text: str) -> int:
    """Measure text as Telegram does, in UTF-16 units."""
    return len(text) + sum(each > _BASIC for each in text)


def stretches(text: str, longest: int, first: int | None = None) -> Iterator[Stretch]:
    """Cut text into stretches of at most `longest` units, the first one of `first`; white space between is left out.

    Nothing comes of text without a visible sign.
    """
    start, room = _seen_from(text, 0), longest if first is None else first
    while start < len(text):
        end = _farthest(text, start, room)
        if end < len(text):
            end = _break(text, start, end)
        yield start, start + len(text[start:end].rstrip())
        start, room = _seen_from(text, end), longest


def _seen_from(text: str, start: int) -> int:
    return len(text) - len(text[start:].lstrip())


def _farthest(text: str, start: int, room: int) -> int:
    end = min(len(text), start + room)
    while units(text[start:end]) > room:
        end -= max(1, (units(text[start:end]) - room) // 2)
    return max(end, start + 1)


def _break(text: str, start: int, end: int) -> int:
    """Find the best place to cut at or before `end`: the coarsest that doesn't leave the message half empty."""
    window = text[start : end + 1]
    for pattern, least in _BREAKS:
        places = [each.end() for each in pattern.finditer(window)]
        if places and places[-1] > len(window) * least:
            return min(start + places[-1], end + 1)
    return _between_signs(text, start, end)


def _between_signs(text: str, start: int, end: int) -> int:
    """Step back to where a sign that is spelt with several code points ends."""
    for place in range(end, max(start, end - _LONGEST_SIGN), -1):
        if not _holds_together(text, start, place):
            return place
    return end


def _holds_together(text: str, start: int, place: int) -> bool:
    before, after = text[place - 1], text[place]
    if _ZWJ in {before, after} or unicodedata.category(after).startswith("M") or after in _SKIN_TONES:
        return True
    if after not in _FLAG_LETTERS or before not in _FLAG_LETTERS:
        return False
    letters = 0
    while place - letters > start and text[place - letters - 1] in _FLAG_LETTERS:
        letters += 1
    return letters % 2 == 1


_BASIC = "\uffff"
_ZWJ = "\N{ZERO WIDTH JOINER}"
_SKIN_TONES = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
_FLAG_LETTERS = frozenset(map(chr, range(0x1F1E6, 0x1F200)))
_LONGEST_SIGN = 40

_BREAKS = (
    (re.compile(r"\n[^\S\n]*\n"), 0.3),
    (re.compile(r"\n"), 0.5),
    (re.compile(r"[.!?…。！？][\"'”’»)]*\s"), 0.5),  # noqa: RUF001  the signs of other scripts
    (re.compile(r"\s"), 0),
)
