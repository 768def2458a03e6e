"""A mentee's progress is for the two of a pairing: a moderator sees none, nor does somebody else's mentor."""

from dataclasses import replace

import pytest

from bot.core.domain.communities import Community
from bot.core.domain.errors import NotAllowed, NotFound
from bot.core.domain.frameworks import GrowthDirection
from bot.core.domain.ids import MemberId, RoleId
from bot.core.domain.members import Account, MenteeProfile, Role, arrival_from
from bot.core.domain.pairings import PairingState
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.access import Actor
from bot.core.usecases.progress import read_mentees_progress
from bot.storage.engines import Database
from tests.core.dialogue.chat import CountedIds, StoppedClock, content
from tests.core.examples import COMMUNITY, MENTEE, MENTOR, MODERATOR, NOW, a_member, a_pairing


def settle(work: UnitOfWork, state: PairingState) -> dict[MemberId, Actor]:
    """A pairing, a moderator, and a mentor of nobody."""
    work.communities.add(Community(COMMUNITY, "Harbour", "en", "Europe/Berlin", NOW))
    roles = {MENTEE: Role.MENTEE, MENTOR: Role.MENTOR, MODERATOR: Role.MODERATOR, MemberId("else"): Role.MENTOR}
    members = {each: replace(a_member(), id=each, roles=frozenset({role})) for each, role in roles.items()}
    for each in members.values():
        work.members.add(each, Account(COMMUNITY, "webchat", each.id, each.id))
    work.members.save_mentee(MenteeProfile(COMMUNITY, MENTEE, RoleId("staff-engineer"), GrowthDirection.VERTICAL, 4))
    work.pairings.add(a_pairing(state))
    return {each.id: Actor(COMMUNITY, each) for each in members.values()}


def test_only_the_mentor_of_the_pairing_reads_it(sqlite_database: Database) -> None:
    tools = Tools(StoppedClock(), CountedIds(), content()[1])
    with sqlite_database.write() as work:
        actors = settle(work, PairingState.ACTIVE)

        seen = read_mentees_progress(work, tools, actors[MENTOR], MENTEE)
        assert seen.going is None
        assert seen.arrive_by == arrival_from(NOW.date())
        for other in (MODERATOR, MemberId("else"), MENTEE):
            with pytest.raises(NotAllowed):
                read_mentees_progress(work, tools, actors[other], MENTEE)


def test_nobody_reads_it_before_the_mentor_has_said_yes(sqlite_database: Database) -> None:
    tools = Tools(StoppedClock(), CountedIds(), content()[1])
    with sqlite_database.write() as work:
        actors = settle(work, PairingState.PROPOSED)

        with pytest.raises(NotFound):
            read_mentees_progress(work, tools, actors[MENTOR], MENTEE)
