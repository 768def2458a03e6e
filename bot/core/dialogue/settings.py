"""A member's settings: zone, languages, and who sees their growth."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core.dialogue.catalogue import Voice
from bot.core.dialogue.fields import (
    about_me,
    home_field,
    languages_field,
    languages_in_words,
    text_language_field,
    text_language_parameter,
    text_of,
    visibility_field,
    zone_field,
    zone_parameter,
)
from bot.core.dialogue.samples import sample_mentee
from bot.core.dialogue.specs import ActionSpec, CommandSpec, Example, Feature, FormSpec
from bot.core.dialogue.talk import Talk
from bot.core.domain.members import Member, Visibility
from bot.core.ui.forms import Answers, Field, Form
from bot.core.ui.replies import Reply
from bot.core.ui.views import FieldRow, Fields, Tone, View
from bot.core.usecases.members import change_settings, homes_of


def settings_form(talk: Talk, member: Member, platforms: Sequence[str] = ()) -> Form:
    """Ask how the bot should speak, when, and what may be seen; of several `platforms`, on which."""
    return Form(
        name="settings",
        title=talk.say("settings-title"),
        fields=(
            zone_field(talk),
            text_language_field(talk, member.language),
            languages_field(talk),
            visibility_field(talk, member.visibility),
            *((home_field(talk, platforms, member.home),) if len(platforms) > 1 else ()),
        ),
        submit=talk.say("save-changes"),
    )


def settings_view(talk: Talk, member: Member) -> View:
    """Show what was set."""
    return View(
        title=talk.say("settings-done"),
        blocks=(
            Fields(
                (
                    FieldRow(talk.say("field-zone"), member.zone),
                    FieldRow(talk.say("field-language"), talk.say.tongue(member.language)),
                    FieldRow(talk.say("field-languages"), languages_in_words(talk, member.languages)),
                    FieldRow(talk.say("field-visibility"), talk.say(f"visibility-{member.visibility.value}")),
                )
            ),
        ),
        suggestions=talk.suggest("me"),
        tone=Tone.GOOD,
    )


def _parameters(say: Voice) -> tuple[Field, ...]:
    return zone_parameter(say), text_language_parameter(say)


def _build(talk: Talk, _ref: str) -> Form:
    return settings_form(talk, talk.member, homes_of(talk.work, talk.member))


def _submit(talk: Talk, _ref: str, answers: Answers) -> Reply:
    language, visibility = text_of(answers, "language"), Visibility(text_of(answers, "visibility"))
    home = text_of(answers, "home")
    member = change_settings(talk.work, talk.tools, talk.actor, about_me(answers), language, visibility, home)
    return Reply(settings_view(replace(talk, say=talk.say.as_spoken_by(member.language, member.zone)), member))


SETTINGS = FormSpec("settings", change_settings, _build, _submit)

FEATURE = Feature(
    commands=(CommandSpec("settings", change_settings, opens=SETTINGS, parameters=_parameters),),
    actions=(ActionSpec("settings", change_settings, opens=SETTINGS),),
    forms=(SETTINGS,),
    examples=(
        Example("form/settings", lambda talk: settings_form(talk, sample_mentee(talk))),
        Example("form/settings:homes", lambda talk: settings_form(talk, sample_mentee(talk), ("discord", "telegram"))),
        Example("form/settings:done", lambda talk: settings_view(talk, sample_mentee(talk))),
    ),
)
