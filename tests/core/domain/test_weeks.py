"""A member's own week in every time zone, across daylight saving."""

from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.domain.errors import UnknownTimeZone
from bot.core.domain.programmes import Weekday
from bot.core.domain.weeks import LocalWeek, end_of, instant, is_waking, next_waking, slot, week_of, zone_of
from tests.core.strategies import MOMENTS, WEEKS, ZONES

A_MOMENT = timedelta(microseconds=1)
WEEKDAYS = st.sampled_from(Weekday)
TIMES = st.times()
MORNINGS = st.integers(5, 11).map(time)
EVENINGS = st.integers(17, 22).map(time)


def test_every_week_of_a_century_can_be_written_and_read_back() -> None:
    week, last = LocalWeek(date(1970, 1, 5)), date(2070, 1, 1)
    while week.monday < last:
        year, number, weekday = week.monday.isocalendar()
        assert (str(week), weekday) == (f"{year}-W{number:02}", 1)
        assert LocalWeek.parse(str(week)) == week
        week = week.plus(1)


def test_a_long_year_has_a_week_53() -> None:
    assert str(LocalWeek(date(2026, 12, 28))) == "2026-W53"
    assert LocalWeek.parse("2026-W53").plus(1) == LocalWeek.parse("2027-W01")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026",
        "2026-W",
        "2026-W00",
        "2025-W53",
        "2026-W54",
        "2026-11-16",
        "2026-W47-1",
        " 2026-W47",
        "2026-W4७",
        "x-W01",
    ],
)
def test_what_is_no_week_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        LocalWeek.parse(text)


@given(WEEKS, st.integers(-500, 500))
def test_weeks_are_counted_as_they_are_added(week: LocalWeek, weeks: int) -> None:
    assert week.plus(weeks).since(week) == weeks


@pytest.mark.parametrize(
    ("zone", "local", "utc"),
    [
        # Of two times, the first.
        ("Europe/Berlin", "2024-10-27T02:30", "2024-10-27T00:30"),
        ("America/New_York", "2024-11-03T01:30", "2024-11-03T05:30"),
        ("Australia/Lord_Howe", "2024-04-07T01:45", "2024-04-06T14:45"),  # back by half an hour
        ("Africa/Cairo", "2024-10-31T23:30", "2024-10-31T20:30"),  # back at midnight, into the day before
        # In a gap, forward by its length.
        ("Europe/Berlin", "2024-03-31T02:30", "2024-03-31T01:30"),  # 03:30
        ("America/New_York", "2024-03-10T02:30", "2024-03-10T07:30"),  # 03:30
        ("Australia/Lord_Howe", "2024-10-06T02:15", "2024-10-05T15:45"),  # 02:45
        ("Africa/Cairo", "2024-04-26T00:00", "2024-04-25T22:00"),  # a day without a midnight begins at 01:00
        ("America/Nuuk", "2024-03-30T23:30", "2024-03-31T01:30"),  # half past midnight, on Sunday
        ("Pacific/Apia", "2011-12-30T09:00", "2011-12-30T19:00"),  # a date that never was: the next day
    ],
)
def test_a_local_time_is_one_instant(zone: str, local: str, utc: str) -> None:
    moment = datetime.fromisoformat(local)
    assert instant(moment.date(), moment.time(), zone) == datetime.fromisoformat(f"{utc}+00:00")


@given(WEEKS, WEEKDAYS, TIMES, ZONES)
def test_a_slot_is_in_its_own_local_week(week: LocalWeek, weekday: Weekday, at: time, zone: str) -> None:
    assert week_of(slot(week, weekday, at, zone), zone) == week


@given(WEEKS, ZONES)
def test_a_week_ends_where_the_next_begins(week: LocalWeek, zone: str) -> None:
    end = end_of(week, zone)
    assert week_of(end, zone) == week.plus(1)
    assert week_of(end - A_MOMENT, zone) == week


def test_a_week_whose_monday_has_no_midnight_begins_at_one() -> None:
    before = LocalWeek.parse("2021-W11")
    assert end_of(before, "Asia/Tehran") == datetime(2021, 3, 21, 20, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "name",
    [
        "",
        ".",
        "..",
        "Europe",
        "Europe/",
        "/etc/passwd",
        "../etc/passwd",
        "Europe/../../etc/passwd",
        "Europe/Ber\0lin",
        "\ud800",
        "Mars/Olympus_Mons",
        "zone.tab",
        "x" * 5000,
    ],
    ids=ascii,
)
def test_what_is_no_time_zone_is_refused(name: str) -> None:
    with pytest.raises(UnknownTimeZone) as refused:
        zone_of(name)
    assert refused.value.facts == {"zone": name}


@given(st.text())
def test_a_name_is_a_zone_or_refused(name: str) -> None:
    with suppress(UnknownTimeZone):
        assert zone_of(name).key == name


@given(MOMENTS, ZONES, MORNINGS, EVENINGS)
def test_the_next_waking_moment_is_waking_and_the_earliest(
    moment: datetime, zone: str, wakes: time, sleeps: time
) -> None:
    found = next_waking(moment, zone, wakes, sleeps)
    assert found >= moment
    assert is_waking(found, zone, wakes, sleeps)
    assert found == moment or not is_waking(found - A_MOMENT, zone, wakes, sleeps)
    while moment < found:
        assert not is_waking(moment, zone, wakes, sleeps)
        moment += timedelta(minutes=30)


@pytest.mark.parametrize(
    ("hour", "waking"), [(7, False), (8, True), (20, True), (21, False)], ids=["7", "8", "20", "21"]
)
def test_waking_hours_hold_their_beginning_and_not_their_end(hour: int, *, waking: bool) -> None:
    moment = instant(date(2026, 11, 16), time(hour), "Asia/Tokyo")
    assert is_waking(moment, "Asia/Tokyo", time(8), time(21)) is waking
