"""When a mentee is asked, reminded and let go, and how a week is answered."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.domain.checkins import (
    CATCH_UP_WITHIN,
    ON_TIME,
    Ask,
    CheckInState,
    Schedule,
    Skip,
    Wait,
    decide,
    opened,
    schedule_for,
    skipped,
)
from bot.core.domain.errors import AlreadySubmitted, CheckInClosed
from bot.core.domain.ids import CheckInId
from bot.core.domain.programmes import Cadence, QuestionId, Weekday
from bot.core.domain.weeks import LocalWeek, end_of, instant, is_waking, next_waking, slot, week_of
from tests.core.examples import MENTEE, MONDAYS, NOW, a_check_in, a_programme, a_schedule
from tests.core.strategies import MOMENTS, ZONES

CADENCES = st.builds(
    Cadence,
    every_weeks=st.integers(1, 4),
    weekday=st.sampled_from(Weekday),
    time=st.times(),
    nudge_after_hours=st.integers(1, 336),
    waking_from=st.integers(5, 11).map(time),
    waking_until=st.integers(17, 22).map(time),
)
SCHEDULES = st.builds(a_schedule, ZONES, CADENCES, st.integers(1, 104), MOMENTS)
NEW = CheckInId("new")
ONE_ANSWER = {QuestionId.LEARNED: "Ask earlier."}


@pytest.mark.parametrize(
    ("zone", "joined", "first"),
    [
        ("Europe/Berlin", "2026-11-14T12:00", "2026-11-16T08:00"),
        ("Europe/Berlin", "2026-11-16T07:59", "2026-11-16T08:00"),
        ("Europe/Berlin", "2026-11-16T08:00", "2026-11-23T08:00"),  # that moment is past already
        ("Pacific/Auckland", "2026-11-15T21:00", "2026-11-22T20:00"),  # their Monday is the world's Sunday
        ("America/Los_Angeles", "2026-03-07T20:00", "2026-03-09T16:00"),  # the clocks change in between
    ],
    ids=["days before", "a minute before", "at the moment", "far east", "daylight saving"],
)
def test_the_first_prompt_is_the_first_monday_at_nine_still_ahead(zone: str, joined: str, first: str) -> None:
    schedule = schedule_for(a_programme(), MENTEE, zone, utc(joined))
    assert schedule.due_at == utc(first)
    assert schedule.number == 1
    assert schedule.streak == 0


@given(ZONES, CADENCES, MOMENTS)
def test_the_first_prompt_is_ahead_and_within_the_week(zone: str, cadence: Cadence, now: datetime) -> None:
    schedule = schedule_for(a_programme(cadence), MENTEE, zone, now)
    due = due_of(schedule)
    assert now < due <= now + timedelta(days=9)  # seven, and what clocks or calendars may skip
    assert week_of(due, zone) == schedule.week == schedule.first_week


def test_the_programmes_weeks_are_numbered_and_then_over() -> None:
    schedule = a_schedule(cadence=replace(MONDAYS, every_weeks=2), weeks=5)
    planned = []
    while schedule.due_at is not None:
        planned.append((schedule.number, str(schedule.week)))
        schedule = schedule.after_this_week()
    assert planned == [(1, "2026-W47"), (2, "2026-W49"), (3, "2026-W51")]


@given(SCHEDULES, st.lists(ZONES, max_size=12))
def test_who_moves_between_zones_is_asked_once_in_each_local_week(schedule: Schedule, zones: list[str]) -> None:
    asked: list[LocalWeek] = []
    for zone in zones:
        moved = schedule.in_zone(zone)
        if moved.due_at is not None:
            assert week_of(moved.due_at, zone) == moved.week
            asked.append(moved.week)
        schedule = moved.after_this_week()
    assert asked == sorted(set(asked))


@given(SCHEDULES, ZONES)
def test_who_moves_there_and_back_keeps_the_time(schedule: Schedule, zone: str) -> None:
    assert schedule.in_zone(zone).in_zone(schedule.zone) == schedule


@given(SCHEDULES, MOMENTS)
def test_after_an_absence_the_first_planned_week_still_ahead_stands(schedule: Schedule, now: datetime) -> None:
    resumed = schedule.resumed(now)
    step = schedule.cadence.every_weeks
    assert resumed.due_at is None or resumed.due_at > now
    assert resumed.week.since(schedule.week) % step == 0
    if resumed != schedule:
        assert due_of(schedule.at(resumed.week.plus(-step))) <= now


@pytest.mark.parametrize(
    ("now", "decision"),
    [
        ("2026-11-16T09:00", Ask()),
        ("2026-11-16T12:00", Ask()),
        ("2026-11-16T20:59", Ask()),
        ("2026-11-16T21:00", Wait(datetime(2026, 11, 17, 7, tzinfo=UTC))),
        ("2026-11-17T03:00", Wait(datetime(2026, 11, 17, 7, tzinfo=UTC))),
        ("2026-11-18T08:59", Ask()),
        ("2026-11-18T09:00", Skip()),
        ("2026-11-25T09:00", Skip()),
    ],
)
def test_a_prompt_is_on_time_or_caught_up_by_day_within_two_days(now: str, decision: Ask | Wait | Skip) -> None:
    assert decide(a_schedule(), berlin(now)) == decision


def test_a_prompt_that_would_wait_past_two_days_is_let_go() -> None:
    late = a_schedule(cadence=replace(MONDAYS, time=time(7, 30)))
    assert decide(late, berlin("2026-11-17T22:00")) == Skip()


def test_a_template_may_ask_at_night_but_not_late() -> None:
    nightly = a_schedule(cadence=replace(MONDAYS, time=time(23)))
    assert decide(nightly, berlin("2026-11-16T23:14")) == Ask()
    assert decide(nightly, berlin("2026-11-16T23:15")) == Wait(berlin("2026-11-17T08:00"))


def test_a_sunday_prompt_isnt_carried_into_the_next_week() -> None:
    sundays = a_schedule(cadence=replace(MONDAYS, weekday=Weekday.SUNDAY, time=time(18)))
    assert decide(sundays, berlin("2026-11-15T22:00")) == Skip()
    assert decide(sundays, berlin("2026-11-16T10:00")) == Skip()


@given(SCHEDULES, st.timedeltas(timedelta(), timedelta(days=4)))
def test_nobody_is_asked_late_by_night_nor_after_two_days(schedule: Schedule, late: timedelta) -> None:
    zone, cadence = schedule.zone, schedule.cadence
    planned = due_of(schedule)
    now, last = planned + late, min(planned + CATCH_UP_WITHIN, end_of(schedule.week, zone))
    match decide(schedule, now):
        case Ask():
            assert now < last
            assert late < ON_TIME or is_waking(now, zone, cadence.waking_from, cadence.waking_until)
        case Wait(until):
            assert now < until < last
            assert decide(schedule, until) == Ask()
        case Skip():
            assert next_waking(now, zone, cadence.waking_from, cadence.waking_until) >= last


@given(SCHEDULES)
def test_an_opened_check_in_has_its_nudge_by_day_and_its_end_with_the_week(schedule: Schedule) -> None:
    cadence, now = schedule.cadence, due_of(schedule)
    check_in = opened(schedule, NEW, now)
    assert check_in.state is CheckInState.OPENED
    assert (check_in.week, check_in.number, check_in.opened_at) == (schedule.week, schedule.number, now)
    assert check_in.closes_at == end_of(schedule.week, schedule.zone)
    if check_in.nudge_at is not None:
        assert now + timedelta(hours=cadence.nudge_after_hours) <= check_in.nudge_at < check_in.closes_at
        assert is_waking(check_in.nudge_at, schedule.zone, cadence.waking_from, cadence.waking_until)


def test_the_nudge_comes_two_days_after_the_prompt() -> None:
    assert a_check_in().nudge_at == berlin("2026-11-18T09:00")


def test_a_nudge_that_would_come_after_the_week_is_none() -> None:
    fridays = a_schedule(cadence=replace(MONDAYS, weekday=Weekday.FRIDAY, nudge_after_hours=72))
    assert opened(fridays, NEW, due_of(fridays)).nudge_at is None


def test_a_skipped_week_is_kept_without_a_nudge_and_takes_no_answer() -> None:
    check_in = skipped(a_schedule(), NEW, berlin("2026-11-19T09:00"))
    assert (check_in.state, check_in.nudge_at) == (CheckInState.SKIPPED, None)
    with pytest.raises(CheckInClosed):
        check_in.submitted(ONE_ANSWER, frozenset(), berlin("2026-11-19T09:01"))


def test_an_answered_check_in_keeps_the_answers_and_needs_no_nudge() -> None:
    now = berlin("2026-11-17T10:00")
    check_in = a_check_in().submitted(ONE_ANSWER, frozenset({QuestionId.NEXT}), now)
    assert check_in.state is CheckInState.SUBMITTED
    assert check_in.answers == ONE_ANSWER
    assert check_in.kept_private == {QuestionId.NEXT}
    assert (check_in.submitted_at, check_in.nudge_at) == (now, None)


def test_a_check_in_is_answered_once() -> None:
    answered = a_check_in(ONE_ANSWER)
    with pytest.raises(AlreadySubmitted) as refused:
        answered.submitted({QuestionId.LEARNED: "Another."}, frozenset(), NOW)
    assert refused.value.facts == {"number": 1}


def test_a_check_in_can_be_answered_until_its_week_is_over() -> None:
    check_in = a_check_in()
    answered = check_in.submitted(ONE_ANSWER, frozenset(), check_in.closes_at - timedelta(microseconds=1))
    assert answered.state is CheckInState.SUBMITTED
    with pytest.raises(CheckInClosed) as refused:
        check_in.submitted(ONE_ANSWER, frozenset(), check_in.closes_at)
    assert refused.value.facts == {"number": 1}


def test_a_missed_check_in_takes_no_answer() -> None:
    missed = replace(a_check_in(), state=CheckInState.MISSED)
    with pytest.raises(CheckInClosed):
        missed.submitted(ONE_ANSWER, frozenset(), missed.opened_at)


@pytest.mark.parametrize(
    ("answers", "milestone"),
    [({QuestionId.MILESTONE: "Shipped."}, True), ({QuestionId.MILESTONE: ""}, False), (ONE_ANSWER, False)],
    ids=["named", "passed over", "not asked"],
)
def test_a_week_is_a_milestone_when_one_is_named(answers: dict[QuestionId, str], *, milestone: bool) -> None:
    assert a_check_in(answers).is_milestone is milestone


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def berlin(text: str) -> datetime:
    local = datetime.fromisoformat(text)
    return instant(local.date(), local.time(), "Europe/Berlin")


def due_of(schedule: Schedule) -> datetime:
    cadence = schedule.cadence
    return slot(schedule.week, cadence.weekday, cadence.time, schedule.zone)
