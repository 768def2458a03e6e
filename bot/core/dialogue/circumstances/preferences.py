"""What matters to a member, as short tags: the programme's, or their own; and their team."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core.dialogue.fields import text_of, texts_of
from bot.core.dialogue.samples import sample_circumstances
from bot.core.dialogue.specs import ActionSpec, CommandSpec, Example, Feature, FormSpec
from bot.core.dialogue.talk import Talk
from bot.core.domain.circumstances import LONGEST_TEAM, Circumstances
from bot.core.ui.forms import Answers, Form, Option, Several, ShortText
from bot.core.ui.replies import Reply
from bot.core.ui.views import FieldRow, Fields, Text, Tone, View
from bot.core.usecases.circumstances import own_circumstances, say_preferences
from bot.core.usecases.matching import rules_of

LONGEST = 200


def preferences_form(talk: Talk, said: Circumstances, tags: Sequence[str]) -> Form:
    """Ask for tags of the programme's list, if it has one, for one's own, and for the team."""
    own = ", ".join(sorted(said.preferences - set(tags)))[:LONGEST]
    offered = Several(
        name="tags",
        label=talk.say("field-preferences"),
        required=False,
        options=tuple(Option(each, each) for each in tags),
        default=tuple(each for each in tags if each in said.preferences),
    )
    return Form(
        name="preferences",
        title=talk.say("preferences-title"),
        intro=talk.say("preferences-intro"),
        fields=(
            *((offered,) if tags else ()),
            ShortText(
                name="own",
                label=talk.say("preferences-more" if tags else "field-preferences"),
                help=talk.say("preferences-own-help"),
                required=False,
                longest=LONGEST,
                default=(own,) if own else (),
            ),
            ShortText(
                name="team",
                label=talk.say("field-team"),
                help=talk.say("preferences-team-help"),
                required=False,
                longest=LONGEST_TEAM,
                default=(said.team,) if said.team else (),
            ),
        ),
        submit=talk.say("save-changes"),
    )


def preferences_view(talk: Talk, said: Circumstances) -> View:
    """Say them back as they are compared."""
    nothing = talk.say("nothing-said")
    rows = (
        FieldRow(talk.say("field-preferences"), talk.say.every(sorted(said.preferences)) or nothing),
        FieldRow(talk.say("field-team"), said.team or nothing),
    )
    return View(
        title=talk.say("preferences-done"),
        blocks=(Fields(rows), Text(talk.say("preferences-means"))),
        suggestions=talk.suggest("availability", "me"),
        tone=Tone.GOOD,
    )


def _build(talk: Talk, _ref: str) -> Form:
    tags = rules_of(talk.work, talk.community.id).tags
    return preferences_form(talk, own_circumstances(talk.work, talk.actor), tags)


def _submit(talk: Talk, _ref: str, answers: Answers) -> Reply:
    tags = (*texts_of(answers, "tags"), *text_of(answers, "own").replace(";", ",").split(","))
    said = say_preferences(talk.work, talk.tools, talk.actor, tags, text_of(answers, "team"))
    return Reply(preferences_view(talk, said))


PREFERENCES = FormSpec("preferences", say_preferences, _build, _submit)
_SAMPLE_TAGS = ("remote", "in person", "short and often", "same field")

FEATURE = Feature(
    commands=(CommandSpec("preferences", say_preferences, opens=PREFERENCES),),
    actions=(ActionSpec("preferences", say_preferences, opens=PREFERENCES),),
    forms=(PREFERENCES,),
    examples=(
        Example("form/preferences", lambda talk: preferences_form(talk, sample_circumstances(talk), ())),
        Example("form/preferences:list", lambda talk: preferences_form(talk, sample_circumstances(talk), _SAMPLE_TAGS)),
        Example("form/preferences:done", lambda talk: preferences_view(talk, sample_circumstances(talk))),
        Example(
            "form/preferences:none",
            lambda talk: preferences_view(talk, replace(sample_circumstances(talk), preferences=frozenset(), team="")),
        ),
    ),
)
