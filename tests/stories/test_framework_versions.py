"""A matrix begun on one version of a framework says what a later one has changed, until that is known."""

from dataclasses import replace
from pathlib import Path

from bot.core.ports import UnitOfWork
from tests.stories.acting import Person
from tests.stories.beginnings import programme
from tests.stories.cast import Cast
from tests.stories.ladders import KITCHEN, SECOND

CHANGED = (
    "Kitchen is now version 2, since 2 October 2026 (your matrix was begun on 1)",
    "Knives asks 5 instead of 4; new: Pastry (2); no longer asked: Sauces",
    "What you have rated is kept",
)


async def loads(noor: Person, text: str) -> None:
    """A moderator loads a framework."""
    await noor.runs("/framework load", file=text)
    await noor.presses("Yes, load it")


async def chef_to_be(cast: Cast, name: str = "Lina Berg") -> Person:
    """Somebody aims at being a chef, and rates herself."""
    lina = cast.person(name)
    await lina.runs("/join mentee", destination="Head chef", visibility="public")
    await lina.runs("/gap rate", knives="2", sauces="1")
    return lina


async def test_what_changed_is_said_until_it_is_known(cast: Cast) -> None:
    noor = await programme(cast)
    await loads(noor, KITCHEN)
    lina = await chef_to_be(cast)
    await lina.types("/gap")
    lina.sees_nothing_of("is now version")

    await cast.later(days=1)
    await loads(noor, SECOND)
    await lina.types("/gap")
    lina.sees(*CHANGED)
    await cast.restarts()
    await lina.types("/gap")
    assert all(each in lina.last for each in CHANGED)

    await lina.presses("I know now")
    assert "is now version" not in lina.last
    await lina.types("/gap")
    assert "is now version" not in lina.last


async def test_nothing_that_was_rated_is_lost(cast: Cast) -> None:
    noor = await programme(cast)
    await loads(noor, KITCHEN)
    lina = await chef_to_be(cast)
    await loads(noor, SECOND)
    await lina.types("/gap")
    await lina.presses("I know now")

    third = KITCHEN.replace("version: 1", "version: 3")
    await loads(noor, third)
    await lina.types("/gap")

    lina.sees("Kitchen is now version 3", "(your matrix was begun on 2)", "new: Sauces (3); no longer asked: Pastry")
    lina.sees("Sauces 1 → 3")


async def test_whoever_begins_afterwards_or_aims_elsewhere_is_told_nothing(cast: Cast) -> None:
    noor = await programme(cast)
    await loads(noor, KITCHEN)
    lina = await chef_to_be(cast)
    cook = cast.person("Cora Cook")
    await cook.runs("/join mentee", destination="Cook", visibility="public")
    await loads(noor, SECOND)
    pat = await chef_to_be(cast, "Pat Lee")

    for each in (pat, cook):
        await each.types("/gap")
        each.sees_nothing_of("is now version")
    await lina.runs("/join mentee", destination="Staff engineer")
    await lina.runs("/join mentee", destination="Head chef")
    await lina.types("/gap")
    lina.sees_nothing_of("is now version")


async def test_changing_one_s_hours_begins_nothing_anew(cast: Cast) -> None:
    noor = await programme(cast)
    await loads(noor, KITCHEN)
    lina = await chef_to_be(cast)
    await loads(noor, SECOND)

    await lina.runs("/join mentee", hours="5")
    await lina.runs("/gap rate", knives="3")
    await lina.types("/gap")

    lina.sees("Kitchen is now version 2", "Knives asks 5 instead of 4")


async def test_it_holds_for_frameworks_of_the_installation_too(cast: Cast, data_dir: Path) -> None:
    """The command line's files take each other's place; what the old one asked is known all the same."""
    directory = data_dir / "frameworks"
    directory.mkdir(parents=True, exist_ok=True)
    (directory / "kitchen.yaml").write_text(KITCHEN)
    await programme(cast)
    lina = await chef_to_be(cast)

    (directory / "kitchen.yaml").unlink()
    (directory / "kitchen.yaml").write_text(SECOND)
    await lina.types("/gap")
    lina.sees("Kitchen is now version 2 (your matrix was begun on 1)", "Knives asks 5 instead of 4")
    await cast.later(hours=2)
    await cast.app.ticks.clear()
    await lina.types("/gap")
    lina.sees("Kitchen is now version 2, since 1 October 2026")


async def test_a_matrix_begun_by_a_sheet_knows_its_version_too(cast: Cast) -> None:
    noor = await programme(cast)
    await loads(noor, KITCHEN)
    omar = cast.person("Omar Aziz")
    await noor.runs("/signups import", kind="mentees", sheet="mentee,destination,levels\nomar,Head chef,knives:2\n")
    await omar.types("/join")
    await omar.presses("Take it over")
    await loads(noor, SECOND)

    await omar.types("/gap")
    omar.sees("Kitchen is now version 2", "new: Pastry (2)")


async def test_a_matrix_from_before_versions_were_kept_begins_with_the_next_start(cast: Cast) -> None:
    noor = await programme(cast)
    await loads(noor, KITCHEN)
    lina, pat = await chef_to_be(cast), await chef_to_be(cast, "Pat Lee")
    await cast.app.hop.write(forget_versions)

    await cast.restarts()
    await loads(noor, SECOND)

    for each in (lina, pat):
        await each.types("/gap")
        each.sees("Kitchen is now version 2", "Knives asks 5 instead of 4")


def forget_versions(work: UnitOfWork) -> None:
    """Make it as it was in the release before."""
    communities = [each.id for each in work.currents.of_account("fake", "lina")]
    for community in communities:
        profiles = work.members.all_mentees(community).values()
        work.members.save_mentees([replace(each, begun=None) for each in profiles])
    work.commit()
    assert communities
