"""What a round is solved on: scored pairs that are allowed, mentors' places, and how the answer is told."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from bot.core.domain.ids import MemberId

UNIT = 1_000_000_000
"""Scores are whole billionths inside, so that sums are exact and the same on every machine."""

Choice = tuple[int, int]
"""A mentor that a mentee may have: (what it costs, which is less the more the pair is worth; the mentor's index)."""


class Objective(Enum):
    """What a round is best in."""

    MOST = "most"
    TOTAL = "total"
    FAIR = "fair"
    STABLE = "stable"


@dataclass(frozen=True)
class Market:
    """Mentees and mentors in the order of their ids, and for each mentee the allowed mentors, best first.

    A choice's cost is its score in billionths, negated; equal ones stand in the order of the mentors' ids.
    """

    mentees: tuple[MemberId, ...]
    mentors: tuple[MemberId, ...]
    places: tuple[int, ...]
    choices: Sequence[Sequence[Choice]]

    @cached_property
    def bonus(self) -> int:
        """What a pair is worth beside its score, in billionths: more than any two rounds differ in their totals."""
        ends = [cost for row in self.choices if row for cost in (row[0][0], row[-1][0])]
        most = min(len(self.mentees), sum(self.places))
        return UNIT + most * (max(0, *ends) - min(0, *ends)) if ends else UNIT


@dataclass(frozen=True)
class Duals:
    """What proves a round: no allowed pair is worth more than its two have together, and all of it is spent.

    In billionths: `gains` of the mentees, `prices` of one place at each mentor, the bonus of a pair.
    """

    bonus: int
    gains: tuple[int, ...]
    prices: tuple[int, ...]


@dataclass(frozen=True)
class Pair:
    """One pair of a round."""

    mentee: MemberId
    mentor: MemberId
    score: float


@dataclass(frozen=True)
class Certificate:
    """The duals in the scores' own unit, by id."""

    bonus: float
    mentees: Mapping[MemberId, float]
    mentors: Mapping[MemberId, float]


@dataclass(frozen=True)
class Outcome:
    """A solved round; `mates` has each mentee's mentor by index, None where there is none."""

    market: Market
    objective: Objective
    mates: tuple[int | None, ...]
    worths: tuple[int, ...]
    """Scores in billionths, in the order of the mentees; 0 for who is not paired."""
    duals: Duals | None

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """The pairs, by mentee."""
        market = self.market
        return tuple(
            Pair(mentee, market.mentors[mentor], worth / UNIT)
            for mentee, mentor, worth in zip(market.mentees, self.mates, self.worths, strict=True)
            if mentor is not None
        )

    @property
    def total(self) -> float:
        """The sum of the scores."""
        return sum(self.worths) / UNIT

    @property
    def worst(self) -> float | None:
        """The lowest score of a pair, None where there is no pair."""
        return min((pair.score for pair in self.pairs), default=None)

    @cached_property
    def unpaired(self) -> tuple[MemberId, ...]:
        """The mentees without a mentor."""
        return tuple(mentee for mentee, mate in zip(self.market.mentees, self.mates, strict=True) if mate is None)

    @property
    def certificate(self) -> Certificate | None:
        """What proves that there is no better round; None for objectives that have no such proof."""
        if self.duals is None:
            return None
        return Certificate(
            self.duals.bonus / UNIT,
            {who: gain / UNIT for who, gain in zip(self.market.mentees, self.duals.gains, strict=True)},
            {who: price / UNIT for who, price in zip(self.market.mentors, self.duals.prices, strict=True)},
        )


def market_of(
    scores: Iterable[tuple[MemberId, MemberId, float]],
    places: Mapping[MemberId, int],
    mentees: Iterable[MemberId] = (),
) -> Market:
    """Order scored pairs (mentee, mentor, score); `mentees` names also those whom no pair names.

    A pair with a mentor who has no entry in `places` raises KeyError.
    """
    mentors = sorted(places)
    index = {mentor: number for number, mentor in enumerate(mentors)}
    rows: dict[MemberId, list[Choice]] = {mentee: [] for mentee in mentees}
    for mentee, mentor, score in scores:
        choice = (-round(score * UNIT), index[mentor])
        if mentee in rows:
            rows[mentee].append(choice)
        else:
            rows[mentee] = [choice]
    for row in rows.values():
        row.sort()
    ordered = sorted(rows)
    return Market(
        mentees=tuple(ordered),
        mentors=tuple(mentors),
        places=tuple(places[mentor] for mentor in mentors),
        choices=tuple(rows[mentee] for mentee in ordered),
    )


def outcome_of(market: Market, objective: Objective, mates: Sequence[int | None], duals: Duals | None) -> Outcome:
    """Tell a round by its mentees' mentors."""
    worths = tuple(
        0 if mate is None else next(-cost for cost, mentor in row if mentor == mate)
        for row, mate in zip(market.choices, mates, strict=True)
    )
    return Outcome(market, objective, tuple(mates), worths, duals)
