"""Levels, importances and the directions in which a career moves."""

import pytest

from bot.core.domain.errors import LevelOutOfRange
from bot.core.domain.frameworks import (
    UNPLACED,
    DestinationRole,
    GrowthDirection,
    Move,
    Scale,
    direction_between,
    level_of,
    move_between,
    weight_of,
)
from tests.core.examples import DIRECTOR, ENGINEER, LEAD, STAFF, a_role


@pytest.mark.parametrize(("importance", "weight"), [(1, 0.0), (2, 0.25), (3, 0.5), (4.5, 0.875), (5, 1.0)])
def test_an_importance_becomes_a_weight_from_nothing_to_all(importance: float, weight: float) -> None:
    assert weight_of(importance) == weight


def test_an_importance_can_be_on_another_scale() -> None:
    assert weight_of(50, lowest=0, highest=100) == 0.5


@pytest.mark.parametrize("level", range(6))
def test_a_level_on_the_scale_stands(level: int) -> None:
    assert level_of(level) == level


@pytest.mark.parametrize("level", [-1, 6, 10**100])
def test_a_level_off_the_scale_is_refused_with_its_bounds(level: int) -> None:
    with pytest.raises(LevelOutOfRange) as refused:
        level_of(level)
    assert refused.value.facts == {"level": level, "lowest": 0, "highest": 5}


@pytest.mark.parametrize(
    ("target", "direction"),
    [
        (STAFF, GrowthDirection.VERTICAL),
        (LEAD, GrowthDirection.HORIZONTAL),
        (DIRECTOR, GrowthDirection.DIAGONAL),
    ],
    ids=["up the ladder", "across", "both"],
)
def test_a_move_is_named_by_ladder_and_level(target: DestinationRole, direction: GrowthDirection) -> None:
    assert direction_between(ENGINEER, target) is direction
    assert direction_between(target, ENGINEER) is direction


VERTICAL, HORIZONTAL, DIAGONAL = GrowthDirection


@pytest.mark.parametrize(
    ("origin", "target", "move"),
    [
        (("craft", 2), ("craft", 4), Move(VERTICAL, back=False)),
        (("craft", 4), ("craft", 2), Move(VERTICAL, back=True)),
        (("craft", 2), ("craft", 2), Move(HORIZONTAL, back=False)),
        (("craft", 2), ("people", 2), Move(HORIZONTAL, back=False)),
        (("craft", 2), ("people", 3), Move(DIAGONAL, back=False)),
        (("craft", 3), ("people", 2), Move(DIAGONAL, back=True)),
        (("craft", UNPLACED), ("people", UNPLACED), Move(DIAGONAL, back=False)),
        (("craft", 3), ("people", UNPLACED), Move(DIAGONAL, back=False)),
        (("craft", 3), ("craft", UNPLACED), Move(VERTICAL, back=False)),
    ],
    ids=str,
)
def test_a_move_says_when_it_leads_back(origin: tuple[str, int], target: tuple[str, int], move: Move) -> None:
    assert move_between(a_role("from", *origin), a_role("to", *target)) == move


def test_a_scale_with_steps_holds_nothing_between_them() -> None:
    steps, fine = Scale(0, 5), Scale(0, 7, whole=False)

    assert [each for each in (-1, 0, 2.5, 5, 5.1) if steps.holds(each)] == [0, 5]
    assert [each for each in (-0.1, 0, 3.88, 7, 7.1) if fine.holds(each)] == [0, 3.88, 7]
