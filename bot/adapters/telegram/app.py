"""Menteo at Telegram: logs in, sets its menus, and lets in what comes."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Final, Protocol

import structlog
from starlette.routing import Route
from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.adapters.telegram.answering import Sayer, Time
from bot.adapters.telegram.door import Door
from bot.adapters.telegram.draining import Draining
from bot.adapters.telegram.identity import Me
from bot.adapters.telegram.locked_out import LockedOut
from bot.adapters.telegram.menus import Notebook, Registrar
from bot.adapters.telegram.moves import Questions
from bot.adapters.telegram.pauses import Pauses
from bot.adapters.telegram.polling import Holds, Polling
from bot.adapters.telegram.private import Fetch, nothing_kept
from bot.adapters.telegram.webhooks import Mailbox, Webhook
from bot.core.dialogue.conversation import Conversation
from bot.logs import frames_of

FIRST_LOGIN: Final = 10.0
"""Seconds that a start waits for Telegram; after that it goes on, and logs in when Telegram is there."""
FAREWELL: Final = 5.0
"""Seconds for those who are being answered at the end."""

_log = structlog.get_logger(__name__)


class Account(Protocol):
    """The bot's own account; `Rest` is one."""

    @property
    def bot(self) -> Bot:
        """The library's client."""

    async def log_in(self) -> Me:
        """Find out who the bot is.

        Raises:
            LockedOut: Telegram doesn't take the token.
            Exception: it can't be asked.
        """

    async def close(self) -> None:
        """Let go of the connections."""


@dataclass(frozen=True)
class Bring:
    """Updates are brought to us, not fetched: to `public_url`, at a path and with a secret that nobody can guess."""

    public_url: str
    path: str = field(repr=False)
    secret: str = field(repr=False)
    mailbox: Mailbox


@dataclass(frozen=True)
class Face:
    """What the bot speaks with: a pen for views and a head for forms, which know who the bot is."""

    sayer: Sayer
    questions: Questions
    fetch: Fetch = nothing_kept


@dataclass(frozen=True)
class Inside:
    """What there is once it is known who the bot is."""

    me: Me
    door: Door


class TelegramApp:
    """The program's presence at Telegram."""

    def __init__(
        self, account: Account, face: Callable[[Conversation, Me], Face], time: Time, bring: Bring | None = None
    ) -> None:
        self._account, self._face, self._time, self._bring = account, face, time, bring
        self._webhook = Webhook(bring.mailbox, bring.path, bring.secret) if bring else None
        self._inside: Inside | None = None
        self._fetching: Polling | Draining | None = None
        self._is_brought = False

    @property
    def is_logged_in(self) -> bool:
        """Whether it is known who the bot is."""
        return self._inside is not None

    @property
    def routes(self) -> Sequence[Route]:
        """What a web server has to serve for it: nothing, where updates are fetched."""
        return (self._webhook.route,) if self._webhook else ()

    async def settled(self) -> None:
        """Wait until all that came in is taken in and answered."""
        if self._inside is not None:
            await self._inside.door.idle()

    async def hears(self) -> bool:
        """Tell whether what people do there comes in."""
        return self._is_brought or (isinstance(self._fetching, Polling) and self._fetching.is_hearing)

    @asynccontextmanager
    async def running(
        self, conversation: Conversation, notebook: Notebook, ended: Callable[[], None], holds: Holds
    ) -> AsyncIterator[None]:
        """Be there; `ended` is called where it can't go on, and leaving then raises why.

        Raises:
            LockedOut: Telegram won't have it.
        """
        await self._log_in_first(conversation)
        present = asyncio.create_task(self._be_there(conversation, notebook, holds))
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
                me = await self._account.log_in()
        except LockedOut:
            await self._account.close()
            raise
        except Exception as error:  # noqa: BLE001  whatever it is, Telegram is tried again
            _log.warning("telegram_away", error=type(error).__name__)
            return
        face = self._face(conversation, me)
        door = Door(conversation, self._account.bot, face.sayer, face.questions, self._time, me, face.fetch)
        self._inside = Inside(me, door)

    async def _be_there(self, conversation: Conversation, notebook: Notebook, holds: Holds) -> None:
        pauses = Pauses()
        while self._inside is None:
            await self._time.sleep(pauses.next())
            await self._log_in_first(conversation)
        menus = asyncio.create_task(self._register(conversation, notebook, self._inside.me.id))
        try:
            await self._listen(self._inside.door, holds)
        finally:
            menus.cancel()
            await asyncio.wait([menus])

    async def _register(self, conversation: Conversation, notebook: Notebook, account: int) -> None:
        """Set the menus, sooner or later; the bot can be talked to without them."""
        registrar = Registrar(self._account.bot, notebook, account)
        try:
            await self._insist("telegram_menus_not_set", partial(registrar.sync, conversation))
        except LockedOut:
            return  # whoever listens finds out as well
        except Exception as error:  # noqa: BLE001  a notebook that can't be read, say
            _log.error("telegram_menus_failed", **frames_of(error))

    async def _listen(self, door: Door, holds: Holds) -> None:
        bot, bring = self._account.bot, self._bring
        if bring is None or self._webhook is None:
            self._fetching = Polling(bot, door, self._time, holds)
            await self._fetching.run()
            return
        await self._insist("telegram_webhook_not_set", partial(self._webhook.register, bot, bring.public_url))
        self._is_brought = True
        self._fetching = Draining(bring.mailbox, door, bot, holds, self._webhook.arrived)
        await self._fetching.run()

    async def _insist(self, event: str, ask: Callable[[], Awaitable[None]]) -> None:
        """Ask until it is done.

        Raises:
            LockedOut: Telegram doesn't take the token.
        """
        pauses = Pauses()
        while True:
            try:
                return await ask()
            except InvalidToken:
                raise LockedOut from None
            except TelegramError as error:
                pause = pauses.after(error)
                _log.warning(event, error=type(error).__name__, pause=round(pause, 1))
                await self._time.sleep(pause)

    async def _leave(self, present: "asyncio.Task[None]") -> None:
        present.cancel()
        await asyncio.wait([present], timeout=FAREWELL)
        if self._inside is not None:
            await self._inside.door.close(FAREWELL)
        if self._fetching is not None:
            await self._fetching.finish()
        await self._account.close()
