"""What was pressed, by its callback data."""

import re
from dataclasses import dataclass
from typing import Final

_OF_FORM: Final = re.compile(r"[ops]:([^:]+):.+", re.DOTALL)
_SUGGESTION: Final = "c:"
_ACTION: Final = "a:"
"""Of an action whose route is one letter."""


@dataclass(frozen=True)
class FormPress:
    """A button of a question; what it means is for whoever drew it."""

    session: str
    data: str


@dataclass(frozen=True)
class SuggestionPress:
    """A command that was suggested, as typed without the slash."""

    command: str


@dataclass(frozen=True)
class ActionPress:
    """An action's token, or what somebody made up: the core tells them apart."""

    token: str


Press = FormPress | SuggestionPress | ActionPress


def read(data: str) -> Press:
    """Read callback data; kinds are one letter long, routes of actions are longer."""
    if found := _OF_FORM.fullmatch(data):
        return FormPress(found[1], data)
    if data.startswith(_SUGGESTION):
        return SuggestionPress(data.removeprefix(_SUGGESTION))
    return ActionPress(data.removeprefix(_ACTION))


def leave(session: str, command: str) -> str:
    """Say "put the form away and call this instead" in at most 64 bytes."""
    return f"s:{session}:leave:{command}"


def go_on(session: str) -> str:
    """Say "go on with the form after all"."""
    return f"s:{session}:stay"


def put_away(session: str) -> str:
    """Say "put the form away"."""
    return f"s:{session}:cancel"
