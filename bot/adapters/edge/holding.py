"""Which of several processes sends to a platform: the one that holds its lease, since a budget can't be shared."""

from datetime import datetime, timedelta

import structlog

from bot.adapters.edge.hop import Hop, Urgency
from bot.adapters.edge.pacing import MachineTime
from bot.core.usecases.sending import hold_platform, let_platform_go

LEASE = timedelta(seconds=30)
"""How long a process that has died keeps others waiting: half of the minute in which it is to be made up for."""
RENEWED_AFTER = LEASE / 3
MARGIN = timedelta(seconds=5)
"""What is left of a lease when no more is begun under it: clocks differ, and a delivery takes a while."""

_log = structlog.get_logger(__name__)


class Holding:
    """One process's hold on one platform's sending; not held, it tries again each time it is asked."""

    def __init__(self, platform: str, holder: str, hop: Hop, time: MachineTime) -> None:
        self._platform, self._holder = platform, holder
        self._hop, self._time = hop, time
        self._until: datetime | None = None

    async def hold(self) -> bool:
        """Return whether this process may send now, renewing its lease where it gets short."""
        now = self._time.now()
        if self._until is not None and self._until - now > LEASE - RENEWED_AFTER:
            return True
        until = now + LEASE
        if await self._hop.write_as(Urgency.DELIVERY, hold_platform, self._platform, self._holder, now, until):
            if self._until is None:
                _log.info("sending_begun", platform=self._platform)
            self._until = until
        elif self._until is not None:
            self._until = None
            _log.warning("sending_lost", platform=self._platform)
        return self._until is not None and self._until - self._time.now() > MARGIN

    async def let_go(self) -> None:
        """Leave the platform to whoever wants it."""
        if self._until is not None:
            self._until = None
            await self._hop.write_as(Urgency.DELIVERY, let_platform_go, self._platform, self._holder)
