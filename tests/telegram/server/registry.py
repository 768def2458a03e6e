"""The register of everybody and every chat, with what the bot gets to know of it."""

import re
from collections.abc import Callable
from datetime import datetime
from itertools import count

from tests.telegram.server.accounts import Bot, User
from tests.telegram.server.chats import Chat, ChatType
from tests.telegram.server.files import FileStore
from tests.telegram.server.members import Member
from tests.telegram.server.messages import Message
from tests.telegram.server.updates import Updates
from tests.telegram.server.wire import Json, unix, utc_now

USERNAME = "menteo_bot"
_FIRST_SUPERGROUP = -1_001_000_000_000


class Registry:
    """Ids to things; every change wakes the watchers."""

    def __init__(self, updates: Updates, now: Callable[[], datetime] = utc_now) -> None:
        self.now = now
        self.updates = updates
        self.files = FileStore()
        self.users: dict[int, User] = {}
        self.chats: dict[int, Chat] = {}
        self.known: set[int] = set()
        """The people of whom the bot has heard: to others it can't even try to write."""
        self.watchers: list[Callable[[], None]] = []
        """Are called at every change, also at those that the bot isn't told of: tests that wait."""
        self._user_ids = count(500_000_001)
        self._group_ids = count(4_000_001)
        self._supergroup_ids = count(1)
        self._message_ids = count(1)
        """Private chats and basic groups number their messages together."""
        user = User(7_000_000_001, "Menteo", username=USERNAME, language_code=None, is_bot=True)
        self.bot = Bot(user)
        self.users[user.id] = user

    def add_user(self, name: str, *, username: str | None = None, language: str | None = "en") -> User:
        """Have somebody at Telegram, of whom the bot knows nothing yet."""
        first, _, last = name.partition(" ")
        user = User(next(self._user_ids), first, last or None, username, language)
        self.users[user.id] = user
        return user

    def private_chat(self, user: User) -> Chat:
        """The chat of somebody with the bot; nothing is in it before they press Start."""
        if user.id not in self.chats:
            self.chats[user.id] = Chat(user.id, ChatType.PRIVATE, user=user)
        return self.chats[user.id]

    def chat_named(self, username: str) -> Chat | None:
        """The public chat of a name; people aren't found by theirs."""
        wanted = username.removeprefix("@").lower()
        return next((chat for chat in self.chats.values() if (chat.username or "").lower() == wanted), None)

    def bot_in(self, chat: Chat) -> Member:
        """What the bot is in a chat."""
        return chat.member(self.bot.user)

    def bot_hears(self, message: Message) -> bool:
        """Whether the bot is told of what somebody wrote: privacy mode keeps most of a group from it."""
        chat, member = message.chat, self.bot_in(message.chat)
        if chat.is_private:
            return True
        if not member.is_present or chat.type is ChatType.CHANNEL:
            return member.is_present
        if self.bot.reads_all_group_messages or member.administers or message.is_service:
            return True
        replied = message.draft.reply_to
        return (replied is not None and replied.sender is self.bot.user) or self._is_addressed(message)

    def tell(self, kind: str, data: Json, chat: Chat, by: User | None = None) -> None:
        """Queue an update about a chat, and get to know who caused it."""
        if by is not None:
            self.known.add(by.id)
        self.updates.add(kind, data, chat.id)

    def changed(self) -> None:
        """Wake who waits for something to happen."""
        for watcher in tuple(self.watchers):
            watcher()

    def new_message_id(self, chat: Chat) -> int:
        """The next number of a message: the same one may be given in two supergroups."""
        own = chat.type in {ChatType.SUPERGROUP, ChatType.CHANNEL}
        return next(chat.own_ids if own else self._message_ids)

    def _new_chat(self, chat_type: ChatType, title: str, username: str | None = None) -> Chat:
        basic = chat_type is ChatType.GROUP
        number = -next(self._group_ids) if basic else _FIRST_SUPERGROUP - next(self._supergroup_ids)
        chat = self.chats[number] = Chat(number, chat_type, title, username)
        return chat

    def _member_changed(self, chat: Chat, before: Member, after: Member, by: User) -> None:
        """Set what somebody is in a chat, and tell the bot: of itself always, of others as an administrator."""
        chat.members[after.user.id] = after
        data = {
            "chat": chat.payload(),
            "from": by.payload(),
            "date": unix(self.now()),
            "old_chat_member": before.payload(),
            "new_chat_member": after.payload(),
        }
        if after.user is self.bot.user:
            self.known |= chat.members.keys()
            self.tell("my_chat_member", data, chat, by)
        elif self.bot_in(chat).administers:
            self.tell("chat_member", data, chat, after.user)
        if self.bot_in(chat).is_present:
            self.known.add(after.user.id)
        self.changed()

    def _is_addressed(self, message: Message) -> bool:
        command = re.match(r"/\w+(@\w+)?", message.words.text)
        if command is None or message.media is not None:
            return False
        if command[1]:
            return bool(command[1].lower() == f"@{self.bot.username}".lower())
        others = any(m.user.is_bot and m.is_present for m in message.chat.members.values() if m.user.id != self.bot.id)
        spoke = [m.sender for m in message.chat.messages.values() if m.sender is not None and m.sender.is_bot]
        return not others or (bool(spoke) and spoke[-1] is self.bot.user)
