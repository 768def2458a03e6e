"""The places that a programme needs in a guild: made, taken, mended."""

from collections.abc import AsyncIterator

import pytest

from bot.core.domain.communities import PlaceKind
from bot.core.effects import Lacking, PrepareHomes
from tests.adapters.discord.carrying import TITLES, Carrier, carrying
from tests.discord.server.app import DiscordServer
from tests.discord.server.channels import ChannelType, Overwrite
from tests.discord.server.state import Permission


@pytest.fixture
async def carrier(server: DiscordServer) -> AsyncIterator[Carrier]:
    server.limits.off = True
    async with carrying(server) as ready:
        yield ready


async def test_a_guild_gets_a_channel_for_all_a_category_for_rooms_and_a_forum_for_growth(carrier: Carrier) -> None:
    await carrier.settled()

    made = {kind: carrier.channel(place) for kind, place in carrier.homes.items()}
    assert {kind: (each.name, each.type) for kind, each in made.items()} == {
        PlaceKind.COMMONS: ("mentorship", ChannelType.TEXT),
        PlaceKind.ROOMS: ("Mentorship rooms", ChannelType.CATEGORY),
        PlaceKind.THREADS: ("growth", ChannelType.FORUM),
    }


async def test_without_forums_growth_threads_hang_on_a_text_channel(carrier: Carrier) -> None:
    carrier.harbour.guild.features.clear()

    await carrier.settled()

    assert carrier.channel(carrier.homes[PlaceKind.THREADS]).type is ChannelType.TEXT


async def test_everybody_reads_in_the_commons_and_in_growth_threads_and_sees_no_rooms(carrier: Carrier) -> None:
    await carrier.settled()

    newcomer = carrier.harbour.newcomer(carrier.server.world, "Kim Sol")
    may = carrier.server.world.may
    commons, rooms, growth = (carrier.channel(carrier.homes[kind]) for kind in TITLES)
    assert may(newcomer, commons, Permission.VIEW_CHANNEL)
    assert may(newcomer, growth, Permission.VIEW_CHANNEL | Permission.SEND_MESSAGES_IN_THREADS)
    assert not may(newcomer, growth, Permission.SEND_MESSAGES)
    assert not may(newcomer, rooms, Permission.VIEW_CHANNEL)


async def test_preparing_again_finds_what_was_made(carrier: Carrier) -> None:
    await carrier.settled()
    made = dict(carrier.homes)

    await carrier.settled()

    assert carrier.homes == made


async def test_a_place_that_somebody_deleted_is_made_anew_and_the_others_stay(carrier: Carrier) -> None:
    await carrier.settled()
    before = dict(carrier.homes)
    carrier.server.world.delete_channel(carrier.channel(before[PlaceKind.THREADS]))

    after = await carrier.done(PrepareHomes(carrier.community, TITLES, before), "mend")

    assert after.places[PlaceKind.THREADS] != before[PlaceKind.THREADS]
    assert after.places[PlaceKind.ROOMS] == before[PlaceKind.ROOMS]


async def test_a_known_place_is_taken_whatever_it_is_called_now(carrier: Carrier) -> None:
    await carrier.settled()
    carrier.server.world.rename_channel(carrier.channel(carrier.homes[PlaceKind.COMMONS]), "mentoring-hub")

    done = await carrier.done(PrepareHomes(carrier.community, TITLES, carrier.homes), "again")

    assert done.places == carrier.homes


@pytest.mark.parametrize("chosen", ["#plaza", "Plaza", "<#{id}>", "{id}"])
async def test_a_place_is_chosen_by_its_name_its_mention_or_its_id(carrier: Carrier, chosen: str) -> None:
    plaza = carrier.server.world.add_channel(carrier.harbour.guild, "plaza")
    known = {PlaceKind.COMMONS: chosen.format(id=plaza.id)}

    done = await carrier.done(PrepareHomes(carrier.community, TITLES, known), "homes")

    assert done.places[PlaceKind.COMMONS] == str(plaza.id)


async def test_a_missing_right_is_named_and_nothing_is_made(carrier: Carrier) -> None:
    carrier.forbid(Permission.MANAGE_ROLES | Permission.CREATE_PRIVATE_THREADS)
    before = len(carrier.server.world.channels)

    outcome = await carrier.surface.deliver(PrepareHomes(carrier.community, TITLES, {}), "homes")

    assert outcome == Lacking(("manage_roles", "create_private_threads"))
    assert len(carrier.server.world.channels) == before


async def test_a_right_that_is_missing_in_a_chosen_place_alone_is_named(carrier: Carrier) -> None:
    world = carrier.server.world
    plaza = world.add_channel(carrier.harbour.guild, "plaza")
    world.set_overwrite(plaza, Overwrite(world.bot.id, 1, deny=Permission.SEND_MESSAGES))

    outcome = await carrier.surface.deliver(
        PrepareHomes(carrier.community, TITLES, {PlaceKind.COMMONS: str(plaza.id)}), "homes"
    )

    assert outcome == Lacking(("send_messages",))
