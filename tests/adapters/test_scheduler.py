"""A handful of fixed interval ticks."""

import asyncio
from datetime import timedelta

from structlog.testing import capture_logs

from bot.adapters.scheduler import Scheduler


class Tick:
    """Counts its calls; fails at first if it is told to, and holds on while its gate is shut."""

    def __init__(self, failures: int = 0) -> None:
        self.calls = self.beside = self.most_beside = 0
        self.called = asyncio.Semaphore(0)
        self.gate = asyncio.Event()
        self.gate.set()
        self._failures = failures

    async def __call__(self) -> None:
        self.calls += 1
        self.beside += 1
        self.most_beside = max(self.most_beside, self.beside)
        self.called.release()
        await self.gate.wait()
        self.beside -= 1
        if self.calls <= self._failures:
            raise RuntimeError("what somebody typed")


async def test_a_tick_is_called_now_and_then_again() -> None:
    scheduler, tick = Scheduler(), Tick()
    scheduler.every(timedelta(seconds=0.01), tick)

    scheduler.start()
    for _ in range(3):
        await tick.called.acquire()
    assert scheduler.alive

    scheduler.stop()
    await asyncio.sleep(0)
    assert not scheduler.alive


async def test_a_tick_that_fails_is_called_again() -> None:
    scheduler, tick = Scheduler(), Tick(failures=1)
    scheduler.every(timedelta(seconds=0.01), tick)

    with capture_logs() as logs:
        scheduler.start()
        for _ in range(2):
            await tick.called.acquire()
    scheduler.stop()

    assert logs[0]["event"] == "tick_failed"
    assert "what somebody typed" not in str(logs)


async def test_a_slow_tick_is_never_beside_itself() -> None:
    scheduler, slow, quick = Scheduler(), Tick(), Tick()
    slow.gate.clear()
    scheduler.every(timedelta(seconds=0.01), slow)
    scheduler.every(timedelta(seconds=0.01), quick)

    scheduler.start()
    for _ in range(5):
        await quick.called.acquire()
    slow.gate.set()
    await slow.called.acquire()
    scheduler.stop()

    assert slow.most_beside == 1


async def test_stopping_what_never_started_is_nothing() -> None:
    Scheduler().stop()
