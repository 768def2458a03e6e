"""A roadmap holds together, or says by name what is wrong with it."""

import pytest

from bot.core.domain.errors import DomainError
from bot.core.domain.ids import RoleId
from bot.core.domain.roadmaps import errors
from bot.core.domain.roadmaps.graphs import Roadmap, Step, checked
from tests.core.domain.roadmaps.samples import a_roadmap, a_step
from tests.core.examples import FRAMEWORK


def towards(*steps: Step) -> Roadmap:
    """Make a roadmap to a role that the framework has."""
    made = a_roadmap(*steps)
    return Roadmap(**{**vars(made), "role": RoleId("staff")})


SOUND = (a_step("a", "design"), a_step("b", "design", 2, "a", milestone=True))


def test_what_holds_together_is_returned() -> None:
    assert checked(towards(*SOUND), FRAMEWORK) == towards(*SOUND)


@pytest.mark.parametrize(
    ("steps", "error", "facts"),
    [
        ((), errors.RoadmapEmpty, {}),
        ((*SOUND, a_step("a", "testing")), errors.StepTwice, {"step": "a"}),
        ((a_step("a", "design", needs="x"),), errors.PrerequisiteUnknown, {"step": "a", "needs": "x"}),
        ((a_step("a", "juggling"),), errors.StepCompetencyUnknown, {"step": "a", "competency": "juggling"}),
        (
            (a_step("a", "design", 6),),
            errors.StepLevelOffScale,
            {"step": "a", "level": "6", "lowest": "0", "highest": "5"},
        ),
        (
            (a_step("a", "design", 0),),
            errors.StepLevelOffScale,
            {"step": "a", "level": "0", "lowest": "0", "highest": "5"},
        ),
        ((a_step("a", "design", hours=0),), errors.StepEffortUnlikely, {"step": "a", "hours": "0", "most": 120}),
        ((a_step("a", "design", hours=121),), errors.StepEffortUnlikely, {"step": "a", "hours": "121", "most": 120}),
    ],
    ids=["empty", "twice", "unknown need", "unknown competency", "too high", "no level", "no effort", "too much"],
)
def test_what_does_not_is_named(steps: tuple[Step, ...], error: type[DomainError], facts: dict[str, str | int]) -> None:
    with pytest.raises(error) as caught:
        checked(towards(*steps), FRAMEWORK)

    assert caught.value.facts == facts


def test_a_circle_is_named_by_its_steps_in_their_order() -> None:
    steps = (
        a_step("before", "design"),
        a_step("one", "design", needs="before three"),
        a_step("two", "design", needs="one"),
        a_step("three", "design", needs="two"),
        a_step("behind", "design", needs="three"),
    )

    with pytest.raises(errors.PrerequisitesInCircle) as caught:
        checked(towards(*steps), FRAMEWORK)

    circle = str(caught.value.facts["steps"]).split(" → ")
    assert circle[0] == circle[-1]
    assert set(circle) == {"one", "two", "three"}
    assert "one → two" in " → ".join([*circle, *circle[1:]])


def test_a_step_that_needs_itself_is_a_circle() -> None:
    with pytest.raises(errors.PrerequisitesInCircle) as caught:
        checked(towards(a_step("a", "design", needs="a")), FRAMEWORK)

    assert caught.value.facts == {"steps": "a → a"}


def test_a_milestone_says_what_proves_it() -> None:
    bare = Step(**{**vars(a_step("a", "design", milestone=True)), "proof": ""})

    with pytest.raises(errors.MilestoneUnproved):
        checked(towards(bare), FRAMEWORK)


def test_a_role_that_the_framework_lacks_is_named() -> None:
    with pytest.raises(errors.RoadmapRoleUnknown) as caught:
        checked(a_roadmap(*SOUND), FRAMEWORK)

    assert caught.value.facts == {"role": "role"}
