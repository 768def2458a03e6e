"""Who can be brought together: a mentee with a mentor who has a place free, whoever asks by whatever way."""

import pytest

from bot.core.domain.communities import Community
from bot.core.domain.errors import CapacityFull, NotAMember
from bot.core.domain.frameworks import GrowthDirection
from bot.core.domain.ids import MemberId, RoleId
from bot.core.domain.members import Account, MenteeProfile, MentorProfile, Role
from bot.core.domain.pairings import PairingState
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.access import Actor
from bot.core.usecases.pairings import propose_pairing
from bot.storage.engines import Database
from tests.core.dialogue.chat import CountedIds, StoppedClock, content
from tests.core.examples import COMMUNITY, MENTEE, MENTOR, MODERATOR, NOW, a_member, a_pairing

MODERATES = Actor(COMMUNITY, a_member(MODERATOR, Role.MODERATOR))
OTHER = MemberId("other")


@pytest.fixture
def home(sqlite_database: Database) -> Database:
    """A moderator, a mentor who takes one mentee and has one already, and somebody else who seeks a mentor."""
    with sqlite_database.write() as work:
        _settle(work)
        work.commit()
    return sqlite_database


def _settle(work: UnitOfWork) -> None:
    work.communities.add(Community(COMMUNITY, "Harbour", "en", "Europe/Berlin", NOW))
    roles = {MENTEE: Role.MENTEE, OTHER: Role.MENTEE, MENTOR: Role.MENTOR, MODERATOR: Role.MODERATOR}
    for member, role in roles.items():
        work.members.add(a_member(member, role), Account(COMMUNITY, "webchat", member, member))
    for member in (MENTEE, OTHER):
        profile = MenteeProfile(COMMUNITY, member, RoleId("staff-engineer"), GrowthDirection.VERTICAL, 4)
        work.members.save_mentee(profile)
    work.members.save_mentor(MentorProfile(COMMUNITY, MENTOR, {}, capacity=1))
    work.pairings.add(a_pairing(PairingState.ACTIVE))


def _propose(home: Database, mentee: MemberId, mentor: MemberId) -> None:
    with home.write() as work:
        propose_pairing(work, Tools(StoppedClock(), CountedIds(), content()[1]), MODERATES, mentee, mentor)


def test_a_mentor_whose_places_are_taken_is_not_asked(home: Database) -> None:
    with pytest.raises(CapacityFull):
        _propose(home, OTHER, MENTOR)


def test_one_who_offers_nothing_is_not_asked(home: Database) -> None:
    with pytest.raises(NotAMember):
        _propose(home, OTHER, MODERATOR)


def test_one_who_seeks_nothing_is_given_nobody(home: Database) -> None:
    with pytest.raises(NotAMember):
        _propose(home, MODERATOR, MENTOR)
