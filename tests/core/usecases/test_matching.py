"""Members as matching sees them: whoever waits and whoever offers, at the same few queries for any number of them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy import event

from bot.core.domain.circumstances import Circumstances, MatchingRules
from bot.core.domain.communities import Community
from bot.core.domain.frameworks import GrowthDirection
from bot.core.domain.gaps import Assessment
from bot.core.domain.ids import AssessmentId, CompetencyId, MemberId, RoleId
from bot.core.domain.matching import TERMS, Terms, read_hours
from bot.core.domain.members import Account, MenteeProfile, MentorProfile, Role
from bot.core.domain.pairings import PairingState
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.matching import are_kept_apart, guide_of, people_to_match, seeker_of, terms_of
from bot.storage.engines import Database
from tests.core.dialogue.chat import CountedIds, StoppedClock, content
from tests.core.examples import COMMUNITY, MENTEE, MENTOR, MODERATOR, NOW, a_member, a_pairing, a_programme

TOOLS = Tools(StoppedClock(), CountedIds(), content()[1])
AIM = RoleId("staff-engineer")
MENTEES = [MemberId(f"e{number}") for number in range(9)]
MENTORS = [MemberId(f"m{number}") for number in range(5)]


@pytest.fixture
def home(sqlite_database: Database) -> Database:
    """A pair, and nine mentees who wait beside five mentors."""
    with sqlite_database.write() as work:
        work.communities.add(Community(COMMUNITY, "Harbour", "en", "Europe/Berlin", NOW))
        work.programmes.add(a_programme())
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


def test_everybody_is_seen_in_nine_queries(home: Database, asked: list[str]) -> None:
    with home.read() as work:
        seekers, guides = people_to_match(work, TOOLS, COMMUNITY, "en")

    assert len(asked) == 9
    assert [each.member for each in seekers] == MENTEES
    assert {each.member: each.free for each in guides} == {MENTOR: 1, **dict.fromkeys(MENTORS, 2)}


def test_who_aims_at_a_role_that_is_there_no_more_holds_nobody_else_up(home: Database) -> None:
    gone = MenteeProfile(COMMUNITY, MENTEES[4], RoleId("onet:15-1252.00"), GrowthDirection.VERTICAL, 4)
    with home.write() as work:
        work.members.save_mentee(gone)
        seekers, _ = people_to_match(work, TOOLS, COMMUNITY, "en")

    assert [each.member for each in seekers] == [each for each in MENTEES if each != gone.member]


def test_one_of_them_alone_is_seen_alike(home: Database) -> None:
    with home.read() as work:
        seekers, guides = people_to_match(work, TOOLS, COMMUNITY, "en")
        alone = seeker_of(work, TOOLS, a_member(MENTEES[3]), "en"), guide_of(work, TOOLS, a_member(MENTOR, Role.MENTOR))

    assert alone == (seekers[3], next(each for each in guides if each.member == MENTOR))
    assert {cell.competency.id: cell.current for cell in seekers[3].matrix.cells}[CompetencyId("system-design")] == 2


def test_what_people_say_of_themselves_is_seen(home: Database) -> None:
    one, other, mentor = MENTEES[0], MENTEES[1], MENTORS[0]
    hours, pause = read_hours(["mon 18-20"]), date(2027, 1, 1)
    with home.write() as work:
        work.circumstances.save(Circumstances(COMMUNITY, one, hours, frozenset({"remote"}), "The Reds"))
        work.circumstances.save(Circumstances(COMMUNITY, mentor, hours, frozenset({"calls"}), "the reds", pause))
        work.circumstances.save_wishes(COMMUNITY, one, [MENTORS[2], mentor])
        work.circumstances.block(COMMUNITY, other, mentor)
        work.commit()

    with home.read() as work:
        seekers, guides = people_to_match(work, TOOLS, COMMUNITY, "en")
        seen = {each.member: each for each in seekers}
        assert (seen[one].hours, seen[one].preferences, seen[one].team) == (hours, frozenset({"remote"}), "the reds")
        assert seen[one].wishes == (MENTORS[2], mentor)
        guide = next(each for each in guides if each.member == mentor)
        assert (guide.hours, guide.preferences, guide.team, guide.paused_until) == (
            hours,
            frozenset({"calls"}),
            "the reds",
            pause,
        )
        assert (guide.apart, seen[other].apart, seen[one].apart) == (
            frozenset({other}),
            frozenset({mentor}),
            frozenset(),
        )
        assert seen[MENTEES[2]] == seeker_of(work, TOOLS, a_member(MENTEES[2]), "en")
        assert (seen[MENTEES[2]].hours, seen[MENTEES[2]].team) == (None, "")
        together = [each for each in MENTEES if not are_kept_apart(work, TOOLS, COMMUNITY, each, mentor)]
        assert together == [each for each in MENTEES if each not in {one, other}]


@pytest.mark.parametrize(("days", "apart"), [(179, True), (181, False)])
def test_two_who_were_paired_are_kept_apart_until_the_cool_down_is_over(
    home: Database,
    days: int,
    apart: bool,  # noqa: FBT001
) -> None:
    ended = TOOLS.clock.now() - timedelta(days=days)
    with home.write() as work:
        past = replace(a_pairing(PairingState.ENDED), answered_at=ended, ended_at=ended)
        work.pairings.save(past)
        work.commit()
        assert are_kept_apart(work, TOOLS, COMMUNITY, MENTEE, MENTOR) is apart
        work.circumstances.save_rules(COMMUNITY, a_programme().id, MatchingRules(cool_down_days=10))
        assert not are_kept_apart(work, TOOLS, COMMUNITY, MENTEE, MENTOR)


def test_a_programme_matches_by_its_own_terms(home: Database) -> None:
    own = Terms(margin=2, with_language=False)
    with home.write() as work:
        assert terms_of(work, COMMUNITY) == TERMS
        work.circumstances.save_rules(COMMUNITY, a_programme().id, MatchingRules(own))
        assert terms_of(work, COMMUNITY) == own


def _add(work: UnitOfWork, member: MemberId, role: Role) -> None:
    work.members.add(a_member(member, role), Account(COMMUNITY, "webchat", member, member))
