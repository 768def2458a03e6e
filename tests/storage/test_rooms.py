"""Rooms, who sits where in them, and which are carried."""

from dataclasses import replace

import pytest
import sqlalchemy as sa

from bot.core.domain.communities import Place, PlaceKind
from bot.core.domain.ids import PairingId, PlaceId
from bot.core.domain.rooms import Room, RoomState
from bot.storage.engines import Database
from tests.storage.samples import ANNA, COMMUNITY, HOUR, MAYA, NOW, OTHER, ZOE, pairing

BOTH = {ANNA: PlaceId("room"), MAYA: PlaceId("room")}


def test_a_room_is_kept_with_its_place(home: Database) -> None:
    opening = Room(COMMUNITY, PairingId("pairing"), RoomState.OPENING)
    opened = replace(opening, state=RoomState.OPEN, places=BOTH)
    with home.write() as work:
        work.pairings.add(pairing())
        work.rooms.add(opening)
        assert work.rooms.find(COMMUNITY, opening.pairing) == opening
        work.communities.add_place(Place(PlaceId("room"), COMMUNITY, "webchat", PlaceKind.ROOM, "r"))
        work.rooms.save(opened)
        work.commit()

    with home.read() as work:
        assert work.rooms.find(COMMUNITY, opening.pairing) == opened
        assert work.rooms.find(OTHER, opening.pairing) is None


def test_a_room_cannot_be_in_another_communitys_place(home: Database) -> None:
    with home.write() as work:
        work.communities.add_place(Place(PlaceId("theirs"), OTHER, "webchat", PlaceKind.ROOM, "r"))
        work.pairings.add(pairing())
        with pytest.raises(sa.exc.IntegrityError):
            work.rooms.add(Room(COMMUNITY, PairingId("pairing"), RoomState.OPEN, {MAYA: PlaceId("theirs")}))


@pytest.fixture
def furnished(home: Database) -> Database:
    """A community with a room that has a place on another platform, and one that is being made."""
    with home.write() as work:
        work.communities.add_place(Place(PlaceId("room"), COMMUNITY, "discord", PlaceKind.ROOM, "r"))
        for name, mentee in (("a-made", ANNA), ("b-unmade", ZOE)):
            work.pairings.add(pairing(name, MAYA, mentee))
        work.rooms.add(Room(COMMUNITY, PairingId("a-made"), RoomState.OPEN, BOTH))
        work.rooms.add(Room(COMMUNITY, PairingId("b-unmade"), RoomState.OPENING))
        work.commit()
    return home


def test_rooms_in_use_are_listed_with_their_places(furnished: Database) -> None:
    with furnished.read() as work:
        found = {room.pairing: room.places for room in work.rooms.in_use(COMMUNITY)}
        assert found == {"a-made": BOTH, "b-unmade": {}}
        assert work.rooms.in_use(OTHER) == []


def test_an_account_has_a_seat_in_each_open_room_and_knows_whether_it_is_carried(furnished: Database) -> None:
    with furnished.write() as work:
        for name in ("d", "t"):
            work.communities.add_place(Place(PlaceId(name), COMMUNITY, "webchat", PlaceKind.ROOM, name))
        apart = Room(COMMUNITY, PairingId("b-unmade"), RoomState.OPEN, {MAYA: PlaceId("d"), ZOE: PlaceId("t")})
        work.rooms.save(apart)
        for name in ("a-made", "b-unmade"):
            work.pairings.save(work.pairings.get(COMMUNITY, PairingId(name)).accepted(NOW))
        work.commit()

    with furnished.read() as work:
        account = work.members.accounts(COMMUNITY, [MAYA], "webchat")[MAYA]
        seats = work.rooms.seats("webchat", account)
        assert [(each.pairing, each.external_id, each.other, each.is_carried) for each in seats] == [
            ("b-unmade", "d", "Zoe of community-a", True)
        ]
        assert sorted(work.rooms.carried_places("webchat")) == ["d", "t"]
        assert work.rooms.carried_places("discord") == []
        assert work.rooms.seats("webchat", "nobody") == []


def test_a_room_is_found_by_its_place(furnished: Database) -> None:
    with furnished.read() as work:
        room = work.rooms.find_at(COMMUNITY, PlaceId("room"))
        assert room is not None
        assert room.pairing == "a-made"
        assert work.rooms.find_at(OTHER, PlaceId("room")) is None


def test_rooms_are_due_for_deletion_the_longest_due_first(furnished: Database) -> None:
    with furnished.write() as work:
        assert work.rooms.next_deletion() is None
        for room, hours in zip(work.rooms.in_use(COMMUNITY), (2, 1), strict=True):
            work.rooms.save(replace(room, state=RoomState.ARCHIVED, delete_at=NOW + hours * HOUR))
        work.commit()

    with furnished.write() as work:
        assert work.rooms.next_deletion() == NOW + HOUR
        assert work.rooms.to_delete(NOW, 10) == []
        due = work.rooms.to_delete(NOW + 2 * HOUR, 10)
        assert [room.delete_at for room in due] == [NOW + HOUR, NOW + 2 * HOUR]
        assert len(work.rooms.to_delete(NOW + 2 * HOUR, 1)) == 1
        assert work.rooms.in_use(COMMUNITY) == []
