"""What two people have in common, for many pairs at once: a table of patterns, sets, weeks of hours."""

from collections.abc import Callable, Hashable, Sequence
from datetime import date
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from bot.adapters.matching.pools import Numbers
from bot.core.domain.matching import UNIT, Guide, Seeker, Terms, shared_hours
from bot.core.domain.matching.hours import ENOUGH_HOURS, QUARTERS, week_of_hours
from bot.core.domain.matching.scoring import alike

Reals = NDArray[np.float64]
Trait = TypeVar("Trait", bound=Hashable)

FORBIDDEN = -np.inf

_FEW = 100_000
"""Patterns that are quicker worked out one by one."""


class Patterns:
    """A part of a score by a trait that few people differ in, such as their zone: worked out once for two kinds."""

    def __init__(self, some: Sequence[Trait], others: Sequence[Trait], part: Callable[[Trait, Trait], float]) -> None:
        kinds, self._some = _coded(some)
        other_kinds, self._others = _coded(others)
        table = [[part(kind, other) for other in other_kinds] for kind in kinds]
        self._table = np.array(table, dtype=float).reshape(len(kinds), len(other_kinds))

    def of(self, rows: Numbers) -> Reals:
        """Return the part of some mentees with every mentor, or something that is the same for all."""
        if self._table.size == 1:
            return self._table
        return np.take(self._table[self._some[rows]], self._others, axis=1)


class Preferences:
    """How much of what two people prefer both prefer."""

    def __init__(self, some: Sequence[frozenset[str]], others: Sequence[frozenset[str]], weight: float) -> None:
        self._weight = weight
        self.are_said = any(some) and any(others)
        self._patterns: Patterns | None = None
        if len(set(some)) * len(set(others)) <= _FEW:
            self._patterns = Patterns(some, others, lambda mine, theirs: round(weight * alike(mine, theirs) * UNIT))
            return
        words = sorted(frozenset().union(*some) & frozenset().union(*others))
        self._some, self._others = _marked(some, words), _marked(others, words).T
        self._sizes = np.array([len(each) for each in some], dtype=float)
        self._other_sizes = np.array([len(each) for each in others], dtype=float)

    def of(self, rows: Numbers) -> Reals:
        """Return the part of some mentees with every mentor."""
        if self._patterns is not None:
            return self._patterns.of(rows)
        shared = (self._some[rows] @ self._others).astype(float)
        either = self._sizes[rows][:, None] + self._other_sizes - shared
        part: Reals = np.rint(self._weight * (shared / np.maximum(either, 1)) * UNIT)
        return part


class Hours:
    """The hours that two share: of a week where somebody gave their own, else of a day by their zones."""

    def __init__(self, seekers: Sequence[Seeker], guides: Sequence[Guide], day: date, terms: Terms) -> None:
        self._weight, self._in_force = terms.weights.hours, terms.with_hours
        self._daily = Patterns(
            [each.zone for each in seekers],
            [each.zone for each in guides],
            lambda zone, other: shared_hours(zone, other, day) if zone and other else 0.0,
        )
        self._gave = np.array([each.hours is not None for each in seekers], dtype=bool)
        self._theirs = np.array([each.hours is not None for each in guides], dtype=bool)
        self._parts = Patterns(
            [each.zone for each in seekers],
            [each.zone for each in guides],
            lambda zone, other: float(self._part(np.array(shared_hours(zone, other, day) if zone and other else 0.0))),
        )
        self._weekly = bool(self._gave.any() or self._theirs.any())
        if self._weekly:
            self._weeks = _weeks(seekers, day)
            self._their_weeks = _weeks(guides, day).T

    def of(self, rows: Numbers) -> Reals:
        """Return the part of some mentees with every mentor."""
        if not self._weekly:
            return self._parts.of(rows)
        hours = (self._weeks[rows].astype(np.float32) @ self._their_weeks.astype(np.float32)).astype(float) / 4
        hours[hours < 1] = 0
        return self._part(np.where(self._gave[rows][:, None] | self._theirs, hours, self._daily.of(rows)))

    def _part(self, hours: Reals) -> Reals:
        part = np.rint(self._weight * np.minimum(hours, ENOUGH_HOURS) / ENOUGH_HOURS * UNIT)
        return np.where(hours == 0, FORBIDDEN, part) if self._in_force else part


def _coded(traits: Sequence[Trait]) -> tuple[list[Trait], Numbers]:
    codes: dict[Trait, int] = {}
    numbers = [codes.setdefault(trait, len(codes)) for trait in traits]
    return list(codes), np.array(numbers, dtype=np.int64)


def _marked(sets: Sequence[frozenset[str]], words: Sequence[str]) -> NDArray[np.float32]:
    marks = np.zeros((len(sets), len(words)), dtype=np.float32)
    column = {word: number for number, word in enumerate(words)}
    for row, each in enumerate(sets):
        marks[row, [column[word] for word in each if word in column]] = 1
    return marks


def _weeks(people: Sequence[Seeker] | Sequence[Guide], day: date) -> NDArray[np.uint8]:
    packed = b"".join(week_of_hours(each.zone, each.hours, day).to_bytes(QUARTERS // 8, "little") for each in people)
    rows = np.frombuffer(packed, dtype=np.uint8).reshape(len(people), QUARTERS // 8)
    return np.unpackbits(rows, axis=1, bitorder="little")
