"""People and things to show the gallery's views with; nothing else uses them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.core.dialogue.talk import Talk
from bot.core.domain.action_items import ActionItem, ActionItemState
from bot.core.domain.checkins import CheckIn, CheckInState, Schedule
from bot.core.domain.circumstances import Circumstances
from bot.core.domain.frameworks import (
    Competency,
    CompetencyKind,
    DestinationRole,
    Framework,
    GrowthDirection,
    Scale,
)
from bot.core.domain.gaps import Assessment, Claims, GapCell, GapMatrix, matrix_of
from bot.core.domain.goals import Goal, GoalState, Mark, Measure, Milestone
from bot.core.domain.growth import Entry, EntryState, note_of
from bot.core.domain.ids import (
    ActionItemId,
    AssessmentId,
    CheckInId,
    CompetencyId,
    EntryId,
    GoalId,
    MarkId,
    MemberId,
    PairingId,
    ProgrammeId,
)
from bot.core.domain.matching import Match, read_hours
from bot.core.domain.members import Member, MemberState, MenteeProfile, MentorProfile, Role, Visibility
from bot.core.domain.pairings import Pairing, PairingState
from bot.core.domain.programmes import Programme, QuestionId
from bot.core.domain.weeks import LocalWeek
from bot.core.ui.views import View

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
_WEEK = LocalWeek(date(2026, 11, 23))
_ID = "abcdefgh2345{:04d}"


def sample_member(talk: Talk, name: str = "Ada Okafor", *roles: Role) -> Member:
    """Make a member who learns in public."""
    return Member(
        id=MemberId(_ID.format(len(name))),
        community=talk.community.id,
        name=name,
        roles=frozenset(roles),
        language=talk.say.language,
        zone="Europe/Madrid",
        languages=("en", "es"),
        visibility=Visibility.PUBLIC,
        state=MemberState.ACTIVE,
        home="webchat",
        introduced_at=NOON,
    )


def sample_mentee(talk: Talk) -> Member:
    """Make a mentee."""
    return sample_member(talk, "Ada Okafor", Role.MENTEE)


def sample_mentor(talk: Talk) -> Member:
    """Make a mentor."""
    return sample_member(talk, "Grace Lindqvist", Role.MENTOR)


def sample_role(talk: Talk) -> tuple[Framework, DestinationRole]:
    """Take the hardest role of the first framework."""
    framework = talk.tools.library.frameworks(talk.say.language)[0]
    return framework, max(framework.roles.values(), key=lambda role: (role.level, role.id))


def sample_matrix(talk: Talk, *, rated: bool = True) -> GapMatrix:
    """Lay made-up levels against that role, some not known."""
    framework, role = sample_role(talk)
    levels = {each: place % 4 for place, each in enumerate(role.requires) if rated and place % 5}
    return matrix_of(framework, role, {each: Claims(_claim(talk, each, level)) for each, level in levels.items()})


def sample_imported(talk: Talk) -> GapMatrix:
    """Lay made-up levels against a role of a large imported framework: forty cells on a scale of its own."""
    role = replace(sample_role(talk)[1], title="Software Developers", stand_in="Computer Programmers")
    cells = tuple(
        GapCell(
            competency=Competency(CompetencyId(f"onet:2.A.{number}"), title, CompetencyKind.HARD, {2: "Reads a form."}),
            current=number % 7 if number % 3 else None,
            required=1.12 + number % 23 / 4,
            weight=number % 9 / 8,
            own=number % 7 if number % 3 else None,
            is_asked=bool(number % 3),
        )
        for number, title in enumerate(("Reading Comprehension", "Systems Evaluation", "Operations Monitoring") * 14)
    )
    return GapMatrix(role, cells, Scale(0, 7, whole=False))


def sample_credited(view: View) -> View:
    """Show a view as of a framework whose licence asks for a credit line."""
    line = "This page includes information from a database that asks for this line. Used under its licence."
    return replace(view, footnotes=(line,))


def sample_mentee_profile(talk: Talk) -> MenteeProfile:
    """Make what the mentee seeks."""
    _, role = sample_role(talk)
    return MenteeProfile(talk.community.id, sample_mentee(talk).id, role.id, GrowthDirection.VERTICAL, 3)


def sample_mentor_profile(talk: Talk) -> MentorProfile:
    """Make what the mentor offers."""
    _, role = sample_role(talk)
    levels = {each: int(needed.level) for each, needed in role.requires.items()}
    return MentorProfile(talk.community.id, sample_mentor(talk).id, levels, 2, role.id)


def sample_circumstances(talk: Talk) -> Circumstances:
    """Make what the mentee has said for being paired."""
    hours = read_hours(["mon-fri 17-21", "sat 9-12:30"])
    preferences = frozenset({"remote", "short and often"})
    return Circumstances(talk.community.id, sample_mentee(talk).id, hours, preferences, "Payments", date(2027, 1, 11))


def sample_programme(talk: Talk) -> Programme:
    """Put the default template to work."""
    template = talk.tools.library.templates(talk.say.language)[0]
    return Programme(
        id=ProgrammeId(_ID.format(1)),
        community=talk.community.id,
        name="Autumn programme",
        template=template.id,
        weeks=template.weeks,
        cadence=template.cadence,
        questions=template.questions,
        zone="Europe/Madrid",
        language=talk.say.language,
        starts_on=_WEEK.monday,
    )


def sample_schedule(talk: Talk) -> Schedule:
    """Plan the mentee's fourth week."""
    programme = sample_programme(talk)
    return Schedule(
        community=talk.community.id,
        programme=programme.id,
        member=sample_mentee(talk).id,
        zone="Europe/Madrid",
        cadence=programme.cadence,
        first_week=_WEEK.plus(-3),
        weeks=programme.weeks,
        week=_WEEK,
        due_at=NOON + timedelta(days=7),
        streak=3,
    )


def sample_pairing(talk: Talk, state: PairingState = PairingState.ACTIVE) -> Pairing:
    """Pair the two."""
    mentor, mentee = sample_mentor(talk).id, sample_mentee(talk).id
    return Pairing(
        id=PairingId(_ID.format(2)),
        community=talk.community.id,
        mentor=mentor,
        mentee=mentee,
        state=state,
        score=0.82,
        proposed_by=mentor,
        proposed_at=NOON,
    )


def sample_people(talk: Talk) -> dict[MemberId, Member]:
    """Look the two up."""
    return {each.id: each for each in (sample_mentor(talk), sample_mentee(talk))}


def sample_match(talk: Talk) -> Match:
    """Score the two."""
    covered = sample_matrix(talk).open_cells
    mentor, mentee = sample_mentor(talk).id, sample_mentee(talk).id
    return Match(mentee, mentor, 0.82, covered, 0.75, 6.5, ("en", "es"))


def sample_goal(talk: Talk, title: str = "Lead two design reviews") -> Goal:
    """Make a goal that is half done."""
    return Goal(
        id=GoalId(_ID.format(3)),
        community=talk.community.id,
        member=sample_mentee(talk).id,
        title=title,
        measure=Measure(0, 2, "reviews", 1),
        due_on=_WEEK.plus(6).monday,
        cells=(sample_matrix(talk).open_cells[0].competency.id,),
        state=GoalState.OPEN,
        set_at=NOON,
        aims={sample_matrix(talk).open_cells[0].competency.id: 2},
    )


def sample_marked_goal(talk: Talk) -> Goal:
    """Make one with marks along the way, the first of them passed."""
    marks = (
        Milestone("The first one led", 1, _WEEK.plus(2).monday, NOON),
        Milestone("Asked both teams what helped"),
        Milestone("One without my mentor in the room", 2),
    )
    return replace(sample_goal(talk), milestones=marks)


def sample_marks(talk: Talk) -> list[Mark]:
    """Say where its measure stood: once by hand, once in a week's form."""
    goal = sample_goal(talk)
    week = CheckInId(_ID.format(4))
    return [
        Mark(MarkId(_ID.format(11)), goal.community, goal.id, 0, NOON - timedelta(days=7)),
        Mark(MarkId(_ID.format(12)), goal.community, goal.id, 1, NOON, week),
    ]


def sample_check_in(talk: Talk) -> CheckIn:
    """Make an open check-in."""
    return CheckIn(
        id=CheckInId(_ID.format(4)),
        community=talk.community.id,
        programme=ProgrammeId(_ID.format(1)),
        member=sample_mentee(talk).id,
        week=_WEEK,
        number=4,
        state=CheckInState.OPENED,
        opened_at=NOON,
        nudge_at=None,
        closes_at=NOON + timedelta(days=7),
        answers={},
        kept_private=frozenset(),
        submitted_at=None,
    )


def sample_answered(talk: Talk) -> CheckIn:
    """Make an answered check-in with one answer kept private."""
    answers = {
        QuestionId.LEARNED: "How consistent hashing spreads keys.",
        QuestionId.CHALLENGE: "Saying no to a meeting.",
        QuestionId.MILESTONE: "Led my first design review.",
        QuestionId.NEXT: "Write the migration plan.",
        QuestionId.MOOD: "good",
    }
    check_in = replace(sample_check_in(talk), state=CheckInState.SUBMITTED, submitted_at=NOON)
    return replace(check_in, answers=answers, kept_private=frozenset({QuestionId.CHALLENGE}))


def sample_entry(talk: Talk) -> Entry:
    """Make what became public of it."""
    check_in = sample_answered(talk)
    return Entry(
        id=EntryId(_ID.format(5)),
        community=talk.community.id,
        member=check_in.member,
        check_in=check_in.id,
        number=check_in.number,
        streak=4,
        is_milestone=True,
        answers=check_in.public_answers,
        state=EntryState.PUBLISHED,
        published_at=NOON,
    )


def sample_note(talk: Talk) -> Entry:
    """Make a note."""
    return note_of(sample_mentee(talk), EntryId(_ID.format(7)), "My talk on hashing was accepted.", NOON)


def sample_action_item(talk: Talk, *, due: bool = True) -> ActionItem:
    """Make something that the mentee owes."""
    return ActionItem(
        id=ActionItemId(_ID.format(8)),
        community=talk.community.id,
        member=sample_mentee(talk).id,
        text="Send Grace the outline of the migration plan",
        due_on=_WEEK.plus(1).monday if due else None,
        state=ActionItemState.OPEN,
        created_at=NOON,
    )


def _claim(talk: Talk, competency: CompetencyId, level: int) -> Assessment:
    member = sample_mentee(talk).id
    return Assessment(AssessmentId(_ID.format(6)), talk.community.id, member, competency, level, member, NOON)
