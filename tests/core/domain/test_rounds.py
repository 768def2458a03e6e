"""Rounds: their states, what moderators decide in them, and what they answer about themselves."""

from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.domain.errors import NoRound, NotInRound, PairImpossible, PlacesPinned, RoundChanged, RoundNotSolved
from bot.core.domain.ids import MemberId, PairingId, RoundId
from bot.core.domain.matching import TERMS, Guide, Objective, Seeker, misfit, solved
from bot.core.domain.matching import market_of_people as market_of
from bot.core.domain.pairings import Pairing
from bot.core.domain.rounds import (
    Asked,
    Decision,
    Inputs,
    Patience,
    Reason,
    Round,
    RoundState,
    Ruling,
    Rulings,
    Solution,
    ask,
    asked_about,
    basis_objective,
    change_between,
    solution_of,
    standing,
    still_open,
)
from tests.core.domain.matching.people import DAY, TERMS_OF_ANY_KIND, applicants
from tests.core.examples import COMMUNITY, MENTOR, MODERATOR, NOW, a_matrix, a_pairing

NOBODY = Rulings({}, frozenset())
MANY = settings(max_examples=3 * settings().max_examples // 2, deadline=None)
ANA, BO = MemberId("ana"), MemberId("bo")
LEE, MAX, STRANGER = MemberId("lee"), MemberId("max"), MemberId("nobody")


def a_round(**changed: object) -> Round:
    """Make a draft that was solved once."""
    draft = Round(RoundId("round"), COMMUNITY, 1, RoundState.DRAFT, Objective.MOST, 1, 1, MODERATOR, NOW)
    return replace(draft, **changed)  # type: ignore[arg-type]  # whatever a test says


def a_decision(ruling: Ruling, mentee: MemberId = LEE, mentor: MemberId = ANA) -> Decision:
    """Make a moderator's word about a pair."""
    return Decision(ruling, mentee, mentor, MODERATOR, NOW)


def a_seeker(member: MemberId, **changed: object) -> Seeker:
    """Make a mentee with two open cells."""
    seeker = Seeker(member, a_matrix((1, 4, 1.0), (1, 3, 0.5)), "Europe/Berlin", ("en",))
    return replace(seeker, **changed)  # type: ignore[arg-type]  # as above


def a_guide(member: MemberId, *levels: int, free: int = 1) -> Guide:
    """Make a mentor of these levels in the two."""
    named = {
        cell.competency.id: level for cell, level in zip(a_matrix((1, 4, 1.0), (1, 3, 0.5)).cells, levels, strict=False)
    }
    return Guide(member, named, "Europe/Berlin", ("en",), free)


def inputs_of(seekers: list[Seeker], guides: list[Guide], objective: Objective = Objective.MOST) -> Inputs:
    return Inputs(DAY, tuple(seekers), tuple(guides), TERMS, objective, "plain")


TWO_AND_TWO = inputs_of([a_seeker(LEE), a_seeker(MAX, waited=1)], [a_guide(ANA, 5, 5), a_guide(BO, 5)])


def solve(inputs: Inputs, rulings: Rulings = NOBODY) -> Solution:
    """Solve a round by the plain rules."""
    market = market_of(*inputs.undecided(rulings), inputs.day, inputs.terms)
    outcome = solved(market, inputs.objective)
    basis = basis_objective(inputs.objective)
    return solution_of(inputs, rulings, outcome, solved(market, basis) if basis else outcome)


# The life of a round


def test_a_round_goes_from_draft_by_review_to_published_and_closed() -> None:
    reviewed = a_round().reviewed(MODERATOR, NOW)
    published = reviewed.published(MODERATOR, NOW)
    states = [each.state for each in (reviewed, published, published.closed(NOW))]
    assert states == [RoundState.REVIEWED, RoundState.PUBLISHED, RoundState.CLOSED]
    assert published.pass_on_at == NOW


@pytest.mark.parametrize("state", [RoundState.DRAFT, RoundState.PUBLISHED, RoundState.CLOSED])
def test_only_what_was_reviewed_is_published(state: RoundState) -> None:
    with pytest.raises(NoRound):
        a_round(state=state).published(MODERATOR, NOW)


def test_a_decision_makes_a_draft_that_is_to_be_solved_before_it_is_reviewed() -> None:
    decided = a_round().reviewed(MODERATOR, NOW).decided(a_decision(Ruling.PIN))
    assert (decided.state, decided.is_solved, decided.reviewed_by) == (RoundState.DRAFT, False, None)
    with pytest.raises(RoundNotSolved):
        decided.reviewed(MODERATOR, NOW)
    assert decided.answered().reviewed(MODERATOR, NOW).state is RoundState.REVIEWED


@pytest.mark.parametrize("state", [RoundState.PUBLISHED, RoundState.CLOSED])
def test_nothing_is_decided_in_a_round_that_is_published(state: RoundState) -> None:
    with pytest.raises(NoRound):
        a_round(state=state).decided(a_decision(Ruling.PIN))


def test_what_was_thought_out_on_an_earlier_version_is_not_carried_out() -> None:
    decided = a_round().decided(a_decision(Ruling.FORBID))
    assert decided.at(2) is decided
    with pytest.raises(RoundChanged):
        decided.at(1)


# What moderators decide


def test_the_last_word_about_a_pair_stands() -> None:
    words = [Ruling.PIN, Ruling.FORBID, Ruling.RELEASE, Ruling.SWAP]
    stood = [standing([a_decision(each) for each in words[:many]]).about(LEE, ANA) for many in range(5)]
    assert stood == [None, Ruling.PIN, Ruling.FORBID, None, Ruling.PIN]


def test_a_mentee_is_pinned_to_one_mentor() -> None:
    stands = standing([a_decision(Ruling.PIN), a_decision(Ruling.PIN, mentor=BO)])
    assert stands.pins == {LEE: BO}


def test_a_pin_keeps_the_hard_rules_and_the_places() -> None:
    apart = inputs_of([a_seeker(LEE, apart=frozenset({ANA})), a_seeker(MAX)], [a_guide(ANA, 5), a_guide(BO, 5)])
    with pytest.raises(PairImpossible) as personal:
        apart.pinnable(LEE, ANA, NOBODY)
    assert personal.value.facts == {"rule": "personal"}
    with pytest.raises(PlacesPinned):
        apart.pinnable(LEE, BO, Rulings({MAX: BO}, frozenset()))
    apart.pinnable(MAX, BO, Rulings({MAX: BO}, frozenset()))
    with pytest.raises(NotInRound):
        apart.pinnable(STRANGER, BO, NOBODY)


@st.composite
def decided_rounds(draw: st.DrawFn) -> tuple[Inputs, Rulings]:
    """Draw people with terms, and decisions about any of them, possible or not."""
    seekers, guides = draw(applicants())
    objective = draw(st.sampled_from(Objective))
    inputs = Inputs(DAY, tuple(seekers), tuple(guides), draw(TERMS_OF_ANY_KIND), objective, "plain")
    pairs = [(each.member, other.member) for each, other in product(seekers, guides)]
    words = draw(st.lists(st.tuples(st.sampled_from(Ruling), st.sampled_from(pairs)), max_size=6)) if pairs else []
    return inputs, standing([a_decision(ruling, *pair) for ruling, pair in words])


@MANY
@given(decided_rounds())
def test_what_is_pinned_holds_what_is_forbidden_stays_away_and_the_hard_rules_are_kept(
    drawn: tuple[Inputs, Rulings],
) -> None:
    inputs, rulings = drawn
    solution = solve(inputs, rulings)
    pins = inputs.possible(rulings)

    assert {each.mentee: each.mentor for each in solution.pairs if each.is_pinned} == pins
    assert not {(each.mentee, each.mentor) for each in solution.pairs} & rulings.forbidden
    for each in solution.pairs:
        assert misfit(*inputs.pair(each.mentee, each.mentor), inputs.day, inputs.terms) is None
    for guide in inputs.guides:
        assert sum(each.mentor == guide.member for each in solution.pairs) <= max(0, guide.free)
    paired = {each.mentee for each in solution.pairs}
    assert paired | {each.mentee for each in solution.left_out} == inputs.mentees.keys()
    assert not paired & {each.mentee for each in solution.left_out}


@MANY
@given(decided_rounds())
def test_a_round_that_is_solved_again_has_the_same_answer_in_whatever_order_people_stand(
    drawn: tuple[Inputs, Rulings],
) -> None:
    inputs, rulings = drawn
    turned = replace(inputs, seekers=inputs.seekers[::-1], guides=inputs.guides[::-1])
    assert solve(inputs, rulings).pairs == solve(turned, rulings).pairs


@MANY
@given(decided_rounds())
def test_to_forbid_what_the_round_does_not_do_changes_nothing(drawn: tuple[Inputs, Rulings]) -> None:
    inputs, rulings = drawn
    solution = solve(inputs, rulings)
    made = {(each.mentee, each.mentor) for each in solution.pairs}
    others = frozenset(product(inputs.mentees, inputs.mentors)) - made
    if inputs.objective is not Objective.STABLE:  # who asks whom is another story, but of the same pairs
        assert solve(inputs, replace(rulings, forbidden=rulings.forbidden | others)).pairs == solution.pairs


@MANY
@given(decided_rounds())
def test_to_pin_what_the_round_does_anyway_changes_nothing_of_its_worth(drawn: tuple[Inputs, Rulings]) -> None:
    inputs, rulings = drawn
    solution = solve(inputs, rulings)
    for each in solution.pairs[:2]:
        again = solve(inputs, replace(rulings, pins={**rulings.pins, each.mentee: each.mentor}))
        change = change_between(solution, again)
        if inputs.objective in {Objective.MOST, Objective.TOTAL}:
            assert (change.pairs, round(change.total, 9)) == (0, 0)


# What a round answers


@MANY
@given(decided_rounds())
def test_why_not_tells_what_pinning_the_two_would_cost(drawn: tuple[Inputs, Rulings]) -> None:
    inputs, rulings = drawn
    inputs = replace(inputs, objective=Objective.MOST)
    solution = solve(inputs, rulings)
    pins = inputs.possible(rulings)
    for mentee, mentor in product(inputs.mentees, inputs.mentors):
        answer = asked_about(inputs, rulings, solution, mentee, mentor)
        if answer.rule is not None or mentee in pins or answer.loss is None:
            continue
        tried = replace(rulings, pins={**pins, mentee: mentor})
        change = change_between(solution, solve(inputs, tried))
        assert (answer.loss.pairs, round(answer.loss.score, 9)) == (-change.pairs, round(-change.total, 9))


def test_a_pair_is_answered_with_what_is_known_of_the_two() -> None:
    solution = solve(TWO_AND_TWO)
    together = asked_about(TWO_AND_TWO, NOBODY, solution, LEE, solution.mentor_of[LEE])
    assert together.are_together
    assert together.loss is None
    assert together.match is not None

    apart = asked_about(TWO_AND_TWO, NOBODY, solution, LEE, solution.mentor_of[MAX])
    assert apart.loss is not None
    assert [each.mentee for each in apart.others] == [MAX]


def test_a_block_is_answered_in_the_words_of_every_personal_rule() -> None:
    for why in ({"apart": frozenset({ANA})}, {"team": "red"}):
        guides = [replace(a_guide(ANA, 5), team="red"), a_guide(BO, 5)]
        inputs = inputs_of([a_seeker(LEE, **why)], guides)
        answer = asked_about(inputs, NOBODY, solve(inputs), LEE, ANA)
        assert (answer.rule is not None and answer.rule.value, answer.match, answer.loss) == ("personal", None, None)


@pytest.mark.parametrize("objective", [Objective.FAIR, Objective.STABLE])
def test_what_is_fair_or_stable_proves_no_loss_but_still_tells_whom_to_recruit(objective: Objective) -> None:
    short = replace(TWO_AND_TWO, objective=objective, guides=TWO_AND_TWO.guides[:1])
    solution = solve(short)
    assert asked_about(short, NOBODY, solution, LEE, ANA).loss is None
    assert [each.pairs for each in solution.wanted][:1] == [1]


# What the mentors are asked


def test_a_mentor_is_reminded_and_then_the_next_one_is_asked() -> None:
    proposal = ask(a_pairing(), RoundId("round"), Patience(), NOW)
    assert (proposal.due_at, proposal.answer_by) == (NOW + timedelta(days=2), NOW + timedelta(days=3))
    assert proposal.is_reminder
    assert not proposal.reminded().is_reminder
    assert proposal.reminded().due_at == proposal.answer_by


def test_a_mentor_who_says_by_when_is_reminded_the_day_before() -> None:
    proposal = ask(a_pairing(), RoundId("round"), Patience(), NOW).promised(NOW + timedelta(days=7), NOW)
    assert (proposal.due_at, proposal.answer_by) == (NOW + timedelta(days=6), NOW + timedelta(days=7))
    soon = proposal.promised(NOW + timedelta(hours=5), NOW)
    assert not soon.is_reminder


def test_nobody_is_asked_twice_for_the_same_mentee_nor_who_is_silent_or_has_no_time() -> None:
    now = NOW + timedelta(days=1)
    declined = replace(a_pairing().declined(now), mentor=ANA, mentee=LEE)
    silent = replace(a_pairing().ended(now), mentor=BO, mentee=LEE)
    guides = [a_guide(MENTOR, 5, free=2), a_guide(ANA, 5), a_guide(BO, 5)]
    asked = [_asked(declined, Reason.NO_FIT), _asked(silent)]

    seekers, places = still_open([a_seeker(LEE), a_seeker(MAX)], guides, asked, [a_pairing()])

    assert {each.member: each.apart for each in seekers} == {LEE: {ANA, BO}, MAX: frozenset()}
    assert {each.member: each.free for each in places} == {MENTOR: 1, ANA: 1, BO: 0}
    _, places = still_open([], guides, [_asked(declined, Reason.NO_TIME)], [])
    assert {each.member: each.free for each in places} == {MENTOR: 2, ANA: 0, BO: 1}


def test_a_pairing_that_was_agreed_stays_so_whatever_becomes_of_it() -> None:
    agreed = a_pairing().accepted(NOW)
    assert [_asked(each).is_agreed for each in (a_pairing(), agreed, agreed.ended(NOW), a_pairing().ended(NOW))] == [
        False,
        True,
        True,
        False,
    ]
    assert _asked(a_pairing()).waits
    assert _asked(a_pairing().ended(NOW)).is_silent


def _asked(pairing: Pairing, reason: Reason | None = None) -> Asked:
    proposal = ask(
        replace(pairing, id=PairingId(f"{pairing.mentee}-{pairing.mentor}")), RoundId("round"), Patience(), NOW
    )
    return Asked(proposal.settled(reason), pairing)
