"""What is asked of somebody on a roadmap."""

from collections.abc import Sequence

from bot.core.dialogue.catalogue import Voice
from bot.core.dialogue.roadmaps.words import effort_words
from bot.core.dialogue.talk import Talk
from bot.core.domain.roadmaps.composing import Fit
from bot.core.domain.roadmaps.enrolments import EnrolledStep, Enrolment, StepState
from bot.core.domain.roadmaps.graphs import MOST_HOURS
from bot.core.ui.forms import Choice, Field, Form, LongText, Number, Option, SearchedChoice, Several, ShortText

LONGEST_EVIDENCE, LONGEST_REASON, LONGEST_TITLE = 500, 200, 80
MOST_OPTIONS = 25
MOST_SPENT = 1000
"""Hours that somebody may say a step took them."""


def choose_form(talk: Talk, fit: Fit) -> Form:
    """Ask which of the met steps are wanted all the same; the rest is set aside with that consent."""
    return Form(
        name="roadmap_choose",
        title=talk.say("roadmap-choose-title"),
        intro=talk.say("roadmap-choose-intro"),
        fields=(
            Several(
                name="wished",
                label=talk.say("field-wished-steps"),
                help=talk.say("field-wished-steps-help"),
                required=False,
                options=tuple(Option(each.id, each.title) for each in fit.cut.met[:MOST_OPTIONS]),
            ),
        ),
        submit=talk.say("action-roadmap-enrol"),
    )


def done_form(talk: Talk, each: EnrolledStep) -> Form:
    """Ask what there is to show, and how long it took."""
    hours = each.spent or each.step.hours
    return Form(
        name="step_done",
        title=each.step.title,
        intro=talk.say("step-done-intro-milestone" if each.step.is_milestone else "step-done-intro"),
        fields=(
            LongText(
                name="evidence",
                label=talk.say("field-step-evidence"),
                help=each.step.proof or talk.say("field-step-evidence-help"),
                required=each.step.is_milestone,
                longest=LONGEST_EVIDENCE,
            ),
            _hours(talk.say, "spent", MOST_SPENT, default=f"{hours:g}"),
        ),
        submit=talk.say("action-step-done"),
    )


def hours_form(talk: Talk, each: EnrolledStep) -> Form:
    """Ask how many hours somebody has given since they last told."""
    return Form(
        name="step_hours",
        title=each.step.title,
        intro=talk.say("step-hours-intro"),
        fields=(_hours(talk.say, "given", MOST_HOURS),),
        submit=talk.say("step-hours-submit"),
    )


def skip_form(talk: Talk, each: EnrolledStep) -> Form:
    """Ask why a step is left out."""
    return Form(
        name="step_skip",
        title=each.step.title,
        intro=talk.say("step-skip-intro"),
        fields=(
            ShortText(
                name="reason",
                label=talk.say("field-skip-reason"),
                help=talk.say("field-skip-reason-help"),
                longest=LONGEST_REASON,
            ),
        ),
        submit=talk.say("action-step-skip"),
    )


def add_form(talk: Talk) -> Form:
    """Ask for a step of one's own."""
    return Form(
        name="step_add",
        title=talk.say("step-add-title"),
        intro=talk.say("step-add-intro"),
        fields=(
            ShortText(
                name="title", label=talk.say("field-step"), help=talk.say("field-step-help"), longest=LONGEST_TITLE
            ),
            SearchedChoice(
                name="competency",
                label=talk.say("field-competency"),
                help=talk.say("field-competency-help"),
                source="competency",
            ),
            _hours(talk.say, "hours", MOST_HOURS),
        ),
        submit=talk.say("step-add-submit"),
    )


def pick_form(talk: Talk, mine: Enrolment) -> Form:
    """Ask which step: from a list of them, or where they are too many for one, by typing a part of its name."""
    label, options = talk.say("field-which-step"), step_options(talk, mine)
    field: Field = Choice(name="step", label=label, options=tuple(options))
    if len(options) > MOST_OPTIONS:
        field = SearchedChoice(name="step", label=label, help=talk.say("field-which-step-help"), source="step")
    return Form(
        name="step_pick",
        title=talk.say("step-pick-title"),
        fields=(field,),
        submit=talk.say("step-pick-submit"),
    )


def step_options(talk: Talk, mine: Enrolment) -> Sequence[Option]:
    """Name one's steps: what is still to be done in its order, then what was settled, the last first."""
    settled = [each for each in mine.steps if not each.is_to_do]
    settled.sort(key=lambda each: (each.state is not StepState.SET_ASIDE, each.settled_at or mine.enrolled_at))
    steps = [*mine.to_do, *reversed(settled)]
    return [Option(str(each.number), each.step.title, _state(talk, mine, each)) for each in steps]


def _state(talk: Talk, mine: Enrolment, each: EnrolledStep) -> str:
    state = "waiting" if mine.waits_for(each) and each.is_to_do else each.state.value.replace("_", "-")
    return f"{talk.say(f'step-state-{state}')}, {effort_words(talk, each.step)}"


def _hours(say: Voice, name: str, most: float, default: str = "") -> Number:
    return Number(
        name=name,
        label=say(f"field-step-{name}"),
        help=say(f"field-step-{name}-help"),
        low=0.5 if name == "hours" else 0,
        high=most,
        decimals=True,
        default=(default,) if default else (),
    )
