"""Answering the week: when asked, by command, and what is said about it."""

from dataclasses import replace
from datetime import timedelta

from bot.core.dialogue.checkins.form import check_in_form, week_of_answers
from bot.core.dialogue.checkins.views import due_view, nudge_view, room_view, submitted_view
from bot.core.dialogue.samples import (
    NOON,
    sample_answered,
    sample_check_in,
    sample_entry,
    sample_goal,
    sample_mentee,
    sample_programme,
)
from bot.core.dialogue.specs import ActionSpec, CommandSpec, Example, Feature, FormSpec, NoticeSpec
from bot.core.dialogue.talk import Talk
from bot.core.domain.checkins import CheckIn, CheckInState
from bot.core.domain.errors import AlreadySubmitted, CheckInClosed, NoCheckInOpen, NoCheckInPlanned
from bot.core.domain.goals import Goal, GoalState, Measure, asked_about
from bot.core.domain.ids import CheckInId, GoalId
from bot.core.domain.members import Visibility
from bot.core.domain.programmes import QuestionId
from bot.core.effects import Effect
from bot.core.ui.forms import Answers, Form
from bot.core.ui.replies import Reply
from bot.core.ui.views import View
from bot.core.usecases.access import authorise
from bot.core.usecases.checkins import Submitted, submit_check_in
from bot.core.usecases.growth import queued

LONG = timedelta(seconds=30)
"""A wait that is worth a word."""
LOOK_BACK = 3
"""Check-ins looked through for what was planned last: a week may have been missed."""


def _open_ref(talk: Talk) -> str:
    check_in = talk.work.check_ins.find_open(talk.community.id, talk.member.id)
    if check_in is not None:
        return check_in.id
    schedule = talk.work.check_ins.find_schedule(talk.community.id, talk.member.id)
    if schedule is None or schedule.due_at is None:
        raise NoCheckInPlanned
    raise NoCheckInOpen(next=talk.say.moment(schedule.due_at).words)


def _admit(talk: Talk, ref: str) -> None:
    check_in = _own(talk, ref)
    if check_in.state is CheckInState.SUBMITTED:
        raise AlreadySubmitted(number=check_in.number)
    if check_in.state is not CheckInState.OPENED or talk.tools.clock.now() >= check_in.closes_at:
        raise CheckInClosed(number=check_in.number)


def _own(talk: Talk, ref: str) -> CheckIn:
    check_in = talk.work.check_ins.get(talk.community.id, CheckInId(ref))
    authorise(talk.actor, submit_check_in, check_in)
    return check_in


def _build(talk: Talk, ref: str) -> Form:
    check_in, programme = _own(talk, ref), talk.work.programmes.running(talk.community.id)
    goals = asked_about(talk.work.goals.of_member(talk.community.id, talk.member.id), check_in.opened_at)
    return check_in_form(talk, check_in, programme.questions, goals, is_public=_is_public(talk))


def _submit(talk: Talk, ref: str, answers: Answers) -> Reply:
    week = week_of_answers(answers, is_public=_is_public(talk))
    submitted = submit_check_in(talk.work, talk.tools, talk.actor, CheckInId(ref), week)
    goals = talk.work.goals.of_member(talk.community.id, talk.member.id)
    has_goals = any(each.state is GoalState.OPEN for each in goals)
    wait = queued(talk.work, talk.tools, talk.member) if submitted.entry else timedelta()
    shown_at = talk.tools.clock.now() + wait if wait >= LONG else None
    return Reply(submitted_view(talk, submitted, has_goals=has_goals, shown_at=shown_at))


def _is_public(talk: Talk) -> bool:
    return talk.member.visibility is Visibility.PUBLIC


def _tell_due(talk: Talk, effect: Effect) -> View | None:
    check_in = _waiting(talk, effect)
    if check_in is None:
        return None
    mine = talk.work.enrolments.active_of(check_in.community, check_in.member)
    step = mine.next_step if mine else None
    return due_view(talk, check_in, _planned(talk, check_in), step.step.title if step else "")


def _tell_nudge(talk: Talk, effect: Effect) -> View | None:
    check_in = _waiting(talk, effect)
    return nudge_view(talk, check_in) if check_in else None


def _waiting(talk: Talk, effect: Effect) -> CheckIn | None:
    check_in = talk.work.check_ins.get(effect.community, CheckInId(effect.refs["check_in"]))
    return check_in if check_in.state is CheckInState.OPENED else None


def _planned(talk: Talk, check_in: CheckIn) -> str:
    for each in talk.work.check_ins.recent(check_in.community, check_in.member, LOOK_BACK):
        if each.id != check_in.id and each.state is CheckInState.SUBMITTED:
            return each.answers.get(QuestionId.NEXT, "")
    return ""


def _tell_room(talk: Talk, effect: Effect) -> View | None:
    check_in = talk.work.check_ins.get(effect.community, CheckInId(effect.refs["check_in"]))
    author = talk.work.members.get(effect.community, check_in.member)
    return room_view(talk, check_in, author.name, _moved(talk, check_in))


def _moved(talk: Talk, check_in: CheckIn) -> list[tuple[Goal, float]]:
    """Read what the week's form was answered about goals."""
    marks = talk.work.goals.marks_of_check_in(check_in.community, check_in.id)
    if not marks:
        return []
    goals = {each.id: each for each in talk.work.goals.of_member(check_in.community, check_in.member)}
    return [(goals[each.goal], each.value) for each in marks if each.goal in goals]


def _sample_form(talk: Talk, *, is_public: bool) -> Form:
    questions, yes_or_no = sample_programme(talk).questions, replace(sample_goal(talk), measure=Measure(0, 1, "", 0))
    goals = [sample_goal(talk), replace(yes_or_no, id=GoalId("other"))] if is_public else []
    return check_in_form(talk, sample_check_in(talk), questions, goals, is_public=is_public)


def _sample_submitted(talk: Talk, *, is_public: bool) -> View:
    entry = sample_entry(talk) if is_public else None
    moved = [sample_goal(talk).moved_to(2, NOON)] if is_public else []
    return submitted_view(talk, Submitted(sample_answered(talk), 4, entry, moved), has_goals=is_public)


def _sample_queued(talk: Talk) -> View:
    shown_at = sample_check_in(talk).closes_at
    return submitted_view(
        talk, Submitted(sample_answered(talk), 4, sample_entry(talk)), has_goals=True, shown_at=shown_at
    )


_A_STEP = "Pair with someone less experienced for six weeks"

CHECK_IN = FormSpec("checkin", submit_check_in, _build, _submit, _admit)

FEATURE = Feature(
    commands=(CommandSpec("checkin", submit_check_in, opens=CHECK_IN, ref=_open_ref),),
    actions=(ActionSpec("checkin", submit_check_in, opens=CHECK_IN),),
    forms=(CHECK_IN,),
    notices=(
        NoticeSpec("checkin_due", _tell_due, in_room=True),
        NoticeSpec("checkin_nudge", _tell_nudge, in_room=True),
        NoticeSpec("room_check_in", _tell_room),
    ),
    examples=(
        Example("form/checkin", lambda talk: _sample_form(talk, is_public=True)),
        Example("form/checkin:private", lambda talk: _sample_form(talk, is_public=False)),
        Example("form/checkin:done", lambda talk: _sample_submitted(talk, is_public=True)),
        Example("form/checkin:done queued", _sample_queued),
        Example("form/checkin:done private", lambda talk: _sample_submitted(talk, is_public=False)),
        Example("notice/checkin_due", lambda talk: due_view(talk, sample_check_in(talk), "")),
        Example(
            "notice/checkin_due:planned",
            lambda talk: due_view(talk, sample_check_in(talk), sample_answered(talk).answers[QuestionId.NEXT]),
        ),
        Example("notice/checkin_due:on a roadmap", lambda talk: due_view(talk, sample_check_in(talk), "", _A_STEP)),
        Example("notice/checkin_nudge", lambda talk: nudge_view(talk, sample_check_in(talk))),
        Example(
            "notice/room_check_in",
            lambda talk: room_view(talk, sample_answered(talk), sample_mentee(talk).name, [(sample_goal(talk), 1.0)]),
        ),
    ),
)
