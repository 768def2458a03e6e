"""The weekly check-in: asked, nudged and closed by time, answered by a member."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import assert_never

from bot.core.domain.checkins import Ask, CheckIn, Schedule, Skip, Wait, decide, opened, skipped
from bot.core.domain.errors import NothingAnswered
from bot.core.domain.goals import Goal, GoalState
from bot.core.domain.growth import Entry, entry_of
from bot.core.domain.ids import CheckInId, CommunityId, EntryId, GoalId, MemberId
from bot.core.domain.members import Visibility
from bot.core.domain.programmes import QuestionId
from bot.core.domain.weeks import is_waking, next_waking
from bot.core.effects import Act, Effect, Priority
from bot.core.ports import CheckInContext, DueSchedule, Tools, UnitOfWork
from bot.core.usecases.access import Actor, authorise
from bot.core.usecases.goals import moving
from bot.core.usecases.growth import publishing
from bot.core.usecases.telling import in_room, telling

NUDGE_WITHIN = timedelta(hours=48)
"""A nudge later than this is dropped: a reminder that comes after the week has moved on only nags."""


ZONE_DATA = "zone_data"
"""The note that keeps which version of the zone data schedules were made with."""


@dataclass(frozen=True)
class Week:
    """What a member answers."""

    answers: Mapping[QuestionId, str]
    kept_private: frozenset[QuestionId]
    share: bool
    """The author's own yes to publishing this week's public answers."""
    goals: Mapping[GoalId, float] = field(default_factory=dict)
    """Where the measures of those goals stand that the form asked about."""


@dataclass(frozen=True)
class Submitted:
    """An answered check-in and what became public of it, if anything."""

    check_in: CheckIn
    streak: int
    entry: Entry | None
    goals: Sequence[Goal] = ()
    """Those that were moved by it, as they stand now."""


def submit_check_in(work: UnitOfWork, tools: Tools, actor: Actor, check_in_id: CheckInId, week: Week) -> Submitted:
    """Answer the week: the room reads all of it, the growth thread what its author lets out."""
    context = work.check_ins.get_with_context(actor.community, check_in_id)
    authorise(actor, submit_check_in, context.check_in)
    if not any(week.answers.values()):
        raise NothingAnswered
    check_in = context.check_in.submitted(week.answers, week.kept_private, tools.clock.now())
    streak = context.streak + 1
    work.check_ins.answer(check_in, streak)
    moved = _move_goals(work, tools, check_in, week.goals)
    effects = _for_room(tools, context, check_in)
    entry = None
    if week.share and context.member.visibility is Visibility.PUBLIC:
        entry = entry_of(check_in, EntryId(tools.ids.new()), streak, tools.clock.now())
    if entry is not None:
        work.growth.add(entry)
        effects += publishing(work, tools, context.member, entry, has_thread=context.has_thread)
    work.outbox.add(effects)
    work.commit()
    return Submitted(check_in, streak, entry, moved)


def open_due_check_ins(work: UnitOfWork, tools: Tools, limit: int) -> int:
    """Ask everybody whose time has come: one batch, one transaction; return how many schedules were looked at."""
    now = tools.clock.now()
    due = work.check_ins.due_schedules(now, limit)
    check_ins: list[CheckIn] = []
    schedules: list[Schedule] = []
    effects: list[Effect] = []
    for each in due:
        match decide(each.schedule, now):
            case Ask():
                check_in = opened(each.schedule, CheckInId(tools.ids.new()), now)
                check_ins.append(check_in)
                effects.append(_prompt(check_in, each, now))
                schedules.append(each.schedule.after_this_week())
            case Skip():
                check_ins.append(skipped(each.schedule, CheckInId(tools.ids.new()), now))
                schedules.append(each.schedule.after_this_week())
            case Wait(until):
                schedules.append(replace(each.schedule, due_at=until))
            case _ as undecided:
                assert_never(undecided)
    work.check_ins.add(check_ins)
    work.check_ins.save_schedules(schedules)
    work.outbox.add(effects)
    work.commit()
    return len(due)


def nudge_due_check_ins(work: UnitOfWork, tools: Tools, limit: int) -> int:
    """Remind, once, those who are silent and awake; return how many were looked at."""
    now = tools.clock.now()
    due = work.check_ins.due_nudges(now, limit)
    effects: list[Effect] = []
    later: dict[tuple[CommunityId, CheckInId], datetime | None] = {}
    communities = {each.check_in.community for each in due}
    cadences = {community: work.programmes.running(community).cadence for community in communities}
    for each in due:
        check_in, cadence = each.check_in, cadences[each.check_in.community]
        awake = is_waking(now, each.zone, cadence.waking_from, cadence.waking_until)
        upcoming = next_waking(now, each.zone, cadence.waking_from, cadence.waking_until)
        planned = check_in.nudge_at or now
        too_late = now - planned >= NUDGE_WITHIN or upcoming >= check_in.closes_at
        later[(check_in.community, check_in.id)] = None if awake or too_late else upcoming
        if awake and not too_late:
            effects.append(_nudge(check_in, each.home, now))
    work.check_ins.set_nudges(later)
    work.outbox.add(effects)
    work.commit()
    return len(due)


def close_due_check_ins(work: UnitOfWork, tools: Tools, limit: int) -> int:
    """Close the weeks that are over without an answer; return how many."""
    due = work.check_ins.due_to_close(tools.clock.now(), limit)
    work.check_ins.close_as_missed([(each.check_in.community, each.check_in.id, each.check_in.member) for each in due])
    work.commit()
    return len(due)


def rework_schedules(work: UnitOfWork, zone_data: str, page: int = 500) -> int:
    """Work every planned prompt out anew when the zone data is of another version; return how many moved."""
    if work.notes.get(ZONE_DATA) == zone_data:
        return 0
    moved = 0
    after: tuple[CommunityId, MemberId] | None = None
    while schedules := work.check_ins.all_schedules(after, page):
        changed = [anew for each in schedules if (anew := each.in_zone(each.zone)).due_at != each.due_at]
        work.check_ins.save_schedules(changed)
        moved += len(changed)
        after = (schedules[-1].community, schedules[-1].member)
    work.notes.set(ZONE_DATA, zone_data)
    work.commit()
    return moved


def _move_goals(work: UnitOfWork, tools: Tools, check_in: CheckIn, values: Mapping[GoalId, float]) -> Sequence[Goal]:
    """Keep with the week where goals stand; one that ended while the form lay open is past moving."""
    if not values:
        return ()
    mine = work.goals.of_member(check_in.community, check_in.member)
    moved = [
        moving(work, tools, each, values[each.id], check_in.id)
        for each in mine
        if each.id in values and each.state is GoalState.OPEN
    ]
    for each in moved:
        work.goals.save(each)
    return moved


def _prompt(check_in: CheckIn, due: DueSchedule, now: datetime) -> Effect:
    key = f"checkin:{check_in.programme}:{check_in.member}:{check_in.week}"
    return _asking(check_in, due.home, "checkin_due", key, now)


def _nudge(check_in: CheckIn, home: str, now: datetime) -> Effect:
    return _asking(check_in, home, "checkin_nudge", f"nudge:{check_in.id}", now)


def _asking(check_in: CheckIn, home: str, notice: str, key: str, now: datetime) -> Effect:
    community, member = check_in.community, check_in.member
    return telling(community, member, home, notice, key, now, Priority.PROMPT, check_in=check_in.id)


def _for_room(tools: Tools, context: CheckInContext, check_in: CheckIn) -> list[Effect]:
    if context.pairing is None:
        return []
    community, home, key = check_in.community, context.member.home, f"week:{check_in.id}"
    refs = {"check_in": check_in.id}
    return [in_room(tools, community, home, context.pairing, Act.POST, "room_check_in", key, **refs)]
