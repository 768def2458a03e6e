"""The contract of pairings, their rooms and a mentor's capacity."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
import sqlalchemy as sa

from bot.core.domain.communities import Place, PlaceKind
from bot.core.domain.errors import AlreadyPaired, NotFound
from bot.core.domain.ids import MemberId, PairingId, PlaceId
from bot.core.domain.members import Account, MemberState, MentorProfile, Role
from bot.core.domain.rooms import Room, RoomState
from bot.storage.engines import Database
from tests.storage.samples import ANNA, COMMUNITY, HOUR, MAYA, MILAN, NOW, OTHER, ZOE, pairing, person


def test_a_pairing_is_kept_through_its_life(home: Database) -> None:
    proposed = pairing()
    active = proposed.accepted(NOW + HOUR)
    with home.write() as work:
        work.pairings.add(proposed)
        work.pairings.add(pairing(community=OTHER))
        assert work.pairings.get(COMMUNITY, proposed.id, lock=True) == proposed
        work.pairings.save(active)
        work.commit()

    with home.read() as work:
        assert work.pairings.get(COMMUNITY, proposed.id) == active
        assert work.pairings.live_of_mentee(COMMUNITY, ANNA) == active
        assert work.pairings.get(OTHER, proposed.id) == pairing(community=OTHER)
        with pytest.raises(NotFound):
            work.pairings.get(COMMUNITY, PairingId("none"))


def test_a_mentee_holds_one_live_pairing(home: Database) -> None:
    with home.write() as work:
        work.pairings.add(pairing("one"))
        with pytest.raises(AlreadyPaired):
            work.pairings.add(pairing("two", MILAN))
        work.pairings.add(pairing("one", MILAN, community=OTHER))
        work.commit()  # a refusal leaves the unit of work as it was

    with home.read() as work:
        assert work.pairings.live_of_mentee(COMMUNITY, ANNA) == pairing("one")


def test_a_mentee_whose_pairing_is_over_can_be_paired_again(home: Database) -> None:
    with home.write() as work:
        work.pairings.add(pairing("one"))
        work.pairings.save(pairing("one").declined(NOW))
        assert work.pairings.live_of_mentee(COMMUNITY, ANNA) is None
        work.pairings.add(pairing("two", MILAN))
        work.commit()

    with home.read() as work:
        assert [each.id for each in work.pairings.of_member(COMMUNITY, ANNA)] == ["two"]
        assert work.pairings.of_member(COMMUNITY, MAYA) == []


def test_a_members_live_pairings_are_listed_oldest_first(home: Database) -> None:
    later = replace(pairing("a-later", MAYA, ZOE), proposed_at=NOW + HOUR)
    with home.write() as work:
        work.pairings.add(later)
        work.pairings.add(pairing("b-earlier", MAYA, ANNA))
        work.commit()

    with home.read() as work:
        assert work.pairings.of_member(COMMUNITY, MAYA) == [pairing("b-earlier", MAYA, ANNA), later]
        assert work.pairings.of_member(COMMUNITY, ZOE) == [later]
        assert work.pairings.of_member(OTHER, MAYA) == []


def test_mentees_without_a_live_pairing_are_unpaired(home: Database) -> None:
    with home.write() as work:
        work.pairings.add(pairing("one", MAYA, ANNA))
        gone = person(MemberId("gone"), Role.MENTEE)
        work.members.add(replace(gone, state=MemberState.LEFT), Account(COMMUNITY, "webchat", "u-gone", gone.id))
        work.commit()

    with home.read() as work:
        assert [member.id for member in work.pairings.unpaired_mentees(COMMUNITY)] == [ZOE]
        assert [member.id for member in work.pairings.unpaired_mentees(OTHER)] == [ANNA, ZOE]


def test_a_room_is_kept_with_its_place(home: Database) -> None:
    opening = Room(COMMUNITY, PairingId("pairing"), RoomState.OPENING, None)
    opened = replace(opening, state=RoomState.OPEN, place=PlaceId("room"))
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
            work.rooms.add(Room(COMMUNITY, PairingId("pairing"), RoomState.OPEN, PlaceId("theirs")))


def test_of_many_who_accept_the_last_place_at_once_one_wins(home: Database) -> None:
    mentees = [MemberId(f"mentee-{number}") for number in range(20)]
    with home.write() as work:
        work.members.save_mentor(MentorProfile(COMMUNITY, MAYA, {}, capacity=1))
        for mentee in mentees:
            work.members.add(person(mentee, Role.MENTEE), Account(COMMUNITY, "webchat", f"u-{mentee}", mentee))
            work.pairings.add(pairing(f"with-{mentee}", MAYA, mentee))
        work.commit()

    def accept(mentee: MemberId) -> bool:
        with home.write() as work:
            mentor = work.members.find_mentor(COMMUNITY, MAYA, lock=True)
            assert mentor is not None
            if work.pairings.places_taken(COMMUNITY, MAYA) >= mentor.capacity:
                return False
            proposed = work.pairings.get(COMMUNITY, PairingId(f"with-{mentee}"), lock=True)
            work.pairings.save(proposed.accepted(NOW))
            work.commit()
            return True

    with ThreadPoolExecutor(max_workers=8) as threads:
        accepted = list(threads.map(accept, mentees))

    assert accepted.count(True) == 1
    with home.read() as work:
        assert work.pairings.places_taken(COMMUNITY, MAYA) == 1


@pytest.fixture
def furnished(home: Database) -> Database:
    """A community with a room that has a place on another platform, and one that is being made."""
    with home.write() as work:
        work.communities.add_place(Place(PlaceId("room"), COMMUNITY, "discord", PlaceKind.ROOM, "r"))
        for name, mentee in (("a-made", ANNA), ("b-unmade", ZOE)):
            work.pairings.add(pairing(name, MAYA, mentee))
        work.rooms.add(Room(COMMUNITY, PairingId("a-made"), RoomState.OPEN, PlaceId("room")))
        work.rooms.add(Room(COMMUNITY, PairingId("b-unmade"), RoomState.OPENING, None))
        work.commit()
    return home


def test_rooms_in_use_are_listed_with_their_platform(furnished: Database) -> None:
    with furnished.read() as work:
        found = {room.pairing: platform for room, platform in work.rooms.in_use(COMMUNITY)}
        assert found == {"a-made": "discord", "b-unmade": "webchat"}
        assert work.rooms.in_use(OTHER) == []


def test_a_room_is_found_by_its_place(furnished: Database) -> None:
    with furnished.read() as work:
        room = work.rooms.find_at(COMMUNITY, PlaceId("room"))
        assert room is not None
        assert room.pairing == "a-made"
        assert work.rooms.find_at(OTHER, PlaceId("room")) is None


def test_rooms_are_due_for_deletion_the_longest_due_first(furnished: Database) -> None:
    with furnished.write() as work:
        assert work.rooms.next_deletion() is None
        for (room, _), hours in zip(work.rooms.in_use(COMMUNITY), (2, 1), strict=True):
            work.rooms.save(replace(room, state=RoomState.ARCHIVED, delete_at=NOW + hours * HOUR))
        work.commit()

    with furnished.write() as work:
        assert work.rooms.next_deletion() == NOW + HOUR
        assert work.rooms.to_delete(NOW, 10) == []
        due = work.rooms.to_delete(NOW + 2 * HOUR, 10)
        assert [room.delete_at for room, _ in due] == [NOW + HOUR, NOW + 2 * HOUR]
        assert len(work.rooms.to_delete(NOW + 2 * HOUR, 1)) == 1
        assert work.rooms.in_use(COMMUNITY) == []
