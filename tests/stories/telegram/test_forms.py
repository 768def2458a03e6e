"""Forms asked one thing at a time: back, skipped, put away, left for a command, answered wrongly, left lying."""

from tests.stories.telegram.beginnings import CHALLENGE, LEARNED, NEXT, couple, mentor, programme
from tests.stories.telegram.stage import Stage


async def test_one_goes_back_skips_and_puts_a_form_away(stage: Stage) -> None:
    pair = await couple(stage)
    lina = pair.mentee

    await lina.runs("/goal_add", "Lead two reviews")
    assert lina.sees("Number to reach")
    await lina.presses("Back")
    assert "What will you have reached?" in lina.latest.text
    assert "Lead two reviews" in lina.latest.text
    await lina.answers("Lead three reviews", "Skip", "Skip", "Skip")
    assert "What will you have reached? Lead three reviews" in lina.latest.text
    await lina.presses("Cancel")
    assert not lina.latest.buttons or "Set goal" not in lina.latest.buttons
    await lina.types("/goal")
    assert "Lead three reviews" not in lina.latest.text

    await lina.runs("/goal_add", "Another one")
    await lina.types("/cancel")
    await lina.types("Hello Sam")
    pair.mentor.finds("Lina Berg: Hello Sam")
    await lina.types("/cancel")
    assert lina.sees("There is nothing to cancel")


async def test_a_command_in_the_middle_asks_whether_to_leave(stage: Stage) -> None:
    lina = (await couple(stage)).mentee

    await lina.runs("/goal_add", "Lead two reviews")
    await lina.types("/gap")
    assert lina.sees("You are in the middle of “Set a goal”")
    await lina.presses("Go on")
    assert "Number to reach" in lina.latest.text
    await lina.types("/gap")
    await lina.presses("Leave it and /gap")
    assert "Your way to Staff engineer" in lina.latest.text
    await lina.types("/goal")
    assert "Lead two reviews" not in lina.latest.text


async def test_a_wrong_answer_is_asked_again_with_what_is_wrong(stage: Stage) -> None:
    _, harbour = await programme(stage)
    sam = stage.person("Sam Okoro").joins(harbour)
    await sam.types("/join_mentor")
    await sam.presses("Go on in private")

    await sam.answers("qwertz")
    assert "qwertz" in sam.latest.text
    assert "Your role today" in sam.latest.text
    await sam.answers("engineer")
    assert "Choose what you mean" in sam.latest.text
    assert "Staff engineer" in sam.latest.buttons
    await sam.answers("Staff engineer")
    await sam.changes("How many mentees at once", "two")
    assert "⚠️ “two” is not a whole number" in sam.latest.text
    await sam.answers("99")
    assert "⚠️" in sam.latest.text
    await sam.answers("3", "Join as a mentor")
    assert "You offer 3 places" in sam.latest.text


async def test_a_form_is_gone_on_with_after_a_restart(stage: Stage) -> None:
    pair = await couple(stage)
    lina = pair.mentee
    await stage.monday()
    await lina.presses("Answer check-in")
    await lina.answers(LEARNED)

    await stage.restarts()
    await lina.answers(CHALLENGE, "Skip")
    await stage.restarts()
    await lina.replies_to(lina.latest, NEXT)
    await stage.settled()
    await lina.answers("Good", "Learned", "Challenge", "✓ Learned", "Done", "Send check-in")

    assert "Week 1 is in" in lina.latest.text or lina.sees("Week 1 is in")
    pair.mentor.finds("Lina Berg’s check-in, week 1", LEARNED, CHALLENGE, NEXT)
    lina.finds("Week 1, Lina Berg", LEARNED)
    pair.moderator.finds_nothing_of("Week 1, Lina Berg", CHALLENGE)


async def test_a_form_that_was_left_lying_takes_nothing_for_an_answer(stage: Stage) -> None:
    pair = await couple(stage)
    lina = pair.mentee
    await lina.runs("/goal_add", "Lead two reviews")

    await stage.later(hours=25)
    await lina.types("Are you there, Sam?")
    pair.mentor.finds("Lina Berg: Are you there, Sam?")
    assert lina.sees("“Set a goal” is still open from before")
    await lina.presses("Go on")
    assert "Number to reach" in lina.latest.text


async def test_long_lists_are_paged_in_place(stage: Stage) -> None:
    pair = await couple(stage)
    lina = pair.mentee
    await lina.runs("/goal_add", "Lead two reviews", "Skip", "Skip", "Skip")
    await lina.presses("Change: Which open cells does it close?")
    asked = lina.latest

    assert "Page 1 of 2" in asked.text
    await lina.presses("▶")
    assert "Page 2 of 2" in asked.text
    await lina.presses(next(each for each in asked.buttons if "→" in each))
    assert any(each.startswith("✓ ") for each in asked.buttons)
    await lina.presses("◀")
    assert "Page 1 of 2" in asked.text
    assert lina.latest == asked


async def test_nobody_answers_for_somebody_else(stage: Stage) -> None:
    pair = await couple(stage)
    lina, ada = pair.mentee, await mentor(stage, pair.group, "Ada Lind")
    await lina.runs("/goal_add", "Lead two reviews")
    data = next(
        button["callback_data"]
        for row in lina.latest.message.keyboard or []
        for button in row
        if "Skip" in button["text"]
    )

    pressed = await ada.forges(data, on=ada.latest.message)
    await stage.settled()

    assert "isn’t yours" in str(pressed.notice)
    assert "Number to reach" in lina.latest.text
