"""The programme's clock as the page shows and moves it."""

from datetime import datetime, time, timedelta
from enum import Enum
from typing import Protocol, assert_never
from zoneinfo import ZoneInfo

_MONDAY_HOUR = time(9)
_WEEK = 7


class ProgrammeClock(Protocol):
    """Programme time, as it is handed to the adapter."""

    async def now(self) -> datetime:
        """Return the current aware instant."""

    async def zone(self) -> str:
        """Return the IANA name of the community's zone."""

    async def advance(self, to: datetime) -> None:
        """Move forward to an aware instant, visiting each due instant on the way in order; never back."""


class Step(Enum):
    """How far the page's buttons move the clock."""

    HOUR = "hour"
    DAY = "day"
    MONDAY = "monday"


def target(step: Step, now: datetime, zone: ZoneInfo) -> datetime:
    """Say where a step leads: days and Mondays are counted on the wall clock of `zone`."""
    local = now.astimezone(zone)
    match step:
        case Step.HOUR:
            return now + timedelta(hours=1)
        case Step.DAY:
            return local + timedelta(days=1)  # aware arithmetic in one zone keeps the wall clock's time
        case Step.MONDAY:
            monday = local.date() + timedelta(days=-local.weekday() % _WEEK)
            if datetime.combine(monday, _MONDAY_HOUR, zone) <= local:
                monday += timedelta(days=_WEEK)
            return datetime.combine(monday, _MONDAY_HOUR, zone)
        case _:
            assert_never(step)
