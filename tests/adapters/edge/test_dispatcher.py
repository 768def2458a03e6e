"""Keeping the senders at work."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from structlog.testing import capture_logs

from bot.adapters.edge import dispatcher as dispatcher_module
from bot.adapters.edge.dispatcher import Dispatcher
from bot.adapters.edge.hop import Hop
from bot.adapters.edge.pacing import UNPACED, Pacer
from bot.adapters.edge.sender import Sender
from bot.core.dialogue.catalogue import Catalogue
from bot.core.dialogue.notices import Notices
from bot.core.effects import Effect
from bot.core.ports import Tools, UnitOfWork
from bot.core.ui.tokens import Signer
from bot.storage.engines import Database
from bot.storage.errors import StorageUnavailable
from tests.adapters.edge.fakes import FEATURES, FakeMachine, FakePlatform, telling


def put(work: UnitOfWork, *effects: Effect) -> None:
    work.outbox.add(effects)
    work.commit()


def waiting(work: UnitOfWork) -> int:
    return work.outbox.waiting()


@pytest.fixture
async def dispatcher(hop: Hop, platform: FakePlatform, tools: Tools, machine: FakeMachine) -> AsyncIterator[Dispatcher]:
    notices = Notices(FEATURES, Catalogue({"en": []}), Signer(bytes(32)), tools)
    sender = Sender(platform, hop, notices, tools, machine, Pacer(UNPACED, machine), lambda: 0.5)
    dispatcher = Dispatcher([sender], hop, machine)
    hop.wakes = dispatcher.wake
    yield dispatcher
    await dispatcher.stop()


async def test_what_a_commit_leaves_is_said_at_once(
    hop: Hop, dispatcher: Dispatcher, platform: FakePlatform, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dispatcher_module, "FALLBACK", 3600.0)
    dispatcher.start()

    await hop.write(put, telling("hello"))
    await platform.heard["hello"].wait()

    assert platform.said == ["hello"]


async def test_what_another_process_left_is_found_without_being_woken(
    home: Database, dispatcher: Dispatcher, platform: FakePlatform, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dispatcher_module, "FALLBACK", 0.01)
    dispatcher.start()

    with home.write() as work:
        put(work, telling("hello"))
    await platform.heard["hello"].wait()

    assert platform.said == ["hello"]


@pytest.mark.parametrize("error", [StorageUnavailable("disk full"), KeyError("a bug")])
async def test_it_goes_on_after_trouble(
    hop: Hop,
    dispatcher: Dispatcher,
    platform: FakePlatform,
    monkeypatch: pytest.MonkeyPatch,
    error: Exception,
) -> None:
    drain = Sender.drain
    troubles = [error]

    async def troubled(sender: Sender) -> int:
        if troubles:
            raise troubles.pop()
        return await drain(sender)

    monkeypatch.setattr(Sender, "drain", troubled)
    await hop.write(put, telling("hello"))

    with capture_logs() as logs:
        dispatcher.start()
        await platform.heard["hello"].wait()

    assert dispatcher.alive
    assert logs[0]["event"] in {"outbox_unavailable", "dispatcher_failed"}


async def test_stopping_lets_what_is_in_flight_finish_and_leaves_the_rest(
    hop: Hop, dispatcher: Dispatcher, platform: FakePlatform
) -> None:
    platform.gates["first"] = asyncio.Event()
    dispatcher.start()
    await hop.write(put, telling("first"), telling("second"))
    await platform.begun["first"].wait()

    stopping = asyncio.create_task(dispatcher.stop())
    await asyncio.sleep(0)
    platform.gates["first"].set()
    await stopping

    assert platform.said == ["first"]
    assert await hop.read(waiting) == 1
    assert not dispatcher.alive


async def test_stopping_does_not_wait_for_the_next_look(
    hop: Hop, dispatcher: Dispatcher, platform: FakePlatform, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dispatcher_module, "FALLBACK", 3600.0)
    monkeypatch.setattr(dispatcher_module, "FINISHING", 3600.0)
    dispatcher.start()
    await hop.write(put, telling("hello"))
    await platform.heard["hello"].wait()

    async with asyncio.timeout(60):
        await dispatcher.stop()

    assert not dispatcher.alive


async def test_stopping_does_not_wait_for_ever(
    hop: Hop, dispatcher: Dispatcher, platform: FakePlatform, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dispatcher_module, "FINISHING", 0.01)
    platform.gates["stuck"] = asyncio.Event()
    dispatcher.start()
    await hop.write(put, telling("stuck"))
    await platform.begun["stuck"].wait()

    await dispatcher.stop()

    assert platform.said == []
    assert await hop.read(waiting) == 1
