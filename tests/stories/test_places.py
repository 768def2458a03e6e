"""A platform with channels: what the program may do there, the places of a programme, and places that get lost."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.core.effects import OpenRoom
from bot.core.ui.inbound import Origin, PlaceLost, Right, Where
from tests.stories.acting import Person
from tests.stories.beginnings import WEEK, Pair, couple, mentor, programme, proposal
from tests.stories.cast import Cast, Program
from tests.stories.platform import COMMUNITY, FakePlatform, Place

GRANTED = (Right("manage_channels", granted=True), Right("manage_threads", granted=True))
LACKING = (Right("manage_channels", granted=False), Right("manage_threads", granted=True))


@pytest.fixture
def guild() -> FakePlatform:
    """A platform on which a program needs rights, and its programme channels."""
    return FakePlatform("discord")


@pytest.fixture
async def cast(data_dir: Path, database_url: str, guild: FakePlatform) -> AsyncIterator[Cast]:
    """The program there, over a database of each kind in turn."""
    async with Cast(Program(data_dir, database_url, (guild,))).on_stage() as cast:
        yield cast


async def moderator(cast: Cast, *rights: Right) -> Person:
    """Noor sets the programme up where the platform says what is granted."""
    noor = cast.person("Noor Haddad", administrator=True)
    noor.rights = rights or GRANTED
    await noor.runs("/setup", name="Autumn mentoring", zone="Europe/Berlin")
    return noor


def titled(guild: FakePlatform, title: str) -> Place:
    """Find the one place of that name."""
    [place] = [each for each in guild.places.values() if each.title == title]
    return place


def said_in(guild: FakePlatform, place: Place) -> str:
    """Read everything that stands in a place."""
    return "\n".join(each.text for each in guild.messages if each.place == place.id)


async def delete(cast: Cast, guild: FakePlatform, place: Place, *, noticed: bool = True) -> None:
    """Let somebody delete a place by hand; the platform tells of it, or not."""
    del guild.places[place.id]
    guild.messages = [each for each in guild.messages if each.place != place.id]
    if noticed:
        number = cast.next_number()
        origin = Origin("discord", COMMUNITY, "", "", Where.COMMUNITY, place.id, f"gateway:{number}")
        await cast.happens(PlaceLost(origin, place.id))


async def test_setting_up_goes_through_the_rights_and_makes_the_channels(cast: Cast, guild: FakePlatform) -> None:
    noor = await moderator(cast)
    noor.sees("Autumn mentoring is running", "Manage Channels", "[Make the channels]", "[Use channels that exist]")

    await noor.presses("Make the channels")

    noor.sees("The channels are being made")
    noor.sees("The channels are there", "mentorship", "Mentorship rooms", "growth")
    commons = titled(guild, "mentorship")
    [welcome] = [each for each in guild.messages if each.place == commons.id]
    assert welcome.pinned
    assert "[Join]" in welcome.text
    noor.place = commons.id
    await noor.presses("Join")
    assert "[Join]" in welcome.text, "what everybody reads has become one person's answer"
    noor.sees("How would you like to take part?")


async def test_making_the_channels_again_changes_nothing_that_is_there(cast: Cast, guild: FakePlatform) -> None:
    noor = await moderator(cast)
    await noor.presses("Make the channels")
    before = set(guild.places)

    await noor.runs("/setup")
    await noor.presses("Make the channels")

    assert set(guild.places) == before
    assert said_in(guild, titled(guild, "mentorship")).count("[Join]") == 1


async def test_what_is_missing_is_named_with_where_to_grant_it(cast: Cast, guild: FakePlatform) -> None:
    guild.lacks = {"manage_channels"}
    noor = await moderator(cast, *LACKING)
    noor.sees("Manage Channels: Server Settings", "Grant what is missing first")

    await noor.presses("Make the channels")
    noor.sees("Menteo can’t do that here yet", "Manage Channels: Server Settings", "[Make the channels]")
    assert not [each for each in guild.places.values() if each.title == "mentorship"]

    guild.lacks = set()
    await noor.presses("Make the channels")
    noor.sees("The channels are there")


async def test_channels_that_exist_are_used(cast: Cast, guild: FakePlatform) -> None:
    guild.places["4711"] = Place("4711", "lounge", readers=None)
    noor = await moderator(cast)
    await noor.presses("Make the channels")

    await noor.runs("/setup")
    await noor.presses("Use channels that exist")
    await noor.fills(commons="lounge", threads="lounge")

    noor.sees("The channels are there", "lounge", "Mentorship rooms")
    assert "[Join]" in said_in(guild, guild.places["4711"])


async def test_a_surface_without_rights_offers_no_channels(cast: Cast) -> None:
    noor = await programme(cast)

    noor.sees("Autumn mentoring is running", "Now tell people here to type /join")
    noor.sees_nothing_of("[Make the channels]")


async def test_a_room_that_somebody_deletes_is_made_anew(cast: Cast, guild: FakePlatform) -> None:
    pair = await couple(cast)
    [lost] = guild.rooms_of("lina")

    await delete(cast, guild, lost)

    [room] = guild.rooms_of("lina")
    assert room.id != lost.id
    for person in (pair.mentor, pair.mentee):
        person.sees("Your room was deleted", "the room of Sam Okoro and Lina Berg", "goals and check-ins are kept")
    assert "Welcome, Sam Okoro and Lina Berg" in said_in(guild, room)
    await cast.monday()
    await pair.mentee.runs("/checkin", **WEEK)
    assert "Saying no to a feature." in said_in(guild, room)


async def test_a_room_found_missing_waits_with_what_was_to_be_said_in_it(cast: Cast, guild: FakePlatform) -> None:
    pair = await couple(cast)
    [lost] = guild.rooms_of("lina")
    await delete(cast, guild, lost, noticed=False)
    await cast.monday()

    await pair.mentee.runs("/checkin", **WEEK)
    await cast.retries()

    [room] = guild.rooms_of("lina")
    assert "Saying no to a feature." in said_in(guild, room)
    pair.mentor.sees("Your room was deleted")


async def test_a_growth_thread_that_somebody_deletes_is_made_anew(cast: Cast, guild: FakePlatform) -> None:
    pair = await couple(cast)
    await cast.monday()
    await pair.mentee.runs("/checkin", **WEEK, share="yes")
    thread = next(each for each in guild.places.values() if each.id.startswith("thread-"))

    await delete(cast, guild, thread)
    pair.mentee.sees("Your growth thread was deleted")
    await cast.monday()
    await pair.mentee.runs("/checkin", **{**WEEK, "learned": "How to let go."}, share="yes")

    anew = next(each for each in guild.places.values() if each.id.startswith("thread-"))
    assert "How to let go." in said_in(guild, anew)


async def test_the_thread_of_one_who_has_left_is_made_anew_when_they_return(cast: Cast, guild: FakePlatform) -> None:
    pair = await couple(cast)
    await cast.monday()
    await pair.mentee.runs("/checkin", **WEEK, share="yes")
    await pair.mentee.leaves()
    thread = next(each for each in guild.places.values() if each.id.startswith("thread-"))

    await delete(cast, guild, thread)
    assert not [each for each in guild.places if each.startswith("thread-")]
    await pair.mentee.returns()

    assert [each for each in guild.places if each.startswith("thread-")]


async def test_a_channel_of_the_programme_that_somebody_deletes_is_made_anew(cast: Cast, guild: FakePlatform) -> None:
    noor = await moderator(cast)
    await noor.presses("Make the channels")

    await delete(cast, guild, titled(guild, "mentorship"))

    noor.sees("A place of the programme was deleted", "For everybody", "mentorship", "Menteo makes it again")
    assert "[Join]" in said_in(guild, titled(guild, "mentorship"))


async def test_an_unknown_place_may_be_deleted(cast: Cast, guild: FakePlatform) -> None:
    noor = await moderator(cast)
    guild.places["4711"] = Place("4711", "lounge", readers=None)

    await delete(cast, guild, guild.places["4711"])

    noor.sees_nothing_of("was deleted")


async def test_the_room_of_a_pairing_that_is_over_is_not_made_anew(cast: Cast, guild: FakePlatform) -> None:
    pair = await couple(cast)
    await pair.mentee.types("/me")
    await pair.mentee.presses("End the pairing…")
    await pair.mentee.presses("End it")
    [room] = guild.rooms_of("lina")
    assert room.archived

    await delete(cast, guild, room)
    await cast.later(days=91)

    assert guild.rooms_of("lina") == []
    pair.mentee.sees_nothing_of("Your room was deleted")


async def test_a_room_is_deleted_when_its_time_is_over(cast: Cast, guild: FakePlatform) -> None:
    pair = await couple(cast)
    await pair.mentor.types("/me")
    await pair.mentor.presses("End the pairing…")
    pair.mentor.sees("The room stays readable for 90 days")
    await pair.mentor.presses("End it")

    await cast.later(days=89)
    assert guild.rooms_of("lina")
    await cast.later(days=2)

    assert guild.rooms_of("lina") == []


async def test_moderators_read_in_rooms_where_the_programme_says_so(cast: Cast, guild: FakePlatform) -> None:
    pair = await couple(cast)
    [room] = guild.rooms_of("lina")
    assert room.readers == frozenset({"sam", "lina"})

    await pair.moderator.runs("/setup", moderators_read="yes")
    assert guild.places[room.id].readers == frozenset({"sam", "lina", "noor"})

    ida = cast.person("Ida Moe", administrator=True)
    await ida.runs("/setup")
    assert guild.places[room.id].readers == frozenset({"sam", "lina", "noor", "ida"})

    await ida.runs("/setup", moderators_read=())
    assert guild.places[room.id].readers == frozenset({"sam", "lina"})


async def test_a_pair_is_told_when_others_begin_or_cease_to_read_along(cast: Cast, guild: FakePlatform) -> None:
    pair = await couple(cast)
    [room] = guild.rooms_of("lina")

    await pair.moderator.runs("/setup", name="Winter mentoring")
    assert "Who reads here has changed" not in said_in(guild, room)
    await pair.moderator.runs("/setup", moderators_read="yes")
    for person in (pair.mentor, pair.mentee):
        person.sees("Who reads here has changed", "Sam Okoro, Lina Berg and the programme’s moderators")
    guide = next(each for each in guild.messages if each.place == room.id and each.pinned)
    assert "Sam Okoro, Lina Berg and the programme’s moderators" in guide.text

    await pair.moderator.runs("/setup", moderators_read=())
    assert "Sam Okoro and Lina Berg." in guide.text
    pair.mentee.sees("Who reads here has changed", "Sam Okoro and Lina Berg.")


async def test_closed_rooms_are_left_with_the_rule_and_never_opened_by_it(cast: Cast, guild: FakePlatform) -> None:
    pair = await couple(cast)
    await pair.moderator.runs("/setup", moderators_read="yes")
    await pair.mentee.types("/me")
    await pair.mentee.presses("End the pairing…")
    await pair.mentee.presses("End it")
    [room] = guild.rooms_of("noor")

    await pair.moderator.runs("/setup", moderators_read=())
    assert guild.places[room.id].readers == frozenset({"sam", "lina"})
    await pair.moderator.runs("/setup", moderators_read="yes")

    assert guild.places[room.id].readers == frozenset({"sam", "lina"})
    assert said_in(guild, room).count("Who reads here has changed") == 1, "told of what doesn't concern them any more"


async def test_who_may_read_no_longer_is_not_let_into_a_room_that_was_being_made(
    cast: Cast, guild: FakePlatform
) -> None:
    pair = await couple(cast)
    await pair.moderator.runs("/setup", moderators_read="yes")
    guild.unheard = (OpenRoom,)
    await delete(cast, guild, *guild.rooms_of("lina"))

    await pair.moderator.runs("/setup", moderators_read=())
    guild.unheard = ()
    await cast.retries()
    await cast.retries()

    [room] = guild.rooms_of("lina")
    assert room.readers == frozenset({"sam", "lina"})


async def test_a_room_that_was_being_made_when_its_pairing_ended_is_closed_and_deleted_in_time(
    cast: Cast, guild: FakePlatform
) -> None:
    pair = await couple(cast)
    guild.unheard = (OpenRoom,)
    await delete(cast, guild, *guild.rooms_of("lina"))

    await pair.mentee.types("/me")
    await pair.mentee.presses("End the pairing…")
    await pair.mentee.presses("End it")
    guild.unheard = ()
    await cast.retries()
    await cast.retries()

    [room] = guild.rooms_of("lina")
    assert room.archived
    await cast.later(days=91)
    assert guild.rooms_of("lina") == []


async def test_a_room_s_guide_and_privacy_say_who_reads_there(cast: Cast, guild: FakePlatform) -> None:
    noor = cast.person("Noor Haddad", administrator=True)
    await noor.runs("/setup", moderators_read="yes")
    pair = Pair(noor, await mentor(cast), await _mentee_of(cast))
    await noor.runs("/pair", mentee="Lina Berg")
    await noor.presses("Propose Sam Okoro")
    await pair.mentor.presses("Accept")

    [room] = guild.rooms_of("noor")
    guide = said_in(guild, room)
    assert "Sam Okoro, Lina Berg and the programme’s moderators" in guide
    assert "the server’s owner and administrators" in guide
    await pair.mentee.types("/privacy")
    pair.mentee.sees("Who can read what", "whoever may manage threads", "deleted 90 days later", "stay with Discord")


async def test_a_pairing_that_ends_by_leaving_is_told_to_its_moderator(cast: Cast) -> None:
    pair = await couple(cast)

    await pair.mentor.leaves()

    pair.moderator.sees("Sam Okoro has left", "Lina Berg can be paired again", "[Find a mentor]")


async def test_one_who_proposed_themselves_is_not_told_twice(cast: Cast) -> None:
    pair = await proposal(cast)
    noor = pair.moderator
    await noor.runs("/join mentor", role="Staff engineer", capacity="1")
    await pair.mentor.presses("Not now")
    await noor.runs("/pair", mentee="Lina Berg")
    await noor.presses("Propose Noor Haddad")
    await noor.presses("Accept")

    await pair.mentee.leaves()

    noor.sees("The pairing of Noor Haddad and Lina Berg has ended")
    noor.sees_nothing_of("Lina Berg has left")


async def test_a_changed_name_is_taken_up_with_the_next_thing_done(cast: Cast) -> None:
    pair = await couple(cast)
    pair.mentee.name = "Lina Stark"

    await pair.mentee.types("/me")
    pair.mentee.sees("Where you stand, Lina Berg")
    await pair.mentee.runs("/settings")
    await pair.mentor.types("/me")

    assert "Lina Stark" in pair.mentor.last


async def test_a_nameless_happening_renames_nobody(cast: Cast) -> None:
    pair = await couple(cast)
    pair.mentee.name = ""

    await pair.mentee.runs("/settings")
    await pair.mentor.types("/me")

    assert "Lina Berg" in pair.mentor.last


async def _mentee_of(cast: Cast) -> Person:
    lina = cast.person("Lina Berg")
    await lina.runs("/join mentee", destination="Staff engineer", visibility="public")
    return lina
