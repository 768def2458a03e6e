"""Chats of every type, with their members, topics and messages."""

from dataclasses import dataclass, field
from enum import StrEnum
from itertools import count

from tests.telegram.server.accounts import User
from tests.telegram.server.members import RIGHTS_OF, Member, Right, Status
from tests.telegram.server.messages import Message
from tests.telegram.server.wire import Json, present

DEFAULT_COLOUR = 7_322_096
_PERMISSIONS = (
    "can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos", "can_send_videos",
    "can_send_video_notes", "can_send_voice_notes", "can_send_polls", "can_send_other_messages",
    "can_add_web_page_previews", "can_change_info", "can_invite_users", "can_pin_messages", "can_manage_topics",
)  # fmt: skip


class ChatType(StrEnum):
    """The types of chats."""

    PRIVATE = "private"
    GROUP = "group"
    SUPERGROUP = "supergroup"
    CHANNEL = "channel"


@dataclass(eq=False)
class Topic:
    """A topic of a forum, or of a private chat with the bot."""

    id: int
    """The id of the message that made it."""
    name: str
    colour: int = DEFAULT_COLOUR
    emoji: str | None = None
    is_closed: bool = False
    creator: User | None = None
    """May change, close and reopen it without the right to manage topics."""

    def payload(self) -> Json:
        """The forum topic object."""
        return {"message_thread_id": self.id, "name": self.name, "icon_color": self.colour} | present(
            icon_custom_emoji_id=self.emoji
        )


@dataclass(eq=False)
class Chat:
    """A chat; `user` is there for private chats, `members` for the others."""

    id: int
    type: ChatType
    title: str | None = None
    username: str | None = None
    user: User | None = None
    is_forum: bool = False
    description: str | None = None
    members: dict[int, Member] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    """Oldest first."""
    topics: dict[int, Topic] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    migrated_to: int | None = None
    is_started: bool = False
    """Of a private chat: whether the person ever pressed Start."""
    is_blocked: bool = False
    """Of a private chat: whether the person blocked the bot."""
    members_may_write: bool = True
    reactions: frozenset[str] | None = None
    """The emojis that may be reacted with; None where all may."""
    own_ids: "count[int]" = field(default_factory=lambda: count(1))
    """Supergroups and channels number their messages themselves."""

    @property
    def name(self) -> str:
        """What people call it."""
        return self.user.name if self.user is not None else self.title or ""

    @property
    def is_private(self) -> bool:
        """Whether it is between a person and the bot."""
        return self.type is ChatType.PRIVATE

    @property
    def is_group(self) -> bool:
        """Whether it is a group of either kind."""
        return self.type in {ChatType.GROUP, ChatType.SUPERGROUP}

    def member(self, user: User) -> Member:
        """What somebody is here; who never came has left."""
        return self.members.get(user.id) or Member(user, Status.LEFT, chat_type=self.type)

    def holds(self, user: User) -> bool:
        """Whether somebody is here."""
        if self.user is not None:
            return self.user is user
        return self.migrated_to is None and self.member(user).is_present

    def may(self, user: User, right: Right) -> bool:
        """Whether somebody may do what in groups and channels only administrators may."""
        return self.is_private or (right in RIGHTS_OF[self.type] and self.member(user).may(right))

    def payload(self) -> Json:
        """The chat object."""
        told: Json = {"id": self.id, "type": str(self.type)}
        if self.user is not None:
            named = present(first_name=self.user.first_name, last_name=self.user.last_name, username=self.user.username)
            return told | named
        return told | present(title=self.title, username=self.username, is_forum=self.is_forum)

    def full_payload(self) -> Json:
        """The chat object as getChat tells it."""
        pinned = self.messages.get(self.pinned[-1]) if self.pinned else None
        gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
        told = {"accent_color_id": 1, "max_reaction_count": 11, "accepted_gift_types": dict.fromkeys(gifts, False)}
        return (
            self.payload()
            | told
            | present(
                description=self.description,
                permissions=_permissions(may_write=self.members_may_write) if self.is_group else None,
                pinned_message=None if pinned is None else pinned.payload(),
                active_usernames=[self.username] if self.username else None,
            )
        )


def _permissions(*, may_write: bool) -> Json:
    """What those in a group may do who are no administrators."""
    return dict.fromkeys(_PERMISSIONS, may_write)
