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


class MatchingEngines(Protocol):
    """The engines that are installed; what the larger one needs is loaded when it is first asked for."""

    def for_size(self, pairs: int) -> MatchingEngine:
        """Choose for so many pairs of a mentee and a mentor."""

    def called(self, name: str) -> MatchingEngine | None:
        """Find the one of a name, None where it isn't installed."""


class OnlyPlain:
    """The engine that needs nothing, for whatever size."""

    def for_size(self, pairs: int) -> MatchingEngine:  # noqa: ARG002  as the port has it
        """Choose the only one there is."""
        return PlainEngine()

    def called(self, name: str) -> MatchingEngine | None:
        """Know the one."""
        return PlainEngine() if name == PlainEngine.name else None
