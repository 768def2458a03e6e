"""The mentorship room: the private place of one pairing."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from bot.core.domain.ids import CommunityId, PairingId, PlaceId


class RoomState(Enum):
    """Whether the room is being made, in use, read-only, or no more."""

    OPENING = "opening"
    OPEN = "open"
    ARCHIVED = "archived"
    DELETED = "deleted"


IN_USE = frozenset({RoomState.OPENING, RoomState.OPEN})
"""States in which a room is, or will be, written in."""


@dataclass(frozen=True)
class Room:
    """A pairing's room; `place` is None until a platform has made one, and when it is gone."""

    community: CommunityId
    pairing: PairingId
    state: RoomState
    place: PlaceId | None
    delete_at: datetime | None = None
    """When an archived room is deleted for good; None where that isn't planned."""
