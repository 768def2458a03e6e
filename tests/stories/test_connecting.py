"""One community on two platforms: how it comes to that, what stands in the way, and what goes on when one is lost."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.core.ui.inbound import BroughtIn, Origin, SentAway, Where
from bot.core.usecases.communities import found_community
from tests.stories.acting import Person
from tests.stories.beginnings import code_of, connected, mentee, mentor, programme
from tests.stories.cast import Cast, Program
from tests.stories.platform import COMMUNITY, FakePlatform


@pytest.fixture
def other() -> FakePlatform:
    return FakePlatform("discord")


@pytest.fixture
async def cast(data_dir: Path, database_url: str, other: FakePlatform) -> AsyncIterator[Cast]:
    """The program on two platforms, a community on each."""
    async with Cast(Program(data_dir, database_url, (FakePlatform(), other))).on_stage() as cast:
        yield cast


def administrator(cast: Cast, name: str = "Adi Root") -> Person:
    """Somebody who administers the place on the second platform."""
    return cast.person(name, administrator=True, platform=cast.platforms[1])


def gateway(cast: Cast, platform: str) -> Origin:
    """Speak for a platform itself."""
    return Origin(platform, COMMUNITY, "", "", Where.COMMUNITY, COMMUNITY, f"gateway:{cast.next_number()}")


def asked(person: Person) -> list[str]:
    """List the weeks that somebody was asked about, reminders aside."""
    return re.findall(r"Week (\d+): how did it go", person.screen)


async def goes(cast: Cast, platform: str) -> None:
    await cast.happens(SentAway(gateway(cast, platform)))


async def comes(cast: Cast, platform: str) -> None:
    await cast.happens(BroughtIn(gateway(cast, platform), "Harbour"))


async def test_a_moderator_s_code_makes_another_place_part_of_the_community(cast: Cast, other: FakePlatform) -> None:
    noor = await programme(cast)
    await noor.types("/connect")
    noor.sees("A code for Harbour", "Type /connect", "once, within half an hour")
    adi = administrator(cast)
    await adi.types("/setup")
    await adi.puts_away()

    await adi.types(f"/connect {code_of(noor)}")

    adi.sees("This place is part of Harbour now", "/link", "[Join]")
    noor.sees("Harbour is on Discord, too", "Adi Root has used the code there.")
    assert {"commons", "rooms", "threads"} <= {each.partition("-")[0] for each in other.places}
    adi.sees("The channels are there")
    lina = await mentee(cast, platform=other)
    await mentor(cast)
    await noor.runs("/pair", mentee="Lina Berg")
    noor.sees("Sam Okoro", "[Propose Sam Okoro]")
    await cast.monday()
    assert lina.prompts() == 1


async def test_who_has_no_code_hears_where_there_is_one(cast: Cast) -> None:
    adi = administrator(cast)

    await adi.types("/connect")

    adi.sees("Connect this place to a community", "one of its moderators types /connect there")


async def test_only_who_administers_the_place_can_give_it_over(cast: Cast) -> None:
    noor = await programme(cast)
    await noor.types("/connect")
    pat = cast.person("Pat Lee", platform=cast.platforms[1])

    await pat.types(f"/connect {code_of(noor)}")
    pat.sees("That is for the administrators of this community")

    adi = administrator(cast)
    await adi.types(f"/connect {code_of(noor)}")
    adi.sees("This place is part of Harbour now")


async def test_a_code_is_taken_as_it_was_shown_once_and_for_half_an_hour(cast: Cast) -> None:
    noor, adi = await programme(cast), administrator(cast)
    await adi.types("/connect nonsense")
    adi.sees("That code isn’t known here.")
    await noor.types("/link")
    await adi.types(f"/connect {code_of(noor)}")
    adi.sees("That code isn’t known here.")

    await noor.types("/connect")
    late = code_of(noor)
    await cast.later(minutes=31)
    await adi.types(f"/connect {late}")
    adi.sees("older than half an hour")

    await noor.types("/connect")
    code = code_of(noor)
    await adi.types(f"/connect {code.upper()}")
    adi.sees("This place is part of Harbour now")
    await cast.founds("marina", "Marina")
    ida = cast.person("Ida Moe", administrator=True)
    ida.community = "marina"
    await ida.types(f"/connect {code}")
    ida.sees("That code has been used already")


async def test_what_stands_in_the_way_is_said(cast: Cast) -> None:
    noor = await programme(cast)
    await noor.types("/connect")
    await noor.types(f"/connect {code_of(noor)}")
    noor.sees("That code is this community’s own.")

    adi = administrator(cast)
    await adi.runs("/setup", name="A programme of its own", zone="Europe/Berlin")
    await noor.types("/connect")
    await adi.types(f"/connect {code_of(noor)}")
    adi.sees("A programme of its own runs here")


async def test_a_community_has_one_place_a_platform_unless_it_has_lost_it(cast: Cast) -> None:
    noor = await connected(cast)
    found = (cast.app.tools, "discord", "cove", "Cove", "en", "UTC")
    await cast.app.hop.write(found_community, *found)
    ida = administrator(cast, "Ida Moe")
    ida.community = "cove"
    await noor.types("/connect")
    await ida.types(f"/connect {code_of(noor)}")
    ida.sees("has a place on this platform already")

    await goes(cast, "discord")
    await ida.types(f"/connect {code_of(noor)}")
    ida.sees("This place is part of Harbour now")


async def test_losing_one_platform_leaves_the_other_at_work(cast: Cast, other: FakePlatform) -> None:
    noor = await connected(cast)
    lina, omar = await mentee(cast), await mentee(cast, "Omar Faris", other)
    await cast.monday()
    assert (asked(lina), asked(omar)) == (["1"], ["1"])

    await goes(cast, "discord")
    await goes(cast, "discord")
    noor.sees("Menteo was removed from Harbour on Discord", "people who are only there")
    assert noor.screen.count("Menteo was removed") == 1
    await cast.monday()
    await cast.monday()
    assert (asked(lina), asked(omar)) == (["1", "2", "3"], ["1"])
    assert await cast.app.conversation.communities("fake") == [COMMUNITY]
    assert await cast.app.conversation.communities("discord") == []

    await comes(cast, "discord")
    noor.sees("Menteo is back in Harbour")
    await cast.monday()
    assert (asked(lina), asked(omar)) == (["1", "2", "3", "4"], ["1", "4"])


async def test_a_community_is_away_when_no_platform_is_left(cast: Cast, other: FakePlatform) -> None:
    await connected(cast)
    lina, omar = await mentee(cast), await mentee(cast, "Omar Faris", other)

    await goes(cast, "fake")
    await goes(cast, "discord")
    await cast.monday()
    assert (asked(lina), asked(omar)) == ([], [])

    await comes(cast, "discord")
    await cast.monday()
    assert (asked(lina), asked(omar)) == ([], ["2"])
    await comes(cast, "fake")
    await cast.monday()
    assert (asked(lina), asked(omar)) == (["3"], ["2", "3"])


async def test_channels_that_lacked_a_right_are_made_on_their_platform_from_another(
    cast: Cast, other: FakePlatform
) -> None:
    noor = await programme(cast)
    await noor.types("/connect")
    other.lacks = {"manage_channels"}
    adi = administrator(cast)
    await adi.types(f"/connect {code_of(noor)}")
    token = adi.token("Make the channels")
    other.lacks = set()

    await noor.presses_token(token)

    noor.sees("The channels are there", "[Join]")
    assert [each for each in other.places if each.startswith("commons-")]
    assert not [each for each in cast.platforms[0].places if each.startswith("commons-")]
