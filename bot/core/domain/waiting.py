"""How long one waits for a mentor, told from how long others did, and only where enough of them are known."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

FEWEST = 5
"""Waits below which nothing is told: three people are no experience."""
LOOKED_AT = 30
"""The latest waits, so that a programme that has changed isn't told from its beginnings."""


@dataclass(frozen=True)
class ExpectedWait:
    """Half of `among` people waited no longer than `half_days`, three in four no longer than `most_days`."""

    half_days: int
    most_days: int
    among: int


def expected_wait(waits: Sequence[timedelta]) -> ExpectedWait | None:
    """Tell what to expect, days rounded up; None where too few are known."""
    if len(waits) < FEWEST:
        return None
    days = sorted(-(-wait // timedelta(days=1)) for wait in waits)
    return ExpectedWait(_of_share(days, 2, 4), _of_share(days, 3, 4), len(days))


def _of_share(days: Sequence[int], part: int, parts: int) -> int:
    """Find the smallest number of days that so large a part of them didn't exceed."""
    return days[-(-len(days) * part // parts) - 1]
