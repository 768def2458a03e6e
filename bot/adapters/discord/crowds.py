"""Keeps a guild below its limit of active threads: where it is crowded, a growth thread is archived after each word."""

import asyncio
from dataclasses import dataclass, field

import structlog

from bot.adapters.discord.channels import PUBLIC_THREADS, channel
from bot.adapters.discord.reasons import Reason, Reasons
from bot.adapters.discord.refusals import REFUSALS
from bot.adapters.discord.rest import Rest

MOST_ACTIVE = 1000
"""Active threads in a guild (error 160006)."""
CROWDED = MOST_ACTIVE // 2
"""The other half is left to the people there."""

_LOOK_AGAIN = 300.0
"""Seconds after which a guild's threads are counted anew; what was written in between is counted here."""
_MOST_KNOWN = 10_000
"""Places whose kind is remembered."""

_log = structlog.get_logger(__name__)


@dataclass
class _Crowd:
    """A guild's active threads, as last seen and as changed here since."""

    seen_at: float
    active: set[str]
    asking: asyncio.Lock = field(default_factory=asyncio.Lock)


class Crowds:
    """Counts active threads with one request in minutes; forgetting it all costs only those requests."""

    def __init__(self, rest: Rest, reasons: Reasons, crowded: int = CROWDED) -> None:
        self._rest, self._reasons, self._crowded = rest, reasons, crowded
        self._crowds: dict[str, _Crowd] = {}
        self._public: dict[str, bool] = {}

    async def settle(self, community: str, place: str) -> None:
        """Archive a growth thread in which something was just said, where its guild is crowded.

        What was said has been said: nothing that goes wrong here is an outcome of it.
        """
        if not community or not self._public.get(place, True):
            return
        try:
            crowd = await self._look(community)
            crowd.active.add(place)
            if len(crowd.active) >= self._crowded and await self._is_public(place):
                await self.archive(place)
                crowd.active.discard(place)
        except REFUSALS as error:
            _log.info("thread_left_open", place=place, reason=type(error).__name__)

    async def archive(self, thread: str) -> None:
        """Archive a thread; whoever writes in it opens it again."""
        await self._set(thread, Reason.THREAD_ARCHIVED, archived=True)

    async def wake(self, thread: str) -> None:
        """Open an archived thread."""
        await self._set(thread, Reason.THREAD_WOKEN, archived=False)

    async def _set(self, thread: str, reason: Reason, *, archived: bool) -> None:
        said = self._reasons.say(reason)
        await self._rest.ask("PATCH", "/channels/{channel_id}", {"archived": archived}, channel_id=thread, reason=said)

    async def _look(self, community: str) -> _Crowd:
        crowd = self._crowds.setdefault(community, _Crowd(float("-inf"), set()))
        async with crowd.asking:
            moment = asyncio.get_running_loop().time()
            if moment - crowd.seen_at > _LOOK_AGAIN:
                told = await self._rest.ask("GET", "/guilds/{guild_id}/threads/active", guild_id=community)
                threads = list(map(channel, told["threads"]))
                crowd.seen_at, crowd.active = moment, {each.id for each in threads}
        return crowd

    async def _is_public(self, place: str) -> bool:
        """Whether it is a thread that everybody sees: a room in a private thread stays open for those in it."""
        if place not in self._public:
            if len(self._public) >= _MOST_KNOWN:
                self._public.clear()
            told = await self._rest.ask("GET", "/channels/{channel_id}", channel_id=place)
            self._public[place] = channel(told).type in PUBLIC_THREADS
        return self._public[place]
