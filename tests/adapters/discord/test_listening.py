"""The line to Discord is taken up again wherever it breaks, and no more often than Discord bears."""

import asyncio
from collections.abc import Sequence

import discord
import pytest

from bot.adapters.discord.addresses import use_api
from bot.adapters.discord.locked_out import LockedOut, Reason
from bot.core.ui.inbound import Arrived, BroughtIn, Departed
from tests.adapters.discord.listener import PATIENCE, Presence
from tests.discord.harbour import INVITED, Harbour
from tests.discord.server.app import API, DiscordServer
from tests.discord.server.state import ApplicationFlag, Guild

CLOSED = "http://127.0.0.1:1/api/v10"
LEAST = discord.Intents(
    guilds=True, guild_messages=True, guild_reactions=True, dm_messages=True, moderation=True, integrations=True
)


@pytest.fixture
def presence(server: DiscordServer) -> Presence:
    return Presence(server)


async def end_of(presence: Presence, *, shards: Sequence[int] = (), shard_count: int = 0) -> Reason | None:
    """Wait until it gives up, and find out why."""
    try:
        async with presence.running(shards=shards, shard_count=shard_count), asyncio.timeout(PATIENCE):
            await presence.ended.wait()
    except LockedOut as locked_out:
        return locked_out.reason
    return None


async def test_it_asks_to_be_told_the_least(presence: Presence, server: DiscordServer) -> None:
    async with presence.running():
        await presence.connected()
        with_members = server.gateway.sessions[0].intents
    server.world.application.flags = ApplicationFlag(0)
    async with presence.running():
        await presence.connected()
        without = server.gateway.sessions[0].intents

    assert without == LEAST.value
    assert with_members == LEAST.value | discord.Intents(members=True).value


async def test_it_is_hearing_while_there_is_a_session(presence: Presence) -> None:
    async with presence.running() as app:
        assert not await app.hears()
        await presence.conversation.hears(BroughtIn)
        assert await app.hears()
    assert not await app.hears()


@pytest.mark.parametrize("how", ["reconnect", "drop", "cut"])
async def test_a_broken_line_is_taken_up_where_it_broke(
    presence: Presence, server: DiscordServer, harbour: Harbour, how: str
) -> None:
    async with presence.running():
        await presence.conversation.hears(BroughtIn)
        match how:
            case "reconnect":
                server.gateway.reconnect()
            case "drop":
                server.gateway.drop()
            case _:
                server.gateway.drop(code=None)
        li = harbour.newcomer(server.world, "Li Wei")
        await server.gateway.until(lambda it: it.resumes == 1)
        server.world.leave(harbour.guild, li)
        await presence.conversation.hears(Departed)

    assert len(presence.conversation.all(Arrived)) == 1, "what was told meanwhile, once"
    assert server.gateway.identifies == 1


async def test_a_session_that_is_over_is_followed_by_another(
    presence: Presence, server: DiscordServer, harbour: Harbour
) -> None:
    async with presence.running():
        await presence.conversation.hears(BroughtIn)
        server.gateway.drop(resumable=False)
        await server.gateway.until(lambda it: it.identifies == 2)
        await presence.conversation.hears(BroughtIn, 2)
        harbour.newcomer(server.world, "Li Wei")
        await presence.conversation.hears(Arrived)

    assert [round(each) for each in presence.time.slept] == [5]


async def test_sessions_that_do_not_last_are_begun_at_ever_longer_intervals(
    presence: Presence, server: DiscordServer
) -> None:
    async with presence.running():
        for number in range(1, 9):
            await server.gateway.until(lambda it, number=number: it.identifies == number and bool(it.sessions))  # type: ignore[misc]
            server.gateway.invalidate()
        await server.gateway.until(lambda it: it.identifies == 9)

    assert [round(each) for each in presence.time.slept] == [5, 10, 20, 40, 80, 160, 320, 600]


async def test_when_a_day_s_sessions_are_used_up_it_waits_for_the_next(
    presence: Presence, server: DiscordServer
) -> None:
    server.gateway.identifies = 1000
    presence.time.meanwhile = lambda: setattr(server.gateway, "identifies", 0)
    async with presence.running():
        await presence.connected()

    assert presence.time.slept == [86_400]
    assert server.gateway.identifies == 1


async def test_an_intent_that_was_just_switched_off_is_done_without(presence: Presence, server: DiscordServer) -> None:
    async with presence.running():
        server.world.application.flags = ApplicationFlag(0)
        await presence.connected()
        intents = server.gateway.sessions[0].intents

    assert intents == LEAST.value


async def test_a_token_that_discord_does_not_take_ends_it_at_the_start(presence: Presence) -> None:
    with pytest.raises(LockedOut) as ended:
        async with presence.running(token="no.such.token"):
            pass

    assert ended.value.reason is Reason.TOKEN
    assert ended.value.__cause__ is None


async def test_a_token_that_was_taken_away_ends_it(presence: Presence, server: DiscordServer) -> None:
    ending = asyncio.create_task(end_of(presence))
    await presence.connected()
    server.world.application.token = "another"
    server.gateway.drop()

    assert await ending is Reason.TOKEN


async def test_discord_being_away_at_the_start_holds_nothing_up(presence: Presence, server: DiscordServer) -> None:
    presence.time.meanwhile = lambda: use_api(server.url + API)
    async with presence.running(api_url=CLOSED) as app:
        assert not app.is_logged_in
        await presence.connected()

    assert presence.time.slept[0] == 5


async def test_as_many_connections_are_opened_as_discord_asks_for(
    presence: Presence, server: DiscordServer, harbour: Harbour
) -> None:
    server.gateway.shards = 3
    guilds = [harbour.guild, *(guild_on(server, harbour, shard, 3) for shard in range(3))]
    async with presence.running() as app:
        await presence.conversation.hears(BroughtIn, len(guilds))
        assert await app.hears()
        shards = [(session.shard.index, session.shard.count) for session in server.gateway.sessions]

    assert shards == [(0, 3), (1, 3), (2, 3)]


async def test_a_range_of_shards_hears_of_its_own_guilds_alone(
    presence: Presence, server: DiscordServer, harbour: Harbour
) -> None:
    here, elsewhere = (guild_on(server, harbour, shard, 2) for shard in range(2))
    async with presence.running(shards=[0], shard_count=2):
        await presence.conversation.hears(BroughtIn)
        for guild in (elsewhere, here):
            server.world.join(guild, server.world.add_user("Li Wei"))
        await presence.conversation.hears(Arrived)

    told = {each.origin.community for each in presence.conversation.told}
    assert str(here.id) in told
    assert str(elsewhere.id) not in told


def guild_on(server: DiscordServer, harbour: Harbour, shard: int, shards: int) -> Guild:
    """Bring Menteo to a guild that belongs to a shard."""
    guild = server.world.add_guild("Isle", harbour.owner)
    while (guild.id >> 22) % shards != shard:
        guild = server.world.add_guild("Isle", harbour.owner)
    server.world.add_bot(guild, INVITED)
    return guild


async def test_a_range_that_discord_has_outgrown_ends_it(presence: Presence, server: DiscordServer) -> None:
    server.gateway.least_shards = 4

    assert await end_of(presence, shards=[0], shard_count=2) is Reason.SHARDS


async def test_connections_that_discord_has_outgrown_are_followed_by_more(
    presence: Presence, server: DiscordServer
) -> None:
    server.gateway.least_shards = 2
    presence.time.meanwhile = lambda: setattr(server.gateway, "shards", 2)
    async with presence.running():
        await presence.connected(2)
        assert not presence.ended.is_set()


async def test_pauses_grow_while_the_gateway_is_away_and_no_session_is_begun(
    presence: Presence, server: DiscordServer
) -> None:
    gateway = server.faults.fail(404, match="GET .*/gateway/bot", times=4)
    async with presence.running():
        await presence.connected()

    assert gateway.happened == 4
    assert presence.time.slept == [5, 10, 20, 40]
    assert server.gateway.identifies == 1
