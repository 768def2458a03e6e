"""How well a mentor fits a mentee, as a score made of parts that can each be said in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from bot.core.domain.gaps import GapCell, GapMatrix
from bot.core.domain.ids import CompetencyId, MemberId
from bot.core.domain.weeks import instant

WEIGHT_CELLS = 0.7
WEIGHT_HOURS = 0.2
WEIGHT_LANGUAGE = 0.1
"""Published weights of the parts; they sum to 1, so a score is 0-1."""

ENOUGH_HOURS = 4.0
"""Shared hours a day above which more time together adds nothing to a score."""

TALKING_FROM, TALKING_UNTIL = time(9), time(21)
"""Local hours in which people agree to talk, until members give their own."""

TEACHING_MARGIN = 1
"""A mentor teaches a cell when they are at least this many levels above the mentee."""


@dataclass(frozen=True)
class Seeker:
    """A mentee as matching sees them."""

    member: MemberId
    matrix: GapMatrix
    zone: str
    languages: tuple[str, ...]


@dataclass(frozen=True)
class Guide:
    """A mentor as matching sees them; `free` is how many more mentees they take."""

    member: MemberId
    levels: Mapping[CompetencyId, int]
    zone: str
    languages: tuple[str, ...]
    free: int


@dataclass(frozen=True)
class Match:
    """A suggestion with its score, 0-1, and the reasons for it; nothing has happened."""

    mentee: MemberId
    mentor: MemberId
    score: float
    covered: tuple[GapCell, ...]
    coverage: float
    shared_hours: float
    shared_languages: tuple[str, ...]


def match(seeker: Seeker, guide: Guide, day: date) -> Match | None:
    """Score one pair, or None where a hard rule forbids it: no common language, no common hour, nothing to teach."""
    shared = tuple(language for language in seeker.languages if language in guide.languages)
    hours = shared_hours(seeker.zone, guide.zone, day)
    covered = tuple(cell for cell in seeker.matrix.open_cells if teaches(guide, cell))
    if not shared or not hours or not covered or seeker.member == guide.member:
        return None
    worth = sum(cell.rank for cell in seeker.matrix.open_cells)
    coverage = sum(cell.rank for cell in covered) / worth
    score = (
        WEIGHT_CELLS * coverage
        + WEIGHT_HOURS * min(hours, ENOUGH_HOURS) / ENOUGH_HOURS
        + WEIGHT_LANGUAGE * bool(shared)
    )
    return Match(seeker.member, guide.member, score, covered, coverage, hours, shared)


def teaches(guide: Guide, cell: GapCell) -> bool:
    """Tell whether the mentor is far enough above the mentee; an unknown level of the mentor never counts."""
    return guide.levels.get(cell.competency.id, 0) >= (cell.current or 0) + TEACHING_MARGIN


def suggest(seeker: Seeker, guides: Iterable[Guide], day: date) -> tuple[Match, ...]:
    """Rank the mentors with a free place for one mentee, best first, ties by member."""
    found = (match(seeker, guide, day) for guide in guides if guide.free > 0)
    return tuple(sorted((each for each in found if each), key=lambda each: (-each.score, each.mentor)))


@lru_cache(maxsize=4096)
def shared_hours(zone: str, other: str, day: date) -> float:
    """Count the hours of one day in which both are in their talking hours."""
    start = instant(day, TALKING_FROM, zone)
    length = instant(day, TALKING_UNTIL, zone) - start
    best = timedelta()
    for shift in (-1, 0, 1):
        theirs = instant(day + timedelta(days=shift), TALKING_FROM, other)
        until = instant(day + timedelta(days=shift), TALKING_UNTIL, other)
        best += _overlap(start, start + length, theirs, until)
    return best / timedelta(hours=1)


def _overlap(start: datetime, end: datetime, other_start: datetime, other_end: datetime) -> timedelta:
    return max(timedelta(), min(end, other_end) - max(start, other_start))
