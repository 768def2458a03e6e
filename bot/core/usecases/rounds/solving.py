"""Solving a round: thought out in a read, kept in a write."""

from dataclasses import dataclass

from bot.core.domain.errors import NoRound
from bot.core.domain.ids import MemberId
from bot.core.domain.rounds import (
    Answer,
    Change,
    Inputs,
    Round,
    Rulings,
    Solution,
    asked_about,
    basis_objective,
    change_between,
    solution_of,
)
from bot.core.ports import MatchingEngine, Tools, UnitOfWork
from bot.core.usecases.access import Actor, authorise
from bot.core.usecases.rounds.drafting import draft_of, frozen


@dataclass(frozen=True)
class SolvedRound:
    """What was thought out about a round, and on which version of it."""

    version: int
    solution: Solution
    change: Change | None
    """Against what it was before; None for the first time."""
    fresh: Inputs | None = None
    """What it was solved on, where people were taken in anew."""


@dataclass(frozen=True)
class Proof:
    """What solving a round again has shown."""

    round: Round
    engine: str
    is_same: bool
    solution: Solution


def think_of_round(work: UnitOfWork, tools: Tools, actor: Actor) -> SolvedRound:
    """Solve the draft around what is pinned and forbidden; nothing is kept."""
    authorise(actor, solve_round)
    draft = draft_of(work, actor.community)
    return _thought(work, tools, draft, work.rounds.inputs(draft), None)


def think_of_round_anew(work: UnitOfWork, tools: Tools, actor: Actor) -> SolvedRound:
    """Solve the draft with everybody as they are now; what was decided stands where it still can."""
    authorise(actor, solve_round)
    draft = draft_of(work, actor.community)
    fresh = frozen(work, tools, actor, draft.objective)
    return _thought(work, tools, draft, fresh, fresh)


def solve_round(work: UnitOfWork, actor: Actor, thought: SolvedRound) -> Round:
    """Keep what was thought out; raise `RoundChanged` where somebody has decided something meanwhile."""
    authorise(actor, solve_round)
    draft = draft_of(work, actor.community, lock=True).at(thought.version)
    if thought.fresh is not None:
        draft = draft.refreshed()
        work.rounds.save_inputs(draft, thought.fresh)
    solved = draft.answered()
    work.rounds.save_solution(solved, thought.solution)
    work.rounds.save(solved)
    work.commit()
    return solved


def ask_about(work: UnitOfWork, actor: Actor, mentee: MemberId, mentor: MemberId) -> tuple[Round, Answer]:
    """Answer about two people of the newest round, without solving anything anew."""
    authorise(actor, ask_about)
    found = work.rounds.newest(actor.community)
    solution = work.rounds.solution(found) if found else None
    if found is None or solution is None:
        raise NoRound(state="none")
    return found, asked_about(work.rounds.inputs(found), found.rulings, solution, mentee, mentor)


def prove_round(work: UnitOfWork, tools: Tools, actor: Actor) -> Proof:
    """Solve the newest round again from what is kept of it, and compare."""
    authorise(actor, prove_round)
    found = work.rounds.newest(actor.community)
    solution = work.rounds.solution(found) if found and found.is_solved else None
    if found is None or solution is None:
        raise NoRound(state="none")
    inputs = work.rounds.inputs(found)
    engine = _engine(tools, inputs)
    again = solved_anew(inputs, found.rulings, engine)
    return Proof(found, engine.name, again.pairs == solution.pairs, solution)


def solved_anew(inputs: Inputs, rulings: Rulings, engine: MatchingEngine) -> Solution:
    """Solve a round around what is decided."""
    seekers, guides = inputs.undecided(rulings)
    outcome = engine.pair(seekers, guides, inputs.day, inputs.terms, inputs.objective)
    basis = basis_objective(inputs.objective)
    proved = outcome if basis is None else engine.solve(outcome.market, basis)
    return solution_of(inputs, rulings, outcome, proved)


def _thought(work: UnitOfWork, tools: Tools, draft: Round, inputs: Inputs, fresh: Inputs | None) -> SolvedRound:
    before = work.rounds.solution(draft)
    after = solved_anew(inputs, draft.rulings, _engine(tools, inputs))
    return SolvedRound(draft.version, after, change_between(before, after) if before else None, fresh)


def _engine(tools: Tools, inputs: Inputs) -> MatchingEngine:
    """Take the engine that the round was begun with; one that is not installed any more gives way to what is."""
    return tools.engines.called(inputs.engine) or tools.engines.for_size(len(inputs.seekers) * len(inputs.guides))
