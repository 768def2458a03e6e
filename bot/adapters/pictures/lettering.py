"""Makes any text fit a picture: cleaned of what can't be drawn, measured, wrapped and cut with an ellipsis.

Widths are estimates on the safe side, those of a wide font (DejaVu Sans): a page draws with whatever its reader has.
"""

import re
import unicodedata
from functools import lru_cache

ELLIPSIS = "…"


def clean(text: str) -> str:
    """Return one line of `text` without control, zero-width and direction characters or piles of accents."""
    kept = "".join(" " if char.isspace() else char for char in text[:_LONGEST] if _is_drawable(char))
    return " ".join(_PILED_ACCENTS.sub(r"\1", kept).split())


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Estimate how wide cleaned `text` is drawn at font size `size`, in the same unit."""
    return sum(map(_ems, text)) * size * (_BOLD if bold else 1)


def wrap(text: str, room: float, size: float, *, lines: int, bold: bool = False) -> list[str]:
    """Break `text` between words into at most `lines` lines no wider than `room`, cutting what is too much."""
    words = clean(text).split()
    broken: list[str] = []
    while words and len(broken) < lines - 1:
        line = words.pop(0)
        while words and width(f"{line} {words[0]}", size, bold=bold) <= room:
            line = f"{line} {words.pop(0)}"
        broken.append(_cut(line, room, size, bold=bold))
    return [*broken, _cut(" ".join(words), room, size, bold=bold)] if words else broken


_LONGEST = 300  # characters that are looked at; far more than two lines hold
_BOLD = 1.13
_NARROW = frozenset("fijlrtI.,:;'|!()[]/- ")
_WIDE = frozenset("mwMW@%&—")
_JOINERS = "\u200c\u200d"  # kept: emoji and several scripts are spelt with them
_UNDRAWABLE = frozenset({"Cc", "Cf", "Cn", "Co", "Cs"})
_PILED_ACCENTS = re.compile(r"([\u0300-\u036f]{2})[\u0300-\u036f]+")
_FIRST_UNUSUAL = "\u0700"


def _is_drawable(char: str) -> bool:
    return char in _JOINERS or char.isspace() or unicodedata.category(char) not in _UNDRAWABLE


@lru_cache(maxsize=2048)
def _ems(char: str) -> float:
    if char in _JOINERS or unicodedata.combining(char):
        return 0
    if char in _NARROW:
        return 0.36
    if char in _WIDE:
        return 0.92
    if unicodedata.east_asian_width(char) in "WF" or char >= _FIRST_UNUSUAL:
        return 1.05 * len(unicodedata.normalize("NFKC", char))  # a ligature can be a sentence wide
    return 0.72 if char.isupper() else 0.62


def _cut(line: str, room: float, size: float, *, bold: bool) -> str:
    if width(line, size, bold=bold) <= room:
        return line
    while line and width(line + ELLIPSIS, size, bold=bold) > room:
        line = line[:-1]
    return line.rstrip(f" {_JOINERS}") + ELLIPSIS
