"""What weeks that really went say of those to come."""

from datetime import datetime, timedelta

import pytest

from bot.core.domain.roadmaps.pacing import Stint, pace_of, stretch_of
from tests.core.domain.roadmaps.samples import NOW


def weeks_ago(weeks: float) -> datetime:
    return NOW - timedelta(weeks=weeks)


def test_in_the_first_weeks_it_is_too_early_to_tell() -> None:
    assert pace_of([Stint(4, 4, NOW)], weeks_ago(2.9), NOW) is None


def test_hours_are_counted_over_all_weeks_since_the_beginning() -> None:
    pace = pace_of([Stint(10, 10, weeks_ago(3)), Stint(6, 6, weeks_ago(1))], weeks_ago(8), NOW)

    assert pace is not None
    assert (pace.hours_a_week, pace.stretch) == (2, 1)


def test_what_is_long_ago_says_nothing_of_hours_and_still_something_of_effort() -> None:
    pace = pace_of([Stint(20, 40, weeks_ago(30))], weeks_ago(40), NOW)

    assert pace is not None
    assert pace.hours_a_week == 0
    assert pace.stretch == (40 + 20) / (20 + 20)


@pytest.mark.parametrize(("spent", "stretch"), [(0, 0.5), (100, 1.0), (10_000, 3.0)])
def test_a_stretch_stays_within_reason(spent: float, stretch: float) -> None:
    assert stretch_of([Stint(100, spent, NOW)]) == stretch


def test_one_odd_step_does_not_turn_a_plan_around() -> None:
    assert stretch_of([Stint(2, 10, NOW)]) < 1.5


def test_nothing_done_stretches_nothing() -> None:
    assert stretch_of([]) == 1
