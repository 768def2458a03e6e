"""A way in time: load and critical path bound it, and the hours that would do really do."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.domain.ids import StepId
from bot.core.domain.roadmaps.cutting import cut
from bot.core.domain.roadmaps.graphs import Roadmap, Step
from bot.core.domain.roadmaps.planning import MOST_AT_ONCE, Plan, Task, hours_that_do, plan_of, tasks_of
from tests.core.domain.roadmaps.samples import TODAY, a_step, matrices, roadmaps
from tests.core.examples import a_matrix

HOURS = st.integers(1, 20)
EVERYTHING = a_matrix(*[(0, 5, 1.0)] * 5)


def planned(*steps: Step, hours: float = 4, target: date | None = None) -> Plan:
    return plan_of(tasks_of(steps), hours, TODAY, target)


def times(plan: Plan) -> dict[str, tuple[float, float]]:
    return {each.id: (each.begins, each.ends) for each in plan.timings}


def test_steps_follow_each_other_as_hours_allow() -> None:
    plan = planned(a_step("a", hours=8), a_step("b", hours=4), hours=4)

    assert times(plan) == {"a": (0, 2), "b": (2, 3)}
    assert plan.arrives_on == TODAY + timedelta(weeks=3)


def test_what_takes_its_time_leaves_hours_for_something_beside_it() -> None:
    plan = planned(a_step("rota", hours=8, weeks=4), a_step("book", hours=8), hours=4)

    assert times(plan) == {"rota": (0, 4), "book": (0, 4)}


def test_what_is_begun_is_finished_before_the_next_is_opened() -> None:
    tasks = (Task(a_step("a").id, 4), Task(a_step("b").id, 4, is_begun=True))

    assert times(plan_of(tasks, 4, TODAY)) == {"b": (0, 1), "a": (1, 2)}


def test_nobody_has_too_much_open_at_once() -> None:
    plan = planned(*(a_step(f"s{number}", hours=1, weeks=4) for number in range(5)), hours=40)

    assert [begins for begins, _ in times(plan).values()] == [0] * MOST_AT_ONCE + [4] * 2


def test_the_critical_path_says_how_early_how_late_and_with_what_slack() -> None:
    plan = planned(
        a_step("a", hours=4),
        a_step("long", needs="a", hours=1, weeks=6),
        a_step("short", needs="a", hours=8),
        a_step("end", needs="long short", hours=4),
        hours=4,
    )
    timings, short = {each.id: each for each in plan.timings}, StepId("short")

    assert plan.chain == 8
    assert (timings[short].earliest, timings[short].latest, timings[short].slack) == (1, 5, 4)
    assert set(plan.critical) == {"a", "long", "end"}


def test_a_plan_says_how_late_it_is_and_what_would_do() -> None:
    steps, target = (a_step("a", hours=60), a_step("b", hours=60)), TODAY + timedelta(weeks=20)
    plan = planned(*steps, hours=4, target=target)

    assert plan.arrives_on == TODAY + timedelta(weeks=30)
    assert plan.is_late
    assert plan.late == timedelta(weeks=10)
    assert hours_that_do(tasks_of(steps), TODAY, target) == 6


def test_where_steps_take_longer_than_there_is_no_hours_do() -> None:
    rota = tasks_of((a_step("a", hours=4, weeks=30),))

    assert hours_that_do(rota, TODAY, TODAY + timedelta(weeks=20)) is None
    assert hours_that_do(rota, TODAY, TODAY) is None


def test_nothing_left_is_there_today() -> None:
    plan = planned()

    assert (plan.weeks, plan.chain, plan.arrives_on, plan.timings) == (0, 0, TODAY, ())


@given(roadmaps(), matrices(), HOURS)
def test_a_plan_keeps_prerequisites_and_is_never_shorter_than_its_load_or_its_longest_chain(
    roadmap: Roadmap, matrix: object, hours: int
) -> None:
    steps = cut(roadmap, EVERYTHING).steps
    plan = planned(*steps, hours=hours)
    time = times(plan)

    for step in steps:
        assert all(time[need][1] <= time[step.id][0] + 1e-6 for need in step.needs)
        assert time[step.id][1] - time[step.id][0] >= step.weeks - 1e-6
    assert plan.weeks >= max(plan.load, plan.chain) - 1e-6
    for each in plan.timings:
        assert each.begins >= each.earliest - 1e-6
        assert each.latest >= each.earliest - 1e-6


@given(roadmaps(), HOURS)
def test_no_week_holds_more_hours_than_there_are(roadmap: Roadmap, hours: int) -> None:
    steps = {step.id: step for step in cut(roadmap, EVERYTHING).steps}
    plan = planned(*steps.values(), hours=hours)
    edges = sorted({time for each in plan.timings for time in (each.begins, each.ends)})

    for edge in edges:
        open_then = [each for each in plan.timings if each.begins <= edge < each.ends - 1e-6]
        assert len(open_then) <= MOST_AT_ONCE
    assert sum(steps[each.id].hours for each in plan.timings) <= plan.weeks * hours + 1e-6


@given(roadmaps(), st.integers(1, 60))
def test_the_hours_that_would_do_do_and_no_load_fits_in_fewer(roadmap: Roadmap, weeks: int) -> None:
    tasks, target = tasks_of(cut(roadmap, EVERYTHING).steps), TODAY + timedelta(weeks=weeks)
    enough = hours_that_do(tasks, TODAY, target)

    if enough is None:
        assert plan_of(tasks, 40, TODAY, target).is_late
    else:
        assert not plan_of(tasks, enough, TODAY, target).is_late
        assert enough >= sum(task.hours for task in tasks) / weeks - 1e-6


@pytest.mark.parametrize("hours", [0.5, 2.5])
def test_half_hours_are_hours(hours: float) -> None:
    assert planned(a_step("a", hours=5), hours=hours).weeks == 5 / hours
