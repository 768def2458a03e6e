"""The scale engine says what the plain one says, and is proved by the same judge."""

import random
from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linear_sum_assignment

from benchmarks.applicants import applicants as a_crowd
from bot.adapters.matching import pools
from bot.adapters.matching.engine import ScaleEngine
from bot.adapters.matching.people import People
from bot.adapters.matching.traits import Preferences
from bot.core.domain.ids import MemberId
from bot.core.domain.matching import (
    TERMS,
    UNIT,
    Guide,
    Objective,
    Outcome,
    Seeker,
    Terms,
    instead,
    market_of_people,
    optimum,
    read_hours,
    solved,
)
from bot.core.domain.matching.scoring import alike
from bot.core.ports import PlainEngine
from tests.core.domain.matching.people import DAY, TERMS_OF_ANY_KIND, applicants
from tests.core.domain.matching.small import Small, flaws, small_rounds

MANY = settings(max_examples=3 * settings().max_examples, deadline=None)
SUMS = st.sampled_from([Objective.MOST, Objective.TOTAL])
ENGINE = ScaleEngine()


@MANY
@given(small=small_rounds(), objective=SUMS)
def test_of_ready_scores_both_engines_make_an_equally_good_round_and_prove_it(
    small: Small, objective: Objective
) -> None:
    outcome = ENGINE.solve(small.market, objective)

    assert worth(outcome) == worth(solved(small.market, objective))
    assert flaws_of(small.scores, small.places, outcome) == []


@MANY
@given(people=applicants(), terms=TERMS_OF_ANY_KIND)
def test_in_blocks_people_score_what_they_score_one_by_one(
    people: tuple[list[Seeker], list[Guide]], terms: Terms
) -> None:
    assert People(*people, DAY, terms).market() == plain_market(people, terms)


@MANY
@given(people=applicants(), terms=TERMS_OF_ANY_KIND, objective=st.sampled_from(Objective))
def test_of_people_both_engines_make_an_equally_good_round(
    people: tuple[list[Seeker], list[Guide]], terms: Terms, objective: Objective
) -> None:
    outcome = ENGINE.pair(*people, DAY, terms, objective)

    assert worth(outcome) == worth(PlainEngine().pair(*people, DAY, terms, objective))


@given(people=applicants(), terms=TERMS_OF_ANY_KIND, data=st.data())
def test_the_order_of_people_changes_nothing(
    people: tuple[list[Seeker], list[Guide]], terms: Terms, data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(people[0])), data.draw(st.permutations(people[1]))

    first, second = (ENGINE.pair(*each, DAY, terms, Objective.MOST) for each in (people, shuffled))

    assert (first.pairs, first.certificate) == (second.pairs, second.certificate)


@pytest.mark.parametrize("objective", [Objective.MOST, Objective.TOTAL], ids=lambda each: each.value)
@pytest.mark.parametrize("scarcity", [0.02, 1.0])
@pytest.mark.parametrize("decimals", [0, 1, 6], ids=lambda each: f"{each} decimals")
def test_large_rounds_are_what_scipy_finds(objective: Objective, scarcity: float, decimals: int) -> None:
    small = a_large_round(300, 90, scarcity, decimals)
    outcome = ENGINE.solve(small.market, objective)

    assert flaws_of(small.scores, small.places, outcome) == []
    assert len(outcome.pairs) * outcome_bonus(outcome) + outcome.total == pytest.approx(
        by_scipy(small, outcome_bonus(outcome)), abs=1e-6
    )
    assert worth(outcome) == worth(optimum(small.market, objective))


@pytest.mark.parametrize("places", [1, 2, 6])
@pytest.mark.parametrize("objective", [Objective.MOST, Objective.TOTAL], ids=lambda each: each.value)
def test_a_crowd_is_paired_as_well_by_both_and_proved_over_all_pairs(places: int, objective: Objective) -> None:
    seekers, guides = a_crowd(180, 60)
    gave = read_hours(["mon-thu 17-19", "sat 8-12"])
    seekers = [replace(each, hours=gave if row % 3 else None) for row, each in enumerate(seekers)]
    guides = [replace(each, free=row % (places + 1)) for row, each in enumerate(guides)]
    market = market_of_people(seekers, guides, DAY, TERMS)

    outcome = ENGINE.pair(seekers, guides, DAY, TERMS, objective)

    assert worth(outcome) == worth(solved(market, objective))
    scores = {
        (mentee, market.mentors[mentor]): -cost / UNIT
        for mentee, row in zip(market.mentees, market.choices, strict=True)
        for cost, mentor in row
    }
    assert flaws_of(scores, dict(zip(market.mentors, market.places, strict=True)), outcome) == []


def test_why_not_can_be_asked_of_its_rounds_too() -> None:
    small = a_large_round(60, 20, 1.0, 3)
    outcome, plain = ENGINE.solve(small.market, Objective.MOST), optimum(small.market)
    mentee, mentor = small.mentees[3], sorted(small.places)[4]

    ours, theirs = instead(outcome, mentee, mentor), instead(plain, mentee, mentor)

    assert ours is not None
    assert theirs is not None
    assert ours.pairs == theirs.pairs
    assert ours.score == pytest.approx(theirs.score)


def test_scores_too_large_for_its_numbers_are_left_to_the_plain_engine() -> None:
    pair = MemberId("e"), MemberId("m")
    small = Small(pair[:1], {pair[1]: 1}, {pair: 1e12})

    assert ENGINE.solve(small.market, Objective.MOST).total == 1e12


@given(
    some=st.lists(st.frozensets(st.sampled_from("abcd")), min_size=1, max_size=4),
    others=st.lists(st.frozensets(st.sampled_from("abcd")), min_size=1, max_size=4),
)
def test_preferences_of_a_crowd_are_compared_as_those_of_few(
    some: list[frozenset[str]], others: list[frozenset[str]]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bot.adapters.matching.traits._FEW", 0)
        crowd = Preferences(some, others, 0.1).of(np.arange(len(some)))

    assert crowd.tolist() == [[round(0.1 * alike(mine, theirs) * 1e9) for theirs in others] for mine in some]


def test_rows_are_made_when_they_are_asked_for() -> None:
    pairs = pools.Pairs(np.array([0, 0, 2]), np.array([1, 0, 1]), np.array([5, 5, 7]))
    rows = pools.Rows(3, pairs)

    assert list(rows) == [[(-5, 0), (-5, 1)], [], [(-7, 1)]]
    with pytest.raises(IndexError):
        rows[3]
    with pytest.raises(TypeError):
        rows[0:1]


def plain_market(people: tuple[list[Seeker], list[Guide]], terms: Terms) -> object:
    market = market_of_people(*people, DAY, terms)
    return type(market)(market.mentees, market.mentors, market.places, tuple(map(list, market.choices)))


def worth(outcome: Outcome) -> tuple[int, object]:
    """What the objective looks at; of a fair round all scores, of a stable one too."""
    if outcome.duals is None:
        return len(outcome.pairs), sorted(outcome.worths)
    return len(outcome.pairs) if outcome.objective is Objective.MOST else 0, sum(outcome.worths)


def flaws_of(
    scores: Mapping[tuple[MemberId, MemberId], float], places: Mapping[MemberId, int], outcome: Outcome
) -> list[str]:
    assert outcome.certificate is not None
    return flaws(scores, places, [(pair.mentee, pair.mentor) for pair in outcome.pairs], outcome.certificate)


def outcome_bonus(outcome: Outcome) -> float:
    assert outcome.certificate is not None
    return outcome.certificate.bonus


def by_scipy(small: Small, bonus: float) -> float:
    """The best sum, on a column for every place."""
    columns = [mentor for mentor, number in small.places.items() for _ in range(number)]
    values = np.zeros((len(small.mentees), len(columns)))
    for row, mentee in enumerate(small.mentees):
        for column, mentor in enumerate(columns):
            values[row, column] = max(0.0, bonus + small.scores.get((mentee, mentor), -bonus))
    return float(values[linear_sum_assignment(values, maximize=True)].sum())


def a_large_round(mentees: int, mentors: int, scarcity: float, decimals: int) -> Small:
    seeded = random.Random(7)
    who = tuple(MemberId(f"e{number:04}") for number in range(mentees))
    whom = tuple(MemberId(f"m{number:04}") for number in range(mentors))
    scores = {(e, m): round(seeded.random(), decimals) for e in who for m in whom if seeded.random() < scarcity}
    return Small(who, {mentor: seeded.randint(0, 4) for mentor in whom}, scores)
