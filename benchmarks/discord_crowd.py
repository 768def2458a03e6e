"""What people do at Discord while it is measured, and how soon they were answered; runs in Discord's process."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from itertools import chain, cycle

from benchmarks.programme import Founded
from tests.discord.people import NoAnswer, Person, Seen
from tests.discord.server.app import DiscordServer
from tests.discord.server.interactions import Interaction

STEPS = 4
"""Interactions of each script."""

_BEGINNING = 60.0
"""Seconds that the program has to log in and register its commands."""
_PRESSES = 5


@dataclass(frozen=True)
class Replies:
    """How soon people were answered, in seconds, and how many never were."""

    first: Sequence[float]
    """From what somebody did to Discord's having the first response, each."""
    final: Sequence[float]
    """To their having the final answer before them."""
    lost: int
    pictures: int = 0
    """How many of the answers came with one."""


@dataclass(frozen=True)
class Burst:
    """Everybody does their script within some seconds, at an even pace; nobody waits for another."""

    people: int
    seconds: float

    async def __call__(self, server: DiscordServer, founded: Founded) -> Replies:
        """Do it, and give account."""
        await ready(server)
        before, step = len(server.interactions.all), self.seconds / STEPS
        people = everybody(server, founded)[: self.people]
        async with asyncio.TaskGroup() as going:
            for number, person in enumerate(people):
                script = _SCRIPTS[number % len(_SCRIPTS)]
                going.create_task(_play(person, script, begin=number * step / len(people), step=step))
        return account_of(server.interactions.all[before:], meant=len(people) * STEPS)


async def ready(server: DiscordServer) -> None:
    """Wait until the program has registered its commands, and hears of those who use them."""
    await server.gateway.until(lambda gateway: gateway.sessions and server.world.commands.get(None), within=_BEGINNING)


def everybody(server: DiscordServer, founded: Founded) -> list[Person]:
    """Make a person of each mentee, the guilds taken in turn."""
    world = server.world
    by_guild = ([(guild, each) for each in guild.mentees] for guild in founded.communities)
    return [
        Person(server, world.users[int(each.account)], world.channels[int(guild.general)])
        for guild, each in chain.from_iterable(zip(*by_guild, strict=True))
    ]


async def chatter(people: Sequence[Person], a_second: float, enough: asyncio.Event) -> int:
    """Look at oneself again and again, everybody in turn, until it is enough; return how often that was."""
    loop, asked = asyncio.get_running_loop(), 0
    began = loop.time()
    async with asyncio.TaskGroup() as going:
        for person in cycle(people):
            await asyncio.sleep(max(0.0, began + asked / a_second - loop.time()))
            if enough.is_set():
                return asked
            going.create_task(_play(person, _SMALL[asked % len(_SMALL)], begin=0, step=0))
            asked += 1
    return asked


def account_of(done: Sequence[Interaction], meant: int) -> Replies:
    """Say of what people did how it was answered; what they couldn't do, not being answered before, is lost, too."""
    first = [each.acknowledged_after for each in done if each.acknowledged_after is not None]
    final = [each.answered_after for each in done if each.answered_after is not None]
    return Replies(sorted(first), sorted(final), meant - len(final), sum(map(has_picture, done)))


def has_picture(done: Interaction) -> bool:
    """Whether somebody was answered with a picture."""
    return any(message.attachments for message in done.messages)


async def _play(person: Person, script: "Script", *, begin: float, step: float) -> None:
    """Act at set moments: later only where the answer before hasn't come yet, which that answer's figure shows."""
    loop = asyncio.get_running_loop()
    at = loop.time() + begin
    await asyncio.sleep(begin)
    try:
        async for _ in script(person):
            at += step
            await asyncio.sleep(max(0.0, at - loop.time()))
    except NoAnswer:
        return  # as the account shows


async def _look_around(person: Person) -> AsyncIterator[None]:
    """See where I stand, what could be changed, my gaps, my goals."""
    standing = await person.types("/me")
    yield
    await person.presses("Change…", on=_answer(standing))
    yield
    await person.types("/gap show")
    yield
    await person.types("/goal show")


async def _set_goal(person: Person) -> AsyncIterator[None]:
    """Set a goal: a form of two pages."""
    await _open(person, "/goal add")
    yield
    first = await person.fills(title="Lead two design reviews")
    yield
    await _go_on(person, first)
    yield
    await person.fills()


async def _check_in(person: Person) -> AsyncIterator[None]:
    """Answer the week in private: a form of two pages, which goes to the room and to the growth thread."""
    person.at_direct_messages()
    await _open(person, "/checkin")
    yield
    first = await person.fills(learned="How the planner chooses an index", challenge="Saying no to a feature")
    yield
    await _go_on(person, first)
    yield
    await person.fills()


async def _search(person: Person) -> AsyncIterator[None]:
    """Type a role letter by letter, then look at oneself after all."""
    for typed in ("s", "soft", "software"):
        await person.completes("/join mentee", destination=typed)
        yield
    await person.types("/me")


async def _look(person: Person) -> AsyncIterator[None]:
    await person.types("/me")
    yield


async def _look_at_gaps(person: Person) -> AsyncIterator[None]:
    await person.types("/gap show")
    yield


async def _open(person: Person, command: str) -> None:
    asked = await person.types(command)
    if person.modal is None:
        await _go_on(person, asked)


async def _go_on(person: Person, after: Interaction) -> None:
    """Press Continue until the form is there: while it is late, a button stands in for it."""
    for _ in range(_PRESSES):
        after = await person.presses("Continue", on=_answer(after))
        if person.modal is not None:
            return
    raise NoAnswer("the form never came")


def _answer(done: Interaction) -> Seen:
    if done.original is None:
        raise LookupError(f"{done.data} brought no message")
    return Seen(done.original)


Script = Callable[[Person], AsyncIterator[None]]
_SCRIPTS: Sequence[Script] = (_look_around, _set_goal, _look_around, _check_in, _search)
_SMALL: Sequence[Script] = (_look, _look_at_gaps)
