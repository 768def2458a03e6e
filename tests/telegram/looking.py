"""What somebody at a Telegram client has before their eyes: one chat or topic at a time, and waiting for news."""

import asyncio
from collections.abc import Callable, Sequence
from typing import Protocol, Self

from tests.telegram.reading import Seen
from tests.telegram.server.accounts import User
from tests.telegram.server.chats import Chat, Topic
from tests.telegram.server.world import World

PATIENCE = 10.0
"""Seconds that somebody waits before a test gives up on it."""


class NoAnswer(Exception):
    """Somebody waited for the bot in vain."""


class CannotSee(Exception):
    """Somebody looked for a chat or topic that their client doesn't show."""


class Server(Protocol):
    """What people need of a server."""

    @property
    def world(self) -> World: ...


class Onlooker:
    """Somebody who reads and waits."""

    def __init__(self, server: Server, user: User) -> None:
        self.user = user
        self.patience = PATIENCE
        self._world = server.world
        self._chat = self.home
        self._topic: int | None = None

    @property
    def id(self) -> int:
        """The user's id."""
        return self.user.id

    @property
    def home(self) -> Chat:
        """The private chat with the bot."""
        return self._world.private_chat(self.user)

    @property
    def chat(self) -> Chat:
        """Where they are looking."""
        return self._chat

    def at(self, chat: Chat, topic: Topic | str | None = None) -> Self:
        """Go to a chat, or to one topic in it by its name; without one they see all of it, and write outside any."""
        self._demand_seen(chat)
        self._chat, self._topic = chat, None if topic is None else self._topic_in(chat, topic).id
        return self

    def at_home(self, topic: Topic | str | None = None) -> Self:
        """Go to the private chat with the bot."""
        return self.at(self.home, topic)

    def reads(self, chat: Chat | None = None, topic: Topic | str | None = None) -> list[Seen]:
        """Everything in a chat or in one topic, oldest first; without a chat, where they look."""
        where = chat or self._chat
        self._demand_seen(where)
        thread = self._topic if chat is None and topic is None else None
        if topic is not None:
            thread = self._topic_in(where, topic).id
        return [Seen(message) for message in where.messages.values() if thread in {None, message.thread}]

    def sees(self, *texts: str, chat: Chat | None = None, topic: Topic | str | None = None) -> bool:
        """Whether all of these are to be read there."""
        screen = [seen.text for seen in self.reads(chat, topic)]
        return all(any(text in said for said in screen) for text in texts)

    @property
    def latest(self) -> Seen:
        """The newest message where they look."""
        return self.reads()[-1]

    @property
    def menu(self) -> list[str]:
        """The commands that the menu offers them where they look, with what they are for."""
        commands = self._world.menus.shown_to(self.user, self._chat)
        return [f"/{command['command']} {command['description']}" for command in commands]

    @property
    def chats(self) -> list[Chat]:
        """Every chat that their client shows."""
        return [chat for chat in self._world.chats.values() if chat.holds(self.user)]

    async def hears(
        self, *texts: str, chat: Chat | None = None, topic: Topic | str | None = None, after: Seen | None = None
    ) -> Seen:
        """Wait until one message says all of these, with `after` a later one than that; return the newest."""
        found: list[Seen] = []

        def is_said() -> bool:
            found[:] = [seen for seen in self.reads(chat, topic) if _says(seen, texts, after)]
            return bool(found)

        await self.until(is_said, f"{texts} in {(chat or self._chat).name!r}")
        return found[-1]

    async def until(self, holds: Callable[[], bool], what: str = "") -> None:
        """Wait until something holds, looking again whenever something happens at Telegram."""
        happened = asyncio.Event()
        self._world.watchers.append(happened.set)
        try:
            async with asyncio.timeout(self.patience):
                while not holds():
                    happened.clear()
                    await happened.wait()
        except TimeoutError:
            raise NoAnswer(f"{self.user.name} waited in vain for {what}") from None
        finally:
            self._world.watchers.remove(happened.set)

    def _demand_seen(self, chat: Chat) -> None:
        if not chat.holds(self.user):
            raise CannotSee(f"{self.user.name} can't see {chat.name!r}")

    @staticmethod
    def _topic_in(chat: Chat, topic: Topic | str) -> Topic:
        for each in chat.topics.values():
            if topic in (each, each.name):
                return each
        raise CannotSee(f"there is no topic {topic!r} in {chat.name!r}")


def _says(seen: Seen, texts: Sequence[str], after: Seen | None) -> bool:
    return (after is None or seen.message.id > after.message.id) and all(text in seen.text for text in texts)
