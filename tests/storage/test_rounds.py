"""The contract of rounds, of what they were solved on, and of the questions that they put to mentors."""

from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest
import sqlalchemy as sa
from hypothesis import given, settings

from bot.core.domain.errors import NotFound, RoundUnderWay
from bot.core.domain.ids import CommunityId, MemberId, PairingId, RoundId
from bot.core.domain.matching import TERMS, Objective, Terms, Weights
from bot.core.domain.rounds import (
    Decision,
    Inputs,
    Patience,
    Reason,
    Round,
    RoundState,
    Ruling,
    Rulings,
    ask,
    asked_about,
)
from bot.storage.engines import Database, open_database
from bot.storage.rounds.snapshots import read_inputs, read_solution, write_inputs, write_solution
from tests.core.domain.matching.people import DAY
from tests.core.domain.test_rounds import TWO_AND_TWO, decided_rounds, solve
from tests.storage.samples import ANNA, COMMUNITY, HOUR, MAYA, MILAN, NOW, OTHER, ZOE, pairing, populate

SECRET = MemberId("somebody-whom-nobody-must-know-of")


def a_round(number: int = 1, community: CommunityId = COMMUNITY, state: RoundState = RoundState.DRAFT) -> Round:
    """Make a round that Maya began."""
    return Round(RoundId(f"round-{number}"), community, number, state, Objective.MOST, 1, None, MAYA, NOW)


def a_decision(ruling: Ruling, mentor: MemberId = MAYA) -> Decision:
    """Make a word about Anna and a mentor."""
    return Decision(ruling, ANNA, mentor, MILAN, NOW)


def test_a_round_is_kept_through_its_life_with_every_decision(home: Database) -> None:
    draft, other = a_round(), a_round(community=OTHER)
    decided = draft.decided(a_decision(Ruling.PIN), a_decision(Ruling.FORBID, MILAN)).answered()
    with home.write() as work:
        work.rounds.add(draft, TWO_AND_TWO)
        work.rounds.add(other, TWO_AND_TWO)
        work.rounds.save(decided)
        work.commit()
    published = decided.reviewed(MILAN, NOW + HOUR).published(MAYA, NOW + 2 * HOUR)
    with home.write() as work:
        assert work.rounds.live(COMMUNITY, lock=True) == decided
        work.rounds.save(published)
        work.commit()

    with home.read() as work:
        assert work.rounds.get(COMMUNITY, draft.id) == published
        assert work.rounds.live(OTHER) == other
        with pytest.raises(NotFound):
            work.rounds.get(COMMUNITY, RoundId("none"))


def test_a_community_has_one_round_at_a_time(home: Database) -> None:
    with home.write() as work:
        work.rounds.add(a_round(1), TWO_AND_TWO)
        with pytest.raises(RoundUnderWay):
            work.rounds.add(a_round(2), TWO_AND_TWO)
        work.rounds.save(a_round(1).closed(NOW))
        work.rounds.add(a_round(2), TWO_AND_TWO)
        work.commit()

    with home.read() as work:
        assert work.rounds.live(COMMUNITY) == a_round(2)
        assert work.rounds.newest(COMMUNITY) == a_round(2)
        assert work.rounds.newest(OTHER) is None


def test_what_a_round_is_solved_on_and_what_came_of_it_are_kept(home: Database) -> None:
    solution, later = solve(TWO_AND_TWO), replace(TWO_AND_TWO, day=DAY + timedelta(days=1))
    with home.write() as work:
        work.rounds.add(a_round(), TWO_AND_TWO)
        assert work.rounds.solution(a_round()) is None
        work.rounds.save_solution(a_round(), solution)
        work.rounds.save(a_round().answered())
        assert work.rounds.inputs(a_round()).day == DAY
        work.rounds.save_inputs(a_round(), later)
        work.commit()

    with home.read() as work:
        assert work.rounds.inputs(a_round()).day == later.day
        kept = work.rounds.solution(a_round())
        assert kept is not None
        assert write_solution(kept) == write_solution(solution)
        with pytest.raises(NotFound):
            work.rounds.inputs(a_round(community=OTHER))


def test_who_is_kept_apart_can_t_be_read_out_of_the_database(sqlite_url: str) -> None:
    seekers = (replace(TWO_AND_TWO.seekers[0], apart=frozenset({SECRET})),)
    database = open_database(sqlite_url, b"a key of thirty-two bytes, or so")
    with database.write() as work:
        populate(work, COMMUNITY)
        work.rounds.add(a_round(), replace(TWO_AND_TWO, seekers=seekers))
        work.commit()
    with database.read() as work:
        assert work.rounds.inputs(a_round()).seekers[0].apart == {SECRET}
    database.close()

    other = open_database(sqlite_url, b"another key of thirty-two bytes!")
    with other.read() as work, pytest.raises(NotFound):
        work.rounds.inputs(a_round())
    other.close()


@settings(deadline=None)
@given(decided_rounds())
def test_a_round_that_is_read_again_is_solved_to_the_same_answer(drawn: tuple[Inputs, Rulings]) -> None:
    inputs, rulings = drawn
    read = read_inputs(write_inputs(inputs))
    solution = solve(inputs, rulings)

    assert (read.day, read.terms, read.objective, read.engine) == (
        inputs.day,
        inputs.terms,
        inputs.objective,
        inputs.engine,
    )
    assert solve(read, rulings) == solution
    kept = read_solution(write_solution(solution))
    assert write_solution(kept) == write_solution(solution)
    for mentee, mentor in product(inputs.mentees, inputs.mentors):
        assert asked_about(read, rulings, kept, mentee, mentor).loss == (
            asked_about(inputs, rulings, solution, mentee, mentor).loss
        )


def test_a_programme_s_own_terms_are_kept() -> None:
    terms = Terms(Weights(cells=0.5, preferences=0.3), margin=2, with_hours=False)
    assert read_inputs(write_inputs(replace(TWO_AND_TWO, terms=terms))).terms == terms != TERMS


def test_rounds_are_due_where_somebody_is_to_be_asked_next(home: Database) -> None:
    later = a_round(community=OTHER).answered().reviewed(MAYA, NOW).published(MAYA, NOW + HOUR)
    with home.write() as work:
        for each in (a_round(), later):
            work.rounds.add(each, TWO_AND_TWO)
            work.rounds.save(each)
        work.commit()

    with home.read() as work:
        assert work.rounds.next_instant() == NOW + HOUR
        assert work.rounds.due(NOW, 10) == []
        assert work.rounds.due(NOW + HOUR, 10) == [later]


def test_who_waited_is_counted_by_rounds(home: Database) -> None:
    with home.write() as work:
        for number in (1, 2):
            work.rounds.add(a_round(number), TWO_AND_TWO)
            work.rounds.leave_without(a_round(number), [ANNA] if number == 2 else [ANNA, ZOE])
            work.rounds.save(a_round(number).closed(NOW))
        work.commit()

    with home.read() as work:
        assert work.rounds.waited(COMMUNITY) == {ANNA: 2, ZOE: 1}
        assert work.rounds.waited(OTHER) == {}


def test_questions_are_kept_with_their_pairings_and_one_whose_mentee_is_taken_is_left_out(home: Database) -> None:
    of = a_round()
    pairings = [pairing("one", MAYA, ANNA), pairing("two", MILAN, ANNA), pairing("three", MILAN, ZOE)]
    questions = [ask(each, of.id, Patience(), NOW) for each in pairings]
    with home.write() as work:
        work.rounds.add(of, TWO_AND_TWO)
        assert work.proposals.propose(pairings, questions) == {"one", "three"}
        work.commit()

    with home.read() as work:
        asked = work.proposals.of_round(COMMUNITY, of.id)
        assert [(each.proposal, each.pairing) for each in asked] == [
            (questions[0], pairings[0]),
            (questions[2], pairings[2]),
        ]
        assert [each.id for each in work.proposals.unanswered(COMMUNITY)] == ["one", "three"]
        assert work.proposals.find(COMMUNITY, PairingId("two")) is None
        assert work.proposals.of_round(OTHER, of.id) == []


def test_a_question_is_due_until_it_is_settled(home: Database) -> None:
    of, one = a_round(), pairing("one")
    question = ask(one, of.id, Patience(), NOW)
    with home.write() as work:
        work.rounds.add(of, TWO_AND_TWO)
        work.proposals.propose([one], [question])
        work.commit()
    with home.write() as work:
        assert work.proposals.due(NOW + HOUR, 10) == []
        assert work.rounds.next_instant() == question.due_at
        assert [each.proposal for each in work.proposals.due(NOW + timedelta(days=2), 10)] == [question]
        settled = question.settled(Reason.NO_FIT, "Too far from what I do")
        work.proposals.save(settled)
        work.commit()

    with home.write() as work:
        assert work.proposals.due(NOW + timedelta(days=9), 10) == []
        assert work.proposals.find(COMMUNITY, one.id, lock=True) == settled


def test_what_is_kept_of_rounds_is_text_that_no_other_community_can_read(home: Database) -> None:
    with home.write() as work:
        work.rounds.add(a_round(), TWO_AND_TWO)
        with pytest.raises(sa.exc.IntegrityError):
            work.rounds.leave_without(a_round(community=OTHER), [ANNA])
