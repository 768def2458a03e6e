"""Whom a message mentions, and whom of those it is allowed to ping."""

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass

from tests.discord.server.guilds import Role
from tests.discord.server.messages import Message, Pinged
from tests.discord.server.wire import Json

_USER = re.compile(r"<@!?(\d+)>")
_ROLE = re.compile(r"<@&(\d+)>")
_ALL = re.compile(r"@(everyone|here)\b")


@dataclass(frozen=True)
class Allowed:
    """The allowed mentions object; what isn't parsed may be named."""

    parse: frozenset[str] = frozenset()
    users: frozenset[int] = frozenset()
    roles: frozenset[int] = frozenset()
    replied_user: bool = False

    @classmethod
    def everything(cls) -> "Allowed":
        """What holds where a message says nothing: everything is parsed."""
        return cls(frozenset({"users", "roles", "everyone"}), replied_user=True)

    @classmethod
    def read(cls, data: Json | None) -> "Allowed":
        """Read what came with a message."""
        if data is None:
            return cls.everything()
        return cls(
            frozenset(data.get("parse") or ()),
            frozenset(map(int, data.get("users") or ())),
            frozenset(map(int, data.get("roles") or ())),
            bool(data.get("replied_user", False)),
        )

    def lets(self, kind: str, snowflake: int) -> bool:
        """Whether one user or role may be pinged."""
        named: Container[int] = self.users if kind == "users" else self.roles
        return kind in self.parse or snowflake in named


@dataclass(frozen=True)
class Mentions:
    """What a message's texts mention, allowed or not."""

    users: tuple[int, ...]
    roles: tuple[int, ...]
    everyone: bool
    replied_to: int | None

    @classmethod
    def found(cls, message: Message, roles: Mapping[int, Role], *, everyone: bool) -> "Mentions":
        """Read a message; `everyone` says whether its author may mention all, and roles that aren't mentionable."""
        text = "\n".join(message.texts)
        named = dict.fromkeys(int(found) for found in _ROLE.findall(text))
        return cls(
            tuple(dict.fromkeys(int(found) for found in _USER.findall(text))),
            tuple(role for role in named if role in roles and (everyone or roles[role].mentionable)),
            everyone and _ALL.search(text) is not None,
            None if message.replied_to is None else message.replied_to.author.id,
        )

    def pinged(self, allowed: Allowed) -> Pinged:
        """Take away what isn't allowed."""
        users = {user for user in self.users if allowed.lets("users", user)}
        if self.replied_to is not None and allowed.replied_user:
            users.add(self.replied_to)
        return Pinged(
            self.everyone and "everyone" in allowed.parse,
            frozenset(users),
            frozenset(role for role in self.roles if allowed.lets("roles", role)),
        )
