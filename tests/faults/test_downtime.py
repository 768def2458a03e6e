"""Fault 12: down for five minutes, three hours, nine days: one catch-up, in waking hours, and never in a burst."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from itertools import combinations
from pathlib import Path

import pytest

from bot.adapters.edge.pacing import MADE_UP_FOR
from bot.core.domain.checkins import CheckInState
from bot.simulation.ledger import Due
from bot.simulation.nursery import Nursery
from bot.simulation.people import Part, Temper, cast
from bot.simulation.play import Play
from bot.simulation.program import Fates
from bot.simulation.supervisor import environment_of
from bot.simulation.wall import first_reaches, wall_at
from bot.storage.engines import Database
from tests.faults.household import START, Household

WEEKS = 4
STEP = timedelta(minutes=15)
MOST_LATE = timedelta(hours=48)
WAKES, SLEEPS = time(8), time(21)

OUTAGES = [
    pytest.param(timedelta(days=3, hours=20), timedelta(minutes=5), id="5 minutes at Madrid's nine"),
    pytest.param(timedelta(days=3, hours=19), timedelta(hours=3), id="3 hours"),
    pytest.param(timedelta(days=4, hours=8), timedelta(hours=3), id="3 hours on a Monday evening in the east"),
    pytest.param(timedelta(days=2), timedelta(days=9), id="9 days over a Monday, back on a Sunday"),
    pytest.param(timedelta(days=2, hours=22), timedelta(days=9), id="9 days, back on a Monday"),
    pytest.param(timedelta(days=3, hours=14), timedelta(days=9), id="9 days, back on a Wednesday before nine"),
    pytest.param(timedelta(days=3, hours=21), timedelta(days=9), id="9 days, back about 48 h after a Monday"),
]


def asked_at(due: Due, zone: str, down: datetime, up: datetime) -> datetime | None:
    """Work out from the rule alone when a prompt comes: in time, at the first waking moment after, or never."""
    if not down <= due.at < up:
        return due.at
    shown = wall_at(up, zone)
    if WAKES <= shown.time() < SLEEPS:
        back = up
    else:
        morning = shown.date() + timedelta(days=shown.time() >= SLEEPS)
        back = first_reaches(datetime.combine(morning, WAKES), zone)
    return back if back - due.at < MOST_LATE else None


def live_through(household: Household, down: datetime, up: datetime) -> None:
    steps = (max(due.closes_at for due in household.dues) - START) // STEP + 1
    for moment in sorted({up, *(START + step * STEP for step in range(steps + 1))}):
        if not down <= moment < up:
            household.at(moment)


def expected(household: Household, account: str, down: datetime, up: datetime) -> Sequence[datetime]:
    zone = household.zones[account]
    moments = [asked_at(due, zone, down, up) for due in household.dues if due.account == account]
    return [moment for moment in moments if moment is not None]


@pytest.mark.parametrize(("after", "outage"), OUTAGES)
def test_after_an_outage_there_is_one_catch_up_and_the_next_week_stands(
    sqlite_database: Database, after: timedelta, outage: timedelta
) -> None:
    household = Household(sqlite_database, WEEKS)
    down, up = START + after, START + after + outage

    live_through(household, down, up)

    came = {account: [each.at for each in household.prompts_of(account)] for account in household.zones}
    assert came == {account: expected(household, account, down, up) for account in household.zones}
    for account, moments in came.items():
        states = [each.state for each in household.check_ins_of(account)]
        assert states.count(CheckInState.MISSED) == len(moments)
        assert states.count(CheckInState.SKIPPED) == WEEKS - len(moments)


PACE = 1 / 48
"""Seconds between two messages, as Discord is written to."""


def test_a_crowd_that_is_due_at_one_moment_is_told_at_the_platforms_pace(tmp_path: Path) -> None:
    moderator, *others = cast(150, seed=7)
    mentees = [
        replace(each, zone="Europe/Madrid", temper=Temper.SILENT, move=None)
        for each in others
        if each.part is Part.MENTEE
    ]
    play = Play([moderator, *mentees], weeks=1)

    with Nursery() as nursery:
        play.run(nursery, environment_of(tmp_path), Fates(None, seed=7), pace=PACE)

    moments = sorted(each.at for each in play.receiver.arrivals() if each.topic == "checkin")
    assert len(moments) == len(mentees)
    for (first, earlier), (last, later) in combinations(enumerate(moments), 2):
        assert (later - earlier).total_seconds() >= (last - first - MADE_UP_FOR) * PACE - 1e-5, "a burst"
    assert (moments[-1] - moments[0]).total_seconds() < 1.1 * PACE * len(mentees)
