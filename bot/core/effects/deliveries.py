"""What a surface is asked to do: an effect with everything filled in, in the platform's own ids."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.core.domain.communities import PlaceKind
from bot.core.ui.speech import Speech
from bot.core.ui.views import View


@dataclass(frozen=True)
class ToAccount:
    """A private conversation with one account; `place` is what the platform called it before, if it did."""

    account: str
    place: str = ""


@dataclass(frozen=True)
class ToPlace:
    """A room, a thread or the community's own place."""

    place: str


Target = ToAccount | ToPlace


@dataclass(frozen=True)
class SendMessage:
    """Say a view; `replaces` is the platform's id of the message that it takes the place of, if any.

    One that somebody took away stays away.
    """

    target: Target
    view: View
    pin: bool = False
    replaces: str = ""
    mentions: tuple[str, ...] = ()
    """The accounts that are to notice it in a place; nobody else is ever alerted, whatever the words are."""
    language: str = ""
    """What the surface's own words beside the view are to be in."""
    community: str = ""
    """External id of the community that it is said for."""
    room: str = ""
    """The title of the room that it is said in, for a surface where several rooms share one conversation."""
    reply_to: str = ""
    """The message that it is about, where it is about one and a surface can show that."""


@dataclass(frozen=True)
class Source:
    """Where something was said, for a surface that can copy it there itself."""

    platform: str
    place: str
    message: str


@dataclass(frozen=True)
class RelayMessage:
    """Say in a place of a room what somebody said in another of its places, under their name.

    `replaces` is the message that said it before they changed it; `reply_to` the one that it answers; both are ids of
    the target place's platform, empty where there is none. Done carries the id of what was said.
    """

    target: ToPlace
    author: str
    speech: Speech
    source: Source
    reply_to: str = ""
    replaces: str = ""
    room: str = ""
    """The title of the room, as in `SendMessage`."""
    language: str = ""
    community: str = ""


@dataclass(frozen=True)
class ReactToMessage:
    """Show, on a message in a place of a room, what the other reacts to it with; no emoji takes that back."""

    target: ToPlace
    message: str
    emojis: tuple[str, ...]


@dataclass(frozen=True)
class RemoveMessage:
    """Take a message back."""

    target: Target
    message: str


@dataclass(frozen=True)
class PrepareHomes:
    """Make sure that these places are there (`known` by kind, where they are known) and can be used.

    Done carries every one of them in `places`. What is there already, under a known id or of the same title and kind,
    is taken and never changed. What is known may also be what a moderator typed to choose a place: its name, as they
    write it there, or its id.
    """

    community: str
    titles: Mapping[PlaceKind, str]
    known: Mapping[PlaceKind, str]


@dataclass(frozen=True)
class OpenRoom:
    """Make a private place for these accounts and nobody else; Done carries the place's id.

    A platform that can't put them together makes a place for each, `Done.rooms`: what is said is carried between them.
    """

    community: str
    title: str
    accounts: tuple[str, ...]
    readers: tuple[str, ...] = ()
    """Accounts that may read along: moderators, where the programme's policy says so."""
    homes: Mapping[PlaceKind, str] = field(default_factory=dict)
    """The community's places, where the platform needs them."""


@dataclass(frozen=True)
class AdmitToRoom:
    """Make a room's readers these, and nobody else."""

    community: str
    place: str
    accounts: tuple[str, ...]
    readers: tuple[str, ...]
    outside: tuple[str, ...] = ()
    """Accounts that may have been readers before, for a platform that doesn't tell who is in."""


@dataclass(frozen=True)
class ArchiveRoom:
    """Make a room read-only for those in it."""

    place: str
    community: str = ""


@dataclass(frozen=True)
class DeleteRoom:
    """Delete a room for good; one that is gone already is deleted."""

    place: str
    community: str = ""


@dataclass(frozen=True)
class OpenThread:
    """Make a public place for one member's growth; Done carries the place's id."""

    community: str
    title: str
    account: str
    homes: Mapping[PlaceKind, str] = field(default_factory=dict)


Delivery = (
    SendMessage
    | RelayMessage
    | ReactToMessage
    | RemoveMessage
    | PrepareHomes
    | OpenRoom
    | AdmitToRoom
    | ArchiveRoom
    | DeleteRoom
    | OpenThread
)
