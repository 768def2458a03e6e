"""When Discord refuses, fails, is slow or wants to be left alone."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import discord
import pytest

from bot.adapters.discord import invalid_requests, rest
from bot.adapters.discord.invalid_requests import MOST, WINDOW, InvalidRequests
from bot.adapters.discord.outbound import Discord
from bot.core.domain.communities import PlaceKind
from bot.core.effects import Done, Lacking, Outcome, Refused, Retry, Scope, SendMessage, Unknown
from bot.core.ui.views import View
from tests.adapters.discord.carrying import Carrier, Keys, QuickPainter, at, carrying, to
from tests.discord.harbour import Harbour
from tests.discord.server.app import DiscordServer
from tests.discord.server.channels import Overwrite
from tests.discord.server.state import ChannelType, Permission

POSTING = "POST /channels/.*/messages"


@pytest.fixture
async def carrier(server: DiscordServer) -> AsyncIterator[Carrier]:
    server.limits.off = True
    async with carrying(server) as ready:
        yield ready


@pytest.fixture
def hello(carrier: Carrier) -> SendMessage:
    return carrier.saying(at(str(carrier.harbour.general.id)), "Hello")


def said(carrier: Carrier) -> int:
    return len(carrier.messages(str(carrier.harbour.general.id)))


@pytest.mark.parametrize("status", [500, 502, 503, 504])
async def test_a_failure_that_passes_is_asked_again_where_that_can_t_do_it_twice(
    carrier: Carrier, hello: SendMessage, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rest, "REPEATS", (0.0, 0.0))
    carrier.server.faults.fail(status, match=POSTING, times=2)

    assert isinstance(await carrier.surface.deliver(hello, "hello"), Done)
    assert said(carrier) == 1


async def test_a_failure_that_stays_is_an_outage(
    carrier: Carrier, hello: SendMessage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rest, "REPEATS", (0.0, 0.0))
    failing = carrier.server.faults.fail(503, match=POSTING)

    outcomes = [await carrier.surface.deliver(hello, "hello") for _ in range(2)]

    assert outcomes == [Retry("status 503", scope=Scope.OUTAGE)] * 2
    assert failing.happened == 3 + 1, "what goes on failing isn't repeated in place any more"


async def test_a_place_whose_making_failed_is_not_made_again_without_looking(carrier: Carrier) -> None:
    await carrier.settled()
    failing = carrier.server.faults.fail(502, match="POST /guilds/.*/channels")

    outcome = await carrier.surface.deliver(carrier.room(carrier.harbour.noor), "room")

    assert outcome == Retry("status 502", scope=Scope.OUTAGE)
    assert failing.happened == 1


async def test_a_long_rate_limit_of_one_route_holds_up_its_place_alone(carrier: Carrier, hello: SendMessage) -> None:
    carrier.server.faults.fail(429, match=POSTING, times=1, retry_after=30.0)

    first = await carrier.surface.deliver(hello, "hello")
    asked = len(carrier.server.requests)
    second = await carrier.surface.deliver(hello, "hello-2")
    elsewhere = await carrier.surface.deliver(carrier.saying(to(carrier.harbour.noor), "Hello"), "hello-3")

    assert first == Retry("rate-limited", timedelta(seconds=30), Scope.ROUTE)
    assert is_pause(second, Scope.ROUTE)
    assert isinstance(elsewhere, Done)
    assert len(carrier.server.requests) == asked + 2


async def test_a_global_rate_limit_leaves_the_platform_alone(carrier: Carrier, hello: SendMessage) -> None:
    carrier.server.faults.fail(429, times=1, retry_after=20.0, scope="global")

    first = await carrier.surface.deliver(hello, "hello")
    asked = len(carrier.server.requests)
    second = await carrier.surface.deliver(carrier.saying(to(carrier.harbour.noor), "Hello"), "hello-2")

    assert first == Retry("rate-limited", timedelta(seconds=20), Scope.PLATFORM)
    assert is_pause(second, Scope.PLATFORM)
    assert len(carrier.server.requests) == asked


async def test_what_is_held_in_a_bucket_isn_t_asked_in_a_pause_either(server: DiscordServer) -> None:
    async with carrying(server) as carrier:
        general = at(str(carrier.harbour.general.id))
        server.faults.slow(0.05, POSTING)
        server.faults.fail(429, match="POST /users", times=1, retry_after=30.0, scope="global")
        # A bucket that isn't known yet lets one request through at a time: the others wait in it.
        held = [carrier.surface.deliver(carrier.saying(general, str(number)), f"n-{number}") for number in range(3)]
        first, *others, limited = await asyncio.gather(
            *held, carrier.surface.deliver(carrier.saying(to(carrier.harbour.noor), "Hello"), "hello")
        )

    assert isinstance(first, Done)
    assert all(is_pause(each, Scope.PLATFORM) for each in (*others, limited))
    assert sum(each.route == "POST /channels/{channel_id}/messages" for each in server.requests) == 1


async def test_a_short_rate_limit_is_waited_for(carrier: Carrier, hello: SendMessage) -> None:
    carrier.server.faults.fail(429, match=POSTING, times=1, retry_after=0.05)

    outcomes = await asyncio.gather(*(carrier.surface.deliver(hello, f"hello-{n}") for n in range(3)))

    assert all(isinstance(each, Done) for each in outcomes)
    assert said(carrier) == 3


async def test_the_buckets_of_discord_are_kept_without_a_refusal(server: DiscordServer) -> None:
    server.limits.pace = 20.0
    async with carrying(server) as carrier:
        general = at(str(carrier.harbour.general.id))
        outcomes = await asyncio.gather(
            *(carrier.surface.deliver(carrier.saying(general, str(n)), f"n-{n}") for n in range(12))
        )

        assert all(isinstance(each, Done) for each in outcomes)
        assert server.limits.exceeded == 0


async def test_so_many_invalid_answers_end_all_asking_far_below_the_ban(server: DiscordServer) -> None:
    moment = 0.0
    invalid = InvalidRequests(lambda: moment)
    async with carrying(server, invalid=invalid) as carrier:
        for _ in range(MOST):
            invalid.note(403)
        hello = carrier.saying(at(str(carrier.harbour.general.id)), "Hello")
        asked = len(server.requests)

        stopped = await carrier.surface.deliver(hello, "hello")
        asked_meanwhile = len(server.requests) - asked
        moment = WINDOW.total_seconds()
        later = await carrier.surface.deliver(hello, "hello")

    assert stopped == Retry("rate-limited", WINDOW, Scope.PLATFORM)
    assert asked_meanwhile == 0
    assert isinstance(later, Done)


async def test_refusals_are_counted(server: DiscordServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(invalid_requests, "MOST", 20)
    server.world.close_direct_messages(Harbour.of(server.world).noor)
    server.limits.off = True
    async with carrying(server) as carrier:
        for number in range(30):
            await carrier.surface.deliver(carrier.saying(to(carrier.harbour.noor), "Hello"), f"hello-{number}")

    assert server.invalid_requests == 20


async def test_a_right_that_is_missing_is_named(carrier: Carrier, hello: SendMessage) -> None:
    carrier.forbid(Permission.SEND_MESSAGES)

    assert await carrier.surface.deliver(hello, "hello") == Lacking(("send_messages",))


async def test_a_channel_that_the_bot_was_shut_out_of_names_what_is_missing_there(
    carrier: Carrier, hello: SendMessage
) -> None:
    world = carrier.server.world
    world.set_overwrite(carrier.harbour.general, Overwrite(world.bot.id, 1, deny=Permission.VIEW_CHANNEL))

    outcome = await carrier.surface.deliver(hello, "hello")

    assert isinstance(outcome, Lacking)
    assert "view_channel" in outcome.rights


async def test_a_thread_s_channel_that_the_bot_was_shut_out_of_names_what_is_missing_there(carrier: Carrier) -> None:
    world = carrier.server.world
    growth = world.add_channel(carrier.harbour.guild, "growth", ChannelType.FORUM)
    thread = world.add_thread(growth, "Ana’s growth", owner=world.bot)
    hello = carrier.saying(at(str(thread.id)), "Hello")
    world.set_overwrite(growth, Overwrite(world.bot.id, 1, deny=Permission.SEND_MESSAGES_IN_THREADS))

    assert await carrier.surface.deliver(hello, "hello") == Lacking(("send_messages_in_threads",))

    world.set_overwrite(growth, Overwrite(world.bot.id, 1, deny=Permission.VIEW_CHANNEL))
    assert await carrier.surface.deliver(hello, "hello") == Lacking(("view_channel",))


async def test_a_home_that_the_bot_was_shut_out_of_names_what_is_missing_there(carrier: Carrier) -> None:
    world = carrier.server.world
    growth = world.add_channel(carrier.harbour.guild, "growth", ChannelType.FORUM)
    carrier.homes = {PlaceKind.THREADS: str(growth.id)}
    world.set_overwrite(growth, Overwrite(world.bot.id, 1, deny=Permission.SEND_MESSAGES))

    opening = carrier.thread(carrier.harbour.noor)
    assert await carrier.surface.deliver(opening, "thread") == Lacking(("send_messages",))


async def test_a_guild_that_has_sent_the_bot_away_refuses_and_would_refuse_again(
    carrier: Carrier, hello: SendMessage
) -> None:
    carrier.server.world.remove_bot(carrier.harbour.guild)

    assert isinstance(await carrier.surface.deliver(hello, "hello"), Refused)


async def test_a_token_that_is_refused_stops_the_platform(carrier: Carrier, hello: SendMessage) -> None:
    carrier.server.faults.fail(401, times=1)

    outcome = await carrier.surface.deliver(hello, "hello")

    assert is_pause(outcome, Scope.PLATFORM)


async def test_an_answer_that_takes_too_long_isn_t_waited_for(
    carrier: Carrier, hello: SendMessage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rest, "LONGEST_CALL", 0.05)
    carrier.server.faults.slow(1.0, POSTING, times=1)

    assert isinstance(await carrier.surface.deliver(hello, "hello"), Unknown)


async def test_reading_that_got_no_answer_has_changed_nothing(carrier: Carrier, hello: SendMessage) -> None:
    carrier.server.faults.lose_reply("GET /channels", times=5)

    outcome = await carrier.surface.deliver(hello, "hello", again=True)

    assert isinstance(outcome, Retry)
    assert outcome.scope is Scope.OUTAGE


async def test_in_a_storm_everything_is_said_once(carrier: Carrier) -> None:
    faults, general = carrier.server.faults, at(str(carrier.harbour.general.id))
    faults.fail(502, share=0.2)
    faults.fail(429, share=0.1, retry_after=0.001)
    faults.lose_reply(times=None, share=0.2)

    for number in range(60):
        sending, tries = carrier.saying(general, f"Number {number}"), 1
        while not isinstance(await carrier.surface.deliver(sending, f"n-{number}", again=tries > 1), Done):
            tries += 1

    assert said(carrier) == 60


async def test_requests_are_spaced(server: DiscordServer) -> None:
    server.limits.off = True
    async with carrying(server, requests_a_second=100) as carrier:
        await asyncio.gather(
            *(carrier.surface.deliver(carrier.saying(to(carrier.harbour.noor), "Hi"), f"hi-{n}") for n in range(5))
        )

        asked = sorted(each.at for each in server.requests)
        assert asked[-1] - asked[-6] >= 5 / 100 - 0.005


async def test_before_it_is_logged_in_or_has_words_everything_waits() -> None:
    surface = Discord(discord.Client(intents=discord.Intents.none()), QuickPainter())
    sending = SendMessage(at("1"), View("Hello"))

    without_words = await surface.deliver(sending, "hello")
    surface.speak_for(Keys())
    without_login = await surface.deliver(sending, "hello")

    assert is_pause(without_words, Scope.PLATFORM)
    assert is_pause(without_login, Scope.PLATFORM)


def is_pause(outcome: Outcome, scope: Scope) -> bool:
    return isinstance(outcome, Retry) and outcome.scope is scope and outcome.after is not None
