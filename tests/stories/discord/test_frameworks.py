"""A framework attached on Discord: refused by line, looked at, loaded, aimed at, and changed."""

from tests.discord.resolved import Upload
from tests.stories.discord.beginnings import mentee, programme
from tests.stories.discord.stage import Stage
from tests.stories.ladders import KITCHEN, SECOND


async def test_a_framework_is_attached_to_the_command(stage: Stage) -> None:
    noor, lina = await programme(stage), await mentee(stage)

    bad = KITCHEN.replace("version: 1", "version: 0")
    await noor.runs("/framework load", file=Upload("kitchen.yaml", bad.encode()))
    noor.finds("line 2", "version", "Nothing was loaded")
    await noor.runs("/framework load", file=Upload("kitchen.yaml", KITCHEN.encode()))
    noor.finds("Load Kitchen, version 1?", "Knives and Sauces", "Nothing has changed yet")
    await noor.presses("Yes, load it")
    noor.finds("Kitchen, version 1, is loaded")

    await lina.runs("/join mentee", {"destination": "Head chef"})
    assert lina.sees("Head chef")
    await lina.types("/gap show")
    lina.finds("Your way to Head chef")

    await noor.runs("/framework load", file=Upload("kitchen.yaml", SECOND.encode()))
    await noor.presses("Yes, load it")
    await lina.types("/gap show")
    lina.finds("Kitchen is now version 2", "Knives asks 5 instead of 4; new: Pastry (2); no longer asked: Sauces")
    await lina.presses("I know now")
    assert "Kitchen is now" not in lina.latest.text
