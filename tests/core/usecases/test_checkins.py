"""What time does with check-ins when it comes late: caught up once, in waking hours, or let go with its reason."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import cast

import pytest

from bot.core.domain.checkins import CheckIn, CheckInState, schedule_for
from bot.core.domain.communities import Community
from bot.core.domain.errors import NothingAnswered
from bot.core.domain.members import Account
from bot.core.domain.programmes import QuestionId
from bot.core.ports import Library, Tools, UnitOfWork
from bot.core.usecases.access import Actor
from bot.core.usecases.checkins import (
    ZONE_DATA,
    Week,
    close_due_check_ins,
    nudge_due_check_ins,
    open_due_check_ins,
    rework_schedules,
    submit_check_in,
)
from bot.storage.engines import Database
from tests.core.dialogue.chat import CountedIds, StoppedClock
from tests.core.examples import COMMUNITY, MENTEE, NOW, a_member, a_programme

MONDAY_NINE = datetime(2026, 11, 16, 8, tzinfo=UTC)
"""09:00 in Berlin, in winter."""
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


class Home:
    """A community with one mentee in Berlin, a database, and a clock that is set by hand."""

    def __init__(self, database: Database) -> None:
        self.database, self.clock = database, StoppedClock(NOW)
        self.tools = Tools(self.clock, CountedIds(), cast("Library", None))  # check-ins look nothing up in it
        self.do(_settle)

    def do(self, work: Callable[[UnitOfWork], object]) -> None:
        with self.database.write() as unit:
            work(unit)
            unit.commit()

    def at(self, moment: datetime) -> "Home":
        """Let time look at everything at a moment, as a tick does."""
        self.clock.at = moment
        for look in (close_due_check_ins, open_due_check_ins, nudge_due_check_ins):
            with self.database.write() as unit:
                look(unit, self.tools, 100)
        return self

    def states(self) -> list[CheckInState]:
        """The mentee's check-ins, the oldest first."""
        return [each.state for each in reversed(self.check_ins())]

    def check_ins(self) -> list[CheckIn]:
        with self.database.read() as unit:
            return list(unit.check_ins.recent(COMMUNITY, MENTEE, 20))

    def told(self) -> int:
        """How many prompts and nudges are on their way."""
        with self.database.read() as unit:
            return unit.outbox.waiting()

    def next_instant(self) -> datetime | None:
        with self.database.read() as unit:
            return unit.check_ins.next_instant()


def _settle(work: UnitOfWork) -> None:
    work.communities.add(Community(COMMUNITY, "Harbour", "en", "Europe/Berlin", NOW))
    work.members.add(a_member(), Account(COMMUNITY, "webchat", "mentee", MENTEE))
    work.programmes.add(a_programme())
    work.check_ins.add_schedule(schedule_for(a_programme(), MENTEE, "Europe/Berlin", NOW))


@pytest.fixture
def home(sqlite_database: Database) -> Home:
    return Home(sqlite_database)


def test_a_prompt_on_time_opens_one_check_in_whatever_ticks_repeat(home: Home) -> None:
    home.at(MONDAY_NINE - HOUR)
    assert home.states() == []

    home.at(MONDAY_NINE).at(MONDAY_NINE).at(MONDAY_NINE + HOUR)

    assert home.states() == [CheckInState.OPENED]
    assert home.told() == 1


def test_a_prompt_that_is_late_by_night_waits_for_the_morning(home: Home) -> None:
    night = MONDAY_NINE + 14 * HOUR
    home.at(night)
    assert home.states() == []
    assert home.next_instant() == datetime(2026, 11, 17, 7, tzinfo=UTC)

    home.at(datetime(2026, 11, 17, 7, tzinfo=UTC))

    [check_in] = home.check_ins()
    assert (check_in.state, str(check_in.week)) == (CheckInState.OPENED, "2026-W47")


def test_a_prompt_later_than_two_days_is_skipped_and_the_next_week_stands(home: Home) -> None:
    home.at(MONDAY_NINE + 9 * DAY)

    assert home.states() == [CheckInState.SKIPPED]
    home.at(MONDAY_NINE + 9 * DAY)  # the second look finds the week after it, two days late as well
    assert home.states() == [CheckInState.SKIPPED, CheckInState.SKIPPED]
    assert home.told() == 0
    home.at(MONDAY_NINE + 14 * DAY)
    assert home.states()[-1] is CheckInState.OPENED
    assert home.told() == 1


def test_one_nudge_comes_by_day_and_the_week_closes_as_missed(home: Home) -> None:
    home.at(MONDAY_NINE).at(MONDAY_NINE + 48 * HOUR).at(MONDAY_NINE + 50 * HOUR)
    assert home.told() == 2

    home.at(datetime(2026, 11, 22, 23, tzinfo=UTC))  # the first moment of Monday in Berlin

    assert home.states() == [CheckInState.MISSED]
    assert home.told() == 2


def test_a_nudge_that_is_late_by_night_waits_and_one_that_is_days_late_is_dropped(home: Home) -> None:
    home.at(MONDAY_NINE)
    home.at(MONDAY_NINE + 48 * HOUR + 13 * HOUR)
    assert home.told() == 1
    assert home.next_instant() == datetime(2026, 11, 19, 7, tzinfo=UTC)

    home.at(datetime(2026, 11, 21, 12, tzinfo=UTC))

    assert home.told() == 1
    assert [each.nudge_at for each in home.check_ins()] == [None]


def test_a_week_without_a_single_answer_is_no_answer(home: Home) -> None:
    home.at(MONDAY_NINE)
    [check_in] = home.check_ins()
    silence = Week(dict.fromkeys(QuestionId, ""), frozenset(), share=True)

    with home.database.write() as unit, pytest.raises(NothingAnswered):
        submit_check_in(unit, home.tools, Actor(COMMUNITY, a_member()), check_in.id, silence)

    assert home.states() == [CheckInState.OPENED]


def test_other_zone_data_moves_what_was_planned_by_the_old_and_only_once(home: Home) -> None:
    def plan_wrongly(work: UnitOfWork) -> None:
        schedule = work.check_ins.find_schedule(COMMUNITY, MENTEE)
        assert schedule is not None
        work.check_ins.save_schedules([replace(schedule, due_at=MONDAY_NINE + HOUR)])
        work.notes.set(ZONE_DATA, "2020.1")

    home.do(plan_wrongly)
    with home.database.write() as unit:
        assert rework_schedules(unit, "2026.6") == 1
    with home.database.write() as unit:
        assert rework_schedules(unit, "2026.6") == 0

    assert home.next_instant() == MONDAY_NINE
