"""The limits of the tests' own Telegram, as the real library meets them."""

from datetime import timedelta

import pytest
from telegram import Bot
from telegram.error import BadRequest, RetryAfter

from tests.telegram.people import Person
from tests.telegram.server.app import TelegramServer


async def test_a_thirty_first_message_in_a_second_is_refused_and_what_follows_for_a_while(
    bot: Bot, server: TelegramServer
) -> None:
    people = [server.world.add_user(f"Person {number}") for number in range(32)]
    for user in people:
        server.world.start(user)
    clock = server.limits.clock = lambda: 100.0
    for user in people[:30]:
        await bot.send_message(user.id, "hello")

    for user in people[30:]:
        with pytest.raises(RetryAfter) as refused:
            await bot.send_message(user.id, "hello")
        assert refused.value.retry_after == timedelta(seconds=5)

    server.limits.clock = lambda: clock() + 5.1
    await bot.send_message(people[31].id, "hello")
    assert (server.limits.breaches, server.limits.exceeded) == (1, 2)
    assert [asking.pause for asking in server.requests if asking.status == 429] == [5.0, 5.0]


async def test_a_chat_takes_one_message_a_second_and_a_group_twenty_a_minute(
    bot: Bot, server: TelegramServer, ana: Person
) -> None:
    group = ana.founds_group("Harbour")
    await ana.adds_bot(group)
    seconds = iter(range(100, 1000))
    server.limits.clock = lambda: float(next(seconds))
    for _ in range(20):
        await bot.send_message(group.id, "hello")
    with pytest.raises(RetryAfter):
        await bot.send_message(group.id, "hello")

    server.limits.clock = lambda: 5_000.0
    await bot.send_message(ana.id, "hello")
    with pytest.raises(RetryAfter):
        await bot.send_message(ana.id, "hello")


async def test_a_burst_is_taken_where_it_is_set(bot: Bot, server: TelegramServer, ana: Person) -> None:
    server.limits.burst = 3
    for _ in range(3):
        await bot.send_message(ana.id, "hello")

    with pytest.raises(RetryAfter):
        await bot.send_message(ana.id, "hello")


async def test_what_is_refused_for_another_reason_draws_on_no_limit(bot: Bot, ana: Person) -> None:
    with pytest.raises(BadRequest):
        await bot.send_message(ana.id, "hello", reply_to_message_id=999)

    await bot.send_message(ana.id, "hello")

    assert ana.latest.text == "hello"


async def test_an_answered_button_and_an_edit_draw_on_no_limit_unless_it_is_set(
    bot: Bot, server: TelegramServer, ana: Person
) -> None:
    sent = await bot.send_message(ana.id, "one")
    await sent.edit_text("two")
    assert ana.latest.text == "two"

    server.limits.edits_count = True
    with pytest.raises(RetryAfter):
        await sent.edit_text("three")
