"""How a feature declares its commands, actions, forms, searches and notices; the router knows nothing else of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from bot.core.dialogue.catalogue import Voice
from bot.core.dialogue.talk import Talk
from bot.core.domain.ids import CommunityId
from bot.core.effects import Effect
from bot.core.ports import UnitOfWork
from bot.core.ui.commands import Access, Audience, Placement, ShortcutKind
from bot.core.ui.forms import Answers, Field, Form, Option, Raw
from bot.core.ui.inbound import ShortcutUsed
from bot.core.ui.replies import Reply
from bot.core.ui.views import View
from bot.core.usecases.access import UseCase


@dataclass(frozen=True)
class FormSpec:
    """A form about something: `build` draws it (a read), `submit` carries the answers out (a write).

    `ref` is what it is about: an object's id, or empty. `submit` may raise domain errors; they are shown in the form.
    """

    name: str
    use_case: UseCase
    build: Callable[[Talk, str], Form]
    submit: Callable[[Talk, str, Answers], Reply]
    admit: Callable[[Talk, str], None] | None = None
    """What must hold for the form to be opened at all; raises domain errors. Not asked again at the answer, which
    must keep what was typed even where the world has moved on."""


@dataclass(frozen=True)
class CommandSpec:
    """A command. Either it `opens` a form, or it is answered at once.

    Its summary is the text `command-<name>[-<verb>]`, its audience follows from the use case's policy.
    """

    name: str
    use_case: UseCase
    answer: Callable[[Talk], Reply] | None = None
    opens: FormSpec | None = None
    ref: Callable[[Talk], str] | None = None
    """What an opened form is about; may raise domain errors."""
    verb: str = ""
    access: Access = Access.READ
    audience: Audience = Audience.ONLY_ME
    parameters: Callable[[Voice], Sequence[Field]] | None = None
    """Fields of the form that may be given with the command, by the same names, as a platform registers them."""
    given: Callable[[Talk, str], Reply] | None = None
    """Answers it where something was given with it: typed behind it, or as its one parameter."""
    about: Callable[[UnitOfWork, str], CommunityId] | None = None
    """Names the community that what is given in private is about; may raise domain errors."""
    introduces: bool = True
    """Whether who gives it is a member from then on."""
    completes: bool = False
    """Whether the form needs nothing else: where all parameters are given, it is carried out without being shown."""


@dataclass(frozen=True)
class ShortcutSpec:
    """A command used on a person or on a message. Its label is the text `shortcut-<name>`.

    Either it is answered at once, or it `opens` a form about `ref` with `given` filled in.
    """

    name: str
    kind: ShortcutKind
    use_case: UseCase
    answer: Callable[[Talk, ShortcutUsed], Reply] | None = None
    opens: FormSpec | None = None
    ref: Callable[[Talk, ShortcutUsed], str] | None = None
    """What the opened form is about; may raise domain errors."""
    given: Callable[[Talk, ShortcutUsed], Mapping[str, Raw]] | None = None


@dataclass(frozen=True)
class ActionSpec:
    """A button's meaning. Either it `opens` a form about the ref, or it is pressed: `press(talk, ref)`.

    What takes long to work out is thought out before (`think`), in a unit of work of its own that only reads, so that
    nobody's write waits for it; `press` finds it as `talk.thought`, and refuses it where it no longer holds.
    """

    route: str
    use_case: UseCase
    press: Callable[[Talk, str], Reply] | None = None
    opens: FormSpec | None = None
    access: Access = Access.WRITE
    placement: Placement = Placement.IN_PLACE
    think: Callable[[Talk, str], object] | None = None
    audience: Audience = Audience.ONLY_ME
    """Who sees the answer; one that takes the place of a public message is seen by everybody."""


class Search(Protocol):
    """Finds options for what somebody is typing: at most 25, best first; must find every option by its value, too."""

    def __call__(self, talk: Talk, text: str) -> Sequence[Option]: ...


@dataclass(frozen=True)
class SearchSpec:
    """A named search, for searched fields; `exact` finds the one option that a text names beyond doubt."""

    source: str
    search: Search
    exact: Callable[[Talk, str], Option | None]


@dataclass(frozen=True)
class NoticeSpec:
    """Words for an effect, made when it is sent: None where there is nothing left to say."""

    name: str
    view: Callable[[Talk, Effect], View | None]
    in_room: bool = False
    """Whether it may be said in the member's mentorship room when they can't be written to: the other may read it."""


@dataclass(frozen=True)
class Example:
    """A view or form with example data, for the gallery and for the contract that every surface is held to."""

    name: str
    make: Callable[[Talk], View | Form]


@dataclass(frozen=True)
class Feature:
    """Everything that one stem says."""

    commands: Sequence[CommandSpec] = ()
    shortcuts: Sequence[ShortcutSpec] = ()
    actions: Sequence[ActionSpec] = ()
    forms: Sequence[FormSpec] = ()
    searches: Sequence[SearchSpec] = ()
    notices: Sequence[NoticeSpec] = ()
    examples: Sequence[Example] = field(default=())
