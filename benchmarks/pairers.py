"""Ways to pair a crowd: both engines, scipy, and what people do; each in a process of its own, for its memory."""

import multiprocessing
import resource
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import partial
from random import Random
from time import perf_counter

import numpy as np
from scipy.optimize import linear_sum_assignment

from benchmarks.applicants import applicants
from bot.adapters.matching.engine import ScaleEngine
from bot.adapters.matching.people import People
from bot.adapters.matching.pools import Rows, Table
from bot.core.domain.ids import MemberId
from bot.core.domain.matching import TERMS, UNIT, Market, Objective, Outcome, market_of
from bot.core.ports import PlainEngine

DAY = date(2026, 11, 23)
SCARCE = 0.015
"""The share of pairs that are allowed where people are left out."""

AT_HAND = 64
"""Of each mentee's pairs so many are held for what can't hold all of a large crowd's."""


@dataclass(frozen=True)
class Crowd:
    """How many there are; `share` of the pairs are allowed at random, or None where people are scored."""

    mentees: int
    mentors: int
    share: float | None = None

    def __str__(self) -> str:
        """Write it as a heading."""
        return f"{self.mentees:,} x {self.mentors:,}" + (f", {self.share:.1%} allowed" if self.share else "")


@dataclass(frozen=True)
class Took:
    """What a run took and found: seconds, megabytes above what the people themselves take, pairs, their total."""

    seconds: float
    megabytes: float
    paired: int
    total: float


_FEW = 400_000
_SEED = 7

Result = tuple[int, float]
"""Pairs, and their total."""


def took(way: str, crowd: Crowd, runs: int) -> Took:
    """Run a way to pair in a new process, the best of some runs."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(_run, way, crowd, runs).result()


def _run(way: str, crowd: Crowd, runs: int) -> Took:
    pair = WAYS[way](crowd)
    WAYS[way](Crowd(20, 10, crowd.share))()  # what is loaded once isn't a round's
    before, best = _peak(), float("inf")
    paired, total = 0, 0.0
    for _ in range(runs):
        start = perf_counter()
        paired, total = pair()
        best = min(best, perf_counter() - start)
    return Took(best, _peak() - before, paired, total)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _scale(crowd: Crowd) -> Callable[[], Result]:
    if crowd.share is not None:
        return partial(_solved, ScaleEngine(), _scarce(crowd))
    seekers, guides = applicants(crowd.mentees, crowd.mentors)
    return lambda: _result(ScaleEngine().pair(seekers, guides, DAY, TERMS, Objective.MOST))


def _plain_scoring(crowd: Crowd) -> Callable[[], Result]:
    seekers, guides = applicants(crowd.mentees, crowd.mentors)
    return lambda: _result(PlainEngine().pair(seekers, guides, DAY, TERMS, Objective.MOST))


def _plain(crowd: Crowd) -> Callable[[], Result]:
    return partial(_solved, PlainEngine(), _market(crowd))


def _scipy(crowd: Crowd) -> Callable[[], Result]:
    if crowd.share is not None:
        market = _scarce(crowd)
        return lambda: _assigned(Table(market))
    seekers, guides = applicants(crowd.mentees, crowd.mentors)
    return lambda: _assigned(People(seekers, guides, DAY, TERMS))


def _greedy(crowd: Crowd) -> Callable[[], Result]:
    market = _market(crowd)
    return lambda: _taken(market, sorted((c, e, m) for e, row in enumerate(market.choices) for c, m in row))


def _first_come(crowd: Crowd) -> Callable[[], Result]:
    market = _market(crowd)
    return lambda: _taken(market, [(c, e, m) for e, row in enumerate(market.choices) for c, m in row])


WAYS: Mapping[str, Callable[[Crowd], Callable[[], Result]]] = {
    "scale": _scale,
    "plain": _plain,
    "plain with scoring": _plain_scoring,
    "scipy": _scipy,
    "greedy": _greedy,
    "first come": _first_come,
}


def _solved(engine: PlainEngine | ScaleEngine, market: Market) -> Result:
    return _result(engine.solve(market, Objective.MOST))


def _result(outcome: Outcome) -> Result:
    return len(outcome.pairs), outcome.total


def _market(crowd: Crowd) -> Market:
    """Hold each mentee's best pairs as ready scores, all of them where the crowd is small."""
    if crowd.share is not None:
        return _scarce(crowd)
    seekers, guides = applicants(crowd.mentees, crowd.mentors)
    people = People(seekers, guides, DAY, TERMS)
    if crowd.mentees * crowd.mentors <= _FEW:
        return people.market()
    pairs, _ = people.best(AT_HAND)
    return Market(people.mentees, people.mentors, people.places, tuple(map(tuple, Rows(crowd.mentees, pairs))))


def _scarce(crowd: Crowd) -> Market:
    seeded = Random(_SEED)
    mentees = [MemberId(f"mentee-{number:05}") for number in range(crowd.mentees)]
    places = {MemberId(f"mentor-{number:05}"): seeded.randint(2, 5) for number in range(crowd.mentors)}
    scores = [(e, m, seeded.random()) for e in mentees for m in places if seeded.random() < (crowd.share or 0)]
    return market_of(scores, places, mentees)


def _assigned(pool: Table | People) -> Result:
    """Pair by scipy, with a column for each place; what isn't allowed is worth nothing."""
    low, high = pool.spread()
    bonus = UNIT + min(len(pool.mentees), sum(pool.places)) * (max(0, high) - min(0, low))
    pairs, _ = pool.best(len(pool.mentors))
    worths = np.zeros((len(pool.mentees), len(pool.mentors)))
    worths[pairs.mentees, pairs.mentors] = pairs.worths + bonus
    columns = np.repeat(np.arange(len(pool.mentors)), pool.places)
    row, column = linear_sum_assignment(worths[:, columns], maximize=True)
    found = worths[row, columns[column]]
    return int((found > 0).sum()), float((found[found > 0] - bonus).sum() / UNIT)


def _taken(market: Market, edges: Iterable[tuple[int, int, int]]) -> Result:
    """Make each pair in turn whose two are still free."""
    left = list(market.places)
    paired, total = set[int](), 0
    for cost, mentee, mentor in edges:
        if mentee not in paired and left[mentor]:
            paired.add(mentee)
            left[mentor] -= 1
            total -= cost
    return len(paired), total / UNIT
