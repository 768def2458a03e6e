"""What comes in is worked off in order within a line, and lines beside each other."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

import structlog

from bot.logs import frames_of

Work = Callable[[], Awaitable[None]]

_log = structlog.get_logger(__name__)


class Lines:
    """A line for each chat or guild, say; one that is empty costs nothing."""

    def __init__(self) -> None:
        self._waiting: dict[str, deque[tuple[Work, asyncio.Future[None]]]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def put(self, line: str, work: Work) -> "asyncio.Future[None]":
        """Have something done after everything that waits in this line.

        What is returned is done when that was, whatever came of it, and cancelled where it was let go.
        """
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        if line in self._waiting:
            self._waiting[line].append((work, done))
            return done
        self._waiting[line] = deque([(work, done)])
        task = asyncio.create_task(self._work_off(line))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return done

    async def idle(self) -> None:
        """Wait until nothing is in any line."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def finish(self, within: float) -> None:
        """Work off what is there; what isn't done after so many seconds is let go."""
        if not self._tasks:
            return
        _, late = await asyncio.wait(self._tasks, timeout=within)
        for task in late:
            task.cancel()
        if late:
            _log.warning("work_let_go", lines=len(late))
            await asyncio.wait(late)

    async def _work_off(self, line: str) -> None:
        waiting = self._waiting[line]
        try:
            while waiting:
                work, done = waiting[0]
                await _guarded(work)
                waiting.popleft()
                if not done.done():
                    done.set_result(None)
        finally:
            del self._waiting[line]
            for _, done in waiting:
                done.cancel()


async def _guarded(work: Work) -> None:
    try:
        await work()
    except Exception as error:  # noqa: BLE001  the next in line is none the worse for it
        _log.error("work_failed", **frames_of(error))
