"""A mentor says which levels they have seen; where the two see it differently, both hear of it and talk about it."""

from pathlib import Path

from bot.adapters.library.imports.matrix import About, import_matrix
from bot.core.domain.ids import FrameworkId
from tests.stories.acting import Person
from tests.stories.beginnings import couple, mentee, mentor, programme
from tests.stories.cast import Cast


async def attests(sam: Person, **seen: str | tuple[str, ...]) -> None:
    """Say what he has seen in his one mentee."""
    await sam.types("/gap mentee")
    await sam.presses("Say what I have seen")
    await sam.fills(**seen)


async def test_a_mentor_s_word_moves_the_cell(cast: Cast) -> None:
    pair = await couple(cast)
    sam, lina = pair.mentor, pair.mentee
    await cast.later(days=10)

    await sam.types("/gap mentee")
    sam.sees("Lina Berg on the way to Staff engineer", "Readiness for Staff engineer", "Open cells")
    await sam.presses("Say what I have seen")
    assert sam.open_form.form.title == "Which levels have you seen in Lina Berg?"
    assert all(each.default == () for each in sam.open_form.form.fields)
    await sam.fills(coding="4", evidence="The parser she wrote.")
    sam.sees("Your levels for Lina Berg are kept")
    sam.sees_nothing_of("see some levels differently")

    lina.sees("Sam Okoro has said which levels they have seen in you", "Coding 4", "Readiness", "[My progress]")
    await lina.types("/gap")
    lina.sees("One level is attested by your mentor.")
    await sam.types("/gap mentee")
    await sam.presses("Say what I have seen")
    assert next(each.default for each in sam.open_form.form.fields if each.name == "coding") == ("4",)
    await sam.fills()
    assert sam.open_form.trouble == "Please answer at least one question."


async def test_who_sees_it_differently_is_told_once_and_finds_it_on_the_agenda(cast: Cast) -> None:
    pair = await couple(cast)
    sam, lina = pair.mentor, pair.mentee
    await cast.later(days=10)

    await attests(sam, **{"coding": "1", "mentoring-others": "3"})

    lina.sees("You and Sam Okoro see some levels differently", "2 levels to talk about", "Coding", "Mentoring others")
    lina.sees_nothing_of("has said which levels they have seen in you")
    sam.sees("You and Lina Berg see some levels differently", "Coding")
    [room] = lina.platform.rooms_of("lina")
    assert [each.place for each in lina.platform.seen_by("lina") if "For your next meeting" in each.text] == [room.id]

    await attests(sam, coding="0")
    assert sam.screen.count("see some levels differently") == 1

    # Lina is persuaded of one of the two; the other stays to be talked about.
    await lina.runs("/gap rate", coding="1")
    await lina.types("/gap")
    lina.sees("One level to talk about when you meet", "Mentoring others")
    # She has learnt much since, she says: that is new again.
    await cast.later(days=10)
    await lina.runs("/gap rate", coding="4")
    assert sam.screen.count("see some levels differently") == 2


async def test_nobody_attests_levels_of_somebody_else_s_mentee(cast: Cast) -> None:
    pair = await couple(cast)
    omar, pat = await mentor(cast, "Omar Faris"), await mentee(cast, "Pat Lee")

    await omar.types("/gap mentee")
    omar.sees("Nobody is mentored by you yet")
    await pair.mentor.types("/gap mentee")
    await omar.presses_token(pair.mentor.token("Say what I have seen"))
    omar.sees_nothing_of("Which levels")
    assert omar.form is None
    await pat.presses_token(pair.mentor.token("Say what I have seen"))
    assert pat.form is None


async def test_a_mentor_whose_pairing_is_over_says_no_more(cast: Cast) -> None:
    pair = await couple(cast)
    sam = pair.mentor
    await sam.types("/gap mentee")
    await sam.presses("Say what I have seen")

    await pair.mentee.types("/me")
    await pair.mentee.presses("End the pairing…")
    await pair.mentee.presses("End it")
    await sam.fills(coding="5")

    await pair.mentee.types("/gap")
    pair.mentee.sees_nothing_of("attested by your mentor")


async def test_a_mentor_of_several_says_whom_they_mean(cast: Cast) -> None:
    pair = await couple(cast)
    await mentee(cast, "Pat Lee")
    await pair.moderator.runs("/pair", mentee="Pat Lee")
    await pair.moderator.presses("Propose Sam Okoro")
    await pair.mentor.presses("Accept")

    await pair.mentor.types("/gap mentee")
    pair.mentor.sees("Whose matrix?")
    await pair.mentor.presses("Pat Lee")
    pair.mentor.sees("Pat Lee on the way to Staff engineer")


async def test_a_long_matrix_is_attested_a_page_at_a_time_and_a_page_may_be_passed_over(
    cast: Cast, data_dir: Path
) -> None:
    rows = [f"Chef,Dish {number},3,{5 if number < 20 else 2}" for number in range(32)]
    file = data_dir / "kitchen.csv"
    file.write_text("\n".join(["role,competency,level,importance", *rows]), "utf-8")
    import_matrix(file, data_dir / "frameworks", lambda _file, _rows: None, About(FrameworkId("kitchen"), "Kitchen", 5))
    noor, sam, lina = await programme(cast), await mentor(cast), cast.person("Lina Berg")
    await lina.runs("/join mentee", destination="Chef (Kitchen)", visibility="public")
    await noor.runs("/propose", mentee="Lina Berg", mentor="Sam Okoro", why="He has cooked for years")
    await sam.presses("Accept")

    await sam.types("/gap mentee")
    await sam.presses("Say what I have seen")
    asked = [{each.name: each.label for each in sam.open_form.form.fields if each.name != "evidence"}]
    assert "Page 1 of 3" in sam.open_form.form.intro
    await sam.fills()
    sam.sees("Nothing of these, then")
    await sam.presses("Go on with the next")
    asked.append({each.name: each.label for each in sam.open_form.form.fields if each.name != "evidence"})
    [pasta, *_] = asked[1]
    await sam.fills(**{pasta: "2"})
    sam.sees("Your levels for Lina Berg are kept")
    await sam.presses("Go on with the next")
    asked.append({each.name: each.label for each in sam.open_form.form.fields if each.name != "evidence"})

    assert [len(each) for each in asked] == [15, 15, 2]
    labels = [label for each in asked for label in each.values()]
    assert sorted(labels) == sorted(f"Dish {number}" for number in range(32))
    assert {label for each in asked[:1] for label in each.values()} <= {f"Dish {number}" for number in range(20)}
    await sam.fills()
    assert sam.open_form.trouble == "Please answer at least one question."
