"""Who fits whom: the score, its parts and the rules that forbid a pair."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.domain.ids import CompetencyId, MemberId
from bot.core.domain.matching import (
    ENOUGH_HOURS,
    UNIT,
    WEIGHT_CELLS,
    WEIGHT_HOURS,
    WEIGHT_LANGUAGE,
    Guide,
    Match,
    Misfit,
    Seeker,
    Terms,
    Weights,
    match,
    misfit,
    read_hours,
    shared_hours,
    suggest,
)
from tests.core.examples import MENTEE, MENTOR, a_matrix
from tests.core.strategies import LEVELS, ROWS, ZONES

DAY = date(2026, 11, 16)

SEEKER = Seeker(MENTEE, a_matrix((1, 3, 1.0), (2, 4, 0.5), (5, 5, 1.0)), "Europe/Berlin", ("en", "de"))
"""Two open cells, c0 worth 2 and c1 worth 1."""

GUIDE = Guide(MENTOR, {CompetencyId("c0"): 2}, "Europe/Madrid", ("de",), free=1)

LANGUAGES = st.lists(st.sampled_from(["en", "es", "de", "fr"]), unique=True).map(tuple)
COMPETENCIES = st.sampled_from([CompetencyId(f"c{number}") for number in range(6)])
SEEKERS = st.builds(
    Seeker,
    member=st.just(MENTEE),
    matrix=st.lists(ROWS, min_size=1, max_size=6).map(lambda rows: a_matrix(*rows)),
    zone=ZONES,
    languages=LANGUAGES,
)
GUIDES = st.builds(
    Guide,
    member=st.sampled_from([MENTEE, *(MemberId(f"mentor-{number}") for number in range(20))]),
    levels=st.dictionaries(COMPETENCIES, LEVELS),
    zone=ZONES,
    languages=LANGUAGES,
    free=st.integers(-1, 2),
)
DAYS = st.dates(date(2005, 1, 1), date(2035, 1, 1))


def test_a_match_says_what_it_rests_on() -> None:
    found = the_match(SEEKER, GUIDE)
    assert misfit(SEEKER, GUIDE, DAY) is None
    assert (found.mentee, found.mentor) == (MENTEE, MENTOR)
    assert [cell.competency.id for cell in found.covered] == ["c0"]
    assert round(found.coverage, 4) == 0.6667  # 2 of 3
    assert (found.shared_hours, found.shared_languages) == (12.0, ("de",))
    assert round(found.score, 4) == 0.7667  # 0.7 x 2/3 + 0.2 + 0.1


def test_few_shared_hours_lower_the_score_in_their_part() -> None:
    far = replace(GUIDE, zone="America/Los_Angeles")  # nine hours behind: three shared
    assert round(the_match(SEEKER, far).score, 4) == 0.7167  # 0.7 x 2/3 + 0.2 x 3/4 + 0.1


@pytest.mark.parametrize(
    ("guide", "reason"),
    [
        (replace(GUIDE, member=MENTEE), Misfit.SAME_MEMBER),
        (replace(GUIDE, languages=("fr",)), Misfit.NO_LANGUAGE),
        (replace(GUIDE, zone="Etc/GMT+11"), Misfit.NO_HOUR),  # twelve hours from Berlin in winter
        (replace(GUIDE, levels={CompetencyId("c0"): 1}), Misfit.NOTHING_TO_TEACH),
        (replace(GUIDE, levels={CompetencyId("c2"): 5}), Misfit.NOTHING_TO_TEACH),
        (replace(GUIDE, levels={}), Misfit.NOTHING_TO_TEACH),
        (replace(GUIDE, apart=frozenset({MENTEE})), Misfit.PERSONAL),
        (replace(GUIDE, zone=""), Misfit.NO_HOUR),
        (replace(GUIDE, hours=read_hours(["mon 21-22"])), Misfit.NO_HOUR),
        (replace(GUIDE, hours=read_hours(["mon 9-9:45"])), Misfit.NO_HOUR),
    ],
    ids=[
        "themselves",
        "no language",
        "no hour",
        "not above",
        "nothing open",
        "unknown levels",
        "kept apart",
        "unknown zone",
        "no hour of their own",
        "less than an hour a week",
    ],
)
def test_a_hard_rule_forbids_a_pair(guide: Guide, reason: Misfit) -> None:
    assert match(SEEKER, guide, DAY) is None
    assert misfit(SEEKER, guide, DAY) is reason


def test_a_mentor_without_a_free_place_isnt_suggested() -> None:
    full = replace(GUIDE, free=0)
    assert misfit(SEEKER, full, DAY) is Misfit.NO_PLACE
    assert suggest(SEEKER, [full], DAY) == ()


def test_a_paused_mentor_isnt_suggested_until_the_day_they_named() -> None:
    paused = replace(GUIDE, paused_until=DAY + timedelta(days=1))
    assert misfit(SEEKER, paused, DAY) is Misfit.PAUSED
    assert suggest(SEEKER, [paused], DAY) == ()
    assert suggest(SEEKER, [paused], DAY + timedelta(days=1))


@pytest.mark.parametrize(
    ("seeker", "guide"),
    [
        (replace(SEEKER, team="red"), replace(GUIDE, team="red")),
        (replace(SEEKER, apart=frozenset({MENTOR})), GUIDE),
        (SEEKER, replace(GUIDE, apart=frozenset({MENTEE}))),
    ],
    ids=["same team", "the mentee's wish", "the mentor's wish"],
)
def test_every_personal_rule_sounds_the_same(seeker: Seeker, guide: Guide) -> None:
    assert match(seeker, guide, DAY) is None
    assert misfit(seeker, guide, DAY) is Misfit.PERSONAL


def test_wishes_preferences_and_waiting_come_on_top() -> None:
    asking = replace(SEEKER, wishes=(MemberId("x"), MENTOR), preferences=frozenset({"remote", "parent"}), waited=3)
    parts = the_match(asking, replace(GUIDE, preferences=frozenset({"remote"}))).parts.as_scores()

    assert (parts["wish"], parts["preferences"], parts["waiting"]) == (0.05, 0.05, 0.06)
    assert the_match(replace(SEEKER, waited=50), GUIDE).parts.as_scores()["waiting"] == 0.1


def test_what_only_one_of_them_said_is_no_agreement() -> None:
    silent = replace(SEEKER, wishes=(), preferences=frozenset())
    parts = the_match(silent, replace(GUIDE, preferences=frozenset({"remote"}))).parts

    assert (parts.wish, parts.preferences, parts.waiting) == (0, 0, 0)


def test_what_nobody_was_asked_forbids_nothing_and_earns_nothing() -> None:
    terms = Terms(with_language=False, with_hours=False)
    found = match(replace(SEEKER, languages=(), zone=""), replace(GUIDE, languages=(), zone=""), DAY, terms)

    assert found is not None
    assert found.score == found.parts.cells / UNIT


def test_hours_of_their_own_count_by_the_week() -> None:
    two_evenings = replace(GUIDE, hours=read_hours(["mon 18-19", "thu 18-19"]))

    assert the_match(SEEKER, two_evenings).parts.as_scores()["hours"] == 0.1


def test_a_programme_sets_weights_and_the_levels_between() -> None:
    terms = Terms(weights=Weights(cells=1, hours=0, language=0), margin=2)
    found = match(SEEKER, replace(GUIDE, levels={CompetencyId("c0"): 3, CompetencyId("c1"): 3}), DAY, terms)

    assert found is not None
    assert found.score == pytest.approx(2 / 3)


def test_better_mentors_come_first_and_equals_by_member() -> None:
    best = replace(GUIDE, member=MemberId("x"), levels={CompetencyId("c0"): 2, CompetencyId("c1"): 3})
    second, third = replace(GUIDE, member=MemberId("a")), replace(GUIDE, member=MemberId("b"))
    assert [each.mentor for each in suggest(SEEKER, [third, best, second], DAY)] == ["x", "a", "b"]


@given(SEEKERS, st.lists(GUIDES, max_size=8, unique_by=lambda guide: guide.member), st.data())
def test_the_order_in_which_mentors_come_changes_nothing(
    seeker: Seeker, guides: list[Guide], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(guides))
    assert suggest(seeker, shuffled, DAY) == suggest(seeker, guides, DAY)


@given(SEEKERS, GUIDES, DAYS)
def test_a_pair_is_suggested_just_where_no_rule_forbids_it(seeker: Seeker, guide: Guide, day: date) -> None:
    assert bool(suggest(seeker, [guide], day)) == (misfit(seeker, guide, day) is None)


@given(SEEKERS, GUIDES, DAYS)
def test_a_score_is_the_sum_of_its_published_parts(seeker: Seeker, guide: Guide, day: date) -> None:
    found = match(seeker, guide, day)
    if found is not None:
        parts = (
            WEIGHT_CELLS * found.coverage,
            WEIGHT_HOURS * min(1, found.shared_hours / ENOUGH_HOURS),
            WEIGHT_LANGUAGE,
        )
        assert found.score == pytest.approx(sum(parts))
        assert 0 < found.score <= 1
        assert 0 < found.coverage <= 1
    assert pytest.approx(1) == WEIGHT_CELLS + WEIGHT_HOURS + WEIGHT_LANGUAGE


@given(SEEKERS, GUIDES, DAYS, COMPETENCIES, LEVELS)
def test_a_mentor_who_knows_more_never_scores_less(
    seeker: Seeker, guide: Guide, day: date, competency: CompetencyId, level: int
) -> None:
    risen = max(level, guide.levels.get(competency, 0))
    wiser = replace(guide, levels={**guide.levels, competency: risen})
    assert score(seeker, wiser, day) >= score(seeker, guide, day)


@given(ZONES, ZONES, DAYS)
def test_two_people_share_the_same_hours_seen_from_either_side(zone: str, other: str, day: date) -> None:
    hours = shared_hours(zone, other, day)
    assert hours == shared_hours(other, zone, day)
    assert 0 <= hours <= 12


@given(ZONES, DAYS)
def test_neighbours_share_the_whole_day(zone: str, day: date) -> None:
    assert shared_hours(zone, zone, day) == 12


@pytest.mark.parametrize(
    ("zone", "other", "day", "hours"),
    [
        ("Europe/Berlin", "Asia/Kolkata", "2026-11-16", 7.5),
        ("Europe/Berlin", "Asia/Kolkata", "2026-07-16", 8.5),  # summer time in Berlin
        ("America/Los_Angeles", "Pacific/Auckland", "2026-11-16", 9.0),  # 21 hours apart is 3, the other way round
        ("Asia/Kathmandu", "UTC", "2026-11-16", 6.25),
        ("Pacific/Apia", "Pacific/Auckland", "2011-12-30", 11.0),  # a date that Apia never had
        ("America/New_York", "Europe/London", "2026-03-08", 8.0),  # New York's clocks change that night
        ("Pacific/Kiritimati", "Etc/GMT+12", "2026-11-16", 10.0),  # 26 hours apart
    ],
)
def test_shared_hours(zone: str, other: str, day: str, hours: float) -> None:
    assert shared_hours(zone, other, date.fromisoformat(day)) == hours


def the_match(seeker: Seeker, guide: Guide) -> Match:
    found = match(seeker, guide, DAY)
    assert found is not None
    return found


def score(seeker: Seeker, guide: Guide, day: date) -> float:
    found = match(seeker, guide, day)
    return found.score if found else 0.0
