"""Drains the outbox: a sender for each platform, woken by commits and, failing that, by time."""

import asyncio
from collections.abc import Sequence

import structlog

from bot.adapters.edge.hop import Hop
from bot.adapters.edge.pacing import MachineTime
from bot.adapters.edge.sender import Sender
from bot.core.ports import UnitOfWork
from bot.logs import frames_of
from bot.storage.errors import StorageUnavailable

FALLBACK = 1.0
"""Seconds after which the outbox is looked at unasked: a retry has come due, or another process has written."""
FINISHING = 5.0
"""Seconds that deliveries in flight get at the end; what isn't done by then stays in the outbox."""

_log = structlog.get_logger(__name__)


class Dispatcher:
    """All senders; `run` keeps them going, `drain` carries out what is ready now."""

    def __init__(self, senders: Sequence[Sender], hop: Hop, time: MachineTime) -> None:
        self._senders, self._hop, self._time = senders, hop, time
        self._tasks: list[asyncio.Task[None]] = []

    @property
    def alive(self) -> bool:
        """Whether every sender is at work."""
        return bool(self._tasks) and not any(task.done() for task in self._tasks)

    def wake(self) -> None:
        """Look at the outbox at once."""
        for sender in self._senders:
            sender.wake()

    async def drain(self) -> int:
        """Carry out all that is ready; return how many effects have an outcome recorded."""
        return sum([await sender.drain() for sender in self._senders])

    def start(self) -> None:
        """Begin to work in the background."""
        self._tasks = [asyncio.create_task(self._keep_sending(sender)) for sender in self._senders]

    async def stop(self) -> None:
        """Finish what is in flight, for a while; the outbox keeps the rest."""
        for sender in self._senders:
            sender.stopping = True
        self.wake()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=FINISHING)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for sender in self._senders:
            await sender.cancel()
        self._tasks.clear()

    async def _keep_sending(self, sender: Sender) -> None:
        ready = True
        while not sender.stopping:
            try:
                if ready:
                    await sender.drain()
                ready = await sender.rest(FALLBACK) or await self._hop.read(_has_waiting)
            except StorageUnavailable:
                _log.warning("outbox_unavailable")
                await self._time.sleep(FALLBACK)
            except Exception as error:  # noqa: BLE001  the outbox must be drained as long as the process lives
                _log.error("dispatcher_failed", **frames_of(error))
                await self._time.sleep(FALLBACK)


def _has_waiting(work: UnitOfWork) -> bool:
    return work.outbox.waiting() > 0
