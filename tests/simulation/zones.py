"""The core's weeks beside the ledger's clocks, in any zone."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import available_timezones

from bot.core.domain.checkins import Schedule
from bot.core.domain.ids import CommunityId, MemberId, ProgrammeId
from bot.core.domain.programmes import Cadence, Weekday
from bot.core.domain.weeks import week_of
from bot.simulation.wall import first_reaches, monday_at

THREE_YEARS = 157
BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)


def every_zone() -> list[str]:
    """List all zones, aliases too; `localtime` is the machine's own and `Factory` no place."""
    return sorted(available_timezones() - {"localtime", "Factory"})


def planned(zone: str, weekday: Weekday, at: time) -> list[datetime]:
    """Let the core plan three years of weekly prompts."""
    cadence = Cadence(1, weekday, at, 48, time(8), time(21))
    week = week_of(BEGINNING, zone)
    schedule = Schedule(
        CommunityId("c"), ProgrammeId("p"), MemberId("m"), zone, cadence, week, THREE_YEARS, week, None, streak=0
    ).in_zone(zone)
    moments = []
    while schedule.due_at is not None:
        moments.append(schedule.due_at)
        schedule = schedule.after_this_week()
    return moments


def watched(zone: str, weekday: Weekday, at: time) -> list[datetime]:
    """Let the ledger find the same moments on a wall clock."""
    monday = monday_at(BEGINNING, zone)
    days = [monday + timedelta(days=7 * week + weekday - 1) for week in range(THREE_YEARS)]
    return [first_reaches(datetime.combine(day, at), zone) for day in days]


def weeks_asked(zone: str, moments: list[datetime]) -> int:
    """Count the local weeks in which the moments fall."""
    return len({monday_at(moment, zone) for moment in moments})
