"""Notices that a platform is down, as against one call that failed, and when to ask it again."""

OPENS_AFTER = 8
"""Failures in a row that say it isn't chance: at one in three, that is once in 6,500 calls."""
FIRST_REST = 1.0
LONGEST_REST = 30.0
"""Seconds between two attempts at a platform that is down: short enough to catch up soon after it is back."""


class Breaker:
    """Counts failures in a row; open, the platform is asked once in a while, and by one call only."""

    def __init__(self) -> None:
        self._failures = 0

    @property
    def is_open(self) -> bool:
        """Whether the platform counts as down."""
        return self._failures >= OPENS_AFTER

    def failed(self) -> float:
        """Take in a failure; return the seconds for which the platform is to be left alone."""
        self._failures += 1
        if not self.is_open:
            return 0.0
        return min(FIRST_REST * 2.0 ** min(self._failures - OPENS_AFTER, 10), LONGEST_REST)

    def worked(self) -> bool:
        """Take in an answer, whatever it says; return whether the platform was down until now."""
        was_open, self._failures = self.is_open, 0
        return was_open
