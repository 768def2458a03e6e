"""Fault 7, of Menteo's own making: its process is killed when Discord has done something and before that is recorded.

The real program, in a process of its own; it is started again an hour later by Discord's clock, which has forgotten
every nonce by then.
"""

import asyncio
import os
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

from tests.discord.server.state import ChannelType, Event
from tests.faults.discord.village import GLANCE, Village
from tests.faults.mortal import ROOT

MADE = "MESSAGE_CREATE", "CHANNEL_CREATE", "THREAD_CREATE"
"""What is told of that which the bot makes."""
PATIENCE = 30.0
"""Seconds for one life of the program."""


class Assassin:
    """Kills the program in the moment in which Discord has made something for it: once for each thing."""

    def __init__(self, village: Village) -> None:
        self._world, self._known = village.server.world, set[str]()
        self.victim: asyncio.subprocess.Process | None = None
        self.kills: Counter[str] = Counter()
        self._world.watchers.append(self._look)

    def _look(self, event: Event) -> None:
        thing = _made(event)
        if self.victim is None or not thing or thing in self._known:
            return
        self._known.add(thing)
        if self.victim.returncode is None:
            self.kills[event.name] += 1
            self.victim.kill()


async def test_killed_after_each_thing_that_it_did_it_does_none_of_them_again(village: Village) -> None:
    members = village.joins(3)
    room = village.room(village.pairs(*members[:2]))
    growth = [each for member in members[:2] for each in village.note(member)]
    await village.put(village.homes() + room + growth + village.tell(*members))
    assassin, lives = Assassin(village), 0

    while village.waits():
        async with alive(village, assassin):
            await over(village, assassin)
        lives += 1
        later = village.server.world.now() + timedelta(hours=1)
        village.server.world.now = lambda later=later: later  # type: ignore[misc]

    assert assassin.kills["CHANNEL_CREATE"] >= 3, "in the middle of the homes, too"
    assert assassin.kills["THREAD_CREATE"] >= 1
    assert assassin.kills["MESSAGE_CREATE"] >= 3
    assert lives > sum(assassin.kills.values()) / 2
    assert village.lost() == []
    assert village.doubled() == []
    assert [len(village.made(kind)) for kind in (ChannelType.TEXT, ChannelType.PUBLIC_THREAD)] == [2, 2]


@asynccontextmanager
async def alive(village: Village, assassin: Assassin) -> AsyncIterator[None]:
    """Start the program, and have it gone in the end."""
    program = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run"),
        cwd=ROOT,
        env=os.environ | village.settings | {"MENTEO_LOG_LEVEL": "WARNING"},
        stdout=asyncio.subprocess.DEVNULL,
    )
    assassin.victim = program
    try:
        yield
    finally:
        assassin.victim = None
        if program.returncode is None:
            program.kill()
        await program.wait()


async def over(village: Village, assassin: Assassin) -> None:
    """Wait until it is dead, or has nothing left to do."""
    assert assassin.victim is not None
    async with asyncio.timeout(PATIENCE):
        while assassin.victim.returncode is None and village.waits():  # noqa: ASYNC110  another process tells nobody
            await asyncio.sleep(GLANCE)


def _made(event: Event) -> str:
    if event.name not in MADE or event.data.get("author", {"bot": True}).get("bot") is not True:
        return ""
    return f"{event.name} {event.data['id']}"
