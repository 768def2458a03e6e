"""The humans of a community, the roles they hold and what they bring or seek."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from bot.core.domain.errors import MemberLeft
from bot.core.domain.frameworks import GrowthDirection
from bot.core.domain.ids import CommunityId, CompetencyId, MemberId, RoleId
from bot.core.domain.versions import FrameworkVersion


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
    handle: str = ""
    """The unique name that the platform has for it beside its id, where there is one."""


@dataclass(frozen=True)
class MenteeProfile:
    """What a mentee seeks."""

    community: CommunityId
    member: MemberId
    destination: RoleId
    direction: GrowthDirection
    hours_a_week: int
    arrive_by: date | None = None
    """The day by which they want to be there; None for one who joined before that was kept."""
    begun: FrameworkVersion | None = None
    """The version of the framework that their matrix was begun on, or that they know of; None where none is begun."""


MONTHS_TO_ARRIVE = 18
"""How long the way to a destination role is taken to be where nobody says otherwise."""


def arrival_from(day: date) -> date:
    """Say when one who sets out on a day is to have arrived: 18 months later, or at that month's end."""
    months = day.month - 1 + MONTHS_TO_ARRIVE
    year, month = day.year + months // 12, months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def arrival_of(profile: MenteeProfile, member: Member) -> date:
    """Say by when a mentee wants to have arrived: as they said, else counted from when they came."""
    return profile.arrive_by or arrival_from(member.introduced_at.date())


_UNSAID = RoleId("")


@dataclass(frozen=True)
class MentorProfile:
    """What a mentor brings: their own levels by competency, and how many mentees they take at once."""

    community: CommunityId
    member: MemberId
    levels: Mapping[CompetencyId, int]
    capacity: int
    role: RoleId = _UNSAID
    """The role that they say they hold, where their levels started; empty for one who joined before it was kept."""
