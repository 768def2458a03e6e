"""Fault 1, with fault 7 of Menteo's own making: its process is killed when Telegram has said something for it.

The real program, in a process of its own, is killed at each message in turn and started again: nothing is lost; a
prompt comes once more at most for each death, and what somebody said never does.
"""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from tests.faults.discord.village import GLANCE
from tests.faults.mortal import ROOT
from tests.faults.telegram.town import Town
from tests.telegram.server.messages import Message

PATIENCE = 40.0
"""Seconds for one life of the program."""


class Assassin:
    """Kills the program in the moment in which something new of the bot's stands at Telegram: once for each thing."""

    def __init__(self, town: Town) -> None:
        self._town = town
        self._known: set[str] = set()
        self.victim: asyncio.subprocess.Process | None = None
        self.kills = 0
        town.telegram.world.watchers.append(self._look)

    def _look(self) -> None:
        said = {f"{each.chat.id} {each.words.text}" for each in by_bot(self._town)}
        new, self._known = said - self._known, said
        if new and self.victim is not None and self.victim.returncode is None:
            self.kills += 1
            self.victim.kill()


def by_bot(town: Town) -> list[Message]:
    """All that the bot has said at Telegram."""
    bot = town.telegram.world.bot.user
    return [
        each for chat in town.telegram.world.chats.values() for each in chat.messages.values() if each.sender is bot
    ]


async def test_killed_after_each_message_nothing_is_lost_and_no_words_come_twice(town: Town) -> None:
    [pair], members = town.across(1), town.settle(4)
    said = [f"word{number}" for number in range(3)]
    await town.put(town.tell_there(*members))
    down = town.telegram.faults.fail(502, match="^send")
    async with alive(town, None):
        await town.server.gateway.until(lambda it: it.sessions)
        await asyncio.sleep(2)  # it knows its rooms
        for word in said:
            town.server.world.say(town.people[pair.mentor], pair.room, word)
        await town.until(lambda: heard(town) >= len(said), within=PATIENCE)
    town.telegram.faults.end(down)
    assassin, lives = Assassin(town), 0
    while town.waits():
        async with alive(town, assassin):
            await over(town, assassin)
        lives += 1

    assert assassin.kills >= 5
    assert town.lacking() == 0
    assert town.doubled_there() <= assassin.kills
    carried = town.carried_to_telegram(pair)
    assert len(carried) == len(set(carried)), "no words twice"
    doubtful = town.warned(pair)
    assert len(carried) + doubtful >= len(said), "whatever isn't there, its author was told of"


def heard(town: Town) -> int:
    """How many of the words Menteo has taken in."""
    return sum(key.startswith("relay:") for key in town.fates())


@asynccontextmanager
async def alive(town: Town, assassin: Assassin | None) -> AsyncIterator[None]:
    """Start the program, and have it gone in the end."""
    program = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run"),
        cwd=ROOT,
        env=os.environ | town.settings | {"MENTEO_LOG_LEVEL": "WARNING"},
        stdout=asyncio.subprocess.DEVNULL,
    )
    if assassin is not None:
        assassin.victim = program
    try:
        yield
    finally:
        if assassin is not None:
            assassin.victim = None
        if program.returncode is None:
            program.kill()
        await program.wait()


async def over(town: Town, assassin: Assassin) -> None:
    """Wait until it is dead, or has nothing left to do."""
    assert assassin.victim is not None
    async with asyncio.timeout(PATIENCE):
        while assassin.victim.returncode is None and town.waits():  # noqa: ASYNC110  another process tells nobody
            await asyncio.sleep(GLANCE)
