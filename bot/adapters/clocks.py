"""Where time comes from: the machine's, or a programme's own that can be moved forward."""

import asyncio
import time
from datetime import UTC, datetime, timedelta

from bot.core.ports import Clock


class SystemClock:
    """Programme time as the machine's wall clock has it."""

    def now(self) -> datetime:
        """Return the current instant."""
        return datetime.now(UTC)


class MovableClock:
    """Another clock, moved forward: the local web chat lets a month pass in a minute."""

    def __init__(self, base: Clock, offset: timedelta = timedelta()) -> None:
        self._base = base
        self.offset = offset

    def now(self) -> datetime:
        """Return the current instant of the programme."""
        return self._base.now() + self.offset

    def move_to(self, moment: datetime) -> None:
        """Let it be `moment`, unless that is past already."""
        self.offset += max(moment - self.now(), timedelta())


class MachineClock:
    """The wall clock as it was at the start, carried on by the steady one: a wall clock set back holds up no lease."""

    def __init__(self) -> None:
        self._started_at, self._start = datetime.now(UTC), time.monotonic()

    def now(self) -> datetime:
        """Return the current instant."""
        return self._started_at + timedelta(seconds=time.monotonic() - self._start)

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)
