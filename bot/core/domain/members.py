"""The humans of a community, the roles they hold and what they bring or seek."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from bot.core.domain.errors import MemberLeft
from bot.core.domain.frameworks import GrowthDirection
from bot.core.domain.ids import CommunityId, CompetencyId, MemberId, RoleId


class Role(Enum):
    """A role that a member holds in a community; one may hold several."""

    MENTOR = "mentor"
    MENTEE = "mentee"
    MODERATOR = "moderator"


class Visibility(Enum):
    """Whether a member's growth is learnt in public."""

    PUBLIC = "public"
    PRIVATE = "private"


class MemberState(Enum):
    """Whether the member is here."""

    ACTIVE = "active"
    LEFT = "left"


@dataclass(frozen=True)
class Member:
    """One human in a community; `languages` are spoken with a mentor, `language` is the bot's."""

    id: MemberId
    community: CommunityId
    name: str
    roles: frozenset[Role]
    language: str
    zone: str
    languages: tuple[str, ...]
    visibility: Visibility
    state: MemberState
    home: str
    """The platform on which the member is written to in private."""
    introduced_at: datetime

    def present(self) -> "Member":
        """Return the member, or raise `MemberLeft`."""
        if self.state is MemberState.LEFT:
            raise MemberLeft(name=self.name)
        return self


@dataclass(frozen=True)
class Account:
    """A member on one platform; unique on (community, platform, external id)."""

    community: CommunityId
    platform: str
    external_id: str
    member: MemberId
    left_at: datetime | None = None
    """Since when it is gone from the community there, while the member is still on another platform."""


@dataclass(frozen=True)
class MenteeProfile:
    """What a mentee seeks."""

    community: CommunityId
    member: MemberId
    destination: RoleId
    direction: GrowthDirection
    hours_a_week: int


@dataclass(frozen=True)
class MentorProfile:
    """What a mentor brings: their own levels by competency, and how many mentees they take at once."""

    community: CommunityId
    member: MemberId
    levels: Mapping[CompetencyId, int]
    capacity: int
