"""What wall clocks show, found by watching them: a second opinion that shares no code with the core's own weeks."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.adapters.zones import use_pinned_zones

STEP = timedelta(minutes=15)
"""How often a clock is looked at: every offset and every change of one since 1972 falls on a quarter of an hour."""

_WATCH = timedelta(hours=3)
"""How long before the likely moment watching begins, and how long after it gives up; changes are of 2 h at most."""


def trust_pinned_zones() -> None:
    """Read the same data about the world as the program does: the code is our own, the data is not ours to choose."""
    use_pinned_zones()
    ZoneInfo.clear_cache()


def wall_at(moment: datetime, zone: str) -> datetime:
    """Read the clock on a wall of `zone`: a naive local time."""
    return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def monday_at(moment: datetime, zone: str) -> date:
    """Find the Monday of the week that a calendar on that wall shows."""
    today = wall_at(moment, zone).date()
    return date.fromordinal(today.toordinal() - today.weekday())


def first_reaches(wall: datetime, zone: str) -> datetime:
    """Find the UTC instant at which a wall clock first reaches a naive time.

    A clock that is put forward past it is taken to run on as it did before, which is what being shifted forward by
    the gap means. A clock that is put back shows the time twice; the first counts.
    """
    hands = ZoneInfo(zone)
    near = wall.replace(tzinfo=UTC) - (wall.replace(tzinfo=hands).utcoffset() or timedelta())
    looked = near - _WATCH
    while looked <= near + _WATCH:
        shown = looked.astimezone(hands).replace(tzinfo=None)
        following = (looked + STEP).astimezone(hands).replace(tzinfo=None)
        looked += STEP
        if following == wall:
            return looked
        if shown < wall < following:
            return looked - STEP + (wall - shown)
    raise LookupError(f"no clock in {zone} ever shows {wall}")
