"""The engine for thousands of people: the port on numpy and OR-tools."""

from collections.abc import Sequence
from datetime import date

from bot.adapters.matching.flows import LARGEST, NOBODY, proved
from bot.adapters.matching.people import People
from bot.adapters.matching.pools import Pool, Rows, Table
from bot.core.domain.matching import UNIT, Duals, Guide, Market, Objective, Outcome, Seeker, Terms, solved


class ScaleEngine:
    """Sums are solved here; what is fair or stable isn't a sum, and is solved by the plain rules."""

    name = "scale"

    def solve(self, market: Market, objective: Objective) -> Outcome:
        """Find the best round of ready scores; scores too large for 64 bits are summed by the plain rules."""
        small = market.bonus * (len(market.mentees) + len(market.mentors)) < LARGEST
        if objective in _SUMS and market.mentees and market.mentors and small:
            return _best(Table(market), objective)
        return solved(market, objective)

    def pair(
        self, seekers: Sequence[Seeker], guides: Sequence[Guide], day: date, terms: Terms, objective: Objective
    ) -> Outcome:
        """Score people in blocks, and find the best round."""
        people = People(seekers, guides, day, terms)
        some = objective in _SUMS and seekers and guides
        return _best(people, objective) if some else solved(people.market(), objective)


_SUMS = frozenset({Objective.MOST, Objective.TOTAL})


def _best(pool: Pool, objective: Objective) -> Outcome:
    low, high = pool.spread()
    most = min(len(pool.mentees), sum(pool.places))
    bonus = UNIT + most * (max(0, high) - min(0, low)) if objective is Objective.MOST else 0
    mates, gains, prices, pairs = proved(pool, bonus)
    market = Market(pool.mentees, pool.mentors, pool.places, Rows(len(pool.mentees), pairs))
    made = pairs.mentors == mates[pairs.mentees]
    worths = [0] * len(pool.mentees)
    for mentee, worth in zip(pairs.mentees[made].tolist(), pairs.worths[made].tolist(), strict=True):
        worths[mentee] = worth
    return Outcome(
        market=market,
        objective=objective,
        mates=tuple(None if mate == NOBODY else mate for mate in mates.tolist()),
        worths=tuple(worths),
        duals=Duals(bonus, tuple(gains.tolist()), tuple(prices.tolist())),
    )
