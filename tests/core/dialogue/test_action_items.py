"""Action items, as the one who owes them sees them."""

import pytest

from bot.core.ui.inbound import CommandCalled
from bot.core.ui.views import Checklist, View
from tests.core.dialogue.chat import Chat, Someone, all_words, labels, opened_form, shown


def listed(view: View) -> list[str]:
    return [item.text for block in view.blocks if isinstance(block, Checklist) for item in block.items]


def add(who: Someone, text: str, due: str = "") -> View:
    who.calls("action add")
    return shown(who.fills(text=text, due=due))


def test_nothing_owed_offers_to_take_something_on(ada: Someone) -> None:
    assert labels(shown(ada.calls("action"))) == ["Add an action item"]
    ada.presses("Add an action item")
    assert shown(ada.fills(text="Send the outline")).title == "Kept as your action item"


def test_what_is_due_first_is_listed_first(ada: Someone) -> None:
    add(ada, "No hurry")
    add(ada, "Later", "2026-12-24")
    add(ada, "Sooner", "2026-12-01")

    view = shown(ada.calls("action"))
    assert view.title == "3 open action items"
    assert listed(view) == ["Sooner (due 1 December 2026)", "Later (due 24 December 2026)", "No hurry"]
    assert labels(view) == ["Done: Sooner", "Done: Later", "Done: No hurry"]


def test_what_is_done_leaves_the_list_and_comes_back(ada: Someone) -> None:
    add(ada, "Send the outline")
    add(ada, "Book a room")
    ada.calls("action")

    view = shown(ada.presses("Done: Send the outline"))
    assert view.title == "Done: Send the outline"
    assert listed(view) == ["Book a room"]
    assert labels(view) == ["Done: Book a room", "Not done after all"]
    assert listed(shown(ada.presses("Not done after all"))) == ["Send the outline", "Book a room"]


def test_the_last_one_done_is_said_to_be_the_last(ada: Someone) -> None:
    add(ada, "Send the outline")
    view = shown(ada.presses("Done"))
    assert "Nothing else is open." in all_words(view)
    assert labels(view) == ["Not done after all"]


def test_a_button_pressed_twice_says_how_things_stand(ada: Someone) -> None:
    token = add(ada, "Send the outline").actions[0].token
    undo = shown(ada.presses_token(token)).actions[0].token
    assert "done already" in shown(ada.presses_token(token)).title
    ada.presses_token(undo)
    assert "open already" in shown(ada.presses_token(undo)).title


def test_what_somebody_else_owes_is_theirs(ada: Someone, grace: Someone) -> None:
    token = add(ada, "Send the outline").actions[0].token
    assert "only they can change it" in shown(grace.presses_token(token)).title
    assert shown(grace.calls("action")).title == "No open action items"
    undo = shown(ada.presses_token(token)).actions[0].token
    assert "only they can change it" in shown(grace.presses_token(undo)).title


def test_a_message_is_saved_in_one_line(ada: Someone, grace: Someone) -> None:
    form = opened_form(ada.uses("save_action_item", on=grace, text=f"Please\n\nsend the outline {'now ' * 99}"))
    [text] = form.answers["text"]
    assert text.startswith("Please send the outline now")
    assert len(text) <= 200
    assert shown(ada.fills(text="Send Grace the outline", due="2026-12-01")).title == "Kept as your action item"
    assert listed(shown(ada.calls("action"))) == ["Send Grace the outline (due 1 December 2026)"]


def test_a_message_without_words_leaves_them_to_be_said(ada: Someone, grace: Someone) -> None:
    assert opened_form(ada.uses("save_action_item", on=grace)).answers == {}


def test_a_day_that_is_over_is_not_taken(ada: Someone) -> None:
    ada.calls("action add")
    assert "or later" in opened_form(ada.fills(text="Send the outline", due="2026-11-01")).errors["due"]


def test_one_line_is_enough(ada: Someone) -> None:
    called = CommandCalled(ada.origin, "action", "add", answers={"text": ("Send the outline",)})
    assert shown(ada.chat.handle(called)).title == "Kept as your action item"


@pytest.mark.parametrize("typed", ["action", "action add"])
def test_a_stranger_is_told_to_join_first(chat: Chat, mona: Someone, typed: str) -> None:
    assert "Join with /join" in shown(chat.person("Pat").calls(typed)).title
