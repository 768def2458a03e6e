"""What to expect of waiting: told from experience, and only where there is some."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.core.domain.waiting import FEWEST, ExpectedWait, expected_wait

WAITS = st.lists(st.timedeltas(timedelta(), timedelta(days=400)), min_size=FEWEST, max_size=40)


def test_of_too_few_nothing_is_told() -> None:
    assert expected_wait([timedelta(days=3)] * (FEWEST - 1)) is None
    assert expected_wait([timedelta(days=3)] * FEWEST) == ExpectedWait(3, 3, FEWEST)


def test_a_day_that_has_begun_counts() -> None:
    assert expected_wait([timedelta(hours=hours) for hours in (0, 1, 24, 25, 90)]) == ExpectedWait(1, 2, 5)


@given(WAITS)
def test_what_is_told_is_true_of_those_who_waited(waits: list[timedelta]) -> None:
    told = expected_wait(waits)
    assert told is not None
    for days, share in ((told.half_days, 0.5), (told.most_days, 0.75)):
        within = sum(wait <= timedelta(days=days) for wait in waits)
        sooner = sum(wait <= timedelta(days=days - 1) for wait in waits)
        assert within >= share * len(waits) > sooner or days == 0
