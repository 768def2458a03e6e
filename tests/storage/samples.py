"""Two communities alike to the last id, for asking whether one ever sees the other's rows."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from bot.core.domain.checkins import CheckIn, CheckInState, Schedule
from bot.core.domain.communities import Community, Place, PlaceKind
from bot.core.domain.ids import (
    CheckInId,
    CommunityId,
    MemberId,
    PairingId,
    PlaceId,
    ProgrammeId,
    TemplateId,
)
from bot.core.domain.members import Account, Member, MemberState, Role, Visibility
from bot.core.domain.pairings import Pairing, PairingState
from bot.core.domain.programmes import Cadence, Programme, Question, QuestionId, Weekday
from bot.core.domain.weeks import LocalWeek
from bot.core.effects import Act, Effect, Priority
from bot.core.ports import UnitOfWork

NOW: Final = datetime(2026, 11, 23, 9, 0, 0, 123456, tzinfo=UTC)
HOUR: Final = timedelta(hours=1)

COMMUNITY: Final = CommunityId("community-a")
OTHER: Final = CommunityId("community-b")
MAYA, MILAN, ANNA, ZOE = MemberId("maya"), MemberId("milan"), MemberId("anna"), MemberId("zoe")
"""Two mentors, then two mentees."""

PROGRAMME: Final = ProgrammeId("programme")
WEEK: Final = LocalWeek(date(2026, 11, 23))
CADENCE: Final = Cadence(1, Weekday.MONDAY, time(9), 36, time(8), time(21, 30))


def populate(work: UnitOfWork, community: CommunityId) -> None:
    """Fill a community with its people, its programme and its own place."""
    work.communities.add(Community(community, f"The {community}", "en", "Europe/Vienna", NOW))
    work.communities.add_place(Place(PlaceId("own"), community, "webchat", PlaceKind.COMMUNITY, f"webchat-{community}"))
    for member, role in ((MAYA, Role.MENTOR), (MILAN, Role.MENTOR), (ANNA, Role.MENTEE), (ZOE, Role.MENTEE)):
        work.members.add(person(member, role, community), Account(community, "webchat", f"u-{member}", member))
    work.programmes.add(programme(community))


def person(member: MemberId, role: Role, community: CommunityId = COMMUNITY) -> Member:
    """A member who is here, in one role."""
    return Member(
        id=member,
        community=community,
        name=f"{member.capitalize()} of {community}",
        roles=frozenset({role}),
        language="en",
        zone="Europe/Vienna",
        languages=("en", "de"),
        visibility=Visibility.PUBLIC,
        state=MemberState.ACTIVE,
        home="webchat",
        introduced_at=NOW,
    )


def programme(community: CommunityId = COMMUNITY, programme: ProgrammeId = PROGRAMME) -> Programme:
    """A programme of three months."""
    return Programme(
        id=programme,
        community=community,
        name=f"Autumn in {community}",
        template=TemplateId("steady"),
        weeks=12,
        cadence=CADENCE,
        questions=(Question(QuestionId.LEARNED, required=True), Question(QuestionId.MOOD, required=False)),
        zone="Europe/Vienna",
        language="en",
        starts_on=date(2026, 11, 16),
    )


def schedule(member: MemberId = ANNA, community: CommunityId = COMMUNITY, due_at: datetime | None = NOW) -> Schedule:
    """A mentee's schedule, due now unless said otherwise."""
    return Schedule(community, PROGRAMME, member, "Europe/Vienna", CADENCE, WEEK, 12, WEEK, due_at, 3)


def check_in(
    check_in: str = "check-in", member: MemberId = ANNA, community: CommunityId = COMMUNITY, week: int = 0
) -> CheckIn:
    """An open check-in, nudged in an hour and closed in a day, so many weeks from now."""
    at = NOW + timedelta(weeks=week)
    return CheckIn(
        id=CheckInId(check_in),
        community=community,
        programme=PROGRAMME,
        member=member,
        week=WEEK.plus(week),
        number=week + 1,
        state=CheckInState.OPENED,
        opened_at=at,
        nudge_at=at + HOUR,
        closes_at=at + 24 * HOUR,
        answers={},
        kept_private=frozenset(),
        submitted_at=None,
    )


def pairing(
    pairing: str = "pairing", mentor: MemberId = MAYA, mentee: MemberId = ANNA, community: CommunityId = COMMUNITY
) -> Pairing:
    """A proposal."""
    return Pairing(PairingId(pairing), community, mentor, mentee, PairingState.PROPOSED, 0.75, mentor, proposed_at=NOW)


def effect(
    key: str,
    lane: str = "member:anna",
    community: CommunityId = COMMUNITY,
    not_before: datetime = NOW,
    priority: Priority = Priority.ANSWER,
) -> Effect:
    """A word to a member."""
    return Effect(key, community, "webchat", Act.TELL, lane, "greeting", {"to": ANNA}, not_before, priority)
