"""Lets nobody crowd out the others: so much at once, and then so much a second, for each account."""

from collections import OrderedDict

from bot.adapters.edge.pacing import MachineTime
from bot.core.ui.inbound import Origin

BURST = 20
"""As much as somebody who is quick does in a few seconds; typing in a searched field counts, too."""
PER_SECOND = 4.0
_MOST_ACCOUNTS = 10_000
"""Accounts remembered: those who came last. Who is forgotten begins anew, which is no harm."""


class Doorman:
    """A token bucket for each account."""

    def __init__(self, time: MachineTime, burst: int = BURST) -> None:
        self._time, self._burst = time, float(burst)
        self._buckets: OrderedDict[tuple[str, str], tuple[float, float]] = OrderedDict()

    def admits(self, origin: Origin) -> bool:
        """Tell whether an account may do one more thing now."""
        who, now = (origin.platform, origin.account), self._time.now().timestamp()
        left, at = self._buckets.pop(who, (self._burst, now))
        left = min(left + (now - at) * PER_SECOND, self._burst)
        admitted = left >= 1
        self._buckets[who] = (left - 1 if admitted else left, now)
        if len(self._buckets) > _MOST_ACCOUNTS:
            self._buckets.popitem(last=False)
        return admitted
