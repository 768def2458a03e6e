"""Discord's channels and what they allow, read from its answers and written into requests."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import discord

from bot.adapters.discord.escape import one_line
from bot.adapters.discord.rest import Json

TEXT = discord.ChannelType.text.value
CATEGORY = discord.ChannelType.category.value
NEWS = discord.ChannelType.news.value
FORUM = discord.ChannelType.forum.value
PUBLIC_THREAD = discord.ChannelType.public_thread.value
PRIVATE_THREAD = discord.ChannelType.private_thread.value
PUBLIC_THREADS = frozenset({discord.ChannelType.news_thread.value, PUBLIC_THREAD})
THREADS = PUBLIC_THREADS | {PRIVATE_THREAD}

LONGEST_NAME = 100
LONGEST_TOPIC = 1024
MOST_CHANNELS = 500
"""In a guild, categories among them."""
MOST_IN_CATEGORY = 50
MOST_OVERWRITES = 100
"""In a request that makes or changes a channel (API description)."""
LONGEST_QUIET = 10_080
"""Minutes after which a quiet thread is archived: the longest that there is."""

_REQUIRE_TAG = 1 << 4
"""A forum's flag (API reference, channel flags)."""


@dataclass(frozen=True)
class Overwrite:
    """What one member, or one role, may do in a channel beyond or below what they may do elsewhere; bits."""

    id: str
    is_member: bool
    allow: int = 0
    deny: int = 0

    def payload(self) -> Json:
        """The overwrite as a request has it."""
        return {"id": self.id, "type": int(self.is_member), "allow": self.allow, "deny": self.deny}


@dataclass(frozen=True)
class Channel:
    """A channel or thread; fields that its type doesn't have are empty."""

    id: str
    guild: str
    type: int
    name: str
    parent: str
    topic: str
    owner: str
    overwrites: tuple[Overwrite, ...]
    tags: tuple[str, ...]
    """Of a forum where every post must have one: those that may be given."""
    is_archived: bool = False
    is_locked: bool = False
    """Of a thread: nobody but those who manage threads opens it again."""

    @property
    def is_thread(self) -> bool:
        """Whether it hangs on another channel."""
        return self.type in THREADS


def channel(data: Json) -> Channel:
    """Read a channel object."""
    thread = data.get("thread_metadata", {})
    return Channel(
        id=data["id"],
        guild=data.get("guild_id") or "",
        type=data["type"],
        name=data.get("name") or "",
        parent=data.get("parent_id") or "",
        topic=data.get("topic") or "",
        owner=data.get("owner_id") or "",
        overwrites=tuple(map(_overwrite, data.get("permission_overwrites", ()))),
        tags=_tags(data) if data.get("flags", 0) & _REQUIRE_TAG else (),
        is_archived=thread.get("archived", False),
        is_locked=thread.get("locked", False),
    )


def _overwrite(data: Json) -> Overwrite:
    return Overwrite(data["id"], bool(int(data["type"])), int(data["allow"]), int(data["deny"]))


def _tags(data: Json) -> tuple[str, ...]:
    return tuple(each["id"] for each in data.get("available_tags", ()))


def channel_name(title: str) -> str:
    """Write a title as Discord would write a text channel's name: small letters, hyphens, no other signs."""
    words = re.sub(r"[^\w-]+", "-", title.lower())
    return re.sub(r"-{2,}", "-", words).strip("-")[:LONGEST_NAME].strip("-") or "-"


def plain_name(title: str) -> str:
    """Write a title on one line, as the name of a category or thread."""
    return one_line(title)[:LONGEST_NAME].strip() or "-"


def payloads(overwrites: Iterable[Overwrite]) -> list[Json]:
    """Overwrites as a request has them."""
    return [each.payload() for each in overwrites][:MOST_OVERWRITES]
