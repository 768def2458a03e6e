"""What is written on a component comes back as it was, and whatever else is sent is nobody's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.discord.custom_ids import (
    ActionId,
    CancelId,
    FormId,
    ModalId,
    Pressed,
    SendId,
    SuggestionId,
    UnknownId,
    read,
    written,
)
from bot.adapters.discord.limits import CUSTOM_ID
from bot.core.ui.tokens import LONGEST_ACTION, LONGEST_FORM

TOKENS = st.text("abcdefghijklmnopqrstuvwxyz_:234567", min_size=1, max_size=LONGEST_FORM)
PAGES = st.integers(0, 99)
IDS: st.SearchStrategy[Pressed] = st.one_of(
    st.builds(ActionId, TOKENS),
    st.builds(SuggestionId, st.sampled_from(["help", "join mentee", "goal add"])),
    st.builds(FormId, PAGES, TOKENS, st.booleans()),
    st.builds(SendId, TOKENS),
    st.builds(CancelId, TOKENS),
    st.builds(ModalId, PAGES, TOKENS, st.booleans()),
)


@given(IDS)
def test_an_id_comes_back_as_it_was_and_fits(pressed: Pressed) -> None:
    assert read(written(pressed)) == pressed
    assert len(written(pressed)) <= CUSTOM_ID


@given(st.text() | st.text("asfcmldx:0123456789"))
def test_whatever_is_sent_is_read_and_written_as_it_came(custom_id: str) -> None:
    pressed = read(custom_id)

    if len(custom_id) <= CUSTOM_ID and not (isinstance(pressed, FormId | ModalId) and custom_id[2:3] == "0"):
        assert written(pressed) == custom_id


@pytest.mark.parametrize("custom_id", ["", "a", "a:", "q:x", "f:x", "f::x", "f:-1:x", "f:1:", "m:100:x", "m:²:x"])
def test_what_this_release_does_not_write_is_unknown(custom_id: str) -> None:
    assert read(custom_id) == UnknownId(custom_id)


def test_the_longest_tokens_fit() -> None:
    for pressed in (
        ActionId("t" * LONGEST_ACTION),
        SendId("t" * LONGEST_FORM),
        CancelId("t" * LONGEST_FORM),
        ModalId(9, "t" * LONGEST_FORM, is_last=True),
    ):
        assert read(written(pressed)) == pressed


def test_an_id_that_is_too_long_is_refused_before_discord_does() -> None:
    with pytest.raises(ValueError, match="tttt"):
        written(ActionId("t" * CUSTOM_ID))


def test_a_suggestion_knows_its_command() -> None:
    assert (SuggestionId("goal add").name, SuggestionId("goal add").verb) == ("goal", "add")
    assert (SuggestionId("help").name, SuggestionId("help").verb) == ("help", "")
