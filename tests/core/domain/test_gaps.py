"""The gap matrix: what is missing, what that is worth, and how ready somebody is."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.domain.frameworks import DestinationRole
from bot.core.domain.gaps import matrix_of
from bot.core.domain.ids import CompetencyId
from tests.core.examples import (
    DIRECTOR,
    ENGINEER,
    FRAMEWORK,
    LEAD,
    STAFF,
    a_matrix,
    an_assessment,
)
from tests.core.strategies import ROWS

AN_ENGINEER = {name: an_assessment(name, need.level) for name, need in ENGINEER.requires.items()}
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


def test_the_matrix_follows_the_roles_order_and_shows_the_evidence() -> None:
    claims = {CompetencyId("coaching"): an_assessment("coaching", 2, evidence="ran the guild")}
    matrix = matrix_of(FRAMEWORK, LEAD, claims)
    rows = [(cell.competency.id, cell.current, cell.required, cell.weight, cell.evidence) for cell in matrix.cells]
    assert rows == [
        ("delivery", None, 4, 0.5, ""),
        ("coaching", 2, 4, 1.0, "ran the guild"),
        ("design", None, 2, 0.25, ""),
    ]
    assert matrix.role == LEAD


def test_what_nobody_rated_is_unknown_and_so_is_a_claim_of_not_knowing() -> None:
    claims = {CompetencyId("coaching"): an_assessment("coaching", None)}
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
