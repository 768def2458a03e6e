"""Example people, programmes and frameworks that tests of the core are told with."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time

from bot.core.domain.checkins import CheckIn, Schedule, opened, schedule_for
from bot.core.domain.frameworks import (
    Competency,
    CompetencyKind,
    DestinationRole,
    Framework,
    Ladder,
    Requirement,
)
from bot.core.domain.gaps import Assessment, GapCell, GapMatrix
from bot.core.domain.goals import Goal, GoalState, Measure
from bot.core.domain.ids import (
    AssessmentId,
    CheckInId,
    CommunityId,
    CompetencyId,
    FrameworkId,
    GoalId,
    LadderId,
    MemberId,
    PairingId,
    ProgrammeId,
    RoleId,
    TemplateId,
)
from bot.core.domain.members import Member, MemberState, Role, Visibility
from bot.core.domain.pairings import Pairing, PairingState
from bot.core.domain.programmes import Cadence, Programme, Question, QuestionId, Weekday

NOW = datetime(2026, 11, 14, 12, tzinfo=UTC)
"""A Saturday; the Monday after it is the 16th, of week 2026-W47."""

COMMUNITY = CommunityId("community")
MENTEE, MENTOR, MODERATOR = MemberId("mentee"), MemberId("mentor"), MemberId("moderator")

MONDAYS = Cadence(
    every_weeks=1,
    weekday=Weekday.MONDAY,
    time=time(9),
    nudge_after_hours=48,
    waking_from=time(8),
    waking_until=time(21),
)


def a_member(member: MemberId = MENTEE, *roles: Role, zone: str = "Europe/Berlin", **changed: MemberState) -> Member:
    """Make a member who is here, speaks English and learns in public."""
    return Member(
        id=member,
        community=COMMUNITY,
        name=member.title(),
        roles=frozenset(roles or {Role.MENTEE}),
        language="en",
        zone=zone,
        languages=("en",),
        visibility=Visibility.PUBLIC,
        state=changed.get("state", MemberState.ACTIVE),
        home="webchat",
        introduced_at=NOW,
    )


def a_programme(cadence: Cadence = MONDAYS, weeks: int = 12) -> Programme:
    """Make a programme that asks every question, the first one as a must."""
    return Programme(
        id=ProgrammeId("programme"),
        community=COMMUNITY,
        name="Autumn",
        template=TemplateId("steady"),
        weeks=weeks,
        cadence=cadence,
        questions=tuple(Question(each, required=each is QuestionId.LEARNED) for each in QuestionId),
        zone="Europe/Berlin",
        language="en",
        starts_on=date(2026, 11, 16),
    )


def a_schedule(
    zone: str = "Europe/Berlin", cadence: Cadence = MONDAYS, weeks: int = 12, now: datetime = NOW
) -> Schedule:
    """Plan the mentee's check-ins; by default the first is on Monday 16 November, 09:00 in Berlin."""
    return schedule_for(a_programme(cadence, weeks), MENTEE, zone, now)


def a_check_in(answers: Mapping[QuestionId, str] | None = None, kept_private: Iterable[QuestionId] = ()) -> CheckIn:
    """Open the mentee's first check-in on time, and submit it at once where there are answers."""
    schedule = a_schedule()
    now = schedule.due_at or NOW
    check_in = opened(schedule, CheckInId("check-in"), now)
    return check_in if answers is None else check_in.submitted(answers, frozenset(kept_private), now)


def a_pairing(state: PairingState = PairingState.PROPOSED, mentor: MemberId = MENTOR) -> Pairing:
    """Make a pairing of the mentee that the moderator proposed."""
    return Pairing(
        id=PairingId("pairing"),
        community=COMMUNITY,
        mentor=mentor,
        mentee=MENTEE,
        state=state,
        score=0.5,
        proposed_by=MODERATOR,
        proposed_at=NOW,
    )


def a_goal(measure: Measure | None = None, state: GoalState = GoalState.OPEN) -> Goal:
    """Make a goal; by default from 0 to 10 reviews, with none done."""
    return Goal(
        id=GoalId("goal"),
        community=COMMUNITY,
        member=MENTEE,
        title="Review ten designs",
        measure=measure or Measure(start=0, target=10, unit="reviews", current=0),
        due_on=date(2027, 1, 31),
        cells=(CompetencyId("design"),),
        state=state,
        set_at=NOW,
    )


def a_competency(name: str, kind: CompetencyKind = CompetencyKind.HARD) -> Competency:
    """Make a competency with an indicator for each level."""
    indicators = {level: f"{name} at level {level}" for level in range(1, 6)}
    return Competency(CompetencyId(name), name.title(), kind, indicators)


def a_role(name: str, ladder: str, level: int, **requires: tuple[float, float]) -> DestinationRole:
    """Make a role; what it requires is (level, weight) by competency."""
    needs = {CompetencyId(each): Requirement(*need) for each, need in requires.items()}
    return DestinationRole(RoleId(name), name.title(), LadderId(ladder), level, needs)


def a_matrix(*rows: tuple[float | None, float, float]) -> GapMatrix:
    """Make a matrix of (current, required, weight), its competencies being c0, c1 and so on."""
    cells = tuple(GapCell(a_competency(f"c{number}"), *row) for number, row in enumerate(rows))
    return GapMatrix(a_role("role", "ladder", 1), cells)


def an_assessment(competency: str, level: int | None) -> Assessment:
    """Make the mentee's own claim of a level."""
    return Assessment(
        id=AssessmentId(competency),
        community=COMMUNITY,
        member=MENTEE,
        competency=CompetencyId(competency),
        level=level,
        assessed_by=MENTEE,
        assessed_at=NOW,
    )


ENGINEER = a_role("engineer", "craft", 2, design=(3, 0.75), testing=(3, 0.75), delivery=(3, 0.5), coaching=(1, 0.25))
STAFF = a_role("staff", "craft", 4, design=(5, 1.0), testing=(4, 0.75), delivery=(4, 0.5), coaching=(3, 0.25))
LEAD = a_role("lead", "people", 2, delivery=(4, 0.5), coaching=(4, 1.0), design=(2, 0.25))
DIRECTOR = a_role("director", "people", 4, delivery=(5, 1.0), coaching=(5, 1.0), strategy=(4, 0.75))

FRAMEWORK = Framework(
    id=FrameworkId("engineering"),
    version=1,
    language="en",
    title="Engineering",
    summary="Two ladders, four roles.",
    competencies={
        CompetencyId(name): a_competency(name, kind)
        for name, kind in {
            "design": CompetencyKind.HARD,
            "testing": CompetencyKind.HARD,
            "delivery": CompetencyKind.HARD,
            "coaching": CompetencyKind.SOFT,
            "strategy": CompetencyKind.SOFT,
        }.items()
    },
    ladders={LadderId(name): Ladder(LadderId(name), name.title(), "engineering") for name in ("craft", "people")},
    roles={role.id: role for role in (ENGINEER, STAFF, LEAD, DIRECTOR)},
)
