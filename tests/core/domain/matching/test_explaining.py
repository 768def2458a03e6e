"""What a solved round answers about itself, against solving anew."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from bot.core.domain.ids import MemberId
from bot.core.domain.matching import (
    Objective,
    Opening,
    Outcome,
    instead,
    likenesses,
    one_more_place,
    optimum,
    recruits,
    solved,
)
from tests.core.domain.matching.small import Small, small_rounds, way_of

MANY = settings(max_examples=3 * settings().max_examples, deadline=None)
NEW = MemberId("new")


@MANY
@given(small=small_rounds())
def test_why_not_tells_what_the_round_would_lose_and_who_would_move(small: Small) -> None:
    outcome = optimum(small.market)
    for mentee, mentor in small.scores:
        answer = instead(outcome, mentee, mentor)
        if not small.places[mentor]:
            assert answer is None
            continue
        assert answer is not None
        index = small.mentees.index(mentee)
        ways = [small.scores_of(way) for way in small.ways() if way[index] == mentor]
        best = max((len(way), round(sum(way), 6)) for way in ways)
        assert (len(outcome.pairs) - answer.pairs, round(outcome.total - answer.score, 6)) == best

        moved = dict(zip(small.mentees, way_of(outcome), strict=True))
        for move in answer.moves:
            assert moved[move.mentee] == move.before
            moved[move.mentee] = move.after
        found = tuple(moved.values())
        assert found in set(small.ways())
        assert moved[mentee] == mentor
        assert (len(small.scores_of(found)), round(sum(small.scores_of(found)), 6)) == best


@MANY
@given(small=small_rounds())
def test_why_not_of_a_forbidden_pair_is_no_answer(small: Small) -> None:
    outcome = optimum(small.market)
    for mentee in small.mentees:
        for mentor in small.places:
            if (mentee, mentor) not in small.scores:
                assert instead(outcome, mentee, mentor) is None


@MANY
@given(small=small_rounds())
def test_one_more_place_is_worth_what_solving_anew_says(small: Small) -> None:
    outcome = optimum(small.market)
    bonus = outcome.market.bonus
    for mentor, gain in one_more_place(outcome).items():
        more = optimum(replace(small, places={**small.places, mentor: small.places[mentor] + 1}).market)
        assert gain == (len(more.pairs) - len(outcome.pairs)) * bonus + sum(more.worths) - sum(outcome.worths)


@MANY
@given(small=small_rounds())
def test_a_recruit_brings_what_solving_anew_with_them_brings(small: Small) -> None:
    outcome = optimum(small.market)
    for recruit in recruits(outcome, likenesses(outcome)):
        opening = recruit.opening
        alike = {(small.mentees[mentee], NEW): worth / 1e9 for mentee, worth in opening.worths.items()}
        more = Small(small.mentees, {**small.places, NEW: opening.places}, {**small.scores, **alike})
        after = optimum(more.market)
        assert recruit.pairs == len(after.pairs) - len(outcome.pairs) > 0
        assert recruit.score == pytest.approx(after.total - outcome.total)


def test_nobody_is_sought_where_everybody_is_paired() -> None:
    outcome = one_pair()

    assert recruits(outcome, [Opening("another", {0: 10**9}, 1)]) == ()


def test_whom_one_has_is_answered_by_nothing_lost() -> None:
    answer = instead(one_pair(), MemberId("e0"), MemberId("m0"))

    assert answer is not None
    assert (answer.pairs, answer.score, answer.moves) == (0, 0.0, ())


def test_a_round_without_dual_values_can_t_be_asked() -> None:
    outcome = solved(one_pair().market, Objective.STABLE)

    with pytest.raises(ValueError, match="dual values"):
        instead(outcome, MemberId("e0"), MemberId("m0"))


def one_pair() -> Outcome:
    pair = MemberId("e0"), MemberId("m0")
    return optimum(Small(pair[:1], {pair[1]: 1}, {pair: 0.5}).market)
