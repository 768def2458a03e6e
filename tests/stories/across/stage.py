"""The whole program at a Telegram and a Discord of our own, and the people on either side."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx2

from bot.app import App
from bot.core.ui.inbound import BroughtIn, Inbound, Reacted, Spoken, SpokenAnew, Unspoken
from bot.core.ui.replies import Reply
from tests.discord.harbour import Harbour
from tests.discord.people import Seen as SeenAtDiscord
from tests.discord.server.accounts import ApplicationFlag
from tests.discord.server.app import DiscordServer
from tests.discord.server.state import Channel, Message, User, World
from tests.stories.discord.stage import Resident as DiscordResident
from tests.stories.staging import PATIENCE
from tests.stories.telegram.stage import Resident
from tests.stories.telegram.stage import Stage as TelegramStage
from tests.telegram.server.app import TelegramServer

__all__ = ["AtDiscord", "Resident", "Stage"]


class Stage(TelegramStage):
    """One program on both platforms; what people do on either is followed until all of it has arrived."""

    discord: DiscordServer

    def __init__(
        self,
        server: TelegramServer,
        data_dir: Path,
        database_url: str,
        discord: DiscordServer,
        more: Mapping[str, str] | None = None,
    ) -> None:
        discord.world.application.flags |= ApplicationFlag.MESSAGE_CONTENT
        self.heard: list[Inbound] = []
        """What the program has taken in."""
        self._stirred = asyncio.Event()
        super().__init__(server, data_dir, database_url, discord, more)
        self.harbour = Harbour.of(discord.world)
        self.shore = Shore(self)

    def at_discord(self, name: str) -> "AtDiscord":
        """Have somebody come to the guild."""
        return self._settler(AtDiscord.joins(self.discord, self.harbour.guild, name))

    def known_at_discord(self, user: User) -> "AtDiscord":
        """Bring on somebody who is in the guild."""
        return self._settler(AtDiscord(self.discord, user, self.harbour.general))

    def channel(self, name: str) -> Channel:
        """The one channel or thread of this name at Discord."""
        return self.discord.world.find_channel(self.harbour.guild, name)

    @asynccontextmanager
    async def taking_in(self, holds: Callable[[Inbound], bool]) -> AsyncIterator[None]:
        """Let something happen, and wait until the program has taken it in and carried out what follows."""
        before = sum(map(holds, self.heard))
        yield
        async with asyncio.timeout(PATIENCE):
            while sum(map(holds, self.heard)) <= before:
                self._stirred.clear()
                await self._stirred.wait()
        await self.settled()

    def _settler(self, person: "AtDiscord") -> "AtDiscord":
        person.stage = self.shore  # type: ignore[assignment]  # all that residents need of one
        person.both = self
        return person

    def _built(self) -> App:
        app = super()._built()
        handle = app.conversation.handle

        async def overheard(inbound: Inbound) -> Reply:
            try:
                return await handle(inbound)
            finally:
                self.heard.append(inbound)
                self._stirred.set()

        app.conversation.handle = overheard  # type: ignore[method-assign]  # listens, and changes nothing
        return app

    async def _is_at_work(self, browser: httpx2.AsyncClient) -> bool:
        knows = any(isinstance(each, BroughtIn) and each.origin.platform == "discord" for each in self.heard)
        return await super()._is_at_work(browser) and bool(self.discord.world.commands[None]) and knows


@dataclass(frozen=True)
class Shore:
    """Discord's side of the stage, as its residents know one."""

    _both: Stage

    @property
    def world(self) -> World:
        """Everything at Discord."""
        return self._both.discord.world

    async def settled(self) -> None:
        """Wait until everything that is due now has been carried out, on both sides."""
        await self._both.settled()


class AtDiscord(DiscordResident):
    """Somebody at a Discord client: whatever follows from what they say has arrived when they look again."""

    both: Stage

    async def tells(
        self,
        text: str,
        *,
        place: Channel | None = None,
        reply_to: SeenAtDiscord | None = None,
        files: Mapping[str, bytes] | None = None,
    ) -> Message:
        """Write a message where it is carried on."""
        async with self.both.taking_in(lambda it: isinstance(it, Spoken) and it.origin.platform == "discord"):
            return self.says(text, place=place, reply_to=reply_to, files=files)

    async def corrects(self, message: Message, text: str) -> None:
        """Change what they wrote."""
        async with self.both.taking_in(lambda it: isinstance(it, SpokenAnew) and it.origin.platform == "discord"):
            self.rewrites(message, text)

    async def takes_back(self, message: Message) -> None:
        """Delete what they wrote."""
        async with self.both.taking_in(lambda it: isinstance(it, Unspoken) and it.origin.platform == "discord"):
            self.unsays(message)

    async def likes(self, seen: SeenAtDiscord, emoji: str, *, remove: bool = False) -> None:
        """React to a message, or take that back."""
        async with self.both.taking_in(lambda it: isinstance(it, Reacted) and it.origin.platform == "discord"):
            self.reacts(seen, emoji, remove=remove)
