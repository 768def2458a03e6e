"""Where the scale engine takes pairs from: each mentee's best so many, and whatever a proof still has to look at."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from bot.core.domain.ids import MemberId
from bot.core.domain.matching import Market
from bot.core.domain.matching.markets import Choice

Numbers = NDArray[np.int64]

NOTHING = np.iinfo(np.int64).min
"""The worth of a pair that isn't allowed."""


@dataclass(frozen=True)
class Pairs:
    """Allowed pairs by index, with their worth in billionths."""

    mentees: Numbers
    mentors: Numbers
    worths: Numbers

    def joined(self, more: "Pairs") -> "Pairs":
        """Add pairs, leaving out those that are here."""
        mentees, mentors = np.concatenate((self.mentees, more.mentees)), np.concatenate((self.mentors, more.mentors))
        key = mentees * (int(mentors.max(initial=0)) + 1) + mentors
        _, first = np.unique(key, return_index=True)
        worths = np.concatenate((self.worths, more.worths))
        return Pairs(mentees[first], mentors[first], worths[first])


class Pool(Protocol):
    """All allowed pairs of a round, which need not be at hand."""

    mentees: tuple[MemberId, ...]
    mentors: tuple[MemberId, ...]
    places: tuple[int, ...]

    def best(self, width: int) -> tuple[Pairs, Numbers]:
        """Return each mentee's best pairs, and for each mentee the most that any other of theirs can be worth."""

    def spread(self) -> tuple[int, int]:
        """Return a bound below and one above the worth of any pair."""

    def over(self, rows: Numbers, gains: Numbers, prices: Numbers) -> Pairs:
        """Return the pairs of some mentees that are worth more than gain and price together."""


class Table:
    """Ready scores."""

    def __init__(self, market: Market) -> None:
        self.mentees, self.mentors, self.places = market.mentees, market.mentors, market.places
        self._sizes = np.array([len(row) for row in market.choices], dtype=np.int64)
        flat = np.array([choice for row in market.choices for choice in row], dtype=np.int64).reshape(-1, 2)
        self._all = Pairs(np.repeat(np.arange(len(self._sizes)), self._sizes), flat[:, 1].copy(), -flat[:, 0])
        self._starts = np.concatenate(([0], np.cumsum(self._sizes)))

    def best(self, width: int) -> tuple[Pairs, Numbers]:
        """Take the first of each row: rows are sorted."""
        rank = np.arange(len(self._all.worths)) - self._starts[self._all.mentees]
        kept = _some(self._all, rank < width)
        rest = np.full(len(self.mentees), NOTHING)
        longer = np.flatnonzero(self._sizes > width)
        rest[longer] = self._all.worths[self._starts[longer] + width]
        return kept, rest

    def spread(self) -> tuple[int, int]:
        """Look at all of them."""
        return int(self._all.worths.min(initial=0)), int(self._all.worths.max(initial=0))

    def over(self, rows: Numbers, gains: Numbers, prices: Numbers) -> Pairs:
        """Look at all of them."""
        looked = np.zeros(len(self.mentees), dtype=bool)
        looked[rows] = True
        everything = self._all
        left = everything.worths - gains[everything.mentees] - prices[everything.mentors]
        return _some(everything, looked[everything.mentees] & (left > 0))


class Rows(Sequence[Sequence[Choice]]):
    """Pairs as a market's choices, made into rows when they are asked for."""

    def __init__(self, number: int, pairs: Pairs) -> None:
        self._number, self._pairs = number, pairs

    @cached_property
    def _sorted(self) -> tuple[Numbers, Numbers, Numbers]:
        pairs = self._pairs
        order = np.lexsort((pairs.mentors, -pairs.worths, pairs.mentees))
        starts = np.searchsorted(pairs.mentees[order], np.arange(self._number + 1))
        return -pairs.worths[order], pairs.mentors[order], starts

    def __len__(self) -> int:
        return self._number

    def __getitem__(self, index: int | slice) -> Sequence[Choice]:  # type: ignore[override]  # rows are asked for one by one
        if isinstance(index, slice):
            raise TypeError(index)
        if not 0 <= index < len(self):
            raise IndexError(index)
        costs, mentors, starts = self._sorted
        part = slice(starts[index], starts[index + 1])
        return list(zip(costs[part].tolist(), mentors[part].tolist(), strict=True))

    def __iter__(self) -> Iterator[Sequence[Choice]]:
        return (self[index] for index in range(len(self)))


def _some(pairs: Pairs, mask: NDArray[np.bool_]) -> Pairs:
    return Pairs(pairs.mentees[mask], pairs.mentors[mask], pairs.worths[mask])
