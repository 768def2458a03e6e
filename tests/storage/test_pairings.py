"""The contract of pairings, their rooms and a mentor's capacity."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from bot.core.domain.errors import AlreadyPaired, NotFound
from bot.core.domain.ids import MemberId, PairingId
from bot.core.domain.matching import Misfit
from bot.core.domain.members import Account, MemberState, MentorProfile, Role
from bot.core.domain.pairings import PairingNote, PairingState
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


def test_why_a_rule_was_set_aside_is_kept_with_the_pairing(home: Database) -> None:
    note = PairingNote(COMMUNITY, PairingId("one"), Misfit.NO_LANGUAGE, "Both learn Esperanto", MAYA, NOW)
    with home.write() as work:
        work.pairings.add(pairing("one"))
        work.pairings.keep_note(note)
        work.commit()

    with home.read() as work:
        assert work.pairings.find_note(COMMUNITY, note.pairing) == note
        assert work.pairings.find_note(OTHER, note.pairing) is None


def test_who_waits_does_so_since_they_came_or_since_their_last_pairing_was_over(home: Database) -> None:
    over = pairing("over").accepted(NOW + HOUR).ended(NOW + 5 * HOUR)
    with home.write() as work:
        work.pairings.add(pairing("over"))
        work.pairings.save(over)
        work.pairings.add(pairing("no", MILAN))
        work.pairings.save(pairing("no", MILAN).declined(NOW + 7 * HOUR))
        work.commit()

    with home.read() as work:
        assert work.pairings.waiting_since(COMMUNITY) == {ANNA: NOW + 5 * HOUR, ZOE: NOW}
        assert work.pairings.waiting_since(OTHER) == {ANNA: NOW, ZOE: NOW}


def test_waits_are_those_of_who_found_a_mentor_the_newest_first(home: Database) -> None:
    first, second = pairing("first").accepted(NOW + 3 * HOUR), pairing("second", MILAN)
    with home.write() as work:
        for each in (first.ended(NOW + 10 * HOUR), second.accepted(NOW + 14 * HOUR)):
            work.pairings.add(replace(each, state=PairingState.PROPOSED))
            work.pairings.save(each)
        work.pairings.add(pairing("no", MAYA, ZOE))
        work.pairings.save(pairing("no", MAYA, ZOE).declined(NOW + HOUR))
        work.commit()

    with home.read() as work:
        assert work.pairings.waits(COMMUNITY, 10) == [4 * HOUR, 3 * HOUR]
        assert work.pairings.waits(COMMUNITY, 1) == [4 * HOUR]
        assert work.pairings.waits(OTHER, 10) == []


def test_mentees_without_a_live_pairing_are_unpaired(home: Database) -> None:
    with home.write() as work:
        work.pairings.add(pairing("one", MAYA, ANNA))
        gone = person(MemberId("gone"), Role.MENTEE)
        work.members.add(replace(gone, state=MemberState.LEFT), Account(COMMUNITY, "webchat", "u-gone", gone.id))
        work.commit()

    with home.read() as work:
        assert [member.id for member in work.pairings.unpaired_mentees(COMMUNITY)] == [ZOE]
        assert [member.id for member in work.pairings.unpaired_mentees(OTHER)] == [ANNA, ZOE]


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
