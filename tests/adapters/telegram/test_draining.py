"""What a webhook has kept is handed on in Telegram's order, though it came over several connections."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest
from telegram import Bot, Update

from bot.adapters.telegram import draining
from bot.adapters.telegram.draining import Draining

PATIENCE = 0.2


@dataclass
class Box:
    """A mailbox that lasts as long as the test."""

    kept: set[int] = field(default_factory=set)

    async def put(self, update: int, payload: str) -> None:
        raise NotImplementedError

    async def take(self, limit: int) -> Sequence[tuple[int, str]]:
        return [(number, f'{{"update_id": {number}}}') for number in sorted(self.kept)[:limit]]

    async def done(self, updates: Sequence[int]) -> None:
        self.kept -= set(updates)


@dataclass
class Taker:
    """A door that notes what comes, and when."""

    taken: dict[int, float] = field(default_factory=dict)

    def take(self, update: Update) -> "asyncio.Future[None]":
        loop = asyncio.get_running_loop()
        self.taken[update.update_id] = loop.time()
        done: asyncio.Future[None] = loop.create_future()
        done.set_result(None)
        return done


@dataclass
class Drained:
    """A mailbox that is being emptied."""

    box: Box
    taker: Taker
    arrived: asyncio.Event

    def brings(self, *numbers: int) -> float:
        """Have Telegram bring something; say when."""
        self.box.kept |= set(numbers)
        self.arrived.set()
        return asyncio.get_running_loop().time()

    async def empty(self) -> list[int]:
        """Wait until nothing is kept; say what was handed on, in its order."""
        async with asyncio.timeout(10):
            while self.box.kept:  # noqa: ASYNC110  a set
                await asyncio.sleep(0.005)
        return list(self.taker.taken)


@pytest.fixture
async def drained(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Drained]:
    monkeypatch.setattr(draining, "PATIENCE", PATIENCE)
    async with emptied() as drained:
        yield drained


@asynccontextmanager
async def emptied() -> AsyncIterator[Drained]:
    drained = Drained(Box(), Taker(), asyncio.Event())
    task = asyncio.create_task(Draining(drained.box, drained.taker, Bot("7:token"), _always, drained.arrived).run())
    try:
        yield drained
    finally:
        task.cancel()


async def _always() -> bool:
    return True


async def test_what_came_early_waits_for_what_was_told_before_it(drained: Drained) -> None:
    drained.brings(7)
    await drained.empty()
    drained.brings(10, 9)
    await asyncio.sleep(PATIENCE / 4)
    assert list(drained.taker.taken) == [7]
    drained.brings(8)

    assert await drained.empty() == [7, 8, 9, 10]


async def test_what_never_comes_holds_up_the_rest_once_and_not_for_long(drained: Drained) -> None:
    drained.brings(7)
    await drained.empty()
    at = drained.brings(*range(9, 209, 2))  # a hundred gaps

    assert await drained.empty() == [7, *range(9, 209, 2)]
    assert max(drained.taker.taken.values()) - at < 5 * PATIENCE


async def test_what_comes_late_after_all_is_handed_on_at_once(drained: Drained) -> None:
    drained.brings(7)
    await drained.empty()
    drained.brings(9)
    await drained.empty()
    at = drained.brings(8)

    assert await drained.empty() == [7, 9, 8]
    assert drained.taker.taken[8] - at < PATIENCE / 2


async def test_what_follows_waits_for_nothing(drained: Drained) -> None:
    drained.brings(10**9)  # after a week of silence, numbers begin anywhere
    await drained.empty()
    at = drained.brings(10**9 + 1, 10**9 + 2)
    await drained.empty()

    assert max(drained.taker.taken.values()) - at < PATIENCE / 2
