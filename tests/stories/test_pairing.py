"""What becomes of proposals and pairings."""

from tests.stories.beginnings import couple, mentee, mentor, programme, proposal
from tests.stories.cast import Cast


async def test_a_mentor_who_says_no_hurts_nobody(cast: Cast) -> None:
    pair = await proposal(cast)

    await pair.mentor.presses("Not now")

    pair.mentor.sees("You said no to mentoring Lina Berg", "an honest no helps")
    pair.mentee.sees("The search for your mentor goes on")
    pair.mentee.sees_nothing_of("Sam")
    pair.moderator.sees("Sam Okoro can’t take Lina Berg now", "[Find a mentor]")
    assert not pair.mentee.platform.rooms_of("lina")


async def test_after_a_no_another_mentor_can_be_asked(cast: Cast) -> None:
    pair = await proposal(cast)
    ada = await mentor(cast, "Ada Lind")
    await pair.mentor.presses("Not now")

    await pair.moderator.presses("Find a mentor")
    await pair.moderator.fills(mentee="Lina Berg")
    await pair.moderator.presses("Propose Ada Lind")
    await ada.presses("Accept")

    pair.mentee.sees("Ada Lind is your mentor")


async def test_a_mentor_whose_places_are_taken_is_not_suggested(cast: Cast) -> None:
    noor, sam = await programme(cast), await mentor(cast, capacity="1")
    await mentee(cast)
    await mentee(cast, "Omar Faris")
    await noor.runs("/pair", mentee="Lina Berg")
    await noor.presses("Propose Sam Okoro")
    await sam.presses("Accept")

    await noor.runs("/pair", mentee="Omar Faris")

    noor.sees("Nobody fits Omar Faris right now", "One mentor has no free place.")


async def test_of_two_proposals_for_one_place_the_second_yes_is_refused(cast: Cast) -> None:
    noor, sam = await programme(cast), await mentor(cast, capacity="1")
    lina, omar = await mentee(cast), await mentee(cast, "Omar Faris")
    await noor.runs("/pair", mentee="Lina Berg")
    await noor.presses("Propose Sam Okoro")
    for_lina = sam.token("Accept")
    await noor.runs("/pair", mentee="Omar Faris")
    await noor.presses("Propose Sam Okoro")

    await sam.presses("Accept")
    await sam.presses_token(for_lina)

    sam.sees("You are now Omar Faris’s mentor")
    sam.sees("This mentor’s places are all taken")
    omar.sees("Sam Okoro is your mentor")
    lina.sees_nothing_of("Sam Okoro is your mentor")


async def test_the_pair_s_buttons_do_nothing_in_other_hands(cast: Cast) -> None:
    pair = await proposal(cast)
    ada, pat = await mentor(cast, "Ada Lind"), cast.person("Pat Lee")
    accept, decline = pair.mentor.token("Accept"), pair.mentor.token("Not now")

    for somebody in (ada, pat, pair.mentee, pair.moderator):
        await somebody.presses_token(accept)
        await somebody.presses_token(decline)
        somebody.sees("That is for mentors")

    await pair.mentor.presses("Accept")
    pair.mentee.sees("Sam Okoro is your mentor")


async def test_a_second_yes_says_what_has_become_of_the_first(cast: Cast) -> None:
    pair = await proposal(cast)
    accept = pair.mentor.token("Accept")
    await pair.mentor.presses_token(accept)

    await pair.mentor.presses_token(accept)

    pair.mentor.sees("it is active already")
    assert len(pair.mentor.platform.rooms_of("sam")) == 1


async def test_a_pairing_ends_without_blame_and_its_room_stays_readable(cast: Cast) -> None:
    pair = await couple(cast)

    await pair.mentee.types("/me")
    await pair.mentee.presses("End the pairing…")
    pair.mentee.sees("End the pairing of Sam Okoro and Lina Berg?")
    await pair.mentee.presses("End it")

    pair.mentor.sees("The pairing of Sam Okoro and Lina Berg has ended")
    [room] = pair.mentee.platform.rooms_of("lina")
    assert room.archived
    await mentor(cast, "Ada Lind")
    await pair.moderator.runs("/pair", mentee="Lina Berg")
    pair.moderator.sees("Propose Ada Lind")
    assert "Sam Okoro" not in pair.moderator.last, "the two were paired only just now"


async def test_a_mentee_is_paired_with_one_mentor_at_a_time(cast: Cast) -> None:
    noor = await programme(cast)
    await mentor(cast)
    await mentor(cast, "Ada Lind")
    await mentee(cast)
    await noor.runs("/pair", mentee="Lina Berg")
    to_ada = noor.token("Propose Ada Lind")
    await noor.presses("Propose Sam Okoro")

    await noor.presses_token(to_ada)

    noor.sees("This mentee has a mentor, or a mentor is being asked.")
    await noor.types("/pair")
    noor.sees("Nobody waits for a mentor")
