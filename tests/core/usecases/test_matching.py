"""Members as matching sees them: whoever waits and whoever offers, at the same few queries for any number of them."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from sqlalchemy import event

from bot.core.domain.communities import Community
from bot.core.domain.frameworks import GrowthDirection
from bot.core.domain.gaps import Assessment
from bot.core.domain.ids import AssessmentId, CompetencyId, MemberId, RoleId
from bot.core.domain.members import Account, MenteeProfile, MentorProfile, Role
from bot.core.domain.pairings import PairingState
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.matching import guide_of, people_to_match, seeker_of
from bot.storage.engines import Database
from tests.core.dialogue.chat import CountedIds, StoppedClock, content
from tests.core.examples import COMMUNITY, MENTEE, MENTOR, MODERATOR, NOW, a_member, a_pairing

TOOLS = Tools(StoppedClock(), CountedIds(), content()[1])
AIM = RoleId("staff-engineer")
MENTEES = [MemberId(f"e{number}") for number in range(9)]
MENTORS = [MemberId(f"m{number}") for number in range(5)]


@pytest.fixture
def home(sqlite_database: Database) -> Database:
    """A pair, and nine mentees who wait beside five mentors."""
    with sqlite_database.write() as work:
        work.communities.add(Community(COMMUNITY, "Harbour", "en", "Europe/Berlin", NOW))
        for each in (MENTEE, *MENTEES):
            _add(work, each, Role.MENTEE)
            work.members.save_mentee(MenteeProfile(COMMUNITY, each, AIM, GrowthDirection.VERTICAL, 4))
        for each in (MENTOR, *MENTORS):
            _add(work, each, Role.MENTOR)
            work.members.save_mentor(MentorProfile(COMMUNITY, each, {CompetencyId("system-design"): 4}, capacity=2))
        _add(work, MODERATOR, Role.MODERATOR)
        work.assessments.add(
            [
                Assessment(AssessmentId(each), COMMUNITY, each, CompetencyId("system-design"), 2, each, NOW)
                for each in MENTEES
            ]
        )
        work.pairings.add(a_pairing(PairingState.ACTIVE))
        work.commit()
    return sqlite_database


@pytest.fixture
def asked() -> Iterator[list[str]]:
    """Every question that is put to a database meanwhile."""
    questions: list[str] = []

    def note(_: object, __: object, statement: str, *___: object) -> None:
        if statement.startswith("SELECT"):
            questions.append(statement)

    event.listen(sa.Engine, "before_cursor_execute", note)
    yield questions
    event.remove(sa.Engine, "before_cursor_execute", note)


def test_everybody_is_seen_in_three_queries(home: Database, asked: list[str]) -> None:
    with home.read() as work:
        seekers, guides = people_to_match(work, TOOLS, COMMUNITY, "en")

    assert len(asked) == 3
    assert [each.member for each in seekers] == MENTEES
    assert {each.member: each.free for each in guides} == {MENTOR: 1, **dict.fromkeys(MENTORS, 2)}


def test_one_of_them_alone_is_seen_alike(home: Database) -> None:
    with home.read() as work:
        seekers, guides = people_to_match(work, TOOLS, COMMUNITY, "en")
        alone = seeker_of(work, TOOLS, a_member(MENTEES[3]), "en"), guide_of(work, a_member(MENTOR, Role.MENTOR))

    assert alone == (seekers[3], next(each for each in guides if each.member == MENTOR))
    assert {cell.competency.id: cell.current for cell in seekers[3].matrix.cells}[CompetencyId("system-design")] == 2


def _add(work: UnitOfWork, member: MemberId, role: Role) -> None:
    work.members.add(a_member(member, role), Account(COMMUNITY, "webchat", member, member))
