"""One platform doesn't answer: the other goes on, and what was said meanwhile arrives afterwards, in order."""

from tests.stories.across.beginnings import couple
from tests.stories.across.stage import Stage
from tests.stories.across.test_one_room import HEADING


async def test_while_telegram_is_down_discord_works_and_what_is_said_waits(stage: Stage) -> None:
    pair = await couple(stage)
    down = stage.server.faults.fail(502, match="^send")

    await pair.mentor.tells("One.")
    await pair.mentor.tells("Two.")
    await pair.mentor.types("/me")
    pair.mentor.finds("Where you stand, Sam Okoro")
    assert not any("One." in each for each in pair.at_telegram())
    stage.server.faults.end(down)
    await stage.retries()
    await stage.retries()

    assert [each for each in pair.at_telegram() if "Sam Okoro:" in each] == [
        f"{HEADING}Sam Okoro: One.", f"{HEADING}Sam Okoro: Two."
    ]  # fmt: skip


async def test_while_discord_is_down_telegram_works_and_what_is_said_waits(stage: Stage) -> None:
    pair = await couple(stage)
    down = stage.discord.faults.fail(503, match="POST /channels/[0-9]+/messages")

    await pair.mentee.types("One.")
    await pair.mentee.types("Two.")
    await pair.mentee.types("/me")
    pair.mentee.finds("Where you stand, Lina Berg")
    assert pair.at_discord() == []
    stage.discord.faults.end(down)
    await stage.retries()
    await stage.retries()

    assert pair.at_discord() == ["**Lina Berg**: One.", "**Lina Berg**: Two."]


async def test_a_restart_between_words_and_their_delivery_loses_none(stage: Stage) -> None:
    pair = await couple(stage)
    down = stage.server.faults.fail(502, match="^send")
    await pair.mentor.tells("Before the restart.")
    stage.server.faults.end(down)

    await stage.restarts()
    await stage.retries()

    assert [each for each in pair.at_telegram() if "Sam Okoro:" in each] == [f"{HEADING}Sam Okoro: Before the restart."]
