"""Schedules and the check-ins that they open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.core.domain.checkins import CheckIn, Schedule
from bot.core.domain.ids import CheckInId, CommunityId, MemberId, PairingId
from bot.core.domain.members import Member


@dataclass(frozen=True)
class CheckInContext:
    """Everything that answering a check-in needs, read in one query."""

    check_in: CheckIn
    member: Member
    streak: int
    pairing: PairingId | None
    """The active pairing with a room to tell, if there is one."""
    has_thread: bool
    """Whether a growth thread exists or is being opened."""


@dataclass(frozen=True)
class DueSchedule:
    """A schedule whose time has come, with the platform on which its member is written to."""

    schedule: Schedule
    home: str


@dataclass(frozen=True)
class DueCheckIn:
    """An open check-in whose nudge or end has come, with what writing to its member needs."""

    check_in: CheckIn
    home: str
    zone: str


class CheckIns(Protocol):
    """Schedules and the check-ins they open."""

    def add_schedule(self, schedule: Schedule) -> None:
        """Keep a new schedule."""

    def add_schedules(self, schedules: Sequence[Schedule]) -> None:
        """Keep several members' new schedules at once."""

    def save_schedules(self, schedules: Sequence[Schedule]) -> None:
        """Keep where, and when next, these members are asked; the streak is kept by answers."""

    def find_schedule(self, community: CommunityId, member: MemberId) -> Schedule | None:
        """Find a member's schedule in the community's current programme."""

    def schedules_of(self, community: CommunityId) -> Sequence[Schedule]:
        """List the schedules of everybody who is here, in the community's current programme."""

    def due_schedules(self, now: datetime, limit: int) -> Sequence[DueSchedule]:
        """List schedules due at or before `now` in all communities, the longest due first (locked, skipping locked)."""

    def all_schedules(self, after: tuple[CommunityId, MemberId] | None, limit: int) -> Sequence[Schedule]:
        """List running schedules over all communities by (community, member), a page at a time."""

    def add(self, check_ins: Sequence[CheckIn]) -> None:
        """Keep new check-ins, all in one statement."""

    def get(self, community: CommunityId, check_in: CheckInId) -> CheckIn:
        """Find a check-in."""

    def get_with_context(self, community: CommunityId, check_in: CheckInId) -> CheckInContext:
        """Find a check-in with all that answering it needs, held until commit."""

    def find_open(self, community: CommunityId, member: MemberId) -> CheckIn | None:
        """Find the member's open check-in, the newest if there are two."""

    def recent(self, community: CommunityId, member: MemberId, limit: int) -> Sequence[CheckIn]:
        """List a member's newest check-ins, the newest first."""

    def answer(self, check_in: CheckIn, streak: int) -> None:
        """Keep an answered check-in and the member's new streak; raise `AlreadySubmitted` if somebody was faster."""

    def due_nudges(self, now: datetime, limit: int) -> Sequence[DueCheckIn]:
        """List open check-ins whose nudge is due (locked, skipping locked), the longest due first."""

    def set_nudges(self, at: Mapping[tuple[CommunityId, CheckInId], datetime | None]) -> None:
        """Set when each is to be nudged next; None for no more."""

    def due_to_close(self, now: datetime, limit: int) -> Sequence[DueCheckIn]:
        """List open check-ins whose week is over (locked, skipping locked), the longest over first."""

    def close_as_missed(self, check_ins: Sequence[tuple[CommunityId, CheckInId, MemberId]]) -> None:
        """Close them as missed and end their members' streaks."""

    def next_instant(self) -> datetime | None:
        """Find the next moment at which anything of all this is due."""
