"""What is kept in the outbox: one thing to happen outside, by name and ids."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, IntEnum

from bot.core.domain.ids import CommunityId


class Act(Enum):
    """The kinds of thing that can happen outside."""

    TELL = "tell"
    """Write to a member in private: ref `to` is the member."""
    POST = "post"
    """Say something in a place: in a room (ref `room`: pairing) or a growth thread (ref `thread`: member).

    Ref `side` names whose place of the room it is; without, it is for all of them.
    """
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
    """Carry what somebody said in one place of a room to another: refs `room`, `side`, `utterance`, `by`.

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
