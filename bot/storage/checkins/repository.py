"""Check-ins as the core asks for them: one member's, and all that is due."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.core.domain.checkins import CheckIn, CheckInState, Schedule
from bot.core.domain.errors import AlreadySubmitted, NotFound
from bot.core.domain.ids import CheckInId, CommunityId, MemberId
from bot.core.ports import CheckInContext, DueCheckIn, DueSchedule
from bot.storage.checkins import statements as sql
from bot.storage.checkins.tables import (
    CHECK_IN_WIDTH,
    answer_values,
    check_in_of,
    check_in_values,
    plan_values,
    schedule_of,
    schedule_values,
)
from bot.storage.roster import WIDTH, member_of
from bot.storage.rows import Rows


class CheckInRows(Rows):
    """The port `CheckIns`."""

    def add_schedule(self, schedule: Schedule) -> None:
        self.add_schedules([schedule])

    def add_schedules(self, schedules: Sequence[Schedule]) -> None:
        self._change_each(sql.ADD_SCHEDULE, [schedule_values(each) for each in schedules])

    def save_schedules(self, schedules: Sequence[Schedule]) -> None:
        self._change_all(sql.SAVE_SCHEDULE, [plan_values(schedule) for schedule in schedules])

    def find_schedule(self, community: CommunityId, member: MemberId) -> Schedule | None:
        row = self._first(sql.FIND_SCHEDULE, community=community, member=member)
        return schedule_of(row) if row else None

    def schedules_of(self, community: CommunityId) -> Sequence[Schedule]:
        return [schedule_of(row) for row in self._all(sql.SCHEDULES_OF, community=community)]

    def due_schedules(self, now: datetime, limit: int) -> Sequence[DueSchedule]:
        rows = self._all(sql.DUE_SCHEDULES, now=now, limit=limit)
        return [DueSchedule(schedule_of(row), home=row[-1]) for row in rows]

    def all_schedules(self, after: tuple[CommunityId, MemberId] | None, limit: int) -> Sequence[Schedule]:
        community, member = after or ("", "")
        rows = self._all(sql.ALL_SCHEDULES, community=community, member=member, limit=limit)
        return [schedule_of(row) for row in rows]

    def add(self, check_ins: Sequence[CheckIn]) -> None:
        self._change_all(sql.ADD, [check_in_values(check_in) for check_in in check_ins])

    def get(self, community: CommunityId, check_in: CheckInId) -> CheckIn:
        if row := self._first(sql.GET, community=community, check_in=check_in):
            return check_in_of(row)
        raise NotFound

    def get_with_context(self, community: CommunityId, check_in: CheckInId) -> CheckInContext:
        row = self._first(sql.GET_WITH_CONTEXT, community=community, check_in=check_in)
        if row is None:
            raise NotFound
        streak, pairing, thread = row[-3:]
        member = member_of(row[CHECK_IN_WIDTH : CHECK_IN_WIDTH + WIDTH])
        return CheckInContext(check_in_of(row), member, streak, pairing, has_thread=thread is not None)

    def find_open(self, community: CommunityId, member: MemberId) -> CheckIn | None:
        row = self._first(sql.FIND_OPEN, community=community, member=member)
        return check_in_of(row) if row else None

    def recent(self, community: CommunityId, member: MemberId, limit: int) -> Sequence[CheckIn]:
        rows = self._all(sql.RECENT, community=community, member=member, limit=limit)
        return [check_in_of(row) for row in rows]

    def answer(self, check_in: CheckIn, streak: int) -> None:
        values = {
            "of_community_id": check_in.community,
            "of_id": check_in.id,
            "state": check_in.state,
            "nudge_at": check_in.nudge_at,
            "submitted_at": check_in.submitted_at,
            **answer_values(check_in),
        }
        if not self._change(sql.CHANGE_OPEN, values):
            raise AlreadySubmitted(number=check_in.number)
        self._change(
            sql.SAVE_STREAK,
            {
                "of_community_id": check_in.community,
                "of_member_id": check_in.member,
                "of_programme_id": check_in.programme,
                "streak": streak,
            },
        )

    def due_nudges(self, now: datetime, limit: int) -> Sequence[DueCheckIn]:
        return [_due_of(row) for row in self._all(sql.DUE_NUDGES, now=now, limit=limit)]

    def set_nudges(self, at: Mapping[tuple[CommunityId, CheckInId], datetime | None]) -> None:
        self._change_all(
            sql.SET_NUDGE,
            [
                {"community_id": community, "id": check_in, "nudge_at": moment}
                for (community, check_in), moment in at.items()
            ],
        )

    def due_to_close(self, now: datetime, limit: int) -> Sequence[DueCheckIn]:
        return [_due_of(row) for row in self._all(sql.DUE_TO_CLOSE, now=now, limit=limit)]

    def close_as_missed(self, check_ins: Sequence[tuple[CommunityId, CheckInId, MemberId]]) -> None:
        keys = [
            {"of_community_id": community, "of_id": check_in, "of_member_id": member}
            for community, check_in, member in check_ins
        ]
        self._change_each(sql.END_STREAK, keys)  # first: it looks at whether the check-in is still open
        self._change_each(sql.CHANGE_OPEN, [{**key, "state": CheckInState.MISSED, "nudge_at": None} for key in keys])

    def next_instant(self) -> datetime | None:
        moments = self._first(sql.NEXT_INSTANT) or ()
        return min((moment for moment in moments if moment is not None), default=None)


def _due_of(row: Sequence[object]) -> DueCheckIn:
    return DueCheckIn(check_in_of(row), home=str(row[-2]), zone=str(row[-1]))
