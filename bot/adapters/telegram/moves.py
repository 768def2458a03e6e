"""What filling in a form needs of whoever decides what it asks; all of it is pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from bot.core.ui.forms import Option, Raw
from bot.core.ui.replies import OpenForm


@dataclass(frozen=True)
class Ask:
    """Something is asked now: `answers` are kept before, and `asking` says what, the question's field first."""

    asking: Raw
    answers: Mapping[str, Raw] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    """A sentence about what was answered just now, by its field's name, where that can't stand."""
    page: int | None = None
    """The page of options that is to be shown."""


@dataclass(frozen=True)
class Send:
    """Nothing is left to ask, or the person sends it: with these answers beside the kept ones."""

    answers: Mapping[str, Raw] = field(default_factory=dict)


@dataclass(frozen=True)
class PutAway:
    """The form is put away for good."""


@dataclass(frozen=True)
class Leave:
    """The form is put away, and a command called in its place, as typed without the slash."""

    command: str


@dataclass(frozen=True)
class Search:
    """What was typed is to be looked up first; `Questions.found` goes on from there."""

    source: str
    text: str


@dataclass(frozen=True)
class Idle:
    """Nothing happens; `said` flashes up where a button was pressed."""

    said: str = ""


Move = Ask | Send | PutAway | Leave | Search | Idle


class Questions(Protocol):
    """Decides what a form asks.

    Where it is stands in the answer `ASKING`: the asked field's name, then the question's place among messages
    (`Asked`), then whatever this wrote behind the field's name in `Ask.asking`.
    """

    def begin(self, opened: OpenForm) -> Move:
        """Begin with a form, or go on with it where something was wrong with it when it was sent."""

    def again(self, opened: OpenForm) -> Move:
        """Ask again what is asked."""

    def pressed(self, opened: OpenForm, data: str) -> Move:
        """Go on from a button of the form's, by its callback data."""

    def typed(self, opened: OpenForm, text: str) -> Move:
        """Go on from an answer in words."""

    def filed(self, opened: OpenForm, text: str) -> Move:
        """Go on from the text of a file that was sent."""

    def found(self, opened: OpenForm, text: str, options: Sequence[Option]) -> Move:
        """Go on from what was found by these words."""


@dataclass(frozen=True)
class Asked:
    """Where a question stands: in which topic of its chat, and in which messages, the first of which counts."""

    thread: str = ""
    messages: str = ""

    @classmethod
    def read(cls, raw: Raw) -> "Asked":
        """Find it in the answer `ASKING`."""
        thread, _, messages = (raw[1] if len(raw) > 1 else "").rpartition("/")
        return cls(thread, messages)

    @property
    def message(self) -> str:
        """The message that replies would be to; empty where it isn't known yet."""
        return self.messages.partition(",")[0]

    def within(self, asking: Raw) -> Raw:
        """Put it into what is asked."""
        return (*asking[:1], f"{self.thread}/{self.messages}" if self.thread else self.messages, *asking[1:])
