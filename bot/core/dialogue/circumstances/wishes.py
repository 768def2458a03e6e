"""The mentors that a mentee wishes for."""

from collections.abc import Sequence

from bot.core.dialogue.fields import text_of
from bot.core.dialogue.samples import sample_member, sample_mentor
from bot.core.dialogue.searches import mentors_to_wish_for
from bot.core.dialogue.specs import ActionSpec, CommandSpec, Example, Feature, FormSpec
from bot.core.dialogue.talk import Talk
from bot.core.domain.ids import MemberId
from bot.core.domain.members import Member, Role
from bot.core.ui.forms import Answers, Form, Person
from bot.core.ui.replies import Reply
from bot.core.ui.views import FieldRow, Fields, Text, Tone, View
from bot.core.usecases.circumstances import Wished, own_wishes, wish_for

RANKS = ("first", "second", "third")


def wishes_form(talk: Talk, names: Sequence[str]) -> Form:
    """Ask for up to three, the dearest first."""
    return Form(
        name="wishes",
        title=talk.say("wishes-title"),
        intro=talk.say("wishes-intro"),
        fields=tuple(
            Person(
                name=rank,
                label=talk.say(f"wishes-{rank}"),
                required=False,
                source="mentor",
                default=tuple(names[place : place + 1]),
            )
            for place, rank in enumerate(RANKS)
        ),
        submit=talk.say("save-changes"),
    )


def wishes_view(talk: Talk, mentors: Sequence[Member]) -> View:
    """Say them back, and what a wish is."""
    if not mentors:
        return View(talk.say("wishes-none"), (Text(talk.say("wishes-none-means")),), suggestions=talk.suggest("me"))
    rows = (FieldRow(talk.say(f"wishes-{rank}"), each.name) for rank, each in zip(RANKS, mentors, strict=False))
    return View(
        title=talk.say("wishes-done"),
        blocks=(Fields(tuple(rows)), Text(talk.say("wishes-mean"))),
        suggestions=talk.suggest("availability", "me"),
        tone=Tone.GOOD,
    )


def _build(talk: Talk, _ref: str) -> Form:
    names = mentors_to_wish_for(talk)
    return wishes_form(talk, [names[each] for each in own_wishes(talk.work, talk.actor).mentors if each in names])


def _submit(talk: Talk, _ref: str, answers: Answers) -> Reply:
    chosen = [MemberId(each) for rank in RANKS if (each := text_of(answers, rank))]
    wished = wish_for(talk.work, talk.tools, talk.actor, chosen)
    return Reply(wishes_view(talk, in_order(wished)))


def in_order(wished: Wished) -> Sequence[Member]:
    """Look wishes up, the dearest first."""
    return [wished.people[each] for each in wished.mentors]


def _sample(talk: Talk) -> Sequence[Member]:
    return [sample_mentor(talk), sample_member(talk, "Ada Lind", Role.MENTOR)]


WISHES = FormSpec("wishes", wish_for, _build, _submit)

FEATURE = Feature(
    commands=(CommandSpec("wishes", wish_for, opens=WISHES),),
    actions=(ActionSpec("wishes", wish_for, opens=WISHES),),
    forms=(WISHES,),
    examples=(
        Example("form/wishes", lambda talk: wishes_form(talk, [each.name for each in _sample(talk)])),
        Example("form/wishes:done", lambda talk: wishes_view(talk, _sample(talk))),
        Example("form/wishes:none", lambda talk: wishes_view(talk, [])),
    ),
)
