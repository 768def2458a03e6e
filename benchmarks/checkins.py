"""Answering a check-in through storage, beside the same statements on the bare driver."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from benchmarks.databases import Shelf, open_with_engine, postgres_shelf, sqlite_shelf
from benchmarks.measuring import Pace, Spent, Stopwatch, best
from benchmarks.people import TOOLS, AskedCommunity, asked_community, fill_asked
from benchmarks.recording import Transaction, recorded, replayed
from benchmarks.report import Aim, Beside, Figure, at_least, at_most
from bot.adapters.edge.hop import EMBEDDED, SERVER, Hop, Width
from bot.core.domain.ids import CheckInId
from bot.core.domain.programmes import QuestionId
from bot.core.ports import UnitOfWork
from bot.core.usecases.access import Actor
from bot.core.usecases.checkins import Week, submit_check_in

Answer = Callable[[UnitOfWork], None]

CLIENTS = 8
CHECK_INS = 3000

WEEK = Week(
    answers={
        QuestionId.LEARNED: "How the planner chooses an index, and how to read what it says about it.",
        QuestionId.CHALLENGE: "Saying no to a feature that nobody had thought through.",
        QuestionId.MILESTONE: "Led the first design review of my own.",
        QuestionId.NEXT: "Write the decision down and ask two people to tear it apart.",
        QuestionId.MOOD: "good",
    },
    kept_private=frozenset({QuestionId.CHALLENGE}),
    share=True,
)


def run(pace: Pace) -> Iterator[Figure]:
    """Measure on both databases."""
    with sqlite_shelf() as shelf:
        yield from _on(shelf, pace, _Product(EMBEDDED, bare_clients=1), at_least(1000), at_most(1))
    with postgres_shelf() as shelf:
        yield from _on(shelf, pace, _Product(SERVER, bare_clients=CLIENTS), at_least(800), None)


@dataclass(frozen=True)
class _Product:
    width: Width
    bare_clients: int
    """Connections of the bare driver: as many as the product writes with."""


def _on(shelf: Shelf, pace: Pace, product: _Product, rate: Aim, processor: Aim | None) -> Iterator[Figure]:
    number = pace.size(CHECK_INS)
    asked = asked_community(number)
    fill = partial(fill_asked, number=number)
    transactions = _record(shelf.copy(fill), asked)
    ours = best(pace.runs, lambda: _through_storage(shelf.copy(fill), asked, product.width))
    bare = best(pace.runs, lambda: replayed(shelf.copy(fill), transactions, product.bare_clients))
    yield Figure(
        f"check-ins through storage, {shelf.name}, {CLIENTS} clients",
        number / ours.wall,
        "/s",
        rate,
        Beside(f"bare driver, {_said(product.bare_clients)}", number / bare.wall),
    )
    yield Figure(
        f"processor of a check-in, {shelf.name}",
        ours.processor / number * 1000,
        "ms",
        processor,
        Beside("bare driver", bare.processor / number * 1000),
    )


def _record(url: str, asked: AskedCommunity) -> Sequence[Transaction]:
    """Answer every check-in once, and note what the driver was given."""
    database, engine = open_with_engine(url)
    with recorded(engine) as transactions:
        for answer in _answers(asked):
            with database.write() as work:
                answer(work)
    database.close()
    return transactions


def _through_storage(url: str, asked: AskedCommunity, width: Width) -> Spent:
    """Answer every check-in as the running program does: people on the event loop, one hop a unit of work."""
    database, _ = open_with_engine(url, writers=width.writers, readers=width.readers)
    try:
        return asyncio.run(_timed(Hop(database, width), asked))
    finally:
        database.close()


async def _timed(hop: Hop, asked: AskedCommunity) -> Spent:
    queue = iter(_answers(asked))
    watch = Stopwatch()
    await asyncio.gather(*(_client(hop, queue) for _ in range(CLIENTS)))
    taken = watch.read()
    await hop.close()
    return taken


async def _client(hop: Hop, queue: Iterator[Answer]) -> None:
    for answer in queue:
        await hop.write(answer)


def _answers(asked: AskedCommunity) -> Sequence[Answer]:
    actors = [Actor(asked.community.id, each) for each in asked.mentees]
    return [
        partial(_answer, actor=actor, check_in=each.id) for actor, each in zip(actors, asked.check_ins, strict=True)
    ]


def _answer(work: UnitOfWork, actor: Actor, check_in: CheckInId) -> None:
    submit_check_in(work, TOOLS, actor, check_in, WEEK)


def _said(clients: int) -> str:
    return "one writer" if clients == 1 else f"{clients} connections"
