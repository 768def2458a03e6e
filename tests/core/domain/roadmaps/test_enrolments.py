"""A member's own copy: what can be done to a step, and what is next."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.core.domain.errors import MovedOn, NotFound
from bot.core.domain.ids import StepId
from bot.core.domain.roadmaps.enrolments import (
    Enrolment,
    EnrolmentState,
    StepState,
    stints,
    tasks_left,
)
from bot.core.domain.roadmaps.errors import NothingToClose, ProofMissing, StepNotReady, StepSettled
from tests.core.domain.roadmaps.samples import NOW, a_roadmap, a_step, an_enrolment
from tests.core.examples import a_matrix

A, B, C = StepId("a"), StepId("b"), StepId("c")


@pytest.fixture
def mine() -> Enrolment:
    """Three steps in a row, the last a milestone, and one that was met."""
    roadmap = a_roadmap(
        a_step("met", "c1"),
        a_step("a", level=1, hours=4),
        a_step("b", level=2, needs="a", hours=4),
        a_step("c", level=3, needs="b", hours=8, milestone=True),
    )
    return an_enrolment(roadmap, a_matrix((0, 3, 1), (1, 1, 1)))


def next_of(enrolment: Enrolment) -> str:
    assert enrolment.next_step is not None
    return enrolment.next_step.id


def test_the_first_step_is_next_and_what_is_met_stands_aside(mine: Enrolment) -> None:
    assert next_of(mine) == "a"
    assert mine.find(StepId("met")).state is StepState.SET_ASIDE
    assert mine.share == 0


def test_a_step_is_begun_worked_at_and_finished(mine: Enrolment) -> None:
    worked = mine.begun(A, NOW).worked(A, 1.5, NOW)
    assert (worked.find(A).state, worked.find(A).spent) == (StepState.IN_PROGRESS, 1.5)

    done = worked.finished(A, "https://example.org/a", 5, NOW)
    assert done.find(A).evidence == "https://example.org/a"
    assert next_of(done) == "b"
    assert done.share == 4 / 16


def test_a_step_waits_for_what_it_needs(mine: Enrolment) -> None:
    with pytest.raises(StepNotReady) as caught:
        mine.begun(B, NOW)
    assert caught.value.facts == {"needs": "A"}
    with pytest.raises(StepNotReady):
        mine.finished(B, "", 1, NOW)


def test_a_skipped_step_lets_those_behind_it_go_on_and_can_be_taken_up_again(mine: Enrolment) -> None:
    skipped = mine.skipped(A, "Did it at work.", NOW)
    assert next_of(skipped) == "b"
    assert skipped.find(A).reason == "Did it at work."

    assert next_of(skipped.reopened(A)) == "a"


def test_a_milestone_asks_for_something_to_show(mine: Enrolment) -> None:
    ready = mine.finished(A, "", 4, NOW).finished(B, "", 4, NOW)

    with pytest.raises(ProofMissing):
        ready.finished(C, "", 8, NOW)
    assert ready.finished(C, "A link.", 8, NOW).find(C).state is StepState.DONE


def test_with_the_last_step_the_roadmap_is_completed(mine: Enrolment) -> None:
    ended = mine.finished(A, "", 4, NOW).skipped(B, "no", NOW).finished(C, "A link.", 8, NOW)

    assert (ended.state, ended.ended_at, ended.next_step) == (EnrolmentState.COMPLETED, NOW, None)
    with pytest.raises(MovedOn):
        ended.skipped(A, "", NOW)


def test_what_is_settled_stays_settled(mine: Enrolment) -> None:
    done = mine.finished(A, "", 4, NOW)
    acts: list[Callable[[], Enrolment]] = [
        lambda: done.begun(A, NOW),
        lambda: done.skipped(A, "", NOW),
        lambda: done.reopened(A),
        lambda: mine.reopened(A),
    ]
    for act in acts:
        with pytest.raises(StepSettled):
            act()
    with pytest.raises(NotFound):
        mine.begun(StepId("z"), NOW)


def test_a_step_of_one_s_own_comes_before_what_is_open(mine: Enrolment) -> None:
    own = mine.begun(A, NOW).with_own(a_step("mine", level=2))

    assert [each.id for each in own.to_do] == ["a", "mine", "b", "c"]
    assert own.find(StepId("mine")).is_own
    assert own.called(5) == own.find(StepId("mine"))
    with pytest.raises(NotFound):
        own.called(6)


def test_leaving_keeps_what_was_done(mine: Enrolment) -> None:
    left = mine.finished(A, "", 4, NOW).left(NOW)

    assert left.state is EnrolmentState.LEFT
    assert [each.id for each in left.done] == ["a"]


def test_what_is_left_to_plan_is_what_hours_were_not_given_to(mine: Enrolment) -> None:
    tasks = {each.id: each for each in tasks_left(mine.worked(A, 3, NOW), stretch=1.5)}

    assert (tasks[A].hours, tasks[A].is_begun) == (4 * 1.5 - 3, True)
    assert tasks[B].hours == 6
    overdone = tasks_left(mine.worked(A, 30, NOW))[0]
    assert overdone.hours == pytest.approx(0.4)  # a tenth of four: it isn't done yet


def test_hours_that_nobody_told_are_those_planned(mine: Enrolment) -> None:
    done = mine.finished(A, "", 0, NOW)

    assert [(each.planned, each.spent) for each in stints(done)] == [(4, 4)]


def test_a_roadmap_that_closes_nothing_is_nothing_to_enrol_on() -> None:
    with pytest.raises(NothingToClose):
        an_enrolment(a_roadmap(a_step("a")), a_matrix((3, 3, 1)))


def test_the_copy_is_the_member_s_own(mine: Enrolment) -> None:
    assert replace(mine, title="Mine").find(A) == mine.find(A)


def test_steps_whose_level_one_has_come_to_since_can_be_set_aside(mine: Enrolment) -> None:
    risen = {mine.steps[0].step.competency: 2.0}
    begun = mine.begun(A, NOW)

    assert [each.id for each in begun.overtaken(risen)] == ["b"]
    shorter = begun.without([B, StepId("met")], NOW)
    assert shorter.find(B).state is StepState.SET_ASIDE
    assert [each.id for each in shorter.to_do] == ["a", "c"]
    assert mine.without([A, B, C], NOW).state is EnrolmentState.COMPLETED
