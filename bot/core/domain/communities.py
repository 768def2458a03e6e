"""A community and the places where something can be said to it."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from bot.core.domain.ids import CommunityId, PlaceId


class PlaceKind(Enum):
    """What a place is for, whatever a platform makes of it."""

    COMMUNITY = "community"
    """The community itself: where commands are given in public."""
    ROOM = "room"
    THREAD = "thread"


@dataclass(frozen=True)
class Community:
    """The people served, a tenant: no query of one ever sees another's rows."""

    id: CommunityId
    name: str
    language: str
    zone: str
    founded_at: datetime


@dataclass(frozen=True)
class Place:
    """A place on a platform, by that platform's own id; unique on (platform, external id)."""

    id: PlaceId
    community: CommunityId
    platform: str
    kind: PlaceKind
    external_id: str
