"""Forms as modals: what came with a command, pages, answers that can't stand, and forms that are sent twice."""

from tests.stories.discord.beginnings import couple, mentee, mentor, programme
from tests.stories.discord.stage import CONTINUE, Stage


async def test_what_was_given_with_a_command_is_kept_for_the_form_s_later_pages(stage: Stage) -> None:
    await programme(stage)
    lina = stage.person("Lina Berg")

    await lina.types("/join mentee", destination="Staff engineer", hours=7)
    await lina.completes_form(visibility="public")

    lina.finds("You are in", "7 hours a week")


async def test_a_form_that_is_put_away_is_gone(stage: Stage) -> None:
    await programme(stage)
    lina = await mentee(stage)
    await lina.types("/gap rate")
    await lina.fills({"influence": "2"})

    await lina.presses("Discard")

    assert CONTINUE not in lina.latest.buttons


async def test_an_answer_that_can_not_stand_is_put_right(stage: Stage) -> None:
    await programme(stage)
    await mentor(stage)
    lina = stage.person("Lina Berg")
    await lina.types("/join mentee")
    await lina.fills(destination="astronaut", zone="Nowhere")
    await lina.presses(CONTINUE)
    await lina.fills(visibility="public")

    wrong = lina.latest
    assert wrong.is_for_me_alone
    assert "2 answers need another look" in wrong.text
    assert "“Nowhere”" in wrong.text
    await lina.presses("Correct it")
    assert lina.modal is not None
    assert lina.modal.question("zone").prefilled == "Nowhere"
    await lina.completes_form(destination="Staff engineer", zone="Berlin")
    lina.finds("You are in")


async def test_an_answer_on_a_later_page_that_can_not_stand_is_asked_for_again_there(stage: Stage) -> None:
    await programme(stage)
    lina = await mentee(stage)
    await lina.types("/goal add", title="Speak up", due="someday")
    await lina.completes_form()

    assert "“someday” is not a date" in lina.latest.text
    await lina.presses("Correct it")
    assert lina.modal is not None
    assert lina.modal.question("due").prefilled == "someday"
    await lina.completes_form(due="2026-12-01")

    assert "due 1 December 2026" in lina.latest.text


async def test_ratings_are_saved_after_the_first_modal(stage: Stage) -> None:
    await programme(stage)
    lina = await mentee(stage)
    await lina.types("/gap rate")
    await lina.fills({"influence": "2"})

    card = lina.latest
    assert "If you press “Save my ratings” now, these stay like this:" in card.text
    assert CONTINUE in card.buttons
    await lina.presses("Save my ratings")

    assert "Your ratings are kept" in lina.latest.text
    assert CONTINUE not in lina.latest.buttons


async def test_a_goal_is_set_after_its_first_modal_with_what_the_form_suggests(stage: Stage) -> None:
    await programme(stage)
    lina = await mentee(stage)
    await lina.types("/goal add")
    await lina.fills(title="Speak up")

    await lina.presses("Set goal")

    assert "Your goal is set" in lina.latest.text
    assert "Speak up" in lina.latest.text


async def test_a_card_that_sends_a_form_outlives_a_restart(stage: Stage) -> None:
    await programme(stage)
    lina = await mentee(stage)
    await lina.types("/goal add")
    await lina.fills(title="Speak up")

    await stage.restarts()
    await lina.presses("Set goal")

    assert "Your goal is set" in lina.latest.text


async def test_a_card_sends_nothing_that_was_sent_elsewhere(stage: Stage) -> None:
    await programme(stage)
    lina = await mentee(stage)
    await lina.types("/goal add")
    await lina.fills(title="Speak up")
    card = lina.latest
    await lina.types("/goal add")
    await lina.completes_form()

    await lina.presses("Set goal", on=card)

    assert "You have sent this form already" in card.text


async def test_a_modal_that_is_sent_twice_counts_once(stage: Stage) -> None:
    await programme(stage)
    lina = await mentee(stage)
    await lina.types("/action add")
    twin = lina.at_another_client()

    await lina.fills(text="Send the outline")
    await twin.fills(text="Send it twice")

    assert "You have sent this form already" in lina.latest.text
    await lina.types("/action show")
    assert "One open action item" in lina.latest.text


async def test_a_card_of_a_form_that_was_sent_elsewhere_says_so(stage: Stage) -> None:
    pair = await couple(stage)
    lina = pair.mentee
    await stage.monday()
    await lina.types("/checkin")
    await lina.fills(learned="One.", next="Another.")
    card = lina.latest
    await lina.types("/checkin")
    assert lina.modal is not None
    assert lina.modal.question("learned").prefilled == "One.", "kept from the first time"
    await lina.completes_form(mood="good", share="no")

    await lina.presses(CONTINUE, on=card)

    assert "You have sent this form already" in card.text
    assert CONTINUE not in card.buttons
