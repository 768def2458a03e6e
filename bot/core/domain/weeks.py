"""A member's own week: which one it is, when its moments fall, and when a person is awake.

Our own rule on `zoneinfo`: of two local times the first; a time that daylight saving skips is shifted forward
by the length of the gap. Both are what `fold=0` gives (PEP 495).
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from bot.core.domain.errors import UnknownTimeZone
from bot.core.domain.programmes import Weekday

DAYS = 7

_MOMENTS = 8192
"""How many answers are kept of each kind: thousands of members share a zone and a cadence, and are asked at once."""


@dataclass(frozen=True, order=True)
class LocalWeek:
    """An ISO week of some member's calendar, kept as its Monday."""

    monday: date

    def __str__(self) -> str:
        """Write the week as ISO does: `2026-W47`."""
        year, week, _ = self.monday.isocalendar()
        return f"{year:04d}-W{week:02d}"

    def plus(self, weeks: int) -> "LocalWeek":
        """Return the week so many weeks later."""
        return LocalWeek(self.monday + timedelta(weeks=weeks))

    def since(self, earlier: "LocalWeek") -> int:
        """Count the weeks from `earlier` to this one."""
        return (self.monday - earlier.monday).days // DAYS

    @staticmethod
    def parse(text: str) -> "LocalWeek":
        """Read `2026-W47`; raise ValueError if it is not a week."""
        return LocalWeek(date.fromisoformat(f"{text}-1"))


@lru_cache(maxsize=1024)
def zone_of(name: str) -> ZoneInfo:
    """Find a time zone by its IANA name, or raise `UnknownTimeZone`."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:  # OSError: a name that is a directory of the zone data
        raise UnknownTimeZone(zone=name) from error


def week_of(moment: datetime, zone: str) -> LocalWeek:
    """Find the local ISO week in which an aware moment falls."""
    local = moment.astimezone(zone_of(zone)).date()
    return LocalWeek(local - timedelta(days=local.isoweekday() - 1))


def instant(day: date, at: time, zone: str) -> datetime:
    """Turn a local date and time into UTC by this module's rule."""
    return datetime.combine(day, at, tzinfo=zone_of(zone)).astimezone(UTC)


@lru_cache(maxsize=_MOMENTS)
def slot(week: LocalWeek, weekday: Weekday, at: time, zone: str) -> datetime:
    """Find the UTC instant of a weekday and time in a local week."""
    return instant(week.monday + timedelta(days=weekday - 1), at, zone)


@lru_cache(maxsize=_MOMENTS)
def end_of(week: LocalWeek, zone: str) -> datetime:
    """Find the UTC instant at which a local week is over: the first moment of the next Monday."""
    return instant(week.plus(1).monday, time.min, zone)


def is_waking(moment: datetime, zone: str, waking_from: time, waking_until: time) -> bool:
    """Tell whether a member may be written to at this moment."""
    return waking_from <= moment.astimezone(zone_of(zone)).time() < waking_until


@lru_cache(maxsize=_MOMENTS)
def next_waking(moment: datetime, zone: str, waking_from: time, waking_until: time) -> datetime:
    """Find the first moment from this one on at which a member may be written to, in UTC."""
    if is_waking(moment, zone, waking_from, waking_until):
        return moment.astimezone(UTC)
    local = moment.astimezone(zone_of(zone))
    day = local.date() if local.time() < waking_from else local.date() + timedelta(days=1)
    return instant(day, waking_from, zone)
