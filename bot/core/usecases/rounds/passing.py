"""Whom a published round asks next, around what is agreed and what is asked, until nobody is left to ask."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.core.domain.ids import MemberId
from bot.core.domain.matching import is_paused
from bot.core.domain.rounds import Asked, Inputs, Planned, Round, RoundState, Rulings, still_open
from bot.core.effects import Effect, Priority
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.matching import people_to_match
from bot.core.usecases.rounds.answering import lapse, told_lapsed
from bot.core.usecases.rounds.publishing import propose_pairs
from bot.core.usecases.rounds.solving import solved_anew
from bot.core.usecases.telling import telling

ANY_LANGUAGE = "en"
"""Competencies are not told here, only compared."""


@dataclass(frozen=True)
class NextStep:
    """What a round does next, thought out on a version of it."""

    round: Round
    withdrawn: tuple[Asked, ...]
    """Proposals whose mentor can't take anybody any more: full, paused, gone."""
    pairs: tuple[Planned, ...]
    stuck: tuple[Asked, ...]
    """The last questions for mentees for whom, newly, nobody is left to ask."""
    left: tuple[MemberId, ...]
    """Mentees of the round who have neither a mentor nor a question that waits."""
    is_settled: bool


def think_whom_next(work: UnitOfWork, tools: Tools, limit: int) -> Sequence[NextStep]:
    """Find, for the published rounds in which something has changed, whom to ask next; nothing is kept."""
    return [_next_of(work, tools, each) for each in work.rounds.due(tools.clock.now(), limit)]


def ask_next(work: UnitOfWork, tools: Tools, steps: Sequence[NextStep]) -> int:
    """Carry out what was found, but where the round has gone on meanwhile; return how many rounds were looked at."""
    for step in steps:
        _withdraw(work, tools, step)
        current = work.rounds.get(step.round.community, step.round.id, lock=True)
        if current.state is RoundState.PUBLISHED and current.version == step.round.version:
            _go_on(work, tools, current, step)
            work.commit()
        else:
            work.rollback()
    return len(steps)


def _next_of(work: UnitOfWork, tools: Tools, of: Round) -> NextStep:
    inputs = work.rounds.inputs(of)
    asked = work.proposals.of_round(of.community, of.id)
    seekers, guides = people_to_match(work, tools.of(work, of.community), of.community, ANY_LANGUAGE)
    day = tools.clock.now().date()
    able = {each.member for each in guides if each.free > 0 and not is_paused(each, day)}
    withdrawn = tuple(each for each in asked if each.waits and each.pairing.mentor not in able)
    gone = {each.pairing.id for each in withdrawn}
    waiting = [each for each in work.proposals.unanswered(of.community) if each.id not in gone]
    waits = [
        replace(each, waited=inputs.mentees[each.member].waited) for each in seekers if each.member in inputs.mentees
    ]
    open_seekers, open_guides = still_open(waits, guides, asked, waiting)
    now = Inputs(day, tuple(open_seekers), tuple(open_guides), inputs.terms, inputs.objective, inputs.engine)
    engine = tools.engines.for_size(len(now.seekers) * len(now.guides))
    pairs = solved_anew(now, Rulings({}, of.rulings.forbidden), engine).pairs
    found = {each.mentee for each in pairs}
    left = tuple(each.member for each in waits if each.member not in found)
    still_asked = any(each.waits for each in asked if each.pairing.id not in gone)
    return NextStep(
        round=of,
        withdrawn=withdrawn,
        pairs=pairs,
        stuck=_newly_stuck(of, asked, left),
        left=left,
        is_settled=not pairs and not withdrawn and not still_asked,
    )


def _newly_stuck(of: Round, asked: Sequence[Asked], left: Sequence[MemberId]) -> tuple[Asked, ...]:
    """Of each mentee who is left the last question, if it was over only since the round was last looked at."""
    last = {each.pairing.mentee: each for each in asked}
    over = [(last[mentee], last[mentee].pairing) for mentee in left if mentee in last]
    at = [(each, pairing.answered_at or pairing.ended_at) for each, pairing in over]
    return tuple(each for each, when in at if when and of.pass_on_at and when >= of.pass_on_at)


def _withdraw(work: UnitOfWork, tools: Tools, step: NextStep) -> None:
    people = work.members.many(step.round.community, {each.pairing.mentor for each in step.withdrawn})
    effects: list[Effect] = []
    for each in sorted(step.withdrawn, key=lambda asked: asked.pairing.id):
        pairing = work.pairings.get(each.pairing.community, each.pairing.id, lock=True)
        if pairing == each.pairing:
            lapse(work, tools, each)
            effects.append(told_lapsed(each, people[pairing.mentor], tools.clock.now()))
    work.outbox.add(effects)


def _go_on(work: UnitOfWork, tools: Tools, current: Round, step: NextStep) -> None:
    now = tools.clock.now()
    told = {each.pairing.mentee for each in work.proposals.of_round(current.community, current.id)}
    asked = propose_pairs(work, tools, current, step.pairs, told)
    is_whole = len(asked) == len(step.pairs)
    work.outbox.add(_told_stuck(work, tools, current, step))
    if step.is_settled:
        work.rounds.leave_without(current, step.left)
        work.rounds.save(current.closed(now))
        work.outbox.add(_told_moderator(work, tools, current, "round_settled"))
    else:
        work.rounds.save(current.looked_at(None if is_whole and not step.withdrawn else now))


def _told_stuck(work: UnitOfWork, tools: Tools, of: Round, step: NextStep) -> list[Effect]:
    """Tell mentees that the search goes on by hand, and the moderator, once, that it does."""
    if not step.stuck:
        return []
    people = work.members.many(of.community, {each.pairing.mentee for each in step.stuck})
    now = tools.clock.now()
    effects = [
        telling(
            of.community,
            mentee.id,
            mentee.home,
            "pairing_declined",
            f"pairing_declined:{each.pairing.id}",
            now,
            Priority.PROMPT,
            pairing=each.pairing.id,
        )
        for each in step.stuck
        for mentee in (people[each.pairing.mentee],)
    ]
    return [*effects, *_told_moderator(work, tools, of, "round_stuck", f":{of.version}")]


def _told_moderator(work: UnitOfWork, tools: Tools, of: Round, notice: str, more: str = "") -> list[Effect]:
    """Tell the one who has published it."""
    moderator = work.members.get(of.community, of.published_by or of.started_by)
    key = f"{notice}:{of.id}{more}"
    now = tools.clock.now()
    return [telling(of.community, moderator.id, moderator.home, notice, key, now, Priority.ANSWER, round=of.id)]
