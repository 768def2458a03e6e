"""A measurable outcome tied to the cells it closes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import Enum
from math import ceil, floor

from bot.core.domain.errors import (
    MeasureStandsStill,
    MilestoneOffTheWay,
    MovedOn,
    TargetMissing,
    TooManyMilestones,
)
from bot.core.domain.gaps import GapCell
from bot.core.domain.ids import CheckInId, CommunityId, CompetencyId, GoalId, MarkId, MemberId

ASKED_A_WEEK = 2
"""Goals that a week's form asks about: it is to take a minute."""

MOST_MILESTONES = 10


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
class Milestone:
    """A mark along the way: a number that the measure passes, or, where `at` is None, something done or not."""

    title: str
    at: float | None = None
    due_on: date | None = None
    reached_at: datetime | None = None


@dataclass(frozen=True)
class Mark:
    """Where a measure stood when its holder said so; `check_in` names the week whose form asked."""

    id: MarkId
    community: CommunityId
    goal: GoalId
    value: float
    said_at: datetime
    check_in: CheckInId | None = None


class Attestation(Enum):
    """What a mentor has said of a goal that was reached."""

    NONE = "none"
    """Nobody was asked."""
    ASKED = "asked"
    GIVEN = "given"
    NOT_YET = "not-yet"


@dataclass(frozen=True)
class Goal:
    """What a mentee wants to have reached by a date, and which competencies' cells that closes.

    `aims` is the level that reaching it is to show in each cell; `evidence` what the mentee says of it, and `word`
    what the mentor answered. Milestones stand in the order in which they are passed.
    """

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
    aims: Mapping[CompetencyId, int] = field(default_factory=dict)
    evidence: str = ""
    attestation: Attestation = Attestation.NONE
    word: str = ""
    milestones: tuple[Milestone, ...] = ()

    @property
    def is_yes_or_no(self) -> bool:
        """Whether it is only ever reached or not."""
        return not self.measure.unit and (self.measure.start, self.measure.target) == (0, 1)

    @property
    def next_milestone(self) -> Milestone | None:
        """The first mark that is still ahead."""
        return next((each for each in self.milestones if each.reached_at is None), None)

    def moved_to(self, current: float, now: datetime) -> "Goal":
        """Record where the measure is now, and which marks that passes; raise `MovedOn` if the goal is over."""
        if self.state is not GoalState.OPEN:
            raise MovedOn(state=self.state.value)
        passed = tuple(
            replace(each, reached_at=now) if each.reached_at is None and self._passes(each, current) else each
            for each in self.milestones
        )
        return replace(self, measure=replace(self.measure, current=current), milestones=passed)

    def with_milestone(self, milestone: Milestone) -> "Goal":
        """Set one more mark; raise `MovedOn` if the goal is over, `MilestoneOffTheWay` or `TooManyMilestones`."""
        if self.state is not GoalState.OPEN:
            raise MovedOn(state=self.state.value)
        if len(self.milestones) >= MOST_MILESTONES:
            raise TooManyMilestones(most=MOST_MILESTONES)
        low, high = sorted((self.measure.start, self.measure.target))
        if milestone.at is not None and (self.is_yes_or_no or not low < milestone.at <= high):
            raise MilestoneOffTheWay
        return replace(self, milestones=tuple(sorted((*self.milestones, milestone), key=self._place)))

    def is_overdue(self, today: date) -> bool:
        """Whether its day is past and it is still open."""
        return self.state is GoalState.OPEN and self.due_on < today

    def put_off(self, due_on: date) -> "Goal":
        """Mean another day; raise `MovedOn` if the goal is over."""
        if self.state is not GoalState.OPEN:
            raise MovedOn(state=self.state.value)
        return replace(self, due_on=due_on)

    def ticked(self, places: Iterable[int], now: datetime) -> "Goal":
        """Say that marks, by their places, are reached; those that were before stay as they were."""
        wanted = set(places)
        return replace(
            self,
            milestones=tuple(
                replace(each, reached_at=now) if place in wanted and each.reached_at is None else each
                for place, each in enumerate(self.milestones)
            ),
        )

    def done(self, now: datetime, evidence: str = "") -> "Goal":
        """Reach it: the measure stands at its target."""
        reached = self.moved_to(self.measure.target, now)
        return replace(reached, state=GoalState.DONE, done_at=now, evidence=evidence)

    def dropped(self) -> "Goal":
        """Let it go."""
        if self.state is not GoalState.OPEN:
            raise MovedOn(state=self.state.value)
        return replace(self, state=GoalState.DROPPED)

    def with_evidence(self, evidence: str) -> "Goal":
        """Say what shows that it is reached; raise `MovedOn` where it isn't, or where that is settled."""
        if self.state is not GoalState.DONE or self.attestation is Attestation.GIVEN:
            raise MovedOn(state=Attestation.GIVEN.value if self.state is GoalState.DONE else self.state.value)
        return replace(self, evidence=evidence)

    def asked_for(self, evidence: str) -> "Goal":
        """Ask the mentor whether it shows the levels that it aims at; raise `MovedOn` where that is settled."""
        return replace(self.with_evidence(evidence), attestation=Attestation.ASKED, word="")

    def attested(self) -> "Goal":
        """The mentor says that it does; raise `MovedOn` where nobody asks."""
        return replace(self._awaiting(), attestation=Attestation.GIVEN)

    def held_back(self, word: str) -> "Goal":
        """The mentor says not yet, and why; raise `MovedOn` where nobody asks."""
        return replace(self._awaiting(), attestation=Attestation.NOT_YET, word=word)

    def _awaiting(self) -> "Goal":
        if self.attestation is not Attestation.ASKED:
            raise MovedOn(state=self.attestation.value)
        return self

    def _passes(self, milestone: Milestone, current: float) -> bool:
        if milestone.at is None:
            return False
        return current >= milestone.at if self.measure.target > self.measure.start else current <= milestone.at

    def _place(self, milestone: Milestone) -> tuple[date, float]:
        """Order marks as they are passed: by date, those without one at the goal's own; then by number."""
        way = 0.0 if milestone.at is None else abs(milestone.at - self.measure.start)
        return milestone.due_on or self.due_on, way


def next_level(cell: GapCell) -> int:
    """Say which level closing a bit of a cell shows: the next one up, at most what is asked.

    Where nobody knows where its holder is, that is what is asked.
    """
    asked = max(1, ceil(cell.required))
    return asked if cell.current is None else min(asked, floor(cell.current) + 1)


def asked_about(goals: Iterable[Goal], opened_at: datetime, most: int = ASKED_A_WEEK) -> list[Goal]:
    """Choose the goals that a week's form asks about: what is due first of those set before the week was opened.

    The choice rests on nothing that changes while the form lies open but a goal's end, so that no answer is taken for
    another goal's.
    """
    opened = (each for each in goals if each.state is GoalState.OPEN and each.set_at <= opened_at)
    return sorted(opened, key=lambda goal: (goal.due_on, goal.set_at, goal.id))[:most]
