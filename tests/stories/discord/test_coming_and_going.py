"""People who leave, are banned, return or take another name."""

from bot.core.ui.inbound import Arrived, Departed
from tests.stories.discord.beginnings import couple, proposal, rooms, shares
from tests.stories.discord.stage import Stage


async def test_a_mentee_who_leaves_ends_the_pairing_and_goes_on_when_she_returns(stage: Stage) -> None:
    pair = await couple(stage)
    [room] = rooms(stage)

    async with stage.taking_in(Departed):
        stage.world.leave(stage.guild, pair.mentee.user)

    pair.mentor.finds("The pairing of Sam Okoro and Lina Berg has ended")
    pair.moderator.finds("Lina Berg has left")
    told = len(pair.mentee.direct_messages)
    await stage.monday()
    assert len(pair.mentee.direct_messages) == told

    async with stage.taking_in(Arrived):
        stage.world.join(stage.guild, pair.mentee.user)
    await stage.monday()
    pair.mentee.finds("Week 2: how did it go?")
    assert room in pair.mentor.channels


async def test_who_is_banned_is_gone_like_one_who_left(stage: Stage) -> None:
    pair = await couple(stage)

    async with stage.taking_in(Departed, times=2):
        stage.world.ban(stage.guild, pair.mentor.user)

    pair.mentee.finds("The pairing of Sam Okoro and Lina Berg has ended")
    told = [each.text for each in pair.moderator.direct_messages if "Sam Okoro has left" in each.text]
    assert len(told) == 1


async def test_a_mentor_who_leaves_before_answering_leaves_nobody_waiting(stage: Stage) -> None:
    pair = await proposal(stage)

    async with stage.taking_in(Departed):
        stage.world.leave(stage.guild, pair.mentor.user)

    pair.mentee.finds("A proposal has come to nothing")


async def test_a_new_name_is_used_from_then_on(stage: Stage) -> None:
    pair = await couple(stage)

    async with stage.taking_in(Arrived):
        stage.world.rename(pair.mentee.user, "Lina Stark")
    await shares(stage, pair)

    pair.mentor.finds("Lina Stark’s check-in, week 1")
    pair.mentor.finds("Week 1, Lina Stark")


async def test_a_guild_s_nickname_goes_before_the_name(stage: Stage) -> None:
    pair = await couple(stage)

    async with stage.taking_in(Arrived):
        stage.world.nickname(stage.guild, pair.mentee.user, "Lin")
    await pair.mentor.types("/me")

    pair.mentor.finds("Lin")
    assert "Lina Berg" not in pair.mentor.latest.text
