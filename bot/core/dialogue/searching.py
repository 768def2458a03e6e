"""Finding what somebody means by what they typed: the same name, a beginning, another spelling, a likeness."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest

from rapidfuzz import fuzz, process

from bot.core.domain.naming import Shape, fold, joined, searchable, shape_of, shape_told

MOST = 25
"""Options that a search gives at once; Discord's autocomplete takes no more."""

LIKE_ENOUGH = 72
"""From this likeness (0-100) on, a name is offered although no part of it was typed."""

CLEARLY_LIKER = 10
"""By so much must one name be liker than the next to be taken without asking."""


@dataclass(frozen=True)
class Findable:
    """Something that can be found by any of its names, made `searchable`, its title before its aliases."""

    value: str
    names: str


def findable(value: str, *names: str) -> Findable:
    """Make something findable by its value and names."""
    return Findable(value, searchable(*names, value))


class Index:
    """Things to be found, made ready once for many searches."""

    def __init__(self, things: Sequence[Findable]) -> None:
        self._things = things

    def find(self, text: str, most: int = MOST) -> list[str]:
        """List the values that a text could mean, the likeliest first; all of them, in order, for no text."""
        typed = fold(text)
        if not typed:
            return [each.value for each in self._things[:most]]
        near = ((_distance(each.names, typed), place) for place, each in enumerate(self._things) if typed in each.names)
        found = [self._things[place].value for _, place in nsmallest(most, near)]
        return found or self._spelled(typed, most) or self._like(typed, most)

    def named(self, text: str) -> str | None:
        """Find the one thing that bears this name, however it is spelled; None where it is nobody's or several's."""
        typed = fold(text)
        if not typed:
            return None
        name = f"\n{typed}\n"
        bearers = [each.value for each in self._things if name in each.names] or self._spelled(typed, 2)
        return bearers[0] if len(bearers) == 1 else None

    def _spelled(self, typed: str, most: int) -> list[str]:
        """List what has a name that is the same in another spelling: "reactjs", "k8s"."""
        if not typed:
            return []
        told = shape_told(typed)
        places = {
            *self._spellings.get(joined(typed), ()),
            *(self._spellings.get(told, ()) if told else ()),
            *self._told.get(shape_of(typed), ()),
        }
        return [self._things[place].value for place in sorted(places)[:most]]

    def _like(self, typed: str, most: int) -> list[str]:
        names, owners = self._names
        hits = process.extract(typed, names, scorer=fuzz.ratio, score_cutoff=LIKE_ENOUGH, limit=most)
        return list(dict.fromkeys(self._things[owners[place]].value for _, _, place in hits))

    @cached_property
    def _names(self) -> tuple[list[str], list[int]]:
        """Every name, and whose it is by place."""
        every = [(name, place) for place, each in enumerate(self._things) for name in each.names.split("\n") if name]
        return [name for name, _ in every], [place for _, place in every]

    @cached_property
    def _spellings(self) -> Mapping[str | Shape, set[int]]:
        """Places by names written as one word, and by what a numeronym of a name would tell."""
        found: dict[str | Shape, set[int]] = {}
        for name, place in zip(*self._names, strict=True):
            for key in (joined(name), shape_of(name)):
                found.setdefault(key, set()).add(place)
        return found

    @cached_property
    def _told(self) -> Mapping[Shape, set[int]]:
        """Places by what those of their names tell that are numeronyms."""
        found: dict[Shape, set[int]] = {}
        for name, place in zip(*self._names, strict=True):
            if told := shape_told(name):
                found.setdefault(told, set()).add(place)
        return found


def find(things: Sequence[Findable], text: str, most: int = MOST) -> list[str]:
    """List the values that a text could mean, the likeliest first; all of them, in order, for no text."""
    return Index(things).find(text, most)


def named(things: Sequence[Findable], text: str) -> str | None:
    """Find the one thing that bears this name, however it is spelled; None where it is nobody's or several things'."""
    return Index(things).named(text)


def meant(things: Sequence[Findable], text: str, most: int = MOST) -> list[str]:
    """List what a text means where nobody can be asked: one value if that is clear, else all that come close.

    A value or a title that is the same, even in the singular, goes before an alias that is.
    """
    typed = fold(text)
    if not typed:
        return []
    ranks = [_closeness(each, typed) for each in things]
    closest = min(ranks, default=_FAR)
    if closest < _PART:
        return [each.value for each, rank in zip(things, ranks, strict=True) if rank == closest][:most]
    return (closest == _FAR and _clearly_like(things, typed)) or find(things, typed, most)


_PART, _FAR = 4, 5


def _closeness(thing: Findable, typed: str) -> int:
    """Tell the same value from the same title, any same name, the first words of a title, part of a name, and none."""
    names = thing.names
    if typed not in names:
        return _FAR
    if fold(thing.value) == typed:
        return 0
    if names.startswith((f"\n{typed}\n", f"\n{typed}s\n")):
        return 1
    if f"\n{typed}\n" in names:
        return 2
    return 3 if names.startswith(f"\n{typed} ") else _PART


def _clearly_like(things: Sequence[Findable], typed: str) -> list[str]:
    titles = [each.names.split("\n", 2)[1] for each in things]
    hits = process.extract(typed, titles, scorer=fuzz.ratio, score_cutoff=LIKE_ENOUGH, limit=2)
    is_clear = len(hits) == 1 or (hits and hits[0][1] - hits[1][1] >= CLEARLY_LIKER)
    return [things[hits[0][2]].value] if is_clear else []


def _distance(names: str, typed: str) -> int:
    """Tell a whole name from a beginning, from the beginning of a word, from any part."""
    if f"\n{typed}\n" in names:
        return 0
    if f"\n{typed}" in names:
        return 1
    return 2 if f" {typed}" in names else 3
