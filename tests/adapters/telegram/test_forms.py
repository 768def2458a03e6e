"""Forms are asked question by question in the private chat, from what is stored of them."""

import pytest

from bot.core.dialogue.conversation import ASKING
from bot.core.ui.inbound import CommandCalled, FormAnswered, FormCancelled, Spoken
from bot.core.ui.replies import Reply
from bot.core.ui.views import View
from tests.adapters.telegram.talking import Presence, Talking, answer_by_name, open_goal, until
from tests.telegram.people import Person
from tests.telegram.reading import Seen


@pytest.fixture
async def asked(talking: Talking, ana: Person) -> Seen:
    """The first question of a form."""
    await ana.sends("/goal_add")
    question = await ana.hears("What is it?")
    await until(lambda: talking.kept()[ASKING] == ("title", str(question.message.id)))
    return question


async def test_a_form_is_asked_question_by_question_and_sent_at_its_end(
    talking: Talking, asked: Seen, ana: Person
) -> None:
    await ana.sends("Rust")
    question = await ana.hears("By when?")
    await ana.presses("Soon")
    await until(lambda: question.words == "Added")

    final = talking.all(FormAnswered)[-1]
    assert final.final
    assert dict(final.answers) == {"when": ("soon",)}


async def test_what_came_with_the_command_is_not_asked(talking: Talking, ana: Person) -> None:
    await ana.sends("/goal_add Rust")
    await ana.hears("By when?")

    assert talking.kept()["title"] == ("Rust",)


async def test_a_wrong_answer_is_asked_for_again(talking: Talking, asked: Seen, ana: Person) -> None:
    await ana.sends("far too long for what it is")
    await ana.hears("far too long for what it is can't be", "What is it?")

    assert "title" not in talking.kept()


async def test_what_is_wrong_with_a_sent_form_is_said_beside_the_question(
    talking: Talking, asked: Seen, ana: Person
) -> None:
    wrong = open_goal(title="Rust", when="soon")
    wrong = type(wrong)(wrong.form, wrong.token, wrong.answers, {"when": "Too soon."})
    talking.answers = lambda inbound: Reply(wrong) if isinstance(inbound, FormAnswered) else answer_by_name(inbound)
    await ana.sends("Rust")
    await ana.hears("By when?")
    await ana.presses("Soon")

    await ana.hears("Too soon. By when?")


async def test_a_reply_to_the_question_answers_it_and_one_to_something_else_does_not(
    talking: Talking, asked: Seen, ana: Person
) -> None:
    other = ana.reads()[0]
    await ana.replies_to(other, "by the way")
    await ana.replies_to(asked, "Rust")
    await ana.hears("By when?")

    assert talking.the(Spoken).speech.text == "by the way"
    assert talking.kept()["title"] == ("Rust",)


async def test_words_in_another_topic_are_no_answer(
    talking: Talking, presence: Presence, asked: Seen, ana: Person
) -> None:
    presence.server.world.bot.users_create_topics = True
    await ana.opens_topic("Room")
    await ana.sends("Rust")
    await presence.told_all()

    assert talking.the(Spoken).speech.text == "Rust"


async def test_a_photo_is_no_answer(talking: Talking, presence: Presence, asked: Seen, ana: Person) -> None:
    await ana.sends_photo()
    await presence.told_all()

    assert len(talking.all(Spoken)) == 1


async def test_a_command_in_the_middle_asks_whether_to_leave(talking: Talking, asked: Seen, ana: Person) -> None:
    await ana.sends("/levels all of them")
    await ana.hears("You are in the middle of “A goal”", "Leave it and /levels_show", "Go on")
    await ana.presses("Go on")
    await ana.hears("What is it?", after=asked)
    await ana.sends("/levels all of them")
    await ana.presses("Leave it and /levels_show", on=await ana.hears("You are in the middle"))
    await ana.hears("This is levels", "all of them")

    assert len(talking.all(FormCancelled)) == 1
    left = talking.all(CommandCalled)[-1]
    assert (left.name, left.verb, left.text) == ("levels", "show", "all of them")


async def test_cancel_puts_it_away_by_word_or_by_button(talking: Talking, asked: Seen, ana: Person) -> None:
    await ana.sends("/cancel")
    await ana.hears("Put away")
    await ana.sends("/cancel")
    await ana.hears("There is nothing to cancel.")
    await ana.sends("/goal_add")
    await ana.presses("Cancel", on=await ana.hears("What is it?", after=asked))

    assert len(talking.all(FormCancelled)) == 2


async def test_a_button_of_a_form_that_is_over_says_so(talking: Talking, asked: Seen, ana: Person) -> None:
    await ana.sends("/cancel")
    await ana.hears("Put away")
    pressed = await ana.presses("Cancel", on=asked)

    assert "This form is over" in (pressed.notice or "")
    assert pressed.is_alert


async def test_nobody_else_presses_a_forms_buttons(talking: Talking, asked: Seen, ana: Person, ben: Person) -> None:
    pressed = await ben.forges("s:s1:cancel", on=asked.message)

    assert "This form is over" in (pressed.notice or "")
    assert talking.all(FormCancelled) == []


async def test_words_are_not_taken_for_an_answer_to_a_stale_form(talking: Talking, asked: Seen, ana: Person) -> None:
    talking.are_stale = True
    talking.answers = lambda inbound: Reply(View("Heard")) if isinstance(inbound, Spoken) else answer_by_name(inbound)
    await ana.sends("Rust")
    reminder = await ana.hears("“A goal” is still open from before.")
    await ana.sends("Rust!")
    await ana.hears("Heard", after=reminder)

    assert [each.speech.text for each in talking.all(Spoken)] == ["Rust", "Rust!"]
    assert len([each for each in ana.reads() if "still open" in each.text]) == 1
    await ana.presses("Go on", on=reminder)
    await until(lambda: reminder.words == "What is it?")


async def test_a_form_goes_on_after_a_restart(presence: Presence, ana: Person) -> None:
    async with presence.running():
        await ana.sends("/goal_add")
        await ana.hears("What is it?")
    async with presence.running():
        await ana.sends("Rust")
        await ana.hears("By when?")

    assert presence.talking.kept()["title"] == ("Rust",)


async def test_a_question_whose_message_is_gone_is_asked_anew(talking: Talking, asked: Seen, ana: Person) -> None:
    await ana.sends("/me")
    offer = await ana.hears("You are in the middle")
    await ana.deletes(offer)
    await ana.forges("s:s1:stay", on=offer.message)

    await ana.hears("What is it?", after=offer)
