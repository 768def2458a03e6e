"""What a mentor says of a goal that was reached: it shows a level, which moves the cell, or not yet."""

from collections.abc import Mapping
from dataclasses import replace

from bot.core.domain.errors import NotAllowed, NotFound
from bot.core.domain.goals import Goal, next_level
from bot.core.domain.ids import CompetencyId, GoalId
from bot.core.domain.pairings import Pairing, PairingState
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.access import Actor, UseCase, authorise
from bot.core.usecases.gaps import attested, gap_matrix
from bot.core.usecases.telling import tell


def asking(work: UnitOfWork, tools: Tools, goal: Goal, evidence: str) -> Goal:
    """Ask the mentor about a reached goal, as part of a unit of work that saves it; where there is none, nobody.

    A goal that was set before goals had aims aims at the next level of each of its cells.
    """
    pairing = _pairing_of(work, goal)
    if pairing is None:
        return goal
    if not goal.aims:
        cells = gap_matrix(work, tools, goal.community, goal.member, "").cells
        goal = replace(goal, aims={c.competency.id: next_level(c) for c in cells if c.competency.id in goal.cells})
    key = f"goal_to_attest:{goal.id}:{tools.ids.new()}"
    tell(work, tools, goal.community, pairing.mentor, "goal_to_attest", key, goal=goal.id)
    return goal.asked_for(evidence)


def ask_mentor(work: UnitOfWork, tools: Tools, actor: Actor, goal_id: GoalId, evidence: str) -> Goal:
    """Ask (again) about a goal that was reached, with what shows it; without a mentor the evidence is kept."""
    goal = work.goals.get(actor.community, goal_id, lock=True)
    authorise(actor, ask_mentor, goal)
    asked = asking(work, tools, goal.with_evidence(evidence), evidence)
    work.goals.save(asked)
    work.commit()
    return asked


def attest_goal(
    work: UnitOfWork,
    tools: Tools,
    actor: Actor,
    goal_id: GoalId,
    levels: Mapping[CompetencyId, int] | None = None,
) -> Goal:
    """Say as the mentor that a reached goal shows levels: those it aimed at, unless others are named.

    The cells move and the mentee hears of it; what they say of themselves follows, as far as they aimed. What
    is attested higher already stays so, unless it is named.
    """
    goal = work.goals.get(actor.community, goal_id, lock=True)
    pairing = mentoring(work, actor, attest_goal, goal)
    given = goal.attested()
    cells = {each.competency.id: each for each in gap_matrix(work, tools, goal.community, goal.member, "").cells}
    if levels is None:
        aims = {each: level for each, level in goal.aims.items() if each in cells}
        levels = {each: level for each, level in aims.items() if (cells[each].attested or 0) < level}
    elif not cells.keys() >= levels.keys():
        raise NotFound
    if levels:
        attested(work, tools, pairing, levels, goal.evidence or goal.title, shown=goal.aims)
    work.goals.save(given)
    tell(work, tools, goal.community, goal.member, "goal_attested", f"goal_attested:{goal.id}", goal=goal.id)
    work.commit()
    return given


def hold_goal_back(work: UnitOfWork, tools: Tools, actor: Actor, goal_id: GoalId, word: str) -> Goal:
    """Say as the mentor that a reached goal doesn't show it yet, and why; the mentee hears of it."""
    goal = work.goals.get(actor.community, goal_id, lock=True)
    mentoring(work, actor, hold_goal_back, goal)
    held = goal.held_back(word)
    work.goals.save(held)
    key = f"goal_held_back:{goal.id}:{tools.ids.new()}"
    tell(work, tools, goal.community, goal.member, "goal_held_back", key, goal=goal.id)
    work.commit()
    return held


def mentoring(work: UnitOfWork, actor: Actor, use_case: UseCase, goal: Goal) -> Pairing:
    """Return the pairing in which the actor mentors the goal's holder now, or raise `NotAllowed`."""
    pairing = _pairing_of(work, goal)
    authorise(actor, use_case, pairing)
    if pairing is None:
        raise NotAllowed(needs="mentor")
    return pairing


def _pairing_of(work: UnitOfWork, goal: Goal) -> Pairing | None:
    pairing = work.pairings.live_of_mentee(goal.community, goal.member)
    return pairing if pairing is not None and pairing.state is PairingState.ACTIVE else None
