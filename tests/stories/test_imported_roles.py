"""Destination roles of imported frameworks: found by other names, rated on their own scale, with their credit line."""

from pathlib import Path

from bot.adapters.library.imports.onet import import_onet
from tests.adapters.library.imports.writing import DEVELOPER, write_release
from tests.stories.acting import Person
from tests.stories.beginnings import mentor, programme
from tests.stories.cast import Cast

CREDIT = "Used under the CC BY 4.0 license"


def told(file: str, rows: int) -> None:
    """Listen to no progress."""


async def aims_at_a_developer(cast: Cast, data_dir: Path, tmp_path: Path) -> Person:
    """Lina joins, aiming at an occupation that nobody has rated."""
    import_onet(write_release(tmp_path / "db_30_3_text"), data_dir / "frameworks", told)
    await programme(cast)
    lina = cast.person("Lina Berg")
    await lina.runs("/join mentee", destination="software developers o*net 30.3", visibility="public")
    return lina


async def test_a_role_is_found_by_its_other_names_beside_menteo_s_own(
    cast: Cast, data_dir: Path, tmp_path: Path
) -> None:
    lina = await aims_at_a_developer(cast, data_dir, tmp_path)

    assert "Software Developers (O*NET 30.3)" in await lina.searches("role", "software engineer")
    assert "Computer Programmers (O*NET 30.3)" in await lina.searches("role", "progammers")
    assert (await lina.searches("role", f"onet:{DEVELOPER}"))[0] == "Software Developers (O*NET 30.3)"
    lina.sees("You are in", "Software Developers", "taken from the related role Computer Programmers", CREDIT)


async def test_levels_are_rated_and_shown_on_the_framework_s_own_scale(
    cast: Cast, data_dir: Path, tmp_path: Path
) -> None:
    lina = await aims_at_a_developer(cast, data_dir, tmp_path)

    await lina.types("/gap rate")
    asked = {each.label: each for each in lina.open_form.form.fields}
    assert sorted(asked) == ["Coordination", "Programming", "Reading Comprehension"]
    assert CREDIT in lina.open_form.form.intro
    reading = asked["Reading Comprehension"]
    await lina.fills(**{reading.name: "8"})
    lina.is_told(reading.name, "7")
    await lina.fills(**{reading.name: "6", asked["Programming"].name: "0"})

    await lina.types("/gap")
    lina.sees("Your way to Software Developers", "Programming", "4.25", "from 0 to 7", CREDIT)
    await lina.runs("/gap cell", competency="Reading Comprehension")
    lina.sees("6: Read a scientific journal article", "3.75", CREDIT)


async def test_a_mentor_s_levels_can_be_of_an_imported_role(cast: Cast, data_dir: Path, tmp_path: Path) -> None:
    await aims_at_a_developer(cast, data_dir, tmp_path)
    sam = await mentor(cast, role="Computer Programmers")

    sam.sees("Thank you for mentoring", "Programming", "Reading Comprehension", CREDIT)
    await sam.types("/levels")
    programming = next(each for each in sam.open_form.form.fields if each.label == "Programming")
    await sam.fills(**{programming.name: "7"})
    sam.sees("Your levels are kept", "Programming", "7")


async def test_who_changes_what_they_offer_finds_their_role_filled_in(
    cast: Cast, data_dir: Path, tmp_path: Path
) -> None:
    await aims_at_a_developer(cast, data_dir, tmp_path)
    sam = await mentor(cast, role="Computer Programmers")
    mira = await mentor(cast, "Mira Holm", role="Staff engineer")

    for person, role in ((sam, "Computer Programmers (O*NET 30.3)"), (mira, "Staff engineer")):
        await person.types("/join mentor")
        held = next(each for each in person.open_form.form.fields if each.name == "role")
        assert held.default == (role,)
        await person.fills(capacity="3")
        person.sees("You are in. Thank you for mentoring", "You offer 3 places")

    # One who has since raised a level still holds the same role.
    await sam.types("/levels")
    names = {each.label: each.name for each in sam.open_form.form.fields}
    await sam.fills(**{names["Programming"]: "7"})
    await sam.types("/join mentor")
    await sam.fills()
    sam.sees("You are in. Thank you for mentoring", "Programming", "7")


async def test_a_role_that_is_there_no_more_is_chosen_anew(cast: Cast, data_dir: Path, tmp_path: Path) -> None:
    lina = await aims_at_a_developer(cast, data_dir, tmp_path)
    (data_dir / "frameworks" / "onet.sqlite").unlink()

    await lina.types("/gap")
    lina.sees("Your destination role is no longer available here", "[Join as a mentee]")
    await lina.runs("/join mentee", destination="Staff engineer")
    await lina.types("/gap")
    lina.sees("Your way to Staff engineer")
