"""Which roadmap fits, and one made of several where none does."""

from hypothesis import given
from hypothesis import strategies as st

from bot.core.domain.gaps import GapMatrix
from bot.core.domain.roadmaps.composing import COMPOSED, compose, fitting, offered
from bot.core.domain.roadmaps.cutting import cut
from bot.core.domain.roadmaps.graphs import Roadmap, ordered
from tests.core.domain.roadmaps.samples import a_roadmap, a_step, matrices, roadmaps
from tests.core.examples import a_matrix

SEVERAL = st.tuples(roadmaps("x", 8), roadmaps("y", 8), roadmaps("z", 8))


def test_what_closes_more_is_offered_first_and_what_closes_nothing_not_at_all() -> None:
    little = a_roadmap(a_step("a", "c0"), name="little")
    much = a_roadmap(a_step("a", "c0"), a_step("b", "c1"), name="much")
    nothing = a_roadmap(a_step("a", "c9"), name="nothing")

    fits = fitting([little, nothing, much], a_matrix((0, 1, 1), (0, 1, 1)))

    assert [(fit.roadmap.id, fit.closes) for fit in fits] == [("much", 1.0), ("little", 0.5)]


def test_a_roadmap_that_closes_everything_is_offered_alone() -> None:
    whole = a_roadmap(a_step("a", "c0"), a_step("b", "c1"), name="whole")
    half = a_roadmap(a_step("a", "c0"), name="half")

    assert [fit.roadmap.id for fit in offered([half, whole], a_matrix((0, 1, 1), (0, 1, 1)), "Put together")] == [
        "whole",
        "half",
    ]


def test_where_none_fits_one_is_composed_of_several_and_says_of_which() -> None:
    left = a_roadmap(a_step("a", "c0"), name="left")
    right = a_roadmap(a_step("a", "c1", 1), a_step("b", "c1", 2, "a"), name="right")

    first = offered([left, right], a_matrix((0, 1, 1), (0, 2, 0.9)), "Put together")[0]

    assert first.roadmap.id == COMPOSED
    assert first.roadmap.sources == ("right", "left")
    assert [step.id for step in first.cut.steps] == ["right.a", "right.b", "left.a"]
    assert first.closes == 1


def test_what_one_gives_already_is_not_taken_again_from_another_and_still_comes_first() -> None:
    ground = a_roadmap(a_step("ground", "c0", 1), name="base")
    tower = a_roadmap(a_step("base", "c0", 1, hours=40), a_step("tower", "c1", 1, "base"), name="tower")

    composed = compose([ground, tower], a_matrix((0, 1, 1), (0, 1, 0.5)), "Put together")

    assert composed is not None
    assert [(step.id, step.needs) for step in composed.steps] == [
        ("base.ground", ()),
        ("tower.tower", ("base.ground",)),
    ]


@given(SEVERAL, matrices())
def test_a_composed_roadmap_is_a_graph_and_closes_no_less_than_any_single_one(
    several: tuple[Roadmap, ...], matrix: GapMatrix
) -> None:
    composed = compose(several, matrix, "Put together")
    if composed is None:
        assert not fitting(several, matrix)
        return

    ordered(composed.steps)
    assert cut(composed, matrix).closes >= max(each.closes for each in fitting(several, matrix)) - 1e-9


def test_nothing_to_close_composes_nothing() -> None:
    assert compose([a_roadmap(a_step("a", "c0"))], a_matrix((1, 1, 1)), "Put together") is None
