"""What is answered at once."""

from bot.core.ui.commands import Audience, Placement
from bot.core.ui.forms import Form
from bot.core.ui.replies import SILENCE, OpenForm, Reply
from bot.core.ui.views import Tone, View


def test_an_answer_is_new_and_for_the_one_who_asked_unless_it_says_otherwise() -> None:
    reply = Reply(View("Welcome"))
    assert (reply.audience, reply.placement) == (Audience.ONLY_ME, Placement.NEW)


def test_silence_says_nothing() -> None:
    assert SILENCE.content is None


def test_a_view_of_a_title_alone_is_plain_and_offers_nothing() -> None:
    view = View("Welcome")
    assert (view.blocks, view.actions, view.suggestions, view.tone) == ((), (), (), Tone.PLAIN)


def test_a_fresh_form_has_neither_answers_nor_errors() -> None:
    opened = OpenForm(Form("join", "Join", (), "Send"), "token")
    assert (opened.answers, opened.errors, opened.trouble) == ({}, {}, "")
