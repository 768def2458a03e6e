"""A mentor's pause: no new mentees before a date."""

from dataclasses import replace
from datetime import date, timedelta

from bot.core.dialogue.catalogue import Voice
from bot.core.dialogue.samples import sample_circumstances
from bot.core.dialogue.specs import ActionSpec, CommandSpec, Example, Feature, FormSpec
from bot.core.dialogue.talk import Talk
from bot.core.domain.circumstances import Circumstances
from bot.core.domain.weeks import zone_of
from bot.core.ui.commands import Access
from bot.core.ui.forms import Answers, Day, Field, Form
from bot.core.ui.replies import Reply
from bot.core.ui.views import Text, Tone, View
from bot.core.usecases.circumstances import own_circumstances, pause_mentoring

LONGEST_DAYS = 730


def pause_form(talk: Talk, today: date, until: date | None) -> Form:
    """Ask until when."""
    return Form(
        name="pause",
        title=talk.say("pause-title"),
        intro=talk.say("pause-intro"),
        fields=(
            replace(
                _until_parameter(talk.say),
                earliest=today + timedelta(days=1),
                latest=today + timedelta(days=LONGEST_DAYS),
                default=(until.isoformat(),) if until and until > today else (),
            ),
        ),
        submit=talk.say("pause-submit"),
    )


def paused_view(talk: Talk, until: date) -> View:
    """Say what a pause means, and how it ends early."""
    return View(
        title=talk.say("pause-done", until=talk.say.day(until)),
        blocks=(Text(talk.say("pause-means")),),
        actions=(talk.action("pause_end", ""),),
        suggestions=talk.suggest("me"),
        tone=Tone.GOOD,
    )


def resumed_view(talk: Talk) -> View:
    """Say that proposals can come again."""
    return View(
        title=talk.say("pause-over"),
        blocks=(Text(talk.say("pause-over-means")),),
        suggestions=talk.suggest("levels", "me"),
        tone=Tone.GOOD,
    )


def is_paused(talk: Talk, said: Circumstances) -> bool:
    """Tell whether a mentor takes nobody new today."""
    return said.paused_until is not None and _today(talk) < said.paused_until


def _until_parameter(say: Voice) -> Day:
    return Day(name="until", label=say("field-paused-until"))


def _parameters(say: Voice) -> tuple[Field, ...]:
    return (_until_parameter(say),)


def _today(talk: Talk) -> date:
    return talk.tools.clock.now().astimezone(zone_of(talk.say.zone)).date()


def _build(talk: Talk, _ref: str) -> Form:
    return pause_form(talk, _today(talk), own_circumstances(talk.work, talk.actor).paused_until)


def _submit(talk: Talk, _ref: str, answers: Answers) -> Reply:
    until = answers.get("until")
    if not isinstance(until, date):
        raise TypeError("a form reads its dates")
    pause_mentoring(talk.work, talk.tools, talk.actor, until)
    return Reply(paused_view(talk, until))


def _end(talk: Talk, _ref: str) -> Reply:
    pause_mentoring(talk.work, talk.tools, talk.actor, None)
    return Reply(resumed_view(talk))


def _resume(talk: Talk) -> Reply:
    return _end(talk, "")


PAUSE = FormSpec("pause", pause_mentoring, _build, _submit)
_SAMPLE_DAY = date(2026, 11, 23)

FEATURE = Feature(
    commands=(
        CommandSpec("pause", pause_mentoring, opens=PAUSE, parameters=_parameters, completes=True),
        CommandSpec("resume", pause_mentoring, _resume, access=Access.WRITE),
    ),
    actions=(
        ActionSpec("pause", pause_mentoring, opens=PAUSE),
        ActionSpec("pause_end", pause_mentoring, _end),
    ),
    forms=(PAUSE,),
    examples=(
        Example("form/pause", lambda talk: pause_form(talk, _SAMPLE_DAY, sample_circumstances(talk).paused_until)),
        Example("form/pause:done", lambda talk: paused_view(talk, date(2027, 1, 11))),
        Example("action/pause_end", resumed_view),
        Example("command/resume", resumed_view),
    ),
)
