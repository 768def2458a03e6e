"""A framework sent as a document on Telegram: refused by line, looked at, loaded, aimed at, and changed."""

from tests.stories.ladders import KITCHEN, SECOND, TOML
from tests.stories.telegram.beginnings import mentee, programme
from tests.stories.telegram.stage import Resident, Stage


async def loads(stage: Stage, noor: Resident, text: str) -> None:
    """A moderator loads a framework."""
    await noor.types("/framework_load")
    await noor.sends_document("kitchen.yaml", text.encode())
    await stage.settled()
    await noor.presses("Yes, load it")


async def test_a_framework_is_sent_as_a_document(stage: Stage) -> None:
    noor, _ = await programme(stage)

    await noor.types("/framework_load")
    await noor.sends_document("kitchen.yaml", KITCHEN.replace("version: 1", "version: 0").encode())
    await stage.settled()
    noor.finds("line 2", "version", "Nothing was loaded")
    await noor.sends_document("kitchen.yaml", KITCHEN.encode())
    await stage.settled()
    noor.finds("Load Kitchen, version 1?", "Nothing has changed yet")
    await noor.presses("Yes, load it")
    assert noor.sees("Kitchen, version 1, is loaded")

    await noor.types("/framework_load")
    await noor.sends_document("garden.toml", TOML.encode())
    await stage.settled()
    noor.finds("Load Garden, version 1?")
    await noor.presses("Yes, load it")
    await noor.types("/framework")
    noor.finds("Kitchen", "Garden", "here for everybody")


async def test_what_a_later_version_changes_is_said_until_it_is_known(stage: Stage) -> None:
    noor, group = await programme(stage)
    await loads(stage, noor, KITCHEN)
    lina = await mentee(stage, group)
    await lina.types("/join_mentee")
    await lina.changes("Destination role", "Head chef")
    await lina.presses("Save changes")
    await loads(stage, noor, SECOND)
    await lina.types("/gap")

    lina.finds("Kitchen is now version 2", "Knives asks 5 instead of 4; new: Pastry (2); no longer asked: Sauces")
    await lina.presses("I know now")
    assert "Kitchen is now" not in lina.latest.text
