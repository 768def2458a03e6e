"""Suggesting mentors, proposing one, and the mentor's answer."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.domain.errors import AlreadyPaired, CapacityFull, MentorPaused, NotPossible, PairImpossible, RuleBroken
from bot.core.domain.ids import CommunityId, MemberId, PairingId
from bot.core.domain.matching import Guide, Match, Misfit, Seeker, match, misfit, suggest
from bot.core.domain.members import Member
from bot.core.domain.pairings import Pairing, PairingNote, PairingState, propose
from bot.core.domain.rooms import Room, RoomState
from bot.core.domain.rounds import Reason
from bot.core.effects import Act
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.access import Actor, authorise
from bot.core.usecases.matching import are_kept_apart, guide_of, guides_of, seeker_of, terms_of
from bot.core.usecases.rooms import opening, said_in_room
from bot.core.usecases.rounds.answering import take_note
from bot.core.usecases.telling import tell

SET_ASIDE = frozenset({Misfit.NO_LANGUAGE, Misfit.NO_HOUR, Misfit.NOTHING_TO_TEACH})
"""Rules that a moderator can set aside for two people, saying why."""


@dataclass(frozen=True)
class Suggestions:
    """The ranked mentors for one mentee, and who they are."""

    mentee: Member
    matches: tuple[Match, ...]
    mentors: Mapping[MemberId, Member]
    misfits: dict[MemberId, Misfit]
    """Why each of the other mentors was not suggested."""
    unrated: bool
    """Whether the mentee has not rated a single cell yet."""


def suggest_mentors(work: UnitOfWork, tools: Tools, actor: Actor, mentee: MemberId) -> Suggestions:
    """Rank the mentors who have a free place for a mentee, with reasons; nothing happens."""
    authorise(actor, suggest_mentors)
    return suggestions_for(work, tools, work.members.get(actor.community, mentee).present(), actor.here().language)


def suggestions_for(work: UnitOfWork, tools: Tools, member: Member, language: str) -> Suggestions:
    """Rank the mentors for a mentee; raise `NotAMember` for one who seeks nothing."""
    seeker = seeker_of(work, tools, member, language)
    guides = guides_of(work, tools, member.community)
    mentors = work.members.many(member.community, (guide.member for guide in guides))
    today, terms = tools.clock.now().date(), terms_of(work, member.community)
    return Suggestions(
        mentee=member,
        matches=suggest(seeker, guides, today, terms),
        mentors=mentors,
        misfits={guide.member: why for guide in guides if (why := misfit(seeker, guide, today, terms))},
        unrated=seeker.matrix.unknown == len(seeker.matrix.cells),
    )


def propose_pairing(work: UnitOfWork, tools: Tools, actor: Actor, mentee: MemberId, mentor: MemberId) -> Pairing:
    """Ask a mentor to take a mentee; both are told."""
    authorise(actor, propose_pairing)
    return ask_mentor(work, tools, actor, mentee, mentor)


def propose_by_hand(
    work: UnitOfWork, tools: Tools, actor: Actor, mentee: MemberId, mentor: MemberId, why: str
) -> Pairing:
    """Propose two whom a moderator has in mind.

    Where a rule of the programme is against them, raise `RuleBroken` without a reason why; with one, keep it. What is
    personal, a mentor's places and a pause can't be set aside.
    """
    authorise(actor, propose_by_hand)
    seeker = seeker_of(work, tools, work.members.get(actor.community, mentee).present(), actor.here().language)
    guide = guide_of(work, tools, work.members.get(actor.community, mentor).present())
    rule = misfit(seeker, guide, tools.clock.now().date(), terms_of(work, actor.community))
    if rule is Misfit.PAUSED:
        raise PairImpossible(rule=rule.value)
    is_broken = rule in SET_ASIDE and not are_kept_apart(work, tools, actor.community, mentee, mentor)
    if rule is not None and is_broken and not why:
        raise RuleBroken(rule=rule.value)
    pairing = _proposed(work, tools, actor, seeker, guide)
    if rule is not None and is_broken:
        now = tools.clock.now()
        work.pairings.keep_note(PairingNote(actor.community, pairing.id, rule, why, actor.here().id, now))
    work.commit()
    return pairing


def ask_mentor(work: UnitOfWork, tools: Tools, actor: Actor, mentee: MemberId, mentor: MemberId) -> Pairing:
    """Propose two to each other, whoever asks for it: both are told."""
    seeker = seeker_of(work, tools, work.members.get(actor.community, mentee).present(), actor.here().language)
    guide = guide_of(work, tools, work.members.get(actor.community, mentor).present())
    pairing = _proposed(work, tools, actor, seeker, guide)
    work.commit()
    return pairing


def accept_pairing(work: UnitOfWork, tools: Tools, actor: Actor, pairing_id: PairingId) -> Pairing:
    """The mentor says yes: within their capacity, the pairing is active and its room is asked for."""
    mentor = work.members.find_mentor(actor.community, actor.here().id, lock=True)
    pairing = work.pairings.get(actor.community, pairing_id, lock=True)
    authorise(actor, accept_pairing, pairing)
    accepted = pairing.accepted(tools.clock.now())
    work.members.get(actor.community, pairing.mentee).present()
    if mentor is None or work.pairings.places_taken(actor.community, pairing.mentor) >= mentor.capacity:
        raise CapacityFull
    if are_kept_apart(work, tools, actor.community, pairing.mentee, pairing.mentor):
        raise NotPossible
    _is_not_paused(work, tools, pairing)
    work.pairings.save(accepted)
    by_round = take_note(work, tools, accepted)
    room = Room(actor.community, pairing.id, RoomState.OPENING)
    work.rooms.add(room)
    work.outbox.add(opening(work, tools, room))
    work.outbox.add(said_in_room(work, tools, room, Act.PIN, "room_guide", f"guide:{pairing.id}"))
    _tell_pair(work, tools, accepted, mentor="pairing_accepted_mentor", mentee="pairing_accepted_mentee")
    if by_round is None and accepted.proposed_by != accepted.mentee:  # a round tells its moderator when it is settled
        _tell_moderator(work, tools, accepted, "pairing_accepted_moderator")
    work.commit()
    return accepted


def decline_pairing(
    work: UnitOfWork,
    tools: Tools,
    actor: Actor,
    pairing_id: PairingId,
    reason: Reason = Reason.NO_TIME,
    words: str = "",
) -> Pairing:
    """The mentor says no; the mentee hears that the search goes on, never whose no it was.

    Of a round's question its moderators see the reason, and the next best is asked before anybody hears of a no.
    """
    pairing = work.pairings.get(actor.community, pairing_id, lock=True)
    authorise(actor, decline_pairing, pairing)
    declined = pairing.declined(tools.clock.now())
    work.pairings.save(declined)
    if take_note(work, tools, declined, reason, words) is None:
        asked_themselves = declined.proposed_by == declined.mentee
        notice = "request_declined" if asked_themselves else "pairing_declined"
        tell(work, tools, actor.community, pairing.mentee, notice, f"{notice}:{pairing.id}")
        if not asked_themselves:
            _tell_moderator(work, tools, declined, "pairing_declined_moderator")
    work.commit()
    return declined


def end_pairing(work: UnitOfWork, tools: Tools, actor: Actor, pairing_id: PairingId) -> Pairing:
    """End a pairing without blame: the room becomes read-only and both are told."""
    pairing = work.pairings.get(actor.community, pairing_id, lock=True)
    authorise(actor, end_pairing, pairing)
    ended = wind_up(work, tools, pairing)
    _tell_pair(work, tools, ended, mentor="pairing_ended", mentee="pairing_ended")
    if pairing.answered_at is not None and pairing.proposed_by not in {actor.here().id, pairing.mentor, pairing.mentee}:
        _tell_moderator(work, tools, ended, "pairing_over")
    work.commit()
    return ended


def wind_up(work: UnitOfWork, tools: Tools, pairing: Pairing) -> Pairing:
    """End a pairing and make its room read-only, as part of a unit of work that tells whom it concerns."""
    ended = pairing.ended(tools.clock.now())
    work.pairings.save(ended)
    take_note(work, tools, ended)
    room = work.rooms.find(pairing.community, pairing.id)
    if room is not None:
        work.outbox.add(said_in_room(work, tools, room, Act.ARCHIVE_ROOM, "", f"archive:{pairing.id}"))
    return ended


def _proposed(work: UnitOfWork, tools: Tools, actor: Actor, seeker: Seeker, guide: Guide) -> Pairing:
    """Keep a proposal and tell the two, as part of a unit of work."""
    if guide.free <= 0:
        raise CapacityFull
    if work.pairings.live_of_mentee(actor.community, seeker.member) is not None:
        raise AlreadyPaired
    if are_kept_apart(work, tools, actor.community, seeker.member, guide.member):
        raise NotPossible
    found = match(seeker, guide, tools.clock.now().date(), terms_of(work, actor.community))
    pairing = propose(
        Pairing(
            id=PairingId(tools.ids.new()),
            community=actor.community,
            mentor=guide.member,
            mentee=seeker.member,
            state=PairingState.PROPOSED,
            score=found.score if found else 0.0,
            proposed_by=actor.here().id,
            proposed_at=tools.clock.now(),
        )
    )
    work.pairings.add(pairing)
    _tell_pair(work, tools, pairing, mentor="pairing_proposed", mentee="pairing_suggested")
    return pairing


def _is_not_paused(work: UnitOfWork, tools: Tools, pairing: Pairing) -> None:
    """Raise `MentorPaused` where the mentor has said meanwhile that they take nobody new."""
    until = work.circumstances.get(pairing.community, pairing.mentor).paused_until
    if until is not None and tools.clock.now().date() < until:
        raise MentorPaused(until=until.isoformat())


def _tell_pair(work: UnitOfWork, tools: Tools, pairing: Pairing, *, mentor: str, mentee: str) -> None:
    for member, notice in ((pairing.mentor, mentor), (pairing.mentee, mentee)):
        key = f"{notice}:{pairing.id}:{member}"
        tell(work, tools, pairing.community, member, notice, key, pairing=pairing.id)


def _tell_moderator(work: UnitOfWork, tools: Tools, pairing: Pairing, notice: str) -> None:
    tell(
        work,
        tools,
        pairing.community,
        pairing.proposed_by,
        notice,
        f"{notice}:{pairing.id}",
        pairing=pairing.id,
    )


def pair_of(work: UnitOfWork, community: CommunityId, pairing: PairingId) -> tuple[Pairing, Member, Member]:
    """Find a pairing with its mentor and mentee."""
    found = work.pairings.get(community, pairing)
    members = work.members.many(community, (found.mentor, found.mentee))
    return found, members[found.mentor], members[found.mentee]
