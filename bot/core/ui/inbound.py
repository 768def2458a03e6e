"""What a person did, in a surface's words translated once: the only way in for chat."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from bot.core.ui.forms import Raw


class Where(Enum):
    """The kind of place in which something was done."""

    PRIVATE = "private"
    """A conversation with the bot alone."""
    COMMUNITY = "community"


@dataclass(frozen=True)
class Origin:
    """Who did it and where, all ids being the platform's own."""

    platform: str
    community: str
    """External id of the community; in a private place, the one that the surface takes to be current."""
    account: str
    name: str
    where: Where
    place: str
    update: str
    """The platform's id of this happening: the same one twice does nothing the second time."""
    is_administrator: bool = False
    """The platform's word that this account administers the community."""
    language: str = ""
    zone: str = ""
    """What the surface knows of the person's language and time zone; empty where it knows nothing."""


@dataclass(frozen=True)
class CommandCalled:
    """A command was given; `text` is what was typed behind it, `answers` what came by field name."""

    origin: Origin
    name: str
    verb: str = ""
    text: str = ""
    answers: Mapping[str, Raw] = field(default_factory=dict)


@dataclass(frozen=True)
class ActionPressed:
    """A button was pressed."""

    origin: Origin
    token: str


@dataclass(frozen=True)
class FormAnswered:
    """Some or all fields of a form were answered; a `final` one is to be carried out."""

    origin: Origin
    token: str
    answers: Mapping[str, Raw]
    final: bool = True


@dataclass(frozen=True)
class FormCancelled:
    """A form was put away for good."""

    origin: Origin
    token: str


@dataclass(frozen=True)
class Said:
    """Plain words in a private conversation with the bot; they are not kept."""

    origin: Origin
    text: str


@dataclass(frozen=True)
class Searched:
    """Somebody is typing in a searched field; answered with options, never with a reply."""

    origin: Origin
    source: str
    text: str


@dataclass(frozen=True)
class Arrived:
    """An account came to the community, or changed its name there."""

    origin: Origin


@dataclass(frozen=True)
class Departed:
    """An account left the community."""

    origin: Origin


Inbound = CommandCalled | ActionPressed | FormAnswered | FormCancelled | Said | Arrived | Departed
