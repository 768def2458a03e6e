"""Fault 3 on both platforms: of several workers on one PostgreSQL one sends; it is killed, and another takes over."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.storage.migrate import migrate
from tests.discord.server.app import DiscordServer
from tests.faults.discord.haste import Haste
from tests.faults.discord.village import GLANCE
from tests.faults.mortal import ROOT
from tests.faults.telegram.town import Town
from tests.postgres import PostgresServer
from tests.telegram.server.app import TelegramServer

TAKEN_OVER = 60.0
"""Seconds in which somebody else does what a dead worker did."""
BEFORE, EACH = 60, 5
"""Messages that are said at Telegram when the worker dies, and to each there in the end."""
MOST_IN_FLIGHT = 32
CONFLICT = 409
JITTER = 2
"""Breaches of Telegram's limits that a machine may cause on which several processes want two cores: two senders beside
each other would cause one every second."""


@dataclass
class Worker:
    """A worker's process, and what it has written."""

    process: asyncio.subprocess.Process
    log: Path

    def sends(self, platform: str) -> bool:
        """Whether it has begun to send to a platform."""
        return any("sending_begun" in line and platform in line for line in self.log.read_text().splitlines())


@pytest.fixture
async def town(
    server: TelegramServer,
    discord_server: DiscordServer,
    haste: Haste,
    postgres_server: PostgresServer,
    data_dir: Path,
) -> Town:
    """The community on both platforms, on PostgreSQL."""
    town = Town(server, discord_server, haste, postgres_server.prepared(migrate), data_dir)
    await town.prepared()
    return town


@pytest.mark.parametrize("number", [2, 4])
async def test_one_sends_to_a_platform_and_when_it_is_killed_another_takes_over(
    town: Town, haste: Haste, tmp_path: Path, number: int
) -> None:
    members, beside = town.settle(60), town.joins(20)
    await town.put([each for _ in range(EACH) for each in town.tell_there(*members)])
    await town.put([each for _ in range(EACH) for each in town.tell(*beside)])
    async with AsyncExitStack() as stack:
        workers = [
            await stack.enter_async_context(
                working(town, tmp_path / f"worker-{shard}.log", f"{shard}-{shard}/{number}")
            )
            for shard in range(number)
        ]
        await until(town, BEFORE, within=90)
        [sender] = [each for each in workers if each.sends("telegram")]
        sender.process.kill()
        await sender.process.wait()
        killed_at, told_before = haste.seconds(), told(town)
        await until(town, told_before + MOST_IN_FLIGHT + 1, within=TAKEN_OVER)
        taken_over_after = haste.seconds() - killed_at
        async with asyncio.timeout(180):
            while town.waits():  # noqa: ASYNC110  other processes tell nobody
                await asyncio.sleep(GLANCE)

    assert taken_over_after <= TAKEN_OVER
    assert sum(each.sends("telegram") for each in workers) == 2, "one after the other"
    assert town.lacking() == 0
    assert town.doubled_there() <= MOST_IN_FLIGHT
    assert (town.lost(), town.doubled()) == ([], [])
    assert town.telegram.limits.breaches <= JITTER, "nobody sent beside the other"
    conflicts = [each for each in town.telegram.requests if each.status == CONFLICT]
    assert len(conflicts) <= 1, "nobody fetched beside the other: it was the dead one's request, still held open"


def told(town: Town) -> int:
    """How many private messages have come at Telegram."""
    return sum(len(town.written(member)) for member in town.told)


async def until(town: Town, number: int, within: float) -> None:
    """Wait until so many have come."""
    async with asyncio.timeout(within):
        while told(town) < number:  # noqa: ASYNC110  as above
            await asyncio.sleep(GLANCE)


@asynccontextmanager
async def working(town: Town, log: Path, shards: str) -> AsyncIterator[Worker]:
    """Start a worker, and have it gone in the end."""
    with log.open("w") as book:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "worker"),
            cwd=ROOT,
            env=os.environ | town.settings | {"MENTEO_DISCORD_SHARDS": shards},
            stdout=asyncio.subprocess.DEVNULL,
            stderr=book,
        )
    try:
        yield Worker(process, log)
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()
