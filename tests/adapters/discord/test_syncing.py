"""Commands are registered when they changed, and where they should be."""

import pytest

from bot.core.ui.commands import CommandCard
from tests.adapters.discord.listener import Presence
from tests.discord.harbour import Harbour
from tests.discord.server.app import DiscordServer

HELP = CommandCard("help", "", "What you can do", for_moderators=False)
EVERYWHERE = "PUT /applications/{application_id}/commands"


@pytest.fixture
def presence(server: DiscordServer) -> Presence:
    presence = Presence(server)
    presence.conversation.cards = [HELP]
    return presence


async def once(presence: Presence, *, guilds: tuple[int, ...] = ()) -> list[int]:
    """Start and stop, and count the commands in each request that registered any."""
    before = len(presence.server.requests)
    async with presence.running(guilds=guilds):
        await presence.connected()
    asked = [each for each in presence.server.requests[before:] if each.path.endswith("/commands")]
    return [len(each.body) for each in asked if isinstance(each.body, list)]


async def test_they_are_registered_at_the_first_start_and_not_again(presence: Presence, server: DiscordServer) -> None:
    assert await once(presence) == [1]
    assert await once(presence) == []
    assert server.problems == []


async def test_they_are_registered_anew_when_they_changed(presence: Presence) -> None:
    await once(presence)
    presence.conversation.cards.append(CommandCard("me", "", "How you stand", for_moderators=False))

    assert await once(presence) == [2]


async def test_while_developing_they_are_registered_in_one_guild_and_taken_back_afterwards(
    presence: Presence, server: DiscordServer, harbour: Harbour
) -> None:
    assert await once(presence, guilds=(harbour.guild.id,)) == [1]
    assert len(server.world.commands[harbour.guild.id]) == 1
    assert sorted(await once(presence)) == [0, 1]
    assert len(server.world.commands[harbour.guild.id]) == 0


async def test_a_guild_where_it_may_not_register_keeps_nobody_from_the_others(
    presence: Presence, server: DiscordServer, harbour: Harbour
) -> None:
    server.world.remove_bot(harbour.guild)
    other = server.world.add_guild("Isle", harbour.owner)
    await once(presence, guilds=(1, other.id))

    refused = [each.status for each in server.requests if each.path.endswith("/commands")]
    assert refused != []


async def test_what_failed_is_tried_again(presence: Presence, server: DiscordServer) -> None:
    server.faults.lose_reply("PUT .*commands")

    assert await once(presence) == [1, 1]
