"""The best round by each objective, against every way there is to pair."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.domain.ids import MemberId
from bot.core.domain.matching import UNIT, Duals, Objective, Outcome, market_of, optimum, solved
from bot.core.domain.matching.optimum import WIDTH
from tests.core.domain.matching.small import SCORES, Small, flaws, small_rounds, way_of

MANY = settings(max_examples=10 * settings().max_examples, deadline=None)
SOME = settings(max_examples=3 * settings().max_examples, deadline=None)


def total(scores: Sequence[float]) -> int:
    return sum(round(score * UNIT) for score in scores)


def most(scores: Sequence[float]) -> tuple[int, int]:
    return len(scores), total(scores)


def fair(scores: Sequence[float]) -> tuple[int, list[float]]:
    return len(scores), list(scores)


@pytest.mark.parametrize(
    ("objective", "worth"),
    [(Objective.MOST, most), (Objective.TOTAL, total), (Objective.FAIR, fair)],
    ids=["most", "total", "fair"],
)
@MANY
@given(small=small_rounds())
def test_no_way_to_pair_is_better_and_of_equal_ones_the_ids_choose(
    objective: Objective, worth: Callable[[Sequence[float]], object], small: Small
) -> None:
    assert way_of(solved(small.market, objective)) == small.best(worth)


@pytest.mark.parametrize("objective", [Objective.MOST, Objective.TOTAL], ids=lambda each: each.value)
@SOME
@given(small=small_rounds())
def test_the_certificate_proves_it(objective: Objective, small: Small) -> None:
    outcome = solved(small.market, objective)

    assert flaws_of(small, outcome) == []


@given(small=small_rounds(), more=st.sampled_from([-0.01, 0.01]))
def test_the_judge_of_certificates_sees_a_wrong_one(small: Small, more: float) -> None:
    outcome = optimum(small.market)
    assert outcome.duals is not None
    if outcome.pairs:
        gains = tuple(gain + round(more * UNIT) for gain in outcome.duals.gains)
        wrong = replace(outcome, duals=Duals(outcome.duals.bonus, gains, outcome.duals.prices))
        assert flaws_of(small, wrong)


@SOME
@given(small=small_rounds())
def test_in_a_stable_round_nobody_would_rather_have_each_other(small: Small) -> None:
    outcome = solved(small.market, Objective.STABLE)
    mentor_of = dict(zip(small.mentees, way_of(outcome), strict=True))

    assert outcome.certificate is None
    for (mentee, mentor), score in small.scores.items():
        mine = mentor_of[mentee]
        rather = mine is None or score > small.scores[mentee, MemberId(mine)]
        theirs = [small.scores[each, mentor] for each, other in mentor_of.items() if other == mentor]
        would = len(theirs) < small.places[mentor] or any(score > each for each in theirs)
        assert not (rather and would)


@given(small=small_rounds(), objective=st.sampled_from(Objective), data=st.data())
def test_the_order_of_rows_changes_nothing(small: Small, objective: Objective, data: st.DataObject) -> None:
    rows = [(*pair, score) for pair, score in small.scores.items()]
    shuffled = market_of(
        data.draw(st.permutations(rows)),
        dict(data.draw(st.permutations(list(small.places.items())))),
        data.draw(st.permutations(small.mentees)),
    )

    assert solved(shuffled, objective) == solved(small.market, objective)


@given(small=small_rounds(), objective=st.sampled_from(Objective), factor=st.sampled_from([2, 8, 0.5]))
def test_the_scale_of_scores_changes_nothing(small: Small, objective: Objective, factor: float) -> None:
    scaled = replace(small, scores={pair: score * factor for pair, score in small.scores.items()})

    assert way_of(solved(scaled.market, objective)) == way_of(solved(small.market, objective))


@given(small=small_rounds(), objective=st.sampled_from(Objective), data=st.data())
def test_forbidding_a_pair_that_wasn_t_made_changes_nothing_and_betters_nothing(
    small: Small, objective: Objective, data: st.DataObject
) -> None:
    before = solved(small.market, objective)
    made = {(pair.mentee, pair.mentor) for pair in before.pairs}
    if idle := sorted(small.scores.keys() - made):
        without = data.draw(st.sampled_from(idle))
        fewer = replace(small, scores={pair: each for pair, each in small.scores.items() if pair != without})
        assert way_of(solved(fewer.market, objective)) == way_of(before)
    if made:
        without = data.draw(st.sampled_from(sorted(made)))
        fewer = replace(small, scores={pair: each for pair, each in small.scores.items() if pair != without})
        after = solved(fewer.market, Objective.MOST)
        best = solved(small.market, Objective.MOST)
        assert (len(after.pairs), after.total) <= (len(best.pairs), best.total)


@given(small=small_rounds(SCORES))
def test_no_swap_betters_the_worst_off_in_a_fair_round(small: Small) -> None:
    way = list(way_of(solved(small.market, Objective.FAIR)))
    worst = small.scores_of(tuple(way))
    for one in range(len(way)):
        for other in range(one):
            swapped = list(way)
            swapped[one], swapped[other] = way[other], way[one]
            pairs = zip(small.mentees, swapped, strict=True)
            if all(mentor is None or (mentee, mentor) in small.scores for mentee, mentor in pairs):
                assert small.scores_of(tuple(swapped)) <= worst


@pytest.mark.parametrize("scarcity", [0.03, 1.0])
@pytest.mark.parametrize("places", [1, 3])
def test_a_large_round_is_proved_over_all_pairs_though_few_were_tried(places: int, scarcity: float) -> None:
    small = a_large_round(240, 80, places, scarcity)
    outcome = optimum(small.market)

    assert flaws_of(small, outcome) == []


def test_where_everyone_wants_the_same_mentors_more_are_tried() -> None:
    """The best 32 of everyone have no place for all of them."""
    crowd, wanted = 100, WIDTH + 8
    mentors = [MemberId(f"m{number:03}") for number in range(crowd)]
    mentees = [MemberId(f"e{number:03}") for number in range(crowd)]
    scores = {(mentee, mentor): 1.0 - (rank > wanted) / 2 for mentee in mentees for rank, mentor in enumerate(mentors)}
    small = Small(tuple(mentees), dict.fromkeys(mentors, 1), scores)
    outcome = optimum(small.market)

    assert len(outcome.pairs) == crowd
    assert flaws_of(small, outcome) == []


def test_a_large_fair_round_has_as_many_pairs_and_no_worse_a_worst_pair() -> None:
    small = a_large_round(200, 60, 3, 1.0)
    fairest, best = solved(small.market, Objective.FAIR), solved(small.market, Objective.MOST)

    assert len(fairest.pairs) == len(best.pairs)
    assert sorted(pair.score for pair in fairest.pairs) >= sorted(pair.score for pair in best.pairs)


def a_large_round(mentees: int, mentors: int, places: int, scarcity: float) -> Small:
    seeded = random.Random(7)
    who = tuple(MemberId(f"e{number:04}") for number in range(mentees))
    whom = tuple(MemberId(f"m{number:04}") for number in range(mentors))
    scores = {(e, m): round(seeded.random(), 3) for e in who for m in whom if seeded.random() < scarcity}
    return Small(who, {mentor: seeded.randint(0, places) for mentor in whom}, scores)


def flaws_of(small: Small, outcome: Outcome) -> list[str]:
    assert outcome.certificate is not None
    pairs = [(pair.mentee, pair.mentor) for pair in outcome.pairs]
    return flaws(small.scores, small.places, pairs, outcome.certificate)
