"""The path to a destination: readiness as mentors have attested it, over time, against the pace that is needed.

A member's own claims never move a path; they only say where it began. `docs/growth.md` has the rules in words.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.core.domain.frameworks import DestinationRole, Requirement
from bot.core.domain.gaps import Assessment
from bot.core.domain.ids import CompetencyId
from bot.core.domain.weeks import zone_of

FIRST_WORD = timedelta(days=14)
"""A mentor's first word on a cell this soon after its holder's own corrects where the cell began; it is no move."""


@dataclass(frozen=True)
class Move:
    """A day on which attested levels changed readiness: `gain` is by how much, 0-1; below 0 for a step back."""

    on: date
    gain: float


@dataclass(frozen=True)
class Path:
    """Readiness over time, from where the member began; laid against one role as it is today.

    Moves are in order, one a day at most. A change of destination or framework lays the whole history anew against
    what is asked now: it moves the line and the past with it, and is no move.
    """

    begun_on: date
    start: float
    moves: tuple[Move, ...] = ()

    @property
    def readiness(self) -> float:
        """How much of the destination is met as far as attested, 0-1."""
        return min(1.0, max(0.0, self.start + sum(each.gain for each in self.moves)))

    def at(self, day: date) -> float:
        """How much was met at the end of a day."""
        return self.start + sum(each.gain for each in self.moves if each.on <= day)


def path_of(role: DestinationRole, history: Iterable[Assessment], zone: str) -> Path | None:
    """Lay every assessment that there was of a member against a role; None where there was none.

    Days are those of `zone`. What is asked of each cell is the role's; a cell that nobody knows a level of is all gap.
    """
    told = sorted((each for each in history if each.level is not None), key=lambda each: (each.assessed_at, each.id))
    if not told:
        return None
    begun_on = _day(told[0].assessed_at, zone)
    cells = {
        competency: _Course.of([each for each in told if each.competency == competency]) for competency in role.requires
    }
    asked = sum(each.weight * each.level for each in role.requires.values())
    steps = [
        (_day(at, zone), before, after, role.requires[competency])
        for competency, course in cells.items()
        for at, before, after in course.steps()
    ]
    return Path(
        begun_on=begun_on,
        start=_readiness(role.requires, {each: course.start for each, course in cells.items()}, asked),
        moves=_by_day(steps, asked),
    )


@dataclass(frozen=True)
class _Course:
    """One cell: where it began, and each level attested since, with its moment."""

    start: float
    attested: tuple[tuple[datetime, int], ...] = ()

    @staticmethod
    def of(told: Sequence[Assessment]) -> "_Course":
        """Read a cell's assessments, oldest first, each with a level."""
        attested = tuple((each.assessed_at, each.level) for each in told if each.is_attested and each.level is not None)
        if not told:
            return _Course(0)
        first = told[0]
        start = first.level or 0
        if attested:
            at, level = attested[0]
            if level < start or at - first.assessed_at <= FIRST_WORD:
                return _Course(level, attested[1:])
        return _Course(start, attested)

    def steps(self) -> Iterable[tuple[datetime, float, float]]:
        """List (moment, level before, level after)."""
        before = self.start
        for at, level in self.attested:
            yield at, before, level
            before = level


def _readiness(
    requires: Mapping[CompetencyId, Requirement], levels: Mapping[CompetencyId, float], asked: float
) -> float:
    if not asked:
        return 1.0
    return sum(need.weight * min(levels[each], need.level) for each, need in requires.items()) / asked


def _by_day(steps: Iterable[tuple[date, float, float, Requirement]], asked: float) -> tuple[Move, ...]:
    gains: dict[date, float] = {}
    for day, before, after, need in steps:
        met = min(after, need.level) - min(before, need.level)
        if met and need.weight and asked:
            gains[day] = gains.get(day, 0.0) + need.weight * met / asked
    return tuple(Move(day, gains[day]) for day in sorted(gains) if gains[day])


def _day(at: datetime, zone: str) -> date:
    return at.astimezone(zone_of(zone)).date()
