"""The best round of the pairs at hand as a flow of least cost, and the dual values that prove it over all pairs.

OR-tools gives the flow, not its potentials: the least prices are found as a longest path is, and exist just where no
chain of moves betters the round.
"""

import numpy as np
from numpy.typing import NDArray
from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

from bot.adapters.matching.pools import NOTHING, Numbers, Pairs, Pool

WIDTH = 32
"""Of each mentee's pairs so many are tried first, then also those that the proof finds wanting."""

NOBODY = -1

LARGEST = 2**61
"""The solver multiplies costs by its number of nodes in 64 bits; this leaves it some room."""


def proved(pool: Pool, bonus: int) -> tuple[Numbers, Numbers, Numbers, Pairs]:
    """Return each mentee's mentor (`NOBODY`), the gains, the prices, and the pairs that were at hand in the end."""
    places = np.array(pool.places, dtype=np.int64)
    number = len(pool.mentees)
    pairs, rest = pool.best(WIDTH)
    while True:
        mates = _flow(number, places, pairs, bonus)
        found = _proof(pool, mates, pairs, rest, bonus)
        if isinstance(found, tuple):
            return mates, *found
        if len(found.worths) == len(pairs.worths):
            raise RuntimeError("the solver's flow is not the best one of the pairs it was given")
        pairs = found


def _flow(number: int, places: Numbers, pairs: Pairs, bonus: int) -> Numbers:
    """Send each mentee over a pair and a place, or past both."""
    useful = (places[pairs.mentors] > 0) & (pairs.worths + bonus >= 0)
    mentees, mentors, worths = pairs.mentees[useful], pairs.mentors[useful], pairs.worths[useful]
    every, whom = np.arange(number), number + np.arange(len(places))
    sink = number + len(places)
    flow = SimpleMinCostFlow()
    arcs = flow.add_arcs_with_capacity_and_unit_cost(
        mentees, number + mentors, np.ones_like(mentees), -(worths + bonus)
    )
    flow.add_arcs_with_capacity_and_unit_cost(whom, np.full_like(whom, sink), places, np.zeros_like(whom))
    flow.add_arcs_with_capacity_and_unit_cost(
        every, np.full_like(every, sink), np.ones_like(every), np.zeros_like(every)
    )
    flow.set_nodes_supplies(np.append(every, sink), np.append(np.ones_like(every), -number))
    status = flow.solve()
    if status != flow.OPTIMAL:
        raise RuntimeError(f"the solver ended with {status}")
    used = flow.flows(arcs) > 0
    mates = np.full(number, NOBODY)
    mates[mentees[used]] = mentors[used]
    return mates


def _proof(
    pool: Pool, mates: Numbers, pairs: Pairs, rest: Numbers, bonus: int
) -> tuple[Numbers, Numbers, Pairs] | Pairs:
    """Prove a round over all pairs, or return those at hand with more that better it."""
    paired = mates != NOBODY
    own = np.zeros(len(mates), dtype=np.int64)
    theirs = paired[pairs.mentees] & (pairs.mentors == mates[pairs.mentees])
    own[pairs.mentees[theirs]] = pairs.worths[theirs] + bonus
    prices = np.zeros(len(pool.places), dtype=np.int64)
    full = np.bincount(mates[paired], minlength=len(prices)) >= np.array(pool.places)
    while True:
        gains = _least_prices(pairs, mates, own, prices, full, bonus)
        if gains is None:
            return pairs
        risky = np.flatnonzero((rest != NOTHING) & (rest > gains - bonus))
        over = pool.over(risky, gains - bonus, prices)
        if not len(over.worths):
            return gains, prices, pairs
        pairs = pairs.joined(over)


def _least_prices(
    pairs: Pairs, mates: Numbers, own: Numbers, prices: Numbers, full: NDArray[np.bool_], bonus: int
) -> Numbers | None:
    """Raise prices, in place, until no pair is worth more than its two; None where that doesn't end or isn't fair."""
    order = np.argsort(pairs.mentors, kind="stable")
    mentees, mentors, worths = pairs.mentees[order], pairs.mentors[order], pairs.worths[order] + bonus
    named, starts = np.unique(mentors, return_index=True)
    gains = own - _of_mates(prices, mates)
    for _ in range(len(prices) + 1 if len(named) else 0):
        needed = np.maximum.reduceat(worths - gains[mentees], starts)
        if (needed <= prices[named]).all():
            break
        prices[named] = np.maximum(prices[named], needed)
        gains = own - _of_mates(prices, mates)
        if (gains < 0).any() or prices[~full].any():
            return None
    else:
        if len(named):
            return None
    return gains


def _of_mates(prices: Numbers, mates: Numbers) -> Numbers:
    return np.where(mates == NOBODY, 0, prices[np.maximum(mates, 0)])
