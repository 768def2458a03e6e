"""The tests' own Discord: the real discord.py logs in to it, and meets what Discord enforces."""

import asyncio
from collections.abc import AsyncIterator

import aiohttp
import discord
import pytest

from tests.discord.harbour import INVITED, Harbour
from tests.discord.server.app import DiscordServer
from tests.discord.server.ratelimits import Limit
from tests.discord.server.state import ApplicationFlag, ChannelType, Overwrite, Permission

Holder = discord.Role | discord.Member | discord.Object
NOBODY = discord.AllowedMentions.none()


@pytest.fixture
async def client(server: DiscordServer) -> AsyncIterator[discord.Client]:
    """The library, logged in to REST alone."""
    async with discord.Client(intents=discord.Intents.default()) as client:
        await client.login(server.token)
        yield client


@pytest.fixture
async def general(client: discord.Client, harbour: Harbour) -> discord.TextChannel:
    return await text_channel(client, harbour.general.id)


async def text_channel(client: discord.Client, snowflake: int) -> discord.TextChannel:
    channel = await client.fetch_channel(snowflake)
    assert isinstance(channel, discord.TextChannel)
    return channel


async def guild_of(client: discord.Client, harbour: Harbour) -> discord.Guild:
    return await client.fetch_guild(harbour.guild.id)


async def test_a_wrong_token_is_refused(server: DiscordServer) -> None:
    async with discord.Client(intents=discord.Intents.none()) as client:
        with pytest.raises(discord.LoginFailure):
            await client.login("another.token.altogether")
    assert server.invalid_requests == 1


async def test_a_private_channel_is_seen_by_whom_it_is_for(
    server: DiscordServer, client: discord.Client, harbour: Harbour
) -> None:
    li, stranger = harbour.newcomer(server.world, "Li Wei"), harbour.newcomer(server.world, "Sam Ode")
    guild = await guild_of(client, harbour)
    hidden, seen = discord.PermissionOverwrite(view_channel=False), discord.PermissionOverwrite(view_channel=True)
    me, member = await guild.fetch_member(server.world.bot.id), await guild.fetch_member(li.id)
    made = await guild.create_text_channel(
        "Room of Li", overwrites={guild.default_role: hidden, me: seen, member: seen}, reason="Pairing of Li"
    )
    channel = server.world.channels[made.id]
    assert made.name == "room-of-li"
    assert [server.world.sees(user, channel) for user in (li, harbour.noor, stranger)] == [True, True, False]
    with pytest.raises(PermissionError):
        server.world.say(stranger, channel, "let me in")


async def test_the_same_nonce_makes_one_message(server: DiscordServer, general: discord.TextChannel) -> None:
    first = await general.send("Your week, please", nonce="week-1")
    again = await general.send("Your week, please", nonce="week-1")
    assert again.id == first.id
    assert len(server.world.channels[general.id].messages) == 1


async def test_only_allowed_mentions_ping(
    server: DiscordServer, general: discord.TextChannel, harbour: Harbour
) -> None:
    text = f"@everyone and {harbour.noor.mention}"
    quiet = await general.send(text, allowed_mentions=NOBODY)
    only = discord.AllowedMentions(everyone=False, roles=False, users=[discord.Object(harbour.noor.id)])
    told = await general.send(text, allowed_mentions=only)
    messages = server.world.channels[general.id].messages
    assert not messages[quiet.id].pinged
    assert messages[told.id].pinged.users == {harbour.noor.id}
    assert not messages[told.id].pinged.everyone
    careless = await general.send(text, allowed_mentions=discord.AllowedMentions(users=False))
    assert messages[careless.id].pinged.everyone


async def test_files_keep_their_alt_text_and_can_be_read(general: discord.TextChannel, server: DiscordServer) -> None:
    file = discord.File(__file__, filename="gaps.png", description="Three gaps, one closed")
    embed = discord.Embed(title="Gaps").set_image(url="attachment://gaps.png")
    sent = await general.send(file=file, embed=embed)
    (attachment,) = sent.attachments
    assert attachment.description == "Three gaps, one closed"
    assert sent.embeds[0].image.url == attachment.url
    assert await attachment.read() == server.world.files[attachment.id].content


async def test_pins_need_their_permission(
    server: DiscordServer, general: discord.TextChannel, harbour: Harbour
) -> None:
    guide = await general.send("Read me first")
    await guide.pin()
    assert [pinned.id async for pinned in general.pins()] == [guide.id]
    server.world.change_role(harbour.guild, server.world.bot_role(harbour.guild), INVITED & ~Permission.PIN_MESSAGES)
    with pytest.raises(discord.Forbidden) as refused:
        await guide.unpin()
    assert refused.value.code == 50013


async def test_a_channel_that_the_bot_cannot_see_is_no_access(
    server: DiscordServer, general: discord.TextChannel, harbour: Harbour
) -> None:
    hidden = Overwrite(harbour.guild.id, 0, deny=Permission.VIEW_CHANNEL)
    server.world.set_overwrite(harbour.general, hidden)
    role = server.world.bot_role(harbour.guild)
    with pytest.raises(discord.Forbidden) as refused:
        await general.send("anybody?")
    assert refused.value.code == 50001
    server.world.set_overwrite(harbour.general, Overwrite(role.id, 0, allow=Permission.VIEW_CHANNEL))
    await general.send("here again")


async def test_rights_that_the_bot_lacks_cannot_be_handed_on(
    server: DiscordServer, client: discord.Client, harbour: Harbour
) -> None:
    guild = await guild_of(client, harbour)
    banning: dict[Holder, discord.PermissionOverwrite] = {}
    banning[guild.default_role] = discord.PermissionOverwrite(ban_members=True)
    with pytest.raises(discord.Forbidden):
        await guild.create_text_channel("odd", overwrites=banning)


async def test_a_full_category_and_a_full_guild_say_so(
    server: DiscordServer, client: discord.Client, harbour: Harbour
) -> None:
    harbour.guild.max_in_category, harbour.guild.max_channels = 1, 4
    guild = await guild_of(client, harbour)
    category = await guild.create_category("Mentorship rooms")
    await category.create_text_channel("one")
    with pytest.raises(discord.HTTPException, match="Maximum number of channels in category reached") as full:
        await category.create_text_channel("two")
    assert full.value.code == 50035
    await guild.create_text_channel("three")
    with pytest.raises(discord.HTTPException) as packed:
        await guild.create_text_channel("four")
    assert packed.value.code == 30013


async def test_forums_are_for_communities(server: DiscordServer, client: discord.Client, harbour: Harbour) -> None:
    guild = await guild_of(client, harbour)
    forum = await guild.create_forum("growth")
    post = await forum.create_thread(name="Li Wei", content="Here I grow")
    assert post.thread.id == post.message.id
    harbour.guild.features.clear()
    with pytest.raises(discord.HTTPException) as refused:
        await guild.create_forum("another")
    assert refused.value.code == 50024


async def test_a_thread_sleeps_and_is_woken_by_a_message(
    server: DiscordServer, general: discord.TextChannel, harbour: Harbour
) -> None:
    thread = await general.create_thread(name="growth", type=discord.ChannelType.public_thread)
    await thread.edit(archived=True)
    with pytest.raises(discord.HTTPException) as asleep:
        await thread.add_user(discord.Object(harbour.noor.id))
    assert asleep.value.code == 50083
    await thread.send("Week three")
    assert server.world.channels[thread.id].active_thread


async def test_a_guild_full_of_active_threads_takes_no_more(
    server: DiscordServer, general: discord.TextChannel, harbour: Harbour
) -> None:
    harbour.guild.max_active_threads = 1
    first = await general.create_thread(name="one", type=discord.ChannelType.public_thread)
    with pytest.raises(discord.HTTPException) as full:
        await general.create_thread(name="two", type=discord.ChannelType.public_thread)
    assert full.value.code == 160006
    await first.edit(archived=True)
    await general.create_thread(name="two", type=discord.ChannelType.public_thread)


async def test_a_private_thread_is_for_those_inside_and_its_managers(
    server: DiscordServer, general: discord.TextChannel, harbour: Harbour
) -> None:
    li, stranger = harbour.newcomer(server.world, "Li Wei"), harbour.newcomer(server.world, "Sam Ode")
    made = await general.create_thread(name="room", type=discord.ChannelType.private_thread)
    await made.add_user(discord.Object(li.id))
    thread = server.world.channels[made.id]
    assert thread.type is ChannelType.PRIVATE_THREAD
    assert [server.world.sees(user, thread) for user in (li, harbour.noor, stranger)] == [True, True, False]


async def test_closed_direct_messages_and_no_guild_in_common(
    server: DiscordServer, client: discord.Client, harbour: Harbour
) -> None:
    person = await client.fetch_user(harbour.noor.id)
    await person.send("Welcome")
    server.world.close_direct_messages(harbour.noor)
    with pytest.raises(discord.Forbidden) as closed:
        await person.send("Are you there?")
    server.world.leave(harbour.guild, harbour.noor)
    with pytest.raises(discord.Forbidden) as gone:
        await person.send("Are you there?")
    assert [closed.value.code, gone.value.code] == [50007, 50278]


async def test_other_peoples_texts_need_the_message_content_intent(
    server: DiscordServer, general: discord.TextChannel, harbour: Harbour
) -> None:
    said = server.world.say(harbour.noor, harbour.general, "something private")
    assert (await general.fetch_message(said.id)).content == ""
    server.world.application.flags |= ApplicationFlag.MESSAGE_CONTENT
    assert (await general.fetch_message(said.id)).content == "something private"


async def test_commands_keep_their_ids_when_they_are_registered_again(
    server: DiscordServer, client: discord.Client
) -> None:
    tree = discord.app_commands.CommandTree(client)

    @tree.command(name="goal", description="Your goals")
    async def goal(interaction: discord.Interaction, title: str) -> None: ...

    (first,) = await tree.sync()
    (again,) = await tree.sync()
    assert first.id == again.id
    assert server.world.commands[None][first.id]["options"][0]["name"] == "title"


async def test_a_bucket_is_waited_for_by_its_headers(server: DiscordServer, general: discord.TextChannel) -> None:
    server.limits.of_route["POST /channels/{channel_id}/messages"] = Limit(2, 0.2)
    for number in range(5):
        await general.send(f"{number}")
    assert server.limits.exceeded == 0


async def test_over_all_limit_is_a_global_429(server: DiscordServer, client: discord.Client, harbour: Harbour) -> None:
    server.limits.per_second, server.limits.pace = 5, 10.0
    await asyncio.gather(*(client.fetch_channel(harbour.general.id) for _ in range(8)))
    assert [asked.status for asked in server.requests].count(429) == server.limits.exceeded > 0
    assert server.invalid_requests == server.limits.exceeded


async def test_a_lost_reply_has_had_its_effect(
    server: DiscordServer, general: discord.TextChannel, harbour: Harbour
) -> None:
    server.faults.lose_reply(r"POST /channels/\d+/messages$")
    with pytest.raises(aiohttp.ClientError):
        await general.send("once", nonce="once")
    await general.send("once", nonce="once")
    assert [message.content for message in harbour.general.messages.values()] == ["once"]


async def test_faults_come_as_often_as_asked(server: DiscordServer, general: discord.TextChannel) -> None:
    server.faults.fail(503, match="POST .*/messages", times=1)
    with pytest.raises(discord.DiscordServerError):
        await general.send("down")
    await general.send("up")


async def test_what_the_published_description_forbids_is_refused(
    server: DiscordServer, general: discord.TextChannel
) -> None:
    with pytest.raises(discord.HTTPException) as refused:
        await general.send("x" * 2001)
    assert refused.value.code == 50035
    assert "D-CONTENT" in server.problems.pop().text
    server.problems.clear()


async def test_who_brings_the_bot_is_told(server: DiscordServer, harbour: Harbour) -> None:
    told: list[tuple[str, str]] = []
    server.world.remove_bot(harbour.guild)
    server.world.listeners.append(lambda event: told.append((event.name, event.data.get("user", {}).get("id", ""))))
    server.world.add_bot(harbour.guild, INVITED, by=harbour.noor)
    assert told == [("GUILD_CREATE", ""), ("INTEGRATION_CREATE", str(harbour.noor.id))]


async def test_a_refused_edit_leaves_the_message_as_it_was(
    server: DiscordServer, general: discord.TextChannel, harbour: Harbour
) -> None:
    sent = await general.send("as it was")
    with pytest.raises(discord.HTTPException) as refused:
        await sent.edit(content="  ")
    assert refused.value.code == 50006
    assert harbour.general.messages[sent.id].content == "as it was"
