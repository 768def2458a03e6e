"""What is shown: a view of semantic blocks, with what can be done next.

Every string is plain text. No surface may read markup, mentions or links in it: adapters escape all of it at the
last step. Meaning that needs more than text (a moment, a picture) has a type of its own.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from bot.core.ui.pictures import Drawing


class Tone(Enum):
    """How a view is meant; a surface chooses colour, icon or word for it, never colour alone."""

    PLAIN = "plain"
    GOOD = "good"
    ATTENTION = "attention"
    BAD = "bad"


class Weight(Enum):
    """How much an action asks to be pressed: at most one primary a view."""

    PRIMARY = "primary"
    NORMAL = "normal"
    DANGER = "danger"


@dataclass(frozen=True)
class Action:
    """A button. `token` is signed (`bot.core.ui.tokens`); what pressing it does at once is in `ActionTraits`."""

    label: str
    token: str
    weight: Weight = Weight.NORMAL


@dataclass(frozen=True)
class Suggestion:
    """A command that could come next, drawn as a button that begins it where a surface can, else as text."""

    label: str
    command: str
    """As typed, without the slash: `join mentee`."""


@dataclass(frozen=True)
class Link:
    """A way out of this conversation, drawn as a button that leads to `address` (https)."""

    label: str
    address: str


@dataclass(frozen=True)
class Moment:
    """An aware instant; surfaces that know each viewer's zone show it there, others show `words`."""

    at: datetime
    words: str


@dataclass(frozen=True)
class PlaceLink:
    """A place on the reader's own platform; surfaces that can lead there do, others show `words`."""

    place: str
    """The platform's id."""
    words: str


Value = str | Moment | PlaceLink


@dataclass(frozen=True)
class Text:
    """A paragraph; line breaks in it are kept."""

    text: str


@dataclass(frozen=True)
class Heading:
    """A line that opens a part of a longer view."""

    text: str


@dataclass(frozen=True)
class FieldRow:
    """One named value."""

    name: str
    value: Value


@dataclass(frozen=True)
class Fields:
    """Named values, in order."""

    rows: tuple[FieldRow, ...]


@dataclass(frozen=True)
class CheckItem:
    """One point of a checklist."""

    text: str
    done: bool


@dataclass(frozen=True)
class Checklist:
    """Points that are done or not."""

    items: tuple[CheckItem, ...]


@dataclass(frozen=True)
class Progress:
    """How much of something is done: `share` is 0-1, `words` say it ("3 of 5")."""

    label: str
    share: float
    words: str


@dataclass(frozen=True)
class Table:
    """Rows under headings; every row is as long as `columns`."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Quote:
    """Somebody's own words."""

    text: str
    author: str = ""


@dataclass(frozen=True)
class Picture:
    """A drawing with its alternative text, and the table that says the same."""

    drawing: Drawing
    alt: str
    twin: Table


@dataclass(frozen=True)
class Attachment:
    """A file of text to keep: `label` says what it is, `name` and `media_type` are the file's own."""

    label: str
    name: str
    media_type: str
    text: str


Block = Text | Heading | Fields | Checklist | Progress | Table | Quote | Picture | Attachment


@dataclass(frozen=True)
class View:
    """One message of the bot's: a title, blocks, what can be done next."""

    title: str
    blocks: tuple[Block, ...] = ()
    actions: tuple[Action, ...] = ()
    suggestions: tuple[Suggestion, ...] = field(default=())
    tone: Tone = Tone.PLAIN
    links: tuple[Link, ...] = ()
    footnotes: tuple[str, ...] = ()
    """What has to be said beneath all else, quietly; cut last."""
