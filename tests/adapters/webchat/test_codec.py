"""Keeping what the bot said."""

import pytest

from bot.adapters.webchat import codec
from bot.core.ui.replies import OpenForm
from tests.adapters.webchat.fakes import EVERY_FIELD, EVERYTHING


def test_a_view_is_read_back_as_it_was() -> None:
    assert codec.load_view(codec.dump(EVERYTHING)) == EVERYTHING


def test_an_opened_form_is_read_back_as_it_was() -> None:
    opened = OpenForm(EVERY_FIELD, "t", {"several": ("en", "es")}, {"short": "Too short."}, "Look again.")
    assert codec.load_form(codec.dump(opened)) == opened


@pytest.mark.parametrize(
    "body", ["", "nonsense", "[]", "7", '{"is":"Gone","value":{}}', '{"is":"View","value":{"colour":1}}']
)
def test_what_another_release_kept_is_said_to_be_unreadable(body: str) -> None:
    with pytest.raises(codec.Unreadable):
        codec.load_view(body)


def test_a_form_is_not_taken_for_a_view() -> None:
    with pytest.raises(codec.Unreadable):
        codec.load_view(codec.dump(OpenForm(EVERY_FIELD, "t")))
