"""Channels of every type, threads and direct messages among them."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum

from tests.discord.server.messages import Message
from tests.discord.server.wire import Json, maybe_id, maybe_moment, moment


class ChannelType(IntEnum):
    """The types that this server knows."""

    TEXT = 0
    DM = 1
    VOICE = 2
    CATEGORY = 4
    ANNOUNCEMENT = 5
    ANNOUNCEMENT_THREAD = 10
    PUBLIC_THREAD = 11
    PRIVATE_THREAD = 12
    FORUM = 15


THREADS = frozenset({ChannelType.ANNOUNCEMENT_THREAD, ChannelType.PUBLIC_THREAD, ChannelType.PRIVATE_THREAD})
HOLDING_MESSAGES = THREADS | {ChannelType.TEXT, ChannelType.DM, ChannelType.VOICE, ChannelType.ANNOUNCEMENT}


@dataclass(frozen=True)
class Overwrite:
    """What a channel allows and denies to one role (type 0) or one member (type 1)."""

    id: int
    type: int
    allow: int = 0
    deny: int = 0

    def payload(self) -> Json:
        """The overwrite object."""
        return {"id": str(self.id), "type": self.type, "allow": str(int(self.allow)), "deny": str(int(self.deny))}


@dataclass(eq=False)
class Thread:
    """What only a thread has."""

    owner_id: int
    created_at: datetime
    archived_at: datetime
    """When `archived` last changed."""
    auto_archive_minutes: int = 4320
    archived: bool = False
    locked: bool = False
    invitable: bool = True
    members: dict[int, datetime] = field(default_factory=dict)
    """Who is inside, since when."""
    message_count: int = 0
    total_sent: int = 0
    tags: list[int] = field(default_factory=list)

    def metadata(self, *, private: bool) -> Json:
        """The thread metadata object."""
        return {
            "archived": self.archived,
            "archive_timestamp": moment(self.archived_at),
            "auto_archive_duration": self.auto_archive_minutes,
            "locked": self.locked,
            "create_timestamp": moment(self.created_at),
            **({"invitable": self.invitable} if private else {}),
        }

    def member_payload(self, thread_id: int, user_id: int) -> Json:
        """The thread member object."""
        return {
            "id": str(thread_id),
            "user_id": str(user_id),
            "join_timestamp": moment(self.members[user_id]),
            "flags": 1,
        }


@dataclass(eq=False)
class Channel:
    """A channel; `thread` is there for threads, `recipients` for direct messages, `parent` for what lies in another."""

    id: int
    type: ChannelType
    guild: int | None = None
    name: str = ""
    parent: int | None = None
    position: int = 0
    topic: str | None = None
    nsfw: bool = False
    slow_mode: int = 0
    overwrites: dict[int, Overwrite] = field(default_factory=dict)
    recipients: dict[int, Json] = field(default_factory=dict)
    """Of direct messages: the other person's id and user object."""
    messages: dict[int, Message] = field(default_factory=dict)
    """Oldest first."""
    last_message_id: int | None = None
    last_pin_at: datetime | None = None
    default_auto_archive_minutes: int | None = None
    tags: list[Json] = field(default_factory=list)
    """Of a forum: the tags that its posts may carry."""
    flags: int = 0
    forum: Json = field(default_factory=dict)
    """Of a forum: layout, order and default reaction, which nothing here reads."""
    thread: Thread | None = None

    @property
    def mention(self) -> str:
        """What links to this channel in a text."""
        return f"<#{self.id}>"

    @property
    def active_thread(self) -> bool:
        """Whether it counts against the guild's limit of active threads."""
        return self.thread is not None and not self.thread.archived

    def payload(self) -> Json:
        """The channel object."""
        if self.type is ChannelType.DM:
            return self._direct()
        return self._thread(self.thread) if self.thread is not None else self._guild_channel()

    def _direct(self) -> Json:
        return {
            "id": str(self.id),
            "type": int(self.type),
            "last_message_id": maybe_id(self.last_message_id),
            "flags": 0,
            "recipients": list(self.recipients.values()),
        }

    def _guild_channel(self) -> Json:
        plain = {
            **self._shared(),
            "position": self.position,
            "permission_overwrites": [overwrite.payload() for overwrite in self.overwrites.values()],
            "nsfw": self.nsfw,
        }
        if self.type is ChannelType.CATEGORY:
            return plain
        return plain | self._sayable() | (self._forum() if self.type is ChannelType.FORUM else {})

    def _sayable(self) -> Json:
        return {
            "topic": self.topic,
            "last_message_id": maybe_id(self.last_message_id),
            "last_pin_timestamp": maybe_moment(self.last_pin_at),
            "rate_limit_per_user": self.slow_mode,
            "default_auto_archive_duration": self.default_auto_archive_minutes,
            **({"bitrate": 64_000, "user_limit": 0, "rtc_region": None} if self.type is ChannelType.VOICE else {}),
        }

    def _forum(self) -> Json:
        return {
            "available_tags": list(self.tags),
            "default_reaction_emoji": None,
            "default_sort_order": None,
            "default_forum_layout": 0,
            "template": "",
            **self.forum,
        }

    def _thread(self, thread: Thread) -> Json:
        return {
            **self._shared(),
            "owner_id": str(thread.owner_id),
            "last_message_id": maybe_id(self.last_message_id),
            "last_pin_timestamp": maybe_moment(self.last_pin_at),
            "rate_limit_per_user": self.slow_mode,
            "message_count": thread.message_count,
            "total_message_sent": thread.total_sent,
            "member_count": min(len(thread.members), 50),
            "thread_metadata": thread.metadata(private=self.type is ChannelType.PRIVATE_THREAD),
            **({"applied_tags": [str(tag) for tag in thread.tags]} if thread.tags else {}),
        }

    def _shared(self) -> Json:
        return {
            "id": str(self.id),
            "type": int(self.type),
            "guild_id": maybe_id(self.guild),
            "name": self.name,
            "parent_id": maybe_id(self.parent),
            "flags": self.flags,
        }
