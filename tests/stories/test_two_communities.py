"""Two communities with the same names and the same ids never hear of each other."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.stories.acting import Person
from tests.stories.beginnings import RATED, WEEK
from tests.stories.cast import Cast, Program
from tests.stories.platform import FakePlatform


@pytest.fixture
def east() -> FakePlatform:
    return FakePlatform("east")


@pytest.fixture
def west() -> FakePlatform:
    return FakePlatform("west")


@pytest.fixture
async def twins(data_dir: Path, database_url: str, east: FakePlatform, west: FakePlatform) -> AsyncIterator[Cast]:
    async with Cast(Program(data_dir, database_url, (east, west))).on_stage() as cast:
        yield cast


async def people(cast: Cast, platform: FakePlatform, learned: str) -> tuple[Person, Person, Person]:
    """The same three people and the same loop, but for what was learned."""
    noor = cast.person("Noor Haddad", administrator=True, platform=platform)
    sam = cast.person("Sam Okoro", platform=platform)
    lina = cast.person("Lina Berg", platform=platform)
    await noor.runs("/setup", name=f"{platform.platform} mentoring")
    await sam.runs("/join mentor", role="Staff engineer", capacity="1")
    await lina.runs("/join mentee", destination="Staff engineer", visibility="public")
    await lina.runs("/gap rate", **RATED)
    await noor.runs("/pair", mentee="Lina Berg")
    await noor.presses("Propose Sam Okoro")
    await sam.presses("Accept")
    await lina.runs("/goal add", title=f"Learn {learned}")
    return noor, sam, lina


async def test_neither_sees_the_other_s_people_weeks_or_goals(
    twins: Cast, east: FakePlatform, west: FakePlatform
) -> None:
    of_east, of_west = await people(twins, east, "sailing"), await people(twins, west, "riding")
    await twins.monday()
    await of_east[2].runs("/checkin", **{**WEEK, "learned": "sailing"})
    await of_west[2].runs("/checkin", **{**WEEK, "learned": "riding"})
    for somebody in (*of_east, *of_west):
        await somebody.types("/me")

    for somebody in of_east:
        somebody.sees("Week 1, Lina Berg", "sailing")
        somebody.sees_nothing_of("riding")
        somebody.sees_nothing_of("west mentoring")
    for somebody in of_west:
        somebody.sees("Week 1, Lina Berg", "riding")
        somebody.sees_nothing_of("sailing")
        somebody.sees_nothing_of("east mentoring")


async def test_a_button_of_one_does_nothing_in_the_other(twins: Cast, east: FakePlatform, west: FakePlatform) -> None:
    _, _, lina = await people(twins, east, "sailing")
    _, _, double = await people(twins, west, "riding")
    await lina.types("/goal")

    for label in ("Reached…", "Let go…"):
        await double.presses_token(lina.token(label))
        double.sees("That isn’t here any more")

    await lina.types("/goal")
    lina.sees("Learn sailing", "[Reached…]")


async def test_a_form_of_one_can_t_be_sent_in_the_other(twins: Cast, east: FakePlatform, west: FakePlatform) -> None:
    _, _, lina = await people(twins, east, "sailing")
    _, sam, double = await people(twins, west, "riding")
    await twins.monday()
    await lina.types("/checkin")

    double.form = lina.open_form
    await double.fills(**WEEK)

    double.sees("That isn’t here any more")
    sam.sees_nothing_of("check-in, week 1")
