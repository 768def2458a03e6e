"""What a round takes note of when one of its mentors answers, asks for time, or is silent."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time

from bot.core.domain.errors import MovedOn, NotFound
from bot.core.domain.ids import CommunityId, MemberId, PairingId
from bot.core.domain.members import Member
from bot.core.domain.pairings import Pairing, PairingState
from bot.core.domain.rounds import Asked, Proposal, Reason
from bot.core.domain.weeks import is_waking, next_waking, zone_of
from bot.core.effects import Effect, Priority
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.access import Actor, authorise
from bot.core.usecases.telling import telling


def take_note(
    work: UnitOfWork, tools: Tools, pairing: Pairing, reason: Reason | None = None, words: str = ""
) -> Proposal | None:
    """Let the round that asked for a pairing know that it is answered or over, as part of a unit of work.

    Whoever else may be asked now is found out by time, in a moment. None for a pairing that no round has asked for.
    """
    proposal = work.proposals.find(pairing.community, pairing.id, lock=True)
    if proposal is None or proposal.due_at is None:
        return proposal
    work.proposals.save(proposal.settled(reason, words))
    work.rounds.look_at(pairing.community, proposal.round, tools.clock.now())
    return proposal


def promise_answer(work: UnitOfWork, tools: Tools, actor: Actor, pairing_id: PairingId, day: date) -> Proposal:
    """Let a mentor say until which day they will answer: nobody else is asked before it is over."""
    pairing = work.pairings.get(actor.community, pairing_id, lock=True)
    authorise(actor, promise_answer, pairing)
    proposal = work.proposals.find(actor.community, pairing_id, lock=True)
    if proposal is None:
        raise NotFound
    if pairing.state is not PairingState.PROPOSED:
        raise MovedOn(state=pairing.state.value)
    by = datetime.combine(day, time(23, 59), tzinfo=zone_of(actor.here().zone))
    promised = proposal.promised(by.astimezone(tools.clock.now().tzinfo), tools.clock.now())
    work.proposals.save(promised)
    work.commit()
    return promised


def look_at_due_proposals(work: UnitOfWork, tools: Tools, limit: int) -> int:
    """Remind mentors, in their waking hours, and pass on from those whose time is over; return how many."""
    now = tools.clock.now()
    due = work.proposals.due(now, limit)
    people = _people(work, due)
    effects: list[Effect] = []
    for each in due:
        mentor = people[each.pairing.community][each.pairing.mentor]
        if not each.waits:
            work.proposals.save(each.proposal.settled())
        elif now >= each.proposal.answer_by:
            lapse(work, tools, each)
            effects.append(_telling(each, mentor, "proposal_lapsed", now))
        else:
            reminded = _reminded(work, each, mentor, now)
            work.proposals.save(reminded)
            if reminded.due_at == each.proposal.answer_by:
                effects.append(_telling(each, mentor, "proposal_reminder", now))
    work.outbox.add(effects)
    work.commit()
    return len(due)


def lapse(work: UnitOfWork, tools: Tools, asked: Asked) -> None:
    """End a proposal without an answer, without blame, as part of a unit of work."""
    work.pairings.save(asked.pairing.ended(tools.clock.now()))
    take_note(work, tools, asked.pairing)


def told_lapsed(asked: Asked, mentor: Member, now: datetime) -> Effect:
    """Tell a mentor that somebody else is asked now."""
    return _telling(asked, mentor, "proposal_lapsed", now)


def _reminded(work: UnitOfWork, asked: Asked, mentor: Member, now: datetime) -> Proposal:
    """Remind now, or when they are awake."""
    programme = work.programmes.current(asked.pairing.community)
    if programme is None:
        return asked.proposal.reminded()
    waking = programme.cadence.waking_from, programme.cadence.waking_until
    if is_waking(now, mentor.zone, *waking):
        return asked.proposal.reminded()
    return asked.proposal.remembered_at(next_waking(now, mentor.zone, *waking))


def _people(work: UnitOfWork, due: Sequence[Asked]) -> Mapping[CommunityId, Mapping[MemberId, Member]]:
    mentors: dict[CommunityId, set[MemberId]] = {}
    for each in due:
        mentors.setdefault(each.pairing.community, set()).add(each.pairing.mentor)
    return {community: work.members.many(community, each) for community, each in mentors.items()}


def _telling(asked: Asked, mentor: Member, notice: str, now: datetime) -> Effect:
    pairing = asked.pairing
    key = f"{notice}:{pairing.id}:{asked.proposal.answer_by.isoformat()}"
    return telling(pairing.community, mentor.id, mentor.home, notice, key, now, Priority.PROMPT, pairing=pairing.id)
