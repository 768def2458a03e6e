"""When two people can talk: the hours that they share, in a day by their zones or in a week by what they gave."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from bot.core.domain.weeks import zone_of

TALKING_FROM, TALKING_UNTIL = time(9), time(21)
"""Local hours in which people agree to talk, until members give their own."""

ENOUGH_HOURS = 4.0
"""Shared hours a day above which more time together adds nothing to a score; a week, where somebody gave theirs."""

QUARTERS = 4 * 24 * 7
"""Quarters of an hour in a week: no zone's clock stands off by less."""

Hours = tuple[tuple[int, int], ...]
"""Weekly availability in one's own zone: (first, end) in quarters of an hour since Monday's first moment."""

_DAY = timedelta(days=1)
_QUARTER = timedelta(minutes=15)
_TALKING = datetime.combine(date.min, TALKING_UNTIL) - datetime.combine(date.min, TALKING_FROM)
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_RANGE = re.compile(r"([a-z]{3})[a-z]*(?:\s*-\s*([a-z]{3})[a-z]*)?\s+(\d{1,2})(?::(\d\d))?\s*-\s*(\d{1,2})(?::(\d\d))?")


def read_hours(parts: Iterable[str]) -> Hours:
    """Read ranges such as `Mon 18:00-20:00` or `Mon-Fri 7-9`; raise ValueError, naming the one that can't be read."""
    found = set[int]()
    for part in parts:
        said = _RANGE.fullmatch(part.strip().lower().replace("\N{EN DASH}", "-"))
        if said is None or said[1] not in _DAYS or (said[2] or said[1]) not in _DAYS:
            raise ValueError(part)
        start = int(said[3]) * 4 + int(said[4] or 0) // 15
        end = int(said[5]) * 4 + -(-int(said[6] or 0) // 15)
        if not 0 <= start < end <= QUARTERS // 7:
            raise ValueError(part)
        first, last = _DAYS.index(said[1]), _DAYS.index(said[2] or said[1])
        for day in range(first, last + 1 if last >= first else last + 8):
            found.update(range(day % 7 * 96 + start, day % 7 * 96 + end))
    return hours_of_quarters(found)


def quarters_of(hours: Hours) -> frozenset[int]:
    """Count hours out, quarter by quarter."""
    return frozenset(quarter for first, end in hours for quarter in range(first, end))


def hours_of_quarters(quarters: Iterable[int]) -> Hours:
    """Gather quarters of a week into ranges."""
    return _ranges(sorted(set(quarters)))


@lru_cache(maxsize=4096)
def shared_hours(zone: str, other: str, day: date) -> float:
    """Count the hours of a day in which both are in their talking hours, by how their clocks stand at its noon in UTC.

    One reading of both clocks keeps it symmetric where either changes to or from daylight saving, or skips a date.
    """
    noon = datetime.combine(day, time(12), tzinfo=UTC)
    apart = (_offset(zone, noon) - _offset(other, noon)) % _DAY
    shared = max(timedelta(), _TALKING - apart) + max(timedelta(), _TALKING - (_DAY - apart))
    return shared / timedelta(hours=1)


@lru_cache(maxsize=65536)
def week_of_hours(zone: str, hours: Hours | None, day: date) -> int:
    """Lay somebody's hours over a week in UTC, a bit for each quarter; their talking hours where they gave none.

    Nobody is free whose zone isn't known.
    """
    if not zone:
        return 0
    noon = datetime.combine(day, time(12), tzinfo=UTC)
    shift = round(_offset(zone, noon) / _QUARTER)
    week = 0
    for first, end in _TALKING_HOURS if hours is None else hours:
        for quarter in range(first, end):
            week |= 1 << (quarter - shift) % QUARTERS
    return week


def _ranges(quarters: list[int]) -> Hours:
    ranges: list[tuple[int, int]] = []
    for quarter in quarters:
        if ranges and ranges[-1][1] == quarter:
            ranges[-1] = (ranges[-1][0], quarter + 1)
        else:
            ranges.append((quarter, quarter + 1))
    return tuple(ranges)


def _offset(zone: str, moment: datetime) -> timedelta:
    return moment.astimezone(zone_of(zone)).utcoffset() or timedelta()


_TALKING_HOURS = tuple((day * 96 + TALKING_FROM.hour * 4, day * 96 + TALKING_UNTIL.hour * 4) for day in range(7))
