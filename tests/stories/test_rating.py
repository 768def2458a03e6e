"""Rating oneself in a few minutes, with a stop in between, and saying what a level rests on."""

from tests.stories.acting import Person
from tests.stories.beginnings import RATED, WEEK, couple, mentee, programme
from tests.stories.cast import Cast


def asked(person: Person) -> list[str]:
    """List what the open form asks for."""
    return [each.name for each in person.open_form.form.fields]


async def test_rating_can_be_stopped_and_gone_on_with(cast: Cast) -> None:
    await programme(cast)
    lina = cast.person("Lina Berg")
    await lina.runs("/join mentee", destination="Staff engineer", visibility="public")

    await lina.types("/gap rate")
    assert asked(lina)[:3] == ["system-design", "communication", "influence"]
    await lina.begins_to_fill(**{"system-design": "2", "coding": "3"})
    await cast.restarts()
    await lina.types("/gap")
    lina.sees("You have begun to rate yourself: 2 answers wait.", "[Go on rating]")

    await lina.presses("Go on rating")
    assert lina.open_form.answers["system-design"] == ("2",)
    await lina.fills(communication="4")
    lina.sees("Your ratings are kept")
    await lina.types("/gap")
    assert "answers wait" not in lina.last


async def test_not_knowing_is_not_zero_and_comes_up_again(cast: Cast) -> None:
    await programme(cast)
    lina = await mentee(cast)

    await lina.types("/gap rate")
    unknown = [name for name in asked(lina) if name not in RATED]
    assert asked(lina)[: len(unknown)] == unknown
    await lina.runs("/gap cell", competency="Influence")
    lina.sees("Influence without authority", "I don’t know, said on 1 October 2026", "No evidence yet.")
    await lina.runs("/gap rate", influence="0")
    await lina.runs("/gap cell", competency="Influence")
    lina.sees("Influence without authority", "0, said on")


async def test_a_level_rests_on_links_words_and_weeks_in_public(cast: Cast) -> None:
    pair = await couple(cast)
    lina, sam = pair.mentee, pair.mentor
    await cast.monday()
    await lina.runs("/checkin", **WEEK)
    await lina.runs("/gap evidence", competency="System design", evidence="https://example.org/boundaries")

    await lina.types("/gap evidence")
    week = next(each for each in lina.open_form.form.fields if each.name == "entry")
    await lina.fills(competency="System design", entry=getattr(week, "options")[0].value, evidence="")  # noqa: B009
    lina.sees("2 pieces of evidence", "Week 1 of the growth thread: How to draw a boundary between two services.")

    await sam.types("/gap mentee")
    await sam.presses("Say what I have seen")
    await sam.fills(**{"system-design": "3", "evidence": "The boundary that she drew for search."})
    await lina.runs("/gap cell", competency="System design")
    lina.sees("3, said by Sam Okoro", "3 pieces of evidence", "The boundary that she drew", "Sam Okoro, 5 October 2026")
    await sam.types("/gap mentee")
    await sam.presses("Evidence")
    sam.sees("What Lina Berg’s levels rest on", "System design · Lina Berg", "https://example.org/boundaries")

    # What she takes back from her thread can't be read here either.
    await lina.types("/growth")
    await lina.presses("Take back week 1")
    await lina.runs("/gap cell", competency="System design")
    assert "taken back since" in lina.last
    assert "How to draw a boundary" not in lina.last


async def test_evidence_needs_something_to_rest_on(cast: Cast) -> None:
    pair = await couple(cast)
    lina = pair.mentee
    await cast.monday()
    await lina.runs("/checkin", **WEEK)

    await lina.runs("/gap evidence", competency="Coding")
    assert lina.open_form.trouble == "Write what it rests on, or choose an entry of your growth thread."
    await lina.fills(competency="Influence", evidence="A link.")
    assert "Rate this competency first" in lina.open_form.trouble


async def test_nobody_shows_another_s_entry_as_their_own(cast: Cast) -> None:
    pair = await couple(cast)
    omar = await mentee(cast, "Omar Faris")
    await cast.monday()
    for each in (pair.mentee, omar):
        await each.runs("/checkin", **WEEK)

    await pair.mentee.types("/gap evidence")
    week = next(each for each in pair.mentee.open_form.form.fields if each.name == "entry")
    await omar.runs("/gap evidence", competency="Coding", entry=getattr(week, "options")[0].value)  # noqa: B009
    assert omar.open_form.errors.keys() == {"entry"}
