"""Moving a programme's clock forward, through every moment at which something is due."""

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from bot.adapters.edge.dispatcher import Dispatcher
from bot.adapters.edge.hop import Hop
from bot.adapters.edge.ticks import Ticks
from bot.core.ports import Clock, UnitOfWork
from bot.core.usecases.timekeeping import keep_offset, kept_offset, next_instant


class Movable(Clock, Protocol):
    """A clock that can be moved forward."""

    offset: timedelta

    def move_to(self, moment: datetime) -> None:
        """Let it be `moment`, unless that is past already."""


@dataclass(frozen=True)
class Home:
    """The community whose time is shown: what a platform calls its own place."""

    platform: str
    external_id: str


class TimeTravel:
    """Moves the clock forward only, and keeps by how much, so that a restart doesn't take time back."""

    def __init__(self, clock: Movable, hop: Hop, ticks: Ticks, dispatcher: Dispatcher, home: Home) -> None:
        self._clock, self._hop, self._ticks, self._dispatcher = clock, hop, ticks, dispatcher
        self._home = home
        self._one_at_a_time = asyncio.Lock()

    async def now(self) -> datetime:
        """Return the current instant of the programme."""
        return self._clock.now()

    async def zone(self) -> str:
        """Return the zone in which the community's programme runs."""
        return await self._hop.read(_zone, self._home)

    async def restore(self) -> None:
        """Take up the offset that was kept."""
        kept = await self._hop.read(kept_offset)
        self._clock.offset = max(kept, self._clock.offset)

    async def advance(self, to: datetime) -> None:
        """Let it be `to`, having visited each due instant before it in order: move, tick, deliver, next."""
        async with self._one_at_a_time:
            await self._visit(self._clock.now())  # what is still to be done belongs to now, not to where time is going
            visited: datetime | None = None
            while (upcoming := await self._hop.read(next_instant)) is not None and upcoming <= to:
                if upcoming == visited:
                    break  # a tick left it due: time must go on all the same
                visited = upcoming
                await self._visit(upcoming)
            await self._visit(to)

    async def _visit(self, moment: datetime) -> None:
        self._clock.move_to(moment)
        # Kept before anything happens at that moment, so that nothing kept is ever in the clock's future.
        await self._hop.write(keep_offset, self._clock.offset)
        await self._ticks.run()
        await self._dispatcher.drain()


def _zone(work: UnitOfWork, home: Home) -> str:
    community = work.communities.find_by_place(home.platform, home.external_id)
    if community is None:
        return "UTC"
    programme = work.programmes.current(community.id)
    return programme.zone if programme else community.zone
