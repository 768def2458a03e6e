"""Updates as Telegram's JSON has them, made the library's own one by one.

The library makes them of a whole batch at once: one that it can't read would keep all others away for good, and it
logs what people wrote in them (Bot.get_updates).
"""

import asyncio
from collections.abc import Mapping
from typing import Protocol

import structlog
from telegram import Bot, Update

from bot.logs import frames_of

_log = structlog.get_logger(__name__)


class Takes(Protocol):
    """Where updates go; `Door` is one."""

    def take(self, update: Update) -> "asyncio.Future[None]":
        """Take one in: done when the core has done what it does about it, cancelled where it won't."""


def hand_on(told: Mapping[str, object], bot: Bot | None, door: Takes) -> "asyncio.Future[None]":
    """Have an update taken in; one that can't be read is let go."""
    try:
        update = Update.de_json(dict(told), bot)
    except Exception as error:  # noqa: BLE001  of a newer shape: the next can be read all the same
        _log.error("telegram_update_unreadable", update=told.get("update_id"), **frames_of(error))
        unread: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        unread.set_result(None)
        return unread
    return door.take(update)
