"""Menteo at Discord: logs in, registers its commands, and lets in what comes."""

import asyncio
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import asynccontextmanager
from typing import Final

import discord
import structlog

from bot.adapters.discord.addresses import use_api
from bot.adapters.discord.commands import payloads
from bot.adapters.discord.door import Door
from bot.adapters.discord.hidden_words import HiddenWords
from bot.adapters.discord.identifying import Time
from bot.adapters.discord.interactions import Interactions
from bot.adapters.discord.listening import TROUBLE, Listening, Login, Pauses
from bot.adapters.discord.locked_out import LockedOut, Reason
from bot.adapters.discord.plain_words import PlainWords
from bot.adapters.discord.room_talk import Carried, NoRooms
from bot.adapters.discord.syncing import Notebook, Registrar
from bot.core.dialogue.conversation import Conversation
from bot.core.ui.pictures import Painter

FIRST_LOGIN: Final = 10.0
"""Seconds that a start waits for Discord; after that it goes on, and logs in when Discord is there."""
FAREWELL: Final = 5.0
"""Seconds for those who are being answered at the end."""

NOTHING_CARRIED: Final = NoRooms()

_log = structlog.get_logger(__name__)


class DiscordApp:
    """The program's presence at Discord. `client` asks REST alone: what is sent needs no gateway."""

    def __init__(
        self,
        login: Login,
        painter: Painter,
        time: Time,
        guilds: Collection[int] = (),
        carried: Carried = NOTHING_CARRIED,
    ) -> None:
        """`guilds` are those where commands are registered, in place of everywhere.

        `carried` knows which rooms are carried to another platform: of no others is anything said there taken in.
        """
        self._login, self._painter, self._time, self._guilds = login, painter, time, guilds
        self._carried = carried
        self.client = discord.Client(
            intents=discord.Intents(guilds=True), allowed_mentions=discord.AllowedMentions.none(), max_messages=None
        )
        self._listening = Listening(login, self.client, time)
        self._door: Door | None = None

    @property
    def is_logged_in(self) -> bool:
        """Whether `client` can be used."""
        return self._door is not None

    async def hears(self) -> bool:
        """Tell whether it is connected to the gateway."""
        return self._listening.is_hearing

    @asynccontextmanager
    async def running(
        self, conversation: Conversation, notebook: Notebook, ended: Callable[[], None]
    ) -> AsyncIterator[None]:
        """Be there; `ended` is called where it can't go on, and leaving then raises why.

        Raises:
            LockedOut: Discord won't have it.
        """
        use_api(self._login.api_url)
        await self._log_in_first(conversation)
        present = asyncio.create_task(self._be_there(conversation, notebook))
        present.add_done_callback(lambda _: ended())
        try:
            yield
        finally:
            await self._leave(present)
        if present.done() and not present.cancelled():
            present.result()

    async def _log_in_first(self, conversation: Conversation) -> None:
        try:
            async with asyncio.timeout(FIRST_LOGIN):
                await self._log_in(conversation)
        except TROUBLE as error:
            _log.warning("discord_away", error=type(error).__name__)

    async def _log_in(self, conversation: Conversation) -> None:
        client = self.client
        try:
            await client.login(self._login.token)
        except BaseException as error:
            await _hang_up(client)
            if isinstance(error, discord.LoginFailure):
                raise LockedOut(Reason.TOKEN) from None
            raise
        answers = Interactions(conversation, self._painter)
        plain = PlainWords(client, conversation, self._painter)
        hidden = HiddenWords(client, conversation, self._time)
        self._door = Door(conversation, answers, plain, hidden, self._carried, client.application_id or 0)

    async def _be_there(self, conversation: Conversation, notebook: Notebook) -> None:
        pauses = Pauses()
        while self._door is None:
            await self._time.sleep(pauses.next())
            await self._log_in_first(conversation)
        self._door.also(lambda: self._register(conversation, notebook))
        await self._listening.run(self._door)

    async def _register(self, conversation: Conversation, notebook: Notebook) -> None:
        registrar, pauses = Registrar(self.client, notebook, self._guilds), Pauses()
        while True:
            try:
                return await registrar.sync(payloads(conversation))
            except TROUBLE as error:
                _log.warning("commands_not_registered", error=type(error).__name__)
                await self._time.sleep(pauses.next())

    async def _leave(self, present: asyncio.Task[None]) -> None:
        if self._door is not None:
            await self._door.close(FAREWELL)
        present.cancel()
        await asyncio.wait([present], timeout=FAREWELL)  # a gateway that is silent takes its time to be left
        await self.client.close()


async def _hang_up(client: discord.Client) -> None:
    """Undo half a login, so that the next one begins afresh; discord.py would go on with what is closed."""
    await client.http.close()
    client.http.clear()
    client.http.connector = discord.utils.MISSING
