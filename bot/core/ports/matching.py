"""What solves rounds of matching: one port, two engines that are held to the same proof."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from bot.core.domain.matching import (
    Guide,
    Market,
    Objective,
    Outcome,
    Seeker,
    Terms,
    market_of_people,
    solved,
)


class MatchingEngine(Protocol):
    """Finds the best round; the same for any order of people. Never called on the event loop."""

    name: str
    """Kept with a round, so that it can be replayed to the same answer."""

    def solve(self, market: Market, objective: Objective) -> Outcome:
        """Find the best round of ready scores."""

    def pair(
        self, seekers: Sequence[Seeker], guides: Sequence[Guide], day: date, terms: Terms, objective: Objective
    ) -> Outcome:
        """Score people by the terms as they stand on a day, and find the best round.

        The outcome's market may hold only those pairs that matter for the round, more than the paired ones.
        """


class PlainEngine:
    """The engine that needs nothing but Python."""

    name = "plain"

    def solve(self, market: Market, objective: Objective) -> Outcome:
        """Find the best round; of equal ones the one that the ids choose."""
        return solved(market, objective)

    def pair(
        self, seekers: Sequence[Seeker], guides: Sequence[Guide], day: date, terms: Terms, objective: Objective
    ) -> Outcome:
        """Score every pair, and find the best round."""
        return solved(market_of_people(seekers, guides, day, terms), objective)
