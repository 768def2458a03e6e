"""What was pressed, by its callback data."""

import re
from dataclasses import dataclass
from typing import Final

_OF_FORM: Final = re.compile(r"[os]:([^:]+):.+", re.DOTALL)
_OF_PAGE: Final = re.compile(r"p:(\d{1,4}):(.+)", re.DOTALL)
_SUGGESTION: Final = "c:"


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
class PagePress:
    """Another page, counted from 0, of what `again` shows: a suggestion's or an action's data."""

    page: int
    again: "SuggestionPress | ActionPress"


@dataclass(frozen=True)
class ActionPress:
    """An action's token, or what somebody made up: the core tells them apart."""

    token: str


Press = FormPress | SuggestionPress | PagePress | ActionPress


def read(data: str) -> Press:
    """Read callback data; kinds are one letter long, routes of actions are longer."""
    if found := _OF_FORM.fullmatch(data):
        return FormPress(found[1], data)
    if found := _OF_PAGE.fullmatch(data):
        return PagePress(int(found[1]), _plain(found[2]))
    return _plain(data)


def leave(session: str, command: str) -> str:
    """Say "put the form away and call this instead" in at most 64 bytes."""
    return f"s:{session}:leave:{command}"


def go_on(session: str) -> str:
    """Say "ask again"."""
    return f"s:{session}:on"


def put_away(session: str) -> str:
    """Say "put the form away"."""
    return f"s:{session}:cancel"


def _plain(data: str) -> SuggestionPress | ActionPress:
    if data.startswith(_SUGGESTION):
        return SuggestionPress(data.removeprefix(_SUGGESTION))
    return ActionPress(data)
