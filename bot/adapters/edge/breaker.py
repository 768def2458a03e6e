"""Notices that a platform is down, or fails now and then, as against one call that failed, and when to ask it again."""

from collections import deque
from datetime import datetime, timedelta

OPENS_AFTER = 8
"""Failures in a row that say it isn't chance: at one in three, that is once in 6,500 calls."""
OPENS_FOR = 3
"""Effects that must be among them: one or two that go on failing while nothing else is sent may be to blame."""
FIRST_REST = 1.0
LONGEST_REST = 30.0
"""Seconds between two attempts at a platform that is down: short enough to catch up soon after it is back."""
FALTERS_AFTER = 3
"""Effects that failed and then went through: so many say that the platform was to blame, and not what it was sent."""
REMEMBERS = timedelta(minutes=10)
MOST_REMEMBERED = 1_000
"""Failed effects of which it is known that they failed; those that go through are forgotten, and the oldest beyond."""


class Breaker:
    """Counts failures in a row; open, the platform is asked once in a while, and by one call only."""

    def __init__(self) -> None:
        self._failures, self._failing = 0, set[int]()
        self._failed: dict[int, None] = {}
        self._recovered: deque[datetime] = deque(maxlen=FALTERS_AFTER)

    @property
    def is_open(self) -> bool:
        """Whether the platform counts as down."""
        return self._failures >= OPENS_AFTER and len(self._failing) >= OPENS_FOR

    def falters(self, now: datetime) -> bool:
        """Tell whether the platform has failed of late at what went through when it was sent again."""
        return len(self._recovered) == FALTERS_AFTER and now - self._recovered[0] < REMEMBERS

    def suspects(self, effect: int) -> bool:
        """Tell whether an effect is among those that failed."""
        return effect in self._failing

    def failed(self, effect: int) -> float:
        """Take in an effect's failure; return the seconds for which the platform is to be left alone."""
        self._failures += 1
        self._failing.add(effect)
        self._failed.pop(effect, None)  # the latest stand last
        self._failed[effect] = None
        if len(self._failed) > MOST_REMEMBERED:
            del self._failed[next(iter(self._failed))]
        if not self.is_open:
            return 0.0
        return min(FIRST_REST * 2.0 ** min(self._failures - OPENS_AFTER, 10), LONGEST_REST)

    def worked(self, effect: int, now: datetime) -> bool:
        """Take in an answer to an effect, whatever it says; return whether the platform was down until now."""
        if effect in self._failed:
            del self._failed[effect]
            self._recovered.append(now)
        was_open = self.is_open
        self._failures, self._failing = 0, set()
        return was_open
