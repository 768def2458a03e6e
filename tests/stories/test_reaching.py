"""People who can't be written to in private hear of it elsewhere, and nobody else hears what it was."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.stories.beginnings import couple, mentee, mentor, programme, proposal
from tests.stories.cast import Cast, Program
from tests.stories.platform import FakePlatform, Message
from tests.stories.test_places import moderator, titled


@pytest.fixture
def guild() -> FakePlatform:
    """A platform with channels."""
    return FakePlatform("discord")


@pytest.fixture
async def cast(data_dir: Path, database_url: str, guild: FakePlatform) -> AsyncIterator[Cast]:
    """The program there, over a database of each kind in turn."""
    async with Cast(Program(data_dir, database_url, (guild,))).on_stage() as cast:
        yield cast


def last_in(guild: FakePlatform, place: str) -> Message:
    """Find what was said last in a place."""
    return [each for each in guild.messages if each.place == place][-1]


async def test_a_prompt_that_cannot_be_told_in_private_is_said_in_the_room(cast: Cast, guild: FakePlatform) -> None:
    pair = await couple(cast)
    guild.closed.add("lina")

    await cast.monday()

    [room] = guild.rooms_of("lina")
    prompt = last_in(guild, room.id)
    assert "[Answer check-in]" in prompt.text
    assert prompt.mentions == ("lina",)
    await pair.mentee.presses("Answer check-in")
    assert pair.mentee.open_form.form.name == "checkin"


async def test_one_s_own_prompt_is_not_said_in_the_room_of_somebody_they_mentor(
    cast: Cast, guild: FakePlatform
) -> None:
    noor, lina, ada = await programme(cast), await mentor(cast, "Lina Berg"), await mentee(cast, "Ada Lind")
    await noor.runs("/pair", mentee="Ada Lind")
    await noor.presses("Propose Lina Berg")
    await lina.presses("Accept")
    [ada_s] = guild.rooms_of(ada.account)
    await lina.runs("/join mentee", destination="Engineering manager", visibility="public")
    sam = await mentor(cast)
    await noor.runs("/pair", mentee="Lina Berg")
    await noor.presses("Propose Sam Okoro")
    await sam.presses("Accept")
    guild.closed.add(lina.account)

    await cast.monday()

    [own] = guild.rooms_of(sam.account)
    assert lina.account in last_in(guild, own.id).mentions
    assert "[Answer check-in]" not in last_in(guild, ada_s.id).text


async def test_what_is_for_one_alone_is_only_hinted_at_in_public(cast: Cast, guild: FakePlatform) -> None:
    noor = await moderator(cast)
    await noor.presses("Make the channels")
    pair = await proposal(cast)
    guild.closed.add("lina")

    await pair.mentor.presses("Not now")

    hint = last_in(guild, titled(guild, "mentorship").id)
    assert hint.text == (
        "There is something for you here\nIt isn’t for everybody. "
        "Press “Where I stand” or type /me: only you see the answer.\n[Where I stand]"
    )
    assert hint.mentions == ("lina",)


async def test_however_much_there_is_it_is_hinted_at_once_a_day(cast: Cast, guild: FakePlatform) -> None:
    noor = await moderator(cast)
    await noor.presses("Make the channels")
    pair = await proposal(cast)
    guild.closed.add("lina")

    def hints() -> int:
        return sum("There is something for you here" in each.text for each in guild.messages)

    await pair.mentor.presses("Not now")
    await noor.runs("/pair", mentee="Lina Berg")
    await noor.presses("Propose Sam Okoro")
    await pair.mentor.presses("Not now")
    assert hints() == 1

    await cast.later(days=1)
    await noor.runs("/pair", mentee="Lina Berg")
    await noor.presses("Propose Sam Okoro")
    assert hints() == 2


async def test_nobody_is_asked_in_private_again_until_they_say_so(cast: Cast, guild: FakePlatform) -> None:
    pair = await couple(cast)
    guild.closed.add("lina")
    await cast.monday()
    guild.closed.discard("lina")
    before = len(guild.messages)
    await cast.monday()
    [room] = guild.rooms_of("lina")
    assert {each.place for each in guild.messages[before:] if "How did it go?" in each.text} <= {room.id}

    await pair.mentee.types("/me")
    pair.mentee.sees("I can’t write to you in private", "[Write to me again]")
    await pair.mentee.presses("Write to me again")

    pair.mentee.sees("Private messages arrive")
    await cast.monday()
    assert "Week 3" in last_in(guild, guild.direct("lina")).text


async def test_with_nowhere_to_say_it_is_kept_as_undelivered_and_stops_nobody(cast: Cast, guild: FakePlatform) -> None:
    pair = await proposal(cast)
    guild.closed.add("lina")

    await pair.mentor.presses("Not now")

    pair.moderator.sees("Sam Okoro can’t take Lina Berg now")
    assert await cast.app.dispatcher.drain() == 0


async def test_one_who_does_something_in_private_can_be_written_to_again(cast: Cast, guild: FakePlatform) -> None:
    pair = await couple(cast)
    guild.closed.add("lina")
    await cast.monday()
    guild.closed.discard("lina")

    await pair.mentee.runs("/goal add", title="Lead two design reviews", target="2")
    await cast.monday()

    assert "Week 2" in last_in(guild, guild.direct("lina")).text
