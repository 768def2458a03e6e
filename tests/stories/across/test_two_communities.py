"""Somebody who is on both platforms in one community, and in another group at Telegram besides."""

import re

from tests.stories.across.beginnings import couple
from tests.stories.across.stage import Stage
from tests.stories.telegram.test_two_communities import cove_of


async def test_what_belongs_to_the_other_community_never_comes_to_the_other_platform(stage: Stage) -> None:
    pair = await couple(stage)
    lina, lina_there = pair.mentee, stage.at_discord("Lina B")
    await lina.types("/link")
    given = str(re.findall(r"\b[a-z0-9]{16}\b", lina.latest.text)[0])
    await lina_there.types("/link", code=given)
    if lina_there.modal is not None:
        await lina_there.completes_form()
    lina_there.finds("Your accounts are one in Harbour", "Lina Berg")
    cove = await cove_of(stage, lina)
    await stage.monday()

    asked = lina.screen() + lina_there.screen()
    assert asked.count("Harbour: Week 1: how did it go?") == 1, "one member is asked once"
    assert lina.screen().count("Cove: Week 1: how did it go?") == 1
    await lina.presses("Answer check-in", on=lina.finds("Cove: Week 1: how did it go?"))
    await lina.answers("How to run a retrospective.", "Saying no.", "Skip", "More.", "Good", "Done", "Send check-in")
    await lina.replies_to(lina.finds("Welcome, Max Brand and Lina Berg"), "Only for Max")
    await stage.settled()
    if "For whom is this?" in lina.latest.text:
        await lina.presses("Send to Max Brand")
    await pair.mentor.tells("Only for Lina, at Discord")
    await lina.replies_to(pair.heard("Only for Lina, at Discord"), "Only for Sam")
    await stage.settled()
    await lina_there.types("/me")
    lina_there.finds("Where you stand", "Sam Okoro")
    await lina_there.at_direct_messages().types("/community")

    cove.mentor.finds("Lina Berg: Only for Max")
    cove.mentor.finds("Lina Berg’s check-in, week 1")
    assert pair.at_discord()[-1] == "**Lina Berg**: Only for Sam"
    for somebody in (pair.mentor, pair.moderator, lina_there):
        for words in ("Cove", "Max Brand", "Only for Max", "retrospective"):
            somebody.finds_nothing_of(words)
    for stranger in (cove.mentor, cove.moderator):
        for words in ("Harbour", "Sam Okoro", "Only for Sam", "at Discord"):
            stranger.finds_nothing_of(words)
