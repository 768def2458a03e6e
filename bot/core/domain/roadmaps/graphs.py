"""What a roadmap is, and when its graph of steps holds together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.core.domain.frameworks import Framework
from bot.core.domain.ids import CompetencyId, FrameworkId, RoadmapId, RoleId, StepId
from bot.core.domain.roadmaps.errors import (
    MilestoneUnproved,
    PrerequisitesInCircle,
    PrerequisiteUnknown,
    RoadmapEmpty,
    RoadmapRoleUnknown,
    StepCompetencyUnknown,
    StepEffortUnlikely,
    StepLevelOffScale,
    StepTwice,
)

MOST_HOURS = 120
"""Hours of one step: what takes a month of full days is several steps."""
ARROW = " → "


@dataclass(frozen=True)
class Resource:
    """Something public to learn from; `url` leads to where its publisher keeps it (https)."""

    title: str
    url: str


@dataclass(frozen=True)
class Step:
    """One thing to do on the way, which lifts a competency to a level of the framework's scale.

    Several steps may lift the same competency to the same level: it is reached when all of them are done.
    """

    id: StepId
    title: str
    competency: CompetencyId
    level: float
    hours: float
    """Effort."""
    needs: tuple[StepId, ...] = ()
    """What must be done before."""
    weeks: float = 0.0
    """The shortest time that it takes however many hours a week there are: a rota runs for a month."""
    resources: tuple[Resource, ...] = ()
    proof: str = ""
    """What a mentor could look at to see that it is done."""
    is_milestone: bool = False
    """Whether it proves the level that it lifts to."""


@dataclass(frozen=True)
class Roadmap:
    """A curated graph of steps towards a role, in one language, by somebody who answers for it."""

    id: RoadmapId
    version: int
    language: str
    title: str
    summary: str
    author: str
    framework: FrameworkId
    role: RoleId
    steps: tuple[Step, ...]
    sources: tuple[RoadmapId, ...] = ()
    """The roadmaps that it was composed of; empty in one that somebody has written."""

    @property
    def hours(self) -> float:
        """The effort of all steps."""
        return sum(step.hours for step in self.steps)


def checked(roadmap: Roadmap, framework: Framework) -> Roadmap:
    """Return the roadmap if it holds together within its framework.

    Raises:
        RoadmapEmpty, RoadmapRoleUnknown: there is nothing to follow, or nowhere to go.
        StepTwice, PrerequisiteUnknown, PrerequisitesInCircle: the steps are no graph of prerequisites.
        StepCompetencyUnknown, StepLevelOffScale: a step lifts what the framework can't measure.
        StepEffortUnlikely, MilestoneUnproved: a step can't be planned, or a milestone proves nothing.
    """
    if not roadmap.steps:
        raise RoadmapEmpty
    if roadmap.role not in framework.roles:
        raise RoadmapRoleUnknown(role=roadmap.role)
    for step in roadmap.steps:
        _check_step(step, framework)
    ordered(roadmap.steps)
    return roadmap


def ordered(steps: Sequence[Step]) -> list[int]:
    """Return the places of steps in an order of their prerequisites, otherwise as they stand.

    Raise `StepTwice`, `PrerequisiteUnknown` or `PrerequisitesInCircle` where there is none.
    """
    needs = needs_by_place(steps)
    waits = [len(each) for each in needs]
    opens: list[list[int]] = [[] for _ in steps]
    for place, each in enumerate(needs):
        for need in each:
            opens[need].append(place)
    order = [place for place, wait in enumerate(waits) if not wait]
    for place in order:  # it grows as it is walked
        for follower in opens[place]:
            waits[follower] -= 1
            if not waits[follower]:
                order.append(follower)
    if len(order) < len(steps):
        circle = _circle(needs, {place for place, wait in enumerate(waits) if wait})
        raise PrerequisitesInCircle(steps=ARROW.join(steps[place].id for place in circle))
    return order


def needs_by_place(steps: Sequence[Step]) -> list[list[int]]:
    """List, for each step, the places of the steps that it needs; raise `StepTwice` or `PrerequisiteUnknown`."""
    places: dict[StepId, int] = {}
    for place, step in enumerate(steps):
        if places.setdefault(step.id, place) != place:
            raise StepTwice(step=step.id)
    return [[_place_of(need, step, places) for need in dict.fromkeys(step.needs)] for step in steps]


def _check_step(step: Step, framework: Framework) -> None:
    levels = framework.levels
    if step.competency not in framework.competencies:
        raise StepCompetencyUnknown(step=step.id, competency=step.competency)
    if not levels.holds(step.level) or step.level == levels.lowest:
        facts = {"level": f"{step.level:g}", "lowest": f"{levels.lowest:g}", "highest": f"{levels.highest:g}"}
        raise StepLevelOffScale(step=step.id, **facts)
    if not 0 < step.hours <= MOST_HOURS:
        raise StepEffortUnlikely(step=step.id, hours=f"{step.hours:g}", most=MOST_HOURS)
    if step.is_milestone and not step.proof:
        raise MilestoneUnproved(step=step.id)


def _place_of(need: StepId, step: Step, places: Mapping[StepId, int]) -> int:
    if need not in places:
        raise PrerequisiteUnknown(step=step.id, needs=need)
    return places[need]


def _circle(needs: Sequence[Sequence[int]], waiting: set[int]) -> list[int]:
    """Walk from need to need among those that wait until a step comes again; what lies between is a circle."""
    path: list[int] = []
    place = min(waiting)
    while place not in path:
        path.append(place)
        place = min(need for need in needs[place] if need in waiting)
    circle = path[path.index(place) :]
    return [*reversed(circle), circle[-1]]
