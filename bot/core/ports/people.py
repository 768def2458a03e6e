"""Communities and their places, members and their accounts, the programmes that they take part in."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.core.domain.communities import Community, Place, PlaceKind
from bot.core.domain.ids import CommunityId, MemberId, PlaceId
from bot.core.domain.members import Account, Member, MenteeProfile, MentorProfile, Role
from bot.core.domain.programmes import Programme


class Communities(Protocol):
    """Communities, their places, and which platform calls them what."""

    def add(self, community: Community) -> None:
        """Keep a new community."""

    def get(self, community: CommunityId, *, lock: bool = False) -> Community:
        """Find a community; `lock` holds its row until commit."""

    def save(self, community: Community) -> None:
        """Keep a changed community."""

    def present(self, platform: str) -> Sequence[str]:
        """List the external ids of the communities on a platform that the program wasn't sent away from."""

    def find_by_place(self, platform: str, external_id: str) -> Community | None:
        """Find the community whose own place (kind `COMMUNITY`) this is."""

    def add_place(self, place: Place) -> None:
        """Keep a new place; adding one that is there already changes nothing."""

    def save_place(self, place: Place) -> None:
        """Keep whether the program is away from a place."""

    def find_place(self, community: CommunityId, platform: str, external_id: str) -> Place | None:
        """Find a place by its platform's id."""

    def is_place(self, platform: str, external_id: str, kind: PlaceKind) -> bool:
        """Tell whether any community at all has a place of this id and kind."""

    def places_called(self, community: CommunityId, platform: str, external_id: str) -> Sequence[Place]:
        """List the places of that id: one may be of several kinds."""

    def remove_place(self, place: Place) -> None:
        """Forget a place, to which nothing points any more."""

    def move_places(self, community: CommunityId, platform: str, external_id: str, to: str) -> None:
        """Call a place by another id, and those inside it: their ids begin with its own and a `/` or `#`."""

    def get_place(self, community: CommunityId, place: PlaceId) -> Place:
        """Find a place."""

    def places(self, community: CommunityId, places: Iterable[PlaceId]) -> Mapping[PlaceId, Place]:
        """Find several in one query; those that don't exist are left out."""

    def own_place(self, community: CommunityId, platform: str, kind: PlaceKind = PlaceKind.COMMUNITY) -> Place | None:
        """Find the community's own place on a platform."""

    def own_places(self, community: CommunityId) -> Sequence[Place]:
        """List the community's own places, one a platform, by platform."""

    def homes(self, community: CommunityId, platform: str) -> Mapping[PlaceKind, Place]:
        """Find the places in which the programme lives on a platform (`HOMES`), by kind."""


class Currents(Protocol):
    """The communities of an account, over all of them: in private it is at one of them at a time."""

    def of_account(self, platform: str, external_id: str) -> Sequence[Community]:
        """List the communities in which an account is a member who is here: the current one first, then by name.

        Neither those that the account is gone from, nor those that the program was sent away from on this platform.
        """

    def crowded(self, platform: str, external_ids: Iterable[str]) -> frozenset[str]:
        """Tell which of several accounts are members of more than one community, in one query."""

    def set(self, platform: str, external_id: str, community: CommunityId) -> None:
        """Make a community the account's current one."""


class Members(Protocol):
    """Members, their accounts and profiles."""

    def add(self, member: Member, account: Account) -> None:
        """Keep a new member with their first account."""

    def add_account(self, account: Account) -> None:
        """Keep another account of a member."""

    def accounts_of(self, community: CommunityId, member: MemberId) -> Sequence[Account]:
        """List a member's accounts, by platform."""

    def set_left(self, community: CommunityId, member: MemberId, platform: str, left_at: datetime | None) -> None:
        """Keep since when a member's account is gone from a platform, None if it is there."""

    def save(self, member: Member) -> None:
        """Keep a changed member."""

    def save_all(self, members: Sequence[Member]) -> None:
        """Keep several changed members, each of them once, at once."""

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

    def direct_places(
        self, community: CommunityId, members: Iterable[MemberId], platform: str
    ) -> Mapping[MemberId, str]:
        """Find what the platform calls several members' private conversations, where it has told, in one query."""

    def save_handle(self, community: CommunityId, platform: str, external_id: str, handle: str) -> bool:
        """Keep an account's handle; return whether it was another one."""

    def all_accounts(self, community: CommunityId) -> Sequence[Account]:
        """List every account of the community, in one query."""

    def all_mentees(self, community: CommunityId) -> Mapping[MemberId, MenteeProfile]:
        """Find all mentees' profiles, in one query."""

    def all_mentors(self, community: CommunityId) -> Mapping[MemberId, MentorProfile]:
        """Find all mentors' profiles, in one query."""

    def save_direct_place(self, community: CommunityId, member: MemberId, platform: str, place: str) -> None:
        """Keep what the platform calls a member's private conversation."""

    def with_role(self, community: CommunityId, role: Role) -> Sequence[Member]:
        """List the members who hold a role and are here, by name."""

    def active(self, community: CommunityId) -> Sequence[Member]:
        """List the members who are here, by name."""

    def save_mentee(self, profile: MenteeProfile) -> None:
        """Keep a mentee's profile, new or changed."""

    def save_mentees(self, profiles: Sequence[MenteeProfile]) -> None:
        """Keep several mentees' profiles at once."""

    def find_mentee(self, community: CommunityId, member: MemberId) -> MenteeProfile | None:
        """Find a mentee's profile."""

    def get_mentee(self, community: CommunityId, member: MemberId) -> MenteeProfile:
        """Return a mentee's profile, or raise `NotAMember`."""

    def save_mentor(self, profile: MentorProfile) -> None:
        """Keep a mentor's profile, new or changed."""

    def save_mentors(self, profiles: Sequence[MentorProfile]) -> None:
        """Keep several mentors' profiles at once."""

    def find_mentor(self, community: CommunityId, member: MemberId, *, lock: bool = False) -> MentorProfile | None:
        """Find a mentor's profile; `lock` holds its row until commit, so that capacity can't be used twice."""

    def get_mentor(self, community: CommunityId, member: MemberId, *, lock: bool = False) -> MentorProfile:
        """Return a mentor's profile, or raise `NotAMember`."""

    def mentors(self, community: CommunityId) -> Sequence[tuple[Member, MentorProfile, int]]:
        """List the mentors who are here, each with how many pairings use their capacity, in one query."""

    def waiting(self, community: CommunityId) -> Sequence[tuple[Member, MenteeProfile]]:
        """List the mentees who are here and hold no live pairing, by name, each with their profile, in one query."""


class Programmes(Protocol):
    """Programmes; a community runs one at a time."""

    def add(self, programme: Programme) -> None:
        """Keep a new programme."""

    def save(self, programme: Programme) -> None:
        """Keep a changed programme."""

    def current(self, community: CommunityId) -> Programme | None:
        """Find the programme that the community runs."""

    def running(self, community: CommunityId) -> Programme:
        """Return the programme that the community runs, or raise `NoProgramme`."""
