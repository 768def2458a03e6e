"""Ids as Discord makes them: rising, with the time of making inside."""

from collections.abc import Callable
from datetime import UTC, datetime

from tests.discord.server.wire import EPOCH

_PER_MILLISECOND = 1 << 12


class Snowflakes:
    """Makes ids that no other object of this world has."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._millisecond, self._increment = 0, 0

    def __call__(self) -> int:
        """Make the next id."""
        self._advance(to=self._current())
        return (self._millisecond << 22) | self._increment

    def of_a_guild(self) -> int:
        """Make an id of a millisecond of its own: guilds are dealt to shards by their millisecond."""
        self._advance(to=max(self._current(), self._millisecond + 1))
        return (self._millisecond << 22) | self._increment

    def _current(self) -> int:
        return int(self._now().timestamp() * 1000) - EPOCH

    def _advance(self, to: int) -> None:
        if to > self._millisecond:
            self._millisecond, self._increment = to, 0
            return
        self._increment += 1
        if self._increment == _PER_MILLISECOND:
            self._millisecond, self._increment = self._millisecond + 1, 0


def made_at(snowflake: int) -> datetime:
    """When an id was made."""
    return datetime.fromtimestamp(((snowflake >> 22) + EPOCH) / 1000, UTC)
