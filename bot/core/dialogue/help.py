"""Help: what to do next, then what else this person can do, made from the commands that there are."""

from collections.abc import Iterable, Sequence

from bot.core.dialogue.samples import sample_mentee
from bot.core.dialogue.specs import CommandSpec, Example, Feature
from bot.core.dialogue.standing import (
    Standing,
    next_actions,
    next_suggestions,
    next_words,
    read_standing,
)
from bot.core.dialogue.talk import Talk
from bot.core.ui.replies import Reply
from bot.core.ui.views import Block, FieldRow, Fields, Heading, Text, View
from bot.core.usecases.access import POLICIES, Actor, Who, may
from bot.core.usecases.members import show_help

_GROUPS = (
    ("help-mentees", frozenset({Who.MENTEE})),
    ("help-mentors", frozenset({Who.MENTOR, Who.GUIDE})),
    ("help-moderators", frozenset({Who.MODERATOR, Who.ADMINISTRATOR})),
    ("help-everybody", frozenset({Who.ANYONE, Who.MEMBER})),
)


class Help:
    """Knows every command."""

    def __init__(self, commands: Iterable[CommandSpec]) -> None:
        own = CommandSpec("help", show_help, self.answer)
        self._commands = (*commands, own)
        self.feature = Feature(
            commands=(own,),
            examples=(Example("command/help", self._example), Example("command/help:newcomer", self._example_newcomer)),
        )

    def answer(self, talk: Talk) -> Reply:
        """Help the one who asks."""
        show_help(talk.actor)
        return Reply(self.view(talk, talk.actor, read_standing(talk)))

    def view(self, talk: Talk, actor: Actor, standing: Standing) -> View:
        """Show the next step, then the commands open to this person, by whom they are for."""
        allowed = [spec for spec in self._commands if may(actor, spec.use_case)]
        actions = next_actions(talk, standing)
        return View(
            title=talk.say("help-title"),
            blocks=(Text(next_words(talk, standing)), *_groups(talk, allowed)),
            actions=actions,
            suggestions=() if len(actions) > 1 else (*next_suggestions(talk, standing), *talk.suggest("me")),
        )

    def _example(self, talk: Talk) -> View:
        mentee = sample_mentee(talk)
        return self.view(talk, Actor(talk.community.id, mentee), Standing(None, mentee))

    def _example_newcomer(self, talk: Talk) -> View:
        return self.view(talk, Actor(talk.community.id, None, is_administrator=True), Standing(None, may_set_up=True))


def _groups(talk: Talk, commands: Sequence[CommandSpec]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for title, audiences in _GROUPS:
        rows = tuple(_row(talk, each) for each in commands if POLICIES[each.use_case.__name__].who in audiences)
        if rows:
            blocks += [Heading(talk.say(title)), Fields(rows)]
    return tuple(blocks)


def _row(talk: Talk, spec: CommandSpec) -> FieldRow:
    typed = f"{spec.name} {spec.verb}".strip()
    return FieldRow(f"/{typed}", talk.say(f"command-{typed.replace(' ', '-')}"))
