"""Schedules and check-ins as tables, and how each is laid out in a row and read from one."""

import sqlalchemy as sa

from bot.core.domain.checkins import CheckIn, CheckInState, Schedule
from bot.core.domain.programmes import QuestionId
from bot.storage import schema
from bot.storage.dialect import partial_index
from bot.storage.growth import answers_of, answers_text
from bot.storage.programmes import cadence_of, cadence_text
from bot.storage.rows import Row

schedules = sa.Table(
    "schedules",
    schema.metadata,
    schema.community(),
    sa.Column("member_id", sa.Text, primary_key=True),
    sa.Column("programme_id", sa.Text, primary_key=True),
    sa.Column("zone", sa.Text, nullable=False),
    sa.Column("cadence", sa.Text, nullable=False),
    sa.Column("first_week", schema.Week, nullable=False),
    sa.Column("weeks", sa.Integer, nullable=False),
    sa.Column("week", schema.Week, nullable=False),
    sa.Column("due_at", schema.Instant),
    sa.Column("streak", sa.Integer, nullable=False),
    schema.refers("member_id", "members"),
    schema.refers("programme_id", "programmes"),
    sqlite_with_rowid=False,  # in the order of the key: a tick changes many of one community, which lie on few pages
)
partial_index("ix_schedules_due", schedules.c.due_at, where=schedules.c.due_at.is_not(None))

check_ins = sa.Table(
    "check_ins",
    schema.metadata,
    schema.community(),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("programme_id", sa.Text, nullable=False),
    sa.Column("member_id", sa.Text, nullable=False),
    sa.Column("week", schema.Week, nullable=False),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("state", schema.Word(CheckInState), nullable=False),
    sa.Column("opened_at", schema.Instant, nullable=False),
    sa.Column("nudge_at", schema.Instant),
    sa.Column("closes_at", schema.Instant, nullable=False),
    sa.Column("answers", sa.Text, nullable=False),
    sa.Column("kept_private", sa.Text, nullable=False),
    sa.Column("submitted_at", schema.Instant),
    schema.refers("programme_id", "programmes"),
    schema.refers("member_id", "members"),
    sa.UniqueConstraint("community_id", "member_id", "programme_id", "week"),
)
IS_OPEN = check_ins.c.state == schema.constant(CheckInState.OPENED)
"""A check-in that waits for its answer."""

AWAITS_NUDGE = sa.and_(IS_OPEN, check_ins.c.nudge_at.is_not(None))
"""One whose member is still to be reminded."""

partial_index("ix_check_ins_nudge", check_ins.c.nudge_at, where=AWAITS_NUDGE)
partial_index("ix_check_ins_closing", check_ins.c.closes_at, where=IS_OPEN)

CHECK_IN = tuple(check_ins.c)
"""The columns that `check_in_of` reads, from the first of a row on."""

CHECK_IN_WIDTH = len(CHECK_IN)

SCHEDULE = tuple(schedules.c)
"""The columns that `schedule_of` reads, from the first of a row on."""


def check_in_of(row: Row) -> CheckIn:
    """Read a check-in from the first columns of a row, which are `CHECK_IN`."""
    community, check_in, programme, member, week, number, state, opened, nudge, closes = row[:10]
    answers, private, submitted = row[10:CHECK_IN_WIDTH]
    return CheckIn(
        id=check_in,
        community=community,
        programme=programme,
        member=member,
        week=week,
        number=number,
        state=state,
        opened_at=opened,
        nudge_at=nudge,
        closes_at=closes,
        answers=answers_of(answers) if answers != _NOTHING else {},
        kept_private=_private_of(private),
        submitted_at=submitted,
    )


def check_in_values(check_in: CheckIn) -> dict[str, object]:
    """Lay a check-in out by column."""
    return {
        "community_id": check_in.community,
        "id": check_in.id,
        "programme_id": check_in.programme,
        "member_id": check_in.member,
        "week": check_in.week,
        "number": check_in.number,
        "state": check_in.state,
        "opened_at": check_in.opened_at,
        "nudge_at": check_in.nudge_at,
        "closes_at": check_in.closes_at,
        "submitted_at": check_in.submitted_at,
        **answer_values(check_in),
    }


def answer_values(check_in: CheckIn) -> dict[str, object]:
    """Lay out what its member said, and how much of it stays in the room."""
    return {
        "answers": answers_text(check_in.answers) if check_in.answers else _NOTHING,
        "kept_private": ",".join(sorted(question.value for question in check_in.kept_private)),
    }


def schedule_of(row: Row) -> Schedule:
    """Read a schedule from the first columns of a row, which are `SCHEDULE`."""
    community, member, programme, zone, cadence, first_week, weeks, week, due_at, streak = row[:10]
    return Schedule(
        community=community,
        programme=programme,
        member=member,
        zone=zone,
        cadence=cadence_of(cadence),
        first_week=first_week,
        weeks=weeks,
        week=week,
        due_at=due_at,
        streak=streak,
    )


def schedule_values(schedule: Schedule) -> dict[str, object]:
    """Lay a schedule out by column."""
    return {
        "cadence": cadence_text(schedule.cadence),
        "first_week": schedule.first_week,
        "weeks": schedule.weeks,
        "streak": schedule.streak,
        **plan_values(schedule),
    }


def plan_values(schedule: Schedule) -> dict[str, object]:
    """Lay out by column whom a schedule asks, and when next: the rest is settled at the start, or by answers."""
    return {
        "community_id": schedule.community,
        "member_id": schedule.member,
        "programme_id": schedule.programme,
        "zone": schedule.zone,
        "week": schedule.week,
        "due_at": schedule.due_at,
    }


_NOTHING = "{}"


def _private_of(text: str) -> frozenset[QuestionId]:
    return frozenset(map(QuestionId, text.split(","))) if text else frozenset()
