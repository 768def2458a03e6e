"""APScheduler, kept to a handful of fixed interval ticks: what is due is a query, never a job."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from bot.logs import frames_of

Tick = Callable[[], Awaitable[object]]

_log = structlog.get_logger(__name__)


class Scheduler:
    """Calls ticks at intervals, each never beside itself; nothing is stored, so there is nothing to lose."""

    def __init__(self) -> None:
        self._scheduler = AsyncIOScheduler(timezone=UTC)

    @property
    def alive(self) -> bool:
        """Whether it is at work."""
        return bool(self._scheduler.running)

    def every(self, interval: timedelta, tick: Tick) -> None:
        """Call a tick now and then at this interval; what was missed is made up for by one call."""
        self._scheduler.add_job(
            _guarded,
            IntervalTrigger(seconds=interval.total_seconds(), timezone=UTC),
            args=[tick],
            next_run_time=datetime.now(UTC),
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
        )

    def start(self) -> None:
        """Begin."""
        self._scheduler.start()

    def stop(self) -> None:
        """Call no more ticks."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)


async def _guarded(tick: Tick) -> None:
    try:
        await tick()
    except asyncio.CancelledError:  # the program stops: APScheduler would take that for a failure
        _log.debug("tick_cancelled")
    except Exception as error:  # noqa: BLE001  the next tick tries again: due rows are still due
        _log.error("tick_failed", **frames_of(error))
