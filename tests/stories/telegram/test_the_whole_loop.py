"""From the bot in a forum to the end of a pairing, as its people see it in a Telegram client."""

from tests.stories.telegram.stage import Stage


async def test_a_mentee_grows_in_public(stage: Stage) -> None:
    noor = stage.person("Noor Haddad", starts=False)
    harbour = await stage.forum(noor)

    await noor.at(harbour).types("/setup")
    await noor.presses("Go on in private")
    noor.finds("Start a programme")
