"""How long to wait before Telegram is asked again."""

from datetime import timedelta
from random import Random
from typing import Final

from telegram.error import Conflict, RetryAfter, TelegramError

FIRST: Final = 1.0
LONGEST: Final = 60.0
"""Seconds."""
OTHER_POLLER: Final = 5.0
"""Seconds after which it is tried again whether somebody else still fetches the updates."""


class Pauses:
    """Longer and longer ones between tries that come to nothing, no two programs' alike."""

    def __init__(self, random: Random | None = None) -> None:
        self._random, self._next = random or Random(), FIRST  # noqa: S311  spreads tries, keeps no secret

    def over(self) -> None:
        """Begin with a short one again."""
        self._next = FIRST

    def next(self) -> float:
        """Say how many seconds to wait this time."""
        pause, self._next = self._next, min(self._next * 2, LONGEST)
        return pause * self._random.uniform(0.5, 1.0)

    def after(self, error: TelegramError) -> float:
        """Say how many seconds to wait after this."""
        match error:
            case RetryAfter(retry_after=timedelta() as told):
                return told.total_seconds()
            case RetryAfter(retry_after=int() as told):
                return float(told)
            case Conflict():
                return OTHER_POLLER
            case _:
                return self.next()
