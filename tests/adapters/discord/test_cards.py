"""What a person finds between the modals of a form: where it goes on, whether it can be sent, and what is wrong."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from bot.adapters.discord.cards import form_card
from bot.adapters.discord.custom_ids import CancelId, FormId, SendId
from bot.adapters.discord.render import Layout
from bot.core.ui.forms import Choice, Confirm, Day, Field, Form, Option, Raw, Scale, Several, ShortText
from bot.core.ui.reading import YES
from bot.core.ui.replies import OpenForm
from tests.adapters.discord import sheets
from tests.adapters.discord.test_modals import TOKEN, form, questions
from tests.adapters.discord.test_render import HOSTILE, WORDS

TWELVE = form(*questions(12), intro="One minute.")


A_TO_C = tuple(Option(each, each.upper()) for each in "abc")
LEVELS = (Option("0", "None"), Option("1", "Some"))


def card(page: int, answers: Mapping[str, Raw] | None = None, trouble: str = "", **errors: str) -> Layout:
    return card_of(TWELVE, page, answers, trouble, **errors)


def card_of(
    asked: Form, page: int, answers: Mapping[str, Raw] | None = None, trouble: str = "", **errors: str
) -> Layout:
    opened = OpenForm(asked, TOKEN, answers or {}, errors, trouble)
    drawn = form_card(opened, page, words=WORDS, language="en")
    sheets.check_message(drawn)
    return drawn


def test_a_form_goes_on_at_its_next_page_or_is_put_away() -> None:
    shown = card(1, {"q0": ("yes",)})

    assert sheets.keys(shown) == {"Continue": FormId(1, TOKEN), "Discard": CancelId(TOKEN)}
    for words in ("A form", "Part 2 of 3", "What you answered so far is kept.", "means: Send it."):
        assert words in sheets.words(shown)


def test_a_form_that_needs_nothing_more_can_be_sent_as_it_is() -> None:
    asked = form(*questions(5), ShortText(name="unit", label="Unit", required=False))
    shown = card_of(asked, 1, {"q0": ("yes",)})

    assert list(sheets.keys(shown).items()) == [
        ("Send it", SendId(TOKEN)),
        ("Continue", FormId(1, TOKEN)),
        ("Discard", CancelId(TOKEN)),
    ]
    assert "If you press “Send it” now, these stay like this:" in sheets.words(shown)
    assert "Unit: No answer" in sheets.words(shown)


def test_what_was_answered_for_a_later_page_is_not_said_to_be_left() -> None:
    asked = form(*questions(6))
    shown = card_of(asked, 1, {"q5": ("kept",)})

    assert sheets.keys(shown)["Send it"] == SendId(TOKEN)
    assert "stay like this" not in sheets.words(shown)


@pytest.mark.parametrize(
    ("field", "answers"),
    [
        (ShortText(name="last", label="Last"), {}),
        (ShortText(name="last", label="Last", default=("suggested",)), {"last": ()}),
        (Day(name="last", label="Last", required=False), {"last": ("someday",)}),
        (Confirm(name="last", label="Last"), {}),
    ],
    ids=["required", "emptied", "wrong", "unconfirmed"],
)
def test_a_form_that_needs_more_can_only_go_on(field: Field, answers: Mapping[str, Raw]) -> None:
    shown = card_of(form(*questions(5), field), 1, answers)

    assert sheets.keys(shown) == {"Continue": FormId(1, TOKEN), "Discard": CancelId(TOKEN)}
    assert "stay like this" not in sheets.words(shown)


def test_a_form_that_nobody_has_answered_is_not_offered_to_be_sent() -> None:
    asked = form(*(replace(each, required=False) for each in questions(6)))

    assert "Send it" not in sheets.keys(card_of(asked, 0))


@pytest.mark.parametrize(
    ("field", "words"),
    [
        (ShortText(name="last", label="Last", default=("Suggested",)), "Suggested"),
        (Choice(name="last", label="Last", options=A_TO_C, default=("b",)), "B"),
        (Several(name="last", label="Last", options=A_TO_C, default=("a", "c")), "A, C"),
        (Scale(name="last", label="Last", low=0, high=1, steps=LEVELS, default=("1",)), "Some"),
        (Scale(name="last", label="Last", low=0, high=1, steps=LEVELS, required=False, unknown="No idea"), "No idea"),
        (Confirm(name="last", label="Last", default=(YES,)), "✅"),
        (Confirm(name="last", label="Last", required=False), "⬜"),
    ],
)
def test_what_would_be_sent_unasked_is_said_in_its_words(field: Field, words: str) -> None:
    assert f"Last: {words}" in sheets.words(card_of(form(*questions(5), field), 1))


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
