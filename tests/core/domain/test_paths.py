"""A path is made of what mentors attest: claims only say where it begins."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.domain.gaps import Assessment, claims_of, matrix_of
from bot.core.domain.ids import AssessmentId, CompetencyId, MemberId
from bot.core.domain.paths import Move, Path, path_of
from tests.core.examples import COMMUNITY, FRAMEWORK, LEAD, MENTEE, MENTOR, STAFF, a_role

BEGUN = datetime(2026, 1, 5, 12, tzinfo=UTC)
ROLE = a_role("role", "craft", 3, design=(4, 1.0), testing=(4, 0.5))
"""It asks for 4 x 1 + 4 x 0.5 = 6 weighted levels: a level of design is a sixth, one of testing a twelfth."""


def told(day: int, competency: str, level: int | None, by: MemberId = MENTEE) -> Assessment:
    """What somebody says of the mentee, so many days after the beginning."""
    at = BEGUN + timedelta(days=day)
    name = AssessmentId(f"{day:04d}-{competency}-{by}")
    return Assessment(name, COMMUNITY, MENTEE, CompetencyId(competency), level, by, at)


def attested(day: int, competency: str, level: int) -> Assessment:
    return told(day, competency, level, MENTOR)


def path(*history: Assessment) -> Path:
    found = path_of(ROLE, history, "UTC")
    assert found is not None
    return found


def about(number: float) -> float:
    return pytest.approx(number)  # type: ignore[return-value]  # it compares like a number


def after(days: int) -> date:
    return BEGUN.date() + timedelta(days=days)


def test_without_a_level_there_is_no_path() -> None:
    assert path_of(ROLE, [], "UTC") is None
    assert path_of(ROLE, [told(0, "design", None)], "UTC") is None


def test_a_path_begins_where_the_member_says_and_moves_by_what_is_attested() -> None:
    walked = path(told(0, "design", 1), told(0, "testing", 2), attested(60, "design", 2), attested(90, "testing", 4))

    assert walked.begun_on == after(0)
    assert walked.start == about((1 + 1) / 6)
    assert walked.moves == (Move(after(60), about(1 / 6)), Move(after(90), about(1 / 6)))
    assert walked.readiness == about(4 / 6)
    assert walked.at(after(59)) == walked.start
    assert walked.at(after(60)) == about(3 / 6)


def test_claims_never_move_it() -> None:
    before = [told(0, "design", 1), told(0, "testing", 2), attested(60, "design", 2)]
    claims = [told(30, "design", 4), told(70, "design", 4), told(80, "testing", 4), told(90, "testing", None)]

    assert path(*before, *claims) == path(*before)


def test_a_mentor_s_first_word_within_two_weeks_corrects_the_beginning() -> None:
    assert path(told(0, "design", 1), attested(14, "design", 2)) == Path(after(0), about(2 / 6))
    assert path(told(0, "design", 1), attested(15, "design", 2)).moves == (Move(after(15), about(1 / 6)),)


def test_a_first_word_below_the_claim_corrects_it_whenever_it_comes() -> None:
    assert path(told(0, "design", 4), attested(200, "design", 2)) == Path(after(0), about(2 / 6))


def test_a_later_word_below_an_earlier_one_is_a_step_back() -> None:
    walked = path(told(0, "design", 1), attested(60, "design", 3), attested(100, "design", 2))

    assert [each.gain for each in walked.moves] == [about(2 / 6), about(-1 / 6)]


def test_what_is_attested_on_one_day_is_one_move_and_what_cancels_out_is_none() -> None:
    claims = (told(0, "design", 1), told(0, "testing", 1))

    together = path(*claims, attested(60, "design", 2), attested(60, "testing", 3))
    assert together.moves == (Move(after(60), about(2 / 6)),)
    assert path(*claims, attested(60, "design", 1)).moves == ()


def test_the_day_is_the_member_s_own() -> None:
    late = Assessment(
        AssessmentId("late"), COMMUNITY, MENTEE, CompetencyId("design"), 2, MENTOR, datetime(2026, 3, 2, 3, tzinfo=UTC)
    )
    history = [told(0, "design", 1), late]

    there, here = path_of(ROLE, history, "America/Bogota"), path_of(ROLE, history, "UTC")
    assert there
    assert here
    assert (there.moves[0].on, here.moves[0].on) == (date(2026, 3, 1), date(2026, 3, 2))


def test_a_cell_that_nobody_knew_of_begins_where_it_is_first_known() -> None:
    assert path(told(0, "testing", 1), told(0, "design", None), attested(60, "design", 3)).start == about(3.5 / 6)


def test_levels_beyond_what_is_asked_change_nothing() -> None:
    walked = path(told(0, "design", 4), attested(60, "design", 4), attested(90, "design", 5))

    assert walked == Path(after(0), about(4 / 6))


def test_another_destination_lays_the_same_history_anew() -> None:
    history = [told(0, "design", 2), told(0, "coaching", 1), attested(60, "design", 4), attested(90, "coaching", 3)]

    to_staff, to_lead = path_of(STAFF, history, "UTC"), path_of(LEAD, history, "UTC")
    assert to_staff
    assert to_lead
    assert to_staff.begun_on == to_lead.begun_on == after(0)
    assert [each.on for each in to_staff.moves] == [after(60), after(90)]
    assert [each.on for each in to_lead.moves] == [after(90)], "a lead needs no more design than she had"


LEVELS = st.integers(0, 5)
HISTORIES = st.lists(
    st.builds(
        told,
        st.integers(0, 500),
        st.sampled_from(("design", "testing", "delivery", "coaching")),
        st.none() | LEVELS,
        st.sampled_from((MENTEE, MENTOR)),
    ),
    max_size=30,
    unique_by=lambda each: each.id,
)


@given(HISTORIES)
def test_a_path_is_in_order_within_bounds_and_ends_at_its_readiness(history: list[Assessment]) -> None:
    walked = path_of(STAFF, history, "UTC")

    if walked is not None:
        assert all(before.on < after.on for before, after in pairwise(walked.moves))
        assert all(-1e-9 <= walked.at(each.on) <= 1 + 1e-9 for each in walked.moves)
        assert walked.at(date.max) == about(walked.readiness)


@given(HISTORIES)
def test_where_all_is_attested_it_ends_at_the_matrix_s_readiness(history: list[Assessment]) -> None:
    history += [attested(600, competency, 2) for competency in STAFF.requires]
    claims = claims_of(sorted(history, key=lambda each: each.assessed_at))

    walked = path_of(STAFF, history, "UTC")

    assert walked is not None
    assert walked.readiness == about(matrix_of(FRAMEWORK, STAFF, claims).readiness)


@given(HISTORIES, HISTORIES)
def test_no_later_claim_ever_changes_a_path(history: list[Assessment], more: list[Assessment]) -> None:
    known = {each.competency for each in history if each.level is not None}
    claims = [told(600 + at, each.competency, each.level) for at, each in enumerate(more) if each.competency in known]

    assert path_of(STAFF, [*history, *claims], "UTC") == path_of(STAFF, history, "UTC")
