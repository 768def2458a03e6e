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
    COMMONS = "commons"
    """Where the programme is spoken of with everybody; a community has at most one a platform."""
    ROOMS = "rooms"
    """What the mentorship rooms are in."""
    THREADS = "threads"
    """What the growth threads are in."""


HOMES = (PlaceKind.COMMONS, PlaceKind.ROOMS, PlaceKind.THREADS)
"""The places that `PREPARE` makes where a platform needs them."""


@dataclass(frozen=True)
class Community:
    """The people served, a tenant: no query of one ever sees another's rows."""

    id: CommunityId
    name: str
    language: str
    zone: str
    founded_at: datetime
    is_away: bool = False
    """Whether the program was sent away from every place of it: nothing is said until it is brought back to one."""


@dataclass(frozen=True)
class Place:
    """A place on a platform, by that platform's own id; unique on (platform, external id)."""

    id: PlaceId
    community: CommunityId
    platform: str
    kind: PlaceKind
    external_id: str
    is_away: bool = False
    """Of a community's own place: whether the program was sent away from there."""
