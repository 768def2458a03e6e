"""A roadmap cut to one member: what they have met set aside, the rest in the order that closes their gaps best.

Three laws hold for every cut, whatever the roadmap and the matrix (tests/core/domain/roadmaps/test_cutting.py):

1. a step never stands before one that it needs, directly or through steps that were set aside;
2. a step whose level is met is never in it, unless the member wished for it;
3. it reaches the level that the destination requires of each open cell, or the highest that the roadmap's steps can.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from heapq import heapify, heappop, heappush

from bot.core.domain.gaps import GapCell, GapMatrix
from bot.core.domain.ids import CompetencyId, StepId
from bot.core.domain.roadmaps.graphs import Roadmap, Step, needs_by_place, ordered

NO_WISHES: frozenset[StepId] = frozenset()


@dataclass(frozen=True)
class Cut:
    """What of a roadmap is left for one member.

    `steps` are in order and need nothing but each other: where a step between two of them fell out, the later one
    needs the earlier one itself.
    """

    steps: tuple[Step, ...]
    met: tuple[Step, ...]
    """Set aside: their level is met already."""
    beyond: tuple[Step, ...]
    """Left out: they close no gap of this destination's, and nothing that does needs them."""
    closes: float
    """How much of the member's weighted gap is closed in the end, 0-1; 1 where there is none."""
    short: tuple[GapCell, ...]
    """Open cells that don't come to the required level, the most valuable first."""

    @property
    def hours(self) -> float:
        """The effort of the steps that are left."""
        return sum(step.hours for step in self.steps)


def cut(roadmap: Roadmap, matrix: GapMatrix, wished: AbstractSet[StepId] = NO_WISHES) -> Cut:
    """Cut a roadmap to a member's matrix.

    A level that nobody has rated counts as not met: missing data is never agreement. `wished` are steps that the
    member wants to do although their level is met, or though their destination doesn't ask for them.
    """
    steps = roadmap.steps
    cells = {cell.competency.id: cell for cell in matrix.cells}
    order, needs = ordered(steps), needs_by_place(steps)
    tops = _tops(steps, cells)
    met = {place for place, step in enumerate(steps) if is_met(step, cells)}
    wanted = [
        place not in met and step.competency in tops and step.level <= tops[step.competency]
        for place, step in enumerate(steps)
    ]
    kept = _with_needs(order, needs, wanted, met)
    kept |= {place for place, step in enumerate(steps) if step.id in wished}
    left = _contracted(steps, order, needs, kept)
    worth = {step.id: cells[step.competency].rank if step.competency in cells else 0.0 for step in left}
    reached = _reached(left)
    return Cut(
        steps=tuple(_by_worth(left, worth)),
        met=tuple(step for place, step in enumerate(steps) if place in met and place not in kept),
        beyond=tuple(step for place, step in enumerate(steps) if place not in kept and place not in met),
        closes=_closed(matrix, reached),
        short=tuple(cell for cell in matrix.open_cells if reached.get(cell.competency.id, 0) < cell.required),
    )


def is_met(step: Step, cells: Mapping[CompetencyId, GapCell]) -> bool:
    """Tell whether the member holds the level that a step lifts to."""
    cell = cells.get(step.competency)
    return cell is not None and cell.current is not None and cell.current >= step.level


def _tops(steps: Sequence[Step], cells: Mapping[CompetencyId, GapCell]) -> dict[CompetencyId, float]:
    """Say up to which level steps are wanted: the lowest that meets an open cell, else the highest that there is."""
    return {
        competency: min((level for level in found if level >= cells[competency].required), default=max(found))
        for competency, found in _levels(steps).items()
        if competency in cells and cells[competency].is_open
    }


def _levels(steps: Sequence[Step]) -> dict[CompetencyId, set[float]]:
    levels: dict[CompetencyId, set[float]] = {}
    for step in steps:
        levels.setdefault(step.competency, set()).add(step.level)
    return levels


def _with_needs(
    order: Sequence[int], needs: Sequence[Sequence[int]], wanted: Sequence[bool], met: AbstractSet[int]
) -> set[int]:
    """Add what the wanted steps need, as far as it isn't met: a step that is met needs nothing any more."""
    kept: set[int] = set()
    asked: set[int] = set()
    for place in reversed(order):
        if place not in met and (wanted[place] or place in asked):
            kept.add(place)
            asked.update(needs[place])
    return kept


def _contracted(
    steps: Sequence[Step], order: Sequence[int], needs: Sequence[Sequence[int]], kept: AbstractSet[int]
) -> list[Step]:
    """Take the kept steps, in order, needing the nearest kept ones before them and nothing that follows from those."""
    nearest: list[list[int]] = [[]] * len(steps)
    before = [0] * len(steps)  # a bit for each kept step that comes before
    left: list[Step] = []
    for place in order:
        near = dict.fromkeys(each for need in needs[place] for each in ((need,) if need in kept else nearest[need]))
        through = 0
        for each in near:
            through |= before[each]
        direct = [each for each in near if not through >> each & 1]
        nearest[place] = direct
        before[place] = through
        for each in direct:
            before[place] |= 1 << each
        if place in kept:
            asked = tuple(steps[each].id for each in sorted(direct))
            left.append(steps[place] if asked == steps[place].needs else replace(steps[place], needs=asked))
    return left


def _by_worth(steps: Sequence[Step], worth: Mapping[StepId, float]) -> list[Step]:
    """Order steps by their prerequisites, and among those that could come next by what they lead to.

    `worth` is the rank of the gap that a step works on: its weight times its levels, as the matrix ranks cells. The
    greatest gap goes first, with what it needs before it: a step counts as much as the best that it opens the way to.
    Of equals the one goes first that is worth more itself, then the lower level, then the shorter, then the one that
    the author put first, so that the order is one and the same every time.
    """
    places = {step.id: place for place, step in enumerate(steps)}
    opens: list[list[int]] = [[] for _ in steps]
    for place, step in enumerate(steps):
        for need in step.needs:
            opens[places[need]].append(place)
    pull = [worth[step.id] for step in steps]
    for place in reversed(range(len(steps))):  # they stand in an order of their prerequisites
        pull[place] = max((pull[place], *(pull[each] for each in opens[place])))
    keys = [(-pull[place], -worth[step.id], step.level, step.hours, place) for place, step in enumerate(steps)]
    waits = [len(step.needs) for step in steps]
    ready = [keys[place] for place, wait in enumerate(waits) if not wait]
    heapify(ready)
    result: list[Step] = []
    while ready:
        place = heappop(ready)[-1]
        result.append(steps[place])
        for follower in opens[place]:
            waits[follower] -= 1
            if not waits[follower]:
                heappush(ready, keys[follower])
    return result


def _reached(steps: Sequence[Step]) -> dict[CompetencyId, float]:
    reached: dict[CompetencyId, float] = {}
    for step in steps:
        reached[step.competency] = max(step.level, reached.get(step.competency, 0.0))
    return reached


def _closed(matrix: GapMatrix, reached: Mapping[CompetencyId, float]) -> float:
    missing = sum(cell.rank for cell in matrix.open_cells)
    if not missing:
        return 1.0
    risen = (
        cell.weight * min(cell.gap, max(0.0, reached.get(cell.competency.id, 0.0) - (cell.current or 0.0)))
        for cell in matrix.open_cells
    )
    return min(1.0, sum(risen) / missing)
