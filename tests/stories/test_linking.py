"""One person on two platforms: a second account, two members made one, and which of two words counts."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.core.ui.inbound import Departed, Origin, SentAway, Where
from tests.stories.acting import Person
from tests.stories.beginnings import WEEK, code_of, connected, mentee, mentor
from tests.stories.cast import Cast, Program
from tests.stories.platform import COMMUNITY, FakePlatform, Message


@pytest.fixture
def other() -> FakePlatform:
    return FakePlatform("other")


@pytest.fixture
async def cast(data_dir: Path, database_url: str, other: FakePlatform) -> AsyncIterator[Cast]:
    """The program on two platforms, one community on both."""
    async with Cast(Program(data_dir, database_url, (FakePlatform(), other))).on_stage() as cast:
        await connected(cast)
        yield cast


async def linked(person: Person, there: Person) -> None:
    """Carry a code from one account to another."""
    await person.types("/link")
    await there.types(f"/link {code_of(person)}")


async def test_an_account_of_nobody_becomes_the_member_s_own(cast: Cast, other: FakePlatform) -> None:
    lina = await mentee(cast)
    phone = cast.person("lb", platform=other)
    phone.community = ""  # in private, and nobody has said which community is meant

    await linked(lina, phone)

    phone.sees("Your accounts are one in Harbour", "Lina Berg", "Fake")
    lina.sees("Your account on Other is linked", "tell a moderator at once")
    await phone.types("/me")
    phone.sees("Where you stand, Lina Berg")
    await cast.monday()
    assert (lina.prompts(), phone.prompts()) == (1, 0)
    await phone.runs("/checkin", **WEEK, share="yes")
    await lina.types("/me")
    lina.sees("Streak", "1 check-in in a row")


async def test_who_has_no_code_hears_where_there_is_one(cast: Cast, other: FakePlatform) -> None:
    pat = cast.person("Pat Lee", platform=other)

    await pat.types("/link")

    pat.sees("Link your accounts", "Type /link where Menteo knows you")
    await pat.types("/me")
    pat.sees("Where you stand")


async def test_where_one_is_written_to_can_be_changed(cast: Cast, other: FakePlatform) -> None:
    lina = await mentee(cast)
    phone = cast.person("lb", platform=other)
    await lina.types("/settings")
    assert "home" not in {each.name for each in lina.open_form.form.fields}
    await linked(lina, phone)

    await phone.runs("/settings", home="other")

    await cast.monday()
    assert (lina.prompts(), phone.prompts()) == (0, 1)


async def test_two_members_become_one_as_the_person_chooses(cast: Cast, other: FakePlatform) -> None:
    lina = await mentee(cast)
    await lina.runs("/goal add", title="Lead two design reviews", target="2")
    phone = await mentee(cast, "Lina B", other, hours="5", visibility="private", zone="Asia/Tokyo")
    await phone.runs("/goal add", title="Write weekly")
    await cast.later(hours=1)
    await phone.runs("/gap rate", coding="5")

    await linked(lina, phone)
    phone.sees("Two members are to become one", "Lina Berg on Fake", "This can’t be undone")
    await phone.presses("Make them one")
    form = phone.open_form.form
    assert "can’t be undone" in form.intro
    assert [each.name for each in form.fields] == ["name", "zone", "visibility", "hours", "home"]
    await phone.fills(zone="other", hours="other", home="other")

    phone.sees("Your accounts are one in Harbour", "Lina Berg", "Other")
    lina.sees("Your account on Other is linked")
    await lina.types("/goal")
    lina.sees("Lead two design reviews")
    assert "Write weekly" in lina.screen
    await phone.types("/join mentee")
    filled = {each.name: each.default for each in phone.open_form.form.fields}
    assert (filled["hours"], filled["zone"], filled["visibility"]) == (("5",), ("Asia/Tokyo",), ("public",))
    await phone.types("/gap rate")
    levels = {each.name: each.default for each in phone.open_form.form.fields}
    assert levels["coding"] == ("5",)
    assert levels["testing"] == ("3",)
    await cast.monday(zone="Asia/Tokyo")
    assert (lina.prompts(), phone.prompts()) == (0, 1)
    await phone.types("/link nonsense")
    phone.sees("That code isn’t known here.")


async def test_one_who_mentors_on_one_platform_and_learns_on_the_other_does_both(
    cast: Cast, other: FakePlatform
) -> None:
    sam = await mentor(cast)
    phone = await mentee(cast, "Sam Okoro", other)

    await linked(sam, phone)
    await phone.presses("Make them one")
    await phone.fills()

    await sam.types("/levels")
    await sam.puts_away()
    await sam.types("/gap")
    sam.sees("Staff engineer")
    await cast.monday()
    assert sam.prompts() == 1


async def test_a_code_is_for_the_account_that_brought_it(cast: Cast, other: FakePlatform) -> None:
    lina = await mentee(cast)
    phone, eve = await mentee(cast, "Lina B", other), await mentee(cast, "Eve Stone", other)
    await linked(lina, phone)
    token = phone.token("Make them one")

    await eve.types(f"/link {code_of(lina)}")
    eve.sees("That code has been used already")
    await eve.presses_token(token)
    eve.sees("That isn’t here any more.")

    await phone.presses("Make them one")
    await phone.fills()
    phone.sees("Your accounts are one")


async def test_a_code_is_over_after_half_an_hour(cast: Cast, other: FakePlatform) -> None:
    lina, phone = await mentee(cast), await mentee(cast, "Lina B", other)
    await linked(lina, phone)
    await cast.later(minutes=31)

    await phone.presses("Make them one")

    phone.sees("older than half an hour")


async def test_what_can_t_be_one_person_is_refused(cast: Cast, other: FakePlatform) -> None:
    lina, sam, omar = await mentee(cast), await mentor(cast), await mentee(cast, "Omar Faris")
    phone = await mentee(cast, "Lina B", other)
    ivy = await mentor(cast, "Ivy Nyman", other)
    noor = cast.person("Noor Haddad")
    await linked(lina, omar)
    omar.sees("has an account on this platform already")
    await linked(lina, lina)
    lina.sees("This account is yours already")

    await noor.runs("/pair", mentee="Lina Berg")
    await noor.presses("Propose Ivy Nyman")
    await linked(lina, ivy)
    ivy.sees("mentor and mentee of each other")

    await noor.runs("/pair", mentee="Lina B")
    await noor.presses("Propose Sam Okoro")
    await linked(lina, phone)
    phone.sees("You have a mentor, or a proposal, on both sides.")
    sam.sees("Lina B")


async def test_what_waits_for_the_one_who_is_no_more_reaches_the_one_who_is(cast: Cast, other: FakePlatform) -> None:
    sam, phone = await mentor(cast, capacity="1"), await mentor(cast, "Sam O", other)
    await mentee(cast)
    noor = cast.person("Noor Haddad")
    other.down = True
    await noor.runs("/pair", mentee="Lina Berg")
    await noor.presses("Propose Sam O")
    await linked(sam, phone)
    await phone.presses("Make them one")
    await phone.fills(home="fake")
    other.down = False

    await cast.retries()

    phone.sees("Lina Berg", "[Accept]")
    sam.sees_nothing_of("[Accept]")
    await phone.presses("Accept")
    await sam.types("/me")
    sam.sees("Mentees", "Lina Berg")


async def test_leaving_one_platform_is_not_leaving_the_community(cast: Cast, other: FakePlatform) -> None:
    lina = await mentee(cast)
    phone = cast.person("lb", platform=other)
    await linked(lina, phone)

    await lina.leaves()
    await cast.monday()
    assert phone.prompts() == 1

    await phone.does(Departed(phone.origin()))
    await cast.monday()
    assert phone.prompts() == 1
    await lina.returns()
    await cast.monday()
    assert lina.prompts() == 1


async def test_who_is_on_two_platforms_is_asked_on_the_one_that_is_left(cast: Cast, other: FakePlatform) -> None:
    lina = await mentee(cast)
    phone = cast.person("lb", platform=other)
    await linked(lina, phone)
    await phone.runs("/settings", home="other")

    gone = Origin("other", COMMUNITY, "", "", Where.COMMUNITY, COMMUNITY, "gateway:1")
    await cast.happens(SentAway(gone))
    await cast.monday()

    assert (lina.prompts(), phone.prompts()) == (1, 0)


async def test_words_of_a_thread_that_was_given_up_can_still_be_taken_back(cast: Cast, other: FakePlatform) -> None:
    lina, phone = await mentee(cast), await mentee(cast, "Lina B", other)
    await cast.monday()
    await lina.runs("/checkin", **WEEK, share="yes")
    await phone.runs("/checkin", **WEEK, share=())
    await cast.monday()
    await phone.runs("/checkin", **WEEK, share="yes")
    await linked(lina, phone)
    await phone.presses("Make them one")
    await phone.fills()
    [theirs] = in_threads(other)
    assert "How to draw a boundary" in theirs.text

    await lina.types("/growth")
    await lina.presses("Take back week 2")

    assert in_threads(other) == []
    assert len(in_threads(cast.platforms[0])) == 1


async def test_both_have_told_of_one_week_and_what_was_public_stays(cast: Cast, other: FakePlatform) -> None:
    lina, phone = await mentee(cast), await mentee(cast, "Lina B", other)
    await cast.monday()
    await lina.runs("/checkin", **{**WEEK, "learned": "On the ship."}, share="yes")
    await phone.runs("/checkin", **{**WEEK, "learned": "On the quay."}, share="yes")
    await linked(lina, phone)
    await phone.presses("Make them one")
    await phone.fills()

    await lina.types("/growth")
    lina.sees("Week 1", "Public")
    assert "On the ship." in in_threads(cast.platforms[0])[0].text
    assert "On the quay." in in_threads(other)[0].text
    await lina.presses("Take back week 1")
    assert in_threads(cast.platforms[0]) == []


def in_threads(platform: FakePlatform) -> list[Message]:
    """List what stands in the growth threads of a platform."""
    return [each for each in platform.messages if each.place.startswith("thread-")]
