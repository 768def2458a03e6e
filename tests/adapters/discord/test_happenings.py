"""What happens in a guild reaches the core: who brought the bot, who comes and goes, what was deleted or said."""

from collections.abc import AsyncIterator

import pytest

from bot.adapters.discord import adders
from bot.adapters.discord.adders import Adders
from bot.core.ui.inbound import Arrived, BroughtIn, Commented, Departed, PlaceLost, Said, SentAway, Where
from tests.adapters.discord.listener import Presence
from tests.discord.harbour import INVITED, Harbour
from tests.discord.server.app import DiscordServer
from tests.discord.server.state import ApplicationFlag, Channel, ChannelType
from tests.discord.server.wire import texts_of


@pytest.fixture
async def there(server: DiscordServer) -> AsyncIterator[Presence]:
    """Menteo, connected."""
    presence = Presence(server)
    async with presence.running():
        await presence.conversation.hears(BroughtIn)
        yield presence


async def test_a_guild_that_it_finds_itself_in_is_told_with_its_name_language_and_owner(
    there: Presence, harbour: Harbour
) -> None:
    told = there.conversation.all(BroughtIn)[0]

    assert (told.community_name, told.origin.community) == ("Harbour", str(harbour.guild.id))
    assert (told.origin.account, told.origin.language) == (str(harbour.owner.id), "en-US")


async def test_whoever_brings_it_to_a_guild_is_told_of(there: Presence, server: DiscordServer) -> None:
    owner, noor = server.world.add_user("Olu Ade"), server.world.add_user("Noor Aziz")
    guild = server.world.add_guild("Lighthouse", owner)
    server.world.join(guild, noor, administrator=True)

    server.world.add_bot(guild, INVITED, by=noor)

    told = await there.conversation.hears(BroughtIn, 2)
    assert (told.community_name, told.origin.account, told.origin.name) == ("Lighthouse", str(noor.id), "Noor Aziz")


async def test_where_nobody_says_who_brought_it_the_owner_is_told_of(
    there: Presence, server: DiscordServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adders, "WAITED_FOR", 0.01)
    monkeypatch.setattr(Adders, "told", lambda *_: None)
    owner = server.world.add_user("Olu Ade")
    server.world.add_bot(server.world.add_guild("Lighthouse", owner), INVITED)

    told = await there.conversation.hears(BroughtIn, 2)
    assert told.origin.account == str(owner.id)


async def test_being_removed_is_told_and_an_outage_is_not(
    there: Presence, server: DiscordServer, harbour: Harbour
) -> None:
    server.world.set_outage(harbour.guild, over=False)
    server.world.set_outage(harbour.guild, over=True)
    server.world.remove_bot(harbour.guild)

    told = await there.conversation.hears(SentAway)
    assert told.origin.community == str(harbour.guild.id)
    assert len(there.conversation.all(SentAway)) == 1


async def test_being_removed_while_nobody_listened_is_told_at_the_start(
    server: DiscordServer, harbour: Harbour
) -> None:
    presence = Presence(server)
    presence.conversation.left_behind = [str(harbour.guild.id), str(harbour.guild.id + 1)]
    presence.notebook.at_hand.clear()  # the commands can't be registered yet: that must hold up nothing else
    async with presence.running():
        told = await presence.conversation.hears(SentAway)
        presence.notebook.at_hand.set()

    assert told.origin.community == str(harbour.guild.id + 1)
    assert presence.conversation.all(SentAway) == [told]


async def test_being_brought_to_a_guild_while_it_starts_is_no_removal(server: DiscordServer, harbour: Harbour) -> None:
    presence = Presence(server)
    presence.conversation.left_behind = [str(harbour.guild.id + 1)]
    presence.conversation.at_hand.clear()  # who is known is read only after somebody has brought it to a guild
    async with presence.running():
        await presence.conversation.hears(BroughtIn)
        server.world.add_bot(server.world.add_guild("Lighthouse", harbour.noor), INVITED, by=harbour.noor)
        await presence.conversation.hears(BroughtIn, 2)
        presence.conversation.at_hand.set()
        await presence.conversation.hears(SentAway)

    assert [each.origin.community for each in presence.conversation.all(SentAway)] == [str(harbour.guild.id + 1)]


async def test_arriving_being_renamed_and_leaving_are_told_in_their_order(
    there: Presence, server: DiscordServer, harbour: Harbour
) -> None:
    li = harbour.newcomer(server.world, "Li Wei")
    server.world.nickname(harbour.guild, li, "Li")
    server.world.rename(li, "Li Wei-Ting")
    server.world.nickname(harbour.guild, li, None)
    server.world.leave(harbour.guild, li)

    left = await there.conversation.hears(Departed)
    arrived = there.conversation.all(Arrived)
    origins = [*(each.origin for each in arrived), left.origin]
    assert [each.origin.name for each in arrived] == ["Li Wei", "Li", "Li", "Li Wei-Ting"]
    assert {each.account for each in origins} == {str(li.id)}
    assert len({each.update for each in origins}) == len(origins)
    assert there.conversation.told[-1] is left


async def test_without_the_members_intent_a_ban_is_still_a_departure(server: DiscordServer, harbour: Harbour) -> None:
    server.world.application.flags = ApplicationFlag(0)
    presence = Presence(server)
    async with presence.running():
        await presence.conversation.hears(BroughtIn)
        li = harbour.newcomer(server.world, "Li Wei")
        server.world.ban(harbour.guild, li)
        left = await presence.conversation.hears(Departed)

    assert left.origin.account == str(li.id)
    assert presence.conversation.all(Arrived) == []


async def test_bots_are_nobody(there: Presence, server: DiscordServer, harbour: Harbour) -> None:
    other = server.world.add_user("Other Bot", bot=True)
    server.world.join(harbour.guild, other)
    server.world.say(other, harbour.general, "beep")
    server.world.leave(harbour.guild, other)
    server.world.ban(harbour.guild, harbour.newcomer(server.world, "Li Wei"))

    await there.conversation.hears(Departed)
    assert {each.origin.name for each in there.conversation.all(Arrived)} == {"Li Wei"}


async def test_places_that_may_be_ours_are_told_when_they_are_deleted_and_others_are_not(
    there: Presence, server: DiscordServer, harbour: Harbour
) -> None:
    world = server.world
    ours = growth_thread(server, harbour)
    theirs = world.add_thread(harbour.general, "lunch", owner=harbour.noor)
    voice = world.add_channel(harbour.guild, "talk", type_=ChannelType.VOICE)
    category = world.add_channel(harbour.guild, "Rooms", type_=ChannelType.CATEGORY)
    world.archive(ours)
    for thread in (theirs, ours):
        world.delete_thread(thread)
    for channel in (voice, category):
        world.delete_channel(channel)

    await there.conversation.hears(PlaceLost, 2)
    assert [each.place for each in there.conversation.all(PlaceLost)] == [str(ours.id), str(category.id)]


def growth_thread(server: DiscordServer, harbour: Harbour) -> Channel:
    return server.world.add_thread(harbour.general, "Li grows", owner=server.world.bot)


async def test_a_comment_in_a_growth_thread_is_counted_without_its_words(
    there: Presence, server: DiscordServer, harbour: Harbour
) -> None:
    thread = growth_thread(server, harbour)
    theirs = server.world.add_thread(harbour.general, "lunch", owner=harbour.noor)
    private = server.world.add_thread(
        harbour.general, "a room", owner=server.world.bot, type_=ChannelType.PRIVATE_THREAD
    )
    server.world.enter_thread(private, harbour.noor)
    for place in (harbour.general, theirs, private, thread):
        server.world.say(harbour.noor, place, "well done")
    server.world.say(server.world.bot, thread, "Week 2")
    server.world.say(harbour.owner, thread, "hear, hear")

    await there.conversation.hears(Commented, 2)
    first, second = there.conversation.all(Commented)
    assert (first.origin.place, first.origin.account) == (str(thread.id), str(harbour.noor.id))
    assert second.origin.account == str(harbour.owner.id)


async def test_plain_words_in_a_direct_message_are_answered_there_once(server: DiscordServer, harbour: Harbour) -> None:
    presence = Presence(server)
    channel = server.world.direct_channel(harbour.noor)
    async with presence.running():
        await presence.conversation.hears(BroughtIn)
        server.world.say(harbour.noor, channel, "what now?")
        server.gateway.repeat_last(2)
        server.world.say(harbour.noor, channel, "and now?")
        said = await presence.conversation.hears(Said, 2)

    assert [each.text for each in presence.conversation.all(Said)] == ["what now?", "and now?"]
    assert (said.origin.where, said.origin.community, said.origin.place) == (Where.PRIVATE, "", str(channel.id))
    answers = [message for message in channel.messages.values() if message.author is server.world.bot]
    assert ["### Hello" in "".join(texts_of(message.components)) for message in answers] == [True, True]


async def test_what_is_told_twice_or_too_late_happens_once(
    there: Presence, server: DiscordServer, harbour: Harbour
) -> None:
    li = harbour.newcomer(server.world, "Li Wei")
    server.gateway.repeat_last(3)
    server.world.leave(harbour.guild, li)
    server.gateway.repeat_last(3)
    server.world.ban(harbour.guild, harbour.noor)

    await there.conversation.hears(Departed, 2)
    assert len(there.conversation.all(Arrived)) == 1
    assert there.conversation.all(Departed)[0].origin.account == str(li.id)


async def test_other_integrations_say_nothing_of_who_brought_it(
    there: Presence, server: DiscordServer, harbour: Harbour
) -> None:
    server.world.tell("INTEGRATION_CREATE", {"guild_id": str(harbour.guild.id), "type": "twitch"}, guild=harbour.guild)
    harbour.newcomer(server.world, "Li Wei")

    await there.conversation.hears(Arrived)
    assert len(there.conversation.all(BroughtIn)) == 1


async def test_an_event_that_can_not_be_read_keeps_nobody_from_the_next(
    there: Presence, server: DiscordServer, harbour: Harbour
) -> None:
    server.world.tell("GUILD_BAN_ADD", {"guild_id": str(harbour.guild.id), "user": {}}, guild=harbour.guild)
    harbour.newcomer(server.world, "Li Wei")

    assert (await there.conversation.hears(Arrived)).origin.name == "Li Wei"


async def test_closed_direct_messages_are_no_trouble(server: DiscordServer, harbour: Harbour) -> None:
    presence = Presence(server)
    channel = server.world.direct_channel(harbour.noor)
    async with presence.running():
        await presence.conversation.hears(BroughtIn)
        server.world.say(harbour.noor, channel, "hello?")
        server.world.close_direct_messages(harbour.noor)
        await presence.conversation.hears(Said)

    assert [message for message in channel.messages.values() if message.author is server.world.bot] == []
