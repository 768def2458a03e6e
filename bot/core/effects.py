"""What the core asks the world to do, as data; and what the world answers.

An effect is kept in the outbox in the transaction of the fact that caused it. It names its notice and ids: the words
are made when it is sent, in the recipient's language and zone, from fresh data.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum, IntEnum
from typing import Protocol

from bot.core.domain.ids import CommunityId
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
    OPEN_ROOM = "open_room"
    ARCHIVE_ROOM = "archive_room"
    OPEN_THREAD = "open_thread"


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


@dataclass(frozen=True)
class LeasedEffect:
    """An effect in the sender's hands; `number` is its place in the outbox, `tries` counts this one."""

    number: int
    effect: Effect
    tries: int


# What a surface is asked to do: an effect with everything filled in, in the platform's own ids.


@dataclass(frozen=True)
class ToAccount:
    """A private conversation with one account."""

    account: str


@dataclass(frozen=True)
class ToPlace:
    """A room, a thread or the community's own place."""

    place: str


Target = ToAccount | ToPlace


@dataclass(frozen=True)
class SendMessage:
    """Say a view; `replaces` is the platform's id of the message that it takes the place of, if any."""

    target: Target
    view: View
    pin: bool = False
    replaces: str = ""


@dataclass(frozen=True)
class RemoveMessage:
    """Take a message back."""

    target: Target
    message: str


@dataclass(frozen=True)
class OpenRoom:
    """Make a private place for these accounts and nobody else; Done carries the place's id."""

    community: str
    title: str
    accounts: tuple[str, ...]


@dataclass(frozen=True)
class ArchiveRoom:
    """Make a room read-only."""

    place: str


@dataclass(frozen=True)
class OpenThread:
    """Make a public place for one member's growth; Done carries the place's id."""

    community: str
    title: str
    account: str


Delivery = SendMessage | RemoveMessage | OpenRoom | ArchiveRoom | OpenThread


# What a surface answers.


@dataclass(frozen=True)
class Done:
    """It happened; `external_id` is what the platform calls it. Saying it again with the same key changes nothing."""

    external_id: str


@dataclass(frozen=True)
class Unreachable:
    """The person can't be written to."""

    reason: str


@dataclass(frozen=True)
class Refused:
    """The platform said no, and would say no again."""

    reason: str


@dataclass(frozen=True)
class Retry:
    """Not now."""

    reason: str
    after: timedelta | None = None


@dataclass(frozen=True)
class Unknown:
    """It may have happened: the reply was lost."""

    reason: str


@dataclass(frozen=True)
class Moot:
    """There was nothing left to carry out, and why (a word for the outbox, never a person's); no surface says this."""

    reason: str


Outcome = Done | Unreachable | Refused | Retry | Unknown | Moot


@dataclass(frozen=True)
class Delivered:
    """An effect with what became of it."""

    leased: LeasedEffect
    outcome: Outcome
    facts: Mapping[str, str] = field(default_factory=dict)


class Surface(Protocol):
    """A platform that can carry effects out; adapters keep nothing of their own."""

    platform: str

    async def deliver(self, delivery: Delivery, key: str) -> Outcome:
        """Carry one out. `key` is the same at every try, so that a platform which knows keys does it once."""
