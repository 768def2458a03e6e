"""A goal's measure, and its life until it is reached or let go."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.core.domain.errors import (
    MeasureStandsStill,
    MilestoneOffTheWay,
    MovedOn,
    TargetMissing,
    TooManyMilestones,
)
from bot.core.domain.goals import (
    MOST_MILESTONES,
    Attestation,
    GoalState,
    Measure,
    Milestone,
    asked_about,
    next_level,
    span_of,
)
from bot.core.domain.ids import GoalId
from tests.core.examples import NOW, a_goal, a_matrix

NUMBERS = st.floats(allow_nan=False)


@pytest.mark.parametrize(
    ("start", "target", "current", "share"),
    [
        (0, 10, 0, 0.0),
        (0, 10, 4, 0.4),
        (0, 10, 12, 1.0),
        (0, 10, -3, 0.0),
        (30, 10, 15, 0.75),  # a measure that should fall
        (30, 10, 35, 0.0),
        (5, 5, 0, 1.0),  # nothing to do
    ],
)
def test_the_share_done(start: float, target: float, current: float, share: float) -> None:
    assert Measure(start, target, "points", current).share == share


@given(NUMBERS, NUMBERS, NUMBERS)
def test_the_share_done_is_a_share(start: float, target: float, current: float) -> None:
    assert 0 <= Measure(start, target, "", current).share <= 1


@pytest.mark.parametrize(
    ("start", "target", "unit", "span"),
    [
        (None, None, "", (0, 1)),
        (None, 10.0, "reviews", (0, 10)),
        (30.0, 10.0, "minutes", (30, 10)),
        (3.0, 0.0, "", (3, 0)),
    ],
    ids=["yes or no", "from nothing", "falling", "down to nothing"],
)
def test_a_measure_goes_from_its_start_to_its_target(
    start: float | None, target: float | None, unit: str, span: tuple[float, float]
) -> None:
    assert span_of(start, target, unit) == span


@pytest.mark.parametrize(("start", "unit"), [(None, "reviews"), (3.0, "")], ids=["a unit", "a start"])
def test_a_measure_without_a_number_to_reach_is_refused(start: float | None, unit: str) -> None:
    with pytest.raises(TargetMissing):
        span_of(start, None, unit)


@pytest.mark.parametrize(("start", "target"), [(5.0, 5.0), (None, 0.0)], ids=["same", "zero from nothing"])
def test_a_measure_that_ends_where_it_starts_is_refused(start: float | None, target: float) -> None:
    with pytest.raises(MeasureStandsStill):
        span_of(start, target, "")


class GoalLife(RuleBasedStateMachine):
    """Progress is recorded while a goal is open; once it is reached or dropped, nothing moves it."""

    @initialize()
    def set_up(self) -> None:
        self.goal = a_goal()

    def is_open(self) -> bool:
        return self.goal.state is GoalState.OPEN

    def is_over(self) -> bool:
        return not self.is_open()

    @precondition(is_open)
    @rule(current=st.floats(-5, 15))
    def moves(self, current: float) -> None:
        self.goal = self.goal.moved_to(current, NOW)
        assert self.goal.measure.current == current

    @precondition(is_open)
    @rule(days=st.integers(0, 500))
    def is_reached(self, days: int) -> None:
        now = NOW + timedelta(days=days)
        self.goal = self.goal.done(now)
        assert (self.goal.state, self.goal.done_at, self.goal.measure.share) == (GoalState.DONE, now, 1.0)

    @precondition(is_open)
    @rule()
    def is_dropped(self) -> None:
        before = self.goal
        self.goal = before.dropped()
        assert (self.goal.state, self.goal.measure) == (GoalState.DROPPED, before.measure)

    @precondition(is_open)
    @rule(days=st.integers(-500, 500))
    def is_put_off(self, days: int) -> None:
        day = NOW.date() + timedelta(days=days)
        self.goal = self.goal.put_off(day)
        assert not self.goal.is_overdue(day)
        assert self.goal.is_overdue(day + timedelta(days=1))

    @precondition(is_over)
    @rule()
    def stays_as_it_is(self) -> None:
        with pytest.raises(MovedOn) as refused:
            self.goal.moved_to(1, NOW)
        assert refused.value.facts == {"state": self.goal.state.value}
        with pytest.raises(MovedOn):
            self.goal.done(NOW)
        with pytest.raises(MovedOn):
            self.goal.dropped()
        with pytest.raises(MovedOn):
            self.goal.put_off(NOW.date())
        assert not self.goal.is_overdue(self.goal.due_on + timedelta(days=1))

    @invariant()
    def is_dated_when_done(self) -> None:
        assert (self.goal.done_at is not None) == (self.goal.state is GoalState.DONE)


TestGoalLife = GoalLife.TestCase
TestGoalLife.settings = settings(max_examples=50, stateful_step_count=10)  # a life has few steps


# Marks along the way


def test_a_measure_passes_its_milestones() -> None:
    goal = a_goal().with_milestone(Milestone("Half", 5)).with_milestone(Milestone("Nearly", 9))
    assert goal.next_milestone == Milestone("Half", 5)

    halfway = goal.moved_to(6, NOW)
    assert [each.reached_at for each in halfway.milestones] == [NOW, None]
    assert halfway.next_milestone == Milestone("Nearly", 9)

    fallen_back = halfway.moved_to(2, NOW + timedelta(days=1))
    assert fallen_back.milestones == halfway.milestones, "what was passed was passed"


def test_a_measure_that_should_fall_passes_them_downwards() -> None:
    goal = a_goal(Measure(30, 10, "minutes", 30)).with_milestone(Milestone("Twenty", 20))

    assert goal.moved_to(21, NOW).next_milestone is not None
    assert goal.moved_to(20, NOW).next_milestone is None


def test_milestones_without_a_number_are_ticked() -> None:
    goal = a_goal().with_milestone(Milestone("Told my team")).moved_to(10, NOW)
    assert goal.next_milestone == Milestone("Told my team")

    ticked = goal.ticked([0], NOW)
    assert ticked.next_milestone is None
    assert ticked.ticked([0], NOW + timedelta(days=1)) == ticked
    assert ticked.ticked([7], NOW) == ticked


def test_milestones_stand_in_the_order_in_which_they_are_passed() -> None:
    goal = a_goal()
    for each in (
        Milestone("at last"),
        Milestone("eight", 8),
        Milestone("three", 3),
        Milestone("soon", None, NOW.date()),
    ):
        goal = goal.with_milestone(each)

    assert [each.title for each in goal.milestones] == ["soon", "at last", "three", "eight"]


@pytest.mark.parametrize("at", [0, -1, 11], ids=["where it starts", "behind the start", "beyond the target"])
def test_a_milestone_off_the_way_is_refused(at: float) -> None:
    with pytest.raises(MilestoneOffTheWay):
        a_goal().with_milestone(Milestone("Never", at))


def test_a_yes_or_no_goal_has_no_numbers_on_its_way() -> None:
    with pytest.raises(MilestoneOffTheWay):
        a_goal(Measure(0, 1, "", 0)).with_milestone(Milestone("Half done", 1))


def test_only_so_many_milestones_and_none_once_it_is_over() -> None:
    goal = a_goal()
    for number in range(MOST_MILESTONES):
        goal = goal.with_milestone(Milestone(str(number)))
    with pytest.raises(TooManyMilestones):
        goal.with_milestone(Milestone("one more"))
    with pytest.raises(MovedOn):
        a_goal().done(NOW).with_milestone(Milestone("too late"))


# What a mentor says


def test_a_mentor_is_asked_of_what_was_reached_and_answers_once() -> None:
    asked = a_goal().done(NOW).asked_for("The minutes")
    assert (asked.attestation, asked.evidence) == (Attestation.ASKED, "The minutes")

    given = asked.attested()
    assert given.attestation is Attestation.GIVEN
    with pytest.raises(MovedOn):
        given.attested()
    with pytest.raises(MovedOn):
        given.asked_for("More")
    with pytest.raises(MovedOn):
        given.held_back("No")


def test_after_not_yet_it_can_be_asked_again() -> None:
    held_back = a_goal().done(NOW).asked_for("").held_back("Lead one without me")
    assert (held_back.attestation, held_back.word) == (Attestation.NOT_YET, "Lead one without me")

    again = held_back.asked_for("I have")
    assert (again.attestation, again.word, again.evidence) == (Attestation.ASKED, "", "I have")


def test_nobody_is_asked_of_what_is_not_reached() -> None:
    with pytest.raises(MovedOn):
        a_goal().asked_for("")
    with pytest.raises(MovedOn):
        a_goal().done(NOW).attested()


# What a week asks about


def test_a_week_asks_about_the_two_that_are_due_first() -> None:
    goals = [replace(a_goal(), id=GoalId(str(day)), due_on=date(2027, 1, day)) for day in (20, 5, 11)]

    assert [each.id for each in asked_about(goals, NOW)] == ["5", "11"]


@given(st.lists(st.tuples(st.integers(1, 28), st.sampled_from(GoalState), st.integers(-3, 3)), max_size=8), st.data())
def test_what_a_week_asks_changes_only_by_a_goal_s_end(
    goals: list[tuple[int, GoalState, int]], data: st.DataObject
) -> None:
    """So that an answer given in a form that lay open is never lost to another goal."""
    made = [
        replace(a_goal(state=state), id=GoalId(str(at)), due_on=date(2027, 1, day), set_at=NOW + timedelta(hours=hours))
        for at, (day, state, hours) in enumerate(goals)
    ]
    before = asked_about(made, NOW)
    later = [replace(each, measure=replace(each.measure, current=data.draw(st.integers(0, 10)))) for each in made]
    later += [replace(a_goal(), id=GoalId("new"), due_on=date(2026, 12, 1), set_at=NOW + timedelta(hours=1))]

    assert [each.id for each in asked_about(later, NOW)] == [each.id for each in before]
    if before:
        ended = [replace(each, state=GoalState.DROPPED) if each.id == before[0].id else each for each in later]
        assert {each.id for each in before[1:]} <= {each.id for each in asked_about(ended, NOW)}


@pytest.mark.parametrize(
    ("current", "required", "level"),
    [(2, 4, 3), (0, 1, 1), (2.3, 4, 3), (3.5, 3.62, 4), (None, 3, 3), (None, 2.5, 3), (5, 4, 4)],
)
def test_a_goal_aims_one_level_up(current: float | None, required: float, level: int) -> None:
    assert next_level(a_matrix((current, required, 1.0)).cells[0]) == level
