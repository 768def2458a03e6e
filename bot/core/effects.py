"""What the core asks the world to do, as data; and what the world answers.

An effect is kept in the outbox in the transaction of the fact that caused it. It names its notice and ids: the words
are made when it is sent, in the recipient's language and zone, from fresh data.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum, IntEnum
from typing import Protocol

from bot.core.domain.communities import PlaceKind as PlaceKind  # noqa: PLC0414  deliveries tell places by it
from bot.core.domain.ids import CommunityId, PlaceId
from bot.core.ui.speech import Attachment, Speech
from bot.core.ui.views import View


class Act(Enum):
    """The kinds of thing that can happen outside."""

    TELL = "tell"
    """Write to a member in private: ref `to` is the member."""
    POST = "post"
    """Say something in a place: in a room (ref `room`: pairing) or a growth thread (ref `thread`: member)."""
    PIN = "pin"
    """As `POST`, and keep it on top."""
    EDIT = "edit"
    """Say it anew where effect `original` (a key) said it first."""
    REMOVE = "remove"
    """Take back what effect `original` said."""
    PREPARE = "prepare"
    """Make the places that a programme needs in its community, those that are missing.

    Refs: `by`, who asked; and by kind (`commons`) the name or id of a place that they want used.
    """
    OPEN_ROOM = "open_room"
    ADMIT = "admit"
    """Let those read in a room who should, and nobody else: ref `room`."""
    ARCHIVE_ROOM = "archive_room"
    DELETE_ROOM = "delete_room"
    OPEN_THREAD = "open_thread"
    RELAY = "relay"
    """Carry what somebody said in one place of a room to another of its places: refs `room`, `utterance`, `place`.

    The words travel with the effect (`Effect.words`): nobody can be asked for them again.
    """
    RELAY_REMOVAL = "relay_removal"
    """Take back what was carried."""
    RELAY_REACTION = "relay_reaction"
    """Carry a reaction to something that was said."""


class Priority(IntEnum):
    """What goes first when a platform's budget is short."""

    ANSWER = 0
    PROMPT = 5


@dataclass(frozen=True)
class Effect:
    """One thing to happen, once: `key` is natural and unique in its community."""

    key: str
    community: CommunityId
    platform: str
    act: Act
    lane: str
    """The room and target place within which commit order holds: `room:...`, `thread:...`, `member:...`."""
    notice: str
    """Which words: a name in the notice registry; empty for acts that say nothing."""
    refs: Mapping[str, str]
    not_before: datetime
    priority: Priority = Priority.ANSWER
    words: str = field(default="", repr=False)
    """What somebody said in private (`bot.core.ui.speech.written`): kept encrypted, and only until it is delivered."""


@dataclass(frozen=True)
class LeasedEffect:
    """An effect in the sender's hands; `number` is its place in the outbox, `tries` counts this one."""

    number: int
    effect: Effect
    tries: int
    is_doubtful: bool = False
    """Whether the try before this one ended without an outcome: its process died, and it may have happened."""


# What a surface is asked to do: an effect with everything filled in, in the platform's own ids.


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


# What a surface answers.


@dataclass(frozen=True)
class Done:
    """It happened; `external_id` is what the platform calls it. Saying it again with the same key changes nothing."""

    external_id: str
    places: Mapping[PlaceKind, str] = field(default_factory=dict)
    """The community's places that were made or found, by kind."""
    direct: str = ""
    """What the platform calls the private conversation in which it was said, where that is news."""
    rooms: Mapping[str, str] = field(default_factory=dict)
    """A room's place for each account, where they are not all in the one that `external_id` names."""


@dataclass(frozen=True)
class Unreachable:
    """The person can't be written to; `has_left`: they aren't in any community where the program could."""

    reason: str
    has_left: bool = False


@dataclass(frozen=True)
class Refused:
    """The platform said no, and would say no again."""

    reason: str


class Scope(Enum):
    """How much a delay is about."""

    ONE = "one"
    """This effect alone."""
    ROUTE = "route"
    """Calls of its kind, which the platform has had enough of for now: it says when, and nothing was wrong."""
    PLATFORM = "platform"
    """Everything that goes to the platform: it is to be left alone for a while."""
    OUTAGE = "outage"
    """Nothing was wrong with the effect: the platform itself failed. Enough of these, and it is left alone."""
    PLACE = "place"
    """The place that it is for is being made: it is tried until that is there."""
    FULL = "full"
    """There is no space for it where it belongs: it is tried until somebody has made some."""


@dataclass(frozen=True)
class Retry:
    """Not now."""

    reason: str
    after: timedelta | None = None
    scope: Scope = Scope.ONE


@dataclass(frozen=True)
class Unknown:
    """It may have happened: the reply was lost."""

    reason: str


@dataclass(frozen=True)
class Doubtful:
    """It may have happened, and there is no finding out: it is not tried again, and who said it is told so."""

    reason: str


@dataclass(frozen=True)
class Spread:
    """It is for several places (`PlaceId`s): an effect for each takes its place; no surface says this."""

    places: tuple[PlaceId, ...]


@dataclass(frozen=True)
class Moot:
    """There was nothing left to carry out, and why (a word for the outbox, never a person's); no surface says this."""

    reason: str


@dataclass(frozen=True)
class Gone:
    """A place that this needs isn't there any more: the room, the thread, or one of the community's own.

    Empty where it needs one of the community's own that was never made.
    """

    place: str


@dataclass(frozen=True)
class Lacking:
    """The program isn't allowed to: `rights` are the platform's own words, as in `Right.name`."""

    rights: tuple[str, ...]


Outcome = Done | Unreachable | Refused | Retry | Unknown | Doubtful | Spread | Moot | Gone | Lacking


@dataclass(frozen=True)
class Delivered:
    """An effect with what became of it."""

    leased: LeasedEffect
    outcome: Outcome
    facts: Mapping[str, str] = field(default_factory=dict)


class Surface(Protocol):
    """A platform that can carry effects out; adapters keep nothing of their own."""

    platform: str

    async def deliver(self, delivery: Delivery, key: str, *, again: bool = False, doubtful: bool = False) -> Outcome:
        """Carry one out. `key` is the same at every try, so that a platform which knows keys does it once.

        `again` says that it was tried before, perhaps by a process that is gone: a platform that doesn't know keys,
        or forgets them, looks for what that try may have made. `doubtful` says that the try before was cut short
        without an outcome: a platform that can't look, and must not repeat it, answers `Doubtful`.
        """


class FileTooLarge(Exception):
    """An attachment is larger than may be carried; `limit` is in bytes."""

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit


class FileGone(Exception):
    """An attachment can't be had any more."""


class Files(Protocol):
    """Gets at what was attached on any platform, for a surface that carries it to its own."""

    async def fetch(self, platform: str, attachment: Attachment, most: int) -> bytes:
        """Return its bytes; raise `FileTooLarge` where they are more than `most`, `FileGone` where there are none."""
