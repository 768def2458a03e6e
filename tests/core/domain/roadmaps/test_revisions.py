"""A newer version shows its difference, and takes nothing that a member did."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.core.domain.gaps import GapMatrix
from bot.core.domain.ids import StepId
from bot.core.domain.roadmaps.cutting import cut
from bot.core.domain.roadmaps.enrolments import Enrolment, StepState
from bot.core.domain.roadmaps.graphs import Roadmap
from bot.core.domain.roadmaps.revisions import adopted, difference
from tests.core.domain.roadmaps.samples import NOW, a_roadmap, a_step, an_enrolment, matrices, roadmaps
from tests.core.examples import a_matrix

MATRIX = a_matrix((0, 3, 1))
OLD = a_roadmap(a_step("a"), a_step("b", level=2, needs="a"), a_step("c", level=3, needs="b"))
NEW = a_roadmap(
    a_step("a"),
    a_step("b", level=2, needs="a", hours=10),
    a_step("d", level=2, needs="a"),
    a_step("e", level=3, needs="b d"),
    version=2,
)


def ids(enrolment: Enrolment) -> list[str]:
    return [each.id for each in enrolment.steps]


def test_the_difference_is_named_step_by_step() -> None:
    told = difference(an_enrolment(OLD, MATRIX), NEW, MATRIX)

    assert [step.id for step in told.added] == ["d", "e"]
    assert [step.id for step in told.dropped] == ["c"]
    assert [(before.hours, after.hours) for before, after in told.changed] == [(4, 10)]
    assert told.hours == 4 + 4 - 4 + 6


def test_what_was_begun_in_a_step_that_is_dropped_stays_as_the_member_s_own() -> None:
    begun = an_enrolment(OLD, MATRIX).finished(StepId("a"), "A link.", 4, NOW).skipped(StepId("b"), "no", NOW)
    taken = adopted(begun.begun(StepId("c"), NOW), NEW, MATRIX)

    assert ids(taken) == ["a", "b", "c", "d", "e"]
    assert taken.version == 2
    assert (taken.find(StepId("c")).state, taken.find(StepId("c")).is_own) == (StepState.IN_PROGRESS, True)
    assert taken.find(StepId("a")).evidence == "A link."
    assert [step.id for step in difference(begun.begun(StepId("c"), NOW), NEW, MATRIX).kept] == ["c"]


def test_the_same_steps_make_no_difference() -> None:
    assert difference(an_enrolment(OLD, MATRIX), replace(OLD, version=2), MATRIX).is_nothing


def test_levels_that_are_met_since_take_no_step_away_that_was_chosen() -> None:
    mine = an_enrolment(OLD, MATRIX)

    assert ids(adopted(mine, replace(OLD, version=2), a_matrix((2, 3, 1)))) == ["a", "b", "c"]


@given(roadmaps(), roadmaps(), matrices(), st.data())
def test_nothing_that_was_done_is_lost_and_the_order_still_holds(
    old: Roadmap, new: Roadmap, matrix: GapMatrix, data: st.DataObject
) -> None:
    if not cut(old, matrix).steps:
        return
    mine = an_enrolment(old, matrix).with_own(a_step("own"))
    for act in data.draw(st.lists(st.sampled_from(["done", "begun", "skipped"]), max_size=6)):
        if (step := mine.next_step) is not None and len(mine.to_do) > 1:
            mine = {
                "done": lambda mine=mine, step=step: mine.finished(step.id, "evidence", 3, NOW),
                "begun": lambda mine=mine, step=step: mine.begun(step.id, NOW),
                "skipped": lambda mine=mine, step=step: mine.skipped(step.id, "reason", NOW),
            }[act]()

    taken = adopted(mine, new, matrix)

    now = {each.id: each for each in taken.steps}
    for each in mine.steps:
        if each.is_own or each.state not in {StepState.OPEN, StepState.SET_ASIDE}:
            kept = now[each.id]
            assert (kept.state, kept.evidence, kept.reason, kept.spent) == (
                each.state,
                each.evidence,
                each.reason,
                each.spent,
            )
    for place, each in enumerate(taken.steps):
        assert set(each.step.needs) <= set(ids(taken)[:place])
    assert len(now) == len(taken.steps) == len({each.number for each in taken.steps})
    assert all(now[each.id].number == each.number for each in mine.steps if each.id in now)
