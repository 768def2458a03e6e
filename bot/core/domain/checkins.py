"""The week's check-in: when a member is asked, reminded and let go, and what they answered."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum

from bot.core.domain.errors import AlreadySubmitted, CheckInClosed
from bot.core.domain.ids import CheckInId, CommunityId, MemberId, ProgrammeId
from bot.core.domain.programmes import ALWAYS_PRIVATE, Cadence, Programme, QuestionId
from bot.core.domain.weeks import LocalWeek, end_of, is_waking, next_waking, slot, week_of

CATCH_UP_WITHIN = timedelta(hours=48)
"""A prompt later than this is skipped, with its reason, and the next week stands."""

ON_TIME = timedelta(minutes=15)
"""A prompt this close to its time is not late, even where a template asks outside the waking hours."""


class CheckInState(Enum):
    """Where a check-in is in its life."""

    OPENED = "opened"
    SUBMITTED = "submitted"
    MISSED = "missed"
    SKIPPED = "skipped"
    """Never asked: the program was down for too long."""


@dataclass(frozen=True)
class CheckIn:
    """One member's week in one programme; `number` counts their weeks from 1."""

    id: CheckInId
    community: CommunityId
    programme: ProgrammeId
    member: MemberId
    week: LocalWeek
    number: int
    state: CheckInState
    opened_at: datetime
    nudge_at: datetime | None
    closes_at: datetime
    answers: Mapping[QuestionId, str]
    kept_private: frozenset[QuestionId]
    submitted_at: datetime | None

    @property
    def public_answers(self) -> Mapping[QuestionId, str]:
        """The answers that may leave the mentorship room; a question passed over is none."""
        hidden = self.kept_private | ALWAYS_PRIVATE
        return {question: text for question, text in self.answers.items() if text and question not in hidden}

    @property
    def is_milestone(self) -> bool:
        """Whether the member named a milestone that week."""
        return bool(self.answers.get(QuestionId.MILESTONE))

    def submitted(
        self, answers: Mapping[QuestionId, str], kept_private: frozenset[QuestionId], now: datetime
    ) -> "CheckIn":
        """Answer the check-in, or raise `AlreadySubmitted` or `CheckInClosed`."""
        if self.state is CheckInState.SUBMITTED:
            raise AlreadySubmitted(number=self.number)
        if self.state is not CheckInState.OPENED or now >= self.closes_at:
            raise CheckInClosed(number=self.number)
        return replace(
            self,
            state=CheckInState.SUBMITTED,
            answers=dict(answers),
            kept_private=kept_private,
            submitted_at=now,
            nudge_at=None,
        )


@dataclass(frozen=True)
class Schedule:
    """When one mentee is asked next: `week` is the local week of `due_at`, which is None when all are done."""

    community: CommunityId
    programme: ProgrammeId
    member: MemberId
    zone: str
    cadence: Cadence
    first_week: LocalWeek
    weeks: int
    week: LocalWeek
    due_at: datetime | None
    streak: int

    @property
    def number(self) -> int:
        """Which of the member's check-ins the next one is, from 1."""
        return self.week.since(self.first_week) // self.cadence.every_weeks + 1

    def after_this_week(self) -> "Schedule":
        """Move to the next week in which the member is asked, or to the end."""
        return self.at(self.week.plus(self.cadence.every_weeks))

    def in_zone(self, zone: str) -> "Schedule":
        """Work the next prompt out anew for another zone (or for new data of the same one)."""
        return replace(self, zone=zone).at(self.week)

    def resumed(self, now: datetime) -> "Schedule":
        """Go on after an absence: from the first of the planned weeks that is still ahead."""
        schedule = self.at(self.week)
        while schedule.due_at is not None and schedule.due_at <= now:
            schedule = schedule.after_this_week()
        return schedule

    def at(self, week: LocalWeek) -> "Schedule":
        """Plan the next prompt for this week, or none if the programme is over by then."""
        over = week.since(self.first_week) >= self.weeks
        due = None if over else slot(week, self.cadence.weekday, self.cadence.time, self.zone)
        return replace(self, week=week, due_at=due)


@dataclass(frozen=True)
class Ask:
    """Prompt the member now."""


@dataclass(frozen=True)
class Wait:
    """It is night where the member lives: ask at `until`."""

    until: datetime


@dataclass(frozen=True)
class Skip:
    """Too late to ask: let the week go."""


def schedule_for(programme: Programme, member: MemberId, zone: str, now: datetime) -> Schedule:
    """Plan a mentee's check-ins from the first weekday and time that is still ahead of them."""
    cadence = programme.cadence
    week = week_of(now, zone)
    if slot(week, cadence.weekday, cadence.time, zone) <= now:
        week = week.plus(1)
    return Schedule(
        community=programme.community,
        programme=programme.id,
        member=member,
        zone=zone,
        cadence=cadence,
        first_week=week,
        weeks=programme.weeks,
        week=week,
        due_at=slot(week, cadence.weekday, cadence.time, zone),
        streak=0,
    )


def decide(schedule: Schedule, now: datetime) -> Ask | Wait | Skip:
    """Say what to do about a prompt that is due: on time, caught up once in waking hours, or let go."""
    cadence, zone = schedule.cadence, schedule.zone
    planned = slot(schedule.week, cadence.weekday, cadence.time, zone)
    if now - planned >= CATCH_UP_WITHIN or now >= end_of(schedule.week, zone):
        return Skip()
    if now - planned < ON_TIME or is_waking(now, zone, cadence.waking_from, cadence.waking_until):
        return Ask()
    until = next_waking(now, zone, cadence.waking_from, cadence.waking_until)
    if until - planned >= CATCH_UP_WITHIN or until >= end_of(schedule.week, zone):
        return Skip()
    return Wait(until)


def opened(schedule: Schedule, check_in: CheckInId, now: datetime) -> CheckIn:
    """Open the check-in of the schedule's week, with its one nudge and its end."""
    cadence, closes = schedule.cadence, end_of(schedule.week, schedule.zone)
    nudge = next_waking(
        now + timedelta(hours=cadence.nudge_after_hours),
        schedule.zone,
        cadence.waking_from,
        cadence.waking_until,
    )
    return CheckIn(
        id=check_in,
        community=schedule.community,
        programme=schedule.programme,
        member=schedule.member,
        week=schedule.week,
        number=schedule.number,
        state=CheckInState.OPENED,
        opened_at=now,
        nudge_at=nudge if nudge < closes else None,
        closes_at=closes,
        answers={},
        kept_private=frozenset(),
        submitted_at=None,
    )


def skipped(schedule: Schedule, check_in: CheckInId, now: datetime) -> CheckIn:
    """Record a week that was never asked for."""
    return replace(opened(schedule, check_in, now), state=CheckInState.SKIPPED, nudge_at=None)
