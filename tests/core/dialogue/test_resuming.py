"""Going on with a form from a card that still stands there, whatever happened since."""

from datetime import timedelta

from bot.core.ui.inbound import FormAnswered, FormCancelled, FormResumed
from bot.core.ui.replies import Reply
from bot.core.usecases.clearing import clear_forms
from tests.core.dialogue.chat import Chat, Someone, opened_form, shown


def resumes(who: Someone, token: str) -> Reply:
    who.seen = who.chat.handle(FormResumed(who.origin, token))
    return who.seen


def test_a_form_goes_on_with_what_was_answered(ada: Someone) -> None:
    token = opened_form(ada.calls("action add")).token
    assert ada.chat.router.traits(FormResumed(ada.origin, token)).opens_form
    assert opened_form(resumes(ada, token)).answers == {}

    ada.types(text="Send the outline")
    again = opened_form(resumes(ada, token))
    assert (again.token, again.answers) == (token, {"text": ("Send the outline",)})
    assert shown(ada.fills()).title == "Kept as your action item"


def test_a_form_that_was_sent_or_put_away_is_said_to_be_over(ada: Someone) -> None:
    sent = opened_form(ada.calls("action add")).token
    ada.fills(text="Send the outline")
    assert "sent this form already" in shown(resumes(ada, sent)).title

    away = opened_form(ada.calls("action add")).token
    ada.cancels()
    assert "put away" in shown(resumes(ada, away)).title
    assert "put away" in shown(ada.chat.handle(FormCancelled(ada.origin, away))).title


def test_a_form_that_was_left_lying_is_forgotten_but_what_is_sent_then_counts(ada: Someone) -> None:
    chat = ada.chat
    token = opened_form(ada.calls("action add")).token
    ada.types(text="Half of a thought")
    with chat.database.write() as work:
        assert clear_forms(work, chat.tools, 10) == 0
    chat.clock.at += timedelta(days=31)
    with chat.database.write() as work:
        assert clear_forms(work, chat.tools, 10) == 1

    assert opened_form(ada.calls("action add")).answers == {}
    assert "lay open for a month" in shown(resumes(ada, token)).title
    ada.seen = chat.handle(FormAnswered(ada.origin, token, {"text": ("A whole one",)}))
    assert shown(ada.seen).title == "Kept as your action item"


def test_another_member_s_form_is_not_found(ada: Someone, grace: Someone) -> None:
    token = opened_form(ada.calls("action add")).token
    ada.types(text="Send the outline")
    assert "isn’t here any more" in shown(resumes(grace, token)).title


def test_a_form_that_is_no_more_or_forged_is_refused(chat: Chat, ada: Someone) -> None:
    assert "isn’t here any more" in shown(resumes(ada, chat.signer.form("gone", "", "a" * 16))).title
    assert "isn’t one of Menteo’s" in shown(resumes(ada, "action_item_add::x:y")).title


def test_a_form_is_for_whom_it_was_for(chat: Chat, ada: Someone) -> None:
    token = opened_form(ada.calls("action add")).token
    assert "Join with /join" in shown(resumes(chat.person("Pat"), token)).title
