"""A measurable outcome tied to the cells it closes."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum

from bot.core.domain.errors import MeasureStandsStill, MovedOn, TargetMissing
from bot.core.domain.ids import CommunityId, CompetencyId, GoalId, MemberId


class GoalState(Enum):
    """Where a goal is in its life."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True)
class Measure:
    """From where to where, in what unit, and where it is now; a yes/no goal goes from 0 to 1 with no unit."""

    start: float
    target: float
    unit: str
    current: float

    @property
    def share(self) -> float:
        """How much of the way is done, 0-1; works for measures that should fall, too."""
        if self.target == self.start:
            return 1.0
        return min(1.0, max(0.0, (self.current - self.start) / (self.target - self.start)))


def span_of(start: float | None, target: float | None, unit: str) -> tuple[float, float]:
    """Read where a measure starts and ends; one without any of them is a yes/no goal, from 0 to 1.

    Raise `TargetMissing` or `MeasureStandsStill` where it can't be measured.
    """
    if target is None:
        if unit or start is not None:
            raise TargetMissing
        return 0.0, 1.0
    if target == (start or 0.0):
        raise MeasureStandsStill
    return start or 0.0, target


@dataclass(frozen=True)
class Goal:
    """What a mentee wants to have reached by a date, and which competencies' cells that closes."""

    id: GoalId
    community: CommunityId
    member: MemberId
    title: str
    measure: Measure
    due_on: date
    cells: tuple[CompetencyId, ...]
    state: GoalState
    set_at: datetime
    done_at: datetime | None = None

    def moved_to(self, current: float) -> "Goal":
        """Record where the measure is now, or raise `MovedOn` if the goal is over."""
        if self.state is not GoalState.OPEN:
            raise MovedOn(state=self.state.value)
        return replace(self, measure=replace(self.measure, current=current))

    def done(self, now: datetime) -> "Goal":
        """Reach it: the measure stands at its target."""
        return replace(self.moved_to(self.measure.target), state=GoalState.DONE, done_at=now)

    def dropped(self) -> "Goal":
        """Let it go."""
        return replace(self.moved_to(self.measure.current), state=GoalState.DROPPED)
