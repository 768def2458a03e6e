"""What people do beside the week's check-in: cheer, comment, add a note, owe something, look somebody up."""

from dataclasses import replace

from bot.core.ui.inbound import Commented
from tests.stories.acting import Person
from tests.stories.beginnings import WEEK, couple, mentee, programme
from tests.stories.cast import Cast


async def comments(person: Person, under: Person) -> None:
    """Write under somebody's newest entry."""
    thread = next(place for place in person.cast.place_ids if place.startswith("thread-"))
    assert under.platform.places[thread].title == f"{under.name}’s growth"
    await person.does(Commented(replace(person.origin(), place=thread)))


async def test_others_cheer_and_comment(cast: Cast) -> None:
    pair = await couple(cast)
    lina, sam, pat = pair.mentee, pair.mentor, cast.person("Pat Lee")
    await cast.monday()
    await lina.runs("/checkin", **WEEK)

    await pat.presses("Cheer")
    await sam.presses("Cheer (1)")
    lina.sees("Week 1, Lina Berg", "[Cheer (2)]")
    await pat.presses("Cheer (2)")
    lina.sees("Week 1, Lina Berg", "[Cheer (1)]")
    await lina.presses("Cheer (1)")
    lina.sees("a cheer comes from somebody else")
    lina.sees("Week 1, Lina Berg", "[Cheer (1)]")

    for _ in range(2):
        await comments(pat, under=lina)
    lina.sees_nothing_of("2 comments here")
    await cast.later(minutes=1)
    pat.sees("Week 1, Lina Berg", "2 comments here", "[Cheer (1)]")
    assert pat.screen.count("Week 1, Lina Berg") == 1


async def test_a_message_of_one_s_own_becomes_a_note_and_is_taken_back(cast: Cast) -> None:
    await programme(cast)
    lina, pat = await mentee(cast), cast.person("Pat Lee")

    await lina.uses("add_to_growth", on=lina, text="My talk was accepted!")
    pat.sees_nothing_of("My talk was accepted!")
    await cast.restarts()
    await lina.fills(words="My talk was accepted.", sure="yes")
    pat.sees("A note of Lina Berg’s", "My talk was accepted.")

    await pat.uses("add_to_growth", on=lina, text="My talk was accepted.")
    pat.sees("Menteo doesn’t know you yet")
    await pat.presses("Cheer")
    await pat.uses("add_to_growth", on=lina, text="My talk was accepted.")
    pat.sees("somebody else’s words")

    await lina.presses("Take it back")
    pat.sees_nothing_of("A note of Lina Berg’s")


async def test_a_message_becomes_an_action_item_that_only_its_owner_sees(cast: Cast) -> None:
    pair = await couple(cast)
    lina, sam = pair.mentee, pair.mentor

    await lina.uses("save_action_item", on=sam, text="Could you send me the outline?")
    await lina.fills(text="Send Sam the outline", due="2026-10-09")
    lina.sees("Kept as your action item", "Send Sam the outline (due 9 October 2026)")
    sam.sees_nothing_of("Send Sam the outline")

    await lina.types("/action")
    await lina.presses("Done: Send Sam the outline")
    lina.sees("Done: Send Sam the outline", "Nothing else is open.")


async def test_a_profile_shows_what_each_may_see(cast: Cast) -> None:
    pair = await couple(cast)
    omar = await mentee(cast, "Omar Faris", visibility="private")

    await omar.uses("mentorship_profile", on=pair.mentee)
    omar.sees("Lina Berg’s mentorship profile", "Staff engineer")
    omar.sees_nothing_of("Sam Okoro and Lina Berg")
    await pair.moderator.uses("mentorship_profile", on=pair.mentee)
    pair.moderator.sees("Lina Berg’s mentorship profile", "Sam Okoro and Lina Berg")
    await pair.mentee.uses("mentorship_profile", on=omar)
    pair.mentee.sees("More about Omar Faris is seen only by those")
    await pair.mentee.uses("mentorship_profile", on=cast.person("Pat Lee"))
    pair.mentee.sees("Pat Lee isn’t in Menteo here yet", "/join")
