"""Discord: a burst of what people do, and a thousand prompts; beside them discord.py left to itself."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import discord

from benchmarks import programme
from benchmarks.discord_arrivals import Arrivals, Watch
from benchmarks.discord_crowd import STEPS, Burst, Replies
from benchmarks.discord_server import FarDiscord, Founding, far_server
from benchmarks.measuring import Pace
from benchmarks.people import StillClock
from benchmarks.programme import Founded
from benchmarks.report import Beside, Figure, at_least, at_most
from bot.adapters.discord.addresses import use_api
from bot.app import App, build
from bot.settings import load_settings

INTERACTIONS = 2000
BURST = 10.0
"""Seconds."""
FIRST_RESPONSE = 3.0
"""Seconds; Discord's own limit."""
FINAL_ANSWER = 1.0
"""Seconds."""

PROMPTS = 1000
RATE = 46
"""Messages a second, of the 50 requests that Discord takes."""
ROUND_TRIP = 0.1
"""Seconds to Discord and back."""
MEANWHILE = ROUND_TRIP + 0.06
"""Seconds for a reply while prompts are sent."""

_TALKING = 10.0
"""Interactions a second meanwhile."""
_WITH_PICTURE = 10
"""One of so many interactions of a burst shows a gap matrix."""
_GUILDS = 4
_PATIENCE = 30.0
_LONG_RUNS = 2
"""Of what takes a minute and a half; a pace is the same each time."""
_FEWEST = 2 * _GUILDS


def run(pace: Pace) -> Iterator[Figure]:
    """Measure against the tests' Discord, in a process of its own."""
    bursts = [asyncio.run(_burst(pace)) for _ in range(pace.runs)]
    yield from _of_burst(min(bursts, key=lambda each: (each.lost, _at(each.first, 1))))
    alone = _quickest(asyncio.run(_alone(pace)) for _ in range(pace.runs))
    sent = [asyncio.run(_prompts(pace)) for _ in range(min(pace.runs, _LONG_RUNS))]
    rooms, unknown, known = (_quickest(each) for each in zip(*sent, strict=True))
    number = _founding(pace).people
    yield from _of_prompts(f"{number:,} prompts in rooms", number, rooms, alone)
    yield from _of_prompts(f"{number:,} prompts in known direct messages", number, known, alone)
    yield from _of_prompts(f"{number:,} prompts in new direct messages", number, unknown, alone, RATE / 2)


async def _burst(pace: Pace) -> Replies:
    people = max(_FEWEST, pace.size(INTERACTIONS // STEPS))
    with far_server(Founding(2, people // 2, ROUND_TRIP)) as far:
        async with _program(far.founded):
            return await far.ask(Burst(people, BURST * people * STEPS / INTERACTIONS))


async def _prompts(pace: Pace) -> tuple[Arrivals, Arrivals, Arrivals]:
    """Prompt in direct messages that were never written to, in those that were, and in rooms."""
    with far_server(_founding(pace)) as far:
        founded = far.founded
        direct = frozenset(mentee.direct for guild in founded.communities for mentee in guild.mentees)
        rooms = frozenset(mentee.room for guild in founded.communities for mentee in guild.mentees)
        async with _program(founded) as app:
            unknown = await _sent(app, far, direct, "first")
            known = await _sent(app, far, direct, "second")
            await app.hop.write(programme.close_direct_messages, founded)
            return await _sent(app, far, rooms, "third"), unknown, known


async def _sent(app: App, far: FarDiscord, places: frozenset[str], occasion: str) -> Arrivals:
    watching = asyncio.create_task(far.ask(Watch(places, _TALKING, _PATIENCE)))
    await asyncio.sleep(0)
    await programme.prompt(app.hop, far.founded, occasion)
    return await watching


async def _alone(pace: Pace) -> Arrivals:
    """Have discord.py send as much at once, and wait as it sees fit."""
    with far_server(_founding(pace)) as far:
        rooms = [mentee.room for guild in far.founded.communities for mentee in guild.mentees]
        use_api(far.founded.api_url)
        watching = asyncio.create_task(far.ask(Watch(frozenset(rooms), 0, _PATIENCE)))
        async with discord.Client(intents=discord.Intents.none()) as client:
            await client.login(far.founded.token)
            sending = (client.get_partial_messageable(int(room)).send("Your check-in is due.") for room in rooms)
            await asyncio.gather(*sending, return_exceptions=True)
        return await watching


def _founding(pace: Pace) -> Founding:
    return Founding(_GUILDS, max(2, pace.size(PROMPTS) // _GUILDS), ROUND_TRIP)


@asynccontextmanager
async def _program(founded: Founded) -> AsyncIterator[App]:
    """Run the whole program over SQLite, logged in to that Discord, with everybody in the middle of a programme."""
    with TemporaryDirectory(prefix="menteo-benchmarks-") as directory:
        settings = load_settings(
            {
                "MENTEO_DATA_DIR": str(Path(directory)),
                "MENTEO_WEB_PORT": "0",
                "MENTEO_DISCORD_TOKEN": founded.token,
                "MENTEO_DISCORD_API_URL": founded.api_url,
            }
        )
        app = build(settings, clock=StillClock())
        async with app.running():
            await app.hop.write(programme.fill, founded)
            yield app


def _of_burst(replies: Replies) -> Iterator[Figure]:
    number = len(replies.final) + replies.lost
    about = f"{number:,} interactions at 200 a second"
    yield Figure(f"{about}: first response, longest", _at(replies.first, 1), "s", at_most(FIRST_RESPONSE))
    yield Figure("  first response, 99 %", _at(replies.first, 0.99), "s")
    yield Figure("  final answer, 99 %", _at(replies.final, 0.99), "s", at_most(FINAL_ANSWER))
    yield Figure("  final answer, longest", _at(replies.final, 1), "s")
    yield Figure("  lost", replies.lost, "", at_most(0))
    yield Figure("  came with a picture", replies.pictures, "", None, Beside("shown with one", number / _WITH_PICTURE))


def _of_prompts(about: str, number: int, sent: Arrivals, alone: Arrivals, rate: float = RATE) -> Iterator[Figure]:
    """To somebody who was never written to a message takes two requests: so half as many can be sent."""
    yield Figure(
        f"{about}, {ROUND_TRIP * 1000:.0f} ms away",
        sent.rate,
        "/s",
        at_least(rate),
        Beside("discord.py alone", alone.rate),
    )
    yield Figure("  arrived", sent.places, "", at_least(number), Beside("discord.py alone", alone.places))
    yield Figure("  answers of 429", sent.limited, "", at_most(0), Beside("discord.py alone", alone.limited))
    yield Figure("  refused or doubled", sent.refused + sent.doubled, "", at_most(0))
    yield Figure("  replies meanwhile, 99 %", _at(sent.replies.first, 0.99) * 1000, "ms", at_most(MEANWHILE * 1000))
    yield Figure("  replies with a picture meanwhile, 99 %", _at(sent.pictured.first, 0.99) * 1000, "ms")
    yield Figure("  replies lost meanwhile", sent.replies.lost, "", at_most(0))


def _quickest(arrivals: Iterable[Arrivals]) -> Arrivals:
    return max(arrivals, key=lambda each: (each.places, each.rate))


def _at(ordered: Sequence[float], share: float) -> float:
    """Read a percentile of figures that are in order."""
    return ordered[max(0, int(len(ordered) * share + 0.5) - 1)] if ordered else 0.0
