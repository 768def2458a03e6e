"""What one member may see of another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.core.domain.growth import Entry
from bot.core.domain.ids import MemberId
from bot.core.domain.members import Member, MenteeProfile, MentorProfile, Visibility
from bot.core.domain.pairings import Pairing, PairingState
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.access import Actor, authorise


@dataclass(frozen=True)
class Profile:
    """A member as another sees them; what isn't for that other isn't in it."""

    member: Member
    is_own: bool
    is_open: bool
    """Whether the other may see where the member is heading and what they bring."""
    seeks: MenteeProfile | None = None
    offers: MentorProfile | None = None
    streak: int | None = None
    newest: Entry | None = None
    """The newest entry that can be read."""
    pairings: Sequence[Pairing] = ()
    """The active ones that the other may know of."""
    people: Mapping[MemberId, Member] = field(default_factory=dict)


def read_profile(work: UnitOfWork, tools: Tools, actor: Actor, member_id: MemberId) -> Profile:
    """Read a member's profile; raise `MemberLeft` if they have left.

    Roles are for everybody; pairings for the two and moderators; the rest for everybody only where the member learns
    in public, else for the member and whoever they are paired with, who know it from their room.
    """
    authorise(actor, read_profile)
    viewer, member = actor.here(), work.members.get(actor.community, member_id).present()
    active = [each for each in work.pairings.of_member(actor.community, member.id) if _is_active(each)]
    shared = [each for each in active if viewer.id in (each.mentor, each.mentee)]
    is_own, is_public = viewer.id == member.id, member.visibility is Visibility.PUBLIC
    pairings = active if actor.is_moderator else shared
    both = {each for pairing in pairings for each in (pairing.mentor, pairing.mentee)}
    people = work.members.many(actor.community, both)
    if not (is_public or shared or is_own):
        return Profile(member, is_own, is_open=False, pairings=pairings, people=people)
    schedule = work.check_ins.find_schedule(actor.community, member.id)
    return Profile(
        member=member,
        is_own=is_own,
        is_open=True,
        seeks=work.members.find_mentee(actor.community, member.id),
        offers=work.members.find_mentor(actor.community, member.id),
        streak=schedule.streak if schedule and (is_public or is_own) else None,
        newest=work.growth.newest(actor.community, member.id) if is_public or is_own else None,
        pairings=pairings,
        people=people,
    )


def _is_active(pairing: Pairing) -> bool:
    return pairing.state is PairingState.ACTIVE
