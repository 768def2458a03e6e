"""The steps of one's roadmap in chat: begun, worked at, done, skipped, added, shared, attested."""

from collections.abc import Sequence

from bot.core.dialogue.fields import number_of, text_of
from bot.core.dialogue.gaps.moved import mentor_name, moved_view, told_moved
from bot.core.dialogue.growth.views import note_form, noted_view
from bot.core.dialogue.roadmaps.forms import (
    add_form,
    done_form,
    hours_form,
    pick_form,
    skip_form,
    step_options,
)
from bot.core.dialogue.roadmaps.refs import read_step
from bot.core.dialogue.roadmaps.samples import (
    sample_enrolment,
    sample_milestone,
    sample_way,
)
from bot.core.dialogue.roadmaps.views import (
    completed_view,
    finished_view,
    milestone_notice,
    step_view,
    way_view,
)
from bot.core.dialogue.samples import sample_matrix, sample_mentee, sample_mentor, sample_note
from bot.core.dialogue.searching import Findable, find, findable, named
from bot.core.dialogue.specs import ActionSpec, CommandSpec, Example, Feature, FormSpec, NoticeSpec, SearchSpec
from bot.core.dialogue.talk import Talk
from bot.core.domain.growth import in_public
from bot.core.domain.ids import CompetencyId, EnrolmentId
from bot.core.domain.pairings import PairingState
from bot.core.domain.roadmaps.enrolments import EnrolledStep, Enrolment, EnrolmentState, StepState
from bot.core.effects import Effect
from bot.core.ui.commands import Audience, Placement
from bot.core.ui.forms import Answers, Form, Option
from bot.core.ui.replies import Reply
from bot.core.ui.views import Text, Tone, View
from bot.core.usecases.access import authorise
from bot.core.usecases.growth import add_note
from bot.core.usecases.roadmaps.reading import read_way, way_of
from bot.core.usecases.roadmaps.steps import (
    Attested,
    OwnStep,
    add_step,
    attest_step,
    begin_step,
    finish_step,
    reopen_step,
    skip_step,
    work_on_step,
)


def _own(talk: Talk, ref: str) -> tuple[Enrolment, EnrolledStep]:
    enrolment, number = read_step(ref)
    mine = talk.work.enrolments.get(talk.community.id, enrolment)
    authorise(talk.actor, finish_step, mine)
    return mine, mine.called(number)


def _show_step(talk: Talk, ref: str) -> Reply:
    return Reply(step_view(talk, *_own(talk, ref)))


def _begin(talk: Talk, ref: str) -> Reply:
    enrolment, number = read_step(ref)
    mine = begin_step(talk.work, talk.tools, talk.actor, enrolment, number)
    return Reply(step_view(talk, mine, mine.called(number), talk.say("step-begun")))


def _reopen(talk: Talk, ref: str) -> Reply:
    enrolment, number = read_step(ref)
    mine = reopen_step(talk.work, talk.tools, talk.actor, enrolment, number)
    return Reply(step_view(talk, mine, mine.called(number), talk.say("step-reopened")))


def _build_done(talk: Talk, ref: str) -> Form:
    return done_form(talk, _own(talk, ref)[1])


def _submit_done(talk: Talk, ref: str, answers: Answers) -> Reply:
    enrolment, number = read_step(ref)
    evidence, spent = text_of(answers, "evidence"), number_of(answers, "spent") or 0.0
    mine = finish_step(talk.work, talk.tools, talk.actor, enrolment, number, evidence, spent)
    pairing = talk.work.pairings.live_of_mentee(talk.community.id, talk.member.id)
    is_paired = pairing is not None and pairing.state is PairingState.ACTIVE
    return Reply(finished_view(talk, mine, mine.called(number), is_paired=is_paired))


def _build_hours(talk: Talk, ref: str) -> Form:
    return hours_form(talk, _own(talk, ref)[1])


def _submit_hours(talk: Talk, ref: str, answers: Answers) -> Reply:
    enrolment, number = read_step(ref)
    given = number_of(answers, "given") or 0.0
    mine = work_on_step(talk.work, talk.tools, talk.actor, enrolment, number, given)
    return Reply(way_view(talk, way_of(talk.work, talk.tools, talk.member, mine), talk.say("step-worked")))


def _build_skip(talk: Talk, ref: str) -> Form:
    return skip_form(talk, _own(talk, ref)[1])


def _submit_skip(talk: Talk, ref: str, answers: Answers) -> Reply:
    enrolment, number = read_step(ref)
    mine = skip_step(talk.work, talk.tools, talk.actor, enrolment, number, text_of(answers, "reason"))
    if mine.state is EnrolmentState.COMPLETED:
        return Reply(completed_view(talk, mine))
    return Reply(way_view(talk, way_of(talk.work, talk.tools, talk.member, mine), talk.say("step-skipped")))


def _following(talk: Talk) -> str:
    return read_way(talk.work, talk.tools, talk.actor).enrolment.id


def _build_add(talk: Talk, _ref: str) -> Form:
    return add_form(talk)


def _submit_add(talk: Talk, ref: str, answers: Answers) -> Reply:
    competency = CompetencyId(text_of(answers, "competency"))
    own = OwnStep(text_of(answers, "title"), competency, number_of(answers, "hours") or 0.0)
    mine = add_step(talk.work, talk.tools, talk.actor, EnrolmentId(ref), own)
    added = max(mine.steps, key=lambda each: each.number)
    return Reply(step_view(talk, mine, added, talk.say("step-added")))


def _steps(talk: Talk) -> dict[str, Option]:
    authorise(talk.actor, read_way)
    mine = talk.work.enrolments.active_of(talk.community.id, talk.member.id)
    return {each.value: each for each in step_options(talk, mine)} if mine else {}


def _search_steps(talk: Talk, text: str) -> Sequence[Option]:
    steps = _steps(talk)
    return [steps[value] for value in find(_findable(steps), text)]


def _exact_step(talk: Talk, text: str) -> Option | None:
    steps = _steps(talk)
    return steps.get(named(_findable(steps), text) or "")


def _findable(steps: dict[str, Option]) -> list[Findable]:
    return [findable(each.value, each.label) for each in steps.values()]


def _build_pick(talk: Talk, ref: str) -> Form:
    mine = talk.work.enrolments.get(talk.community.id, EnrolmentId(ref))
    authorise(talk.actor, finish_step, mine)
    return pick_form(talk, mine)


def _submit_pick(talk: Talk, ref: str, answers: Answers) -> Reply:
    return _show_step(talk, f"{ref}.{text_of(answers, 'step')}")


def _admit_share(talk: Talk, _ref: str) -> None:
    in_public(talk.member)


def _build_share(talk: Talk, ref: str) -> Form:
    _, each = _own(talk, ref)
    words = talk.say("step-share-words", step=each.step.title, evidence=each.evidence)
    return _share_form(talk, words)


def _share_form(talk: Talk, words: str) -> Form:
    form = note_form(talk)
    first, *others = form.fields
    return Form(
        "step_share",
        form.title,
        (type(first)(**{**vars(first), "default": (words,)}), *others),
        form.submit,
        form.intro,
    )


def _submit_share(talk: Talk, _ref: str, answers: Answers) -> Reply:
    return Reply(noted_view(talk, add_note(talk.work, talk.tools, talk.actor, text_of(answers, "words"))))


def _attest(talk: Talk, ref: str) -> Reply:
    enrolment, number = read_step(ref)
    return Reply(_attested(talk, attest_step(talk.work, talk.tools, talk.actor, enrolment, number)))


def _attested(talk: Talk, told: Attested) -> View:
    level, competency = f"{told.step.step.level:g}", told.cell.competency.title
    return View(
        title=talk.say("step-attested", competency=competency, level=level),
        blocks=(Text(told.step.step.title),),
        suggestions=talk.suggest("gap mentee"),
        tone=Tone.GOOD,
    )


def _tell_done(talk: Talk, effect: Effect) -> View | None:
    mine = talk.work.enrolments.get(effect.community, EnrolmentId(effect.refs["enrolment"]))
    each = mine.called(int(effect.refs["step"]))
    if each.state is not StepState.DONE:
        return None
    return milestone_notice(talk, mine, each, talk.work.members.get(effect.community, mine.member).name)


def _tell_attested(talk: Talk, effect: Effect) -> View | None:
    mine = talk.work.enrolments.get(effect.community, EnrolmentId(effect.refs["enrolment"]))
    each = mine.called(int(effect.refs["step"]))
    if each.state is not StepState.DONE:
        return None
    title = talk.say("told-attested", mentor=mentor_name(talk, mine.member))
    return told_moved(talk, mine.member, title, (Text(each.step.title),), {each.step.competency})


def _sample_told(talk: Talk) -> View:
    _, each = sample_milestone(talk)
    title = talk.say("told-attested", mentor=sample_mentor(talk).name)
    return moved_view(talk, title, (Text(each.step.title),), sample_matrix(talk), {each.step.competency}, ())


def _sample_step(talk: Talk, title: str = "") -> View:
    mine = sample_enrolment(talk)
    return step_view(talk, mine, mine.to_do[0], title)


def _sample_attested(talk: Talk) -> View:
    mine, each = sample_milestone(talk)
    cell = next(cell for cell in sample_matrix(talk).cells if cell.competency.id == each.step.competency)
    return _attested(talk, Attested(mine, each, cell))


DONE = FormSpec("step_done", finish_step, _build_done, _submit_done)
HOURS = FormSpec("step_hours", work_on_step, _build_hours, _submit_hours)
SKIP = FormSpec("step_skip", skip_step, _build_skip, _submit_skip)
ADD = FormSpec("step_add", add_step, _build_add, _submit_add)
PICK = FormSpec("step_pick", read_way, _build_pick, _submit_pick)
SHARE = FormSpec("step_share", add_note, _build_share, _submit_share, _admit_share)

FEATURE = Feature(
    commands=(
        CommandSpec("roadmap", read_way, opens=PICK, ref=_following, verb="steps"),
        CommandSpec("roadmap", add_step, opens=ADD, ref=_following, verb="add"),
    ),
    actions=(
        ActionSpec("step_begin", begin_step, _begin),
        ActionSpec("step_done", finish_step, opens=DONE),
        ActionSpec("step_hours", work_on_step, opens=HOURS),
        ActionSpec("step_skip", skip_step, opens=SKIP),
        ActionSpec("step_reopen", reopen_step, _reopen),
        ActionSpec("step_pick", read_way, opens=PICK),
        ActionSpec("step_share", add_note, opens=SHARE),
        ActionSpec("step_attest", attest_step, _attest, placement=Placement.NEW, audience=Audience.ONLY_ME),
    ),
    forms=(DONE, HOURS, SKIP, ADD, PICK, SHARE),
    searches=(SearchSpec("step", _search_steps, _exact_step),),
    notices=(NoticeSpec("step_done", _tell_done), NoticeSpec("step_attested", _tell_attested)),
    examples=(
        Example("action/step_begin", lambda talk: _sample_step(talk, talk.say("step-begun"))),
        Example("action/step_reopen", lambda talk: _sample_step(talk, talk.say("step-reopened"))),
        Example("action/step_attest", _sample_attested),
        Example("form/step_done", lambda talk: done_form(talk, sample_enrolment(talk).to_do[0])),
        Example("form/step_done:milestone", lambda talk: done_form(talk, sample_milestone(talk)[1])),
        Example("form/step_done:done", lambda talk: finished_view(talk, *sample_milestone(talk))),
        Example(
            "form/step_done:done alone", lambda talk: finished_view(talk, *sample_milestone(talk), is_paired=False)
        ),
        Example("form/step_hours", lambda talk: hours_form(talk, sample_enrolment(talk).to_do[0])),
        Example("form/step_hours:done", lambda talk: way_view(talk, sample_way(talk), talk.say("step-worked"))),
        Example("form/step_skip", lambda talk: skip_form(talk, sample_enrolment(talk).to_do[0])),
        Example("form/step_skip:done", lambda talk: way_view(talk, sample_way(talk), talk.say("step-skipped"))),
        Example("form/step_add", add_form),
        Example("form/step_add:done", lambda talk: _sample_step(talk, talk.say("step-added"))),
        Example("form/step_pick", lambda talk: pick_form(talk, sample_enrolment(talk))),
        Example("form/step_pick:done", _sample_step),
        Example("form/step_share", lambda talk: _share_form(talk, "Led my first design review.")),
        Example("form/step_share:done", lambda talk: noted_view(talk, sample_note(talk))),
        Example(
            "notice/step_done", lambda talk: milestone_notice(talk, *sample_milestone(talk), sample_mentee(talk).name)
        ),
        Example("notice/step_attested", _sample_told),
    ),
)
