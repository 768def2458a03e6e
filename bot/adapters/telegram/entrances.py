"""Ways into the private chat, or into a group: what a link's parameter means, and links that lead in from a group.

Parameters are of `A-Za-z0-9_-`, 64 at most (Deep Linking).
"""

import re
from dataclasses import dataclass
from typing import Final

LONGEST_PARAMETER: Final = 64

_ADDRESS: Final = "https://t.me"
_GROUP: Final = re.compile(r"g(\d{1,19})(?:-([A-Za-z0-9_]+))?", re.ASCII)
_ACTION: Final = re.compile(r"(?:g(\d{1,19})-)?a-([^-]+)-(.*)-([^-]+)", re.ASCII)
_TAGGED: Final = re.compile(r"(link|c|connect|room)-(.+)")


@dataclass(frozen=True)
class FromGroup:
    """Somebody comes from a group, where they called a command."""

    group: int
    command: str
    """Empty for none."""


@dataclass(frozen=True)
class ToAction:
    """A button stood somewhere else, and is pressed by coming here; `group` is where it stood, if that is told."""

    token: str
    group: int | None = None


@dataclass(frozen=True)
class ToCommand:
    """A command is called by coming here."""

    command: str


@dataclass(frozen=True)
class WithLink:
    """Two accounts are to become one person's."""

    code: str


@dataclass(frozen=True)
class ConnectGroup:
    """A group is to be tied to a community that there is."""

    code: str


@dataclass(frozen=True)
class BindRoom:
    """A group is to be a pair's room."""

    token: str


@dataclass(frozen=True)
class Unread:
    """Nothing that is known."""


Entrance = FromGroup | ToAction | ToCommand | WithLink | ConnectGroup | BindRoom | Unread


def read(parameter: str) -> Entrance:  # noqa: PLR0911  one arm a kind of entrance
    """Read what `/start` came with."""
    if found := _GROUP.fullmatch(parameter):
        return FromGroup(-int(found[1]), _spaced(found[2] or ""))
    if acted := _ACTION.fullmatch(parameter):
        group, *parts = acted.groups()
        return ToAction(":".join(parts), None if group is None else -int(group))
    found = _TAGGED.fullmatch(parameter)
    match found.groups() if found else ():
        case ("link", code):
            return WithLink(code)
        case ("c", command):
            return ToCommand(_spaced(command))
        case ("connect", code):
            return ConnectGroup(code)
        case ("room", token):
            return BindRoom(_action(token))
        case _:
            return Unread()


def into_private(username: str) -> str:
    """Lead to the private chat."""
    return f"{_ADDRESS}/{username}"


def to_command(username: str, group: int | None, command: str) -> str:
    """Lead to the private chat, where a command is called; on behalf of a group, where one is named."""
    return _address(username, f"{'c' if group is None else f'g{-group}'}-{command.replace(' ', '_')}")


def to_action(username: str, token: str, group: int | None = None) -> str:
    """Lead to the private chat, where a button is pressed by coming; by way of a group, where there is space for it."""
    parameter = f"a-{token.replace(':', '-')}"
    by_way = "" if group is None else f"g{-group}-{parameter}"
    return _address(username, by_way if 0 < len(by_way) <= LONGEST_PARAMETER else parameter)


def _address(username: str, parameter: str) -> str:
    if len(parameter) > LONGEST_PARAMETER:
        return into_private(username)
    return f"{_ADDRESS}/{username}?start={parameter}"


def _spaced(command: str) -> str:
    return command.replace("_", " ")


def _action(token: str) -> str:
    found = _ACTION.fullmatch(f"a-{token}")
    return ":".join(found.groups()[1:]) if found else token
