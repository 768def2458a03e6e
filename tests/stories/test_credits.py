"""The line that a framework's licence asks for stands once beneath whatever tells of it, and beneath nothing else."""

from pathlib import Path

from bot.adapters.library.imports.onet import import_onet
from bot.core.ui.replies import OpenForm
from bot.core.ui.views import View
from tests.adapters.library.imports.writing import write_release
from tests.stories.acting import Answer, Person
from tests.stories.beginnings import WEEK, Pair, mentee, mentor, programme
from tests.stories.cast import Cast
from tests.stories.test_closing_gaps import drafts

CREDIT = "Used under the CC BY 4.0 license"
TOLD = (
    "Software Developers",
    "Computer Programmers",
    "Reading Comprehension",
    "Coordination",
    "Programming",
    "scientific journal",
)
"""Words that only the imported framework has."""


def told(file: str, rows: int) -> None:
    """Listen to no progress."""


async def imported(cast: Cast, data_dir: Path, tmp_path: Path) -> Pair:
    """Lina aims at an imported role, and Sam, who holds one, mentors her."""
    import_onet(write_release(tmp_path / "db_30_3_text"), data_dir / "frameworks", told)
    noor = await programme(cast)
    sam = await mentor(cast, role="Computer Programmers")
    lina = cast.person("Lina Berg")
    await lina.runs("/join mentee", destination="software developers o*net 30.3", visibility="public")
    await rates(lina)
    return Pair(noor, sam, lina)


async def rates(person: Person) -> None:
    """She knows some of it."""
    await opens(person, "/gap rate")
    levels = {"Reading Comprehension": "2", "Programming": "1"}
    names = {each.label: each.name for each in person.open_form.form.fields}
    await person.fills(**{names[each]: level for each, level in levels.items()})


async def opens(person: Person, command: str) -> None:
    """Open a form and look at it: what tells of the framework names whose it is, once."""
    await person.types(command)
    is_rightly_credited(asked(person.open_form))


async def fills_in(person: Person, command: str, **answers: Answer) -> None:
    """Fill in a form that was looked at."""
    await opens(person, command)
    await person.fills(**answers)


def asked(opened: OpenForm) -> str:
    """Write what a form says of itself and of its fields."""
    form, lines = opened.form, []
    for field in form.fields:
        options = (*getattr(field, "options", ()), *getattr(field, "steps", ()))
        lines += [field.label, field.help, *field.default]
        lines += [words for each in options for words in (each.label, each.description)]
    return "\n".join((form.title, form.intro, *lines))


def is_rightly_credited(text: str) -> None:
    """Assert that the line is there once where it is asked for, and else not at all."""
    assert text.count(CREDIT) == any(each in text for each in TOLD), text


def all_is_rightly_credited(cast: Cast) -> set[str]:
    """Look through all that anybody was told, and return the titles of what bears the line."""
    shown = [each for platform in cast.platforms for each in platform.messages if isinstance(each.content, View)]
    for each in shown:
        is_rightly_credited(each.text)
    return {each.text.partition("\n")[0] for each in shown if CREDIT in each.text}


async def finds_each_other(pair: Pair) -> None:
    """Sam comes to mentor Lina; everybody looks at what there is to see of the two."""
    lina, sam, noor = pair.mentee, pair.mentor, pair.moderator
    await lina.types("/mentors")
    await lina.uses("mentorship_profile", sam)
    await opens(sam, "/levels")
    await noor.types("/waiting")
    await fills_in(noor, "/pair", mentee="Lina Berg")
    await noor.presses("Propose Sam Okoro")
    await sam.types("/me")
    await sam.presses("Accept")
    await sam.uses("mentorship_profile", lina)
    await noor.uses("mentorship_profile", sam)


async def test_what_a_mentee_sees_of_an_imported_framework_says_whose_it_is(
    cast: Cast, data_dir: Path, tmp_path: Path
) -> None:
    pair = await imported(cast, data_dir, tmp_path)
    lina = pair.mentee

    for command in ("/me", "/gap", "/gap cell", "/progress", "/goal", "/goal draft", "/roadmap", "/help"):
        await lina.types(command)
    await fills_in(lina, "/gap cell", competency="Reading Comprehension")
    await fills_in(lina, "/gap evidence", competency="Programming", evidence="https://example.org/tool")
    await fills_in(lina, "/gap compare", second="Computer Programmers")
    await fills_in(lina, "/gap compare", second="Staff engineer")
    await opens(lina, "/join mentee")
    await lina.types("/roadmap enrol")
    await lina.uses("mentorship_profile", lina)

    assert {
        "Reading Comprehension",
        "Roadmaps on the way to Software Developers",
        "Where you stand, Lina Berg",
        "Which cell shall it close?",
        "Which role are you closest to?",
        "You are in: a mentee with a direction",
        "Your way to Software Developers",
    } <= all_is_rightly_credited(cast)


async def test_what_a_pair_is_told_of_an_imported_framework_says_whose_it_is(
    cast: Cast, data_dir: Path, tmp_path: Path
) -> None:
    pair = await imported(cast, data_dir, tmp_path)
    lina, sam = pair.mentee, pair.mentor
    await finds_each_other(pair)

    await drafts(pair, "Programming 1 → 4.25")
    await lina.presses("Add a milestone")
    is_rightly_credited(asked(lina.open_form))
    await lina.fills(title="The first one", at="1")
    await opens(lina, "/goal add")
    await lina.puts_away()
    await lina.types("/goal")
    await lina.presses("Progress")
    is_rightly_credited(asked(lina.open_form))
    await lina.fills(current="2")
    await cast.monday()
    await opens(lina, "/checkin")
    goal = next(each.name for each in lina.open_form.form.fields if each.name.startswith("goal_"))
    await lina.fills(**{**WEEK, goal: "3"})
    await lina.types("/growth")
    await lina.types("/goal")
    await lina.presses("Reached…")
    is_rightly_credited(asked(lina.open_form))
    await lina.fills(evidence="Three small tools.")
    await sam.presses("Other levels…")
    is_rightly_credited(asked(sam.open_form))
    await sam.fills()
    await sam.types("/gap mentee")
    await sam.presses("Say what I have seen")
    is_rightly_credited(asked(sam.open_form))
    names = {each.label: each.name for each in sam.open_form.form.fields}
    await sam.fills(**{names["Programming"]: "4", names["Coordination"]: "3", names["Reading Comprehension"]: "4"})
    await sam.types("/gap mentee")
    await sam.presses("Evidence")
    await sam.types("/progress mentee")
    await lina.types("/progress")
    await lina.types("/me")
    await lina.types("/goal")

    assert {
        "Lina Berg has set a goal",
        "Lina Berg has reached a goal. What does it show?",
        "Lina Berg’s check-in, week 1",
        "Lina Berg’s progress to Software Developers",
        "One open goal",
        "Sam Okoro attests what you have reached",
        "What Lina Berg’s levels rest on",
        "You and Sam Okoro see some levels differently",
        "Your progress to Software Developers",
    } <= all_is_rightly_credited(cast)


async def test_a_round_names_whose_data_its_advice_is(cast: Cast, data_dir: Path, tmp_path: Path) -> None:
    pair = await imported(cast, data_dir, tmp_path)
    ida = cast.person("Ida Lund")
    await ida.runs("/join mentee", destination="Computer Programmers (O*NET 30.3)", visibility="private")
    await rates(ida)
    await pair.mentor.runs("/join mentor", role="Computer Programmers", capacity="1")

    await pair.moderator.runs("/round start")
    await pair.moderator.presses("Find the best pairs")

    assert "Programming" in pair.moderator.last
    assert any("Round 1" in each for each in all_is_rightly_credited(cast))
    await pair.moderator.presses("It looks right…")
    await pair.moderator.presses("Ask the mentor")
    all_is_rightly_credited(cast)


async def test_menteo_s_own_frameworks_ask_for_no_line(cast: Cast, data_dir: Path, tmp_path: Path) -> None:
    await imported(cast, data_dir, tmp_path)
    ada = await mentee(cast, "Ada Okafor")
    for command in ("/me", "/gap", "/progress", "/goal draft", "/goal"):
        await ada.types(command)

    assert CREDIT not in ada.screen


async def test_a_form_gone_on_with_still_says_it(cast: Cast, data_dir: Path, tmp_path: Path) -> None:
    pair = await imported(cast, data_dir, tmp_path)
    lina = pair.mentee
    await lina.types("/gap rate")
    first = lina.open_form.form.fields[0].name
    await lina.begins_to_fill(**{first: "3"})
    await lina.fills(**{first: "99"})

    assert lina.open_form.errors
    is_rightly_credited(asked(lina.open_form))
    assert CREDIT in lina.open_form.form.intro
