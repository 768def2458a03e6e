"""Links that lead to the bot with a parameter: into the private chat, or to a group that it is to be added to."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import assert_never

from bot.adapters.telegram.limits import START_PARAMETER


@dataclass(frozen=True)
class EnterLink:
    """Comes to the private chat by way of a community and begins a command there; `group` is the chat's id."""

    group: int
    command: str = ""
    """As Telegram types commands: `goal_add`; empty for none."""


@dataclass(frozen=True)
class CommandLink:
    """Begins a command in the private chat, typed as in `EnterLink`."""

    command: str


@dataclass(frozen=True)
class ActionLink:
    """Presses an action in the private chat, by way of a community where `group` names one."""

    token: str
    group: int | None = None


@dataclass(frozen=True)
class AccountLink:
    """Makes two of a person's accounts one, by a code that they got on the other."""

    code: str


@dataclass(frozen=True)
class ConnectLink:
    """Ties the group in which it is followed to a community that there is, by a code."""

    code: str


@dataclass(frozen=True)
class SetupLink:
    """Has the group in which it is followed be a community of its own."""


@dataclass(frozen=True)
class RoomLink:
    """Makes the group in which it is followed a pair's room, by an action's token."""

    token: str


@dataclass(frozen=True)
class UnknownLink:
    """Nothing that this release writes."""

    parameter: str


DeepLink = EnterLink | CommandLink | ActionLink | AccountLink | ConnectLink | SetupLink | RoomLink | UnknownLink

_SETUP = "setup"
_AS_ADMINISTRATOR = ("manage_topics", "pin_messages", "delete_messages")
"""What the bot is to be allowed in a community's group: Telegram asks for it as it adds the bot there."""


def address(username: str, link: DeepLink) -> str:
    """Write the link's address, empty where it can't be written: Telegram takes 64 letters and no others.

    A link into a community's group asks for the rights that the bot needs there. One into a pair's room asks for none:
    an administrator hears every word that is said.
    """
    parameter = _parameter(link)
    if not _ALLOWED.fullmatch(parameter) or read(parameter) != link:
        return ""
    match link:
        case ConnectLink() | SetupLink():
            return f"https://t.me/{username}?startgroup={parameter}&admin={'+'.join(_AS_ADMINISTRATOR)}"
        case RoomLink():
            return f"https://t.me/{username}?startgroup={parameter}"
        case _:
            return f"https://t.me/{username}?start={parameter}"


def way(username: str, purpose: str, code: str = "") -> str:
    """Lead to where something begins that the core has a name for; empty for what doesn't begin here."""
    links: Mapping[str, DeepLink] = {
        "setup": SetupLink(),
        "connect": ConnectLink(code),
        "room": RoomLink(code),
        "link": AccountLink(code),
    }
    return address(username, links[purpose]) if purpose in links else ""


def read(parameter: str) -> DeepLink:  # noqa: PLR0911  one arm a kind of link
    """Read what stands behind /start; whatever anybody sends is read."""
    if entered := _ENTER.fullmatch(parameter):
        return EnterLink(-int(entered[1]), entered[2] or "")
    if acted := _ACT.fullmatch(parameter):
        return ActionLink(_token(acted[2]), -int(acted[1]))
    if parameter == _SETUP:
        return SetupLink()
    kind, dash, rest = parameter.partition("-")
    if not dash or not rest:
        return UnknownLink(parameter)
    match kind:
        case "c":
            return CommandLink(rest)
        case "a":
            return ActionLink(_token(rest))
        case "link":
            return AccountLink(rest)
        case "connect":
            return ConnectLink(rest)
        case "room":
            return RoomLink(_token(rest))
        case _:
            return UnknownLink(parameter)


def into_private(username: str) -> str:
    """Lead to the private chat, and say nothing there."""
    return f"https://t.me/{username}"


def to_command(username: str, group: int | None, command: str) -> str:
    """Lead to the private chat, where a command is called; on behalf of a group, where one is named."""
    typed = as_telegram_types(command)
    link = CommandLink(typed) if group is None else EnterLink(group, typed)
    return address(username, link) or into_private(username)


def to_action(username: str, token: str, group: int | None = None) -> str:
    """Lead to the private chat, where a button is pressed by coming."""
    return action_address(username, token, group) or into_private(username)


def action_address(username: str, token: str, group: int | None = None) -> str:
    """Write an action's link by way of a group, where there is space for that; empty where there is for neither.

    Who comes by it may be new, so it names the community if it can.
    """
    by_way = "" if group is None else address(username, ActionLink(token, group))
    return by_way or address(username, ActionLink(token))


def in_words(command: str) -> str:
    """Write a command as people say it: `goal_add` as `goal add`."""
    return command.replace("_", " ")


def as_telegram_types(command: str) -> str:
    """Write a command of two words as the one that Telegram knows: `goal add` as `goal_add`."""
    return "_".join(command.split())


def _token(parameter: str) -> str:
    """Read an action's token, `route:ref:mac`, of which only the ref may have dashes of its own."""
    parts = _TOKEN.fullmatch(parameter)
    return ":".join(parts.groups()) if parts else parameter


def _parameter(link: DeepLink) -> str:  # noqa: PLR0911  one arm a kind of link
    match link:
        case EnterLink(group, command):
            return f"g{-group}-{command}".removesuffix("-")
        case CommandLink(command):
            return f"c-{command}"
        case ActionLink(token, group):
            return f"{'' if group is None else f'g{-group}-'}a-{token.replace(':', '-')}"
        case AccountLink(code):
            return f"link-{code}"
        case ConnectLink(code):
            return f"connect-{code}"
        case SetupLink():
            return _SETUP
        case RoomLink(token):
            return f"room-{token.replace(':', '-')}"
        case UnknownLink(parameter):
            return parameter
        case _:
            assert_never(link)


_ALLOWED = re.compile(rf"[A-Za-z0-9_-]{{1,{START_PARAMETER}}}", re.ASCII)
_ACT = re.compile(r"g([1-9][0-9]{0,18})-a-(.+)", re.ASCII)
_ENTER = re.compile(r"g([1-9][0-9]{0,18})(?:-([A-Za-z0-9_]+))?", re.ASCII)
_TOKEN = re.compile(r"([^-]+)-(.*)-([^-]+)", re.ASCII)
