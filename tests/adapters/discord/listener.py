"""A conversation that takes note of what it is told, and Menteo's presence at the tests' Discord with it."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from bot.adapters.discord.app import DiscordApp
from bot.adapters.discord.listening import Login
from bot.core.ui.commands import CommandCard, ShortcutCard, Traits
from bot.core.ui.forms import Option
from bot.core.ui.guides import GuideStep
from bot.core.ui.inbound import BroughtIn, Inbound, Origin, Said, Searched
from bot.core.ui.pictures import CHAT_WIDTH, Drawing, Theme
from bot.core.ui.replies import SILENCE, Ongoing, Reply
from bot.core.ui.views import View
from tests.discord.server.app import API, DiscordServer

PATIENCE = 20
"""Seconds; far more than anything here takes."""

Happened = TypeVar("Happened", bound=Inbound)


class Listener:
    """A `Conversation` of few words."""

    def __init__(self) -> None:
        self.told: list[Inbound] = []
        self.cards: list[CommandCard] = []
        self.left_behind: list[str] = []
        """Communities that it knows from before."""
        self.at_hand = asyncio.Event()
        """Whether what it knows can be read."""
        self.at_hand.set()
        self._changed = asyncio.Event()

    def traits(self, inbound: Inbound) -> Traits:
        return Traits()

    async def handle(self, inbound: Inbound) -> Reply:
        self.told.append(inbound)
        self._changed.set()
        return Reply(View("Hello", ())) if isinstance(inbound, Said) else SILENCE

    async def going_on(self, origin: Origin, session: str = "") -> Ongoing | None:
        return None

    async def at(self, origin: Origin) -> str:
        return ""

    async def search(self, searched: Searched) -> Sequence[Option]:
        return ()

    def languages(self) -> Sequence[str]:
        return ("en",)

    def registry(self, language: str) -> Sequence[CommandCard]:
        return self.cards

    def shortcuts(self, language: str) -> Sequence[ShortcutCard]:
        return ()

    async def commands(self, origin: Origin) -> Sequence[CommandCard]:
        return ()

    async def communities(self, platform: str) -> Sequence[str]:
        await self.at_hand.wait()
        return [*self.left_behind, *(each.origin.community for each in self.all(BroughtIn))]

    async def guide(self, origin: Origin) -> Sequence[GuideStep]:
        return ()

    def words(self, key: str, language: str, /, **facts: str | int) -> str:
        return key

    def all(self, kind: type[Happened]) -> list[Happened]:
        return [each for each in self.told if isinstance(each, kind)]

    async def hears(self, kind: type[Happened], times: int = 1) -> Happened:
        """Wait until this was told so many times, and take the last."""
        async with asyncio.timeout(PATIENCE):
            while len(self.all(kind)) < times:
                self._changed.clear()
                await self._changed.wait()
        return self.all(kind)[-1]


class NoPainter:
    def svg(self, drawing: Drawing, theme: Theme) -> str:
        raise NotImplementedError

    def png(self, drawing: Drawing, theme: Theme, width: int = CHAT_WIDTH) -> bytes:
        raise NotImplementedError


class Memory:
    """A notebook that lasts as long as the test."""

    def __init__(self) -> None:
        self.notes: dict[str, str] = {}
        self.at_hand = asyncio.Event()
        self.at_hand.set()

    async def get(self, name: str) -> str | None:
        await self.at_hand.wait()
        return self.notes.get(name)

    async def keep(self, name: str, value: str) -> None:
        self.notes[name] = value


class ImpatientTime:
    """Waiting takes no time of ours; `meanwhile` is what happens instead."""

    def __init__(self) -> None:
        self.slept: list[float] = []
        self.meanwhile: Callable[[], None] = lambda: None

    def now(self) -> datetime:
        return datetime.now(UTC) + timedelta(seconds=sum(self.slept))

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.meanwhile()
        await asyncio.sleep(0)


class Rooms(set[str]):
    """The rooms that are carried to another platform."""

    def is_carried(self, place: str) -> bool:
        return place in self


@dataclass
class Presence:
    """Menteo at Discord, with what it is told in `conversation`."""

    server: DiscordServer
    conversation: Listener = field(default_factory=Listener)
    notebook: Memory = field(default_factory=Memory)
    time: ImpatientTime = field(default_factory=ImpatientTime)
    rooms: Rooms = field(default_factory=Rooms)
    ended: asyncio.Event = field(default_factory=asyncio.Event)

    @asynccontextmanager
    async def running(
        self,
        *,
        token: str = "",
        api_url: str = "",
        shards: Sequence[int] = (),
        shard_count: int = 0,
        guilds: Sequence[int] = (),
    ) -> AsyncIterator[DiscordApp]:
        url = api_url or self.server.url + API
        login = Login(token or self.server.token, url, shards=shards, shard_count=shard_count)
        app = DiscordApp(login, NoPainter(), self.time, guilds, self.rooms)
        async with app.running(self.conversation, self.notebook, self.ended.set):
            yield app

    async def connected(self, sessions: int = 1) -> None:
        """Wait until so many sessions are listening."""
        await self.server.gateway.until(lambda it: len(it.sessions) == sessions, PATIENCE)
