"""Mentorship rooms on Discord: who sees them, where they are, and how they end."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.adapters.discord.channels import channel_name
from bot.core.domain.communities import PlaceKind
from bot.core.effects import AdmitToRoom, ArchiveRoom, DeleteRoom, Done, Gone, Lacking, Unknown
from tests.adapters.discord.carrying import Carrier, carrying, ids
from tests.discord.server.accounts import ApplicationFlag
from tests.discord.server.app import DiscordServer
from tests.discord.server.channels import ChannelType
from tests.discord.server.state import Permission, User

WRITE = Permission.VIEW_CHANNEL | Permission.SEND_MESSAGES


@pytest.fixture
async def carrier(server: DiscordServer) -> AsyncIterator[Carrier]:
    server.limits.off = True
    async with carrying(server) as ready:
        await ready.settled()
        yield ready


@pytest.fixture
def pair(carrier: Carrier) -> tuple[User, User]:
    newcomer = carrier.harbour.newcomer
    return newcomer(carrier.server.world, "Ana Ruiz"), newcomer(carrier.server.world, "Ben Okoro")


def may(carrier: Carrier, user: User, place: str, permission: Permission) -> bool:
    return carrier.server.world.may(user, carrier.channel(place), permission)


async def test_a_pair_writes_in_its_room_and_nobody_else_sees_it(carrier: Carrier, pair: tuple[User, User]) -> None:
    stranger = carrier.harbour.newcomer(carrier.server.world, "Kim Sol")

    room = (await carrier.done(carrier.room(*pair), "room")).external_id

    assert all(may(carrier, each, room, WRITE) for each in pair)
    assert not may(carrier, stranger, room, Permission.VIEW_CHANNEL)
    assert carrier.channel(room).name == "ana-ben"
    assert carrier.channel(room).parent == int(carrier.homes[PlaceKind.ROOMS])


async def test_a_room_is_opened_once(carrier: Carrier, pair: tuple[User, User]) -> None:
    first = await carrier.done(carrier.room(*pair), "room")

    assert await carrier.done(carrier.room(*pair), "room", again=True) == first


@pytest.mark.parametrize("thread", [False, True], ids=["channel", "thread"])
async def test_a_room_whose_reply_was_lost_is_found(carrier: Carrier, pair: tuple[User, User], *, thread: bool) -> None:
    if thread:
        carrier.harbour.guild.max_channels = len(carrier.server.world.channels_of(carrier.harbour.guild))
    carrier.server.faults.lose_reply("POST .*/threads" if thread else "POST /guilds/.*/channels")

    lost = await carrier.surface.deliver(carrier.room(*pair), "room")
    before = len(carrier.server.world.channels)
    found = await carrier.done(carrier.room(*pair), "room", again=True)

    assert isinstance(lost, Unknown)
    assert len(carrier.server.world.channels) == before
    assert all(may(carrier, each, found.external_id, Permission.VIEW_CHANNEL) for each in pair)


async def test_readers_read_and_don_t_write(carrier: Carrier, pair: tuple[User, User]) -> None:
    reader = carrier.harbour.newcomer(carrier.server.world, "Mo Derator")

    room = (await carrier.done(carrier.room(*pair, readers=[reader]), "room")).external_id

    assert may(carrier, reader, room, Permission.VIEW_CHANNEL | Permission.READ_MESSAGE_HISTORY)
    assert not may(carrier, reader, room, Permission.SEND_MESSAGES)


async def test_readers_come_and_go(carrier: Carrier, pair: tuple[User, User]) -> None:
    reader = carrier.harbour.newcomer(carrier.server.world, "Mo Derator")
    room = (await carrier.done(carrier.room(*pair), "room")).external_id

    await carrier.done(AdmitToRoom(carrier.community, room, ids(pair), ids([reader])), "admit")
    saw = may(carrier, reader, room, Permission.VIEW_CHANNEL)
    await carrier.done(AdmitToRoom(carrier.community, room, ids(pair), ()), "admit-2")

    assert saw
    assert not may(carrier, reader, room, Permission.VIEW_CHANNEL)
    assert all(may(carrier, each, room, WRITE) for each in pair)


async def test_an_archived_room_is_read_and_not_written_in(carrier: Carrier, pair: tuple[User, User]) -> None:
    reader = carrier.harbour.newcomer(carrier.server.world, "Mo Derator")
    room = (await carrier.done(carrier.room(*pair), "room")).external_id

    await carrier.done(ArchiveRoom(room, carrier.community), "archive")
    await carrier.done(ArchiveRoom(room, carrier.community), "archive", again=True)
    await carrier.done(AdmitToRoom(carrier.community, room, ids(pair), ids([reader])), "admit")

    assert all(may(carrier, each, room, Permission.VIEW_CHANNEL) for each in (*pair, reader))
    assert not any(may(carrier, each, room, Permission.SEND_MESSAGES) for each in (*pair, reader))
    assert may(carrier, carrier.server.world.bot, room, WRITE)


async def test_a_room_is_deleted_and_deleting_it_again_is_done(carrier: Carrier, pair: tuple[User, User]) -> None:
    room = (await carrier.done(carrier.room(*pair), "room")).external_id

    await carrier.done(DeleteRoom(room, carrier.community), "delete")
    await carrier.done(DeleteRoom(room, carrier.community), "delete", again=True)
    await carrier.done(ArchiveRoom(room, carrier.community), "archive")

    assert int(room) not in carrier.server.world.channels


async def test_who_reads_in_a_room_that_is_gone_can_t_be_changed(carrier: Carrier, pair: tuple[User, User]) -> None:
    room = (await carrier.done(carrier.room(*pair), "room")).external_id
    carrier.server.world.delete_channel(carrier.channel(room))

    outcome = await carrier.surface.deliver(AdmitToRoom(carrier.community, room, ids(pair), ()), "admit")

    assert outcome == Gone(room)


async def test_when_a_category_is_full_the_next_one_is_opened_once(carrier: Carrier, pair: tuple[User, User]) -> None:
    rooms = [carrier.room(*pair, title=f"Room {number}") for number in range(53)]

    done = await asyncio.gather(*(carrier.done(each, f"room-{at}") for at, each in enumerate(rooms)))

    parents = [carrier.channel(each.external_id).parent for each in done]
    categories = [each for each in carrier.server.world.channels.values() if each.type is ChannelType.CATEGORY]
    assert [each.name for each in categories] == ["Mentorship rooms", "Mentorship rooms 2"]
    assert [parents.count(each.id) for each in categories] == [50, 3]


async def test_a_guild_with_no_space_for_channels_gets_private_threads(
    carrier: Carrier, pair: tuple[User, User]
) -> None:
    guild, world = carrier.harbour.guild, carrier.server.world
    stranger = carrier.harbour.newcomer(world, "Kim Sol")
    for number in range(490 - len(world.channels_of(guild))):
        world.add_channel(guild, f"topic-{number}")

    room = (await carrier.done(carrier.room(*pair), "room")).external_id
    again = (await carrier.done(carrier.room(*pair), "room", again=True)).external_id

    assert room == again
    assert carrier.channel(room).type is ChannelType.PRIVATE_THREAD
    assert all(may(carrier, each, room, Permission.VIEW_CHANNEL) for each in pair)
    assert not may(carrier, stranger, room, Permission.VIEW_CHANNEL)


async def test_a_private_thread_is_closed_and_changes_its_readers(carrier: Carrier, pair: tuple[User, User]) -> None:
    guild, world = carrier.harbour.guild, carrier.server.world
    guild.max_channels = len(world.channels_of(guild))
    reader = carrier.harbour.newcomer(world, "Mo Derator")
    room = (await carrier.done(carrier.room(*pair), "room")).external_id

    world.archive(carrier.channel(room))  # as Discord does after a quiet week

    await carrier.done(AdmitToRoom(carrier.community, room, ids(pair[:1]), ids([reader])), "admit")
    await carrier.done(ArchiveRoom(room, carrier.community), "archive")
    await carrier.done(ArchiveRoom(room, carrier.community), "archive", again=True)

    thread = carrier.channel(room).thread
    assert thread is not None
    assert set(thread.members) == {pair[0].id, reader.id, world.bot.id}
    assert thread.archived
    assert thread.locked


@pytest.mark.parametrize("knows_members", [True, False], ids=["with the members intent", "without"])
async def test_a_private_thread_holds_those_in_it_alone(
    carrier: Carrier, pair: tuple[User, User], *, knows_members: bool
) -> None:
    guild, world = carrier.harbour.guild, carrier.server.world
    if not knows_members:
        world.application.flags &= ~ApplicationFlag.GUILD_MEMBERS
    guild.max_channels = len(world.channels_of(guild))
    mo, gone = (carrier.harbour.newcomer(world, name) for name in ("Mo Derator", "Al Ready"))
    world.leave(guild, gone)

    room = (await carrier.done(carrier.room(*pair, readers=[gone, mo]), "room")).external_id
    thread = carrier.channel(room).thread
    assert thread is not None
    assert set(thread.members) == {pair[0].id, pair[1].id, mo.id, world.bot.id}
    world.leave(guild, pair[1])
    shutting = AdmitToRoom(carrier.community, room, ids(pair), (), outside=ids([gone, mo]))
    await carrier.done(shutting, "admit")

    assert set(thread.members) == {pair[0].id, world.bot.id}


async def test_a_category_that_is_gone_is_named(carrier: Carrier, pair: tuple[User, User]) -> None:
    category = carrier.homes[PlaceKind.ROOMS]
    carrier.server.world.delete_channel(carrier.channel(category))

    assert await carrier.surface.deliver(carrier.room(*pair), "room") == Gone(category)


async def test_a_room_asks_for_the_category_that_never_was(carrier: Carrier, pair: tuple[User, User]) -> None:
    carrier.homes.clear()

    assert await carrier.surface.deliver(carrier.room(*pair), "room") == Gone("")


async def test_a_room_that_may_not_be_made_names_the_right(carrier: Carrier, pair: tuple[User, User]) -> None:
    carrier.forbid(Permission.MANAGE_CHANNELS)

    outcome = await carrier.surface.deliver(carrier.room(*pair), "room")

    assert outcome == Lacking(("manage_channels",))


async def test_a_name_of_any_kind_makes_a_room(carrier: Carrier, pair: tuple[User, User]) -> None:
    titles = ("李雷 & Ana", "@everyone", "!!!", "x" * 300, "a\nb", "Zoë O’Hara & \u202eBen")

    done = [await carrier.surface.deliver(carrier.room(*pair, title=each), each) for each in titles]

    assert all(isinstance(each, Done) for each in done), done


@pytest.mark.parametrize(
    ("title", "name"),
    [("Ana & Ben", "ana-ben"), ("  Ana — Ben!  ", "ana-ben"), ("李雷 & Zoë", "李雷-zoë"), ("***", "-")],
)
def test_a_title_becomes_a_channel_s_name_as_discord_would_write_it(title: str, name: str) -> None:
    assert channel_name(title) == name
