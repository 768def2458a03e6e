"""When a member can talk: typed as one says it, or ticked by parts of the week."""

from dataclasses import replace

from bot.core.dialogue.catalogue import Voice
from bot.core.dialogue.circumstances.words import hours_in_words, week_words
from bot.core.dialogue.fields import text_of, texts_of
from bot.core.dialogue.samples import sample_circumstances
from bot.core.dialogue.specs import ActionSpec, CommandSpec, Example, Feature, FormSpec
from bot.core.dialogue.talk import Talk
from bot.core.domain.circumstances import Circumstances, Daypart, hours_of, ticked, together
from bot.core.domain.errors import HoursUnreadable
from bot.core.domain.matching import TALKING_FROM, TALKING_UNTIL, Hours, hours_said
from bot.core.ui.forms import Answers, Field, Form, Option, Several, ShortText
from bot.core.ui.replies import Reply
from bot.core.ui.views import FieldRow, Fields, Text, Tone, View
from bot.core.usecases.circumstances import own_circumstances, say_availability

LONGEST = 200


def availability_form(talk: Talk, said: Circumstances) -> Form:
    """Ask for hours in the member's own zone; empty is nothing said."""
    parts, rest = ticked(said.hours or ())
    typed = hours_in_words(talk.say, rest)[:LONGEST]
    return Form(
        name="availability",
        title=talk.say("availability-title"),
        intro=talk.say("availability-intro", zone=talk.say.zone),
        fields=(
            replace(_times_parameter(talk.say), default=(typed,) if typed else ()),
            Several(
                name="parts",
                label=talk.say("availability-parts"),
                required=False,
                options=tuple(
                    Option(each.value, talk.say(f"daypart-{each.value}"), hours_in_words(talk.say, hours_of(each)))
                    for each in Daypart
                ),
                default=tuple(each.value for each in parts),
            ),
        ),
        submit=talk.say("save-changes"),
    )


def availability_view(talk: Talk, said: Circumstances) -> View:
    """Say it back, and what it is for; or what is assumed where nothing was said."""
    if said.hours is None:
        first, last = talk.say.hour(TALKING_FROM), talk.say.hour(TALKING_UNTIL)
        means = talk.say("availability-none", start=first, end=last, zone=talk.say.zone)
        return View(talk.say("availability-taken-back"), (Text(means),), suggestions=talk.suggest("preferences", "me"))
    rows = (FieldRow(talk.say("field-availability"), hours_in_words(talk.say, said.hours)),)
    return View(
        title=talk.say("availability-done"),
        blocks=(Fields((*rows, FieldRow(talk.say("field-zone"), talk.say.zone))), Text(talk.say("availability-means"))),
        suggestions=talk.suggest("preferences", "me"),
        tone=Tone.GOOD,
    )


def read_times(talk: Talk, text: str) -> Hours:
    """Understand hours as people type them, or raise `HoursUnreadable` with what stands in the way."""
    try:
        return hours_said(text, week_words(talk.say))
    except ValueError as error:
        raise HoursUnreadable(given=str(error)) from None


def _times_parameter(say: Voice) -> ShortText:
    return ShortText(
        name="times",
        label=say("field-availability"),
        help=say("availability-times-help"),
        required=False,
        longest=LONGEST,
    )


def _parameters(say: Voice) -> tuple[Field, ...]:
    return (_times_parameter(say),)


def _build(talk: Talk, _ref: str) -> Form:
    return availability_form(talk, own_circumstances(talk.work, talk.actor))


def _submit(talk: Talk, _ref: str, answers: Answers) -> Reply:
    typed, parts = text_of(answers, "times"), texts_of(answers, "parts")
    hours = together(read_times(talk, typed), *(hours_of(Daypart(each)) for each in parts))
    said = say_availability(talk.work, talk.tools, talk.actor, hours if typed or parts else None)
    return Reply(availability_view(talk, said))


AVAILABILITY = FormSpec("availability", say_availability, _build, _submit)

FEATURE = Feature(
    commands=(CommandSpec("availability", say_availability, opens=AVAILABILITY, parameters=_parameters),),
    actions=(ActionSpec("availability", say_availability, opens=AVAILABILITY),),
    forms=(AVAILABILITY,),
    examples=(
        Example("form/availability", lambda talk: availability_form(talk, sample_circumstances(talk))),
        Example("form/availability:done", lambda talk: availability_view(talk, sample_circumstances(talk))),
        Example(
            "form/availability:none",
            lambda talk: availability_view(talk, replace(sample_circumstances(talk), hours=None)),
        ),
    ),
)
