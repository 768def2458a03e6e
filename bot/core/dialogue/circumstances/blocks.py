"""Whom a member is not to be paired with, in confidence: said to them alone, and only in answer to themselves."""

from collections.abc import Sequence

from bot.core.dialogue.catalogue import Voice
from bot.core.dialogue.fields import text_of
from bot.core.dialogue.samples import sample_member, sample_mentor
from bot.core.dialogue.specs import ActionSpec, CommandSpec, Example, Feature, FormSpec
from bot.core.dialogue.talk import Talk
from bot.core.domain.errors import NothingBlocked
from bot.core.domain.ids import MemberId
from bot.core.domain.members import Member
from bot.core.ui.forms import Answers, Choice, Field, Form, Option, Person
from bot.core.ui.replies import Reply
from bot.core.ui.views import Text, Tone, View
from bot.core.usecases.circumstances import keep_apart, no_longer_apart, own_blocks

MOST_OPTIONS = 25


def block_form(talk: Talk) -> Form:
    """Ask whom, once it is said who learns of it: nobody."""
    return Form(
        name="block",
        title=talk.say("block-title"),
        intro=talk.say("block-intro"),
        fields=block_parameters(talk.say),
        submit=talk.say("block-submit"),
    )


def block_parameters(say: Voice) -> tuple[Field, ...]:
    """Take the other."""
    return (Person(name="person", label=say("block-whom"), source="member"),)


def blocked_view(talk: Talk, other: Member, everybody: Sequence[Member]) -> View:
    """Say that it is kept, and that it stays between the member and the program."""
    names = talk.say.every(each.name for each in everybody)
    return View(
        title=talk.say("block-done", name=other.name),
        blocks=(Text(talk.say("block-means")), Text(talk.say("block-all", names=names))),
        suggestions=talk.suggest("unblock", "me"),
        tone=Tone.GOOD,
    )


def unblock_form(talk: Talk, everybody: Sequence[Member]) -> Form:
    """Ask whom it is to be taken back for."""
    options = tuple(Option(each.id, each.name) for each in everybody[:MOST_OPTIONS])
    return Form(
        name="unblock",
        title=talk.say("unblock-title"),
        intro=talk.say("unblock-intro"),
        fields=(Choice(name="person", label=talk.say("unblock-whom"), options=options),),
        submit=talk.say("unblock-submit"),
    )


def unblocked_view(talk: Talk, other: Member) -> View:
    """Say that it is forgotten."""
    return View(
        talk.say("unblock-done", name=other.name), (Text(talk.say("unblock-means")),), suggestions=talk.suggest("me")
    )


def _build(talk: Talk, _ref: str) -> Form:
    return block_form(talk)


def _submit(talk: Talk, _ref: str, answers: Answers) -> Reply:
    other = keep_apart(talk.work, talk.tools, talk.actor, MemberId(text_of(answers, "person")))
    return Reply(blocked_view(talk, other, own_blocks(talk.work, talk.actor)))


def _admit_unblock(talk: Talk, _ref: str) -> None:
    if not own_blocks(talk.work, talk.actor):
        raise NothingBlocked


def _build_unblock(talk: Talk, _ref: str) -> Form:
    return unblock_form(talk, own_blocks(talk.work, talk.actor))


def _submit_unblock(talk: Talk, _ref: str, answers: Answers) -> Reply:
    other = no_longer_apart(talk.work, talk.tools, talk.actor, MemberId(text_of(answers, "person")))
    return Reply(unblocked_view(talk, other))


def _sample(talk: Talk) -> Sequence[Member]:
    return [sample_mentor(talk), sample_member(talk, "Rui Prado")]


BLOCK = FormSpec("block", keep_apart, _build, _submit)
UNBLOCK = FormSpec("unblock", keep_apart, _build_unblock, _submit_unblock, _admit_unblock)

FEATURE = Feature(
    commands=(
        CommandSpec("block", keep_apart, opens=BLOCK, parameters=block_parameters),
        CommandSpec("unblock", keep_apart, opens=UNBLOCK),
    ),
    actions=(ActionSpec("block", keep_apart, opens=BLOCK),),
    forms=(BLOCK, UNBLOCK),
    examples=(
        Example("form/block", block_form),
        Example("form/block:done", lambda talk: blocked_view(talk, sample_mentor(talk), _sample(talk))),
        Example("form/unblock", lambda talk: unblock_form(talk, _sample(talk))),
        Example("form/unblock:done", lambda talk: unblocked_view(talk, sample_mentor(talk))),
    ),
)
