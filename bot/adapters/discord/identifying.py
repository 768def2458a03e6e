"""When a new gateway session may be begun: Discord takes a bot's token away that begins a thousand in a day."""

from collections import defaultdict
from datetime import datetime, timedelta
from typing import Final, Protocol

SPACING: Final = timedelta(seconds=5)
"""Between two identifies of one bot (Gateway: `max_concurrency` 1); doubled for each within the hour."""
LONGEST_SPACING: Final = timedelta(minutes=10)
REMEMBERED: Final = timedelta(hours=1)
"""At the longest spacing this leaves some 150 a day to each shard, whatever happens."""
LONGEST_HELD: Final = timedelta(seconds=45)
"""discord.py gives a connection 60 s to get through."""


class Time(Protocol):
    """Machine time."""

    def now(self) -> datetime:
        """Return the current aware instant."""

    async def sleep(self, seconds: float) -> None:
        """Wait."""


class TooSoon(Exception):
    """It would take too long to wait with an open connection."""

    def __init__(self, wait: timedelta) -> None:
        super().__init__(f"not for {wait.total_seconds():.0f} s")
        self.wait = wait


class Identifies:
    """Remembers the sessions that each shard began in this process, and spaces the next one."""

    def __init__(self, time: Time) -> None:
        self._time = time
        self._begun: dict[int, list[datetime]] = defaultdict(list)
        self._last: datetime | None = None

    async def turn(self, shard: int) -> None:
        """Wait until a shard may begin a session, and take note of it.

        Raises:
            TooSoon: that is too far off to be waited for here.
        """
        wait = self._due(shard) - self._time.now()
        if wait > LONGEST_HELD:
            raise TooSoon(wait)
        if wait > timedelta():
            await self._time.sleep(wait.total_seconds())
        self._last = self._time.now()
        self._begun[shard].append(self._last)

    def _due(self, shard: int) -> datetime:
        now = self._time.now()
        recent = [each for each in self._begun[shard] if now - each < REMEMBERED]
        self._begun[shard] = recent
        due = now if self._last is None else self._last + SPACING
        if recent:
            due = max(due, recent[-1] + min(SPACING * 2 ** (len(recent) - 1), LONGEST_SPACING))
        return due
