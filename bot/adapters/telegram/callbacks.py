"""What pressing a button means, written in the button itself, so that nothing is kept in memory for it.

One letter says which kind it is. An action's token is written as it is: its route has more letters than one.
"""

import re
from dataclasses import dataclass
from enum import Enum

from bot.adapters.telegram.limits import CALLBACK_DATA


@dataclass(frozen=True)
class ActionPress:
    """A view's action."""

    token: str


@dataclass(frozen=True)
class SuggestionPress:
    """A command that was suggested, as typed without its slash."""

    command: str


@dataclass(frozen=True)
class OptionPress:
    """An option of a form's field; both are known by their marks, which outlive a form that is built anew."""

    session: str
    field: str
    option: str


class Step(Enum):
    """What can be done with a form, besides answering."""

    SEND = "send"
    SKIP = "skip"
    BACK = "back"
    KEEP = "keep"
    """Leave the answer that there is."""
    DONE = "done"
    """Enough has been chosen."""
    CHANGE = "change"
    """Ask a field again; its mark follows."""
    CANCEL = "cancel"
    LEAVE = "leave"
    """Put the form away for a command, which follows."""
    STAY = "stay"
    """Go on with the form after all."""


@dataclass(frozen=True)
class StepPress:
    """Something done with a form; `about` is a field's mark, a command or nothing."""

    session: str
    step: Step
    about: str = ""


@dataclass(frozen=True)
class PagePress:
    """Turns to a page, counted from 0, of a field's options; without a field, of what a summary lets change."""

    session: str
    page: int
    field: str = ""


@dataclass(frozen=True)
class UnknownPress:
    """Nothing that this release writes."""

    data: str


Press = ActionPress | SuggestionPress | OptionPress | StepPress | PagePress | UnknownPress
FormPress = OptionPress | StepPress | PagePress


def written(press: Press) -> str:
    """Write callback data, 64 bytes at most.

    Raises:
        ValueError: it would be longer, or empty.
    """
    data = _text(press)
    if not 0 < len(data.encode(errors="replace")) <= CALLBACK_DATA:
        raise ValueError(data)
    return data


def fits(press: Press) -> bool:
    """Whether it can be written."""
    return 0 < len(_text(press).encode(errors="replace")) <= CALLBACK_DATA


def read(data: str) -> Press:  # noqa: PLR0911  one arm a kind of press
    """Read callback data; whatever anybody sends is read."""
    kind, colon, rest = data.partition(":")
    if len(kind) > 1 and colon:
        return ActionPress(data)
    match kind:
        case "a" if rest:
            return ActionPress(rest)
        case "c" if rest:
            return SuggestionPress(rest)
        case "o":
            return _option(rest) or UnknownPress(data)
        case "p":
            return _page(rest) or UnknownPress(data)
        case "s":
            return _step(rest) or UnknownPress(data)
        case _:
            return UnknownPress(data)


def _text(press: Press) -> str:
    match press:
        case ActionPress(token):
            return token if re.match("[^:]{2,}:", token) else f"a:{token}"
        case SuggestionPress(command):
            return f"c:{command}"
        case OptionPress(session, field, option):
            return f"o:{session}:{field}:{option}"
        case PagePress(session, page, field):
            return f"p:{session}:{page}:{field}"
        case StepPress(session, step, about):
            return f"s:{session}:{step.value}:{about}".removesuffix(":")
        case UnknownPress(data):
            return data


def _option(rest: str) -> OptionPress | None:
    session, field, option = [*rest.split(":"), "", ""][:3]
    return OptionPress(session, field, option) if session and field and rest.count(":") == _IN_OPTION else None


def _page(rest: str) -> PagePress | None:
    session, page, field = [*rest.split(":"), "", ""][:3]
    is_page = page.isascii() and page.isdecimal() and len(page) <= _PAGE_DIGITS
    return PagePress(session, int(page), field) if session and is_page and rest.count(":") == _IN_OPTION else None


def _step(rest: str) -> StepPress | None:
    session, _, more = rest.partition(":")
    step, _, about = more.partition(":")
    return StepPress(session, _STEPS[step], about) if session and step in _STEPS else None


_STEPS = {each.value: each for each in Step}
_IN_OPTION = 2
_PAGE_DIGITS = 3
