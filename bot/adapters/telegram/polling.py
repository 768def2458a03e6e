"""Fetches updates by long polling, and confirms each only when the core has done what it does about it.

The library's own updater confirms what is only in memory (Updater); here the offset waits for the commits.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Final, Protocol

import structlog
from telegram import Bot
from telegram.error import Conflict, EndPointNotFound, InvalidToken, TelegramError

from bot.adapters.telegram.locked_out import LockedOut
from bot.adapters.telegram.pauses import Pauses
from bot.adapters.telegram.unpacking import Takes, hand_on
from bot.adapters.telegram.updates import ALLOWED
from bot.logs import frames_of

LONG_POLL: Final = 30
"""Seconds that Telegram holds a request open when there is nothing to tell."""
SHARE: Final = 0.25
"""Seconds between looks for more while something that was fetched isn't done yet: a slow chat holds up no other."""
MOST: Final = 100
"""Updates in one answer (getUpdates)."""
MARGIN: Final = 10
"""Seconds that an answer may be late."""
GET_UPDATES: Final = "get__updates"
"""Called by its plain name, the library sends us to its own method, which reads a batch as a whole or not at all."""
UNHELD: Final = 1.0
"""Seconds between looks whether this process is the one that is to fetch."""
_FAREWELL: Final = 2.0

Holds = Callable[[], Awaitable[bool]]
"""Whether this process is the one that speaks with Telegram."""

_log = structlog.get_logger(__name__)


class Time(Protocol):
    """Machine time."""

    async def sleep(self, seconds: float) -> None:
        """Wait."""


class Polling:
    """Fetches for a door."""

    def __init__(self, bot: Bot, door: Takes, time: Time, holds: Holds) -> None:
        self._bot, self._door, self._time, self._holds = bot, door, time, holds
        self._pauses = Pauses()
        self._offset: int | None = None
        self._in_hand: dict[int, asyncio.Future[None]] = {}
        """What was fetched and isn't confirmed, in the order of coming."""
        self._is_hearing = False

    @property
    def is_hearing(self) -> bool:
        """Whether updates can be fetched, as far as the last try tells; also while another process does it."""
        return self._is_hearing

    async def run(self) -> None:
        """Fetch for good.

        Raises:
            LockedOut: Telegram doesn't take the token.
        """
        while True:
            try:
                await self._run()
            except (InvalidToken, EndPointNotFound):  # it takes the one for the other
                raise LockedOut from None  # the library's own words have the token in them
            except TelegramError as error:
                await self._rest(error)
            except Exception as error:  # noqa: BLE001  people are heard again when it is over
                self._is_hearing = False
                _log.error("telegram_polling_failed", **frames_of(error))
                await self._time.sleep(self._pauses.next())

    async def _run(self) -> None:
        """Fetch while this process is the one that does."""
        is_ready = False
        while True:
            if not await self._holds():
                is_ready, self._is_hearing = False, True
                await self._time.sleep(UNHELD)
                continue
            if not is_ready:
                is_ready = self._is_hearing = await self._bot.delete_webhook()
            await self._fetch()

    async def finish(self) -> None:
        """Confirm what was done since the last fetch, so that the next start isn't told of it again."""
        self._confirm()
        if self._offset is None or not await self._holds():
            return
        try:
            async with asyncio.timeout(_FAREWELL):
                await self._told(0, limit=1)
        except (TelegramError, TimeoutError):
            _log.info("telegram_updates_not_confirmed")

    async def _fetch(self) -> None:
        wait = 0 if self._in_hand else LONG_POLL
        updates = await self._told(wait)
        self._is_hearing = True
        self._pauses.over()
        for told in updates:
            if told["update_id"] not in self._in_hand:
                self._in_hand[told["update_id"]] = hand_on(told, self._bot, self._door)
        if self._in_hand:
            await asyncio.wait(self._in_hand.values(), timeout=SHARE)
            self._confirm()

    async def _told(self, wait: int, limit: int = MOST) -> list[dict[str, Any]]:
        """Ask for updates as they are on the wire."""
        asked = {"timeout": wait, "limit": limit, "allowed_updates": ALLOWED}
        if self._offset is not None:
            asked["offset"] = self._offset
        told: list[dict[str, Any]] = await self._bot.do_api_request(GET_UPDATES, asked, read_timeout=wait + MARGIN)
        return told

    def _confirm(self) -> None:
        """Move on past everything that is done, up to the first that isn't."""
        for update, taking in tuple(self._in_hand.items()):
            if not taking.done() or taking.cancelled():
                return
            del self._in_hand[update]
            self._offset = update + 1

    async def _rest(self, error: TelegramError) -> None:
        pause = self._pauses.after(error)
        self._is_hearing = False
        if isinstance(error, Conflict):
            # Another program fetches with this token, or a webhook is set for it.
            _log.warning("telegram_other_poller", pause=round(pause, 1))
        else:
            _log.warning("telegram_not_heard", error=type(error).__name__, pause=round(pause, 1))
        await self._time.sleep(pause)
