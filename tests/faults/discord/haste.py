"""Time in a hurry: the event loop's clock runs some times faster than the wall's, and everything waits by it.

What waits on the loop (pauses, back-off, time-outs, a slow server's answers, rate limits) takes a fraction of its
seconds; what computes takes its own time, which then looks longer than it is. So a bound on seconds that is kept in a
hurry is kept without one all the more.
"""

import asyncio
import selectors
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import FileDescriptorLike


class HastyLoop(asyncio.SelectorEventLoop):
    """An event loop whose seconds can be made shorter."""

    def __init__(self) -> None:
        self.speed = 1.0
        self._wall = self._moment = time.monotonic()
        super().__init__(_Selector(self))

    def time(self) -> float:
        """Return the loop's moment, in its own seconds."""
        return self._moment + (time.monotonic() - self._wall) * self.speed

    def hurry(self, speed: float) -> None:
        """Let so many of its seconds pass in one of the wall's from now on."""
        self._moment, self._wall, self.speed = self.time(), time.monotonic(), speed


class _Selector(selectors.DefaultSelector):
    """Waits for as long as the loop means."""

    def __init__(self, loop: HastyLoop) -> None:
        super().__init__()
        self._loop = loop

    def select(self, timeout: float | None = None) -> "list[tuple[selectors.SelectorKey, int]]":
        return super().select(timeout / self._loop.speed if timeout is not None and timeout > 0 else timeout)

    def register(self, fileobj: "FileDescriptorLike", events: int, data: object = None) -> selectors.SelectorKey:
        return super().register(fileobj, events, data)


class Haste:
    """Machine time by the loop's clock, for the program and for its Discord; made inside of the loop."""

    def __init__(self) -> None:
        loop = asyncio.get_running_loop()
        assert isinstance(loop, HastyLoop)
        self._loop, self._began, self._began_at = loop, loop.time(), datetime.now(UTC)

    def seconds(self) -> float:
        """Return the moment, on no scale in particular."""
        return self._loop.time()

    def now(self) -> datetime:
        """Return the current aware instant."""
        return self._began_at + timedelta(seconds=self._loop.time() - self._began)

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)

    @contextmanager
    def times(self, speed: float) -> Iterator[None]:
        """Hurry meanwhile."""
        before = self._loop.speed
        self._loop.hurry(speed)
        try:
            yield
        finally:
            self._loop.hurry(before)
