"""What weeks that really went teach the plan: how many hours there were, and how much longer steps took."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

A_WEEK = timedelta(weeks=1)
LOOKED_BACK = timedelta(weeks=12)
"""How far back weeks count: what somebody had time for last year says little of next month."""
EARLY = timedelta(weeks=3)
"""So long nothing is said of a pace: two weeks are weather."""
DOUBT = 20.0
"""Hours of doing as planned that every member is credited with, so that one odd step doesn't turn a plan around."""
LEAST, MOST = 0.5, 3.0
"""Between these the effort of what is left is stretched, whatever the steps done so far took."""


@dataclass(frozen=True)
class Stint:
    """Work that was done: hours as planned and as they really were, and when it ended."""

    planned: float
    spent: float
    ended_at: datetime


@dataclass(frozen=True)
class Pace:
    """How it really goes."""

    hours_a_week: float
    """Hours really given a week, over the weeks that count."""
    stretch: float
    """Real hours for each planned one; what is left takes so many times its hours."""


def pace_of(stints: Iterable[Stint], since: datetime, now: datetime) -> Pace | None:
    """Return how it goes since the enrolment; None where it is too early to tell."""
    if now - since < EARLY:
        return None
    worked = tuple(stints)
    start = max(since, now - LOOKED_BACK)
    lately = sum(stint.spent for stint in worked if stint.ended_at >= start)
    return Pace(lately / ((now - start) / A_WEEK), stretch_of(worked))


def stretch_of(stints: Iterable[Stint]) -> float:
    """Return real hours for each planned one; 1 where nothing is done yet."""
    worked = tuple(stints)
    spent, planned = sum(stint.spent for stint in worked), sum(stint.planned for stint in worked)
    return min(MOST, max(LEAST, (spent + DOUBT) / (planned + DOUBT)))
