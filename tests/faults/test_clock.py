"""Fault 11: a clock that jumps, goes back or stands still, and zone data that changes: one prompt a local week."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from bot.core.domain.programmes import Weekday
from bot.core.usecases.checkins import rework_schedules
from bot.storage.engines import Database
from tests.faults.household import START, Household
from tests.simulation.zones import THREE_YEARS, every_zone, planned, watched, weeks_asked

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
WEEKS = 3
END = START + timedelta(weeks=WEEKS, days=5)


def hours(until: datetime = END) -> Iterator[datetime]:
    moment = START
    while moment < until:
        yield moment
        moment += HOUR


JUMPS = {
    "an hour ahead and back": [HOUR, timedelta()],
    "an hour behind and back": [-HOUR, timedelta()],
    "a day ahead and back": [DAY, timedelta()],
    "a day behind and back": [-DAY, timedelta()],
    "to and fro": [HOUR, -HOUR, DAY, -DAY, timedelta()],
}


@pytest.mark.parametrize("jumps", JUMPS.values(), ids=JUMPS.keys())
def test_a_clock_that_jumps_every_hour_asks_once_a_week(sqlite_database: Database, jumps: Sequence[timedelta]) -> None:
    household = Household(sqlite_database, WEEKS)

    for moment in hours():
        for jump in jumps:
            household.at(moment + jump)

    judged = household.judged()
    assert (judged.lost, judged.duplicated, judged.sent) == (0, 0, WEEKS * len(household.zones))


def test_a_clock_that_stands_still_for_three_hours_asks_late_and_once(sqlite_database: Database) -> None:
    household = Household(sqlite_database, WEEKS)

    for number, moment in enumerate(hours()):
        household.at(moment - number % 3 * HOUR)

    judged = household.judged()
    assert (judged.lost, judged.duplicated) == (0, 0)


def test_new_zone_data_moves_what_is_planned_and_nothing_else(database: Database) -> None:
    Household(database, WEEKS)
    with database.write() as work:
        planned_before = work.check_ins.all_schedules(None, 100)
        made_with_old_data = [
            replace(each, due_at=each.due_at + HOUR) for each in planned_before[::2] if each.due_at is not None
        ]
        work.check_ins.save_schedules(made_with_old_data)
        work.commit()

    with database.write() as work:
        moved = rework_schedules(work, "2099a", page=5)
    with database.write() as work:
        moved_again = rework_schedules(work, "2099a", page=5)

    with database.read() as work:
        assert work.check_ins.all_schedules(None, 100) == planned_before
    assert (moved, moved_again) == (len(made_with_old_data), 0)


ODD_HOURS = [
    pytest.param(Weekday.SUNDAY, time(0), id="sunday-midnight"),
    pytest.param(Weekday.SUNDAY, time(0, 30), id="sunday-0030"),
    pytest.param(Weekday.SUNDAY, time(1, 30), id="sunday-0130"),
    pytest.param(Weekday.SUNDAY, time(2), id="sunday-0200"),
    pytest.param(Weekday.SUNDAY, time(2, 30), id="sunday-0230"),
    pytest.param(Weekday.SUNDAY, time(3), id="sunday-0300"),
    pytest.param(Weekday.SUNDAY, time(23, 45), id="sunday-2345"),
    pytest.param(Weekday.MONDAY, time(0), id="monday-midnight"),
    pytest.param(Weekday.THURSDAY, time(23, 59), id="thursday-2359"),
    pytest.param(Weekday.FRIDAY, time(0, 15), id="friday-0015"),
    pytest.param(Weekday.SATURDAY, time(23), id="saturday-2300"),
]


@pytest.mark.parametrize(("weekday", "at"), ODD_HOURS)
def test_every_zone_is_asked_once_a_week_at_odd_hours_too(weekday: Weekday, at: time) -> None:
    wrong = [
        zone
        for zone in every_zone()
        if (moments := planned(zone, weekday, at)) != watched(zone, weekday, at)
        or weeks_asked(zone, moments) != THREE_YEARS
    ]

    assert wrong == []
