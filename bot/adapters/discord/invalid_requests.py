"""Counts the answers for which Discord bans an address, to stop far below the ban."""

import time
from collections import deque
from collections.abc import Callable
from datetime import timedelta

WINDOW = timedelta(minutes=10)
BANNED_AT = 10_000
"""Discord's limit in `WINDOW` (topics, rate limits: invalid request limit)."""
MOST = BANNED_AT // 10

_INVALID = frozenset({401, 403, 429})


class InvalidRequests:
    """Answers of the last ten minutes that Discord counts against an address."""

    def __init__(self, moment: Callable[[], float] = time.monotonic) -> None:
        self._moment = moment
        self._at: deque[float] = deque()

    def note(self, status: int) -> None:
        """Take an answer's status in."""
        if status in _INVALID:
            self._at.append(self._moment())

    def pause(self) -> timedelta | None:
        """Say how long nothing may be asked, if so many answers were invalid."""
        oldest_counted = self._moment() - WINDOW.total_seconds()
        while self._at and self._at[0] <= oldest_counted:
            self._at.popleft()
        if len(self._at) < MOST:
            return None
        return timedelta(seconds=self._at[len(self._at) - MOST] - oldest_counted)
