"""Somebody who is in two guilds with a programme each, and talks to the bot in private."""

from bot.core.ui.inbound import BroughtIn
from tests.discord.harbour import INVITED
from tests.stories.discord.beginnings import couple
from tests.stories.discord.stage import Resident, Stage


async def second_guild(stage: Stage, lina: Resident) -> Resident:
    """Lina joins a programme in the Cove, too; whoever runs that one."""
    zoe_user = stage.world.add_user("Zoe Falk")
    cove = stage.world.add_guild("Cove", zoe_user)
    async with stage.taking_in(BroughtIn):
        stage.world.add_bot(cove, INVITED)
    general = stage.world.channels[cove.system_channel_id or 0]
    zoe = stage.known(zoe_user, general)
    await zoe.runs("/setup", name="Cove mentoring")
    stage.world.join(cove, lina.user)
    await lina.at(general).runs("/join mentee", destination="Engineering manager", visibility="private")
    return zoe


async def test_private_messages_name_the_guild_that_they_are_about(stage: Stage) -> None:
    pair = await couple(stage)
    await second_guild(stage, pair.mentee)

    await stage.monday()
    await stage.later(hours=3)

    asked = [each.text for each in pair.mentee.direct_messages if "Week 1: how did it go?" in each.text]
    assert len(asked) == 2
    assert sum("Harbour" in text for text in asked) == 1
    assert sum("Cove" in text for text in asked) == 1


async def test_one_switches_between_them_in_private(stage: Stage) -> None:
    pair = await couple(stage)
    await second_guild(stage, pair.mentee)
    lina = pair.mentee.at_direct_messages()

    await lina.types("/me")
    assert "Cove mentoring" in lina.latest.text
    await lina.types("/community")
    await lina.presses("Switch to Harbour")
    await lina.types("/me")

    assert "Autumn mentoring" in lina.latest.text
    assert "Sam Okoro" in lina.latest.text


async def test_a_moderator_of_one_sees_nothing_of_the_other(stage: Stage) -> None:
    pair = await couple(stage)
    zoe = await second_guild(stage, pair.mentee)

    assert await zoe.completes("/pair", mentee="") == ["Lina Berg"]
    await zoe.types("/pair", mentee="Lina Berg")
    await zoe.menu_on(pair.mentee, "Mentorship profile")

    assert "Sam Okoro" not in zoe.screen()
    assert "Staff engineer" not in zoe.screen()
