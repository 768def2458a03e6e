"""Growth threads on Discord: one per member, alive through archiving and crowds."""

import asyncio
from collections.abc import AsyncIterator

import discord
import pytest

from bot.adapters.discord.crowds import CROWDED
from bot.adapters.discord.rest import REQUESTS_A_SECOND
from bot.core.domain.communities import PlaceKind
from bot.core.effects import Gone, RemoveMessage, Retry, Scope, Unknown
from tests.adapters.discord.carrying import Carrier, at, carrying, text_of
from tests.discord.harbour import Harbour
from tests.discord.server.app import API, DiscordServer
from tests.discord.server.channels import ChannelType


@pytest.fixture
async def carrier(server: DiscordServer) -> AsyncIterator[Carrier]:
    server.limits.off = True
    async with carrying(server, crowded=5) as ready:
        await ready.settled()
        yield ready


@pytest.fixture(params=["forum", "text channel"])
async def either(request: pytest.FixtureRequest, carrier: Carrier) -> Carrier:
    """A guild with a forum, and one without."""
    if request.param == "text channel":
        carrier.server.world.delete_channel(carrier.channel(carrier.homes[PlaceKind.THREADS]))
        carrier.harbour.guild.features.clear()
        await carrier.settled()
    return carrier


async def test_a_member_gets_a_public_thread_that_names_them_without_a_ping(either: Carrier) -> None:
    place = (await either.done(either.thread(either.harbour.noor), "thread")).external_id

    thread, starter = either.channel(place), either.server.world.channels[int(either.homes[PlaceKind.THREADS])]
    assert (thread.name, thread.type) == ("Ana’s growth", ChannelType.PUBLIC_THREAD)
    assert thread.thread is not None
    assert thread.thread.auto_archive_minutes == 10_080
    said = [*thread.messages.values(), *starter.messages.values()]
    assert any(f"<@{either.harbour.noor.id}>" in text_of(each) for each in said)
    assert not any(either.harbour.noor.id in each.pinged.users or each.pinged.everyone for each in said)


async def test_a_thread_is_opened_once_however_often_it_is_tried(either: Carrier) -> None:
    either.server.faults.lose_reply("POST .*/threads")
    opening = either.thread(either.harbour.noor)

    lost = await either.surface.deliver(opening, "thread")
    found = await either.done(opening, "thread", again=True)
    either.server.world.archive(either.channel(found.external_id))
    archived = await either.done(opening, "thread", again=True)

    assert isinstance(lost, Unknown)
    assert found == archived
    assert len(either.server.world.threads_of(either.harbour.guild)) == 1


async def test_two_members_of_one_name_get_a_thread_each(either: Carrier) -> None:
    first = await either.done(either.thread(either.harbour.noor), "thread-1", again=True)
    second = await either.done(either.thread(either.harbour.owner), "thread-2", again=True)

    assert first != second


async def test_an_entry_in_an_archived_thread_opens_it(either: Carrier) -> None:
    place = (await either.done(either.thread(either.harbour.noor), "thread")).external_id
    either.server.world.archive(either.channel(place))

    await either.done(either.saying(at(place), "Week 3"), "entry")

    assert not either.channel(place).thread.archived  # type: ignore[union-attr]  # it is a thread
    assert "Week 3" in text_of(either.messages(place)[-1])


async def test_an_entry_is_changed_and_taken_back_in_an_archived_thread_which_stays_archived(carrier: Carrier) -> None:
    place = (await carrier.done(carrier.thread(carrier.harbour.noor), "thread")).external_id
    entry = await carrier.done(carrier.saying(at(place), "Week 3"), "entry")
    carrier.server.world.archive(carrier.channel(place))

    await carrier.done(carrier.saying(at(place), "Week three", replaces=entry.external_id), "edit")
    changed = text_of(carrier.messages(place)[-1])
    await carrier.done(RemoveMessage(at(place), entry.external_id), "remove")

    assert "Week three" in changed
    assert "Week" not in text_of(carrier.messages(place)[-1])
    assert carrier.channel(place).thread.archived  # type: ignore[union-attr]  # it is a thread


async def test_in_a_crowded_guild_threads_are_archived_right_after_posting(either: Carrier) -> None:
    guild, world = either.harbour.guild, either.server.world
    guild.max_active_threads = 8
    people = [either.harbour.newcomer(world, f"Person {number}") for number in range(20)]

    for number, each in enumerate(people):
        place = (await either.done(either.thread(each, f"Growth {number}"), f"thread-{number}")).external_id
        await either.done(either.saying(at(place), "Week 1"), f"entry-{number}")

    assert len(world.threads_of(guild)) == 20
    assert len(world.active_threads(guild)) < 8


@pytest.mark.discord
async def test_fifteen_hundred_entries_in_one_hour_never_fill_a_guild(monkeypatch: pytest.MonkeyPatch) -> None:
    async with DiscordServer(checked=False) as server:  # the same request 1,500 times is checked elsewhere
        Harbour.founded(server.world)
        monkeypatch.setattr(discord.http.Route, "BASE", server.url + API)
        server.limits.off = True
        async with carrying(server) as carrier:
            await carrier.settled()
            forum = carrier.channel(carrier.homes[PlaceKind.THREADS])
            threads = [server.world.add_thread(forum, "Growth", owner=server.world.bot) for _ in range(1500)]
            for thread in threads:
                server.world.archive(thread)
            asked, most_active = len(server.requests), 0
            for start in range(0, len(threads), 30):
                places = [str(thread.id) for thread in threads[start : start + 30]]
                await asyncio.gather(*(carrier.done(carrier.saying(at(each), "Week 1"), each) for each in places))
                most_active = max(most_active, len(server.world.active_threads(carrier.harbour.guild)))

            assert most_active <= CROWDED + 30
            assert all(thread.messages for thread in threads)
            assert (len(server.requests) - asked) / REQUESTS_A_SECOND < 3600


async def test_rooms_and_channels_of_a_crowded_guild_stay_open(carrier: Carrier) -> None:
    world, guild, general = carrier.server.world, carrier.harbour.guild, carrier.harbour.general
    for number in range(6):
        world.add_thread(general, f"Topic {number}", owner=carrier.harbour.owner)
    room = world.add_thread(general, "Ana & Ben", owner=world.bot, type_=ChannelType.PRIVATE_THREAD)

    await carrier.done(carrier.saying(at(str(room.id)), "Hello"), "hello")
    await carrier.done(carrier.saying(at(str(general.id)), "Hello"), "hello-all")

    assert len(world.active_threads(guild)) == 7


async def test_a_full_guild_queues_and_says_so(carrier: Carrier) -> None:
    carrier.harbour.guild.max_active_threads = 0

    outcome = await carrier.surface.deliver(carrier.thread(carrier.harbour.noor), "thread")

    assert isinstance(outcome, Retry)
    assert (outcome.reason, outcome.scope) == ("threads-full", Scope.FULL)
    assert outcome.after is not None


async def test_a_forum_that_is_gone_is_named(carrier: Carrier) -> None:
    forum = carrier.homes[PlaceKind.THREADS]
    carrier.server.world.delete_channel(carrier.channel(forum))

    assert await carrier.surface.deliver(carrier.thread(carrier.harbour.noor), "thread") == Gone(forum)


async def test_a_thread_asks_for_the_forum_that_never_was(carrier: Carrier) -> None:
    carrier.homes.clear()

    assert await carrier.surface.deliver(carrier.thread(carrier.harbour.noor), "thread") == Gone("")
