"""What every command, form, action and notice is handed: who it is for, in which voice, and how to make replies."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.core.dialogue.catalogue import Voice
from bot.core.dialogue.credits import Credits
from bot.core.domain.communities import Community
from bot.core.domain.errors import (
    DestinationGone,
    DomainError,
    GrowthIsPrivate,
    NoOpenGoal,
    NoProgramme,
    NotAllowed,
    NotAMember,
    NothingClaimed,
)
from bot.core.domain.members import Member
from bot.core.domain.roadmaps.errors import AlreadyEnrolled, NotEnrolled
from bot.core.ports import Tools, UnitOfWork
from bot.core.ui.inbound import Origin, Right, Spoken
from bot.core.ui.tokens import Signer
from bot.core.ui.views import Action, Suggestion, Tone, View, Weight
from bot.core.usecases.access import Actor


@dataclass(frozen=True)
class Talk:
    """One exchange with one person."""

    work: UnitOfWork
    tools: Tools
    community: Community
    actor: Actor
    say: Voice
    signer: Signer
    origin: Origin | None = None
    """Where it came from; None where the program speaks first."""
    about: Spoken | None = None
    """What they had said that a pressed button's message answers."""
    thought: object = None
    """What was worked out beforehand, for a button that takes long."""
    credits_due: Credits = field(default_factory=Credits)
    """Whose data was read for it, and is to be named beneath what is shown of it."""

    @property
    def platform(self) -> str:
        """Where they talk; empty where the program speaks first."""
        return self.origin.platform if self.origin else ""

    @property
    def account(self) -> str:
        """What their platform calls them; empty where the program speaks first."""
        return self.origin.account if self.origin else ""

    @property
    def rights(self) -> tuple[Right, ...]:
        """What the program needs to be allowed there, as far as the surface says so."""
        return self.origin.rights if self.origin else ()

    @property
    def member(self) -> Member:
        """The member talked with; raises `NotAMember` or `MemberLeft`."""
        return self.actor.here()

    def action(self, route: str, ref: str, weight: Weight = Weight.NORMAL, label: str = "") -> Action:
        """Make a signed button; its label is the text `action-<route>` unless given."""
        return Action(label or self.say(f"action-{route.replace('_', '-')}"), self.signer.action(route, ref), weight)

    def suggest(self, *commands: str) -> tuple[Suggestion, ...]:
        """Offer commands by how they are typed (`goal add`); each is labelled by `suggest-<command>`."""
        return tuple(
            Suggestion(self.say(f"suggest-{command.replace(' ', '-').replace('_', '-')}"), command)
            for command in commands
        )


def trouble_words(say: Voice, error: DomainError) -> str:
    """Say what a rule's no means and what to do."""
    return say(f"error-{error.key}", **error.facts)


def trouble_view(talk: Talk, error: DomainError) -> View:
    """Show a rule's no, with what to do instead."""
    words = talk.say(f"error-{error.key}", **_facts(talk, error))
    return View(words, suggestions=talk.suggest(*_way_out(talk, error)), tone=Tone.ATTENTION)


def _facts(talk: Talk, error: DomainError) -> Mapping[str, str | int]:
    """Say of an administrator's right that it can't be seen where the platform names no community."""
    is_nowhere = talk.origin is not None and not talk.origin.community
    if isinstance(error, NotAllowed) and error.facts.get("needs") == _ADMINISTRATOR and is_nowhere:
        return {**error.facts, "needs": f"{_ADMINISTRATOR}-there"}
    return error.facts


def _way_out(talk: Talk, error: DomainError) -> tuple[str, ...]:  # noqa: PLR0911  one arm an error
    match error:
        case NotAMember():
            return ("join",)
        case DestinationGone():
            return ("join mentee",)
        case NotAllowed() if error.facts.get("needs") in _JOINED_AS:
            return (f"join {error.facts['needs']}", "help")
        case NoProgramme() if talk.actor.is_administrator or talk.actor.is_moderator:
            return ("setup",)
        case NothingClaimed():
            return ("gap rate",)
        case NoOpenGoal():
            return ("goal draft", "goal add")
        case NotEnrolled():
            return ("roadmap enrol", "me")
        case AlreadyEnrolled():
            return ("roadmap", "roadmap plan")
        case GrowthIsPrivate():
            return ("settings",)
        case _:
            return ("me", "help")


_ADMINISTRATOR = "administrator"
_JOINED_AS = frozenset({"mentee", "mentor"})
