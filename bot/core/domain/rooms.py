"""The mentorship room: the private place of one pairing."""

from dataclasses import dataclass
from enum import Enum

from bot.core.domain.ids import CommunityId, PairingId, PlaceId


class RoomState(Enum):
    """Whether the room is being made, in use, or read-only."""

    OPENING = "opening"
    OPEN = "open"
    ARCHIVED = "archived"


@dataclass(frozen=True)
class Room:
    """A pairing's room; `place` is None until a platform has made one."""

    community: CommunityId
    pairing: PairingId
    state: RoomState
    place: PlaceId | None
