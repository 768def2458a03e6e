"""What the chat server keeps, as values."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class Part(Enum):
    """Which part a persona was made for; a hint to the visitor, nothing more."""

    MODERATOR = "moderator"
    MENTOR = "mentor"
    MENTEE = "mentee"
    GUEST = "guest"


@dataclass(frozen=True)
class Account:
    """One persona: a person of the sample community."""

    id: str
    name: str
    part: Part
    language: str = ""
    zone: str = ""
    present: bool = True

    @property
    def is_administrator(self) -> bool:
        """Whether the platform says that this account administers the community."""
        return self.part is Part.MODERATOR


class PlaceKind(Enum):
    """Who can see a place: channels and threads everybody, rooms and direct conversations their members."""

    CHANNEL = "channel"
    THREAD = "thread"
    ROOM = "room"
    DIRECT = "direct"


@dataclass(frozen=True)
class Place:
    """Where something can be said."""

    id: str
    kind: PlaceKind
    title: str
    archived: bool = False
    unread: int = 0


class MessageKind(Enum):
    """How a message's body is to be read."""

    SAID = "said"
    """Plain words of a person."""
    VIEW = "view"
    FORM = "form"


@dataclass(frozen=True)
class Draft:
    """A message before it is in a place; `author` None is the bot, `only_for` hides it from everybody else."""

    kind: MessageKind
    body: str
    author: str | None = None
    only_for: str | None = None
    caption: str = ""
    """What it answers: the command that was typed."""
    parent: int | None = None
    """The message whose button led to this one."""
    pinned: bool = False


@dataclass(frozen=True)
class Message:
    """A message in a place; `version` is the journal's number of its last change."""

    id: int
    place: str
    kind: MessageKind
    body: str
    author: str | None
    author_name: str
    only_for: str | None
    caption: str
    parent: int | None
    at: datetime
    pinned: bool
    edited: bool
    version: int


class Happening(Enum):
    """What the journal tells of."""

    MESSAGE = "message"
    """New or changed."""
    REMOVED = "removed"
    PLACES = "places"
    """A place was opened or archived, or somebody came, left or changed their name."""


@dataclass(frozen=True)
class Entry:
    """One line of the journal."""

    seq: int
    kind: Happening
    place: str
    message: int
