"""The contract of versions: first seen once, and what a role asked then, each community its own."""

from dataclasses import replace

from bot.core.domain.frameworks import GrowthDirection
from bot.core.domain.ids import CompetencyId, FrameworkId, RoleId
from bot.core.domain.members import MenteeProfile
from bot.core.domain.versions import Asked, FrameworkVersion, RoleVersion
from bot.storage.engines import Database
from tests.storage.samples import ANNA, COMMUNITY, HOUR, MAYA, NOW, OTHER, ZOE

FIRST, SECOND = FrameworkVersion(FrameworkId("kitchen"), 1), FrameworkVersion(FrameworkId("kitchen"), 2)
KNIVES = CompetencyId("knives")
CHEF = RoleVersion(COMMUNITY, RoleId("chef"), FIRST, NOW, {KNIVES: Asked(4.25, 0.5)}, {KNIVES: "Knives"})


def test_a_version_is_first_seen_once(home: Database) -> None:
    with home.write() as work:
        work.versions.see_frameworks([FIRST], NOW)
        work.versions.see_frameworks([FIRST, SECOND], NOW + HOUR)
        work.versions.see_frameworks([], NOW)
        work.commit()

    with home.read() as work:
        assert work.versions.seen_at(FIRST) == NOW
        assert work.versions.seen_at(SECOND) == NOW + HOUR
        assert work.versions.seen_at(FrameworkVersion(FrameworkId("garden"), 1)) is None


def test_what_a_role_asked_when_it_was_first_seen_stays(home: Database) -> None:
    with home.write() as work:
        work.versions.see_roles([CHEF])
        work.versions.see_roles([replace(CHEF, asks={}, titles={}), replace(CHEF, version=SECOND, asks={}, titles={})])
        work.commit()

    with home.read() as work:
        assert work.versions.role(COMMUNITY, CHEF.role, FIRST) == CHEF
        assert work.versions.role(COMMUNITY, CHEF.role, SECOND) == replace(CHEF, version=SECOND, asks={}, titles={})
        assert work.versions.role(OTHER, CHEF.role, FIRST) is None
        assert work.versions.role(COMMUNITY, RoleId("cook"), FIRST) is None


def test_a_mentee_s_matrix_is_begun_on_a_version_or_on_none(home: Database) -> None:
    begun = MenteeProfile(COMMUNITY, ANNA, CHEF.role, GrowthDirection.VERTICAL, 3, begun=FIRST)
    with home.write() as work:
        work.members.save_mentee(begun)
        work.members.save_mentee(replace(begun, member=ZOE, begun=None))
        work.commit()

    with home.read() as work:
        assert work.members.get_mentee(COMMUNITY, ANNA) == begun
        assert work.members.all_mentees(COMMUNITY)[ZOE].begun is None


def test_matrices_begun_on_no_version_are_begun_a_role_at_a_time(home: Database) -> None:
    unbegun = MenteeProfile(COMMUNITY, ANNA, CHEF.role, GrowthDirection.VERTICAL, 3)
    with home.write() as work:
        work.members.save_mentees([unbegun, replace(unbegun, member=ZOE), replace(unbegun, community=OTHER)])
        work.members.save_mentee(replace(unbegun, member=MAYA, begun=FIRST))
        work.commit()

    with home.write() as work:
        assert work.versions.unbegun() == [(COMMUNITY, CHEF.role), (OTHER, CHEF.role)]
        work.versions.begin(COMMUNITY, CHEF.role, SECOND)
        assert work.versions.unbegun() == [(OTHER, CHEF.role)]
        found = work.members.all_mentees(COMMUNITY)
        assert {each.member: each.begun for each in found.values()} == {ANNA: SECOND, ZOE: SECOND, MAYA: FIRST}
