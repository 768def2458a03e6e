"""Mentorship rooms: who gets in, what stays when a pairing ends, and guilds that have no space."""

from tests.discord.server.state import Channel, ChannelType, Permission
from tests.stories.discord.beginnings import Pair, couple, mentee, mentor, pinned, programme, proposal, rooms
from tests.stories.discord.stage import Resident, Stage


def readers(stage: Stage, room: Channel) -> set[str]:
    """Who can open a room, bots aside."""
    return {user.display_name for user in stage.world.who_sees(room) if not user.bot}


ALWAYS = {"Ines Duarte", "Noor Haddad"}
"""Whom Discord lets in wherever: the guild's owner and its administrator."""
THE_TWO = {"Sam Okoro", "Lina Berg"}


async def moderator_without_power(stage: Stage) -> Resident:
    """Mira may manage the guild, and so set the programme up; she is no administrator."""
    mira = stage.person("Mira Kos")
    stage.world.grant(stage.guild, mira.user, stage.world.add_role(stage.guild, "Hosts", Permission.MANAGE_GUILD))
    return mira


async def test_a_moderator_reads_in_a_room_only_where_the_programme_says_so(stage: Stage) -> None:
    pair = await couple(stage)
    mira = await moderator_without_power(stage)
    await mira.runs("/setup")
    [room] = rooms(stage)
    assert readers(stage, room) == THE_TWO | ALWAYS
    assert "Sam Okoro and Lina Berg. Discord always lets the server’s owner" in pinned(room)[0]

    await mira.runs("/setup", moderators_read=True)
    assert readers(stage, room) == THE_TWO | ALWAYS | {"Mira Kos"}
    assert any("and the programme’s moderators" in each.text for each in pair.mentee.reads(room)), "both are told"
    await pair.mentee.types("/privacy")
    pair.mentee.finds("Who can read what", "the programme’s moderators")

    await mira.runs("/setup", moderators_read=False)
    assert readers(stage, room) == THE_TWO | ALWAYS


async def test_a_room_that_opens_says_that_moderators_read_there(stage: Stage) -> None:
    await couple(stage, moderators_read=True)

    [room] = rooms(stage)
    assert "Sam Okoro, Lina Berg and the programme’s moderators. Discord always lets" in pinned(room)[0]


async def test_two_pairs_do_not_see_each_other_s_rooms(stage: Stage) -> None:
    pair = await couple(stage)
    ada, omar = await mentor(stage, "Ada Lind"), await mentee(stage, "Omar Faris")
    await pair.moderator.types("/pair", mentee="Omar Faris")
    await pair.moderator.presses("Propose Ada Lind")
    await ada.at_direct_messages().presses("Accept")

    first, second = rooms(stage)
    assert readers(stage, first) == THE_TWO | ALWAYS
    assert readers(stage, second) == {"Ada Lind", "Omar Faris"} | ALWAYS
    assert first not in omar.channels
    assert second not in pair.mentor.channels


async def test_who_is_in_a_room_writes_there_until_the_pairing_ends(stage: Stage) -> None:
    pair = await couple(stage)
    [room] = rooms(stage)
    pair.mentee.says("Hello!", place=room)
    assert pair.mentor.sees("Hello!", place=room)

    await end(pair)

    assert pair.mentor.sees("Hello!", place=room), "what was said can still be read"
    assert not any(stage.world.may(each.user, room, Permission.SEND_MESSAGES) for each in (pair.mentor, pair.mentee))
    await stage.later(days=91)
    assert rooms(stage) == []


async def end(pair: Pair) -> None:
    await pair.mentee.types("/me")
    await pair.mentee.presses("End the pairing…")
    await pair.mentee.presses("End it")


async def test_a_full_category_is_followed_by_the_next(stage: Stage) -> None:
    pair = await proposal(stage)
    category = stage.channel("Mentorship rooms")
    for number in range(50):
        stage.world.add_channel(stage.guild, f"room-{number}", parent=category)

    await pair.mentor.at_direct_messages().presses("Accept")

    [room] = stage.world.children_of(stage.channel("Mentorship rooms 2"))
    assert readers(stage, room) == THE_TWO | ALWAYS
    assert "Welcome, Sam Okoro and Lina Berg" in pinned(room)[0]


async def test_a_guild_without_space_for_channels_gets_private_threads(stage: Stage) -> None:
    pair = await proposal(stage)
    pat = stage.person("Pat Lee")
    while len(stage.world.channels_of(stage.guild)) < stage.guild.max_channels:
        stage.world.add_channel(stage.guild, "one-more")

    await pair.mentor.at_direct_messages().presses("Accept")

    [room] = stage.world.threads_of(stage.guild)
    assert room.type is ChannelType.PRIVATE_THREAD
    assert readers(stage, room) == THE_TWO | ALWAYS
    assert room not in pat.channels
    assert "whoever may manage threads" in pinned(room)[0]
    await end(pair)
    assert room.thread is not None
    assert (room.thread.archived, room.thread.locked) == (True, True)
    assert pair.mentor.sees("Welcome, Sam Okoro and Lina Berg", place=room)
    await stage.later(days=91)
    assert stage.world.threads_of(stage.guild) == []


async def test_a_guild_without_forums_gets_growth_threads_in_a_text_channel(stage: Stage) -> None:
    stage.guild.features.clear()
    await programme(stage)

    assert stage.channel("growth").type is ChannelType.TEXT


async def test_channels_that_are_there_are_taken(stage: Stage) -> None:
    lounge = stage.world.add_channel(stage.guild, "lounge")
    ours = stage.world.add_channel(stage.guild, "Mentorship rooms", ChannelType.CATEGORY)
    noor = stage.known(stage.harbour.noor)
    await noor.runs("/setup", name="Autumn mentoring")

    await noor.presses("Use channels that exist")
    await noor.completes_form(commons="lounge")

    noor.finds("The channels are there", *(f"<#{each.id}>" for each in (lounge, ours, stage.channel("growth"))))
    assert pinned(lounge)[0].startswith("### Autumn mentoring")
    assert stage.channel("Mentorship rooms") is ours
