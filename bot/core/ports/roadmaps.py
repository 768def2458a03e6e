"""Where members' copies of roadmaps are kept, and the roadmaps that a community drafts."""

from collections.abc import Sequence
from typing import Protocol

from bot.core.domain.ids import CommunityId, DraftId, EnrolmentId, MemberId, RoadmapId
from bot.core.domain.roadmaps.enrolments import Enrolment
from bot.core.domain.roadmaps.publishing import Draft


class Enrolments(Protocol):
    """Members' copies of roadmaps, with their steps."""

    def add(self, enrolment: Enrolment) -> None:
        """Keep a new one; raise `AlreadyEnrolled` if the member has an active one."""

    def save(self, enrolment: Enrolment) -> None:
        """Keep a changed one, its steps with it."""

    def get(self, community: CommunityId, enrolment: EnrolmentId, *, lock: bool = False) -> Enrolment:
        """Find one; `lock` holds its row until commit."""

    def active_of(self, community: CommunityId, member: MemberId) -> Enrolment | None:
        """Find the one that a member follows."""

    def of_member(self, community: CommunityId, member: MemberId) -> Sequence[Enrolment]:
        """List all that a member has followed, the newest first."""

    def followers(self, community: CommunityId, roadmap: RoadmapId, version: int) -> Sequence[MemberId]:
        """List the members who follow an older version of a roadmap than this."""


class Drafts(Protocol):
    """A community's own roadmaps, drafted and published."""

    def add(self, draft: Draft) -> None:
        """Keep a new draft."""

    def save(self, draft: Draft) -> None:
        """Keep a changed draft."""

    def get(self, community: CommunityId, draft: DraftId, *, lock: bool = False) -> Draft:
        """Find a draft; `lock` holds its row until commit."""

    def of_member(self, community: CommunityId, member: MemberId) -> Sequence[Draft]:
        """List a member's drafts that are not published yet, the newest first."""

    def handed_in(self, community: CommunityId) -> Sequence[Draft]:
        """List the drafts that wait for a moderator, the oldest first."""

    def published(self, community: CommunityId) -> Sequence[Draft]:
        """List the newest version of each roadmap that the community has published."""
