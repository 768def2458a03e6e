"""Setting a programme up in chat."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core.dialogue.catalogue import Voice
from bot.core.dialogue.fields import (
    text_language_field,
    text_language_parameter,
    text_of,
    zone_field,
    zone_parameter,
)
from bot.core.dialogue.homes import home_actions, rights_blocks
from bot.core.dialogue.samples import sample_programme
from bot.core.dialogue.specs import ActionSpec, CommandSpec, Example, Feature, FormSpec
from bot.core.dialogue.talk import Talk
from bot.core.domain.ids import TemplateId
from bot.core.domain.programmes import Programme
from bot.core.ui.forms import Answers, Choice, Confirm, Field, Form, Option, ShortText
from bot.core.ui.inbound import Right
from bot.core.ui.reading import YES
from bot.core.ui.replies import Reply
from bot.core.ui.views import FieldRow, Fields, Text, Tone, View
from bot.core.usecases.programmes import Plan, set_up_programme

LONGEST_NAME = 80


def setup_form(talk: Talk, running: Programme | None) -> Form:
    """Ask for what a programme needs, every field filled in with a safe choice."""
    name = running.name if running else talk.say("setup-name-default", community=talk.community.name)
    return Form(
        name="setup",
        title=talk.say("setup-change-title" if running else "setup-title"),
        intro=talk.say("setup-change-intro" if running else "setup-intro"),
        fields=(
            replace(_name_parameter(talk.say), default=(name,)),
            _template_field(talk, running),
            zone_field(talk, running.zone if running else ""),
            text_language_field(talk, running.language if running else talk.community.language),
            Confirm(
                name="moderators_read",
                label=talk.say("setup-moderators-read"),
                help=talk.say("setup-moderators-read-help"),
                required=False,
                default=(YES,) if running and running.moderators_read else (),
            ),
        ),
        submit=talk.say("save-changes" if running else "setup-submit"),
    )


def running_view(talk: Talk, programme: Programme, platform: str = "", rights: Sequence[Right] = ()) -> View:
    """Say what runs now and what to do first: where a platform has rights, to see to them and to the channels."""
    cadence = programme.cadence
    return View(
        title=talk.say("setup-done", programme=programme.name),
        blocks=(
            Fields(
                (
                    FieldRow(talk.say("setup-length"), talk.say("weeks-count", weeks=programme.weeks)),
                    FieldRow(talk.say("check-ins"), rhythm(talk, programme)),
                    FieldRow(talk.say("setup-nudge"), talk.say("setup-nudge-after", hours=cadence.nudge_after_hours)),
                    FieldRow(talk.say("setup-starts"), talk.say.day(programme.starts_on)),
                )
            ),
            *(rights_blocks(talk, platform, rights) if rights else (Text(talk.say("setup-next")),)),
        ),
        actions=home_actions(talk, platform) if rights else (),
        suggestions=talk.suggest("help") if rights else talk.suggest("join", "help"),
        tone=Tone.GOOD,
    )


def rhythm(talk: Talk, programme: Programme) -> str:
    """Say when people are asked: every Monday at 09:00, wherever they are."""
    cadence = programme.cadence
    return talk.say(
        "rhythm", weeks=cadence.every_weeks, weekday=talk.say.weekday(cadence.weekday), hour=talk.say.hour(cadence.time)
    )


def _parameters(say: Voice) -> tuple[Field, ...]:
    return _name_parameter(say), zone_parameter(say), text_language_parameter(say)


def _name_parameter(say: Voice) -> ShortText:
    return ShortText(name="name", label=say("setup-name"), longest=LONGEST_NAME)


def _build(talk: Talk, _ref: str) -> Form:
    return setup_form(talk, talk.work.programmes.current(talk.community.id))


def _submit(talk: Talk, _ref: str, answers: Answers) -> Reply:
    plan = Plan(
        name=text_of(answers, "name"),
        template=TemplateId(text_of(answers, "template")),
        zone=text_of(answers, "zone"),
        language=text_of(answers, "language"),
        moderators_read=answers.get("moderators_read") is True,
    )
    programme = set_up_programme(talk.work, talk.tools, talk.actor, plan)
    return Reply(running_view(talk, programme, talk.platform, talk.rights))


def _template_field(talk: Talk, running: Programme | None) -> Choice:
    templates = talk.tools.library.templates(talk.say.language)
    return Choice(
        name="template",
        label=talk.say("setup-template"),
        help=talk.say("setup-template-help"),
        options=tuple(Option(each.id, each.title, each.summary) for each in templates),
        default=(running.template if running else templates[0].id,),
    )


_SAMPLE_RIGHTS = (Right("manage_channels", granted=True), Right("manage_threads", granted=False))

SETUP = FormSpec("setup", set_up_programme, _build, _submit)

FEATURE = Feature(
    commands=(CommandSpec("setup", set_up_programme, opens=SETUP, parameters=_parameters),),
    actions=(ActionSpec("setup", set_up_programme, opens=SETUP),),
    forms=(SETUP,),
    examples=(
        Example("form/setup", lambda talk: setup_form(talk, None)),
        Example("form/setup:change", lambda talk: setup_form(talk, sample_programme(talk))),
        Example("form/setup:done", lambda talk: running_view(talk, sample_programme(talk))),
        Example(
            "form/setup:rights", lambda talk: running_view(talk, sample_programme(talk), "discord", _SAMPLE_RIGHTS)
        ),
    ),
)
