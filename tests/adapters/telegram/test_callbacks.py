"""Callback data: what is written is read back, and whatever anybody sends is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.telegram.callbacks import (
    ActionPress,
    OptionPress,
    PagePress,
    Press,
    Step,
    StepPress,
    SuggestionPress,
    UnknownPress,
    fits,
    read,
    written,
)
from bot.adapters.telegram.limits import CALLBACK_DATA
from bot.core.ui.tokens import Signer

MARKS = st.from_regex(r"[a-z2-7]{8}", fullmatch=True)
SESSIONS = st.from_regex(r"[a-z2-7]{16}", fullmatch=True)
PRESSES: st.SearchStrategy[Press] = st.one_of(
    st.builds(ActionPress, st.text(st.characters(codec="ascii"), min_size=1, max_size=62)),
    st.builds(SuggestionPress, st.sampled_from(["me", "goal add", "join mentee"])),
    st.builds(OptionPress, SESSIONS, MARKS, MARKS),
    st.builds(StepPress, SESSIONS, st.sampled_from(Step), st.just("") | MARKS | st.just("goal add")),
    st.builds(PagePress, SESSIONS, st.integers(0, 999), st.just("") | MARKS),
)


@given(PRESSES)
def test_what_is_written_is_read_back(press: Press) -> None:
    assert fits(press)
    assert read(written(press)) == press


@given(st.text())
def test_whatever_anybody_sends_is_read(data: str) -> None:
    assert read(data) is not None


@pytest.mark.parametrize("data", ["", "x", "x:", "o:", "o:s", "o:s:f", "o:s:f:m:x", "p:s:x:", "p:s:1", "s:s:fly", "s:"])
def test_what_nobody_writes_is_unknown(data: str) -> None:
    assert read(data) == UnknownPress(data)


@pytest.mark.parametrize(
    ("data", "press"),
    [
        ("cheer:e1:mac", ActionPress("cheer:e1:mac")),
        ("a:x:e1:mac", ActionPress("x:e1:mac")),
        ("c:goal add", SuggestionPress("goal add")),
        ("o:s1:0:yes", OptionPress("s1", "0", "yes")),
        ("p:s1:2:f", PagePress("s1", 2, "f")),
        ("s:s1:leave:goal add", StepPress("s1", Step.LEAVE, "goal add")),
        ("s:s1:stay", StepPress("s1", Step.STAY)),
        ("s::x", UnknownPress("s::x")),
    ],
)
def test_buttons_that_stand_in_chats_already_are_read(data: str, press: Press) -> None:
    assert read(data) == press


def test_an_actions_token_is_sent_as_it_is() -> None:
    token = Signer(bytes(32)).action("pairing_accept_at_last", "a" * 16)

    assert written(ActionPress(token)) == token


def test_data_that_is_too_long_is_refused_and_can_be_told_before() -> None:
    press = SuggestionPress("x" * CALLBACK_DATA)

    assert not fits(press)
    with pytest.raises(ValueError, match="c:x"):
        written(press)
