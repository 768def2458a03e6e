"""Stays connected to the gateway: discord.py reconnects and resumes, and what it gives up is begun anew here."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

import aiohttp
import discord
import structlog

from bot.adapters.discord.addresses import use_gateway
from bot.adapters.discord.ear import Door, Ear, ManyEars, OneEar
from bot.adapters.discord.identifying import Identifies, Time, TooSoon
from bot.adapters.discord.intents import intents_for
from bot.adapters.discord.locked_out import CLOSED, LockedOut, Reason

TROUBLE: Final = (discord.DiscordException, aiohttp.ClientError, OSError, TimeoutError)
"""What asking Discord or listening to it can raise where nobody is to blame for it here."""

_FIRST_PAUSE: Final = timedelta(seconds=5)
_LONGEST_PAUSE: Final = timedelta(minutes=5)

_log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Login:
    """Who Menteo is at Discord, and where that is."""

    token: str = field(repr=False)
    api_url: str
    gateway_url: str = ""
    """Empty: the one that the API names."""
    shards: Sequence[int] = ()
    """Those of this process, out of `shard_count`; none named: as many as Discord asks for, all of them here."""
    shard_count: int = 0


class Pauses:
    """Longer and longer ones between tries that come to nothing."""

    def __init__(self) -> None:
        self._next = _FIRST_PAUSE

    def over(self) -> None:
        """Begin with a short one again."""
        self._next = _FIRST_PAUSE

    def next(self) -> float:
        """Say how many seconds to wait this time."""
        pause, self._next = self._next, min(self._next * 2, _LONGEST_PAUSE)
        return pause.total_seconds()


class Listening:
    """Keeps an ear at the gateway, and another when that one is lost for good; `client` asks REST."""

    def __init__(self, login: Login, client: discord.Client, time: Time) -> None:
        self._login, self._client, self._time = login, client, time
        self._identifies = Identifies(time)
        self._pauses = Pauses()
        self._ear: Ear | None = None

    @property
    def is_hearing(self) -> bool:
        """Whether it is connected."""
        return self._ear is not None and self._ear.is_hearing

    async def run(self, door: Door) -> None:
        """Listen for good.

        Raises:
            LockedOut: Discord won't have it.
        """
        flags = self._client.application_flags
        while True:
            try:
                await self._listen(door, flags)
            except TooSoon as error:
                await self._rest(error.wait.total_seconds(), "too many sessions")
            except discord.LoginFailure:
                raise LockedOut(Reason.TOKEN) from None
            except discord.PrivilegedIntentsRequired:
                flags = await self._fewer_intents(flags)
            except TROUBLE as error:
                self._leave_if_final(error)
                await self._rest(self._pauses.next(), type(error).__name__)

    async def _listen(self, door: Door, flags: discord.ApplicationFlags) -> None:
        shards, gateway, limit = await self._client.http.get_bot_gateway()
        if limit["remaining"] <= len(self._login.shards or range(shards)):
            raise TooSoon(timedelta(milliseconds=limit["reset_after"]))
        use_gateway(self._login.gateway_url or gateway)
        async with self._new_ear(door, flags, shards) as self._ear:
            try:
                await self._ear.login(self._login.token)
                await self._ear.connect()
            finally:
                if self._ear.has_heard:
                    self._pauses.over()

    def _new_ear(self, door: Door, flags: discord.ApplicationFlags, shards: int) -> Ear:
        intents, login = intents_for(flags), self._login
        if login.shards:
            own = list(login.shards)
            return ManyEars(door, self._identifies, intents=intents, shard_ids=own, shard_count=login.shard_count)
        if shards > 1:
            return ManyEars(door, self._identifies, intents=intents, shard_count=shards)
        return OneEar(door, self._identifies, intents=intents)

    async def _fewer_intents(self, flags: discord.ApplicationFlags) -> discord.ApplicationFlags:
        """Look again what the application may be told of; somebody may just have switched it off."""
        application = await self._client.application_info()
        if intents_for(application.flags) == intents_for(flags):
            raise LockedOut(Reason.INTENTS)
        return application.flags

    def _leave_if_final(self, error: Exception) -> None:
        if not isinstance(error, discord.ConnectionClosed) or error.code not in CLOSED:
            return
        reason = CLOSED[error.code]
        if reason is Reason.SHARDS and not self._login.shards:
            return  # Discord has come to ask for more, and is asked anew how many
        raise LockedOut(reason)

    async def _rest(self, seconds: float, reason: str) -> None:
        _log.warning("discord_not_heard", reason=reason, pause=round(seconds))
        await self._time.sleep(seconds)
