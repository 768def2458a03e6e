"""What a person finds between the modals of a form: where it goes on, and what is wrong."""

from collections.abc import Mapping

from bot.adapters.discord.cards import form_card
from bot.adapters.discord.custom_ids import CancelId, FormId
from bot.adapters.discord.render import Layout
from bot.core.ui.forms import Raw
from bot.core.ui.replies import OpenForm
from tests.adapters.discord import sheets
from tests.adapters.discord.test_modals import TOKEN, form, questions
from tests.adapters.discord.test_render import HOSTILE, WORDS

TWELVE = form(*questions(12), intro="One minute.")


def card(page: int, answers: Mapping[str, Raw] | None = None, trouble: str = "", **errors: str) -> Layout:
    opened = OpenForm(TWELVE, TOKEN, answers or {}, errors, trouble)
    drawn = form_card(opened, page, words=WORDS, language="en")
    sheets.check_message(drawn)
    return drawn


def test_a_form_goes_on_at_its_next_page_or_is_put_away() -> None:
    shown = card(1, {"q0": ("yes",)})

    assert sheets.keys(shown) == {"Continue": FormId(1, TOKEN), "Discard": CancelId(TOKEN)}
    for words in ("A form", "Part 2 of 3", "What you answered so far is kept.", "means: Send it."):
        assert words in sheets.words(shown)


def test_a_form_that_could_not_open_in_time_opens_from_its_beginning() -> None:
    shown = card(0)

    assert sheets.keys(shown)["Continue"] == FormId(0, TOKEN)
    assert "One minute." in sheets.words(shown)
    assert "kept" not in sheets.words(shown)


def test_what_is_wrong_is_said_by_question_and_corrected_where_it_begins() -> None:
    shown = card(0, q7="Not a number.", q11="Too long.")

    assert sheets.keys(shown) == {"Correct it": FormId(1, TOKEN, corrects=True), "Discard": CancelId(TOKEN)}
    assert "Question 7: Not a number.\nQuestion 11: Too long." in sheets.words(shown)


def test_trouble_with_the_form_as_a_whole_is_said_and_corrected_from_its_beginning() -> None:
    shown = card(2, trouble="Somebody was faster.")

    assert sheets.keys(shown)["Correct it"] == FormId(0, TOKEN)
    assert "Somebody was faster." in sheets.words(shown)


def test_an_error_of_a_question_that_is_gone_is_not_lost() -> None:
    assert "It changed." in sheets.words(card(0, gone="It changed."))


def test_what_was_typed_does_nothing_in_an_error() -> None:
    marks = [mark for text in sheets.texts(card(0, q0=HOSTILE)) for mark in text.marks]

    assert set(marks) <= {"heading", "strong"}
