"""Buttons that draft a goal: one for each of the open cells that are worth most."""

from collections.abc import Iterable, Sequence

from bot.core.dialogue.excerpts import about
from bot.core.dialogue.scales import level_words
from bot.core.dialogue.talk import Talk
from bot.core.domain.gaps import GapCell, GapMatrix
from bot.core.domain.goals import Goal, GoalState
from bot.core.domain.ids import CompetencyId
from bot.core.ui.views import Action, Weight

OFFERED = 2
"""Cells that are offered at once: beside them there is another way on."""


def offers(talk: Talk, matrix: GapMatrix, goals: Iterable[Goal], most: int = OFFERED) -> tuple[Action, ...]:
    """Offer to draft a goal for the most valuable cells, the first as the primary way on."""
    cells = worth_a_goal(matrix, goals)[:most]
    return tuple(offer(talk, cell, Weight.NORMAL if place else Weight.PRIMARY) for place, cell in enumerate(cells))


def offer(talk: Talk, cell: GapCell, weight: Weight = Weight.NORMAL) -> Action:
    """Offer to draft a goal for one cell."""
    now, needed = level_words(talk, cell.current), level_words(talk, cell.required)
    label = talk.say("draft-cell", competency=cell.competency.title, now=now, needed=needed)
    return talk.action("goal_draft", cell_ref(cell.competency.id), weight, label)


def worth_a_goal(matrix: GapMatrix, goals: Iterable[Goal]) -> Sequence[GapCell]:
    """List the open cells that no open goal closes, the most valuable first and those with a known level before all."""
    aimed = {cell for goal in goals if goal.state is GoalState.OPEN for cell in goal.cells}
    free = [cell for cell in matrix.open_cells if cell.competency.id not in aimed]
    return sorted(free, key=lambda cell: cell.current is None)


def cell_ref(competency: CompetencyId) -> str:
    """Name a cell in a button, where a competency's own id may be too long."""
    return about(competency)
