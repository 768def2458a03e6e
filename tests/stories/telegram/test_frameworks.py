"""A framework sent as a document on Telegram: refused by line, then looked at, loaded and found."""

from tests.stories.ladders import KITCHEN, TOML
from tests.stories.telegram.beginnings import programme
from tests.stories.telegram.stage import Stage


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
