"""What is private stays private, by setting, by week and by answer."""

from tests.stories.beginnings import WEEK, mentee, mentor, programme, proposal
from tests.stories.cast import Cast

THREADS = "thread-"


async def test_nothing_of_a_private_member_is_published(cast: Cast) -> None:
    noor, sam = await programme(cast), await mentor(cast)
    lina = await mentee(cast, visibility="private")
    pat = cast.person("Pat Lee")
    await noor.runs("/pair", mentee="Lina Berg")
    await noor.presses("Propose Sam Okoro")
    await sam.presses("Accept")

    await cast.monday()
    await lina.types("/checkin")
    assert {"share", "keep_private"}.isdisjoint(each.name for each in lina.open_form.form.fields)
    await lina.fills(**WEEK)

    lina.sees("Week 1 is in", "Nothing of it is public")
    sam.sees("Lina Berg’s check-in, week 1", "How to draw a boundary")
    assert not [place for place in cast.place_ids if place.startswith(THREADS)]
    pat.sees_nothing_of("boundary")


async def test_a_week_that_its_author_keeps_back_is_not_published(cast: Cast) -> None:
    await programme(cast)
    lina, pat = await mentee(cast), cast.person("Pat Lee")

    await cast.monday()
    await lina.runs("/checkin", **WEEK, share="no")
    await cast.monday()
    await lina.runs("/checkin", **WEEK)

    pat.sees_nothing_of("Week 1, Lina Berg")
    pat.sees("Week 2, Lina Berg", "2 check-ins in a row")


async def test_one_who_turns_private_publishes_no_more(cast: Cast) -> None:
    await programme(cast)
    lina, pat = await mentee(cast), cast.person("Pat Lee")
    await cast.monday()
    await lina.runs("/checkin", **WEEK)

    await lina.runs("/settings", visibility="private")
    await cast.monday()
    await lina.runs("/checkin", **WEEK)

    pat.sees("Week 1, Lina Berg")
    pat.sees_nothing_of("Week 2, Lina Berg")


async def test_a_form_opened_in_public_and_sent_after_turning_private_publishes_nothing(cast: Cast) -> None:
    await programme(cast)
    lina, pat = await mentee(cast), cast.person("Pat Lee")
    await cast.monday()
    await lina.types("/checkin")
    opened = lina.open_form

    await lina.runs("/settings", visibility="private")
    lina.form = opened
    await lina.fills(**WEEK, share="yes")

    lina.sees("Week 1 is in", "Nothing of it is public")
    pat.sees_nothing_of("Week 1, Lina Berg")


async def test_only_the_pair_sees_its_room(cast: Cast) -> None:
    pair = await proposal(cast)
    others = [await mentor(cast, "Ada Lind"), await mentee(cast, "Omar Faris"), cast.person("Pat Lee"), pair.moderator]
    await pair.mentor.presses("Accept")
    await pair.mentee.runs("/goal add", title="Lead two design reviews")

    for each in (pair.mentor, pair.mentee):
        each.sees("Lina Berg has set a goal")
    for each in others:
        each.sees_nothing_of("Lina Berg has set a goal")
        each.sees_nothing_of("Welcome, Sam Okoro and Lina Berg")


async def test_only_its_author_takes_an_entry_back(cast: Cast) -> None:
    await programme(cast)
    lina, omar = await mentee(cast), await mentee(cast, "Omar Faris")
    await cast.monday()
    await lina.runs("/checkin", **WEEK)

    await omar.presses_token(lina.token("Take it back"))

    omar.sees("only they can change it")
    omar.sees("Week 1, Lina Berg")
