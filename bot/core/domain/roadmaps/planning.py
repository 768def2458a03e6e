"""A way laid in time: what is begun when, which steps decide the end, and how many hours a week would do.

Two things bound the end. One is the load: all hours over the hours a week that there are. The other is the critical
path (CPM): the longest chain of steps that need each other, each taking its hours at full strength or its shortest
time (`weeks`), whichever is longer; it says of each step how early it can begin, how late it must, and its slack. The
plan itself keeps to both: a person has so many hours a week, finishes what they began before they begin more, and has
at most `MOST_AT_ONCE` steps open, so that it never ends before either bound.

Times are weeks from the day on which the plan begins, as floats; `Plan.day` makes dates of them. A plan of 200 steps
takes about two milliseconds.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from heapq import heapify, heappop, heappush
from math import ceil

from bot.core.domain.ids import StepId
from bot.core.domain.roadmaps.graphs import Step

MOST_AT_ONCE = 3
"""Steps that a person has open at once: one to work at, and others that mostly take their time."""

MOST_HOURS_A_WEEK = 40
"""What is tried at most in looking for the hours a week that would do."""

DAYS = 7
_NEARLY = 1e-9
"""Keeps sums of floats from spilling over into the next day."""


@dataclass(frozen=True)
class Task:
    """What is left of a step: hours still to give, and the shortest time that it still takes, in weeks."""

    id: StepId
    hours: float
    weeks: float = 0.0
    needs: tuple[StepId, ...] = ()
    is_begun: bool = False

    def span(self, hours_a_week: float) -> float:
        """Return the weeks that it takes where it gets all the hours there are."""
        return max(self.hours / hours_a_week, self.weeks)


@dataclass(frozen=True)
class Timing:
    """When one step is done, in weeks from the plan's first day.

    `begins` and `ends` are the plan's. `earliest` is how soon the step could begin if hours were no matter, `latest`
    how late it may without moving the end of the critical path; `slack` lies between the two.
    """

    id: StepId
    begins: float
    ends: float
    earliest: float
    latest: float

    @property
    def slack(self) -> float:
        """Weeks by which it can slip without moving the critical path's end."""
        return max(0.0, self.latest - self.earliest)

    @property
    def is_critical(self) -> bool:
        """Whether it is one of the chain that no number of hours shortens beyond."""
        return self.slack <= _NEARLY


@dataclass(frozen=True)
class Plan:
    """Steps in time, in the order in which they are begun."""

    begins_on: date
    hours_a_week: float
    hours: float
    """All that is still to give."""
    timings: tuple[Timing, ...]
    weeks: float
    """Until the last step ends."""
    chain: float
    """Weeks of the critical path."""
    target_on: date | None = None

    @property
    def arrives_on(self) -> date:
        """The day on which the last step ends."""
        return self.day(self.weeks)

    @property
    def late(self) -> timedelta:
        """By how much that is after the target; negative where it is before."""
        return self.arrives_on - self.target_on if self.target_on else timedelta()

    @property
    def is_late(self) -> bool:
        """Whether the target is missed."""
        return self.late > timedelta()

    @property
    def load(self) -> float:
        """Weeks that the hours alone take."""
        return self.hours / self.hours_a_week

    @property
    def critical(self) -> tuple[StepId, ...]:
        """The steps of the critical path."""
        return tuple(each.id for each in self.timings if each.is_critical)

    def day(self, weeks: float) -> date:
        """Make a date of weeks from the first day; what takes a part of a day takes it whole."""
        return self.begins_on + timedelta(days=ceil(weeks * DAYS - _NEARLY))


def tasks_of(steps: Sequence[Step]) -> tuple[Task, ...]:
    """Make tasks of steps that nobody has begun."""
    return tuple(Task(step.id, step.hours, step.weeks, step.needs) for step in steps)


def plan_of(tasks: Sequence[Task], hours_a_week: float, begins_on: date, target_on: date | None = None) -> Plan:
    """Lay tasks in time; they stand in the order in which they are to be done, and need only what stands before them.

    `hours_a_week` is more than 0.
    """
    needs = _places(tasks)
    spans = [task.span(hours_a_week) for task in tasks]
    earliest, latest, chain = _chain(needs, spans)
    begins, ends = _levelled(tasks, needs, spans, hours_a_week)
    timings = [
        Timing(task.id, begins[place], ends[place], earliest[place], latest[place]) for place, task in enumerate(tasks)
    ]
    return Plan(
        begins_on=begins_on,
        hours_a_week=hours_a_week,
        hours=sum(task.hours for task in tasks),
        timings=tuple(sorted(timings, key=lambda each: each.begins)),
        weeks=max(ends, default=0.0),
        chain=chain,
        target_on=target_on,
    )


def hours_that_do(tasks: Sequence[Task], begins_on: date, target_on: date) -> int | None:
    """Return the fewest whole hours a week that arrive by the target; None where no number of them does."""
    weeks = (target_on - begins_on).days / DAYS
    needs = _places(tasks)
    if weeks <= 0 or not _arrives(tasks, needs, MOST_HOURS_A_WEEK, weeks):
        return None
    low, high = max(1, ceil(sum(task.hours for task in tasks) / weeks - _NEARLY)), MOST_HOURS_A_WEEK
    while low < high:  # `high` arrives at every turn, so that what is returned does
        middle = (low + high) // 2
        if _arrives(tasks, needs, middle, weeks):
            high = middle
        else:
            low = middle + 1
    return high


def _arrives(tasks: Sequence[Task], needs: Sequence[Sequence[int]], hours_a_week: int, weeks: float) -> bool:
    spans = [task.span(hours_a_week) for task in tasks]
    _, ends = _levelled(tasks, needs, spans, hours_a_week)
    return ceil(max(ends, default=0.0) * DAYS - _NEARLY) <= weeks * DAYS


def _places(tasks: Sequence[Task]) -> list[list[int]]:
    """Name needs by place; what isn't among the tasks is over."""
    places: Mapping[StepId, int] = {task.id: place for place, task in enumerate(tasks)}
    return [[places[need] for need in task.needs if need in places] for task in tasks]


def _chain(needs: Sequence[Sequence[int]], spans: Sequence[float]) -> tuple[list[float], list[float], float]:
    """Return how early and how late each may begin, and the length of the longest chain."""
    earliest: list[float] = []
    for place in range(len(spans)):
        earliest.append(max((earliest[need] + spans[need] for need in needs[place]), default=0.0))
    end = max((early + span for early, span in zip(earliest, spans, strict=True)), default=0.0)
    due = [end] * len(spans)
    for place in reversed(range(len(spans))):
        begin = due[place] - spans[place]
        for need in needs[place]:
            due[need] = min(due[need], begin)
    return earliest, [by - span for by, span in zip(due, spans, strict=True)], end


def _levelled(
    tasks: Sequence[Task], needs: Sequence[Sequence[int]], spans: Sequence[float], hours_a_week: float
) -> tuple[list[float], list[float]]:
    """Give the hours of each week away, from one end of a step to the next, and return when steps begin and end.

    Who began first is served first, and up to as much as the step can take; what is left begins another.
    """
    begins, ends = [0.0] * len(tasks), [0.0] * len(tasks)
    left = [1.0] * len(tasks)  # the share of each that is still to do
    waits = [len(each) for each in needs]
    opens = _opens(needs)
    ready = [(not tasks[place].is_begun, place) for place, wait in enumerate(waits) if not wait]
    heapify(ready)
    running: list[int] = []
    now = 0.0
    while ready or running:
        free, paces = hours_a_week, list[float]()
        for place in running:
            pace, used = _pace(tasks[place], spans[place], free)
            paces.append(pace)
            free -= used
        while ready and len(running) < MOST_AT_ONCE and (free > _NEARLY or not running):
            place = heappop(ready)[-1]
            begins[place] = now
            running.append(place)
            pace, used = _pace(tasks[place], spans[place], free)
            paces.append(pace)
            free -= used
        until = min(left[place] / pace for place, pace in zip(running, paces, strict=True) if pace > 0)
        now += until
        still: list[int] = []
        for place, pace in zip(running, paces, strict=True):
            left[place] -= pace * until
            if left[place] > _NEARLY:
                still.append(place)
                continue
            ends[place] = now
            for follower in opens[place]:
                waits[follower] -= 1
                if not waits[follower]:
                    heappush(ready, (not tasks[follower].is_begun, follower))
        running = still
    return begins, ends


def _pace(task: Task, span: float, free: float) -> tuple[float, float]:
    """Return which share of a step is done in a week with so many hours free, and how many of them it takes."""
    if span <= _NEARLY:
        return 1 / _NEARLY, 0.0
    most = task.hours / span
    if most <= free + _NEARLY:
        return 1 / span, most
    return free / task.hours, free


def _opens(needs: Sequence[Sequence[int]]) -> list[list[int]]:
    opens: list[list[int]] = [[] for _ in needs]
    for place, each in enumerate(needs):
        for need in each:
            opens[need].append(place)
    return opens
