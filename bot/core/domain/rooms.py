"""The mentorship room: the private place of one pairing, or a place for each of the two."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum

from bot.core.domain.ids import CommunityId, MemberId, PairingId, PlaceId


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
    """A pairing's room, with a place for each of the two once a platform has made it: often one and the same."""

    community: CommunityId
    pairing: PairingId
    state: RoomState
    places: Mapping[MemberId, PlaceId] = field(default_factory=dict)
    delete_at: datetime | None = None
    """When an archived room is deleted for good; None where that isn't planned."""

    @property
    def sides(self) -> tuple[MemberId, ...]:
        """One member for each place that there is: what is said in the room is said once beside each of them."""
        first: dict[PlaceId, MemberId] = {}
        for member in sorted(self.places):
            first.setdefault(self.places[member], member)
        return tuple(first.values())

    @property
    def is_carried(self) -> bool:
        """Whether what is said in one of its places has to be carried to another."""
        return len(self.sides) > 1

    def side_of(self, member: MemberId) -> MemberId | None:
        """Find the side in whose place a member is; None while they have none."""
        place = self.places.get(member)
        return next((each for each in self.sides if self.places[each] == place), None)

    def seated(self, places: Mapping[MemberId, PlaceId], pair: Iterable[MemberId]) -> "Room":
        """Give members their places; the room is open when the whole pair has one."""
        seats = {**self.places, **places}
        state = RoomState.OPEN if all(each in seats for each in pair) else RoomState.OPENING
        return replace(self, state=state, places=seats)

    def without(self, place: PlaceId) -> "Room":
        """Take a place away from whoever has it."""
        return replace(self, places={member: each for member, each in self.places.items() if each != place})
