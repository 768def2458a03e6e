"""Updates are confirmed when the core is done with them, and no slow chat holds up another."""

import asyncio

import pytest

from bot.adapters.telegram.pauses import OTHER_POLLER
from bot.core.ui.inbound import CommandCalled
from tests.adapters.telegram.talking import Presence, until
from tests.telegram.library import bot_at
from tests.telegram.people import Person


async def test_an_update_is_confirmed_only_when_the_core_is_done_with_it(presence: Presence, ana: Person) -> None:
    gate = presence.talking.gates[str(ana.id)] = asyncio.Event()
    async with presence.running():
        await ana.sends("/goal")
        await until(lambda: len(presence.server.asked("getUpdates")) > 3)
        waiting = [update.data["text"] for update in presence.server.updates.pending]
        gate.set()
        await presence.told_all()

    assert waiting == ["/goal"]
    assert len(presence.talking.all(CommandCalled)) == 1


async def test_what_was_not_done_at_the_end_comes_again_after_a_restart(
    presence: Presence, ana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.adapters.telegram.app.FAREWELL", 0.1)
    presence.talking.gates[str(ana.id)] = asyncio.Event()
    async with presence.running():
        await ana.sends("/goal")
        await until(lambda: len(presence.server.asked("getUpdates")) > 3)
    assert presence.talking.heard == []

    presence.talking.gates.clear()
    async with presence.running():
        await ana.hears("This is goal")


async def test_what_was_done_before_the_end_does_not_come_again(presence: Presence, ana: Person) -> None:
    async with presence.running():
        await ana.sends("/goal")
        await ana.hears("This is goal")
    async with presence.running():
        await ana.sends("/me")
        await ana.hears("This is me")

    assert [each.name for each in presence.talking.all(CommandCalled)] == ["goal", "me"]


async def test_a_slow_core_holds_up_no_other_chat(presence: Presence, ana: Person, ben: Person) -> None:
    gate = presence.talking.gates[str(ana.id)] = asyncio.Event()
    async with presence.running():
        await ana.sends("/goal")
        await until(lambda: len(presence.server.asked("getUpdates")) > 2)
        await ben.follows("https://t.me/menteo_bot?start=c-me")
        await ben.hears("This is me")
        await ben.sends("/help")
        await ben.hears("This is help")
        assert not ana.sees("This is goal")
        gate.set()
        await ana.hears("This is goal")


async def test_a_chats_updates_are_taken_in_in_their_order(presence: Presence, ana: Person) -> None:
    for text in ("/help", "/me", "/goal", "/join"):
        await ana.sends(text)
    async with presence.running():
        await ana.hears("This is join")

    said = [each.words for each in ana.reads()][-4:]
    assert said == [f"This is {name}" for name in ("help", "me", "goal", "join")]


async def test_answers_that_are_under_way_do_not_hold_up_the_confirmation(presence: Presence, ana: Person) -> None:
    presence.server.faults.slow(1.0, match="sendMessage", times=1)
    async with presence.running():
        await ana.sends("/goal")
        await presence.told_all()
        assert not ana.sees("This is goal")
        await ana.hears("This is goal")


async def test_another_poller_is_waited_out(presence: Presence, ana: Person) -> None:
    async with presence.running(), bot_at(presence.server) as other:
        await presence.server.updates.polled()
        await other.get_updates(timeout=0)
        await until(lambda: OTHER_POLLER in presence.time.slept)
        await ana.sends("/goal")
        await ana.hears("This is goal")


async def test_a_webhook_that_was_left_set_is_taken_away(presence: Presence, ana: Person) -> None:
    async with bot_at(presence.server) as bot:
        await bot.set_webhook("https://menteo.example/somewhere")
    async with presence.running():
        await ana.sends("/goal")
        await ana.hears("This is goal")


async def test_trouble_at_telegram_is_waited_out(presence: Presence, ana: Person) -> None:
    presence.server.faults.fail(502, match="getUpdates", times=2)
    presence.server.faults.lose_reply(match="getUpdates", times=1)
    async with presence.running() as app:
        await ana.sends("/goal")
        await ana.hears("This is goal")
        assert await app.hears()

    assert len(presence.time.slept) >= 2


async def test_only_who_holds_the_lease_fetches(presence: Presence, ana: Person) -> None:
    presence.is_holding = False
    await ana.sends("/goal")
    async with presence.running() as app:
        await until(lambda: len(presence.time.slept) > 3)
        assert presence.server.asked("getUpdates") == []
        assert await app.hears()
        presence.is_holding = True
        await ana.hears("This is goal")


async def test_an_update_that_can_not_be_read_keeps_no_other_away(presence: Presence, ana: Person) -> None:
    presence.server.updates.add("message", {"message_id": 1}, None)
    async with presence.running():
        await ana.sends("/goal")
        await ana.hears("This is goal")
        await presence.told_all()
    presence.server.problems.clear()  # it was made to tell what it never would
