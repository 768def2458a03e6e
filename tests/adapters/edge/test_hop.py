"""One hop from the event loop to a unit of work."""

import asyncio
import threading
from contextlib import suppress
from functools import partial

import pytest
from structlog.testing import capture_logs

from bot.adapters.edge import hop as hop_module
from bot.adapters.edge.hop import Closed, Hop, Urgency
from bot.core.ports import UnitOfWork
from bot.storage.engines import Database


def keep(work: UnitOfWork, name: str, value: str) -> str:
    work.notes.set(name, value)
    work.commit()
    return value


def kept(work: UnitOfWork, name: str) -> str | None:
    return work.notes.get(name)


def wait_for(_work: UnitOfWork, gate: threading.Event, done: list[str], name: str) -> None:
    gate.wait(timeout=10)
    done.append(name)


def fail(_work: UnitOfWork) -> None:
    raise LookupError("nothing there")


def keep_without_commit(work: UnitOfWork) -> None:
    work.notes.set("a", "lost")


async def test_what_a_write_commits_a_read_sees(hop: Hop) -> None:
    assert await hop.write(keep, "a", "1") == "1"

    assert await hop.read(kept, "a") == "1"


async def test_a_write_that_does_not_commit_is_undone(hop: Hop) -> None:
    await hop.write(keep_without_commit)

    assert await hop.read(kept, "a") is None


async def test_a_failure_reaches_the_one_who_asked_and_the_next_write_works(hop: Hop) -> None:
    with pytest.raises(LookupError):
        await hop.write(fail)

    assert await hop.write(keep, "a", "1") == "1"


async def test_people_go_before_deliveries_and_deliveries_before_ticks(hop: Hop) -> None:
    gate, done = threading.Event(), list[str]()
    first = asyncio.create_task(hop.write(wait_for, gate, done, "first"))
    await asyncio.sleep(0)
    rest = [
        asyncio.create_task(hop.write_as(urgency, wait_for, gate, done, urgency.name))
        for urgency in (Urgency.TICK, Urgency.DELIVERY, Urgency.PERSON)
    ]
    await asyncio.sleep(0)

    gate.set()
    await asyncio.gather(first, *rest)

    assert done == ["first", "PERSON", "DELIVERY", "TICK"]


async def test_a_read_never_waits_for_a_writer(hop: Hop) -> None:
    gate, done = threading.Event(), list[str]()
    writing = asyncio.create_task(hop.write(wait_for, gate, done, "write"))
    await asyncio.sleep(0)

    assert await hop.read(kept, "a") is None
    assert not done

    gate.set()
    await writing


async def test_closing_finishes_what_is_queued(home: Database) -> None:
    hop, gate, done = Hop(home), threading.Event(), list[str]()
    writes = [asyncio.create_task(hop.write(wait_for, gate, done, str(number))) for number in range(5)]
    await asyncio.sleep(0)

    closing = asyncio.create_task(hop.close())
    gate.set()
    await closing

    assert done == ["0", "1", "2", "3", "4"]
    await asyncio.gather(*writes)


async def test_a_closed_hop_takes_nothing_more(home: Database) -> None:
    hop = Hop(home)
    await hop.close()

    with pytest.raises(Closed):
        await hop.read(kept, "a")


async def test_a_write_that_nobody_waits_for_any_more_is_not_begun(hop: Hop) -> None:
    gate, done = threading.Event(), list[str]()
    first = asyncio.create_task(hop.write(wait_for, gate, done, "first"))
    second = asyncio.create_task(hop.write(wait_for, gate, done, "second"))
    await asyncio.sleep(0)

    second.cancel()
    with suppress(asyncio.CancelledError):
        await second  # only now has the writer's queue heard of it, too
    gate.set()
    await first
    await hop.write(keep, "a", "1")

    assert done == ["first"]


async def test_the_writes_of_people_and_ticks_wake_the_dispatcher_and_its_own_do_not(hop: Hop) -> None:
    woken: list[str] = []
    for urgency in Urgency.PERSON, Urgency.DELIVERY, Urgency.TICK:
        hop.wakes = partial(woken.append, urgency.name)
        await hop.write_as(urgency, keep, "a", "1")

    assert woken == ["PERSON", "TICK"]


async def test_a_tick_that_holds_the_writer_too_long_is_logged(hop: Hop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hop_module, "LONGEST_TICK", 0.0)

    with capture_logs() as logs:
        await hop.write_as(Urgency.TICK, keep, "a", "1")
        await hop.write(keep, "a", "2")

    assert [event["event"] for event in logs] == ["slow_tick"]
