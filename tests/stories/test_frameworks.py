"""A framework from chat: looked at before it is kept, used like any other, refused by line, removed, nobody else's."""

from dataclasses import replace

import pytest

from bot.core.ui.inbound import CommandCalled, FormAnswered
from tests.stories.acting import Person
from tests.stories.beginnings import mentor, programme
from tests.stories.cast import Cast
from tests.stories.ladders import KITCHEN, SECOND, TOML, WAY


async def loaded(noor: Person, text: str = KITCHEN) -> None:
    """A moderator loads a framework."""
    await noor.runs("/framework load", file=text)
    await noor.presses("Yes, load it")


async def chef_to_be(cast: Cast, name: str = "Lina Berg") -> Person:
    """Somebody aims at a role of the community's own."""
    lina = cast.person(name)
    await lina.runs("/join mentee", destination="Head chef", visibility="public")
    return lina


async def test_a_file_is_looked_at_before_anything_is_kept(cast: Cast) -> None:
    noor = await programme(cast)
    await noor.types("/framework")
    noor.sees("Software engineering", "here for everybody", "[Attach a file]")

    await noor.presses("Attach a file")
    await noor.fills(file=KITCHEN)
    noor.sees("Load Kitchen, version 1?", "New competencies (2)", "Knives and Sauces", "New roles (2)", "Cook and Head")
    noor.sees("Load Kitchen, version 1?", "Nothing has changed yet")
    assert "Head chef" not in await noor.searches("role", "head chef")

    await noor.presses("Yes, load it")
    noor.sees("Kitchen, version 1, is loaded", "Its 2 roles can be chosen with /join")
    assert (await noor.searches("role", "maestro"))[0] == "Head chef"
    await noor.types("/framework")
    noor.sees("Kitchen", "Noor Haddad, 1 October 2026")


async def test_everything_that_works_with_a_role_works_with_a_community_s_own(cast: Cast) -> None:
    noor = await programme(cast)
    await loaded(noor)
    lina, sam = await chef_to_be(cast), await mentor(cast, role="Head chef")
    lina.sees("You are in", "Head chef")
    sam.sees("Thank you for mentoring", "Knives", "Sauces")

    await lina.runs("/gap rate", knives="2", sauces="1")
    lina.sees("Your ratings are kept", "Knives")
    await lina.types("/gap")
    lina.sees("Your way to Head chef", "Knives 2 → 4", "Sauces 1 → 3")
    await lina.runs("/gap compare", first="Cook", second="Head chef")
    lina.sees("Cook", "100%", "Head chef")
    await lina.types("/me")
    lina.sees("Head chef")
    await lina.types("/profile")
    lina.sees("Head chef")

    await noor.runs("/curate file", file=WAY)
    await noor.presses("Hand it in")
    await noor.types("/curate")
    await noor.presses("Review: To the stove")
    await noor.presses("Publish")
    await lina.types("/roadmap enrol")
    lina.sees("Roadmaps on the way to Head chef", "To the stove")
    await lina.presses("To the stove")
    await lina.presses("Begin this one")
    lina.sees("You are on your way", "Cut a whole menu")

    await lina.types("/goal draft")
    await lina.types("/progress")
    lina.sees("Head chef")
    await noor.runs("/pair", mentee="Lina Berg")
    noor.sees("Propose Sam Okoro", "Knives")
    await noor.presses("Propose Sam Okoro")
    sam.sees("Lina Berg", "Head chef")


async def test_a_round_pairs_and_a_sheet_signs_up_for_its_roles(cast: Cast) -> None:
    noor = await programme(cast)
    await loaded(noor)
    await chef_to_be(cast)
    await mentor(cast, role="Head chef")

    sheet = "mentee,destination,levels\nomar,maestro,cutting:2\n"
    await noor.runs("/signups import", kind="mentees", sheet=sheet)
    noor.sees("One row is taken in")
    omar = cast.person("Omar Aziz")
    await omar.types("/join")
    omar.sees("You have signed up")
    await omar.presses("Take it over")
    await omar.types("/gap")
    omar.sees("Your way to Head chef")

    await noor.runs("/round start")
    await noor.presses("Find the best pairs")
    noor.sees("2 of 2 paired")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (KITCHEN.replace("version: 1", "version: none"), ("line 2", "at “version”", "give a whole number")),
        (
            KITCHEN.replace("level: 4,", "level: 9,"),
            ("line 31", "at “roles.1.requires.knives.level”", "give 5"),
        ),
        (TOML.replace("level = 3", "level = 9"), ("line 29", "at “roles.0.requires.pruning.level”")),
        (KITCHEN.replace("ladder: stove", "ladder: rung"), ("line 21", "at “roles.0.ladder”", "rung")),
        ("id: [kitchen", ("line 2", "attach it again")),
        (KITCHEN.replace("id: kitchen", "id: software-engineering"), ("Line 1, at “id”", "every community has here")),
        (KITCHEN.replace("id: cook", "id: staff-engineer"), ("Line 19, at “roles”", "staff-engineer")),
        (KITCHEN.replace("knives", "coding"), ("Line 9, at “competencies”", "coding", "reads otherwise")),
    ],
)
async def test_a_bad_file_is_refused_with_line_field_and_reason(cast: Cast, text: str, told: tuple[str, ...]) -> None:
    noor = await programme(cast)

    await noor.runs("/framework load", file=text)

    assert all(each in noor.open_form.trouble for each in (*told, "othing was loaded")), noor.open_form.trouble
    await noor.types("/framework")
    noor.sees_nothing_of("Kitchen")


async def test_a_file_that_is_too_big_says_how_big_one_may_be(cast: Cast) -> None:
    noor = await programme(cast)

    await noor.runs("/framework load", file=f"{KITCHEN}# {'x' * 200_000}\n")

    noor.is_told("file", "200,000 bytes")


async def test_the_same_file_changes_nothing_and_a_change_needs_a_higher_version(cast: Cast) -> None:
    noor = await programme(cast)
    await loaded(noor)

    await noor.runs("/framework load", file=KITCHEN)
    assert "is here already, word for word" in noor.open_form.trouble
    await noor.fills(file=SECOND.replace("version: 2", "version: 1"))
    assert "needs a higher version than 1" in noor.open_form.trouble
    await noor.fills(file=SECOND)
    noor.sees("Load Kitchen, version 2?", "New competencies (1)", "Pastry", "Changed roles (1)", "Head chef")


async def test_it_is_said_beforehand_whom_a_change_concerns(cast: Cast) -> None:
    noor = await programme(cast)
    await loaded(noor)
    lina = await chef_to_be(cast)
    await lina.runs("/gap rate", knives="2", sauces="1")

    await noor.runs("/framework load", file=SECOND)
    noor.sees("It takes the place of version 1", "One member aims at a role that asks something else")
    await noor.presses("Yes, load it")
    await lina.types("/gap")
    lina.sees("Your way to Head chef", "Knives 2 → 5", "Pastry ? → 2")

    cut = SECOND.split("  - id: chef")[0].replace("version: 2", "version: 3")
    await noor.runs("/framework load", file=cut)
    noor.sees("Roles that go (1)", "Head chef", "One member aims at a role that goes")
    await noor.presses("Yes, load it")
    noor.sees("One member is asked to choose another role")
    lina.sees("Your destination role is no longer here", "[Join as a mentee]")


async def test_a_yes_counts_for_the_file_that_it_was_given_to(cast: Cast) -> None:
    noor = await programme(cast)
    await noor.runs("/framework load", file=KITCHEN)
    first = noor.token("Yes, load it")
    await noor.runs("/framework load", file=TOML)

    await noor.presses_token(first)
    noor.sees("That file doesn’t wait for a yes any more")
    await noor.presses("Yes, load it")
    noor.sees("Garden, version 1, is loaded")
    await noor.presses_token(first)
    await noor.types("/framework")
    noor.sees_nothing_of("Kitchen, version 1, is loaded")


async def test_a_removed_one_is_gone_until_it_is_loaded_again(cast: Cast) -> None:
    noor = await programme(cast)
    await noor.types("/framework remove")
    noor.sees("Your community has no framework of its own")
    await loaded(noor)
    lina, pat = await chef_to_be(cast), await chef_to_be(cast, "Pat Lee")
    await lina.runs("/gap rate", knives="2", sauces="1")
    await pat.leaves()

    await noor.runs("/framework remove", framework="kitchen")
    noor.sees("Remove Kitchen?", "aim at one of its roles")
    await noor.presses("Yes, remove it")
    noor.sees("Kitchen is removed", "One member is asked to choose another role")
    lina.sees("Your destination role is no longer here", "taken it out of Kitchen")
    await lina.types("/gap")
    lina.sees("Your destination role is no longer available here")
    await lina.types("/me")
    assert "Head chef" not in await lina.searches("role", "head chef")

    await noor.runs("/framework load", file=SECOND.replace("version: 2", "version: 1"))
    assert "needs a higher version than 1" in noor.open_form.trouble
    await noor.fills(file=KITCHEN)
    await noor.presses("Yes, load it")
    await lina.types("/gap")
    lina.sees("Your way to Head chef", "Knives 2 → 4")


async def test_a_mentor_is_told_whose_role_is_gone(cast: Cast) -> None:
    noor = await programme(cast)
    await loaded(noor)
    await chef_to_be(cast)
    sam = await mentor(cast, role="Head chef")
    await noor.runs("/pair", mentee="Lina Berg")
    await noor.presses("Propose Sam Okoro")
    await sam.presses("Accept")
    await noor.runs("/framework remove", framework="kitchen")
    await noor.presses("Yes, remove it")

    for command in ("/gap mentee", "/progress mentee"):
        await sam.types(command)
        assert "The role that Lina Berg aims at is no longer available here" in sam.last
    await sam.types("/join mentor")
    assert sam.open_form.form.fields[0].default == ()


async def test_a_bad_file_is_refused_in_the_moderator_s_own_language(cast: Cast) -> None:
    noor = await programme(cast)
    await noor.runs("/settings", language="es")

    await noor.runs("/framework load", file=KITCHEN.replace("id: kitchen", "id: Mi cocina"))

    assert "(línea 1), en «id»: usa minúsculas" in noor.open_form.trouble


async def test_what_is_loaded_is_there_after_a_restart(cast: Cast) -> None:
    noor = await programme(cast)
    await noor.runs("/framework load", file=KITCHEN)
    yes = noor.token("Yes, load it")
    await cast.restarts()

    await noor.presses_token(yes)
    noor.sees("Kitchen, version 1, is loaded")
    await cast.restarts()
    assert (await noor.searches("role", "head chef"))[0] == "Head chef"


async def test_no_other_community_sees_it_not_even_by_a_guessed_id(cast: Cast) -> None:
    noor = await programme(cast)
    await loaded(noor)
    lina = await chef_to_be(cast)
    await cast.founds("isle", "Isle")
    ina = replace(cast.person("Ina Isle", administrator=True), community="isle")
    await ina.runs("/setup", name="Isle mentoring", zone="UTC")

    assert "Head chef" not in await ina.searches("role", "head chef")
    await ina.types("/framework")
    ina.sees_nothing_of("Kitchen")
    await ina.types("/join mentee")
    await ina.does(
        FormAnswered(ina.origin(), ina.open_form.token, {**_answers(ina), "destination": ("chef",)}),
    )
    assert "destination" in ina.open_form.errors
    await ina.runs("/framework load", file=SECOND)
    await ina.presses("Yes, load it")
    await lina.types("/gap")
    lina.sees("Your way to Head chef", "2 competencies")
    await noor.types("/framework")
    noor.sees("Kitchen", "Noor Haddad")
    noor.sees_nothing_of("Ina Isle")


async def test_it_is_for_moderators(cast: Cast) -> None:
    noor = await programme(cast)
    await loaded(noor)
    lina = await chef_to_be(cast)

    for verb in ("", "load", "remove"):
        await lina.does(CommandCalled(lina.origin(), "framework", verb))
        assert "moderator" in lina.last


def _answers(person: Person) -> dict[str, tuple[str, ...]]:
    return {each.name: tuple(each.default) for each in person.open_form.form.fields} | {"visibility": ("private",)}
