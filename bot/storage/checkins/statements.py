"""The statements about check-ins, each written once."""

import sqlalchemy as sa

from bot.core.domain.members import MemberState
from bot.core.domain.pairings import PairingState
from bot.core.domain.rooms import IN_USE
from bot.storage import schema
from bot.storage.batches import Batch, EachRow
from bot.storage.checkins.tables import AWAITS_NUDGE, CHECK_IN, IS_OPEN, SCHEDULE, check_ins, schedules
from bot.storage.dialect import insert_each
from bot.storage.growth import growth_threads
from bot.storage.pairings import IS_LIVE, pairings
from bot.storage.programmes import programmes
from bot.storage.rooms import rooms
from bot.storage.roster import MEMBER, members

_OF_COMMUNITY = check_ins.c.community_id == sa.bindparam("community")
_OF_MEMBER = sa.and_(_OF_COMMUNITY, check_ins.c.member_id == sa.bindparam("member"))
_IS_DUE = schedules.c.due_at.is_not(None)
_NOW, _LIMIT = sa.bindparam("now", type_=schema.Instant), sa.bindparam("limit", type_=sa.Integer)

ADD_SCHEDULE = sa.insert(schedules)
SAVE_STREAK = schema.changing(schedules)
FIND_SCHEDULE = (
    sa.select(*SCHEDULE)
    .join(programmes)
    .where(
        schedules.c.community_id == sa.bindparam("community"),
        schedules.c.member_id == sa.bindparam("member"),
        programmes.c.is_current,
    )
)
DUE_SCHEDULES = (
    sa.select(*SCHEDULE, members.c.home)
    .join(members)
    .where(_IS_DUE, schedules.c.due_at <= _NOW)
    .order_by(schedules.c.due_at)
    .limit(_LIMIT)
    .with_for_update(of=schedules, skip_locked=True)
)
SCHEDULES_OF = (
    sa.select(*SCHEDULE)
    .join(programmes)
    .join(members, sa.and_(members.c.community_id == schedules.c.community_id, members.c.id == schedules.c.member_id))
    .where(
        schedules.c.community_id == sa.bindparam("community"),
        programmes.c.is_current,
        members.c.state == schema.constant(MemberState.ACTIVE),
    )
)
ALL_SCHEDULES = (
    sa.select(*SCHEDULE)
    .where(
        _IS_DUE,
        sa.tuple_(schedules.c.community_id, schedules.c.member_id)
        > sa.tuple_(sa.bindparam("community", type_=sa.Text), sa.bindparam("member", type_=sa.Text)),
    )
    .order_by(schedules.c.community_id, schedules.c.member_id, schedules.c.programme_id)
    .limit(_LIMIT)
)


def _add(row: EachRow) -> sa.Insert:
    once = ["community_id", "member_id", "programme_id", "week"]
    return insert_each(check_ins, row).on_conflict_do_nothing(index_elements=once)


def _save_schedule(row: EachRow) -> sa.Update:
    planned = {column.name: row[column.name] for column in _PLANNED}
    return sa.update(schedules).where(*(key == row[key.name] for key in schedules.primary_key)).values(planned)


def _set_nudge(row: EachRow) -> sa.Update:
    those = [key == row[key.name] for key in check_ins.primary_key]
    return sa.update(check_ins).where(*those, IS_OPEN).values(nudge_at=row["nudge_at"])


_PLANNED = (schedules.c.zone, schedules.c.week, schedules.c.due_at)

ADD = Batch(_add, *CHECK_IN)
SET_NUDGE = Batch(_set_nudge, *check_ins.primary_key, check_ins.c.nudge_at)
SAVE_SCHEDULE = Batch(_save_schedule, *schedules.primary_key, *_PLANNED)
GET = sa.select(*CHECK_IN).where(_OF_COMMUNITY, check_ins.c.id == sa.bindparam("check_in"))
FIND_OPEN = sa.select(*CHECK_IN).where(_OF_MEMBER, IS_OPEN).order_by(check_ins.c.opened_at.desc()).limit(1)
RECENT = sa.select(*CHECK_IN).where(_OF_MEMBER).order_by(check_ins.c.week.desc()).limit(_LIMIT)
CHANGE_OPEN = schema.changing(check_ins).where(IS_OPEN)
END_STREAK = (
    sa.update(schedules)
    .where(
        schedules.c.community_id == sa.bindparam("of_community_id"),
        schedules.c.member_id == sa.bindparam("of_member_id"),
        schedules.c.programme_id
        == sa.select(check_ins.c.programme_id)
        .where(
            check_ins.c.community_id == sa.bindparam("of_community_id"),
            check_ins.c.id == sa.bindparam("of_id"),
            IS_OPEN,
        )
        .scalar_subquery(),
    )
    .values(streak=0)
)

_PAIRED = sa.and_(
    pairings.c.community_id == check_ins.c.community_id,
    pairings.c.mentee_id == check_ins.c.member_id,
    IS_LIVE,
    pairings.c.state == schema.constant(PairingState.ACTIVE),
)
_IN_ROOM = sa.and_(
    rooms.c.community_id == pairings.c.community_id,
    rooms.c.pairing_id == pairings.c.id,
    schema.one_of(rooms.c.state, IN_USE),
)
_SCHEDULED = sa.and_(
    schedules.c.community_id == check_ins.c.community_id,
    schedules.c.member_id == check_ins.c.member_id,
    schedules.c.programme_id == check_ins.c.programme_id,
)
_IN_PUBLIC = sa.and_(
    growth_threads.c.community_id == check_ins.c.community_id,
    growth_threads.c.member_id == check_ins.c.member_id,
)
GET_WITH_CONTEXT = (
    sa.select(*CHECK_IN, *MEMBER, schedules.c.streak, rooms.c.pairing_id, growth_threads.c.member_id)
    .select_from(check_ins)
    .join(members, sa.and_(members.c.community_id == check_ins.c.community_id, members.c.id == check_ins.c.member_id))
    .join(schedules, _SCHEDULED)
    .outerjoin(pairings, _PAIRED)
    .outerjoin(rooms, _IN_ROOM)
    .outerjoin(growth_threads, _IN_PUBLIC)
    .where(_OF_COMMUNITY, check_ins.c.id == sa.bindparam("check_in"))
    .with_for_update(of=check_ins)
)

_DUE = (
    sa.select(*CHECK_IN, members.c.home, schedules.c.zone)
    .select_from(check_ins)
    .join(members, sa.and_(members.c.community_id == check_ins.c.community_id, members.c.id == check_ins.c.member_id))
    .join(schedules, _SCHEDULED)
    .limit(_LIMIT)
    .with_for_update(of=check_ins, skip_locked=True)
)
DUE_NUDGES = _DUE.where(AWAITS_NUDGE, check_ins.c.nudge_at <= _NOW).order_by(check_ins.c.nudge_at)
DUE_TO_CLOSE = _DUE.where(IS_OPEN, check_ins.c.closes_at <= _NOW).order_by(check_ins.c.closes_at)

NEXT_INSTANT = sa.select(
    sa.select(sa.func.min(schedules.c.due_at)).where(_IS_DUE).scalar_subquery(),
    sa.select(sa.func.min(check_ins.c.nudge_at)).where(AWAITS_NUDGE).scalar_subquery(),
    sa.select(sa.func.min(check_ins.c.closes_at)).where(IS_OPEN).scalar_subquery(),
)
