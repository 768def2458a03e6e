"""A goal's measure, and its life until it is reached or let go."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.core.domain.errors import MeasureStandsStill, MovedOn, TargetMissing
from bot.core.domain.goals import GoalState, Measure, span_of
from tests.core.examples import NOW, a_goal

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
        self.goal = self.goal.moved_to(current)
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

    @precondition(is_over)
    @rule()
    def stays_as_it_is(self) -> None:
        with pytest.raises(MovedOn) as refused:
            self.goal.moved_to(1)
        assert refused.value.facts == {"state": self.goal.state.value}
        with pytest.raises(MovedOn):
            self.goal.done(NOW)
        with pytest.raises(MovedOn):
            self.goal.dropped()

    @invariant()
    def is_dated_when_done(self) -> None:
        assert (self.goal.done_at is not None) == (self.goal.state is GoalState.DONE)


TestGoalLife = GoalLife.TestCase
TestGoalLife.settings = settings(max_examples=50, stateful_step_count=10)  # a life has few steps
