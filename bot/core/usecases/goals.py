"""Setting a goal that closes open cells, moving it, reaching it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.core.domain.errors import NotFound
from bot.core.domain.goals import Goal, GoalState, Mark, Measure, Milestone, next_level
from bot.core.domain.ids import CheckInId, CompetencyId, GoalId, MarkId
from bot.core.domain.pairings import PairingState
from bot.core.effects import Act
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.access import Actor, authorise
from bot.core.usecases.attestations import asking
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
    """Set a goal tied to cells of one's own matrix, each to come one level further; the room hears of it.

    Where just this goal is open already, it stays the only one.
    """
    authorise(actor, set_goal)
    member = actor.here()
    matrix = gap_matrix(work, tools, actor.community, member.id, member.language)
    cells = {cell.competency.id: cell for cell in matrix.cells}
    if not draft.cells or not cells.keys() >= set(draft.cells):
        raise NotFound
    for each in work.goals.of_member(actor.community, member.id):
        if each.state is GoalState.OPEN and (each.title, each.cells) == (draft.title, draft.cells):
            return each
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
        aims={each: next_level(cells[each]) for each in draft.cells},
    )
    work.goals.add(goal)
    _tell_room(work, tools, goal, "goal_set", f"goal_set:{goal.id}")
    work.commit()
    return goal


def record_progress(
    work: UnitOfWork, tools: Tools, actor: Actor, goal_id: GoalId, current: float, ticked: Iterable[int] = ()
) -> Goal:
    """Say where the measure is now, and by their places which milestones without a number are reached."""
    goal = work.goals.get(actor.community, goal_id, lock=True)
    authorise(actor, record_progress, goal)
    moved = moving(work, tools, goal, current).ticked(ticked, tools.clock.now())
    work.goals.save(moved)
    work.commit()
    return moved


def moving(work: UnitOfWork, tools: Tools, goal: Goal, current: float, check_in: CheckInId | None = None) -> Goal:
    """Move a measure and keep its holder's word on it, as part of a unit of work that saves the goal."""
    now = tools.clock.now()
    moved = goal.moved_to(current, now)
    work.goals.add_mark(Mark(MarkId(tools.ids.new()), goal.community, goal.id, current, now, check_in))
    return moved


def set_milestone(work: UnitOfWork, tools: Tools, actor: Actor, goal_id: GoalId, milestone: Milestone) -> Goal:
    """Set a mark along the way to a goal; what the measure has passed already is reached."""
    goal = work.goals.get(actor.community, goal_id, lock=True)
    authorise(actor, set_milestone, goal)
    marked = goal.with_milestone(milestone).moved_to(goal.measure.current, tools.clock.now())
    work.goals.save(marked)
    work.commit()
    return marked


def finish_goal(work: UnitOfWork, tools: Tools, actor: Actor, goal_id: GoalId, evidence: str = "") -> Goal:
    """Reach a goal; the room hears of it, and a mentor is asked whether it shows the levels that it aimed at."""
    goal = work.goals.get(actor.community, goal_id, lock=True)
    authorise(actor, finish_goal, goal)
    moving(work, tools, goal, goal.measure.target)
    done = asking(work, tools, goal.done(tools.clock.now(), evidence), evidence)
    work.goals.save(done)
    _tell_room(work, tools, done, "goal_done", f"goal_done:{goal.id}")
    work.commit()
    return done


def put_goal_off(work: UnitOfWork, tools: Tools, actor: Actor, goal_id: GoalId, due_on: date) -> Goal:
    """Mean another day for a goal; nobody is told."""
    goal = work.goals.get(actor.community, goal_id, lock=True)
    authorise(actor, put_goal_off, goal)
    later = goal.put_off(due_on)
    work.goals.save(later)
    work.commit()
    return later


def drop_goal(work: UnitOfWork, tools: Tools, actor: Actor, goal_id: GoalId) -> Goal:
    """Let a goal go; nobody is told."""
    goal = work.goals.get(actor.community, goal_id, lock=True)
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
