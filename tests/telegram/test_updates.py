"""How updates reach the bot: polled once and confirmed, or brought to its webhook until it has them."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import web
from telegram import Bot, Update
from telegram.error import BadRequest, Conflict

from tests.telegram.library import bot_at, polling
from tests.telegram.people import Person
from tests.telegram.server.app import TelegramServer
from tests.telegram.server.webhooks import HEADER

PUBLIC = "https://menteo.example"


def texts(updates: tuple[Update, ...]) -> list[str | None]:
    return [update.message.text for update in updates if update.message is not None]


async def test_an_update_comes_again_until_the_offset_confirms_it(bot: Bot, ana: Person) -> None:
    await ana.sends("one")
    await ana.sends("two")
    first, second = await bot.get_updates()
    assert texts(await bot.get_updates()) == ["one", "two"]

    assert texts(await bot.get_updates(offset=second.update_id)) == ["two"]
    assert texts(await bot.get_updates(offset=second.update_id + 1)) == []

    assert second.update_id == first.update_id + 1


async def test_a_negative_offset_keeps_the_last(bot: Bot, ana: Person) -> None:
    for text in ("one", "two", "three"):
        await ana.sends(text)

    assert texts(await bot.get_updates(offset=-2, limit=1)) == ["two"]
    assert texts(await bot.get_updates()) == ["two", "three"]


async def test_a_poll_waits_for_something_to_tell(bot: Bot, server: TelegramServer, ana: Person) -> None:
    async with asyncio.timeout(5), asyncio.TaskGroup() as group:
        polled = group.create_task(bot.get_updates(timeout=30))
        await server.updates.polled()
        await ana.sends("hello")

    assert texts(polled.result()) == ["hello"]
    assert await bot.get_updates(offset=polled.result()[0].update_id + 1, timeout=0) == ()


async def test_a_second_poller_ends_the_first(bot: Bot, server: TelegramServer, ana: Person) -> None:
    async with asyncio.timeout(5), bot_at(server) as other:
        first = asyncio.create_task(bot.get_updates(timeout=30))
        await server.updates.polled()
        second = asyncio.create_task(other.get_updates(timeout=30))
        with pytest.raises(Conflict, match="terminated by other getUpdates request"):
            await first
        await ana.sends("hello")
        assert texts(await second) == ["hello"]


async def test_what_nobody_fetches_for_a_day_is_forgotten(server: TelegramServer, bot: Bot, ana: Person) -> None:
    await ana.sends("hello")
    server.updates.now = lambda: datetime.now(UTC) + timedelta(hours=25)

    assert await bot.get_updates() == ()


async def test_members_and_reactions_are_told_only_to_who_asks_for_them(
    bot: Bot, server: TelegramServer, ana: Person, ben: Person
) -> None:
    group = ana.founds_supergroup("Harbour")
    await ana.adds_bot(group, server.world.bot_in(group).rights)
    hello = await ana.sends("/hello")
    ben.joins(group)
    await ben.reacts(hello, "👍")
    first = await bot.get_updates()
    assert {_kind(update) for update in first} == {"my_chat_member", "message"}

    await bot.get_updates(offset=first[-1].update_id + 1, allowed_updates=["chat_member", "message_reaction"])
    await ben.leaves(group)
    await ana.reacts(hello, "❤")

    left, reacted = await bot.get_updates()
    assert left.chat_member is not None
    assert left.chat_member.new_chat_member.status == "left"
    assert reacted.message_reaction is not None
    assert reacted.message_reaction.user is not None
    assert reacted.message_reaction.user.id == ana.id


async def test_the_library_is_told_each_thing_once_and_again_where_it_is_told_twice(
    server: TelegramServer, ana: Person
) -> None:
    heard: list[int] = []

    async def note(_: Bot, update: Update) -> None:
        heard.append(update.update_id)
        server.world.changed()

    async with polling(server, note):
        await ana.sends("one")
        await ana.until(lambda: len(heard) == 1)
        await server.updates.all_confirmed()
        server.updates.repeat_last()
        await ana.until(lambda: len(heard) == 2)
        server.updates.twice_share = 1.0
        await ana.sends("two")
        await ana.until(lambda: len(heard) == 4)

    assert heard[0] == heard[1]
    assert heard[2] == heard[3] == heard[0] + 1


@dataclass
class Door:
    """A program's webhook, which answers what it is told to."""

    heard: list[tuple[str, str]] = field(default_factory=list)
    """Secret and text, in the order of coming."""
    answers: Iterator[int] = field(default_factory=lambda: iter(()))

    async def take(self, request: web.Request) -> web.Response:
        update = json.loads(await request.read())
        self.heard.append((request.headers.get(HEADER, ""), update["message"]["text"]))
        return web.Response(status=next(self.answers, 200))


@pytest.fixture
async def door(server: TelegramServer) -> AsyncIterator[Door]:
    """A webhook behind a proxy that ends TLS for PUBLIC."""
    found = Door()
    app = web.Application()
    app.router.add_post("/telegram", found.take)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    server.webhooks.leads(PUBLIC, f"http://127.0.0.1:{runner.addresses[0][1]}")
    yield found
    await server.webhooks.stop()
    await runner.cleanup()


async def test_a_webhook_is_called_with_its_secret_until_it_takes_an_update(
    bot: Bot, server: TelegramServer, ana: Person, ben: Person, door: Door
) -> None:
    door.answers = iter([500, 503, 200])
    await ana.sends("one")
    await bot.set_webhook(f"{PUBLIC}/telegram", secret_token="s3cret_", allowed_updates=["message"])
    await ana.sends("two")
    await asyncio.wait_for(server.updates.all_confirmed(), 5)

    assert door.heard == [("s3cret_", text) for text in ("one", "one", "one", "two")]
    assert [attempt.status for attempt in server.webhooks.attempts] == [500, 503, 200, 200]
    info = await bot.get_webhook_info()
    assert info.url == f"{PUBLIC}/telegram"
    assert info.pending_update_count == 0
    assert info.last_error_message == "Wrong response from the webhook: 503"


async def test_an_update_is_brought_twice_where_it_should_be(
    bot: Bot, server: TelegramServer, ana: Person, door: Door
) -> None:
    server.updates.twice_share = 1.0
    await bot.set_webhook(f"{PUBLIC}/telegram")

    await ana.sends("one")
    await asyncio.wait_for(server.updates.all_confirmed(), 5)

    assert door.heard == [("", "one"), ("", "one")]


async def test_polling_and_a_webhook_exclude_each_other(
    bot: Bot, server: TelegramServer, ana: Person, door: Door
) -> None:
    await bot.set_webhook(f"{PUBLIC}/telegram")
    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates()

    await bot.delete_webhook()
    await ana.sends("hello")

    assert texts(await bot.get_updates()) == ["hello"]


async def test_a_webhook_is_https_on_a_known_port(bot: Bot, server: TelegramServer) -> None:
    for address in ("http://menteo.example/x", f"{PUBLIC}:5000/x"):
        with pytest.raises(BadRequest):
            await bot.set_webhook(address)
    server.problems.clear()


def _kind(update: Update) -> str:
    return next(name for name in update.to_dict() if name != "update_id")
