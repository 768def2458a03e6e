"""Who may do what: commands that aren't shown to everybody, rights that the bot has lost, presses that come twice."""

import asyncio

import pytest

from tests.discord.harbour import INVITED
from tests.discord.modals import ClientRefuses
from tests.discord.server.state import Overwrite, Permission
from tests.stories.discord.beginnings import (
    WEEK,
    couple,
    mentee,
    mentor,
    pinned,
    programme,
    proposal,
    rooms,
    shares,
    threads,
)
from tests.stories.discord.stage import Stage


async def test_moderators_commands_are_shown_to_those_who_manage_the_guild(stage: Stage) -> None:
    await programme(stage)
    pat = stage.person("Pat Lee")

    for command in ("/setup", "/pair"):
        with pytest.raises(ClientRefuses, match="isn't shown"):
            await pat.types(command)


async def test_who_only_manages_the_guild_is_no_moderator_before_setting_up(stage: Stage) -> None:
    await programme(stage)
    await mentor(stage)
    await mentee(stage)
    mira = stage.person("Mira Kos")
    stage.world.grant(stage.guild, mira.user, stage.world.add_role(stage.guild, "Hosts", Permission.MANAGE_GUILD))

    await mira.types("/pair")

    assert mira.modal is None
    assert "Menteo doesn’t know you yet" in mira.latest.text
    assert mira.latest.is_for_me_alone


async def test_a_right_that_is_lost_is_named_and_what_waited_happens_when_it_is_back(stage: Stage) -> None:
    pair = await proposal(stage)
    stage.world.change_role(stage.guild, stage.world.bot_role(stage.guild), INVITED & ~Permission.MANAGE_CHANNELS)

    await pair.mentor.at_direct_messages().presses("Accept")
    assert rooms(stage) == []
    pair.moderator.finds("Menteo can’t do that here yet", "Manage Channels: Server Settings")
    pair.mentor.finds_nothing_of("Menteo can’t do that here yet")

    stage.world.change_role(stage.guild, stage.world.bot_role(stage.guild), INVITED)
    await pair.moderator.runs("/setup")
    await pair.moderator.presses("Make the channels")

    [room] = rooms(stage)
    assert "Welcome, Sam Okoro and Lina Berg" in pinned(room)[0]


async def test_who_is_shut_out_of_one_channel_is_told_of_that(stage: Stage) -> None:
    pair = await couple(stage)
    await shares(stage, pair)
    growth, bot = stage.channel("growth"), stage.world.bot
    writing = int(Permission.SEND_MESSAGES | Permission.SEND_MESSAGES_IN_THREADS)
    stage.world.set_overwrite(growth, Overwrite(bot.id, 1, deny=writing))

    await shares(stage, pair, learned="How to let go.")
    pair.moderator.finds("Menteo can’t do that here yet", "Send Messages in Threads and Posts")

    stage.world.set_overwrite(growth, Overwrite(bot.id, 1))
    await stage.retries(hours=7)
    assert pair.mentor.sees("How to let go.", place=threads(stage)[0])


async def test_a_button_that_is_pressed_twice_at_once_counts_once(stage: Stage) -> None:
    pair = await proposal(stage)
    sam = pair.mentor.at_direct_messages()
    asked = sam.finds("Would you mentor Lina Berg?")

    await asyncio.gather(sam.presses("Accept", on=asked), sam.at_another_client().presses("Accept", on=asked))

    assert len(rooms(stage)) == 1
    told = [each for each in pair.mentee.direct_messages if "Sam Okoro is your mentor" in each.text]
    assert len(told) == 1


async def test_an_event_that_is_told_twice_is_taken_in_once(stage: Stage) -> None:
    pair = await couple(stage)
    await stage.monday()
    await pair.mentee.runs("/checkin", WEEK, share="yes")
    stage.server.gateway.repeat_last()
    await pair.mentor.types("/me")

    assert len(threads(stage)) == 1
    assert sum("Week 1, Lina Berg" in each.text for each in pair.mentor.everything()) == 1
