"""What pressing a component means, written on the component itself, so that nothing is kept in memory for it."""

from dataclasses import dataclass

from bot.adapters.discord.limits import CUSTOM_ID


@dataclass(frozen=True)
class ActionId:
    """A view's action."""

    token: str


@dataclass(frozen=True)
class SuggestionId:
    """A command that was suggested, as typed without its slash."""

    command: str

    @property
    def name(self) -> str:
        """The command's first word."""
        return self.command.partition(" ")[0]

    @property
    def verb(self) -> str:
        """The command's second word, empty where it has none."""
        return self.command.partition(" ")[2]


@dataclass(frozen=True)
class FormId:
    """Opens a form, or goes on with it, at a page counted from 0."""

    page: int
    token: str
    corrects: bool = False
    """Whether all of it was answered before, so that this page is all that is asked for again."""


@dataclass(frozen=True)
class SendId:
    """Sends a form with what is answered so far."""

    token: str


@dataclass(frozen=True)
class CancelId:
    """Puts a form away for good."""

    token: str


@dataclass(frozen=True)
class ModalId:
    """A page of a form as a modal. That it is the last has to be known when only the modal's own data has come back."""

    page: int
    token: str
    is_last: bool


@dataclass(frozen=True)
class UnknownId:
    """Nothing that this release writes."""

    custom_id: str


Pressed = ActionId | SuggestionId | FormId | SendId | CancelId | ModalId | UnknownId


def written(pressed: Pressed) -> str:
    """Write an id, at most 100 characters long.

    Raises:
        ValueError: it would be longer.
    """
    custom_id = _text(pressed)
    if len(custom_id) > CUSTOM_ID:
        raise ValueError(custom_id)
    return custom_id


def read(custom_id: str) -> Pressed:  # noqa: PLR0911  one arm a kind of id
    """Read an id; whatever anybody sends is read."""
    kind, _, rest = custom_id.partition(":")
    if not rest:
        return UnknownId(custom_id)
    match kind:
        case "a":
            return ActionId(rest)
        case "s":
            return SuggestionId(rest)
        case "d":
            return SendId(rest)
        case "x":
            return CancelId(rest)
        case "f" | "c" | "m" | "l":
            return _paged(kind, rest) or UnknownId(custom_id)
        case _:
            return UnknownId(custom_id)


def _text(pressed: Pressed) -> str:  # noqa: PLR0911  one arm a kind of id
    match pressed:
        case ActionId(token):
            return f"a:{token}"
        case SuggestionId(command):
            return f"s:{command}"
        case FormId(page, token, corrects):
            return f"{'c' if corrects else 'f'}:{page}:{token}"
        case SendId(token):
            return f"d:{token}"
        case CancelId(token):
            return f"x:{token}"
        case ModalId(page, token, is_last):
            return f"{'l' if is_last else 'm'}:{page}:{token}"
        case UnknownId(custom_id):
            return custom_id


def _paged(kind: str, rest: str) -> FormId | ModalId | None:
    page, _, token = rest.partition(":")
    if not (page.isascii() and page.isdecimal() and token) or len(page) > _PAGE_DIGITS:
        return None
    if kind in _OPENING:
        return FormId(int(page), token, corrects=kind == "c")
    return ModalId(int(page), token, is_last=kind == "l")


_OPENING = ("f", "c")
_PAGE_DIGITS = 2
