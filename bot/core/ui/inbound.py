"""What a person did, in a surface's words translated once: the only way in for chat."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from bot.core.ui.forms import Raw
from bot.core.ui.speech import Speech


class Where(Enum):
    """The kind of place in which something was done."""

    PRIVATE = "private"
    """A conversation with the bot alone."""
    COMMUNITY = "community"


@dataclass(frozen=True)
class Right:
    """Something that the program may or may not do in a community; `name` is the platform's own word for it."""

    name: str
    granted: bool


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
    rights: tuple[Right, ...] = ()
    """What the program needs to be allowed there, where a platform has such rights and knows them."""
    handle: str = ""
    """The account's unique name beside its id, without an @; empty where it has none or the surface knows none."""


@dataclass(frozen=True)
class CommandCalled:
    """A command was given; `text` is what was typed behind it, `answers` what came by field name."""

    origin: Origin
    name: str
    verb: str = ""
    text: str = ""
    answers: Mapping[str, Raw] = field(default_factory=dict)


@dataclass(frozen=True)
class ShortcutUsed:
    """A shortcut was used on an account (`account`), or on a message: `account` wrote `text`."""

    origin: Origin
    name: str
    account: str
    account_name: str
    text: str = ""


@dataclass(frozen=True)
class Spoken:
    """Something was said in a place that may be one of a room's, or in private; it is carried, never kept.

    `message` and `reply_to` are the platform's ids in that place. In private it is for the room whose message it
    answers, the only room of the person, or the one that they talk to; where that is open, they are asked.
    """

    origin: Origin
    message: str
    speech: Speech
    reply_to: str = ""


@dataclass(frozen=True)
class SpokenAnew:
    """Somebody changed what they had said."""

    origin: Origin
    message: str
    speech: Speech


@dataclass(frozen=True)
class Unspoken:
    """Something said was taken away; a platform that doesn't tell by whom leaves `origin.account` empty."""

    origin: Origin
    message: str


@dataclass(frozen=True)
class Reacted:
    """Somebody reacts to a message with these and nothing else now; none where they took it back."""

    origin: Origin
    message: str
    emojis: tuple[str, ...]


@dataclass(frozen=True)
class ActionPressed:
    """A button was pressed; `about` is what the person had said that the button's message answers, if known."""

    origin: Origin
    token: str
    about: Spoken | None = None


@dataclass(frozen=True)
class FormAnswered:
    """Some or all fields of a form were answered; a `final` one is to be carried out."""

    origin: Origin
    token: str
    answers: Mapping[str, Raw]
    final: bool = True


@dataclass(frozen=True)
class FormResumed:
    """An opened form is to be shown again, with what was answered so far; a read."""

    origin: Origin
    token: str


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
class Entered:
    """An account came to the private conversation by way of a community, which is their current one from now on.

    The surface has made sure that they belong there.
    """

    origin: Origin


@dataclass(frozen=True)
class Arrived:
    """An account came to the community, or changed its name there."""

    origin: Origin


@dataclass(frozen=True)
class Departed:
    """An account left the community."""

    origin: Origin


# What happens to a community rather than to a person: `Origin.account` may be empty in these.


@dataclass(frozen=True)
class BroughtIn:
    """The program was brought to a community; `account` is who did it, where the platform says so.

    Told again at every start for communities that it finds itself in: what is known already changes nothing.
    """

    origin: Origin
    community_name: str
    founds: bool = True
    """Whether it is a community from now on if it was none: a group may be for something else, too."""


@dataclass(frozen=True)
class SentAway:
    """The program was removed from a community."""

    origin: Origin


@dataclass(frozen=True)
class PlaceLost:
    """A place was deleted by somebody's hand."""

    origin: Origin
    place: str


@dataclass(frozen=True)
class PlaceMoved:
    """The platform calls a place, or the community itself, by another id now: `to` in place of `place`."""

    origin: Origin
    place: str
    to: str


@dataclass(frozen=True)
class Commented:
    """Somebody wrote in a growth thread (`origin.place`); what they wrote isn't taken in."""

    origin: Origin


Happening = BroughtIn | SentAway | PlaceLost | PlaceMoved | Commented
Personal = (
    CommandCalled
    | ShortcutUsed
    | ActionPressed
    | FormAnswered
    | FormResumed
    | FormCancelled
    | Said
    | Spoken
    | SpokenAnew
    | Unspoken
    | Reacted
    | Entered
    | Arrived
    | Departed
)
Inbound = Personal | Happening
