"""What use cases need of the world, as protocols; storage and `app.py` provide them, tests fake them.

Every method that reads or writes a community's rows names that community: a row of another is never returned.
`get` methods raise `NotFound` where there is none; `find` methods return None.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import TracebackType
from typing import Protocol, Self

from bot.core.domain.action_items import ActionItem
from bot.core.domain.checkins import CheckIn, Schedule
from bot.core.domain.communities import Community, Place, PlaceKind
from bot.core.domain.frameworks import DestinationRole, Framework
from bot.core.domain.gaps import Assessment
from bot.core.domain.goals import Goal
from bot.core.domain.growth import Entry, GrowthThread
from bot.core.domain.ids import (
    ActionItemId,
    CheckInId,
    CommunityId,
    CompetencyId,
    EntryId,
    GoalId,
    MemberId,
    PairingId,
    PlaceId,
    RoleId,
    TemplateId,
)
from bot.core.domain.members import Account, Member, MenteeProfile, MentorProfile, Role
from bot.core.domain.pairings import Pairing
from bot.core.domain.programmes import Programme, Template
from bot.core.domain.rooms import Room
from bot.core.effects import Effect, LeasedEffect
from bot.core.ui.forms import FormSession


class Clock(Protocol):
    """Programme time; leases and pacing use machine time."""

    def now(self) -> datetime:
        """Return the current aware instant in UTC."""


class Ids(Protocol):
    """Where new identifiers come from: at least 80 random bits, of `[a-z0-9]` (16 characters)."""

    def new(self) -> str:
        """Draw one."""


class Library(Protocol):
    """The curated content of `config/`, in a language; unknown languages give the content's own."""

    def languages(self) -> Sequence[str]:
        """List the languages that texts exist in."""

    def frameworks(self, language: str) -> Sequence[Framework]:
        """List the frameworks, by title."""

    def role(self, role: RoleId, language: str) -> tuple[Framework, DestinationRole]:
        """Find a destination role with its framework, or raise `NotFound`."""

    def templates(self, language: str) -> Sequence[Template]:
        """List the programme templates, the default first."""

    def template(self, template: TemplateId, language: str) -> Template:
        """Find a template, or raise `NotFound`."""


@dataclass(frozen=True)
class Tools:
    """What a use case has at hand beside its unit of work."""

    clock: Clock
    ids: Ids
    library: Library


class Communities(Protocol):
    """Communities, their places, and which platform calls them what."""

    def add(self, community: Community) -> None:
        """Keep a new community."""

    def get(self, community: CommunityId) -> Community:
        """Find a community."""

    def save(self, community: Community) -> None:
        """Keep a changed community."""

    def find_by_place(self, platform: str, external_id: str) -> Community | None:
        """Find the community whose own place (kind `COMMUNITY`) this is."""

    def add_place(self, place: Place) -> None:
        """Keep a new place; adding one that is there already changes nothing."""

    def find_place(self, community: CommunityId, platform: str, external_id: str) -> Place | None:
        """Find a place by its platform's id."""

    def places_called(self, community: CommunityId, platform: str, external_id: str) -> Sequence[Place]:
        """List the places of that id: one may be of several kinds."""

    def remove_place(self, place: Place) -> None:
        """Forget a place, to which nothing points any more."""

    def get_place(self, community: CommunityId, place: PlaceId) -> Place:
        """Find a place."""

    def own_place(self, community: CommunityId, platform: str, kind: PlaceKind = PlaceKind.COMMUNITY) -> Place | None:
        """Find the community's own place on a platform."""

    def homes(self, community: CommunityId, platform: str) -> Mapping[PlaceKind, Place]:
        """Find the places in which the programme lives on a platform (`HOMES`), by kind."""


class Members(Protocol):
    """Members, their accounts and profiles."""

    def add(self, member: Member, account: Account) -> None:
        """Keep a new member with their first account."""

    def save(self, member: Member) -> None:
        """Keep a changed member."""

    def get(self, community: CommunityId, member: MemberId) -> Member:
        """Find a member."""

    def find_by_account(self, community: CommunityId, platform: str, external_id: str) -> Member | None:
        """Find whose account this is."""

    def many(self, community: CommunityId, members: Iterable[MemberId]) -> Mapping[MemberId, Member]:
        """Find several in one query; those that don't exist are left out."""

    def accounts(self, community: CommunityId, members: Iterable[MemberId], platform: str) -> Mapping[MemberId, str]:
        """Find the external ids of several members' accounts on one platform, in one query."""

    def unreachable(self, community: CommunityId, members: Iterable[MemberId], platform: str) -> frozenset[MemberId]:
        """Tell which of several members can't be written to in private on a platform, in one query."""

    def set_reachable(self, community: CommunityId, member: MemberId, platform: str, lost_at: datetime | None) -> bool:
        """Keep since when a member can't be written to there, None if they can; return whether that was news."""

    def with_role(self, community: CommunityId, role: Role) -> Sequence[Member]:
        """List the members who hold a role and are here, by name."""

    def active(self, community: CommunityId) -> Sequence[Member]:
        """List the members who are here, by name."""

    def save_mentee(self, profile: MenteeProfile) -> None:
        """Keep a mentee's profile, new or changed."""

    def find_mentee(self, community: CommunityId, member: MemberId) -> MenteeProfile | None:
        """Find a mentee's profile."""

    def save_mentor(self, profile: MentorProfile) -> None:
        """Keep a mentor's profile, new or changed."""

    def find_mentor(self, community: CommunityId, member: MemberId, *, lock: bool = False) -> MentorProfile | None:
        """Find a mentor's profile; `lock` holds its row until commit, so that capacity can't be used twice."""

    def mentors(self, community: CommunityId) -> Sequence[tuple[Member, MentorProfile, int]]:
        """List the mentors who are here, each with how many pairings use their capacity, in one query."""


class Programmes(Protocol):
    """Programmes; a community runs one at a time."""

    def add(self, programme: Programme) -> None:
        """Keep a new programme."""

    def save(self, programme: Programme) -> None:
        """Keep a changed programme."""

    def current(self, community: CommunityId) -> Programme | None:
        """Find the programme that the community runs."""


class Assessments(Protocol):
    """Claims of levels, all of them kept."""

    def add(self, assessments: Sequence[Assessment]) -> None:
        """Keep new claims; each takes the place of the current one of the same member and competency."""

    def current(self, community: CommunityId, member: MemberId) -> Mapping[CompetencyId, Assessment]:
        """Find a member's current claims."""


class Pairings(Protocol):
    """Pairings and their rooms."""

    def add(self, pairing: Pairing) -> None:
        """Keep a new pairing; raise `AlreadyPaired` if the mentee has a live one."""

    def save(self, pairing: Pairing) -> None:
        """Keep a changed pairing."""

    def get(self, community: CommunityId, pairing: PairingId, *, lock: bool = False) -> Pairing:
        """Find a pairing; `lock` holds its row until commit."""

    def live_of_mentee(self, community: CommunityId, mentee: MemberId) -> Pairing | None:
        """Find the mentee's one live pairing."""

    def of_member(self, community: CommunityId, member: MemberId) -> Sequence[Pairing]:
        """List the live pairings of a member, as mentor or mentee, oldest first."""

    def unpaired_mentees(self, community: CommunityId) -> Sequence[Member]:
        """List the mentees who are here and hold no live pairing, by name."""

    def places_taken(self, community: CommunityId, mentor: MemberId) -> int:
        """Count the pairings that use a mentor's capacity."""

    def add_room(self, room: Room) -> None:
        """Keep a new room."""

    def save_room(self, room: Room) -> None:
        """Keep a changed room."""

    def find_room(self, community: CommunityId, pairing: PairingId) -> Room | None:
        """Find a pairing's room."""

    def find_room_at(self, community: CommunityId, place: PlaceId) -> Room | None:
        """Find the room that has this place."""

    def rooms_in_use(self, community: CommunityId) -> Sequence[tuple[Room, str]]:
        """List the rooms that are or will be open, each with its platform."""

    def rooms_to_delete(self, now: datetime, limit: int) -> Sequence[tuple[Room, str]]:
        """List rooms of all communities whose time is over (locked, skipping locked), each with its platform."""

    def next_deletion(self) -> datetime | None:
        """Find the next moment at which a room is to be deleted."""


class Goals(Protocol):
    """Goals."""

    def add(self, goal: Goal) -> None:
        """Keep a new goal."""

    def save(self, goal: Goal) -> None:
        """Keep a changed goal."""

    def get(self, community: CommunityId, goal: GoalId) -> Goal:
        """Find a goal."""

    def of_member(self, community: CommunityId, member: MemberId) -> Sequence[Goal]:
        """List a member's goals, open ones first, then the newest."""


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


class Growth(Protocol):
    """Growth threads and their entries; cheers and comments are counted by calls of their own, never by `save`."""

    def add_thread(self, thread: GrowthThread) -> None:
        """Keep a new thread."""

    def save_thread(self, thread: GrowthThread) -> None:
        """Keep a changed thread."""

    def find_thread(self, community: CommunityId, member: MemberId) -> GrowthThread | None:
        """Find a member's thread."""

    def add(self, entry: Entry) -> None:
        """Keep a new entry."""

    def save(self, entry: Entry) -> None:
        """Keep a changed entry."""

    def get(self, community: CommunityId, entry: EntryId) -> Entry:
        """Find an entry."""

    def find_thread_at(self, community: CommunityId, place: PlaceId) -> GrowthThread | None:
        """Find the thread that has this place."""

    def threads_to_open(self, community: CommunityId) -> Sequence[GrowthThread]:
        """List the threads without a place whose members are here."""

    def find_by_check_in(self, community: CommunityId, check_in: CheckInId) -> Entry | None:
        """Find the entry that a check-in made."""

    def newest(self, community: CommunityId, member: MemberId) -> Entry | None:
        """Find a member's newest entry that can be read."""

    def notes(self, community: CommunityId, member: MemberId, limit: int) -> Sequence[Entry]:
        """List a member's newest notes, the newest first, those taken back included."""

    def cheer(self, community: CommunityId, entry: EntryId, member: MemberId) -> bool:
        """Keep a member's cheer; return False if it was there already."""

    def take_cheer_back(self, community: CommunityId, entry: EntryId, member: MemberId) -> None:
        """Forget a member's cheer."""

    def count_comment(self, community: CommunityId, entry: EntryId) -> None:
        """Count one comment more."""


class ActionItems(Protocol):
    """Action items."""

    def add(self, item: ActionItem) -> None:
        """Keep a new action item."""

    def save(self, item: ActionItem) -> None:
        """Keep a changed action item."""

    def get(self, community: CommunityId, item: ActionItemId) -> ActionItem:
        """Find an action item."""

    def open_of(self, community: CommunityId, member: MemberId) -> Sequence[ActionItem]:
        """List what a member still owes: what is due first comes first, what has no date last, then the oldest."""


class FormSessions(Protocol):
    """The answers so far to opened forms."""

    def find(self, community: CommunityId, session: str) -> FormSession | None:
        """Find a session."""

    def find_open(self, community: CommunityId, member: MemberId, form: str, ref: str) -> FormSession | None:
        """Find the member's latest open session of a form about the same thing."""

    def save(self, session: FormSession) -> None:
        """Keep a session, new or changed."""


class Inbox(Protocol):
    """Which happenings have been dealt with."""

    def record(self, platform: str, update: str, now: datetime) -> bool:
        """Record one; return False if it was recorded before."""


class Outbox(Protocol):
    """What is to happen outside; leases are in machine time."""

    def add(self, effects: Sequence[Effect]) -> None:
        """Keep effects; one whose key is there already is left as it is."""

    def lease(
        self, platforms: Sequence[str], now: datetime, machine_now: datetime, until: datetime, limit: int
    ) -> Sequence[LeasedEffect]:
        """Take effects that are ready, at most one a lane (its oldest unfinished), by priority, then in order."""

    def done(self, numbers: Mapping[int, str]) -> None:
        """Record what the platform calls each."""

    def retry(self, number: int, not_before: datetime, error: str) -> None:
        """Give one back until later (machine time)."""

    def hasten(self, community: CommunityId) -> None:
        """Try now what waits for another try; for when whatever it failed for was changed."""

    def postpone(self, number: int, not_before: datetime, reason: str) -> None:
        """Give one back until later as if it had never been tried."""

    def give_up(self, number: int, error: str) -> None:
        """Make one a dead letter; its lane goes on."""

    def skip(self, number: int, reason: str) -> None:
        """Let one go that has nothing left to say; its lane goes on."""

    def release(self) -> None:
        """Give back every lease: nobody else holds any (embedded start only)."""

    def external_id(self, community: CommunityId, key: str) -> str | None:
        """Find what the platform calls the message that a done effect made."""

    def waiting(self) -> int:
        """Count the effects that are neither done nor given up."""


class Currents(Protocol):
    """The communities of an account, over all of them: in private it is at one of them at a time."""

    def of_account(self, platform: str, external_id: str) -> Sequence[Community]:
        """List the communities in which an account is a member who is here: the current one first, then by name."""

    def crowded(self, platform: str, external_ids: Iterable[str]) -> frozenset[str]:
        """Tell which of several accounts are members of more than one community, in one query."""

    def set(self, platform: str, external_id: str, community: CommunityId) -> None:
        """Make a community the account's current one."""


class Sendings(Protocol):
    """Which process sends to a platform: one at a time; all times are the machine's."""

    def hold(self, platform: str, holder: str, now: datetime, until: datetime) -> bool:
        """Take a platform, or keep it, for `holder` until then; return False while another holds it."""

    def let_go(self, platform: str, holder: str) -> None:
        """Give a platform back, if `holder` has it."""


class Notes(Protocol):
    """Small facts about the installation itself, such as the version of the zone data that schedules were made with."""

    def get(self, name: str) -> str | None:
        """Find a fact."""

    def set(self, name: str, value: str) -> None:
        """Keep a fact."""


class UnitOfWork(Protocol):
    """One transaction, with everything that can be kept in it; leaving without `commit` undoes all."""

    communities: Communities
    members: Members
    programmes: Programmes
    assessments: Assessments
    pairings: Pairings
    goals: Goals
    check_ins: CheckIns
    growth: Growth
    action_items: ActionItems
    sessions: FormSessions
    inbox: Inbox
    outbox: Outbox
    currents: Currents
    sendings: Sendings
    notes: Notes

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def commit(self) -> None:
        """Make it all happen."""

    def rollback(self) -> None:
        """Undo everything since the beginning or the last commit; the unit can go on from there."""


class UnitsOfWork(Protocol):
    """Where units of work come from; used by the edge, in the thread that does the work."""

    def read(self) -> UnitOfWork:
        """Begin one that only reads: it never waits for a writer."""

    def write(self) -> UnitOfWork:
        """Begin one that may write."""
