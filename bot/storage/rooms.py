"""Mentorship rooms, the seats in them, and which of them are carried from one place to another."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

import sqlalchemy as sa

from bot.core.domain.ids import CommunityId, PairingId, PlaceId
from bot.core.domain.pairings import TAKES_CAPACITY
from bot.core.domain.rooms import IN_USE, Room, RoomState
from bot.core.ports.growing import Seat
from bot.storage import schema
from bot.storage.communities import communities, places
from bot.storage.dialect import partial_index
from bot.storage.members import accounts
from bot.storage.pairings import pairings
from bot.storage.roster import members
from bot.storage.rows import Row, Rows

rooms = sa.Table(
    "rooms",
    schema.metadata,
    schema.community(),
    sa.Column("pairing_id", sa.Text, primary_key=True),
    sa.Column("state", schema.Word(RoomState), nullable=False),
    sa.Column("delete_at", schema.Instant),
    schema.refers("pairing_id", "pairings"),
)
room_places = sa.Table(
    "room_places",
    schema.metadata,
    schema.community(),
    sa.Column("pairing_id", sa.Text, primary_key=True),
    sa.Column("member_id", sa.Text, primary_key=True),
    sa.Column("place_id", sa.Text, nullable=False),
    schema.refers("pairing_id", "rooms", "pairing_id"),
    schema.refers("member_id", "members"),
    schema.refers("place_id", "places"),
    sa.Index(None, "community_id", "place_id"),
    sa.Index(None, "community_id", "member_id"),
)
_WILL_GO = rooms.c.delete_at.is_not(None)

partial_index("ix_rooms_delete", rooms.c.delete_at, where=_WILL_GO)


class RoomRows(Rows):
    """The port `Rooms`."""

    def add(self, room: Room) -> None:
        key = {"community_id": room.community, "pairing_id": room.pairing}
        self._change(_ADD_ROOM, {**key, "state": room.state, "delete_at": room.delete_at})
        self._seat(room)

    def save(self, room: Room) -> None:
        key = {"of_community_id": room.community, "of_pairing_id": room.pairing}
        self._change(_SAVE_ROOM, {**key, "state": room.state, "delete_at": room.delete_at})
        self._change(_UNSEAT, {"community": room.community, "pairing": room.pairing})
        self._seat(room)

    def find(self, community: CommunityId, pairing: PairingId, *, lock: bool = False) -> Room | None:
        if lock:  # by itself first: what is read with the lock could be as old as the waiting for it
            self._first(_LOCK_ROOM, community=community, pairing=pairing)
        return _only(_rooms_of(self._all(_FIND_ROOM, community=community, pairing=pairing)))

    def find_at(self, community: CommunityId, place: PlaceId, *, lock: bool = False) -> Room | None:
        found = _only(_rooms_of(self._all(_ROOM_AT, community=community, place=place)))
        return self.find(community, found.pairing, lock=True) if lock and found is not None else found

    def in_use(self, community: CommunityId) -> Sequence[Room]:
        return _rooms_of(self._all(_ROOMS_IN_USE, community=community))

    def archived(self, community: CommunityId) -> Sequence[Room]:
        return _rooms_of(self._all(_ROOMS_ARCHIVED, community=community))

    def to_delete(self, now: datetime, limit: int) -> Sequence[Room]:
        found = self._all(_ROOMS_TO_DELETE, now=now, limit=limit)
        return [room for row in found if (room := self.find(row[0], row[1])) is not None]

    def seats(self, platform: str, account: str) -> Sequence[Seat]:
        return [Seat(*row) for row in self._all(_SEATS, platform=platform, account=account)]

    def left_seats(self, platform: str, account: str) -> Sequence[Seat]:
        return [Seat(*row) for row in self._all(_LEFT_SEATS, platform=platform, account=account)]

    def carried_places(self, platform: str) -> Sequence[str]:
        return [row[0] for row in self._all(_CARRIED, platform=platform)]

    def next_deletion(self) -> datetime | None:
        row = self._first(_NEXT_DELETION)
        return row[0] if row else None

    def _seat(self, room: Room) -> None:
        key = {"community_id": room.community, "pairing_id": room.pairing}
        seats = [{**key, "member_id": member, "place_id": place} for member, place in room.places.items()]
        self._change_each(_SEAT, seats)


_ADD_ROOM = sa.insert(rooms)
_SAVE_ROOM = schema.changing(rooms)
_SEAT = sa.insert(room_places)
_UNSEAT = sa.delete(room_places).where(
    room_places.c.community_id == sa.bindparam("community"), room_places.c.pairing_id == sa.bindparam("pairing")
)
_IN_ROOM = sa.and_(room_places.c.community_id == rooms.c.community_id, room_places.c.pairing_id == rooms.c.pairing_id)
_ROOMS = (
    sa.select(*rooms.c, room_places.c.member_id, room_places.c.place_id)
    .select_from(rooms)
    .outerjoin(room_places, _IN_ROOM)
    .order_by(rooms.c.pairing_id)
)
_OF_THIS = rooms.c.community_id == sa.bindparam("community")
_FIND_ROOM = _ROOMS.where(_OF_THIS, rooms.c.pairing_id == sa.bindparam("pairing"))
_LOCK_ROOM = (
    sa.select(rooms.c.pairing_id).where(_OF_THIS, rooms.c.pairing_id == sa.bindparam("pairing")).with_for_update()
)
_there = room_places.alias("there")
_ROOM_AT = _ROOMS.where(
    _OF_THIS,
    rooms.c.pairing_id.in_(
        sa.select(_there.c.pairing_id).where(
            _there.c.community_id == sa.bindparam("community"), _there.c.place_id == sa.bindparam("place")
        )
    ),
)
_ROOMS_IN_USE = _ROOMS.where(_OF_THIS, schema.one_of(rooms.c.state, IN_USE))
_ROOMS_ARCHIVED = _ROOMS.where(_OF_THIS, rooms.c.state == schema.constant(RoomState.ARCHIVED))
_other = members.alias("other")
_elsewhere = room_places.alias("elsewhere")
_IS_CARRIED = sa.exists().where(
    _elsewhere.c.community_id == room_places.c.community_id,
    _elsewhere.c.pairing_id == room_places.c.pairing_id,
    _elsewhere.c.place_id != room_places.c.place_id,
)
"""The other of the pair has a place of their own."""
_EVERY_SEAT = (
    sa.select(
        room_places.c.community_id,
        room_places.c.pairing_id,
        room_places.c.member_id,
        room_places.c.place_id,
        places.c.external_id,
        _other.c.name,
        _IS_CARRIED,
    )
    .select_from(accounts)
    .join(
        room_places,
        sa.and_(room_places.c.community_id == accounts.c.community_id, room_places.c.member_id == accounts.c.member_id),
    )
    .join(rooms, _IN_ROOM)
    .join(
        pairings,
        sa.and_(pairings.c.community_id == rooms.c.community_id, pairings.c.id == rooms.c.pairing_id),
    )
    .join(places, sa.and_(places.c.community_id == room_places.c.community_id, places.c.id == room_places.c.place_id))
    .join(
        _other,
        sa.and_(
            _other.c.community_id == pairings.c.community_id,
            _other.c.id
            == sa.case(
                (pairings.c.mentor_id == room_places.c.member_id, pairings.c.mentee_id), else_=pairings.c.mentor_id
            ),
        ),
    )
    .where(
        accounts.c.platform == sa.bindparam("platform"),
        accounts.c.external_id == sa.bindparam("account"),
        places.c.platform == sa.bindparam("platform"),
    )
)
_SEATS = _EVERY_SEAT.where(
    schema.one_of(rooms.c.state, IN_USE), schema.one_of(pairings.c.state, TAKES_CAPACITY)
).order_by(pairings.c.proposed_at, pairings.c.id)
_LEFT_SEATS = _EVERY_SEAT.where(sa.not_(schema.one_of(pairings.c.state, TAKES_CAPACITY))).order_by(
    pairings.c.proposed_at.desc(), pairings.c.id
)
_CARRIED = (
    sa.select(places.c.external_id)
    .select_from(room_places)
    .join(rooms, _IN_ROOM)
    .join(places, sa.and_(places.c.community_id == room_places.c.community_id, places.c.id == room_places.c.place_id))
    .where(
        places.c.platform == sa.bindparam("platform"),
        schema.one_of(rooms.c.state, IN_USE),
        _IS_CARRIED,
    )
)
_ROOMS_TO_DELETE = (
    sa.select(rooms.c.community_id, rooms.c.pairing_id)
    .join(communities, communities.c.id == rooms.c.community_id)
    .where(
        _WILL_GO,
        rooms.c.delete_at <= sa.bindparam("now", type_=schema.Instant),
        sa.not_(communities.c.is_away),
    )
    .order_by(rooms.c.delete_at)
    .limit(sa.bindparam("limit", type_=sa.Integer))
    .with_for_update(of=rooms, skip_locked=True)
)
_NEXT_DELETION = sa.select(sa.func.min(rooms.c.delete_at)).where(_WILL_GO)


def _rooms_of(rows: Iterable[Row]) -> list[Room]:
    """Put rooms together from rows of which each has one seat, or none."""
    found: list[Room] = []
    for community, pairing, state, delete_at, member, place in rows:
        if not found or (found[-1].community, found[-1].pairing) != (community, pairing):
            found.append(Room(community, pairing, state, {}, delete_at))
        if member is not None:
            found[-1] = replace(found[-1], places={**found[-1].places, member: place})
    return found


def _only(rooms_found: Sequence[Room]) -> Room | None:
    return rooms_found[0] if rooms_found else None
