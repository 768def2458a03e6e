"""Messages, with what they hold and whom they ping."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, IntFlag

from tests.discord.server.accounts import User
from tests.discord.server.wire import Json, maybe_id, maybe_moment, moment, texts_of


class MessageType(IntEnum):
    """What a person wrote, and what Discord itself writes."""

    DEFAULT = 0
    RECIPIENT_ADD = 1
    PINNED = 6
    THREAD_CREATED = 18
    REPLY = 19
    CHAT_INPUT_COMMAND = 20
    THREAD_STARTER = 21
    CONTEXT_MENU_COMMAND = 23


class MessageFlag(IntFlag):
    """The flags that this server knows."""

    SUPPRESS_EMBEDS = 1 << 2
    HAS_THREAD = 1 << 5
    EPHEMERAL = 1 << 6
    LOADING = 1 << 7
    SUPPRESS_NOTIFICATIONS = 1 << 12
    COMPONENTS_V2 = 1 << 15


@dataclass(frozen=True)
class Attachment:
    """A file that came with a message; `description` is its alt text."""

    id: int
    filename: str
    content: bytes
    url: str
    description: str | None = None
    content_type: str | None = None

    def payload(self) -> Json:
        """The attachment object."""
        return {
            "id": str(self.id),
            "filename": self.filename,
            "size": len(self.content),
            "url": self.url,
            "proxy_url": self.url,
            **({} if self.description is None else {"description": self.description}),
            **({} if self.content_type is None else {"content_type": self.content_type}),
        }


@dataclass(frozen=True)
class Pinged:
    """Whom a message notified by mentioning them."""

    everyone: bool = False
    users: frozenset[int] = frozenset()
    roles: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        """Whether anybody was."""
        return self.everyone or bool(self.users) or bool(self.roles)


@dataclass(eq=False)
class Message:
    """A message in a channel; ephemeral ones belong to their interaction and lie in no channel."""

    id: int
    channel: int
    guild: int | None
    author: User
    sent_at: datetime
    content: str = ""
    type: MessageType = MessageType.DEFAULT
    flags: int = 0
    embeds: list[Json] = field(default_factory=list)
    components: list[Json] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    mentions: list[User] = field(default_factory=list)
    mention_roles: list[int] = field(default_factory=list)
    pinged: Pinged = field(default_factory=Pinged)
    edited_at: datetime | None = None
    pinned_at: datetime | None = None
    nonce: str | None = None
    reference: Json | None = None
    replied_to: "Message | None" = None
    reactions: dict[str, set[int]] = field(default_factory=dict)
    webhook_id: int | None = None
    """Of an interaction's answers: the application's id."""
    application_id: int | None = None
    interaction: Json | None = None
    """The interaction metadata object, of answers to one."""
    reader: int = 0
    """The application's own user, whose reactions are marked as theirs."""
    thread: Json | None = None
    """The thread that was started from it, as it was when the message was last read."""

    @property
    def texts(self) -> list[str]:
        """The texts that can mention somebody: content and text displays; embeds never do."""
        return [self.content, *texts_of(self.components)]

    def payload(self) -> Json:
        """The message object of REST; the gateway adds guild and member."""
        return {
            "id": str(self.id),
            "channel_id": str(self.channel),
            "author": self.author.payload(),
            "content": self.content,
            "timestamp": moment(self.sent_at),
            "edited_timestamp": maybe_moment(self.edited_at),
            "tts": False,
            "mention_everyone": self.pinged.everyone,
            "mentions": [user.payload() for user in self.mentions],
            "mention_roles": [str(role) for role in self.mention_roles],
            "mention_channels": [],
            "attachments": [attachment.payload() for attachment in self.attachments],
            "embeds": list(self.embeds),
            "components": list(self.components),
            "pinned": self.pinned_at is not None,
            "type": int(self.type),
            "flags": self.flags,
            **self._optional(),
        }

    def _optional(self) -> Json:
        parts: Json = {
            "nonce": self.nonce,
            "message_reference": self.reference,
            "referenced_message": None if self.replied_to is None else self.replied_to.payload(),
            "webhook_id": maybe_id(self.webhook_id),
            "application_id": maybe_id(self.application_id),
            "interaction_metadata": self.interaction,
            "thread": self.thread,
        }
        if self.reactions:
            parts["reactions"] = [self._reaction(emoji, users) for emoji, users in self.reactions.items()]
        return {key: part for key, part in parts.items() if part is not None}

    def _reaction(self, emoji: str, users: set[int]) -> Json:
        return {
            "emoji": {"id": None, "name": emoji},
            "count": len(users),
            "count_details": {"burst": 0, "normal": len(users)},
            "me": self.reader in users,
            "me_burst": False,
            "burst_colors": [],
        }


def without_content(payload: Json, bot: User) -> Json:
    """What an application without the message content intent is told (direct messages and own ones come whole)."""
    mine = payload["author"]["id"] == str(bot.id) or payload.get("application_id") == str(bot.id)
    mentioned = any(user["id"] == str(bot.id) for user in payload["mentions"])
    if mine or mentioned:
        return payload
    return payload | {"content": "", "embeds": [], "attachments": [], "components": []}
