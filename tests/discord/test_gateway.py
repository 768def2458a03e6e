"""The gateway of our own Discord, with the real client library at the other end."""

from collections.abc import Callable
from functools import partial

import discord
import pytest

from tests.discord.harbour import INVITED, Harbour
from tests.discord.lamp import asking_for, lit
from tests.discord.people import Person
from tests.discord.server.app import DiscordServer
from tests.discord.server.gateway import Gateway
from tests.discord.server.state import ApplicationFlag

LISTENING = asking_for("guilds", "guild_messages", "message_content")


@pytest.fixture(autouse=True)
def every_intent(server: DiscordServer) -> None:
    server.world.application.flags = ApplicationFlag.GUILD_MEMBERS | ApplicationFlag.MESSAGE_CONTENT


async def test_a_client_logs_in_and_finds_its_guild_with_nobody_but_itself_in_it(server: DiscordServer) -> None:
    async with lit(server) as lamp:
        assert [guild.name for guild in lamp.guilds] == ["Harbour"]
        assert [member.id for member in lamp.guilds[0].members] == [server.world.bot.id]


async def test_with_the_members_intent_the_whole_guild_is_asked_for_and_comes(server: DiscordServer) -> None:
    async with lit(server, intents=asking_for("guilds", "members")) as lamp:
        assert {member.display_name for member in lamp.guilds[0].members} == {"Ines Duarte", "Noor Haddad", "Menteo"}


async def test_a_privileged_intent_that_is_not_switched_on_is_refused(server: DiscordServer) -> None:
    server.world.application.flags = ApplicationFlag(0)

    with pytest.raises(discord.PrivilegedIntentsRequired):
        async with lit(server, intents=asking_for("guilds", "members")):
            pass


async def test_without_the_content_intent_a_message_comes_empty_unless_it_is_a_direct_one(
    server: DiscordServer, harbour: Harbour
) -> None:
    async with lit(server, intents=asking_for("guilds", "guild_messages", "dm_messages")) as lamp:
        server.world.say(harbour.noor, harbour.general, "in the open")
        server.world.say(harbour.noor, server.world.direct_channel(harbour.noor), "between us")

        assert await lamp.hears(2) == ["", "between us"]


async def test_an_event_without_its_intent_is_not_told(server: DiscordServer, harbour: Harbour) -> None:
    async with lit(server, intents=asking_for("guilds", "guild_messages", "message_content")) as lamp:
        server.world.say(harbour.noor, server.world.direct_channel(harbour.noor), "between us")
        server.world.say(harbour.noor, harbour.general, "in the open")

        assert await lamp.hears(1) == ["in the open"]


async def test_what_happens_while_a_client_is_away_is_told_when_it_resumes(
    server: DiscordServer, harbour: Harbour
) -> None:
    async with lit(server, intents=LISTENING) as lamp:
        for number, part in enumerate((_hang_up, _cut, Gateway.reconnect, _invalidate_for_a_while), 1):
            part(server.gateway)
            server.world.say(harbour.noor, harbour.general, f"number {number}")

            assert await lamp.hears(1) == [f"number {number}"]
            assert server.gateway.resumes == number
    assert server.gateway.identifies == 1


async def test_a_session_that_is_lost_begins_anew_and_without_what_was_missed(
    server: DiscordServer, harbour: Harbour
) -> None:
    losing: tuple[Callable[[Gateway], None], ...] = (Gateway.invalidate, _forget)
    async with lit(server, intents=LISTENING) as lamp:
        for number, part in enumerate(losing, 2):
            part(server.gateway)
            server.world.say(harbour.noor, harbour.general, "missed")
            await server.gateway.until(partial(_has_identified, number))
            server.world.say(harbour.noor, harbour.general, "heard")

            assert await lamp.hears(1) == ["heard"]


async def test_a_gateway_that_is_down_is_asked_again_until_it_is_there(server: DiscordServer, harbour: Harbour) -> None:
    async with lit(server, intents=LISTENING) as lamp:
        server.gateway.is_down = True
        server.gateway.drop()
        server.world.say(harbour.noor, harbour.general, "meanwhile")
        await server.gateway.until(_has_turned_away)
        server.gateway.is_down = False

        assert await lamp.hears(1) == ["meanwhile"]


async def test_a_frozen_line_is_noticed_by_its_missing_heartbeats_and_left(
    server: DiscordServer, harbour: Harbour
) -> None:
    server.gateway.heartbeat_milliseconds = 200
    async with lit(server, intents=LISTENING, heartbeat_timeout=0.5) as lamp:
        server.gateway.freeze()
        server.world.say(harbour.noor, harbour.general, "after a while")

        assert await lamp.hears(1) == ["after a while"]
        assert server.gateway.resumes == 1


async def test_events_may_come_twice_late_and_out_of_order(server: DiscordServer, harbour: Harbour) -> None:
    async with lit(server, intents=LISTENING) as lamp:
        server.world.say(harbour.noor, harbour.general, "one")
        server.gateway.repeat_last()
        server.gateway.hold()
        server.world.say(harbour.noor, harbour.general, "two")
        server.world.say(harbour.noor, harbour.general, "three")
        assert await lamp.hears(2) == ["one", "one"]
        server.gateway.release(backwards=True)

        assert await lamp.hears(2) == ["three", "two"]


async def test_shards_are_told_of_their_own_guilds_and_the_first_of_direct_messages(
    server: DiscordServer, harbour: Harbour
) -> None:
    server.gateway.shards = 2
    for number in range(5):
        server.world.add_bot(server.world.add_guild(f"Guild {number}", harbour.owner), INVITED)
    async with lit(server, sharded=True) as lamp:
        assert len(lamp.guilds) == 6
        assert {guild.id: guild.shard_id for guild in lamp.guilds} == {
            guild.id: (guild.id >> 22) % 2 for guild in server.world.guilds.values()
        }
        assert [session.shard.index for session in server.gateway.sessions] == [0, 1]
        for guild in server.world.guilds.values():
            await Person.joins(server, guild, "Ana").types("/goal add", title="x")
        await Person(server, harbour.noor).at_direct_messages().types("/goal add", title="x")


async def test_too_few_shards_are_refused(server: DiscordServer) -> None:
    server.gateway.least_shards = 2

    with pytest.raises(discord.ConnectionClosed, match="4011"):
        async with lit(server):
            pass


async def test_coming_into_a_guild_and_going_is_told(server: DiscordServer, harbour: Harbour) -> None:
    async with lit(server) as lamp:
        guild = server.world.add_guild("Yard", harbour.owner)
        server.world.add_bot(guild, INVITED)
        server.world.remove_bot(guild)

        assert await lamp.hears(2) == ["came into Yard", "left Yard"]


def _has_identified(times: int, gateway: Gateway) -> bool:
    return gateway.identifies == times


def _has_turned_away(gateway: Gateway) -> bool:
    return gateway.turned_away > 0


def _hang_up(gateway: Gateway) -> None:
    gateway.drop()


def _cut(gateway: Gateway) -> None:
    gateway.drop(code=None)


def _forget(gateway: Gateway) -> None:
    gateway.drop(resumable=False)


def _invalidate_for_a_while(gateway: Gateway) -> None:
    gateway.invalidate(resumable=True)
