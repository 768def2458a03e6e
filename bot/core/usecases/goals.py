"""Setting a goal that closes open cells, moving it, reaching it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.core.domain.errors import NotFound
from bot.core.domain.goals import Goal, GoalState, Measure
from bot.core.domain.ids import CompetencyId, GoalId
from bot.core.domain.pairings import PairingState
from bot.core.effects import Act
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.access import Actor, authorise
from bot.core.usecases.gaps import gap_matrix
from bot.core.usecases.rooms import said_in_room


@dataclass(frozen=True)
class GoalDraft:
    """What a mentee says of a goal; a yes/no goal goes from 0 to 1 with no unit."""

    title: str
    start: float
    target: float
    unit: str
    due_on: date
    cells: tuple[CompetencyId, ...]


def set_goal(work: UnitOfWork, tools: Tools, actor: Actor, draft: GoalDraft) -> Goal:
    """Set a goal tied to cells of one's own matrix; the room hears of it."""
    authorise(actor, set_goal)
    member = actor.here()
    matrix = gap_matrix(work, tools, actor.community, member.id, member.language)
    known = {cell.competency.id for cell in matrix.cells}
    if not draft.cells or not known.issuperset(draft.cells):
        raise NotFound
    goal = Goal(
        id=GoalId(tools.ids.new()),
        community=actor.community,
        member=member.id,
        title=draft.title,
        measure=Measure(draft.start, draft.target, draft.unit, current=draft.start),
        due_on=draft.due_on,
        cells=draft.cells,
        state=GoalState.OPEN,
        set_at=tools.clock.now(),
    )
    work.goals.add(goal)
    _tell_room(work, tools, goal, "goal_set", f"goal_set:{goal.id}")
    work.commit()
    return goal


def record_progress(work: UnitOfWork, tools: Tools, actor: Actor, goal_id: GoalId, current: float) -> Goal:
    """Say where the measure is now."""
    goal = work.goals.get(actor.community, goal_id)
    authorise(actor, record_progress, goal)
    moved = goal.moved_to(current)
    work.goals.save(moved)
    work.commit()
    return moved


def finish_goal(work: UnitOfWork, tools: Tools, actor: Actor, goal_id: GoalId) -> Goal:
    """Reach a goal; the room hears of it."""
    goal = work.goals.get(actor.community, goal_id)
    authorise(actor, finish_goal, goal)
    done = goal.done(tools.clock.now())
    work.goals.save(done)
    _tell_room(work, tools, done, "goal_done", f"goal_done:{goal.id}")
    work.commit()
    return done


def drop_goal(work: UnitOfWork, tools: Tools, actor: Actor, goal_id: GoalId) -> Goal:
    """Let a goal go; nobody is told."""
    goal = work.goals.get(actor.community, goal_id)
    authorise(actor, drop_goal, goal)
    dropped = goal.dropped()
    work.goals.save(dropped)
    work.commit()
    return dropped


def read_goals(work: UnitOfWork, tools: Tools, actor: Actor) -> Sequence[Goal]:
    """Read one's own goals, open ones first."""
    authorise(actor, read_goals)
    return work.goals.of_member(actor.community, actor.here().id)


def _tell_room(work: UnitOfWork, tools: Tools, goal: Goal, notice: str, key: str) -> None:
    pairing = work.pairings.live_of_mentee(goal.community, goal.member)
    if pairing is not None and pairing.state is PairingState.ACTIVE:
        room = work.rooms.find(goal.community, pairing.id)
        if room is not None:
            work.outbox.add(said_in_room(work, tools, room, Act.POST, notice, key, goal=goal.id))
