"""Time that passes because somebody says so."""

import asyncio
from datetime import datetime, timedelta


class VirtualClock:
    """Programme time, set from outside; like a real one it may be wrong, stand still or go back."""

    def __init__(self, now: datetime) -> None:
        self._now = now

    def now(self) -> datetime:
        """Return the instant that it was set to last."""
        return self._now

    def set(self, moment: datetime) -> None:
        """Let it be `moment`."""
        self._now = moment


class VirtualMachine:
    """Machine time: never goes back, and waiting costs nothing but virtual seconds, on both clocks."""

    def __init__(self, clock: VirtualClock) -> None:
        self._clock = clock
        self._now = clock.now()

    def now(self) -> datetime:
        """Return the current instant."""
        return self._now

    def reach(self, moment: datetime) -> None:
        """Let it be `moment`, unless that is past already."""
        self._pass(max(moment - self._now, timedelta()))

    async def sleep(self, seconds: float) -> None:
        """Let the time pass; those who wait beside each other wait for the same seconds."""
        until = self._now + timedelta(seconds=seconds)
        await asyncio.sleep(0)
        passing = max(until - self._now, timedelta())
        self._pass(passing)
        self._clock.set(self._clock.now() + passing)

    def _pass(self, passing: timedelta) -> None:
        self._now += passing
