"""A roadmap cut to a member: three laws, and which of several steps comes first."""

from hypothesis import given

from bot.core.domain.gaps import GapMatrix
from bot.core.domain.roadmaps.cutting import Cut, cut
from bot.core.domain.roadmaps.graphs import Roadmap
from tests.core.domain.roadmaps.samples import a_roadmap, a_step, ancestors, matrices, roadmaps
from tests.core.examples import a_matrix


def names(way: Cut) -> str:
    return " ".join(step.id for step in way.steps)


# The laws


@given(roadmaps(), matrices())
def test_a_cut_is_never_out_of_prerequisite_order(roadmap: Roadmap, matrix: GapMatrix) -> None:
    way = cut(roadmap, matrix)
    before = ancestors(roadmap)

    for place, step in enumerate(way.steps):
        behind = {each.id for each in way.steps[place:]}
        assert not before[step.id] & behind
        assert set(step.needs) <= {each.id for each in way.steps[:place]} & before[step.id]


@given(roadmaps(), matrices())
def test_a_cut_never_holds_a_met_step(roadmap: Roadmap, matrix: GapMatrix) -> None:
    current = {cell.competency.id: cell.current for cell in matrix.cells}

    for step in cut(roadmap, matrix).steps:
        level = current.get(step.competency)
        assert level is None or level < step.level


@given(roadmaps(), matrices())
def test_a_cut_reaches_the_required_level_where_its_steps_can(roadmap: Roadmap, matrix: GapMatrix) -> None:
    way = cut(roadmap, matrix)
    for cell in matrix.open_cells:
        able = max((step.level for step in roadmap.steps if step.competency == cell.competency.id), default=0.0)
        reached = max(
            (step.level for step in way.steps if step.competency == cell.competency.id), default=cell.current or 0
        )
        assert reached >= min(cell.required, max(able, cell.current or 0))
        assert (cell in way.short) == (able < cell.required)


# What else a cut is


@given(roadmaps(), matrices())
def test_every_step_is_kept_met_or_beyond_and_nothing_that_a_kept_one_needs_is_beyond(
    roadmap: Roadmap, matrix: GapMatrix
) -> None:
    way = cut(roadmap, matrix)
    parts = [step.id for step in (*way.steps, *way.met, *way.beyond)]

    assert sorted(parts) == sorted(step.id for step in roadmap.steps)
    needed = {need for step in roadmap.steps if step.id in names(way).split() for need in step.needs}
    assert not needed & {step.id for step in way.beyond}


@given(roadmaps(), matrices())
def test_of_two_steps_that_could_come_next_the_one_that_leads_to_more_does(roadmap: Roadmap, matrix: GapMatrix) -> None:
    steps = cut(roadmap, matrix).steps
    rank = {cell.competency.id: cell.rank for cell in matrix.cells}
    behind = {step.id: {step.id} for step in steps}
    for step in reversed(steps):
        for need in step.needs:
            behind[need] |= behind[step.id]
    leads = {
        step.id: max(rank.get(each.competency, 0) for each in steps if each.id in behind[step.id]) for step in steps
    }

    for place, step in enumerate(steps):
        before = {each.id for each in steps[:place]}
        ready = [each for each in steps[place:] if set(each.needs) <= before]
        assert leads[step.id] == max(leads[each.id] for each in ready)


def test_the_greatest_gap_goes_first_with_what_it_needs_before_it() -> None:
    roadmap = a_roadmap(
        a_step("small", "c0"),
        a_step("ground", "c1", hours=9),
        a_step("great", "c2", 3, "ground"),
    )

    assert names(cut(roadmap, a_matrix((0, 1, 0.5), (0, 1, 0.1), (0, 3, 1)))) == "ground great small"


def test_of_equals_the_shorter_goes_first_and_then_the_author_s_order() -> None:
    roadmap = a_roadmap(a_step("long", hours=9), a_step("first"), a_step("second"))

    assert names(cut(roadmap, a_matrix((0, 1, 1)))) == "first second long"


def test_a_step_behind_one_that_is_set_aside_still_comes_after_what_that_needed() -> None:
    roadmap = a_roadmap(
        a_step("after", "c0", 2, "met"),
        a_step("met", "c1", 1, "before"),
        a_step("before", "c2", 1),
    )
    way = cut(roadmap, a_matrix((1, 2, 1), (1, 1, 1), (0, 1, 0.1)))

    assert names(way) == "before after"
    assert way.steps[1].needs == ("before",)
    assert [step.id for step in way.met] == ["met"]


def test_what_leads_beyond_the_destination_is_left_out() -> None:
    roadmap = a_roadmap(a_step("two", level=2), a_step("four", level=4), a_step("five", level=5))
    way = cut(roadmap, a_matrix((1, 3, 1)))

    assert names(way) == "two four"
    assert [step.id for step in way.beyond] == ["five"]


def test_a_met_step_that_is_wished_for_stays() -> None:
    roadmap = a_roadmap(a_step("one"), a_step("two", level=2, needs="one"))
    matrix = a_matrix((1, 2, 1))

    assert names(cut(roadmap, matrix)) == "two"
    assert names(cut(roadmap, matrix, {roadmap.steps[0].id})) == "one two"


def test_nobody_s_word_is_no_level() -> None:
    assert names(cut(a_roadmap(a_step("one"), a_step("two", level=2)), a_matrix((None, 2, 1)))) == "one two"


def test_how_much_of_the_gap_it_closes_is_weighed() -> None:
    roadmap = a_roadmap(a_step("a", "c0", 2), a_step("b", "c1", 1))

    assert cut(roadmap, a_matrix((0, 2, 1), (0, 3, 0.5), (0, 1, 0))).closes == (2 + 0.5) / (2 + 1.5)
    assert cut(roadmap, a_matrix((2, 2, 1))).closes == 1
