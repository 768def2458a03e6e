"""Who brought Menteo to a guild: told in an event of its own, about when the guild is."""

import asyncio
from typing import Final

from bot.adapters.discord.events import Payload

WAITED_FOR: Final = 5.0
"""Seconds; the two events come within one."""

_KEPT_FOR: Final = 30.0
"""Seconds, where the guild never asks."""


class Adders:
    """Keeps what was told until the guild asks for it, and no longer than that takes."""

    def __init__(self, application: int) -> None:
        self._application = str(application)
        self._told: dict[str, asyncio.Future[Payload]] = {}

    def told(self, integration: Payload) -> None:
        """Take note of an integration that was added to a guild; others than ours are none of our business."""
        about = integration.get("application") or {}
        user = integration.get("user")
        if str(about.get("id")) == self._application and user:
            future = self._of(str(integration["guild_id"]))
            if not future.done():
                future.set_result(user)

    async def of(self, guild: str) -> Payload | None:
        """Wait a little for who it was."""
        try:
            async with asyncio.timeout(WAITED_FOR):
                return await self._of(guild)
        except TimeoutError:
            return None
        finally:
            self._told.pop(guild, None)

    def _of(self, guild: str) -> asyncio.Future[Payload]:
        if guild not in self._told:
            loop = asyncio.get_running_loop()
            self._told[guild] = future = loop.create_future()
            loop.call_later(_KEPT_FOR, self._forget, guild, future)
        return self._told[guild]

    def _forget(self, guild: str, future: asyncio.Future[Payload]) -> None:
        if self._told.get(guild) is future:
            del self._told[guild]
