"""Places as texts."""

import pytest

from bot.adapters.telegram.places import Spot


@pytest.mark.parametrize("text", ["5", "-1001", "5/7", "-1001/7", "5#rab2", "-1001#growth_ana"])
def test_places_are_read_as_they_are_written(text: str) -> None:
    assert str(Spot.read(text)) == text


@pytest.mark.parametrize("text", ["", "x", "5/", "5#", "5#A", "5/7#x", "@name"])
def test_anything_else_is_no_place(text: str) -> None:
    with pytest.raises(ValueError, match="no place"):
        Spot.read(text)
