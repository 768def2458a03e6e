"""A programme in the guilds that Discord has, written in bulk: everybody in the middle of it."""

from datetime import timedelta
from random import Random

from benchmarks.discord_server import Founded, GuildThere, MenteeThere
from benchmarks.people import CADENCE, NOW, TOOLS
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

PLATFORM = "discord"

_BEFORE = NOW - timedelta(days=3)
_ZONE = "Europe/London"
_DESTINATION = RoleId("senior-software-engineer")
_RANDOM = Random(7)
_new = TOOLS.ids.new


def fill(work: UnitOfWork, founded: Founded) -> None:
    """Write a community for each guild: a mentor, mentees with a gap matrix, a goal, a room and an open check-in."""
    for guild in founded.guilds:
        _fill_guild(work, guild)
    work.commit()


def prompt(work: UnitOfWork, founded: Founded, occasion: str) -> None:
    """Ask everybody for their check-in, as the tick does when it is due."""
    work.outbox.add([_prompt(work, guild, each, occasion) for guild in founded.guilds for each in guild.mentees])
    work.commit()


def close_direct_messages(work: UnitOfWork, founded: Founded) -> None:
    """Let everybody be somebody who has closed their direct messages, and is written to in their room."""
    for guild in founded.guilds:
        for mentee in guild.mentees:
            member = _found(work, guild, mentee)
            work.members.set_reachable(member.community, member.id, PLATFORM, NOW)
    work.commit()


def _found(work: UnitOfWork, guild: GuildThere, mentee: MenteeThere) -> Member:
    community = work.communities.find_by_place(PLATFORM, guild.guild)
    member = community and work.members.find_by_account(community.id, PLATFORM, mentee.account)
    if not member:
        raise LookupError(mentee)
    return member


def _prompt(work: UnitOfWork, guild: GuildThere, mentee: MenteeThere, occasion: str) -> Effect:
    member = _found(work, guild, mentee)
    check_in = work.check_ins.find_open(member.community, member.id)
    if check_in is None:
        raise LookupError(member.id)
    key = f"checkin:{occasion}:{check_in.id}"
    return telling(
        member.community, member.id, PLATFORM, "checkin_due", key, NOW, Priority.PROMPT, check_in=check_in.id
    )


def _fill_guild(work: UnitOfWork, guild: GuildThere) -> None:
    community = Community(CommunityId(_new()), "Harbour", "en", _ZONE, _BEFORE)
    programme = _programme(community)
    work.communities.add(community)
    _place(work, community, PlaceKind.COMMUNITY, guild.guild)
    work.programmes.add(programme)
    mentor = _add_member(work, community, guild.mentor, "Mara", Role.MENTOR)
    work.members.save_mentor(MentorProfile(community.id, mentor.id, {}, len(guild.mentees)))
    check_ins = [_add_mentee(work, programme, mentor, each) for each in guild.mentees]
    work.check_ins.add(check_ins)


def _add_mentee(work: UnitOfWork, programme: Programme, mentor: Member, there: MenteeThere) -> CheckIn:
    community = work.communities.get(programme.community)
    mentee = _add_member(work, community, there.account, there.name, Role.MENTEE)
    _, role = TOOLS.library.role(_DESTINATION, "en")
    work.members.save_mentee(MenteeProfile(community.id, mentee.id, role.id, GrowthDirection.VERTICAL, 3))
    work.assessments.add(
        [
            Assessment(AssessmentId(_new()), community.id, mentee.id, each, _RANDOM.randint(0, 4), mentee.id, _BEFORE)
            for each in role.requires
        ]
    )
    _add_goal(work, mentee, next(iter(role.requires)))
    _pair(work, mentor, mentee, there)
    schedule = schedule_for(programme, mentee.id, mentee.zone, _BEFORE)
    work.check_ins.add_schedule(schedule.after_this_week())
    return opened(schedule, CheckInId(_new()), NOW)


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


def _add_member(work: UnitOfWork, community: Community, account: str, name: str, role: Role) -> Member:
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
        home=PLATFORM,
        introduced_at=_BEFORE,
    )
    work.members.add(member, Account(community.id, PLATFORM, account, member.id))
    return member


def _add_goal(work: UnitOfWork, mentee: Member, cell: CompetencyId) -> None:
    work.goals.add(
        Goal(
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
    )


def _pair(work: UnitOfWork, mentor: Member, mentee: Member, there: MenteeThere) -> None:
    community = work.communities.get(mentee.community)
    pairing = Pairing(
        id=PairingId(_new()),
        community=community.id,
        mentor=mentor.id,
        mentee=mentee.id,
        state=PairingState.ACTIVE,
        score=0.5,
        proposed_by=mentor.id,
        proposed_at=_BEFORE,
        answered_at=_BEFORE,
    )
    work.pairings.add(pairing)
    room = _place(work, community, PlaceKind.ROOM, there.room)
    work.rooms.add(Room(community.id, pairing.id, RoomState.OPEN, {mentor.id: room, mentee.id: room}))
    thread = _place(work, community, PlaceKind.THREAD, there.thread)
    work.growth.add_thread(GrowthThread(community.id, mentee.id, thread))


def _place(work: UnitOfWork, community: Community, kind: PlaceKind, external_id: str) -> PlaceId:
    place = Place(PlaceId(_new()), community.id, PLATFORM, kind, external_id)
    work.communities.add_place(place)
    return place.id
