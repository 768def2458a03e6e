"""How fast a platform may be written to: a steady pace without bursts, slower after it has asked for a rest."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from heapq import heappop, heappush
from itertools import count
from typing import Protocol

from bot.core.effects import Priority

_MOST_PLACES = 4096
"""Places remembered before those whose turn is long past are forgotten."""

_SHORTEST_SLEEP = 0.001
"""Seconds; what is less than a clock's tick would never be over."""

MADE_UP_FOR = 0.5
"""How much of the time between two turns one may be late and the next still be on time: at 48 a second that is never
more than 49 in a second. More than that is not caught up with, which would be a burst."""
SLOWEST = 8.0
"""How many times slower than its pace a platform is written to, at most, after rests that it asked for."""
RECOVERY = 20.0
"""Seconds without another rest after which the pace is twice as quick again, until it is whole."""


class MachineTime(Protocol):
    """Time as machines keep it, for leases, pacing and back-off; programme time is the core's `Clock`."""

    def now(self) -> datetime:
        """Return the current aware instant in UTC; never goes back while the process lives."""

    async def sleep(self, seconds: float) -> None:
        """Wait."""


@dataclass(frozen=True)
class Pace:
    """What a platform bears, in seconds between two messages; zero where it bears anything."""

    everywhere: float = 0.0
    in_place: float = 0.0
    crowded: Callable[[str], "Crowd"] | None = None
    """Says of a place under what its messages are counted, where that isn't by each place alone."""


@dataclass(frozen=True)
class Crowd:
    """What several places are counted as together, and the seconds between two messages there."""

    name: str
    seconds: float


UNPACED = Pace()


class Resting(Exception):
    """The platform is to be left alone for so many `seconds`: whoever waited is to come again then."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


@dataclass(order=True)
class _Waiter:
    priority: Priority
    number: int
    turn: "asyncio.Future[None]" = field(compare=False)


class Pacer:
    """Hands out turns by the generic cell rate algorithm with no burst: a published limit is never straddled.

    A place's turn is waited for before the platform's is taken, so that a busy place holds up no other. Who waits for
    the platform's is served by priority, so that an answer never stands behind a thousand prompts. While a platform
    rests there are no turns at all: nobody waits so long here, where a crash would forget them.
    """

    def __init__(self, pace: Pace, time: MachineTime) -> None:
        self._pace, self._time = pace, time
        self._next = 0.0
        self._next_in: dict[str, float] = {}
        self._waiting: list[_Waiter] = []
        self._numbers = count()
        self._serving: asyncio.Task[None] | None = None
        self._slowed, self._rested_until = 1.0, 0.0

    async def turn(self, place: str, priority: Priority = Priority.ANSWER) -> None:
        """Wait until a place may be written to; raise `Resting` if the platform may not be."""
        self._require_awake()
        if self._pace == UNPACED:
            return
        crowd = self._pace.crowded(place) if self._pace.crowded else Crowd(place, self._pace.in_place)
        while self._next_in.get(crowd.name, 0.0) > self._moment():
            await self._wait_until(self._next_in[crowd.name])
        self._forget_free_places()
        self._next_in[crowd.name] = self._moment() + crowd.seconds
        await self.another(priority)
        self._next_in[crowd.name] = self._moment() + crowd.seconds

    async def another(self, priority: Priority = Priority.ANSWER) -> None:
        """Wait for one more call of a platform whose pace is counted in calls; raises `Resting`, too."""
        self._require_awake()
        waiter = _Waiter(priority, next(self._numbers), asyncio.get_running_loop().create_future())
        heappush(self._waiting, waiter)
        if self._serving is None or self._serving.done():
            self._serving = asyncio.create_task(self._serve())
        await waiter.turn

    def rest(self, seconds: float, *, slower: bool = True) -> None:
        """Leave the platform alone for so long; if it asked for that, write to it more slowly for a while then.

        What was under way when it asked is told the same: that is no asking anew.
        """
        until = self._moment() + seconds
        asks_anew = slower and not self.resting
        self._slowed = min(self._slowness() * 2, SLOWEST) if asks_anew else self._slowness()
        self._rested_until = max(self._rested_until, until)
        self._next = max(self._next, until)
        for waiter in self._waiting:
            if not waiter.turn.done():
                waiter.turn.set_exception(Resting(seconds))
        self._waiting.clear()

    @property
    def resting(self) -> float:
        """For how many seconds yet the platform is to be left alone."""
        return max(self._rested_until - self._moment(), 0.0)

    def _require_awake(self) -> None:
        if seconds := self.resting:
            raise Resting(seconds)

    async def _serve(self) -> None:
        while self._waiting:
            has_waited = self._next > self._moment()
            while self._next > self._moment():
                await self._wait_until(self._next)
            if not self._waiting:  # all were sent away meanwhile
                break
            first = heappop(self._waiting)
            if not first.turn.done():
                self._next = self._due(has_waited=has_waited) + self._pace.everywhere * self._slowness()
                first.turn.set_result(None)

    def _due(self, *, has_waited: bool) -> float:
        """Say when the turn that is given now was due: being woken a little late must not make a slower pace."""
        moment = self._moment()
        is_in_time = has_waited and moment - self._next <= self._pace.everywhere * MADE_UP_FOR
        return self._next if is_in_time else max(self._next, moment)

    def _slowness(self) -> float:
        halvings = min(max(self._moment() - self._rested_until, 0.0) // RECOVERY, SLOWEST)
        return max(self._slowed / (1 << int(halvings)), 1.0)

    def _moment(self) -> float:
        return self._time.now().timestamp()

    def _forget_free_places(self) -> None:
        if len(self._next_in) >= _MOST_PLACES:
            moment = self._moment()
            self._next_in = {place: at for place, at in self._next_in.items() if at > moment}

    async def _wait_until(self, at: float) -> None:
        wait = at - self._moment()
        if wait > 0:
            await self._time.sleep(max(wait, _SHORTEST_SLEEP))
