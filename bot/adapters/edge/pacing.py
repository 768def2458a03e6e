"""How fast a platform may be written to: a steady pace without bursts, per platform and per place."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

_MOST_PLACES = 4096
"""Places remembered before those whose turn is long past are forgotten."""

_SHORTEST_SLEEP = 0.001
"""Seconds; what is less than a clock's tick would never be over."""


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


UNPACED = Pace()


class Pacer:
    """Hands out turns by the generic cell rate algorithm with no burst: a published limit is never straddled.

    A place's turn is waited for before the platform's is taken, so that a busy place holds up no other.
    """

    def __init__(self, pace: Pace, time: MachineTime) -> None:
        self._pace, self._time = pace, time
        self._next = 0.0
        self._next_in: dict[str, float] = {}

    async def turn(self, place: str) -> None:
        """Wait until a place may be written to."""
        if self._pace == UNPACED:
            return
        while self._next_in.get(place, 0.0) > self._moment():
            await self._wait_until(self._next_in[place])
        at = max(self._moment(), self._next)
        self._next = at + self._pace.everywhere
        self._forget_free_places()
        self._next_in[place] = at + self._pace.in_place
        await self._wait_until(at)

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
