"""A sign-up sheet from chat: headings said once, bad rows named, nobody doubled, and who comes later."""

import pytest
import sqlalchemy as sa
from sqlalchemy import event

from tests.stories.acting import Person
from tests.stories.beginnings import mentor, programme
from tests.stories.cast import Cast

MENTEES = """Timestamp;Your handle;Role you want to hold;Your time zone;Languages;When can you talk?;Your levels
2026-09-01;@Lina;Staff engineer;Berlin;English, Deutsch;Mon-Fri 18-21;coding:3
2026-09-01;omar;Staff engineer;Europe/Berlin;en;weekdays from 6 to 9 pm;
2026-09-02;pat;Astronaut;Atlantis;en;;
2026-09-02;kim;Astronaut;UTC;en;;
2026-09-02;lina;Staff engineer;UTC;en;;
"""
HEADINGS = {"h0": "-", "h1": "mentee", "h2": "destination", "h3": "zone", "h4": "availability", "h5": "levels"}


async def known(cast: Cast, name: str) -> Person:
    """Somebody who is here, and has said nothing yet."""
    person = cast.person(name)
    await person.types("/join mentor")
    await person.puts_away()  # who does something is introduced by it
    return person


async def imported(noor: Person, sheet: str = MENTEES, kind: str = "mentees") -> None:
    await noor.runs("/signups import", kind=kind, sheet=sheet)


async def test_headings_are_said_once_and_rows_are_taken_in_or_named(cast: Cast) -> None:
    noor, lina = await programme(cast), await known(cast, "Lina Berg")

    await imported(noor)
    noor.sees("What do these headings mean?", "Timestamp, Your handle", "Still missing", "mentee, destination")
    await noor.presses("Say what they mean")
    guessed = {each.label: each.default for each in noor.open_form.form.fields}
    assert guessed["Your handle"] == ("mentee",)
    assert guessed["Timestamp"] == ("-",)
    await noor.fills(**{**HEADINGS, "h2": "-"})
    assert "No heading means destination yet" in noor.open_form.trouble
    await noor.fills(**{**HEADINGS, "h0": "mentee"})
    assert "Two headings mean the same: mentee" in noor.open_form.trouble
    await noor.fills(**HEADINGS)

    noor.sees("2 rows are taken in", "Rows left out", "Line 4, Your time zone", "“Atlantis” is no time zone")
    noor.sees("Line 5", "“Astronaut” is no role", "Line 6, Your handle", "lina is there a second time, first on line 2")
    noor.sees("Not here yet", "omar", "type /join")
    lina.sees("You are signed up as a mentee in Harbour", "change whatever isn’t right", "[Rate myself]")
    await lina.types("/availability")
    assert lina.open_form.form.fields[1].default == ()
    assert lina.open_form.form.fields[0].default == ("Mon–Fri 18:00–21:00",)
    await imported(noor)
    noor.sees("2 rows are taken in")


async def test_who_is_here_can_be_paired_and_nobody_is_doubled(cast: Cast) -> None:
    noor, lina, sam = await programme(cast), await known(cast, "Lina Berg"), await known(cast, "Sam Okoro")
    await imported(noor, "mentor,role,capacity,zone\nsam,Staff engineer,2,Berlin\n", "mentors")
    sheet = "mentee,destination,wishes,not_with\nlina,Staff engineer,@Sam,\nomar,Staff engineer,,sam\n"
    for _ in range(2):
        await imported(noor, sheet)

    noor.sees("2 rows are taken in", "Here", "1")
    assert lina.screen.count("You are signed up as a mentee") == 1
    assert sam.screen.count("You are signed up as a mentor") == 1
    await lina.types("/wishes")
    assert lina.open_form.form.fields[0].default == ("Sam Okoro",)
    await noor.types("/signups")
    noor.sees("3 people have signed up by sheet", "Not here yet", "omar")
    await noor.runs("/pair", mentee="Lina Berg")
    noor.sees("Propose Sam Okoro")
    await noor.types("/me")
    noor.sees("One mentee waits for a mentor.")


async def test_many_rows_are_written_at_once(cast: Cast) -> None:
    noor = await programme(cast)
    for name in ("Lina Berg", "Omar Faris", "Pat Roe"):
        await known(cast, name)
    said: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        said.append(statement)

    event.listen(sa.Engine, "before_cursor_execute", note)
    try:
        await imported(noor, "mentee,destination,levels\n" + "".join(
            f"{name},Staff engineer,coding:3; testing:2\n" for name in ("lina", "omar", "pat")
        ))  # fmt: skip
    finally:
        event.remove(sa.Engine, "before_cursor_execute", note)

    noor.sees("3 rows are taken in")
    for table in ("mentee_profiles", "assessments", "schedules"):
        assert sum(each.startswith(f"INSERT INTO {table} ") for each in said) == 1, table


async def test_what_a_member_has_said_stands(cast: Cast) -> None:
    noor, lina = await programme(cast), await known(cast, "Lina Berg")
    await lina.runs("/join mentee", destination="Engineering manager", visibility="private", zone="Asia/Tokyo")
    await lina.runs("/preferences", team="Reds")

    await imported(
        noor,
        "mentee,destination,zone,team,preferences,availability\nlina,Staff engineer,Berlin,Blues,remote,Mon 9-10\n",
    )

    await lina.types("/preferences")
    assert [each.default for each in lina.open_form.form.fields] == [("remote",), ("Reds",)]
    await lina.types("/join mentee")
    filled = {each.name: each.default for each in lina.open_form.form.fields}
    assert (filled["destination"], filled["zone"]) == (("Engineering manager",), ("Asia/Tokyo",))
    lina.sees_nothing_of("You are signed up")


@pytest.mark.parametrize("way", ["arrives", "joins"])
async def test_who_comes_later_finds_what_they_signed_up_with(cast: Cast, way: str) -> None:
    noor, sam = await programme(cast), await mentor(cast)
    await imported(noor, "mentee,destination,zone,not_with\nomar,Staff engineer,Berlin,sam\n")
    noor.sees("One row is taken in", "Not here yet", "omar")
    omar = cast.person("Omar Faris")

    if way == "arrives":
        await omar.returns()
    else:
        await omar.types("/join")
        omar.sees("You have signed up already")
        await omar.presses("Take it over")

    omar.sees("You are signed up as a mentee in Harbour")
    await noor.types("/signups")
    noor.sees("One person has signed up by sheet", "Not here yet", "0")
    await noor.runs("/pair", mentee="Omar Faris")
    noor.sees("Nobody fits Omar Faris", "not possible by a rule or a wish of one of them")
    assert "sam" not in sam.screen.lower().replace("sam okoro", "")
    await omar.runs("/unblock", person=(await _first(omar)))
    await imported(noor, "mentee,destination,zone,not_with\nomar,Staff engineer,Berlin,sam\n")
    await noor.runs("/pair", mentee="Omar Faris")
    noor.sees("Propose Sam Okoro")


async def test_a_sheet_that_lacks_columns_or_is_none_says_so(cast: Cast) -> None:
    noor = await programme(cast)

    await imported(noor, "mentee\nlina\n")
    noor.sees("The sheet lacks columns", "destination", "[Attach a sheet]")
    await imported(noor, 'mentee,destination\n"lina,Staff\n')
    noor.sees("Rows left out", "isn’t CSV")


async def test_many_bad_rows_are_paged(cast: Cast) -> None:
    noor = await programme(cast)
    rows = "\n".join(f"person{number},Astronaut" for number in range(20))

    await imported(noor, f"mentee,destination\n{rows}\n")
    noor.sees("0 rows are taken in", "Line 9", "[All rows left out]")
    assert "Line 10" not in noor.last
    await noor.presses("All rows left out")
    noor.sees("20 rows are left out", "Line 16", "[All rows left out]")
    await noor.presses("All rows left out")
    noor.sees("20 rows are left out", "Line 21")


async def _first(person: Person) -> str:
    await person.types("/unblock")
    [field] = person.open_form.form.fields
    return str(getattr(field, "options")[0].value)  # noqa: B009  a choice has them
