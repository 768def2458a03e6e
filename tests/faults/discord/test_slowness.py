"""Fault 19: every call to Discord takes ten seconds, and nothing but what waits for Discord is any slower."""

import asyncio
import threading
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from itertools import count

from bot.app import App
from bot.core.domain.members import Account, Member
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.telling import tell
from tests.faults.discord.village import Village

SLOW = 10.0
STALL = 0.05
"""Seconds for which the event loop may stand still."""
BEAT = 0.005
STARVED = 3 * BEAT
"""Longer than a thread waits for one that computes beside it: the interpreter takes turns every five milliseconds."""
LATEST = 0.5
"""Seconds in which the other surface has said what it was to say."""
WEBCHAT, PERSONA = "webchat", "amara"

_numbers = count(1)


Span = tuple[float, float]
"""From when to when something that should have happened didn't."""


@dataclass
class Pulse:
    """When the event loop stood still, and when a thread beside it did: then it was the machine that was busy."""

    loop: list[Span] = field(default_factory=list)
    beside: list[Span] = field(default_factory=list)
    is_over: threading.Event = field(default_factory=threading.Event)

    async def beat(self) -> None:
        """Watch the loop."""
        while True:
            due = time.monotonic() + BEAT
            await asyncio.sleep(BEAT)
            self.loop.append((due, time.monotonic()))

    def beat_beside(self) -> None:
        """Watch the machine."""
        while not self.is_over.is_set():
            due = time.monotonic() + BEAT
            time.sleep(BEAT)
            if (now := time.monotonic()) - due > STARVED:
                self.beside.append((due, now))

    @property
    def worst(self) -> float:
        """The longest time in seconds for which the loop stood still and the machine didn't."""
        return max(end - begin - sum(overlap((begin, end), each) for each in self.beside) for begin, end in self.loop)


def overlap(one: Span, other: Span) -> float:
    return max(min(one[1], other[1]) - max(one[0], other[0]), 0.0)


async def test_while_discord_takes_ten_seconds_a_call_the_loop_and_the_other_surface_are_as_quick_as_ever(
    village: Village,
) -> None:
    members = village.joins(40)
    rooms = village.room(village.pairs(members[0], members[1]))
    async with village.alive(MENTEO_WEBCHAT="on") as app:
        await app.hop.write(move_in, village)
        await delays(app, 20)  # what is loaded at first use has been
        village.server.faults.slow(SLOW)
        await village.put(village.homes() + rooms + village.tell(*members))
        async with watched() as pulse:
            slow = await delays(app, 200)
        assert village.lost(), "Discord was slow all the while"
        village.server.faults.clear()
        await village.quiet(within=90)

    assert (village.lost(), village.doubled()) == ([], [])
    assert pulse.worst < STALL
    assert max(slow) < LATEST


@asynccontextmanager
async def watched() -> AsyncIterator[Pulse]:
    """Watch the event loop meanwhile; the Discord of the tests runs on it, too."""
    pulse = Pulse()
    watching, beside = asyncio.create_task(pulse.beat()), threading.Thread(target=pulse.beat_beside)
    beside.start()
    try:
        yield pulse
    finally:
        watching.cancel()
        pulse.is_over.set()
        await asyncio.to_thread(beside.join)


async def delays(app: App, times: int) -> list[float]:
    """Tell somebody in the web chat so many things, and see how long each takes until it is done."""
    return [await delay_of_one(app) for _ in range(times)]


async def delay_of_one(app: App) -> float:
    loop = asyncio.get_running_loop()
    began, key = loop.time(), f"reached:{next(_numbers)}"
    await app.hop.write(tell_persona, app.tools, key)
    async with asyncio.timeout(20 * LATEST):
        while not await app.hop.read(is_done, key):  # noqa: ASYNC110  the outbox tells nobody what is done
            await asyncio.sleep(BEAT)
    return loop.time() - began


def move_in(work: UnitOfWork, village: Village) -> None:
    """Have one of the web chat's personas be a member there, like those on Discord."""
    community = work.communities.find_by_place(WEBCHAT, "harbour")
    assert community is not None
    like = work.members.get(village.community.id, next(iter(village.people)))
    persona = replace(like, community=community.id, name=PERSONA, home=WEBCHAT)
    work.members.add(persona, Account(community.id, WEBCHAT, PERSONA, persona.id))
    work.commit()


def tell_persona(work: UnitOfWork, tools: Tools, key: str) -> None:
    persona = persona_of(work)
    tell(work, tools, persona.community, persona.id, "reached", key)
    work.commit()


def is_done(work: UnitOfWork, key: str) -> bool:
    return work.outbox.external_id(persona_of(work).community, key) is not None


def persona_of(work: UnitOfWork) -> Member:
    community = work.communities.find_by_place(WEBCHAT, "harbour")
    assert community is not None
    persona = work.members.find_by_account(community.id, WEBCHAT, PERSONA)
    assert persona is not None
    return persona
