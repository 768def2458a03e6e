"""Joining as a mentee or a mentor, and changing what one seeks or offers."""

from dataclasses import replace

from bot.core.dialogue.catalogue import Voice
from bot.core.dialogue.fields import (
    about_me,
    languages_field,
    role_field,
    role_parameter,
    text_of,
    title_of_role,
    visibility_field,
    whole_of,
    zone_field,
)
from bot.core.dialogue.gaps.views import sources
from bot.core.dialogue.levels import levels_table, role_title_like
from bot.core.dialogue.samples import (
    sample_mentee_profile,
    sample_mentor_profile,
    sample_role,
    sample_schedule,
)
from bot.core.dialogue.signups.views import waiting_view
from bot.core.dialogue.specs import ActionSpec, CommandSpec, Example, Feature, FormSpec
from bot.core.dialogue.talk import Talk
from bot.core.domain.checkins import Schedule
from bot.core.domain.errors import NoProgramme
from bot.core.domain.frameworks import GrowthDirection
from bot.core.domain.ids import RoleId
from bot.core.domain.members import MenteeProfile, MentorProfile, Visibility
from bot.core.ui.commands import Access, Placement
from bot.core.ui.forms import Answers, Choice, Field, Form, Number, Option
from bot.core.ui.replies import Reply
from bot.core.ui.views import FieldRow, Fields, Text, Tone, View, Weight
from bot.core.usecases.gaps import gap_matrix
from bot.core.usecases.members import Aim, join_as_mentee, join_as_mentor
from bot.core.usecases.signups import has_signed_up

HOURS, MOST_HOURS = 3, 40
CAPACITY, MOST_MENTEES = 2, 20


def ways_in(talk: Talk) -> View:
    """Offer the two ways to take part."""
    return View(
        title=talk.say("join-title"),
        blocks=(Text(talk.say("join-mentee-means")), Text(talk.say("join-mentor-means")), Text(talk.say("join-both"))),
        actions=(talk.action("join_mentee", "", Weight.PRIMARY), talk.action("join_mentor", "")),
    )


def mentee_form(talk: Talk, profile: MenteeProfile | None, destination: str, visibility: Visibility | None) -> Form:
    """Ask what a mentee seeks; `destination` is the title of the role chosen before, if any."""
    direction = profile.direction if profile else GrowthDirection.VERTICAL
    return Form(
        name="join_mentee",
        title=talk.say("join-mentee-change" if profile else "join-mentee-title"),
        intro=talk.say("join-mentee-intro"),
        fields=(
            role_field(talk, "destination", destination),
            replace(_direction_parameter(talk.say), default=(direction.value,)),
            zone_field(talk),
            languages_field(talk),
            replace(_hours_parameter(talk.say), default=(str(profile.hours_a_week if profile else HOURS),)),
            visibility_field(talk, visibility),
        ),
        submit=talk.say("save-changes" if profile else "join-mentee-submit"),
    )


def mentor_form(talk: Talk, profile: MentorProfile | None, role: str) -> Form:
    """Ask what a mentor offers."""
    return Form(
        name="join_mentor",
        title=talk.say("join-mentor-change" if profile else "join-mentor-title"),
        intro=talk.say("join-mentor-intro"),
        fields=(
            role_field(talk, "role", role),
            zone_field(talk),
            languages_field(talk),
            replace(_capacity_parameter(talk.say), default=(str(profile.capacity if profile else CAPACITY),)),
        ),
        submit=talk.say("save-changes" if profile else "join-mentor-submit"),
    )


def mentee_view(talk: Talk, profile: MenteeProfile, destination: str, schedule: Schedule | None) -> View:
    """Welcome a mentee: where they are heading, when they will be asked, what to do first."""
    rows = [
        FieldRow(talk.say("field-destination"), destination),
        FieldRow(talk.say("field-direction"), talk.say(f"direction-{profile.direction.value}")),
        FieldRow(talk.say("field-hours"), talk.say("hours-a-week", hours=profile.hours_a_week)),
    ]
    if schedule is not None and schedule.due_at is not None:
        rows.append(FieldRow(talk.say("next-check-in"), talk.say.moment(schedule.due_at)))
    return View(
        title=talk.say("join-mentee-done"),
        blocks=(Fields(tuple(rows)), Text(talk.say("join-mentee-next"))),
        actions=(talk.action("gap_rate", "", Weight.PRIMARY),),
        suggestions=talk.suggest("availability", "me"),
        tone=Tone.GOOD,
    )


def mentor_view(talk: Talk, profile: MentorProfile) -> View:
    """Welcome a mentor and show the levels that they start from."""
    return View(
        title=talk.say("join-mentor-done"),
        blocks=(Text(talk.say("join-mentor-next", capacity=profile.capacity)), levels_table(talk, profile)),
        actions=(talk.action("levels", "", Weight.PRIMARY),),
        suggestions=talk.suggest("availability", "me"),
        tone=Tone.GOOD,
    )


def _mentee_parameters(say: Voice) -> tuple[Field, ...]:
    return role_parameter(say, "destination"), _direction_parameter(say), _hours_parameter(say)


def _mentor_parameters(say: Voice) -> tuple[Field, ...]:
    return role_parameter(say, "role"), _capacity_parameter(say)


def _direction_parameter(say: Voice) -> Choice:
    return Choice(
        name="direction",
        label=say("field-direction"),
        options=tuple(
            Option(each.value, say(f"direction-{each.value}"), say(f"direction-{each.value}-means"))
            for each in GrowthDirection
        ),
    )


def _hours_parameter(say: Voice) -> Number:
    return Number(name="hours", label=say("field-hours"), help=say("field-hours-help"), low=1, high=MOST_HOURS)


def _capacity_parameter(say: Voice) -> Number:
    return Number(
        name="capacity", label=say("field-capacity"), help=say("field-capacity-help"), low=1, high=MOST_MENTEES
    )


def _ways_in(talk: Talk) -> Reply:
    _needs_programme(talk, "")
    return Reply(waiting_view(talk) if _is_expected(talk) else ways_in(talk))


def _is_expected(talk: Talk) -> bool:
    """Tell whether a sign-up waits for somebody who is new here."""
    if talk.actor.member is not None or talk.origin is None:
        return False
    return has_signed_up(talk.work, talk.community.id, talk.platform, talk.account, talk.origin.handle)


def _show_ways_in(talk: Talk, _ref: str) -> Reply:
    return _ways_in(talk)


def _needs_programme(talk: Talk, _ref: str) -> None:
    if talk.work.programmes.current(talk.community.id) is None:
        raise NoProgramme


def _build_mentee(talk: Talk, _ref: str) -> Form:
    member = talk.actor.member
    profile = talk.work.members.find_mentee(talk.community.id, member.id) if member else None
    if member is None or profile is None:
        return mentee_form(talk, None, "", None)
    return mentee_form(talk, profile, title_of_role(talk, profile.destination), member.visibility)


def _submit_mentee(talk: Talk, _ref: str, answers: Answers) -> Reply:
    aim = Aim(
        RoleId(text_of(answers, "destination")),
        GrowthDirection(text_of(answers, "direction")),
        whole_of(answers, "hours"),
    )
    visibility = Visibility(text_of(answers, "visibility"))
    about = about_me(answers)
    profile = join_as_mentee(talk.work, talk.tools, talk.actor, about, aim, visibility)
    schedule = talk.work.check_ins.find_schedule(talk.community.id, profile.member)
    there = replace(talk, say=talk.say.as_spoken_by(talk.say.language, about.zone))
    view = mentee_view(there, profile, title_of_role(talk, profile.destination), schedule)
    matrix = gap_matrix(talk.work, talk.tools, talk.community.id, profile.member, talk.say.language)
    return Reply(replace(view, blocks=(*view.blocks, *sources(talk, matrix))))


def _build_mentor(talk: Talk, _ref: str) -> Form:
    member = talk.actor.member
    profile = talk.work.members.find_mentor(talk.community.id, member.id) if member else None
    if profile is None:
        return mentor_form(talk, None, "")
    return mentor_form(talk, profile, title_of_role(talk, profile.role) or role_title_like(talk, profile))


def _submit_mentor(talk: Talk, _ref: str, answers: Answers) -> Reply:
    role, capacity = RoleId(text_of(answers, "role")), whole_of(answers, "capacity")
    profile = join_as_mentor(talk.work, talk.tools, talk.actor, about_me(answers), role, capacity)
    return Reply(mentor_view(talk, profile))


JOIN_MENTEE = FormSpec("join_mentee", join_as_mentee, _build_mentee, _submit_mentee, _needs_programme)
JOIN_MENTOR = FormSpec("join_mentor", join_as_mentor, _build_mentor, _submit_mentor, _needs_programme)

FEATURE = Feature(
    commands=(
        CommandSpec("join", join_as_mentee, _ways_in),
        CommandSpec("join", join_as_mentee, opens=JOIN_MENTEE, verb="mentee", parameters=_mentee_parameters),
        CommandSpec("join", join_as_mentor, opens=JOIN_MENTOR, verb="mentor", parameters=_mentor_parameters),
    ),
    actions=(
        ActionSpec("join", join_as_mentee, _show_ways_in, access=Access.READ, placement=Placement.NEW),
        ActionSpec("join_mentee", join_as_mentee, opens=JOIN_MENTEE),
        ActionSpec("join_mentor", join_as_mentor, opens=JOIN_MENTOR),
    ),
    forms=(JOIN_MENTEE, JOIN_MENTOR),
    examples=(
        Example("command/join", ways_in),
        Example("action/join", ways_in),
        Example("form/join_mentee", lambda talk: mentee_form(talk, None, "", None)),
        Example(
            "form/join_mentee:change",
            lambda talk: mentee_form(talk, sample_mentee_profile(talk), sample_role(talk)[1].title, Visibility.PUBLIC),
        ),
        Example(
            "form/join_mentee:done",
            lambda talk: mentee_view(
                talk, sample_mentee_profile(talk), sample_role(talk)[1].title, sample_schedule(talk)
            ),
        ),
        Example("form/join_mentor", lambda talk: mentor_form(talk, None, "")),
        Example(
            "form/join_mentor:change",
            lambda talk: mentor_form(talk, sample_mentor_profile(talk), sample_role(talk)[1].title),
        ),
        Example("form/join_mentor:done", lambda talk: mentor_view(talk, sample_mentor_profile(talk))),
    ),
)
