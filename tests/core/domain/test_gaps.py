"""The gap matrix: what is missing, what that is worth, and how ready somebody is."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.domain.frameworks import DestinationRole, Requirement
from bot.core.domain.gaps import (
    Assessment,
    Claims,
    claims_of,
    matrix_between,
    matrix_of,
    nearest_role,
    readiness_of,
    transfer_share_of,
)
from bot.core.domain.ids import CompetencyId
from tests.core.examples import (
    DIRECTOR,
    ENGINEER,
    FRAMEWORK,
    LEAD,
    MENTOR,
    NOW,
    STAFF,
    a_competency,
    a_matrix,
    a_role,
    an_assessment,
)
from tests.core.strategies import FINE_ROWS, ROWS

AN_ENGINEER = {name: Claims(an_assessment(name, int(need.level))) for name, need in ENGINEER.requires.items()}
"""What somebody claims who meets an engineer's requirements and no more."""


@pytest.mark.parametrize(
    ("destination", "readiness"),
    [
        (STAFF, 0.6512),  # 1 - (2 x 1 + 1 x .75 + 1 x .5 + 2 x .25) / (5 + 3 + 2 + .75) = 1 - 3.75 / 10.75
        (LEAD, 0.4615),  # 1 - (1 x .5 + 3 x 1 + 0 x .25) / (2 + 4 + .5) = 1 - 3.5 / 6.5
        (DIRECTOR, 0.3077),  # strategy unknown: 1 - (2 x 1 + 4 x 1 + 4 x .75) / (5 + 5 + 3) = 1 - 9 / 13
        (ENGINEER, 1.0),
    ],
    ids=["to staff", "to lead", "to director", "where they are"],
)
def test_an_engineers_readiness(destination: DestinationRole, readiness: float) -> None:
    assert round(matrix_of(FRAMEWORK, destination, AN_ENGINEER).readiness, 4) == readiness


def test_the_matrix_follows_the_role_s_order() -> None:
    claims = {CompetencyId("coaching"): Claims(an_assessment("coaching", 2))}
    matrix = matrix_of(FRAMEWORK, LEAD, claims)
    rows = [(cell.competency.id, cell.current, cell.required, cell.weight) for cell in matrix.cells]
    assert rows == [("delivery", None, 4, 0.5), ("coaching", 2, 4, 1.0), ("design", None, 2, 0.25)]
    assert matrix.role == LEAD


def test_what_nobody_rated_is_unknown_and_so_is_a_claim_of_not_knowing() -> None:
    claims = {CompetencyId("coaching"): Claims(an_assessment("coaching", None))}
    assert matrix_of(FRAMEWORK, LEAD, claims).unknown == 3


def test_open_cells_come_by_worth_then_by_competency() -> None:
    matrix = a_matrix((0, 2, 0.5), (5, 5, 1.0), (1, 3, 0.5), (None, 3, 1.0), (0, 4, 0.0), (0, 0, 1.0))
    assert [cell.competency.id for cell in matrix.open_cells] == ["c3", "c0", "c2"]
    assert replace(matrix, cells=matrix.cells[::-1]).open_cells == matrix.open_cells


def test_a_role_that_asks_for_nothing_is_met() -> None:
    assert a_matrix((None, 0, 1.0), (None, 4, 0.0)).readiness == 1.0
    assert a_matrix().readiness == 1.0


@given(st.lists(ROWS))
def test_readiness_is_a_share(rows: list[tuple[int | None, int, float]]) -> None:
    assert 0 <= a_matrix(*rows).readiness <= 1


@given(st.lists(ROWS, min_size=1), st.data())
def test_readiness_never_falls_when_a_level_rises(
    rows: list[tuple[int | None, int, float]], data: st.DataObject
) -> None:
    number = data.draw(st.integers(0, len(rows) - 1))
    current, required, weight = rows[number]
    risen = data.draw(st.integers(current or 0, 5))
    after = [*rows[:number], (risen, required, weight), *rows[number + 1 :]]
    assert a_matrix(*after).readiness >= a_matrix(*rows).readiness


@given(st.lists(ROWS))
def test_an_unknown_level_counts_as_all_missing(rows: list[tuple[int | None, int, float]]) -> None:
    unknown = a_matrix(*((None, required, weight) for _, required, weight in rows))
    assert [cell.gap for cell in unknown.cells] == [required for _, required, _ in rows]
    assert unknown.readiness == a_matrix(*((0, required, weight) for _, required, weight in rows)).readiness


@given(st.lists(ROWS))
def test_who_meets_every_requirement_is_ready_with_no_cell_open(rows: list[tuple[int | None, int, float]]) -> None:
    matrix = a_matrix(*rows)
    met = replace(matrix, cells=tuple(replace(cell, current=cell.required) for cell in matrix.cells))
    assert met.open_cells == ()
    assert met.readiness == 1


# Roles against roles, on the scale of O*NET: levels 0-7, unrounded, weights (IM - 1) / 4

ANALYST = a_role("analyst", "15", 4, reading=(3.88, 0.75), programming=(1.75, 0.25), speaking=(3.62, 0.6875))
DEVELOPER = a_role("developer", "15", 4, reading=(3.75, 0.71), programming=(4.25, 0.84), speaking=(3.12, 0.62))
SURGEON = a_role("surgeon", "29", 5, reading=(4.75, 0.75), science=(4.12, 0.5), speaking=(4.5, 0.875))
FINE = replace(
    FRAMEWORK,
    competencies={CompetencyId(each): a_competency(each) for each in ("reading", "programming", "speaking", "science")},
)


@pytest.mark.parametrize(
    ("origin", "target", "readiness"),
    [
        # Needed: .71 x 3.75 + .84 x 4.25 + .62 x 3.12 = 2.6625 + 3.57 + 1.9344 = 8.1669.
        # Missing: programming alone, .84 x (4.25 - 1.75) = 2.1. 1 - 2.1 / 8.1669 = .742864...
        (ANALYST, DEVELOPER, 0.7429),
        # Needed: .75 x 3.88 + .25 x 1.75 + .6875 x 3.62 = 2.91 + .4375 + 2.48875 = 5.83625.
        # Missing: reading .75 x .13 = .0975, speaking .6875 x .5 = .34375. 1 - .44125 / 5.83625 = .924395...
        (DEVELOPER, ANALYST, 0.9244),
        # Needed: .75 x 4.75 + .5 x 4.12 + .875 x 4.5 = 3.5625 + 2.06 + 3.9375 = 9.56.
        # Missing: reading .75 x .87 = .6525, science all of 2.06, speaking .875 x .88 = .77.
        # 1 - 3.4825 / 9.56 = .635721...
        (ANALYST, SURGEON, 0.6357),
    ],
    ids=["analyst to developer", "developer to analyst", "analyst to surgeon"],
)
def test_readiness_from_role_to_role(origin: DestinationRole, target: DestinationRole, readiness: float) -> None:
    matrix = matrix_between(FINE, origin, target)

    assert round(matrix.readiness, 4) == readiness
    assert round(matrix.transfer_share, 4) == readiness


def test_levels_from_role_to_role_stay_as_fine_as_they_are() -> None:
    matrix = matrix_between(FINE, ANALYST, SURGEON)

    assert [(each.competency.id, each.current, each.required, each.weight) for each in matrix.ranked] == [
        ("science", None, 4.12, 0.5),
        ("speaking", 3.62, 4.5, 0.875),
        ("reading", 3.88, 4.75, 0.75),
    ]
    assert [round(each.rank, 4) for each in matrix.ranked] == [2.06, 0.77, 0.6525]


def test_a_row_says_that_one_of_its_levels_is_imprecise() -> None:
    reading = CompetencyId("reading")
    unsure = replace(ANALYST, requires={reading: Requirement(3.88, 0.75, imprecise=True)})

    assert [each.imprecise for each in matrix_between(FINE, unsure, DEVELOPER).cells] == [True, False, False]
    assert [each.imprecise for each in matrix_between(FINE, DEVELOPER, unsure).cells] == [True]


@given(st.lists(FINE_ROWS))
def test_shares_are_shares_on_any_scale(rows: list[tuple[float | None, float, float]]) -> None:
    cells = a_matrix(*rows).cells

    assert 0 <= readiness_of(cells) <= 1
    assert 0 <= transfer_share_of(cells) <= 1 + 1e-9
    assert readiness_of(cells) == pytest.approx(transfer_share_of(cells), abs=1e-9)


@given(st.lists(FINE_ROWS, min_size=1), st.data())
def test_readiness_rises_with_any_level_that_counts(
    rows: list[tuple[float | None, float, float]], data: st.DataObject
) -> None:
    number = data.draw(st.integers(0, len(rows) - 1))
    current, required, weight = rows[number]
    risen = data.draw(st.floats(current or 0, 7))
    after = [*rows[:number], (risen, required, weight), *rows[number + 1 :]]
    before = readiness_of(a_matrix(*rows).cells)

    assert readiness_of(a_matrix(*after).cells) >= before
    whole = [*rows[:number], (required, required, weight), *rows[number + 1 :]]
    missing = weight * (required - min(current or 0, required))
    if missing > 0.01:
        assert readiness_of(a_matrix(*whole).cells) > before


@given(st.lists(FINE_ROWS, min_size=1))
def test_missing_data_is_no_agreement(rows: list[tuple[float | None, float, float]]) -> None:
    unknown = a_matrix(*((None, required, weight) for _, required, weight in rows))
    asked = sum(weight * required for _, required, weight in rows)

    assert transfer_share_of(unknown.cells) == (0 if asked else 1)
    assert readiness_of(unknown.cells) == (0 if asked else 1)


# What a member says beside what a mentor says


def said(level: int | None, day: int, *, by_mentor: bool = False) -> Assessment:
    """Make a claim about coaching, made on a day."""
    claim = replace(an_assessment("coaching", level), assessed_at=NOW + timedelta(days=day))
    return replace(claim, assessed_by=MENTOR) if by_mentor else claim


@pytest.mark.parametrize(
    ("claims", "level"),
    [
        (Claims(), None),
        (Claims(said(2, 0)), 2),
        (Claims(None, said(3, 0, by_mentor=True)), 3),
        (Claims(said(2, 0), said(3, 1, by_mentor=True)), 3),
        (Claims(said(4, 2), said(3, 1, by_mentor=True)), 4),
        (Claims(said(4, 1), said(3, 1, by_mentor=True)), 3),
        (Claims(said(None, 2), said(3, 1, by_mentor=True)), 3),
        (Claims(said(None, 2)), None),
    ],
    ids=[
        "nobody has said anything",
        "one's own word alone",
        "a mentor's alone",
        "the mentor spoke last",
        "the member spoke last",
        "at the same moment",
        "not knowing takes nothing away",
        "not knowing alone",
    ],
)
def test_the_newest_known_level_counts(claims: Claims, level: int | None) -> None:
    cell = next(
        each
        for each in matrix_of(FRAMEWORK, LEAD, {CompetencyId("coaching"): claims}).cells
        if each.competency.id == "coaching"
    )
    assert cell.current == level
    assert (cell.own, cell.attested) == (
        claims.own.level if claims.own else None,
        claims.attested.level if claims.attested else None,
    )


@pytest.mark.parametrize(
    ("own", "attested", "differ"),
    [(3, 1, True), (1, 3, True), (3, 2, False), (None, 5, False), (0, 2, True), (2, None, False)],
)
def test_two_levels_apart_is_worth_talking_about(own: int | None, attested: int | None, differ: bool) -> None:  # noqa: FBT001  a column of the table
    claims = Claims(said(own, 0), None if attested is None else said(attested, 1, by_mentor=True))
    matrix = matrix_of(FRAMEWORK, LEAD, {CompetencyId("coaching"): claims})
    assert claims.differ is differ
    assert [each.competency.id for each in matrix.differing] == (["coaching"] if differ else [])


def test_a_history_tells_what_stood_at_any_time() -> None:
    history = [said(1, 0), said(3, 1, by_mentor=True), said(2, 2), said(4, 3, by_mentor=True)]
    stood = [claims_of(history[:count])[CompetencyId("coaching")].counting for count in range(1, 5)]
    assert [each.level if each else None for each in stood] == [1, 3, 2, 4]
    assert claims_of([]) == {}


@given(st.lists(st.tuples(st.none() | st.integers(0, 5), st.booleans()), min_size=1), st.data())
def test_readiness_never_falls_when_any_claim_is_raised(
    claims: list[tuple[int | None, bool]], data: st.DataObject
) -> None:
    history = [said(level, day, by_mentor=by_mentor) for day, (level, by_mentor) in enumerate(claims)]
    number = data.draw(st.integers(0, len(history) - 1))
    level = history[number].level
    if level is None:
        return  # what was not known becomes another claim, not a higher one
    raised = [
        *history[:number],
        replace(history[number], level=data.draw(st.integers(level, 5))),
        *history[number + 1 :],
    ]
    before, after = (matrix_of(FRAMEWORK, LEAD, claims_of(each)).readiness for each in (history, raised))
    assert after >= before


def test_what_was_never_asked_is_asked_first_then_what_was_not_known() -> None:
    claims = {CompetencyId("coaching"): Claims(said(2, 0)), CompetencyId("delivery"): Claims(said(None, 0))}
    assert [each.competency.id for each in matrix_of(FRAMEWORK, LEAD, claims).to_rate] == [
        "design",
        "delivery",
        "coaching",
    ]
    assert [each.competency.id for each in matrix_of(FRAMEWORK, LEAD, {}).to_rate] == ["coaching", "delivery", "design"]


def test_somebody_is_most_like_the_role_that_their_levels_are_least_off() -> None:
    roles = (ENGINEER, STAFF, LEAD, DIRECTOR)
    assert nearest_role(matrix_of(FRAMEWORK, each, AN_ENGINEER) for each in roles) == ENGINEER
    above = {each: Claims(an_assessment(each, 5)) for each in STAFF.requires}
    assert nearest_role(matrix_of(FRAMEWORK, each, above) for each in (ENGINEER, STAFF)) == STAFF
    assert nearest_role(matrix_of(FRAMEWORK, each, {}) for each in roles) is None


def test_a_cell_is_met_where_nothing_more_is_asked() -> None:
    assert a_matrix((3, 3, 1.0), (4, 3, 0.5), (2, 3, 1.0), (None, 3, 1.0)).met == 2
