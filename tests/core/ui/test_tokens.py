"""Tokens come back as they were signed, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.ui.tokens import LONGEST_ACTION, LONGEST_FORM, Forged, Signer

SIGNER = Signer(b"0" * 32)
ID = "abcdefghij012345"
"""As long as an id is: 80 bits in base32."""

PARTS = st.text().filter(lambda text: ":" not in text)
ANY_TEXT = st.text(st.characters(exclude_categories=()))
"""Lone surrogates and all, as JSON can bring them."""


@given(PARTS, PARTS)
def test_an_action_comes_back_as_it_was_signed(route: str, ref: str) -> None:
    assert SIGNER.read_action(SIGNER.action(route, ref)) == (route, ref)


@given(PARTS, PARTS, PARTS)
def test_a_form_comes_back_as_it_was_signed(form: str, ref: str, session: str) -> None:
    assert SIGNER.read_form(SIGNER.form(form, ref, session)) == (form, ref, session)


def test_an_action_with_its_byte_changed_is_refused_at_every_place() -> None:
    token = SIGNER.action("pairing_accept", ID)
    for place, byte in enumerate(token):
        for other in {"a", "z", "2", ":", "\0", "\ud800", byte.upper(), ""} - {byte}:
            with pytest.raises(Forged):
                SIGNER.read_action(token[:place] + other + token[place + 1 :])


def test_a_form_with_its_byte_changed_is_refused_at_every_place() -> None:
    token = SIGNER.form("goal", ID, ID)
    for place in range(len(token)):
        flipped = chr(ord(token[place]) ^ 1)
        with pytest.raises(Forged):
            SIGNER.read_form(token[:place] + flipped + token[place + 1 :])


@given(ANY_TEXT)
def test_what_was_never_signed_is_refused(text: str) -> None:
    with pytest.raises(Forged):
        SIGNER.read_action(text)
    with pytest.raises(Forged):
        SIGNER.read_form(text)


def test_a_lone_surrogate_isnt_taken_for_what_it_would_be_replaced_with() -> None:
    token = SIGNER.action("search", "why?")
    with pytest.raises(Forged):
        SIGNER.read_action(token.replace("?", "\ud800"))


def test_an_action_is_no_form_and_a_form_is_no_action() -> None:
    with pytest.raises(Forged):
        SIGNER.read_form(SIGNER.action("goal", ID))
    with pytest.raises(Forged):
        SIGNER.read_action(SIGNER.form("goal", "", ID))


def test_another_key_refuses_the_token() -> None:
    with pytest.raises(Forged):
        Signer(b"1" * 32).read_action(SIGNER.action("goal", ID))


@pytest.mark.parametrize("parts", [("a:b", ID), ("goal", "a:b"), ("goal", ":")])
def test_a_part_with_the_separator_in_it_cant_be_signed(parts: tuple[str, str]) -> None:
    with pytest.raises(ValueError, match=":"):
        SIGNER.action(*parts)
    with pytest.raises(ValueError, match=":"):
        SIGNER.form(*parts, session=ID)


def test_routes_and_form_names_of_thirty_characters_fit_the_tightest_surface() -> None:
    assert len(SIGNER.action("r" * 30, ID)) <= LONGEST_ACTION
    assert len(SIGNER.form("f" * 30, ID, ID)) <= LONGEST_FORM
