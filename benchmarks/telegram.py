"""Telegram: two thousand prompts due at once, and people who press and talk; beside them the library's own limiter."""

import asyncio
import logging
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from telegram.ext import AIORateLimiter, ExtBot
from telegram.request import HTTPXRequest

from benchmarks import programme
from benchmarks.measuring import Pace
from benchmarks.people import StillClock
from benchmarks.programme import Founded
from benchmarks.report import Beside, Figure, at_least, at_most
from benchmarks.telegram_crowd import Arrivals, LookAtGoals, Press, Talk, Waits, Watch
from benchmarks.telegram_server import Founding, far_server
from bot.app import App, build
from bot.settings import load_settings

PROMPTS = 2000
RATE = 27
"""Messages a second, of the 30 that Telegram takes."""
ROUND_TRIP = 0.1
"""Seconds to Telegram and back."""
PRESSED = ROUND_TRIP + 0.06
"""Seconds until who pressed a button has its answer and the message's new words before them."""

ALONE = 300
"""Messages that the library's limiter sends: it pauses for five seconds again and again, always alike."""

_PRESSES, _EVERY = 40, 2.0
_WORDS_MEANWHILE, _MEANWHILE_EVERY = 20, 4.0
"""While prompts are sent: so many people press, and talk, one after the other; each takes a prompt's place."""
_BETWEEN = 1.0
"""Seconds by which who talks comes after who presses: two at once are measured as a crowd. Between an answer of
`getUpdates` and the next asking lies a round trip, and what happens meanwhile waits for it."""
_AT_REST, _RESTING = 60, 0.5
_AT_ONCE = 0.1
"""Seconds between presses of a crowd: some come while the last answer of `getUpdates` is still under way."""
_WORDS, _WORDS_EVERY = 200, 0.25
_MENTEES = 10
_PATIENCE = 30.0
_RETRIES = 20
"""Of the library's limiter: enough for everything to arrive at last."""
_LONG_RUNS = 2
"""Of what takes more than a minute; a pace is the same each time."""
_FEWEST = 4


@dataclass(frozen=True)
class Round:
    """What one run of the program came to."""

    sent: Arrivals
    at_rest: Waits
    crowd: Waits
    talk: Waits


def run(pace: Pace) -> Iterator[Figure]:
    """Measure against the tests' Telegram, in a process of its own."""
    logging.getLogger("httpx").setLevel(logging.WARNING)
    alone = asyncio.run(_alone(pace))
    rounds = [asyncio.run(_round(pace)) for _ in range(min(pace.runs, _LONG_RUNS))]
    sent = _quickest(each.sent for each in rounds)
    number, sent = _founding(pace).people, _quickest(each.sent for each in rounds)
    yield from _of_prompts(f"{number:,} prompts in private chats", number, sent, alone)
    meanwhile = _together(each.sent.presses for each in rounds)
    yield from _of_waits("  button pressed meanwhile: answered and edited", meanwhile, PRESSED)
    spoken = _together(each.sent.talk for each in rounds)
    yield from _of_waits("  words said in a room meanwhile: in the other's chat", spoken)
    at_rest, crowd = _together(each.at_rest for each in rounds), _together(each.crowd for each in rounds)
    yield from _of_waits("button pressed at rest: answered and edited", at_rest, PRESSED)
    yield from _of_waits("  ten pressed a second", crowd)
    yield from _of_waits("words said in a room: in the other's chat", _together(each.talk for each in rounds))


async def _round(pace: Pace) -> Round:
    with far_server(_founding(pace)) as far:
        founded = far.founded
        chats = frozenset(mentee.direct for there in founded.communities for mentee in there.mentees)
        pressing, resting = max(_FEWEST, pace.size(_PRESSES)), max(_FEWEST, pace.size(_AT_REST))
        async with _program(founded) as app:
            await far.ask(LookAtGoals(0, 2 * resting + pressing))
            talk = await far.ask(Talk(max(_FEWEST, pace.size(_WORDS)), _WORDS_EVERY, _PATIENCE))
            at_rest = await far.ask(Press(0, resting, _RESTING, _PATIENCE))
            crowd = await far.ask(Press(resting, resting, _AT_ONCE, _PATIENCE))
            talking = Talk(max(_FEWEST, pace.size(_WORDS_MEANWHILE)), _MEANWHILE_EVERY, _PATIENCE, _BETWEEN)
            watch = Watch(chats, 2 * resting, pressing, _EVERY, _PATIENCE, talking)
            watching = asyncio.create_task(far.ask(watch))
            await asyncio.sleep(0)
            await programme.prompt(app.hop, founded, "first")
            return Round(await watching, at_rest, crowd, talk)


async def _alone(pace: Pace) -> Arrivals:
    """Have the library send prompts through its own limiter, as its documentation shows."""
    with far_server(_founding(pace)) as far:
        mentees = [mentee for there in far.founded.communities for mentee in there.mentees]
        chats = [mentee.direct for mentee in mentees][: max(_FEWEST, pace.size(ALONE))]
        watching = asyncio.create_task(far.ask(Watch(frozenset(chats), 0, 0, _EVERY, _PATIENCE)))
        patient = HTTPXRequest(connection_pool_size=len(chats), pool_timeout=_PATIENCE)
        limiter = AIORateLimiter(max_retries=_RETRIES)
        bot = ExtBot(far.founded.token, f"{far.founded.api_url}/bot", request=patient, rate_limiter=limiter)
        async with bot:
            sending = (bot.send_message(int(chat), "Your check-in is due.") for chat in chats)
            await asyncio.gather(*sending, return_exceptions=True)
        return await watching


def _founding(pace: Pace) -> Founding:
    return Founding(max(2, pace.size(PROMPTS) // _MENTEES), _MENTEES, ROUND_TRIP)


@asynccontextmanager
async def _program(founded: Founded) -> AsyncIterator[App]:
    """Run the whole program over SQLite, logged in to that Telegram, with everybody in the middle of a programme."""
    with TemporaryDirectory(prefix="menteo-benchmarks-") as directory:
        settings = load_settings(
            {
                "MENTEO_DATA_DIR": str(Path(directory)),
                "MENTEO_WEB_PORT": "0",
                "MENTEO_TELEGRAM_TOKEN": founded.token,
                "MENTEO_TELEGRAM_API_URL": founded.api_url,
            }
        )
        app = build(settings, clock=StillClock())
        async with app.running():
            await app.hop.write(programme.fill, founded)
            yield app


def _of_prompts(about: str, number: int, sent: Arrivals, alone: Arrivals) -> Iterator[Figure]:
    limiter = f"AIORateLimiter ({alone.places:,} messages)"
    yield Figure(
        f"{about}, {ROUND_TRIP * 1000:.0f} ms away, with what is said meanwhile",
        sent.rate,
        "/s",
        at_least(RATE),
        Beside(limiter, alone.rate),
    )
    yield Figure("  prompts alone", sent.awaited_rate, "/s", None, Beside(limiter, alone.awaited_rate))
    lasting = Beside(limiter, _lasting(number, alone))
    yield Figure("  all of them, at that rate", _lasting(number, sent), "s", None, lasting)
    yield Figure("  arrived", sent.places, "", at_least(number))
    yield Figure("  answers of 429", sent.limited, "", at_most(0), Beside(limiter, alone.limited))
    yield Figure("  refused or doubled", sent.refused + sent.doubled, "", at_most(0))


def _of_waits(about: str, waits: Waits, most: float | None = None) -> Iterator[Figure]:
    yield Figure(f"{about}, 50 %", _at(waits.seconds, 0.5) * 1000, "ms")
    yield Figure(f"{about}, 99 %", _at(waits.seconds, 0.99) * 1000, "ms", at_most(most * 1000) if most else None)
    yield Figure(f"{about}, lost", waits.lost, "", at_most(0))


def _lasting(number: int, arrivals: Arrivals) -> float:
    return number / arrivals.awaited_rate if arrivals.rate else 0.0


def _quickest(arrivals: Iterable[Arrivals]) -> Arrivals:
    return max(arrivals, key=lambda each: (each.places, each.awaited_rate))


def _together(waits: Iterable[Waits]) -> Waits:
    """Take the waits of all runs: of few presses in one run, the slowest hundredth is one press."""
    every = list(waits)
    return Waits(sorted(each for one in every for each in one.seconds), sum(one.lost for one in every))


def _at(ordered: Sequence[float], share: float) -> float:
    """Read a percentile of figures that are in order."""
    return ordered[max(0, int(len(ordered) * share + 0.5) - 1)] if ordered else 0.0
