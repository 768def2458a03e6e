"""The contract of members, accounts and profiles."""

from dataclasses import replace
from datetime import date

import pytest
import sqlalchemy as sa

from bot.core.domain.errors import NotFound
from bot.core.domain.frameworks import GrowthDirection
from bot.core.domain.ids import CommunityId, CompetencyId, MemberId, RoleId
from bot.core.domain.members import Account, MemberState, MenteeProfile, MentorProfile, Role, Visibility
from bot.storage.engines import Database
from tests.storage.samples import ANNA, COMMUNITY, MAYA, MILAN, NOW, OTHER, ZOE, pairing, person


def test_a_changed_member_is_kept_whole(home: Database) -> None:
    changed = replace(
        person(ANNA, Role.MENTEE),
        name="Änna 安娜",
        roles=frozenset({Role.MENTEE, Role.MODERATOR}),
        languages=(),
        visibility=Visibility.PRIVATE,
        state=MemberState.LEFT,
        zone="Asia/Tokyo",
    )
    with home.write() as work:
        work.members.save(changed)
        work.commit()

    with home.read() as work:
        assert work.members.get(COMMUNITY, ANNA) == changed
        assert work.members.get(OTHER, ANNA) == person(ANNA, Role.MENTEE, OTHER)


def test_a_member_is_found_by_account_in_one_community(home: Database) -> None:
    with home.read() as work:
        found = work.members.find_by_account(OTHER, "webchat", "u-anna")
        assert found == person(ANNA, Role.MENTEE, OTHER)
        assert work.members.find_by_account(COMMUNITY, "telegram", "u-anna") is None
        with pytest.raises(NotFound):
            work.members.get(COMMUNITY, MemberId("nobody"))


def test_an_account_belongs_to_one_member(home: Database) -> None:
    twin = person(MemberId("twin"), Role.MENTEE)
    with home.write() as work, pytest.raises(sa.exc.IntegrityError):
        work.members.add(twin, Account(COMMUNITY, "webchat", "u-anna", twin.id))


def test_an_account_cannot_point_to_a_member_of_another_community(home: Database) -> None:
    lone = person(MemberId("lone"), Role.MENTEE)
    with home.write() as work:
        work.members.add(lone, Account(COMMUNITY, "webchat", "u-lone", lone.id))
        work.commit()

    with home.write() as work:
        stranger = Account(OTHER, "webchat", "u-stranger", lone.id)
        with pytest.raises(sa.exc.IntegrityError):
            work.members.add(person(MemberId("stranger"), Role.MENTEE, OTHER), stranger)


def test_several_members_are_found_at_once(home: Database) -> None:
    wanted = [ANNA, MAYA, MemberId("nobody")]
    with home.read() as work:
        assert set(work.members.many(COMMUNITY, wanted)) == {ANNA, MAYA}
        assert work.members.accounts(COMMUNITY, wanted, "webchat") == {ANNA: "u-anna", MAYA: "u-maya"}
        assert work.members.accounts(COMMUNITY, wanted, "telegram") == {}
        assert work.members.many(COMMUNITY, []) == {}


def test_members_who_are_here_are_listed_by_name(home: Database) -> None:
    with home.write() as work:
        work.members.save(replace(work.members.get(COMMUNITY, ZOE), name="anaïs"))
        work.members.save(replace(work.members.get(COMMUNITY, MILAN), state=MemberState.LEFT))
        work.commit()

    with home.read() as work:
        assert [member.id for member in work.members.active(COMMUNITY)] == [ZOE, ANNA, MAYA]
        assert [member.id for member in work.members.with_role(COMMUNITY, Role.MENTEE)] == [ZOE, ANNA]
        assert [member.id for member in work.members.with_role(COMMUNITY, Role.MENTOR)] == [MAYA]
        assert work.members.with_role(COMMUNITY, Role.MODERATOR) == []
        assert len(work.members.active(OTHER)) == 4


def test_a_mentees_profile_is_kept_and_changed(home: Database) -> None:
    first = MenteeProfile(COMMUNITY, ANNA, RoleId("staff"), GrowthDirection.VERTICAL, 3)
    changed = replace(
        first, destination=RoleId("manager"), direction=GrowthDirection.DIAGONAL, arrive_by=date(2028, 5, 16)
    )
    with home.write() as work:
        work.members.save_mentee(first)
        work.members.save_mentee(changed)
        work.commit()

    with home.read() as work:
        assert work.members.find_mentee(COMMUNITY, ANNA) == changed
        assert work.members.find_mentee(OTHER, ANNA) is None


def test_a_mentors_profile_is_kept_and_changed(home: Database) -> None:
    profile = MentorProfile(COMMUNITY, MAYA, {CompetencyId("design"): 4}, 2, RoleId("onet:15-1251.00"))
    with home.write() as work:
        work.members.save_mentor(replace(profile, levels={}))
        work.members.save_mentor(profile)
        work.commit()

    with home.write() as work:
        assert work.members.find_mentor(COMMUNITY, MAYA, lock=True) == profile
        assert work.members.find_mentor(OTHER, MAYA) is None


def test_mentors_are_listed_with_how_much_of_their_capacity_is_used(home: Database) -> None:
    with home.write() as work:
        for community in (COMMUNITY, OTHER):
            for mentor in (MAYA, MILAN):
                work.members.save_mentor(MentorProfile(community, mentor, {}, 2))
        work.pairings.add(pairing("one", MAYA, ANNA))
        work.pairings.save(pairing("one", MAYA, ANNA).accepted(NOW))
        work.pairings.add(pairing("two", MAYA, ZOE))  # a proposal takes none
        work.commit()

    with home.read() as work:
        taken = [(member.id, profile.capacity, taken) for member, profile, taken in work.members.mentors(COMMUNITY)]
        assert taken == [(MAYA, 2, 1), (MILAN, 2, 0)]
        assert [taken for _, _, taken in work.members.mentors(OTHER)] == [0, 0]


def test_mentees_who_wait_are_listed_with_what_they_seek(home: Database) -> None:
    with home.write() as work:
        for community in (COMMUNITY, OTHER):
            for mentee in (ANNA, ZOE):
                work.members.save_mentee(_seeking(mentee, community))
        work.members.add(person(MemberId("new"), Role.MENTEE), Account(COMMUNITY, "webchat", "new", MemberId("new")))
        work.pairings.add(pairing("one", MAYA, ANNA))
        work.commit()

    with home.read() as work:
        waiting = [(member.id, profile) for member, profile in work.members.waiting(COMMUNITY)]
        assert waiting == [(ZOE, _seeking(ZOE))]
        assert [member.id for member, _ in work.members.waiting(OTHER)] == [ANNA, ZOE]


def _seeking(mentee: MemberId, community: CommunityId = COMMUNITY) -> MenteeProfile:
    return MenteeProfile(community, mentee, RoleId("staff-engineer"), GrowthDirection.VERTICAL, 4)


def test_a_member_can_have_several_accounts_and_be_gone_from_one(home: Database) -> None:
    discord = Account(COMMUNITY, "discord", "4711", ANNA)
    with home.write() as work:
        work.members.add_account(discord)
        work.members.set_left(COMMUNITY, ANNA, "discord", NOW)
        work.commit()

    with home.read() as work:
        assert work.members.accounts_of(COMMUNITY, ANNA) == [
            Account(COMMUNITY, "discord", "4711", ANNA, left_at=NOW),
            Account(COMMUNITY, "webchat", "u-anna", ANNA),
        ]
        assert work.members.find_by_account(COMMUNITY, "discord", "4711") == work.members.get(COMMUNITY, ANNA)
        assert [each.platform for each in work.members.accounts_of(OTHER, ANNA)] == ["webchat"]
