"""The ledger's own reading of clocks, against instants worked out by hand."""

from datetime import UTC, date, datetime

import pytest

from bot.simulation.wall import first_reaches, monday_at


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("wall", "zone", "instant"),
    [
        pytest.param("2026-10-19T09:00", "Europe/Madrid", "2026-10-19T07:00", id="summer time"),
        pytest.param("2026-10-26T09:00", "Europe/Madrid", "2026-10-26T08:00", id="the Monday after it ended"),
        pytest.param("2026-10-26T09:00", "America/New_York", "2026-10-26T13:00", id="a week before New York follows"),
        pytest.param("2026-11-02T09:00", "America/New_York", "2026-11-02T14:00", id="and when it has"),
        pytest.param("2026-09-28T09:00", "Pacific/Auckland", "2026-09-27T20:00", id="the south goes forward"),
        pytest.param("2026-09-28T09:00", "Pacific/Chatham", "2026-09-27T19:15", id="by offsets of quarters"),
        pytest.param("2026-10-05T09:00", "Australia/Lord_Howe", "2026-10-04T22:00", id="by half an hour"),
        pytest.param("2026-09-07T09:00", "Asia/Kathmandu", "2026-09-07T03:15", id="never at all"),
        pytest.param("2027-03-28T02:30", "Europe/Madrid", "2027-03-28T01:30", id="skipped: on as if it were not"),
        pytest.param("2027-03-28T03:00", "Europe/Madrid", "2027-03-28T01:00", id="where the clock goes on"),
        pytest.param("2026-10-25T02:30", "Europe/Madrid", "2026-10-25T00:30", id="twice: the first"),
        pytest.param("2027-04-04T01:45", "Australia/Lord_Howe", "2027-04-03T14:45", id="twice in half an hour"),
        pytest.param("2026-09-07T09:00", "Pacific/Kiritimati", "2026-09-06T19:00", id="first of all"),
        pytest.param("2026-09-07T09:00", "Pacific/Pago_Pago", "2026-09-07T20:00", id="last of all"),
    ],
)
def test_a_wall_clock_first_reaches_a_time(wall: str, zone: str, instant: str) -> None:
    assert first_reaches(datetime.fromisoformat(wall), zone) == utc(instant)


def test_the_week_is_the_one_on_the_wall() -> None:
    moment = utc("2026-09-06T20:00")  # Sunday in Madrid, Monday in Auckland

    assert monday_at(moment, "Europe/Madrid") == date(2026, 8, 31)
    assert monday_at(moment, "Pacific/Auckland") == date(2026, 9, 7)
