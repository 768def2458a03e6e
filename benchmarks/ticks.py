"""A tick that moves everybody who is due to the outbox, beside people who aren't due."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from time import perf_counter

import sqlalchemy as sa
from sqlalchemy import event

from benchmarks.databases import Shelf, open_with_engine, postgres_shelf, sqlite_shelf
from benchmarks.measuring import Pace, best
from benchmarks.people import TOOLS, Crowd, fill_crowd
from benchmarks.recording import recorded, replayed
from benchmarks.report import Beside, Figure, at_most
from benchmarks.stalls import StallWatch
from bot.adapters.edge.hop import EMBEDDED, LONGEST_TICK, SERVER, Hop, Width
from bot.adapters.edge.ticks import Ticks
from bot.adapters.scheduler import Scheduler
from bot.app import TIDY_EVERY
from bot.storage.engines import Database

DUE = 10_000
LATER = 90_000
TENTH = LATER // 10

LONGEST_STALL = 0.02
"""Seconds for which the event loop may not be held up."""
IDLE = 0.001
"""Seconds that a tick may take where nothing is due."""
IDLE_TICKS = 200


@dataclass(frozen=True)
class Ticked:
    """What one run over a crowd showed, in seconds."""

    due: float
    """For everybody who was due."""
    longest: float
    """For the longest of the transactions in it."""
    stall: float
    """The event loop, at worst."""
    idle: float
    """For a tick after it, with nobody due."""


def run(pace: Pace) -> Iterator[Figure]:
    """Measure on both databases, with ten times as many members who aren't due, too."""
    with sqlite_shelf() as shelf:
        yield from _on(shelf, pace, EMBEDDED, aim=0.5)
    with postgres_shelf() as shelf:
        yield from _on(shelf, pace, SERVER, aim=1)


def _on(shelf: Shelf, pace: Pace, width: Width, aim: float) -> Iterator[Figure]:
    """The bare driver replays what the tick gave it, on one connection: a tick's batches follow one another."""
    due, later, tenth = pace.size(DUE), pace.size(LATER), pace.size(TENTH)
    many = _best(pace, shelf, width, Crowd(due, later))
    few = _best(pace, shelf, width, Crowd(due, tenth))
    bare = _bare(pace, shelf, Crowd(due, later))
    beside = f"with {tenth:,}"
    yield Figure(
        f"tick, {due:,} due of {due + later:,}, {shelf.name}", many.due, "s", at_most(aim), Beside("bare driver", bare)
    )
    yield Figure(f"tick, {due:,} due, {later:,} not, {shelf.name}", many.due, "s", None, Beside(beside, few.due))
    yield Figure(f"its longest transaction, {shelf.name}", many.longest * 1000, "ms", at_most(LONGEST_TICK * 1000))
    yield Figure(
        f"longest stall of the event loop meanwhile, {shelf.name}",
        many.stall * 1000,
        "ms",
        at_most(LONGEST_STALL * 1000),
    )
    yield Figure(
        f"idle tick, {later:,} not due, {shelf.name}",
        many.idle * 1000,
        "ms",
        at_most(IDLE * 1000),
        Beside(beside, few.idle * 1000),
    )


def _bare(pace: Pace, shelf: Shelf, crowd: Crowd) -> float:
    fill = partial(fill_crowd, crowd=crowd)
    database, writer = open_with_engine(shelf.copy(fill))
    with recorded(writer) as transactions:
        asyncio.run(_run_once(Hop(database, EMBEDDED)))
    database.close()
    return best(pace.runs, lambda: replayed(shelf.copy(fill), transactions, clients=1)).wall


async def _run_once(hop: Hop) -> None:
    await Ticks(hop, TOOLS).run()
    await hop.close()


def _best(pace: Pace, shelf: Shelf, width: Width, crowd: Crowd) -> Ticked:
    """Take each figure from the run that disturbed it least."""
    fill = partial(fill_crowd, crowd=crowd)
    ran = [_ticked(shelf.copy(fill), width, crowd) for _ in range(pace.runs)]
    return Ticked(
        due=min(each.due for each in ran),
        longest=min(each.longest for each in ran),
        stall=min(each.stall for each in ran),
        idle=min(each.idle for each in ran),
    )


def _ticked(url: str, width: Width, crowd: Crowd) -> Ticked:
    database, writer = open_with_engine(url, writers=width.writers, readers=width.readers)
    try:
        return asyncio.run(_tick(database, Hop(database, width), _Held(writer), crowd))
    finally:
        database.close()


async def _tick(database: Database, hop: Hop, held: "_Held", crowd: Crowd) -> Ticked:
    ticks, scheduler = Ticks(hop, TOOLS), Scheduler()
    scheduler.every(TIDY_EVERY, partial(asyncio.to_thread, database.tidy))  # as the program does
    scheduler.start()
    async with StallWatch() as watch:
        began = perf_counter()
        looked = await ticks.run()
        due = perf_counter() - began
    if looked != crowd.due:
        raise AssertionError(looked)
    began = perf_counter()
    for _ in range(IDLE_TICKS):
        await ticks.run()
    idle = (perf_counter() - began) / IDLE_TICKS
    scheduler.stop()
    await hop.close()
    return Ticked(due, held.longest, watch.longest, idle)


class _Held:
    """For how many seconds a unit of work kept its connection, at most."""

    def __init__(self, engine: sa.Engine) -> None:
        self.longest = 0.0
        self._since: dict[object, float] = {}
        event.listen(engine, "checkout", self._out)
        event.listen(engine, "checkin", self._in)

    def _out(self, _: object, record: object, __: object) -> None:
        self._since[record] = perf_counter()

    def _in(self, _: object, record: object) -> None:
        self.longest = max(self.longest, perf_counter() - self._since.pop(record))
