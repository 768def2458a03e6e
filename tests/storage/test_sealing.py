"""What people said is kept so that only this installation can read it."""

from hypothesis import given
from hypothesis import strategies as st

from bot.storage.sealing import Seal

SEAL = Seal(b"k" * 32)


@given(st.text())
def test_what_is_sealed_can_be_opened_again(text: str) -> None:
    assert SEAL.opened(SEAL.sealed(text)) == text


def test_the_words_cannot_be_read_in_it_and_no_two_seals_are_alike() -> None:
    sealed = SEAL.sealed("my manager")

    assert sealed is not None
    assert "manager" not in sealed
    assert sealed != SEAL.sealed("my manager")


def test_what_another_key_has_sealed_is_nothing() -> None:
    assert Seal(b"x" * 32).opened(SEAL.sealed("my manager")) == ""


def test_what_was_never_sealed_is_nothing() -> None:
    assert SEAL.opened("not sealed at all") == ""
    assert SEAL.opened(None) == ""
