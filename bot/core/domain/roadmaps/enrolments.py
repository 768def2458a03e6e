"""A member's own copy of a roadmap: cut to them, with what they did, skipped and added."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from itertools import count

from bot.core.domain.errors import MovedOn, NotFound
from bot.core.domain.ids import (
    CommunityId,
    CompetencyId,
    EnrolmentId,
    FrameworkId,
    MemberId,
    RoadmapId,
    RoleId,
    StepId,
)
from bot.core.domain.roadmaps.cutting import Cut
from bot.core.domain.roadmaps.errors import NothingToClose, ProofMissing, StepNotReady, StepSettled
from bot.core.domain.roadmaps.graphs import Roadmap, Step
from bot.core.domain.roadmaps.pacing import Stint
from bot.core.domain.roadmaps.planning import Task

LEAST_LEFT = 0.1
"""The share of a step's hours that is still planned for when as many were given as it should have taken, or more."""


class EnrolmentState(Enum):
    """Where an enrolment is in its life."""

    ACTIVE = "active"
    COMPLETED = "completed"
    LEFT = "left"


class StepState(Enum):
    """Where a step is for one member."""

    OPEN = "open"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    SKIPPED = "skipped"
    SET_ASIDE = "set_aside"
    """Its level was met when the roadmap was cut."""


TO_DO = frozenset({StepState.OPEN, StepState.IN_PROGRESS})
"""States of what is still to be done."""


@dataclass(frozen=True)
class EnrolledStep:
    """A member's copy of a step, with what became of it."""

    step: Step
    number: int = 0
    """What it is called by in this enrolment, for good; 0 before it has one."""
    state: StepState = StepState.OPEN
    is_own: bool = False
    """Whether the member added it, or kept it where a newer version dropped it."""
    evidence: str = ""
    reason: str = ""
    """Why it was skipped."""
    spent: float = 0.0
    """Hours really given."""
    begun_at: datetime | None = None
    settled_at: datetime | None = None

    @property
    def id(self) -> StepId:
        """The step's id."""
        return self.step.id

    @property
    def is_to_do(self) -> bool:
        """Whether it is still to be done."""
        return self.state in TO_DO


@dataclass(frozen=True)
class Enrolment:
    """A member on a roadmap. Its steps stand in the order in which they are to be done, those set aside last."""

    id: EnrolmentId
    community: CommunityId
    member: MemberId
    roadmap: RoadmapId
    version: int
    title: str
    framework: FrameworkId
    role: RoleId
    sources: tuple[RoadmapId, ...]
    """What it was composed of; empty where it is of one roadmap."""
    state: EnrolmentState
    enrolled_at: datetime
    steps: tuple[EnrolledStep, ...]
    ended_at: datetime | None = None

    @property
    def to_do(self) -> tuple[EnrolledStep, ...]:
        """What is still to be done, in order: what was begun first."""
        return tuple(sorted((each for each in self.steps if each.is_to_do), key=_begun_first))

    @property
    def next_step(self) -> EnrolledStep | None:
        """What to do now: what was begun, else the first that waits for nothing."""
        return next((each for each in self.to_do if not self.waits_for(each)), None)

    @property
    def done(self) -> tuple[EnrolledStep, ...]:
        """What is done, in the order in which that happened."""
        done = (each for each in self.steps if each.state is StepState.DONE)
        return tuple(sorted(done, key=lambda each: each.settled_at or self.enrolled_at))

    @property
    def share(self) -> float:
        """How much of the effort is behind the member, 0-1; what was skipped or set aside doesn't count."""
        counted = [each for each in self.steps if each.is_to_do or each.state is StepState.DONE]
        hours = sum(each.step.hours for each in counted)
        done = sum(each.step.hours for each in counted if each.state is StepState.DONE)
        return done / hours if hours else 1.0

    def find(self, step: StepId) -> EnrolledStep:
        """Find a step, or raise `NotFound`."""
        for each in self.steps:
            if each.id == step:
                return each
        raise NotFound

    def called(self, number: int) -> EnrolledStep:
        """Find a step by its number, or raise `NotFound`."""
        for each in self.steps:
            if each.number == number:
                return each
        raise NotFound

    def waits_for(self, each: EnrolledStep) -> tuple[EnrolledStep, ...]:
        """List what has to be done before a step."""
        needs = set(each.step.needs)
        return tuple(other for other in self.steps if other.id in needs and other.is_to_do)

    def active(self) -> "Enrolment":
        """Return it, or raise `MovedOn` where it is over."""
        if self.state is not EnrolmentState.ACTIVE:
            raise MovedOn(state=self.state.value)
        return self

    def begun(self, step: StepId, now: datetime) -> "Enrolment":
        """Begin a step; raise `StepNotReady` where others come first, `StepSettled` where it is over."""
        each = self._ready(step)
        return self._with(replace(each, state=StepState.IN_PROGRESS, begun_at=each.begun_at or now))

    def worked(self, step: StepId, hours: float, now: datetime) -> "Enrolment":
        """Give some hours to a step, which begins it."""
        each = self._ready(step)
        begun = replace(each, state=StepState.IN_PROGRESS, begun_at=each.begun_at or now)
        return self._with(replace(begun, spent=each.spent + hours))

    def finished(self, step: StepId, evidence: str, spent: float, now: datetime) -> "Enrolment":
        """Finish a step: `spent` are all hours that it took. Raise `ProofMissing` for a milestone with no evidence."""
        each = self._ready(step)
        if each.step.is_milestone and not evidence:
            raise ProofMissing(proof=each.step.proof)
        done = replace(each, state=StepState.DONE, evidence=evidence, spent=spent, begun_at=each.begun_at or now)
        return self._with(replace(done, settled_at=now)).closed(now)

    def skipped(self, step: StepId, reason: str, now: datetime) -> "Enrolment":
        """Leave a step out, which lets those behind it go on."""
        each = self._to_do(step)
        return self._with(replace(each, state=StepState.SKIPPED, reason=reason, settled_at=now)).closed(now)

    def overtaken(self, risen: Mapping[CompetencyId, float]) -> tuple[EnrolledStep, ...]:
        """List the steps that nobody has begun and whose level the member has come to since, by these levels."""
        return tuple(
            each
            for each in self.steps
            if each.state is StepState.OPEN
            and not each.is_own
            and risen.get(each.step.competency, 0.0) >= each.step.level
        )

    def without(self, steps: Collection[StepId], now: datetime) -> "Enrolment":
        """Set steps aside that are still open, since their level is met."""
        aside = {each.id for each in self.active().steps if each.state is StepState.OPEN and each.id in steps}
        return replace(
            self,
            steps=tuple(
                replace(each, state=StepState.SET_ASIDE, settled_at=now) if each.id in aside else each
                for each in self.steps
            ),
        ).closed(now)

    def reopened(self, step: StepId) -> "Enrolment":
        """Take up again what was skipped or set aside; a step that is done stays done."""
        each = self.active().find(step)
        if each.is_to_do or each.state is StepState.DONE:
            raise StepSettled(state=each.state.value)
        back = self._with(replace(each, state=StepState.OPEN, reason="", settled_at=None))
        return replace(back, steps=in_order(back.steps))

    def with_own(self, step: Step) -> "Enrolment":
        """Add a step of the member's own, before what else is to be done."""
        own = EnrolledStep(step, max((each.number for each in self.steps), default=0) + 1, is_own=True)
        place = next((at for at, each in enumerate(self.active().steps) if each.state is StepState.OPEN), None)
        steps = list(self.steps)
        steps.insert(len(steps) if place is None else place, own)
        return replace(self, steps=in_order(steps))

    def left(self, now: datetime) -> "Enrolment":
        """Leave the roadmap; what was done stays on record."""
        return replace(self.active(), state=EnrolmentState.LEFT, ended_at=now)

    def closed(self, now: datetime) -> "Enrolment":
        """End it where nothing is left to do."""
        if any(each.is_to_do for each in self.steps):
            return self
        return replace(self, state=EnrolmentState.COMPLETED, ended_at=now)

    def _to_do(self, step: StepId) -> EnrolledStep:
        each = self.active().find(step)
        if not each.is_to_do:
            raise StepSettled(state=each.state.value)
        return each

    def _ready(self, step: StepId) -> EnrolledStep:
        each = self._to_do(step)
        if waiting := self.waits_for(each):
            raise StepNotReady(needs=waiting[0].step.title)
        return each

    def _with(self, changed: EnrolledStep) -> "Enrolment":
        return replace(self, steps=tuple(changed if each.id == changed.id else each for each in self.steps))


def enrolled(
    roadmap: Roadmap, way: Cut, enrolment: EnrolmentId, whose: tuple[CommunityId, MemberId], now: datetime
) -> Enrolment:
    """Copy a cut roadmap for a member; raise `NothingToClose` where nothing is left of it."""
    if not way.steps:
        raise NothingToClose
    met = (replace(step, needs=()) for step in way.met)
    return Enrolment(
        id=enrolment,
        community=whose[0],
        member=whose[1],
        roadmap=roadmap.id,
        version=roadmap.version,
        title=roadmap.title,
        framework=roadmap.framework,
        role=roadmap.role,
        sources=roadmap.sources,
        state=EnrolmentState.ACTIVE,
        enrolled_at=now,
        steps=numbered(
            (
                *(EnrolledStep(step) for step in way.steps),
                *(EnrolledStep(step, state=StepState.SET_ASIDE, settled_at=now) for step in met),
            )
        ),
    )


def tasks_left(enrolment: Enrolment, stretch: float = 1.0) -> tuple[Task, ...]:
    """Say what is left to plan, in order; `stretch` is by how much hours really differ from those planned."""
    steps = in_order([each for each in enrolment.steps if each.is_to_do])
    return tuple(_left(each, stretch) for each in steps)


def stints(enrolment: Enrolment) -> tuple[Stint, ...]:
    """List the work that is done; where no hours were told, it took what was planned."""
    return tuple(
        Stint(each.step.hours, each.spent or each.step.hours, each.settled_at or enrolment.enrolled_at)
        for each in enrolment.done
    )


def in_order(steps: Iterable[EnrolledStep]) -> tuple[EnrolledStep, ...]:
    """Keep the order as far as prerequisites let it: a step waits until all that it needs stands before it."""
    waiting = list(steps)
    ids = {each.id for each in waiting}
    placed: dict[StepId, EnrolledStep] = {}
    while waiting:
        ready = next(each for each in waiting if all(need in placed or need not in ids for need in each.step.needs))
        waiting.remove(ready)
        placed[ready.id] = ready
    return tuple(placed.values())


def numbered(steps: Iterable[EnrolledStep]) -> tuple[EnrolledStep, ...]:
    """Give every step a number that has none, after those that are taken."""
    known = tuple(steps)
    fresh = count(max((each.number for each in known), default=0) + 1)
    return tuple(each if each.number else replace(each, number=next(fresh)) for each in known)


def _left(each: EnrolledStep, stretch: float) -> Task:
    whole = each.step.hours * stretch
    hours = max(whole - each.spent, LEAST_LEFT * whole)
    weeks = each.step.weeks * hours / whole
    return Task(each.id, hours, weeks, each.step.needs, is_begun=each.state is StepState.IN_PROGRESS)


def _begun_first(each: EnrolledStep) -> bool:
    return each.state is not StepState.IN_PROGRESS
