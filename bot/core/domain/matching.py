"""How well a mentor fits a mentee, as a score made of parts that can each be said in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from functools import lru_cache

from bot.core.domain.gaps import GapCell, GapMatrix
from bot.core.domain.ids import CompetencyId, MemberId
from bot.core.domain.weeks import zone_of

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

_DAY = timedelta(days=1)
_TALKING = datetime.combine(date.min, TALKING_UNTIL) - datetime.combine(date.min, TALKING_FROM)


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


class Misfit(Enum):
    """The hard rule that forbids a pair."""

    SAME_MEMBER = "same-member"
    NO_PLACE = "no-place"
    NO_LANGUAGE = "no-language"
    NO_HOUR = "no-hour"
    NOTHING_TO_TEACH = "nothing-to-teach"


def misfit(seeker: Seeker, guide: Guide, day: date) -> Misfit | None:
    """Name the first hard rule, in the order of `Misfit`, that forbids a pair; None where it can be suggested."""
    if seeker.member == guide.member:
        return Misfit.SAME_MEMBER
    if guide.free <= 0:
        return Misfit.NO_PLACE
    if not set(seeker.languages) & set(guide.languages):
        return Misfit.NO_LANGUAGE
    if not shared_hours(seeker.zone, guide.zone, day):
        return Misfit.NO_HOUR
    if not any(teaches(guide, cell) for cell in seeker.matrix.open_cells):
        return Misfit.NOTHING_TO_TEACH
    return None


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
    """Count the hours of a day in which both are in their talking hours, by how their clocks stand at its noon in UTC.

    One reading of both clocks keeps it symmetric where either changes to or from daylight saving, or skips a date.
    """
    noon = datetime.combine(day, time(12), tzinfo=UTC)
    apart = (_offset(zone, noon) - _offset(other, noon)) % _DAY
    shared = max(timedelta(), _TALKING - apart) + max(timedelta(), _TALKING - (_DAY - apart))
    return shared / timedelta(hours=1)


def _offset(zone: str, moment: datetime) -> timedelta:
    return moment.astimezone(zone_of(zone)).utcoffset() or timedelta()
