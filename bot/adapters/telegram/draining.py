"""Takes in the updates that a webhook has kept, in their order."""

import asyncio
import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Final

import structlog
from telegram import Bot

from bot.adapters.telegram.polling import SHARE, Holds
from bot.adapters.telegram.unpacking import Takes, hand_on
from bot.adapters.telegram.webhooks import Mailbox
from bot.logs import frames_of

AT_ONCE: Final = 100
LOOK: Final = 1.0
"""Seconds after which it is looked by itself: another process may keep updates, too."""
PATIENCE: Final = 1.0
"""Seconds that what came early waits for what was told before it: Telegram calls over several connections at once, and
only the numbers say what came first (Update, update_id)."""

_log = structlog.get_logger(__name__)


class Draining:
    """Empties a mailbox into a door; what isn't done yet stays in it."""

    def __init__(self, mailbox: Mailbox, door: Takes, bot: Bot, holds: Holds, arrived: asyncio.Event) -> None:
        self._mailbox, self._door, self._bot = mailbox, door, bot
        self._holds, self._arrived = holds, arrived
        self._in_hand: dict[int, asyncio.Future[None]] = {}
        self._latest: int | None = None
        """The highest number that was handed on."""
        self._early: dict[int, float] = {}
        """What wasn't handed on yet since one before it is missing, and until when it waits."""

    async def run(self) -> None:
        """Empty it for good."""
        while True:
            self._arrived.clear()
            try:
                is_busy = await self._holds() and await self._drain()
            except Exception as error:  # noqa: BLE001  what is kept is kept, and looked for again
                _log.error("telegram_mailbox_not_read", **frames_of(error))
                is_busy = False
            if not is_busy:
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._arrived.wait(), SHARE if self._early else LOOK)

    async def finish(self) -> None:
        """Let go of what was done since the last look."""
        with suppress(Exception):
            await self._settle()

    async def _drain(self) -> bool:
        """Take in what is kept; say whether there was anything new, or is anything left to wait for."""
        kept = await self._mailbox.take(AT_ONCE)
        new = [(number, payload) for number, payload in kept if number not in self._in_hand]
        for number, payload in self._in_turn(new):
            self._in_hand[number] = self._taken_in(number, payload)
        if not self._in_hand:
            return False
        await asyncio.wait(self._in_hand.values(), timeout=SHARE)
        await self._settle()
        return True

    def _in_turn(self, new: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str]]:
        """Choose what may be handed on: up to the first number after a gap that may still close."""
        now = asyncio.get_running_loop().time()
        self._early = {number: self._early.get(number, now + PATIENCE) for number, _ in new}
        for number, payload in new:
            is_next = self._latest is None or number <= self._latest + 1
            if not is_next and now < self._early[number]:
                return
            del self._early[number]
            self._latest = number if self._latest is None else max(number, self._latest)
            yield number, payload

    def _taken_in(self, number: int, payload: str) -> "asyncio.Future[None]":
        """Hand an update on; what another key has sealed can't be read, and must not hold up what follows."""
        try:
            told = json.loads(payload)
        except ValueError:
            _log.error("telegram_update_lost", update=number)
            lost: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            lost.set_result(None)
            return lost
        return hand_on(told, self._bot, self._door)

    async def _settle(self) -> None:
        over = [number for number, taking in self._in_hand.items() if taking.done()]
        done = [number for number in over if not self._in_hand[number].cancelled()]
        if done:
            await self._mailbox.done(done)
        for number in over:
            del self._in_hand[number]
