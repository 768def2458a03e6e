"""How long an event loop couldn't run while others worked."""

import asyncio
from time import perf_counter
from types import TracebackType
from typing import Self

_EVERY = 0.001
"""Seconds between two looks: far below what a person, or the figure's aim, would notice."""


class StallWatch:
    """Asks to be woken again and again, and keeps by how many seconds it came late at worst."""

    def __init__(self) -> None:
        self.longest = 0.0

    async def __aenter__(self) -> Self:
        self._task = asyncio.create_task(self._watch())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._task.cancel()
        await asyncio.wait([self._task])

    async def _watch(self) -> None:
        while True:
            asked = perf_counter()
            await asyncio.sleep(_EVERY)
            self.longest = max(self.longest, perf_counter() - asked - _EVERY)
