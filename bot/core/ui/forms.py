"""What is asked: ordered fields, each of which can tell a good answer from a bad one.

An answer on the wire is a tuple of strings (`Raw`): empty where nothing was given, one for most fields, several for
`Several`. `read` turns it into a value or says, as a key of the text catalogue, what is wrong with it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

Raw = tuple[str, ...]
Value = str | int | float | bool | date | datetime | tuple[str, ...] | None
Answers = Mapping[str, Value]


@dataclass(frozen=True)
class FieldError:
    """Why an answer can't stand: `key` names the sentence, `facts` what it needs."""

    key: str
    facts: Mapping[str, str | int]


@dataclass(frozen=True)
class Option:
    """One thing to choose."""

    value: str
    label: str
    description: str = ""


@dataclass(frozen=True, kw_only=True)
class BaseField:
    """What every field has; `default` fills it in before anybody answers."""

    name: str
    label: str
    help: str = ""
    required: bool = True
    default: Raw = ()


@dataclass(frozen=True, kw_only=True)
class ShortText(BaseField):
    """One line."""

    longest: int = 200


@dataclass(frozen=True, kw_only=True)
class LongText(BaseField):
    """Several lines."""

    longest: int = 2000


@dataclass(frozen=True, kw_only=True)
class Choice(BaseField):
    """One of a few options."""

    options: tuple[Option, ...]


@dataclass(frozen=True, kw_only=True)
class Several(BaseField):
    """Any of a few options."""

    options: tuple[Option, ...]
    most: int = 25


@dataclass(frozen=True, kw_only=True)
class SearchedChoice(BaseField):
    """One of many options, found by typing: `source` names the search, the answer is an option's value or its label."""

    source: str


@dataclass(frozen=True, kw_only=True)
class Scale(BaseField):
    """A level from `low` to `high`, each in words; a scale that isn't required offers "don't know" as no answer."""

    low: int
    high: int
    steps: tuple[Option, ...]
    unknown: str = ""
    """What "no answer" is called where it is one."""


@dataclass(frozen=True, kw_only=True)
class Number(BaseField):
    """A number; a whole one unless `decimals`."""

    low: float
    high: float
    decimals: bool = False


@dataclass(frozen=True, kw_only=True)
class Day(BaseField):
    """A date."""

    earliest: date | None = None
    latest: date | None = None


@dataclass(frozen=True, kw_only=True)
class Instant(BaseField):
    """A date and time in the person's own zone; the value is naive local time."""


@dataclass(frozen=True, kw_only=True)
class TimeZone(BaseField):
    """An IANA time zone, found by typing a city; the search source is `zone`."""

    source: str = "zone"


@dataclass(frozen=True, kw_only=True)
class Person(BaseField):
    """A member, found by typing a name; `source` names the search (all members, or mentees only)."""

    source: str


@dataclass(frozen=True, kw_only=True)
class File(BaseField):
    """An attached file; the value is its text."""

    endings: tuple[str, ...]
    most_bytes: int


@dataclass(frozen=True, kw_only=True)
class Confirm(BaseField):
    """A tick."""


Field = (
    ShortText
    | LongText
    | Choice
    | Several
    | SearchedChoice
    | Scale
    | Number
    | Day
    | Instant
    | TimeZone
    | Person
    | File
    | Confirm
)


@dataclass(frozen=True)
class Form:
    """Fields under a title; `name` is the form's own, stable over releases."""

    name: str
    title: str
    fields: tuple[Field, ...]
    submit: str
    intro: str = ""


class SessionState(Enum):
    """Where a form session is in its life."""

    OPEN = "open"
    SUBMITTED = "submitted"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    """Nobody went on with it for long: what was filled in is forgotten; it can still be sent."""


@dataclass(frozen=True)
class FormSession:
    """The answers so far to one opened form; stored after every answer, so that a restart loses none."""

    id: str
    community: str
    member: str
    form: str
    ref: str
    """What the form is about: an object's id, or empty."""
    answers: Mapping[str, Raw]
    state: SessionState
    touched_at: datetime
