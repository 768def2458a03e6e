"""Somebody who is in two groups with a programme each, and has one private chat with the bot for both."""

from dataclasses import dataclass

import pytest

from tests.stories.telegram.beginnings import CHALLENGE, NEXT, Pair, couple
from tests.stories.telegram.stage import Resident, Stage
from tests.telegram.server.chats import Chat

IN_HARBOUR, IN_COVE = "How to draw a boundary.", "How to run a retrospective."


@dataclass
class Cove:
    """Another group's programme, its moderator, and Lina's mentor there."""

    moderator: Resident
    mentor: Resident
    group: Chat


async def cove_of(stage: Stage, lina: Resident) -> Cove:
    """Lina joins a programme in the Cove, too, and has a mentor there; the room is open."""
    zoe, max_ = stage.person("Zoe Falk"), stage.person("Max Brand")
    group = await stage.forum(zoe, "Cove")
    await zoe.at(group).types("/setup")
    await zoe.presses("Go on in private")
    await zoe.changes("Name of the programme", "Cove mentoring")
    await zoe.changes("Time zone", "Berlin", "Berlin (UTC+2)")
    await zoe.answers("Start the programme", "Get the group ready")
    await max_.joins(group).types("/join mentor")
    await max_.presses("Go on in private")
    await max_.answers("staff", "Staff engineer", "Join as a mentor")
    await lina.joins(group).types("/join mentee")
    await lina.presses("Go on in private")
    await lina.answers("engineering man", "Engineering manager", "Public", "Join as a mentee")
    await zoe.at_home().runs("/pair", "Lina", "Lina Berg")
    await zoe.presses("Propose Max Brand")
    await max_.at_home().presses("Accept")
    lina.at_home()
    return Cove(zoe, max_, group)


async def answers_week(lina: Resident, community: str, learned: str) -> None:
    """Answer the open week of one of the two."""
    prompt = lina.finds(f"{community}: Week 1: how did it go?")
    await lina.presses("Answer check-in", on=prompt)
    await lina.answers(learned, CHALLENGE, "Skip", NEXT, "Good", "Done", "Send check-in")


async def test_what_is_told_in_private_names_its_community_and_is_answered_there(stage: Stage) -> None:
    pair = await couple(stage)
    lina, cove = pair.mentee, await cove_of(stage, pair.mentee)
    await stage.monday()

    asked = [seen.text for seen in lina.reads() if "Week 1: how did it go?" in seen.text]
    assert len(asked) == 2
    assert sum("Harbour: " in text for text in asked) == sum("Cove: " in text for text in asked) == 1
    await answers_week(lina, "Harbour", IN_HARBOUR)
    await answers_week(lina, "Cove", IN_COVE)

    assert pair.moderator.sees("Week 1, Lina Berg", IN_HARBOUR, chat=pair.group)
    assert cove.moderator.sees("Week 1, Lina Berg", IN_COVE, chat=cove.group)
    pair.mentor.finds("Lina Berg’s check-in, week 1", IN_HARBOUR)
    cove.mentor.finds("Lina Berg’s check-in, week 1", IN_COVE)
    for each in (pair.moderator, pair.mentor):
        each.finds_nothing_of(IN_COVE)
        each.finds_nothing_of("Cove")
    for each in (cove.moderator, cove.mentor):
        each.finds_nothing_of(IN_HARBOUR)
        each.finds_nothing_of("Harbour")


async def test_one_switches_between_them_in_private_and_a_group_s_command_is_about_that_group(stage: Stage) -> None:
    pair = await couple(stage)
    lina, cove = pair.mentee, await cove_of(stage, pair.mentee)

    await lina.types("/me")
    assert "Cove mentoring" in lina.latest.text
    await lina.types("/community")
    assert "Cove" in lina.latest.text
    await lina.presses("Switch to Harbour")
    await lina.types("/me")
    assert "Autumn mentoring" in lina.latest.text
    assert "Sam Okoro" in lina.latest.text
    assert "Max Brand" not in lina.latest.text
    await lina.runs("/goal_add", "Lead two reviews", "Skip", "Skip", "Skip", "Set goal")
    pair.mentor.finds("Lina Berg has set a goal")
    cove.mentor.finds_nothing_of("Lina Berg has set a goal")

    await lina.at(cove.group).types("/me")
    await lina.presses("Go on in private")
    assert "Max Brand" in lina.latest.text
    assert "Sam Okoro" not in lina.latest.text
    await lina.types("/goal")
    assert "Lead two reviews" not in lina.latest.text


@pytest.mark.parametrize("with_topics", [False, True], ids=["one chat", "topics"])
async def test_rooms_and_words_of_two_communities_never_cross(stage: Stage, *, with_topics: bool) -> None:
    if with_topics:
        stage.world.bot.has_topics_enabled = True
        await stage.restarts()
    pair = await couple(stage)
    sam, lina, cove = pair.mentor, pair.mentee, await cove_of(stage, pair.mentee)

    if with_topics:
        await lina.at_home("Sam Okoro and Lina Berg").types("For Sam")
        await lina.at_home("Max Brand and Lina Berg").types("For Max")
        lina.at_home()
    else:
        await lina.types("For Sam")
        for each in (sam, cove.mentor):
            each.finds_nothing_of("For Sam")
        assert lina.sees("For whom is this?")
        await lina.presses("Send to Sam Okoro")
        await lina.replies_to(lina.finds("Welcome, Max Brand and Lina Berg"), "For Max")
        await stage.settled()
        if "For whom is this?" in lina.latest.text:
            await lina.presses("Send to Max Brand")
    await sam.types("From Sam")
    await cove.mentor.types("From Max")
    await lina.replies_to(lina.finds("Max Brand: From Max"), "Back to Max")
    await lina.replies_to(lina.finds("Sam Okoro: From Sam"), "Back to Sam")
    await stage.settled()

    for words in ("For Sam", "Back to Sam"):
        sam.finds(f"Lina Berg: {words}")
        cove.mentor.finds_nothing_of(words)
    for words in ("For Max", "Back to Max"):
        cove.mentor.finds(f"Lina Berg: {words}")
        sam.finds_nothing_of(words)
    for each in (sam, pair.moderator):
        each.finds_nothing_of("From Max")
    for each in (cove.mentor, cove.moderator):
        each.finds_nothing_of("From Sam")


async def test_a_moderator_of_one_sees_nothing_of_the_other(stage: Stage) -> None:
    pair = await couple(stage)
    cove = await cove_of(stage, pair.mentee)
    zoe = cove.moderator

    await zoe.runs("/pair", "Lina")
    await zoe.types("/cancel")
    await zoe.runs("/pair", "Sam Okoro")
    assert "Sam Okoro" not in "".join(zoe.latest.buttons)
    await zoe.types("/cancel")
    await zoe.types("/me")

    told = [seen.text for seen in zoe.everything() if seen.message.sender is not zoe.user]
    for secret in ("Sam Okoro", "Staff engineer", "Autumn mentoring", "Harbour"):
        assert not any(secret in text for text in told), secret


async def test_who_leaves_one_group_stays_in_the_other(stage: Stage) -> None:
    pair: Pair = await couple(stage)
    lina, cove = pair.mentee, await cove_of(stage, pair.mentee)

    await lina.leaves(cove.group)
    await stage.settled()
    await stage.monday()

    asked = [seen.text for seen in lina.reads() if "how did it go?" in seen.text]
    assert len(asked) == 1
    assert "Cove" not in asked[0]
    await lina.types("Still here")
    pair.mentor.finds("Lina Berg: Still here")
    cove.mentor.finds_nothing_of("Still here")
