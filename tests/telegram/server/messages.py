"""Messages: what somebody wrote, attached and offered to press, where and in reply to what."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from tests.telegram.server.accounts import User
from tests.telegram.server.files import Media
from tests.telegram.server.wire import Json, present, unix

if TYPE_CHECKING:
    from tests.telegram.server.chats import Chat

Keyboard = list[list[Json]]
"""Rows of inline buttons."""


@dataclass(frozen=True)
class Words:
    """A text with its entities, as it is after parsing."""

    text: str = ""
    entities: tuple[Json, ...] = ()


@dataclass(frozen=True)
class Draft:
    """A message before it is sent."""

    words: Words = Words()
    """The text, or the caption where there is a file."""
    media: Media | None = None
    keyboard: Keyboard | None = None
    thread: int | None = None
    reply_to: "Message | None" = None
    silent: bool = False
    protected: bool = False
    album: str | None = None
    origin: Json | None = None
    """Where it was forwarded from."""
    service: Json | None = None
    """What a service message tells of."""
    asks: Json | None = None
    """A reply keyboard, its removal or a forced reply: shown by the client, told to nobody."""


@dataclass(eq=False)
class Message:
    """A message in a chat."""

    id: int
    chat: "Chat"
    date: datetime
    draft: Draft
    sender: User | None = None
    """None for posts of a channel."""
    sender_chat: "Chat | None" = None
    signature: str | None = None
    edited_at: datetime | None = None
    reactions: dict[int, list[Json]] = field(default_factory=dict)
    """By user."""
    is_deleted: bool = False

    @property
    def words(self) -> Words:
        """Its text or caption."""
        return self.draft.words

    @property
    def media(self) -> Media | None:
        """The file that it carries."""
        return self.draft.media

    @property
    def keyboard(self) -> Keyboard | None:
        """The buttons under it."""
        return self.draft.keyboard

    @property
    def thread(self) -> int | None:
        """The topic that it lies in."""
        return self.draft.thread

    @property
    def is_service(self) -> bool:
        """Whether it only tells of something that happened."""
        return self.draft.service is not None

    def payload(self, *, with_reply: bool = True) -> Json:
        """The message object; replies don't hold their own replies."""
        return {
            "message_id": self.id,
            "date": unix(self.date),
            "chat": self.chat.payload(),
            **self._sender(),
            **(self._reply() if with_reply else {}),
            **self._place(),
            **self._content(),
        }

    def _sender(self) -> Json:
        return present(
            **{"from": None if self.sender is None else self.sender.payload()},
            sender_chat=None if self.sender_chat is None else self.sender_chat.payload(),
            author_signature=self.signature,
        )

    def _place(self) -> Json:
        return present(
            message_thread_id=self.thread,
            is_topic_message=self.thread is not None and self.thread in self.chat.topics,
            edit_date=None if self.edited_at is None else unix(self.edited_at),
            has_protected_content=self.draft.protected,
            media_group_id=self.draft.album,
            forward_origin=self.draft.origin,
        )

    def _reply(self) -> Json:
        replied = self.draft.reply_to or self._head_of_topic()
        return {} if replied is None or replied.is_deleted else {"reply_to_message": replied.payload(with_reply=False)}

    def _head_of_topic(self) -> "Message | None":
        """In a forum whatever replies to nothing is told as a reply to the message that made the topic."""
        if not self.chat.is_forum or self.thread is None or self.thread == self.id:
            return None
        return self.chat.messages.get(self.thread)

    def _content(self) -> Json:
        entities = list(self.words.entities) or None
        told = dict(self.draft.service or {})
        if self.media is not None:
            told |= self.media.payload() | present(caption=self.words.text or None, caption_entities=entities)
        elif self.words.text:
            told |= {"text": self.words.text} | present(entities=entities)
        return told | ({"reply_markup": {"inline_keyboard": self.keyboard}} if self.keyboard else {})
