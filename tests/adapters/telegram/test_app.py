"""Menteo's presence at Telegram: it comes in when it can, and only a refused token ends it."""

import asyncio

import pytest

from bot.adapters.telegram.locked_out import LockedOut
from tests.adapters.telegram.talking import Presence, until
from tests.telegram.people import Person
from tests.telegram.server.app import TelegramServer


async def test_menus_are_set_by_scope_and_language(presence: Presence, server: TelegramServer, ana: Person) -> None:
    async with presence.running():
        await until(lambda: len(server.asked("setMyShortDescription")) == 2)
    group = ana.founds_supergroup("Harbour")
    await ana.adds_bot(group)
    ben = Person.at_telegram(server, "Ben").joins(group)

    shared = ["/help What I can do", "/join Join"]
    assert ben.menu == shared
    assert ana.menu == ["/setup Set up a programme", "/connect Tie this group to a community", *shared]
    home = ana.at_home().menu
    assert home[:5] == [*shared[:1], "/me Where I stand", shared[1], "/goal My goals", "/goal_add Add a goal"]
    assert home[-2] == "/cancel Put away what you are filling in"
    spanish = Person.at_telegram(server, "Eva", language="es")
    server.world.start(spanish.user)
    assert spanish.menu[-2].startswith("/cancel Descarta")
    assert "mentoría" in server.world.bot.texts["description", "es"]


async def test_menus_are_set_again_only_where_they_differ(presence: Presence, server: TelegramServer) -> None:
    async with presence.running():
        await until(lambda: len(server.asked("setMyShortDescription")) == 2)
    async with presence.running():
        await server.updates.polled()
    assert len(server.asked("setMyCommands")) == 6

    presence.notebook.notes.clear()
    async with presence.running():
        await until(lambda: len(server.asked("setMyCommands")) == 12)


async def test_menus_that_could_not_be_set_are_tried_again(presence: Presence, server: TelegramServer) -> None:
    server.faults.fail(500, match="setMyCommands", times=1)
    async with presence.running():
        await until(lambda: len(server.asked("setMyShortDescription")) == 2)


async def test_a_token_that_telegram_does_not_take_lets_nobody_in(presence: Presence) -> None:
    with pytest.raises(LockedOut) as ended:
        async with presence.running(token="1:wrong"):
            pass

    assert "wrong" not in str(ended.value)


async def test_a_token_that_is_taken_away_ends_it(presence: Presence, server: TelegramServer, ana: Person) -> None:
    with pytest.raises(LockedOut):
        await run_until_locked_out(presence, server, ana)


async def run_until_locked_out(presence: Presence, server: TelegramServer, ana: Person) -> None:
    async with presence.running(), asyncio.timeout(20):
        await server.updates.polled()
        server.world.bot.token = "1:another"
        await ana.sends("/goal")
        await presence.ended.wait()


async def test_it_comes_in_when_telegram_is_there(presence: Presence, server: TelegramServer, ana: Person) -> None:
    server.faults.fail(502, match="getMe", times=3)
    async with presence.running() as app:
        assert not await app.hears()
        assert not app.is_logged_in
        await ana.sends("/goal")
        await ana.hears("This is goal")
        assert await app.hears()
        assert not presence.ended.is_set()
