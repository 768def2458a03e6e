"""Places by their ids, and marks made of names."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.telegram.places import LONGEST_MARK, Spot, hashtag, mark_of, spot

CHATS = st.integers(-(10**15), 10**15).filter(bool)
SPOTS = (
    st.builds(Spot, CHATS)
    | st.builds(Spot, CHATS, st.integers(1, 10**9))
    | st.builds(Spot, CHATS, st.none(), st.from_regex(r"[a-z0-9_]{1,40}", fullmatch=True))
)


@given(SPOTS)
def test_a_place_is_read_back_as_it_was_written(place: Spot) -> None:
    assert spot(place.written) == place


@pytest.mark.parametrize("text", ["", "0", "lounge", "-", "12/", "12#", "1#Ümlaut", "12/3/4", "١٢", "7" * 30])
def test_what_is_no_place_of_telegrams_is_none(text: str) -> None:
    assert spot(text) is None


@given(st.text())
def test_whatever_is_read_is_written_as_it_came(text: str) -> None:
    place = spot(text)

    assert place is None or place.written == text


@pytest.mark.parametrize(
    ("place", "address"),
    [
        ("-1001234567890/77", "https://t.me/c/1234567890/77"),
        ("-1001234567890", ""),
        ("-1001234567890#growth_priya", ""),
        ("-4321/77", ""),
        ("4321/77", ""),
    ],
)
def test_only_a_topic_of_a_supergroup_has_an_address(place: str, address: str) -> None:
    found = spot(place)

    assert found is not None
    assert found.address == address


def test_a_mark_is_made_of_names_and_says_nothing_that_a_hashtag_cannot() -> None:
    assert mark_of("growth", "Priya Nair") == "growth_priya_nair"
    assert mark_of("growth", "José Ñandú-O’Neil") == "growth_jose_nandu_o_neil"
    assert mark_of("growth", "田中") == "growth"


@given(st.lists(st.text(max_size=50), max_size=3))
def test_every_mark_can_stand_in_a_place(words: list[str]) -> None:
    mark = mark_of(*words)

    assert re.fullmatch(rf"[a-z0-9_]{{0,{LONGEST_MARK}}}", mark)


def test_posts_of_a_channel_bear_a_hashtag_and_a_room_in_private_does_not() -> None:
    assert hashtag(Spot(-100123, None, "growth_priya")) == "#growth_priya"
    assert hashtag(Spot(123, None, "room_priya")) == ""
    assert hashtag(Spot(-100123, 5)) == ""
