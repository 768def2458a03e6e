"""One hop from the event loop to a whole unit of work in a worker thread."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from enum import IntEnum
from functools import partial
from itertools import count
from queue import PriorityQueue
from threading import Thread
from time import perf_counter
from typing import Concatenate, ParamSpec, TypeVar

import structlog

from bot.core.ports import UnitOfWork, UnitsOfWork

P = ParamSpec("P")
T = TypeVar("T")

LONGEST_TICK = 0.05
"""Seconds that a tick's transaction may hold the writer; people wait behind it (DESIGN §5)."""

_log = structlog.get_logger(__name__)


class Urgency(IntEnum):
    """Who goes first in the writer's queue."""

    PERSON = 0
    DELIVERY = 1
    TICK = 2
    _LAST = 9


@dataclass(frozen=True)
class Width:
    """How many threads read and write; SQLite has one writer, whatever is asked of it."""

    readers: int
    writers: int


EMBEDDED = Width(readers=4, writers=1)
SERVER = Width(readers=4, writers=8)


class Hop:
    """Runs units of work: reads beside each other, writes in the order of their urgency.

    What is called gets the unit of work before its own arguments, and commits by itself. `wakes` is called on the
    event loop after each write of a person or a tick, since it may have left effects to carry out.
    """

    def __init__(self, units: UnitsOfWork, width: Width = EMBEDDED) -> None:
        self._units = units
        self._reading = _Crew("read", width.readers)
        self._writing = _Crew("write", width.writers)
        self.wakes: Callable[[], None] | None = None

    async def read(self, work: Callable[Concatenate[UnitOfWork, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a unit that only reads; it never queues behind the writer."""
        call = partial(self._in_read, partial(_with_unit, work, args, kwargs))
        return await self._reading.run(Urgency.PERSON, call)

    async def write(self, work: Callable[Concatenate[UnitOfWork, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a unit that may write, for a person who waits."""
        return await self.write_as(Urgency.PERSON, work, *args, **kwargs)

    async def write_as(
        self,
        urgency: Urgency,
        work: Callable[Concatenate[UnitOfWork, P], T],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Run a unit that may write, behind everything more urgent."""
        call = partial(self._in_write, urgency, partial(_with_unit, work, args, kwargs))
        try:
            return await self._writing.run(urgency, call)
        finally:
            # Also after a failure: a commit reported failed may have happened.
            if self.wakes is not None and urgency is not Urgency.DELIVERY:
                self.wakes()

    async def close(self) -> None:
        """Finish what is queued, then let the threads go."""
        await asyncio.gather(self._reading.close(), self._writing.close())

    def _in_read(self, call: Callable[[UnitOfWork], T]) -> T:
        with self._units.read() as unit:
            return call(unit)

    def _in_write(self, urgency: Urgency, call: Callable[[UnitOfWork], T]) -> T:
        began = perf_counter()
        with self._units.write() as unit:
            result = call(unit)
        took = perf_counter() - began
        if urgency is Urgency.TICK and took > LONGEST_TICK:
            _log.warning("slow_tick", milliseconds=round(took * 1000))
        return result


def _with_unit(work: Callable[..., T], args: tuple[object, ...], kwargs: dict[str, object], unit: UnitOfWork) -> T:
    return work(unit, *args, **kwargs)


@dataclass(order=True)
class _Job:
    urgency: Urgency
    turn: int
    call: Callable[[], object] | None = field(compare=False)
    future: Future[object] = field(compare=False, default_factory=Future)


class _Crew:
    """Threads at one queue; started with the first job, so that what isn't used costs nothing."""

    def __init__(self, name: str, size: int) -> None:
        self._name, self._size = name, size
        self._queue: PriorityQueue[_Job] = PriorityQueue()
        self._turns = count()
        self._threads: list[Thread] = []
        self._closed = False

    async def run(self, urgency: Urgency, call: Callable[[], T]) -> T:
        if self._closed:
            raise Closed
        self._start()
        future: Future[T] = Future()
        self._queue.put(_Job(urgency, next(self._turns), call, future))  # type: ignore[arg-type]  # it gets what its call gives
        return await asyncio.wrap_future(future)

    async def close(self) -> None:
        self._closed = True
        for _ in self._threads:
            self._queue.put(_Job(Urgency._LAST, next(self._turns), None))  # noqa: SLF001  its own queue's end
        for thread in self._threads:
            await asyncio.to_thread(thread.join)
        self._threads.clear()

    def _start(self) -> None:
        if len(self._threads) < self._size:
            name = f"{self._name}-{len(self._threads)}"
            # Daemons: a process that fails before it could close must still be able to end.
            thread = Thread(target=self._work, name=name, daemon=True)
            self._threads.append(thread)
            thread.start()

    def _work(self) -> None:
        while (job := self._queue.get()).call is not None:
            if job.future.set_running_or_notify_cancel():
                _settle(job.future, job.call)


class Closed(Exception):
    """The hop is closed: the program is stopping."""


def _settle(future: Future[object], call: Callable[[], object]) -> None:
    try:
        result = call()
    except BaseException as error:  # noqa: BLE001  the awaiting side decides what it means
        future.set_exception(error)
    else:
        future.set_result(result)
