"""Fault 3 at Discord: of two workers on one PostgreSQL one sends; it is killed, and the other takes over."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.storage.migrate import migrate
from tests.discord.server.app import DiscordServer
from tests.faults.discord.haste import Haste
from tests.faults.discord.village import GLANCE, Village
from tests.faults.mortal import ROOT
from tests.postgres import PostgresServer

TAKEN_OVER = 60.0
"""Seconds in which somebody else does what a dead worker did."""
BEFORE, IN_ALL = 100, 600
"""Messages that are sent when the worker dies, and that are sent in the end."""


@dataclass
class Worker:
    """A worker's process, and what it has written."""

    process: asyncio.subprocess.Process
    log: Path

    @property
    def sends(self) -> bool:
        """Whether it has begun to send."""
        return "sending_begun" in self.log.read_text()


@pytest.fixture
def village(server: DiscordServer, haste: Haste, postgres_server: PostgresServer, data_dir: Path) -> Village:
    """The guild, on PostgreSQL."""
    return Village(server, haste, postgres_server.prepared(migrate), data_dir)


async def test_when_the_worker_that_sends_is_killed_another_takes_over_and_nothing_is_lost_or_doubled(
    village: Village, haste: Haste, tmp_path: Path
) -> None:
    members = village.joins(100)
    await village.put(village.homes() + village.room(village.pairs(members[0], members[1])))
    await village.put([each for _ in range(IN_ALL // len(members)) for each in village.tell(*members)])
    async with AsyncExitStack() as stack:
        workers = [
            await stack.enter_async_context(working(village, tmp_path / f"worker-{shard}.log", f"{shard}-{shard}/2"))
            for shard in range(2)
        ]
        await until(village, lambda said: said >= BEFORE, within=60)
        [sender] = [each for each in workers if each.sends]
        sender.process.kill()
        await sender.process.wait()
        killed_at, said_before = haste.seconds(), village.said().total()
        await until(village, lambda said: said > said_before, within=TAKEN_OVER)
        taken_over_after = haste.seconds() - killed_at
        await until(village, lambda said: said >= IN_ALL + 1 and not village.waits(), within=120)

    assert said_before < IN_ALL
    assert all(each.sends for each in workers), "one after the other"
    assert taken_over_after <= TAKEN_OVER
    assert village.lost() == []
    assert village.doubled() == []
    assert village.server.invalid_requests < 10, "nobody asked beside the other"


@asynccontextmanager
async def working(village: Village, log: Path, shards: str) -> AsyncIterator[Worker]:
    """Start a worker, and have it gone in the end."""
    with log.open("w") as book:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "worker"),
            cwd=ROOT,
            env=os.environ | village.settings | {"MENTEO_DISCORD_SHARDS": shards},
            stdout=asyncio.subprocess.DEVNULL,
            stderr=book,
        )
    try:
        yield Worker(process, log)
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def until(village: Village, holds: Callable[[int], bool], within: float) -> None:
    """Wait until so much was said."""
    async with asyncio.timeout(within):
        while not holds(village.said().total()):  # noqa: ASYNC110  other processes tell nobody
            await asyncio.sleep(GLANCE)
