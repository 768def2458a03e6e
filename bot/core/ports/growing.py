"""What members claim, aim at, owe and show, and who is beside them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from bot.core.domain.action_items import ActionItem
from bot.core.domain.gaps import Assessment, Claims, Evidence
from bot.core.domain.goals import Goal, Mark
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
)
from bot.core.domain.members import Member
from bot.core.domain.pairings import Pairing, PairingNote
from bot.core.domain.rooms import Room


class Assessments(Protocol):
    """Claims of levels, all of them kept: a member's own beside what mentors attest."""

    def add(self, assessments: Sequence[Assessment]) -> None:
        """Keep new claims; each takes the place of the current one of its kind of the same member and competency."""

    def current(self, community: CommunityId, member: MemberId) -> Mapping[CompetencyId, Claims]:
        """Find what stands of a member's claims: their own and a mentor's, side by side."""

    def history(self, community: CommunityId, member: MemberId) -> Sequence[Assessment]:
        """List every claim about a member that was ever made, the oldest first, in one query."""

    def add_evidence(self, evidence: Sequence[Evidence]) -> None:
        """Keep what claims rest on."""

    def evidence(self, community: CommunityId, member: MemberId) -> Sequence[Evidence]:
        """List everything that claims about a member rest on, the newest first, in one query."""

    def current_of_waiting(self, community: CommunityId) -> Mapping[MemberId, Mapping[CompetencyId, Claims]]:
        """Find the current claims of the mentees who are here and hold no live pairing, in one query."""


class Pairings(Protocol):
    """Pairings."""

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

    def keep_note(self, note: PairingNote) -> None:
        """Keep why two were proposed although a rule was against it."""

    def find_note(self, community: CommunityId, pairing: PairingId) -> PairingNote | None:
        """Find that."""

    def waiting_since(self, community: CommunityId) -> Mapping[MemberId, datetime]:
        """Find since when each of the mentees without a live pairing waits, in one query.

        Since they came, or since their last pairing was over.
        """

    def waits(self, community: CommunityId, limit: int) -> Sequence[timedelta]:
        """List how long those waited who found a mentor last, the newest first."""

    def places_taken(self, community: CommunityId, mentor: MemberId) -> int:
        """Count the pairings that use a mentor's capacity."""


@dataclass(frozen=True)
class Seat:
    """Where one of a pair is in an open room on one platform."""

    community: CommunityId
    pairing: PairingId
    member: MemberId
    place: PlaceId
    external_id: str
    other: str
    """The name of the other one of the pair."""
    is_carried: bool = True
    """Whether the other has a place of their own."""


class Rooms(Protocol):
    """Mentorship rooms."""

    def add(self, room: Room) -> None:
        """Keep a new room."""

    def save(self, room: Room) -> None:
        """Keep a changed room."""

    def find(self, community: CommunityId, pairing: PairingId, *, lock: bool = False) -> Room | None:
        """Find a pairing's room; `lock` holds it until commit: each platform gives it a place of its own."""

    def find_at(self, community: CommunityId, place: PlaceId, *, lock: bool = False) -> Room | None:
        """Find the room that has this place, for one of the pair or for both; `lock` as above."""

    def in_use(self, community: CommunityId) -> Sequence[Room]:
        """List the rooms that are or will be open."""

    def archived(self, community: CommunityId) -> Sequence[Room]:
        """List the rooms that are read-only."""

    def to_delete(self, now: datetime, limit: int) -> Sequence[Room]:
        """List rooms whose time is over (locked, skipping locked).

        Of all communities but those that the program is away from, where nothing can be deleted.
        """

    def seats(self, platform: str, account: str) -> Sequence[Seat]:
        """List an account's seats in the rooms that are open, over all communities, the oldest pairing first."""

    def left_seats(self, platform: str, account: str) -> Sequence[Seat]:
        """List an account's seats in the rooms of pairings that are over, the latest pairing first."""

    def carried_places(self, platform: str) -> Sequence[str]:
        """List, by their external ids, the places on a platform whose words are carried to another."""

    def next_deletion(self) -> datetime | None:
        """Find the next moment at which a room is to be deleted."""


class Goals(Protocol):
    """Goals."""

    def add(self, goal: Goal) -> None:
        """Keep a new goal."""

    def save(self, goal: Goal) -> None:
        """Keep a changed goal."""

    def get(self, community: CommunityId, goal: GoalId, *, lock: bool = False) -> Goal:
        """Find a goal; `lock` holds its row until commit."""

    def of_member(self, community: CommunityId, member: MemberId) -> Sequence[Goal]:
        """List a member's goals, open ones first, then the newest."""

    def add_mark(self, mark: Mark) -> None:
        """Keep where a measure stood."""

    def marks(self, community: CommunityId, goal: GoalId) -> Sequence[Mark]:
        """List where a goal's measure stood, the oldest first."""

    def marks_of_check_in(self, community: CommunityId, check_in: CheckInId) -> Sequence[Mark]:
        """List what a week's form was answered about goals."""


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


class Growth(Protocol):
    """Growth threads and their entries; cheers and comments are counted by calls of their own, never by `save`."""

    def add_thread(self, thread: GrowthThread) -> None:
        """Keep a new thread."""

    def save_thread(self, thread: GrowthThread) -> None:
        """Keep a changed thread."""

    def remove_thread(self, thread: GrowthThread) -> None:
        """Forget a thread; its member's entries stay."""

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

    def thread_platform(self, community: CommunityId, member: MemberId) -> str:
        """Name the platform that a member's thread is on; empty while there is none."""

    def leave_place(self, community: CommunityId, place: PlaceId) -> None:
        """Forget that entries stand in a place of their own."""

    def threads_to_open(self, community: CommunityId) -> Sequence[GrowthThread]:
        """List the threads without a place whose members are here."""

    def find_by_check_in(self, community: CommunityId, check_in: CheckInId) -> Entry | None:
        """Find the entry that a check-in made."""

    def newest(self, community: CommunityId, member: MemberId) -> Entry | None:
        """Find a member's newest entry that can be read."""

    def many(self, community: CommunityId, entries: Iterable[EntryId]) -> Mapping[EntryId, Entry]:
        """Find several in one query; those that don't exist are left out."""

    def published(self, community: CommunityId, member: MemberId, limit: int) -> Sequence[Entry]:
        """List a member's newest entries that can be read, the newest first."""

    def notes(self, community: CommunityId, member: MemberId, limit: int) -> Sequence[Entry]:
        """List a member's newest notes, the newest first, those taken back included."""

    def cheer(self, community: CommunityId, entry: EntryId, member: MemberId) -> bool:
        """Keep a member's cheer; return False if it was there already."""

    def take_cheer_back(self, community: CommunityId, entry: EntryId, member: MemberId) -> None:
        """Forget a member's cheer."""

    def count_comment(self, community: CommunityId, entry: EntryId) -> None:
        """Count one comment more."""
