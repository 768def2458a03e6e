"""Pairings and their rooms."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from bot.core.domain.errors import AlreadyPaired, NotFound
from bot.core.domain.ids import CommunityId, MemberId, PairingId, PlaceId
from bot.core.domain.members import Member, MemberState
from bot.core.domain.pairings import LIVE, TAKES_CAPACITY, Pairing, PairingState
from bot.core.domain.rooms import IN_USE, Room, RoomState
from bot.storage import schema
from bot.storage.communities import communities, places
from bot.storage.dialect import insert, partial_index
from bot.storage.roster import MEMBER, by_name, member_of, members
from bot.storage.rows import Row, Rows

pairings = sa.Table(
    "pairings",
    schema.metadata,
    schema.community(),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("mentor_id", sa.Text, nullable=False),
    sa.Column("mentee_id", sa.Text, nullable=False),
    sa.Column("state", schema.Word(PairingState), nullable=False),
    sa.Column("score", sa.Double, nullable=False),
    sa.Column("proposed_by", sa.Text, nullable=False),
    sa.Column("proposed_at", schema.Instant, nullable=False),
    sa.Column("answered_at", schema.Instant),
    sa.Column("ended_at", schema.Instant),
    schema.refers("mentor_id", "members"),
    schema.refers("mentee_id", "members"),
    schema.refers("proposed_by", "members"),
)
IS_LIVE = schema.one_of(pairings.c.state, LIVE)
"""A pairing that holds the mentee's one place."""

partial_index("uq_pairings_live_of_mentee", pairings.c.community_id, pairings.c.mentee_id, where=IS_LIVE, unique=True)
partial_index("ix_pairings_live_of_mentor", pairings.c.community_id, pairings.c.mentor_id, where=IS_LIVE)

rooms = sa.Table(
    "rooms",
    schema.metadata,
    schema.community(),
    sa.Column("pairing_id", sa.Text, primary_key=True),
    sa.Column("state", schema.Word(RoomState), nullable=False),
    sa.Column("place_id", sa.Text),
    sa.Column("delete_at", schema.Instant),
    schema.refers("pairing_id", "pairings"),
    schema.refers("place_id", "places"),
)
_WILL_GO = rooms.c.delete_at.is_not(None)

partial_index("ix_rooms_delete", rooms.c.delete_at, where=_WILL_GO)


class PairingRows(Rows):
    """The port `Pairings`."""

    def add(self, pairing: Pairing) -> None:
        if not self._change(_ADD, {"community_id": pairing.community, "id": pairing.id, **_values(pairing)}):
            raise AlreadyPaired

    def save(self, pairing: Pairing) -> None:
        self._change(_SAVE, {"of_community_id": pairing.community, "of_id": pairing.id, **_values(pairing)})

    def get(self, community: CommunityId, pairing: PairingId, *, lock: bool = False) -> Pairing:
        if row := self._first(_LOCK if lock else _GET, community=community, pairing=pairing):
            return _pairing_of(row)
        raise NotFound

    def live_of_mentee(self, community: CommunityId, mentee: MemberId) -> Pairing | None:
        row = self._first(_LIVE_OF_MENTEE, community=community, mentee=mentee)
        return _pairing_of(row) if row else None

    def of_member(self, community: CommunityId, member: MemberId) -> Sequence[Pairing]:
        return [_pairing_of(row) for row in self._all(_OF_MEMBER, community=community, member=member)]

    def unpaired_mentees(self, community: CommunityId) -> Sequence[Member]:
        return by_name(map(member_of, self._all(_UNPAIRED, community=community)))

    def places_taken(self, community: CommunityId, mentor: MemberId) -> int:
        return self._count(_PLACES_TAKEN, community=community, mentor=mentor)

    def add_room(self, room: Room) -> None:
        key = {"community_id": room.community, "pairing_id": room.pairing}
        self._change(_ADD_ROOM, {**key, "state": room.state, "place_id": room.place, "delete_at": room.delete_at})

    def save_room(self, room: Room) -> None:
        key = {"of_community_id": room.community, "of_pairing_id": room.pairing}
        self._change(_SAVE_ROOM, {**key, "state": room.state, "place_id": room.place, "delete_at": room.delete_at})

    def find_room(self, community: CommunityId, pairing: PairingId) -> Room | None:
        row = self._first(_FIND_ROOM, community=community, pairing=pairing)
        return Room(*row) if row else None

    def find_room_at(self, community: CommunityId, place: PlaceId) -> Room | None:
        row = self._first(_ROOM_AT, community=community, place=place)
        return Room(*row) if row else None

    def rooms_in_use(self, community: CommunityId) -> Sequence[tuple[Room, str]]:
        return [(Room(*row[:-1]), row[-1]) for row in self._all(_ROOMS_IN_USE, community=community)]

    def rooms_archived(self, community: CommunityId) -> Sequence[tuple[Room, str]]:
        return [(Room(*row[:-1]), row[-1]) for row in self._all(_ROOMS_ARCHIVED, community=community)]

    def rooms_to_delete(self, now: datetime, limit: int) -> Sequence[tuple[Room, str]]:
        return [(Room(*row[:-1]), row[-1]) for row in self._all(_ROOMS_TO_DELETE, now=now, limit=limit)]

    def next_deletion(self) -> datetime | None:
        row = self._first(_NEXT_DELETION)
        return row[0] if row else None


def takes_capacity(community: sa.ColumnElement[str], mentor: sa.ColumnElement[str]) -> sa.ScalarSelect[int]:
    """Count the pairings that use a mentor's capacity, inside another statement."""
    return (
        sa.select(sa.func.count())
        .select_from(pairings)
        .where(
            pairings.c.community_id == community,
            pairings.c.mentor_id == mentor,
            IS_LIVE,  # as well, for its index
            schema.one_of(pairings.c.state, TAKES_CAPACITY),
        )
        .scalar_subquery()
    )


_OF_COMMUNITY = pairings.c.community_id == sa.bindparam("community")
_IS_MENTOR = pairings.c.mentor_id == sa.bindparam("member")
_IS_MENTEE = pairings.c.mentee_id == sa.bindparam("member")

_ADD = (
    insert(pairings)
    .on_conflict_do_nothing(index_elements=["community_id", "mentee_id"], index_where=IS_LIVE)
    .execution_options(preserve_rowcount=True)
)
_SAVE = schema.changing(pairings)
_GET = sa.select(*pairings.c).where(_OF_COMMUNITY, pairings.c.id == sa.bindparam("pairing"))
_LOCK = _GET.with_for_update()
_LIVE_OF_MENTEE = sa.select(*pairings.c).where(_OF_COMMUNITY, pairings.c.mentee_id == sa.bindparam("mentee"), IS_LIVE)
_OF_MEMBER = (
    sa.select(*pairings.c)
    .where(_OF_COMMUNITY, sa.or_(_IS_MENTOR, _IS_MENTEE), IS_LIVE)
    .order_by(pairings.c.proposed_at, pairings.c.id)
)
_UNPAIRED = sa.select(*MEMBER).where(
    members.c.community_id == sa.bindparam("community"),
    members.c.state == schema.constant(MemberState.ACTIVE),
    members.c.is_mentee,
    ~sa.exists().where(
        pairings.c.community_id == members.c.community_id, pairings.c.mentee_id == members.c.id, IS_LIVE
    ),
)
_PLACES_TAKEN = sa.select(
    takes_capacity(sa.bindparam("community", type_=sa.Text), sa.bindparam("mentor", type_=sa.Text))
)
_ADD_ROOM = sa.insert(rooms)
_SAVE_ROOM = schema.changing(rooms)
_FIND_ROOM = sa.select(*rooms.c).where(
    rooms.c.community_id == sa.bindparam("community"), rooms.c.pairing_id == sa.bindparam("pairing")
)
_ROOM_AT = sa.select(*rooms.c).where(
    rooms.c.community_id == sa.bindparam("community"), rooms.c.place_id == sa.bindparam("place")
)
_OF_PAIRING = sa.and_(pairings.c.community_id == rooms.c.community_id, pairings.c.id == rooms.c.pairing_id)
_OF_MENTOR = sa.and_(members.c.community_id == pairings.c.community_id, members.c.id == pairings.c.mentor_id)
_AT = sa.and_(places.c.community_id == rooms.c.community_id, places.c.id == rooms.c.place_id)
_ROOMS_ON_PLATFORMS = (
    sa.select(*rooms.c, sa.func.coalesce(places.c.platform, members.c.home))
    .select_from(rooms)
    .join(pairings, _OF_PAIRING)
    .join(members, _OF_MENTOR)
    .outerjoin(places, _AT)
)
_ROOMS_IN_USE = _ROOMS_ON_PLATFORMS.where(
    rooms.c.community_id == sa.bindparam("community"), schema.one_of(rooms.c.state, IN_USE)
)
_ROOMS_ARCHIVED = _ROOMS_ON_PLATFORMS.where(
    rooms.c.community_id == sa.bindparam("community"), rooms.c.state == schema.constant(RoomState.ARCHIVED)
)
_ROOMS_TO_DELETE = (
    _ROOMS_ON_PLATFORMS.join(communities, communities.c.id == rooms.c.community_id)
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


def _values(pairing: Pairing) -> dict[str, object]:
    return {
        "mentor_id": pairing.mentor,
        "mentee_id": pairing.mentee,
        "state": pairing.state,
        "score": pairing.score,
        "proposed_by": pairing.proposed_by,
        "proposed_at": pairing.proposed_at,
        "answered_at": pairing.answered_at,
        "ended_at": pairing.ended_at,
    }


def _pairing_of(row: Row) -> Pairing:
    community, pairing, *rest = row
    return Pairing(pairing, community, *rest)
