"""Which roadmap fits a member best, and one composed from steps of several where none of them does."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.core.domain.gaps import GapCell, GapMatrix
from bot.core.domain.ids import CompetencyId, RoadmapId, StepId
from bot.core.domain.roadmaps.cutting import Cut, cut, is_met
from bot.core.domain.roadmaps.graphs import Roadmap, Step, needs_by_place, ordered

COMPOSED = RoadmapId("composed")
WORTH_COMPOSING = 0.05
"""How much more of the gap a composed roadmap must close than the best single one to be offered beside it."""


@dataclass(frozen=True)
class Fit:
    """A roadmap with what it does for one member."""

    roadmap: Roadmap
    cut: Cut

    @property
    def closes(self) -> float:
        """How much of the member's gap it closes, 0-1."""
        return self.cut.closes


def fitting(roadmaps: Iterable[Roadmap], matrix: GapMatrix) -> list[Fit]:
    """List the roadmaps that close any of a member's gap, the best first: what closes more, then what is shorter."""
    fits = [Fit(roadmap, cut(roadmap, matrix)) for roadmap in roadmaps]
    return sorted(
        (fit for fit in fits if fit.cut.steps and fit.closes > 0),
        key=lambda fit: (-round(fit.closes, 9), fit.cut.hours, fit.roadmap.id),
    )


def offered(roadmaps: Sequence[Roadmap], matrix: GapMatrix, title: str) -> list[Fit]:
    """List what to offer a member: what fits, and before it a composed one of this title where that closes more."""
    fits = fitting(roadmaps, matrix)
    composed = compose(roadmaps, matrix, title)
    if composed is None or len(composed.sources) == 1:
        return fits
    whole = Fit(composed, cut(composed, matrix))
    best = fits[0].closes if fits else 0.0
    return [whole, *fits] if whole.closes - best > WORTH_COMPOSING else fits


def compose(roadmaps: Sequence[Roadmap], matrix: GapMatrix, title: str) -> Roadmap | None:
    """Put a roadmap together from steps of several, cell by cell, the most valuable cell first; None without any.

    For each open cell that what is chosen so far doesn't bring to its level, the roadmap that brings it farthest, with
    the least to add, gives its steps for it and what those need. What the chosen ones already lift to is not taken
    twice: the new steps need those that do. So nothing chosen ever needs what is chosen later, and there is no circle.
    """
    chosen = _Chosen()
    pool = [_Pool(roadmap, matrix) for roadmap in sorted(roadmaps, key=lambda each: each.id)]
    for cell in matrix.open_cells:
        offers = [each.offer(cell, chosen) for each in pool]
        best = max(
            (offer for offer in offers if offer.reaches > chosen.reached(cell)),
            key=lambda offer: (offer.reaches, -offer.hours),
            default=None,
        )
        if best is not None:
            chosen.take(best)
    if not chosen.steps:
        return None
    first = next(each for each in roadmaps if each.id == chosen.sources[0])
    return Roadmap(
        id=COMPOSED,
        version=1,
        language=first.language,
        title=title,
        summary="",
        author="",
        framework=first.framework,
        role=matrix.role.id,
        steps=tuple(chosen.steps),
        sources=tuple(chosen.sources),
    )


def composed_id(source: RoadmapId, step: StepId) -> StepId:
    """Name a step of a roadmap in one that is composed of several."""
    return StepId(f"{source}.{step}")


@dataclass(frozen=True)
class _Offer:
    """Steps of one roadmap for one cell, and up to which level they bring it."""

    source: RoadmapId
    steps: tuple[Step, ...]
    reaches: float
    graph: Mapping[StepId, Step]
    """The roadmap that they are of."""
    met: frozenset[StepId]

    @property
    def hours(self) -> float:
        return sum(step.hours for step in self.steps)


class _Chosen:
    """What a composed roadmap is made of so far."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self.sources: list[RoadmapId] = []
        self.names: dict[tuple[RoadmapId, StepId], StepId] = {}
        self.levels: dict[CompetencyId, float] = {}

    def reached(self, cell: GapCell) -> float:
        """Say to which level of a cell it comes; no farther than is required."""
        return min(cell.required, max(cell.current or 0.0, self.levels.get(cell.competency.id, 0.0)))

    def lifts(self, step: Step) -> bool:
        """Tell whether it comes to a step's level without it."""
        return self.levels.get(step.competency, 0.0) >= step.level

    def take(self, offer: _Offer) -> None:
        """Take an offer's steps in."""
        if offer.source not in self.sources:
            self.sources.append(offer.source)
        self.names |= {(offer.source, step.id): composed_id(offer.source, step.id) for step in offer.steps}
        earlier = list(self.steps)
        for step in offer.steps:
            needs = dict.fromkeys(each for need in step.needs for each in self._needed(offer, need, earlier))
            self.steps.append(replace(step, id=self.names[offer.source, step.id], needs=tuple(needs)))
        for step in offer.steps:
            self.levels[step.competency] = max(step.level, self.levels.get(step.competency, 0.0))

    def _needed(self, offer: _Offer, need: StepId, earlier: Sequence[Step]) -> Iterable[StepId]:
        """Name the step that is needed, or those of other roadmaps that lift to its level in its stead."""
        if (offer.source, need) in self.names:
            return (self.names[offer.source, need],)
        if need in offer.met:
            return ()
        wanted = offer.graph[need]
        able = [each for each in earlier if each.competency == wanted.competency and each.level >= wanted.level]
        lowest = min((each.level for each in able), default=0.0)
        return (each.id for each in able if each.level == lowest)


class _Pool:
    """One roadmap's steps, as far as the member hasn't met them."""

    def __init__(self, roadmap: Roadmap, matrix: GapMatrix) -> None:
        self._roadmap = roadmap
        cells = {cell.competency.id: cell for cell in matrix.cells}
        self._steps = roadmap.steps
        self._order, self._needs = ordered(roadmap.steps), needs_by_place(roadmap.steps)
        self._met = [is_met(step, cells) for step in roadmap.steps]
        self._graph = {step.id: step for step in roadmap.steps}
        self._met_ids = frozenset(step.id for step, met in zip(self._steps, self._met, strict=True) if met)

    def offer(self, cell: GapCell, chosen: _Chosen) -> _Offer:
        """Offer the steps that bring a cell to its level, or as far as they go, with what they need beside `chosen`."""
        competency = cell.competency.id
        levels = [
            step.level
            for step, met in zip(self._steps, self._met, strict=True)
            if step.competency == competency and not met
        ]
        top = min((level for level in levels if level >= cell.required), default=max(levels, default=0.0))
        taken = self._taken(competency, top, chosen)
        return _Offer(self._roadmap.id, taken, min(top, cell.required), self._graph, self._met_ids)

    def _taken(self, competency: CompetencyId, top: float, chosen: _Chosen) -> tuple[Step, ...]:
        wanted: set[int] = set()
        asked: set[int] = set()
        for place in reversed(self._order):
            step = self._steps[place]
            if self._met[place] or (self._roadmap.id, step.id) in chosen.names:
                continue
            is_target = step.competency == competency and step.level <= top
            if (is_target or place in asked) and not chosen.lifts(step):
                wanted.add(place)
                asked.update(self._needs[place])
        return tuple(self._steps[place] for place in self._order if place in wanted)
