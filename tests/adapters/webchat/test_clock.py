"""Where the clock's buttons lead."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.adapters.webchat.clock import Step, target

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("now", "monday"),
    [
        pytest.param("2026-11-26T15:30", "2026-11-30T09:00", id="in the week"),
        pytest.param("2026-11-30T08:59", "2026-11-30T09:00", id="just before"),
        pytest.param("2026-11-30T09:00", "2026-12-07T09:00", id="at it: the next one"),
        pytest.param("2026-03-28T12:00", "2026-03-30T09:00", id="over the change to summer time"),
    ],
)
def test_next_monday_is_on_the_wall_clock(now: str, monday: str) -> None:
    moment = datetime.fromisoformat(now).replace(tzinfo=BERLIN).astimezone(UTC)
    assert target(Step.MONDAY, moment, BERLIN) == datetime.fromisoformat(monday).replace(tzinfo=BERLIN)


def test_an_hour_is_an_hour_and_a_day_keeps_the_time_of_day() -> None:
    before_summer_time = datetime(2026, 3, 28, 11, tzinfo=UTC)
    assert target(Step.HOUR, before_summer_time, BERLIN) == datetime(2026, 3, 28, 12, tzinfo=UTC)
    assert target(Step.DAY, before_summer_time, BERLIN) == datetime(2026, 3, 29, 10, tzinfo=UTC)
