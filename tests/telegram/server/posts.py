"""What happens to messages: written, edited, deleted, reacted to, pinned, their buttons pressed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count

from tests.telegram.server.accounts import ANONYMOUS, User
from tests.telegram.server.chats import Chat, ChatType
from tests.telegram.server.messages import Draft, Keyboard, Message
from tests.telegram.server.registry import Registry
from tests.telegram.server.updates import Updates
from tests.telegram.server.wire import Json, unix, utc_now


@dataclass(eq=False)
class Query:
    """A button that somebody pressed."""

    id: str
    user: User
    message: Message
    data: str
    asked_at: float
    """By the server's clock of the moment, in seconds."""
    notice: str | None = None
    is_alert: bool = False
    url: str | None = None
    answered_at: float | None = None

    def payload(self) -> Json:
        """The callback query object; of a message that is gone there are only its numbers."""
        gone = {"chat": self.message.chat.payload(), "message_id": self.message.id, "date": 0}
        return {
            "id": self.id,
            "from": self.user.payload(),
            "message": gone if self.message.is_deleted else self.message.payload(),
            "chat_instance": str(abs(self.message.chat.id) * 7_919),
            "data": self.data,
        }


class Posts(Registry):
    """Messages in chats; the bot is told of what others do, never of what it does itself."""

    def __init__(self, updates: Updates, now: Callable[[], datetime] = utc_now) -> None:
        super().__init__(updates, now)
        self.queries: dict[str, Query] = {}
        self._query_ids = count(4_000_000_000_000_001)

    def write(self, chat: Chat, draft: Draft, by: User) -> Message:
        """Put a message into a chat."""
        message = self.drafted(chat, self.new_message_id(chat), draft, by)
        self.put(message, by)
        return message

    def drafted(self, chat: Chat, number: int, draft: Draft, by: User) -> Message:
        """A message with its number, in the name that whoever writes has there, not yet in the chat."""
        message = Message(number, chat, self.now(), draft)
        if chat.type is ChatType.CHANNEL:
            message.sender_chat = chat
        elif chat.member(by).is_anonymous:
            message.sender, message.sender_chat = ANONYMOUS, chat
            message.signature = chat.member(by).title
        else:
            message.sender = by
        return message

    def put(self, message: Message, by: User) -> None:
        """Lay a message into its chat and tell of it."""
        message.chat.messages[message.id] = message
        self._tell_of(message, by, "")
        self.changed()

    def edit(self, message: Message, draft: Draft, by: User) -> None:
        """Change what a message says, carries or offers."""
        message.draft = draft
        message.edited_at = self.now()
        self._tell_of(message, by, "edited_")
        self.changed()

    def delete(self, message: Message) -> None:
        """Delete a message for everybody; Telegram tells a bot of none."""
        message.chat.messages.pop(message.id, None)
        message.is_deleted = True
        if message.id in message.chat.pinned:
            message.chat.pinned.remove(message.id)
        self.changed()

    def react(self, message: Message, user: User, reactions: list[Json]) -> None:
        """Set somebody's reactions; in groups the bot is told as an administrator only."""
        chat, before = message.chat, message.reactions.get(user.id, [])
        message.reactions[user.id] = reactions
        data = {
            "chat": chat.payload(),
            "message_id": message.id,
            "date": unix(self.now()),
            "old_reaction": before,
            "new_reaction": reactions,
        }
        hidden = chat.member(user).is_anonymous
        data |= {"actor_chat": chat.payload()} if hidden else {"user": user.payload()}
        if user is not self.bot.user and (chat.is_private or self.bot_in(chat).administers):
            self.tell("message_reaction", data, chat, user)
        self.changed()

    def pin(self, message: Message, by: User) -> None:
        """Pin a message, and say so in the chat."""
        chat = message.chat
        chat.pinned = [*(pinned for pinned in chat.pinned if pinned != message.id), message.id]
        told = {"pinned_message": message.payload(with_reply=False)}
        self.write(chat, Draft(thread=message.thread, service=told), by)

    def unpin(self, chat: Chat, messages: Sequence[int]) -> None:
        """Unpin some messages; nobody is told."""
        chat.pinned = [pinned for pinned in chat.pinned if pinned not in messages]
        self.changed()

    def press(self, message: Message, user: User, data: str, at: float) -> Query:
        """Press a button: the query waits for its answer."""
        query = Query(str(next(self._query_ids)), user, message, data, at)
        self.queries[query.id] = query
        self.tell("callback_query", query.payload(), message.chat, user)
        self.changed()
        return query

    def set_keyboard(self, message: Message, keyboard: Keyboard | None) -> None:
        """Change the buttons alone."""
        self.edit(message, replace(message.draft, keyboard=keyboard), self.bot.user)

    def _tell_of(self, message: Message, by: User, how: str) -> None:
        chat = message.chat
        if by is self.bot.user or not self.bot_hears(message):
            return
        kind = "channel_post" if chat.type is ChatType.CHANNEL else "message"
        self.tell(how + kind, message.payload(), chat, by)
