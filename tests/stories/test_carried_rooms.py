"""Rooms that are carried from one place to another: what is said, by whom, to whom, and to nobody else."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.stories.acting import Person
from tests.stories.beginnings import Pair, couple, mentee, mentor, programme
from tests.stories.cast import Cast, Program
from tests.stories.platform import FakePlatform, Rooms


def cast_of(data_dir: Path, database_url: str, rooms: Rooms) -> Cast:
    return Cast(Program(data_dir, database_url, (FakePlatform(rooms=rooms),)))


@pytest.fixture
async def cast(data_dir: Path, database_url: str) -> AsyncIterator[Cast]:
    """The program at a platform that gives each of a pair a place of their own."""
    async with cast_of(data_dir, database_url, Rooms.APART).on_stage() as cast:
        yield cast


@pytest.fixture
async def crowded(data_dir: Path, database_url: str) -> AsyncIterator[Cast]:
    """The program at a platform where all rooms of a person share their conversation with the bot."""
    async with cast_of(data_dir, database_url, Rooms.SHARED).on_stage() as cast:
        yield cast


def room_of(person: Person) -> str:
    """Where a person's only room is."""
    [room] = [place for place in person.platform.places if place.startswith("room-") and person_reads(person, place)]
    return room


def person_reads(person: Person, place: str) -> bool:
    readers = person.platform.places[place].readers
    return readers is None or person.account in readers


async def paired(cast: Cast, moderator: Person, with_mentor: str, with_mentee: str) -> None:
    """Noor proposes one for the other, who accepts."""
    await moderator.runs("/pair", mentee=with_mentee)
    await moderator.presses(f"Propose {with_mentor}")


async def test_each_of_the_pair_has_a_place_with_the_guide_and_who_it_is_carried_to(cast: Cast) -> None:
    pair = await couple(cast)

    assert room_of(pair.mentor) != room_of(pair.mentee)
    assert pair.mentor.finds("Welcome, Sam Okoro and Lina Berg", "I carry to Lina Berg").pinned
    assert pair.mentee.finds("Welcome, Sam Okoro and Lina Berg", "I carry to Sam Okoro").pinned


async def test_words_replies_changes_and_reactions_reach_the_other_once_and_nobody_else(cast: Cast) -> None:
    pair = await couple(cast)
    other = await mentee(cast, "Omar Faris")

    said = await pair.mentor.says("Hello, Lina.", at=room_of(pair.mentor))
    heard = pair.mentee.finds("Sam Okoro: Hello, Lina.")
    assert heard.place == room_of(pair.mentee)
    answer = await pair.mentee.says("Hello yourself.", at=heard.place, reply_to=heard)
    assert pair.mentor.finds("Lina Berg: Hello yourself.").reply_to == said.id
    await pair.mentee.corrects(answer, "Hello, Sam.")
    assert pair.mentor.finds("Lina Berg: Hello, Sam.").reply_to == said.id
    await pair.mentor.reacts(pair.mentor.finds("Lina Berg: Hello, Sam."), "👍")
    assert list(answer.reactions) == ["👍"]
    await pair.mentor.reacts(pair.mentor.finds("Lina Berg: Hello, Sam."))
    assert not answer.reactions
    await pair.mentee.takes_back(answer)

    pair.mentor.sees_nothing_of("Lina Berg:")
    assert sum("Hello, Lina." in each.text for each in pair.mentee.platform.messages) == 2
    other.sees_nothing_of("Hello")
    pair.moderator.sees_nothing_of("Hello")


async def test_what_the_platform_tells_twice_is_carried_once(cast: Cast) -> None:
    pair = await couple(cast)

    await pair.mentor.says("Once.", at=room_of(pair.mentor))
    await pair.mentor.repeats()

    assert sum("Sam Okoro: Once." in each.text for each in pair.mentee.platform.messages) == 1


async def test_the_check_in_and_the_goal_are_said_on_both_sides(cast: Cast) -> None:
    pair = await couple(cast)

    await pair.mentee.runs("/goal add", title="Lead two design reviews", target="2")

    for person in (pair.mentor, pair.mentee):
        assert person.finds("Lina Berg has set a goal").place == room_of(person)


async def test_words_for_one_who_cannot_be_written_to_are_told_of_and_the_moderator_hears_it_once(cast: Cast) -> None:
    pair = await couple(cast)
    pair.mentee.platform.closed.add("lina")

    await pair.mentor.says("Are you there?", at=room_of(pair.mentor))
    await pair.mentor.says("Hello?", at=room_of(pair.mentor))

    told = [each for each in pair.mentor.platform.seen_by("sam") if "This did not reach Lina Berg" in each.text]
    assert len(told) == 2
    alarms = [each for each in pair.moderator.platform.seen_by("noor") if "Lina Berg can’t be written to" in each.text]
    assert len(alarms) == 1
    pair.mentee.platform.closed.clear()
    await pair.mentee.types("/me")
    await pair.mentee.says("I am back.", at=room_of(pair.mentee))
    pair.mentor.sees("Lina Berg: I am back.")


async def test_an_archived_room_carries_nothing_and_says_so(cast: Cast) -> None:
    pair = await couple(cast)
    mine, theirs = room_of(pair.mentor), room_of(pair.mentee)
    await pair.mentee.types("/me")
    await pair.mentee.presses("End the pairing…")
    await pair.mentee.presses("End it")

    await pair.mentor.says("One more thing.", at=mine)

    assert pair.mentor.platform.places[mine].archived
    assert pair.mentor.platform.places[theirs].archived
    pair.mentee.sees_nothing_of("One more thing.")


async def test_a_room_is_mended_on_the_side_that_was_lost_alone(cast: Cast) -> None:
    pair = await couple(cast)
    mine, lost = room_of(pair.mentor), room_of(pair.mentee)
    del pair.mentee.platform.places[lost]
    pair.mentee.platform.messages = [each for each in pair.mentee.platform.messages if each.place != lost]

    await pair.mentor.says("Still there?", at=mine)
    await cast.retries()

    assert room_of(pair.mentor) == mine
    assert room_of(pair.mentee) != lost
    pair.mentee.sees("Sam Okoro: Still there?")
    assert sum("Welcome, Sam Okoro" in each.text for each in pair.mentor.platform.seen_by("sam")) == 1
    assert pair.mentee.finds("Welcome, Sam Okoro").pinned


async def test_a_restart_between_words_and_their_delivery_loses_none(cast: Cast) -> None:
    pair = await couple(cast)
    pair.mentor.platform.down = True
    await pair.mentor.says("Before the restart.", at=room_of(pair.mentor))
    pair.mentor.platform.down = False

    await cast.restarts()
    await cast.retries()

    pair.mentee.sees("Sam Okoro: Before the restart.")


# Rooms that share one conversation.


async def two_mentees(cast: Cast) -> tuple[Pair, Person]:
    """Sam mentors Lina and Omar."""
    pair = await couple(cast)
    omar = await mentee(cast, "Omar Faris")
    await paired(cast, pair.moderator, "Sam Okoro", "Omar Faris")
    await pair.mentor.presses("Accept")
    return pair, omar


async def test_plain_words_go_to_the_only_room(crowded: Cast) -> None:
    pair = await couple(crowded)

    await pair.mentor.says("Hello, Lina.")
    await pair.mentee.says("Hello, Sam.")

    pair.mentee.sees("Sam Okoro: Hello, Lina.")
    pair.mentor.sees("Lina Berg: Hello, Sam.")


async def test_a_mentor_of_two_is_asked_for_whom_words_are_and_nothing_goes_before(crowded: Cast) -> None:
    pair, omar = await two_mentees(crowded)

    said = await pair.mentor.says("How is your review?")
    pair.mentee.sees_nothing_of("How is your review?")
    omar.sees_nothing_of("How is your review?")
    await pair.mentor.answers_whom("Send to Omar Faris", said)
    await pair.mentor.says("And the second one?")

    omar.sees("Sam Okoro: How is your review?")
    omar.sees("Sam Okoro: And the second one?")
    pair.mentee.sees_nothing_of("review?")
    pair.mentee.sees_nothing_of("second one")


async def test_a_reply_goes_to_whom_it_answers_whoever_one_talks_with(crowded: Cast) -> None:
    pair, omar = await two_mentees(crowded)
    await omar.says("Omar here.")
    await pair.mentor.types("/talk")
    await pair.mentor.presses("Talk with Lina Berg")

    await pair.mentor.says("For Omar.", reply_to=pair.mentor.finds("Omar Faris: Omar here."))
    await pair.mentor.says("For Lina.")

    omar.sees("Sam Okoro: For Omar.")
    omar.sees_nothing_of("For Lina.")
    pair.mentee.sees("Sam Okoro: For Lina.")


async def test_who_has_just_heard_from_another_is_asked_again(crowded: Cast) -> None:
    pair, omar = await two_mentees(crowded)
    await pair.mentor.types("/talk")
    await pair.mentor.presses("Talk with Lina Berg")
    await omar.says("A question!")

    said = await pair.mentor.says("Yes?")

    pair.mentee.sees_nothing_of("Yes?")
    omar.sees_nothing_of("Yes?")
    await pair.mentor.answers_whom("Send to Omar Faris", said)
    omar.sees("Sam Okoro: Yes?")


async def test_what_answers_somebody_of_the_past_reaches_nobody_of_today(crowded: Cast) -> None:
    pair, omar = await two_mentees(crowded)
    await pair.mentee.says("Lina here.")
    await pair.mentee.types("/me")
    await pair.mentee.presses("End the pairing…")
    await pair.mentee.presses("End it")

    await pair.mentor.says("Between us.", reply_to=pair.mentor.finds("Lina Berg: Lina here."))

    pair.mentor.sees("your mentorship with Lina Berg is over")
    omar.sees_nothing_of("Between us.")
    pair.mentee.sees_nothing_of("Between us.")
    await pair.mentor.says("For Omar.")
    omar.sees("Sam Okoro: For Omar.")


async def test_words_after_the_end_are_said_to_have_gone_nowhere(crowded: Cast) -> None:
    pair = await couple(crowded)
    await pair.mentee.types("/me")
    await pair.mentee.presses("End the pairing…")
    await pair.mentee.presses("End it")

    await pair.mentee.says("Thank you for everything.")

    pair.mentee.sees("your mentorship with Sam Okoro is over", "[Where I stand]")
    pair.mentor.sees_nothing_of("Thank you for everything.")


async def test_plain_words_of_one_without_a_room_are_answered_with_help(crowded: Cast) -> None:
    await programme(crowded)
    sam = await mentor(crowded)

    await sam.says("Is anybody here?")

    sam.sees("/me")
