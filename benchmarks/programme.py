"""A programme in communities that a platform has, written in bulk: everybody in the middle of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from benchmarks.people import CADENCE, NOW, TOOLS
from bot.adapters.edge.hop import Hop, Urgency
from bot.core.domain.checkins import CheckIn, opened, schedule_for
from bot.core.domain.communities import Community, Place, PlaceKind
from bot.core.domain.frameworks import GrowthDirection
from bot.core.domain.gaps import Assessment
from bot.core.domain.goals import Goal, GoalState, Measure
from bot.core.domain.growth import GrowthThread
from bot.core.domain.ids import (
    AssessmentId,
    CheckInId,
    CommunityId,
    CompetencyId,
    GoalId,
    MemberId,
    PairingId,
    PlaceId,
    ProgrammeId,
    RoleId,
    TemplateId,
)
from bot.core.domain.members import Account, Member, MemberState, MenteeProfile, MentorProfile, Role, Visibility
from bot.core.domain.pairings import Pairing, PairingState
from bot.core.domain.programmes import Programme, Question, QuestionId
from bot.core.domain.rooms import Room, RoomState
from bot.core.effects import Effect, Priority
from bot.core.ports import UnitOfWork
from bot.core.usecases.telling import telling

_BEFORE = NOW - timedelta(days=3)
_ZONE = "Europe/London"
_DESTINATION = RoleId("senior-software-engineer")
_RANDOM = Random(7)
_new = TOOLS.ids.new
_BATCH = 20
"""Mentees in a transaction: looked up one by one here, as the tick doesn't, they take as long as its batch."""


@dataclass(frozen=True)
class MenteeThere:
    """A mentee's ids at a platform: theirs, those of their places."""

    account: str
    name: str
    direct: str
    room: str
    thread: str
    mentors_room: str = ""
    """The mentor's place of the room, where they have one each."""


@dataclass(frozen=True)
class CommunityThere:
    """A community at a platform, its mentor, its mentees."""

    id: str
    mentor: str
    general: str
    mentees: tuple[MenteeThere, ...]


@dataclass(frozen=True)
class Founded:
    """What it takes to log in, and who is there."""

    platform: str
    api_url: str
    token: str
    communities: tuple[CommunityThere, ...]


def fill(work: UnitOfWork, founded: Founded) -> None:
    """Write each community: a mentor, mentees with a gap matrix, a goal, a room and an open check-in."""
    for there in founded.communities:
        _Filling(work, founded.platform).fill(there)
    work.commit()


async def prompt(hop: Hop, founded: Founded, occasion: str) -> None:
    """Ask everybody for their check-in as the tick does when it is due: in short transactions, after people's."""
    everybody = [(there, each) for there in founded.communities for each in there.mentees]
    for first in range(0, len(everybody), _BATCH):
        some = everybody[first : first + _BATCH]
        await hop.write_as(Urgency.TICK, _prompt_some, founded.platform, some, occasion)


def close_direct_messages(work: UnitOfWork, founded: Founded) -> None:
    """Let everybody be somebody who has closed their direct messages, and is written to in their room."""
    for member in _mentees(work, founded):
        work.members.set_reachable(member.community, member.id, founded.platform, NOW)
    work.commit()


def _prompt_some(
    work: UnitOfWork, platform: str, some: Sequence[tuple[CommunityThere, MenteeThere]], occasion: str
) -> None:
    members = [_found(work, platform, there, each) for there, each in some]
    work.outbox.add([_prompt(work, platform, each, occasion) for each in members])
    work.commit()


def _mentees(work: UnitOfWork, founded: Founded) -> Sequence[Member]:
    return [_found(work, founded.platform, there, each) for there in founded.communities for each in there.mentees]


def _found(work: UnitOfWork, platform: str, there: CommunityThere, mentee: MenteeThere) -> Member:
    community = work.communities.find_by_place(platform, there.id)
    member = community and work.members.find_by_account(community.id, platform, mentee.account)
    if not member:
        raise LookupError(mentee)
    return member


def _prompt(work: UnitOfWork, platform: str, member: Member, occasion: str) -> Effect:
    check_in = work.check_ins.find_open(member.community, member.id)
    if check_in is None:
        raise LookupError(member.id)
    key = f"checkin:{occasion}:{check_in.id}"
    return telling(
        member.community, member.id, platform, "checkin_due", key, NOW, Priority.PROMPT, check_in=check_in.id
    )


class _Filling:
    """Writes communities of one platform."""

    def __init__(self, work: UnitOfWork, platform: str) -> None:
        self._work, self._platform = work, platform

    def fill(self, there: CommunityThere) -> None:
        """Write one community."""
        work = self._work
        community = Community(CommunityId(_new()), "Harbour", "en", _ZONE, _BEFORE)
        programme = _programme(community)
        work.communities.add(community)
        self._place(community.id, PlaceKind.COMMUNITY, there.id)
        work.programmes.add(programme)
        mentor = self._add_member(community, there.mentor, "Mara", Role.MENTOR)
        work.members.save_mentor(MentorProfile(community.id, mentor.id, {}, len(there.mentees)))
        check_ins = [self._add_mentee(programme, mentor, each) for each in there.mentees]
        work.check_ins.add(check_ins)

    def _add_mentee(self, programme: Programme, mentor: Member, there: MenteeThere) -> CheckIn:
        work = self._work
        mentee = self._add_member(work.communities.get(programme.community), there.account, there.name, Role.MENTEE)
        community = mentee.community
        _, role = TOOLS.library.role(_DESTINATION, "en")
        work.members.save_mentee(MenteeProfile(community, mentee.id, role.id, GrowthDirection.VERTICAL, 3))
        work.assessments.add(
            [
                Assessment(AssessmentId(_new()), community, mentee.id, each, _RANDOM.randint(0, 4), mentee.id, _BEFORE)
                for each in role.requires
            ]
        )
        work.goals.add(_goal(mentee, next(iter(role.requires))))
        self._pair(mentor, mentee, there)
        schedule = schedule_for(programme, mentee.id, mentee.zone, _BEFORE)
        work.check_ins.add_schedule(schedule.after_this_week())
        return opened(schedule, CheckInId(_new()), NOW)

    def _add_member(self, community: Community, account: str, name: str, role: Role) -> Member:
        member = Member(
            id=MemberId(_new()),
            community=community.id,
            name=name,
            roles=frozenset({role}),
            language="en",
            zone=_ZONE,
            languages=("en",),
            visibility=Visibility.PUBLIC,
            state=MemberState.ACTIVE,
            home=self._platform,
            introduced_at=_BEFORE,
        )
        self._work.members.add(member, Account(community.id, self._platform, account, member.id))
        return member

    def _pair(self, mentor: Member, mentee: Member, there: MenteeThere) -> None:
        work, community = self._work, mentee.community
        pairing = Pairing(
            id=PairingId(_new()),
            community=community,
            mentor=mentor.id,
            mentee=mentee.id,
            state=PairingState.ACTIVE,
            score=0.5,
            proposed_by=mentor.id,
            proposed_at=_BEFORE,
            answered_at=_BEFORE,
        )
        work.pairings.add(pairing)
        room = self._place(community, PlaceKind.ROOM, there.room)
        mentors = self._place(community, PlaceKind.ROOM, there.mentors_room) if there.mentors_room else room
        work.rooms.add(Room(community, pairing.id, RoomState.OPEN, {mentor.id: mentors, mentee.id: room}))
        thread = self._place(community, PlaceKind.THREAD, there.thread)
        work.growth.add_thread(GrowthThread(community, mentee.id, thread))

    def _place(self, community: CommunityId, kind: PlaceKind, external_id: str) -> PlaceId:
        place = Place(PlaceId(_new()), community, self._platform, kind, external_id)
        self._work.communities.add_place(place)
        return place.id


def _programme(community: Community) -> Programme:
    return Programme(
        id=ProgrammeId(_new()),
        community=community.id,
        name="Winter",
        template=TemplateId("steady"),
        weeks=12,
        cadence=CADENCE,
        questions=tuple(Question(each, required=False) for each in QuestionId),
        zone=community.zone,
        language=community.language,
        starts_on=_BEFORE.date(),
    )


def _goal(mentee: Member, cell: CompetencyId) -> Goal:
    return Goal(
        id=GoalId(_new()),
        community=mentee.community,
        member=mentee.id,
        title="Write about one of the reviews",
        measure=Measure(0, 2, "posts", 1),
        due_on=NOW.date() + timedelta(weeks=4),
        cells=(cell,),
        state=GoalState.OPEN,
        set_at=_BEFORE,
    )
