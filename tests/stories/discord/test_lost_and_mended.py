"""What somebody deletes by hand is made again; a bot that is removed is quiet, and goes on when it is back."""

from bot.core.ui.inbound import BroughtIn, PlaceLost, SentAway
from tests.discord.harbour import INVITED
from tests.discord.server.state import ChannelType
from tests.stories.discord.beginnings import WEEK, couple, pinned, programme, rooms, shares, threads
from tests.stories.discord.stage import Stage


async def test_a_room_is_made_again_and_both_are_told(stage: Stage) -> None:
    pair = await couple(stage)
    [lost] = rooms(stage)

    async with stage.taking_in(PlaceLost):
        stage.world.delete_channel(lost)

    [room] = rooms(stage)
    assert room.id != lost.id
    assert "Welcome, Sam Okoro and Lina Berg" in pinned(room)[0]
    for person in (pair.mentor, pair.mentee):
        assert any("Your room was deleted" in each.text for each in person.direct_messages)
    await shares(stage, pair)
    assert pair.mentor.sees("Lina Berg’s check-in, week 1", place=room)


async def test_a_room_that_was_deleted_unheard_is_found_missing(stage: Stage) -> None:
    pair = await couple(stage)
    [lost] = rooms(stage)
    await stage.stop()
    stage.world.delete_channel(lost)
    await stage.start()

    await shares(stage, pair)
    await stage.retries()

    [room] = rooms(stage)
    assert pair.mentor.sees("Lina Berg’s check-in, week 1", place=room)


async def test_a_growth_thread_is_made_again(stage: Stage) -> None:
    pair = await couple(stage)
    lost = await shares(stage, pair)

    async with stage.taking_in(PlaceLost):
        stage.world.delete_thread(lost)
    assert any("Your growth thread was deleted" in each.text for each in pair.mentee.direct_messages)
    thread = await shares(stage, pair, learned="How to let go.")

    assert threads(stage) == [thread]
    assert pair.mentor.sees("How to let go.", place=thread)


async def test_an_archived_growth_thread_is_written_in_again(stage: Stage) -> None:
    pair = await couple(stage)
    thread = await shares(stage, pair)
    stage.world.archive(thread)

    await shares(stage, pair, learned="How to let go.")

    assert threads(stage) == [thread]
    assert pair.mentor.sees("How to let go.", place=thread)


async def test_every_channel_of_the_programme_is_made_again(stage: Stage) -> None:
    pair = await couple(stage)
    await shares(stage, pair)
    [room] = rooms(stage)

    for name in ("mentorship", "growth", "Mentorship rooms"):
        lost = stage.channel(name)
        async with stage.taking_in(PlaceLost):
            stage.world.delete_channel(lost)
        await stage.retries()
        assert stage.channel(name).id != lost.id
        assert stage.channel(name).type is lost.type

    assert pinned(stage.channel("mentorship"))
    assert room in pair.mentee.channels, "a category takes none of its channels with it"
    pair.moderator.finds("A place of the programme was deleted", "Menteo makes it again")
    await shares(stage, pair, learned="How to let go.")
    await stage.retries()
    assert pair.mentor.sees("How to let go.", place=threads(stage)[0])


async def test_the_category_of_a_pair_that_has_no_room_yet_is_made_first(stage: Stage) -> None:
    noor = await programme(stage)
    async with stage.taking_in(PlaceLost):
        stage.world.delete_channel(stage.channel("Mentorship rooms"))

    assert stage.channel("Mentorship rooms").type is ChannelType.CATEGORY
    noor.finds("A place of the programme was deleted")


async def test_a_pair_without_channels_of_the_programme_gets_them_with_its_room(stage: Stage) -> None:
    noor = stage.known(stage.harbour.noor)
    await noor.runs("/setup", {"name": "Autumn mentoring", "zone": "Europe/Berlin"})
    sam, lina = stage.person("Sam Okoro"), stage.person("Lina Berg")
    await sam.runs("/join mentor", role="Staff engineer", capacity="2")
    await lina.runs("/join mentee", destination="Staff engineer", visibility="public")
    await noor.types("/pair", mentee="Lina Berg")
    await noor.presses("Propose Sam Okoro")

    await sam.at_direct_messages().presses("Accept")
    await stage.retries()

    [room] = rooms(stage)
    assert "Welcome, Sam Okoro and Lina Berg" in pinned(room)[0]


async def test_removed_it_asks_nobody_and_back_it_goes_on(stage: Stage) -> None:
    pair = await couple(stage)
    await shares(stage, pair)

    async with stage.taking_in(SentAway):
        stage.world.remove_bot(stage.guild)
    asked = len(pair.mentee.direct_messages)
    requests = len(stage.server.requests)
    await stage.monday()
    await stage.monday()
    assert len(pair.mentee.direct_messages) == asked
    assert len(stage.server.requests) == requests, "asked of a guild that it isn't in"

    async with stage.taking_in(BroughtIn):
        stage.world.add_bot(stage.guild, INVITED, by=stage.harbour.noor)
    pair.moderator.finds("Menteo is back in Harbour")
    await stage.monday()
    pair.mentee.finds("Week 4: how did it go?")
    await pair.mentee.runs("/checkin", WEEK, share="yes")
    assert pair.mentor.sees("Week 4, Lina Berg", place=threads(stage)[0])


async def test_an_outage_of_the_guild_is_no_farewell(stage: Stage) -> None:
    pair = await couple(stage)

    stage.world.set_outage(stage.guild, over=False)
    async with stage.taking_in(BroughtIn):
        stage.world.set_outage(stage.guild, over=True)

    await stage.monday()
    pair.mentee.finds("Week 1: how did it go?")
    pair.moderator.finds_nothing_of("Menteo is back")


async def test_removed_while_the_program_was_away_it_asks_nobody(stage: Stage) -> None:
    pair = await couple(stage)
    await stage.stop()
    stage.world.remove_bot(stage.guild)

    async with stage.taking_in(SentAway):
        await stage.start()
    asked = len(pair.mentee.direct_messages)
    await stage.monday()

    assert len(pair.mentee.direct_messages) == asked


async def test_a_session_that_is_lost_loses_nothing(stage: Stage) -> None:
    pair = await couple(stage)
    [room] = rooms(stage)

    async with stage.taking_in(PlaceLost):
        stage.server.gateway.drop(resumable=True)
        stage.world.delete_channel(room)

    assert rooms(stage)
    assert pair.mentor.finds("Your room was deleted").message.channel != room.id
