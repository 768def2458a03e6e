"""New identifiers."""

import re
from collections import Counter

from bot.adapters.ids import RandomIds


def test_an_id_is_sixteen_letters_and_digits() -> None:
    ids = RandomIds()

    assert all(re.fullmatch(r"[a-z0-9]{16}", ids.new()) for _ in range(1000))


def test_no_two_are_alike_and_no_letter_is_rare() -> None:
    ids = RandomIds()

    drawn = [ids.new() for _ in range(4000)]

    assert len(set(drawn)) == len(drawn)
    counted = Counter("".join(drawn))
    assert len(counted) == 32
    assert min(counted.values()) > 1600, "2,000 of each are expected; ten deviations less are no chance"
