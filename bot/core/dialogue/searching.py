"""Finding what somebody means by what they typed: the same name, then a beginning, then a likeness."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

MOST = 25
"""Options that a search gives at once; Discord's autocomplete takes no more."""

LIKE_ENOUGH = 72
"""From this likeness (0-100) on, a name is offered although no part of it was typed."""


@dataclass(frozen=True)
class Findable:
    """Something that can be found by any of its names: folded, each between line breaks, so that one look finds all."""

    value: str
    names: str


def findable(value: str, *names: str) -> Findable:
    """Make something findable by its value and names."""
    return Findable(value, "".join(f"\n{fold(each)}\n" for each in (*names, value) if each))


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Reduce a name to what people type of it: no accents, no case, no punctuation between words."""
    bare = "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    return " ".join(bare.casefold().replace("_", " ").replace("-", " ").replace("/", " ").split())


def find(things: Sequence[Findable], text: str, most: int = MOST) -> list[str]:
    """List the values that a text could mean, the likeliest first; all of them, in order, for no text."""
    typed = fold(text)
    if not typed:
        return [each.value for each in things[:most]]
    near = sorted((_distance(each.names, typed), place) for place, each in enumerate(things) if typed in each.names)
    return [things[place].value for _, place in near[:most]] or _like(things, typed, most)


def named(things: Iterable[Findable], text: str) -> str | None:
    """Find the one thing that bears exactly this name; None where it is nobody's or several things' name."""
    name = f"\n{fold(text)}\n"
    bearers = [each.value for each in things if name in each.names]
    return bearers[0] if len(bearers) == 1 else None


def _distance(names: str, typed: str) -> int:
    """Tell a whole name from a beginning, from the beginning of a word, from any part."""
    if f"\n{typed}\n" in names:
        return 0
    if f"\n{typed}" in names:
        return 1
    return 2 if f" {typed}" in names else 3


def _like(things: Sequence[Findable], typed: str, most: int) -> list[str]:
    names = [(name, each.value) for each in things for name in each.names.split("\n") if name]
    hits = process.extract(typed, [name for name, _ in names], scorer=fuzz.ratio, score_cutoff=LIKE_ENOUGH, limit=most)
    return list(dict.fromkeys(names[place][1] for _, _, place in hits))
