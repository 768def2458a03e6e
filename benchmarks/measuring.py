"""How time is taken: wall clock and this process's processor, the best of a few runs."""

from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter, process_time


@dataclass(frozen=True)
class Pace:
    """How thoroughly a group measures."""

    runs: int
    """Of so many runs the best counts: what disturbs a run only ever slows it."""
    scale: float
    """What the usual sizes are multiplied by."""

    def size(self, usual: int) -> int:
        """Return how much of something to measure with."""
        return max(1, int(usual * self.scale))


THOROUGH = Pace(runs=3, scale=1)
QUICK = Pace(runs=1, scale=0.05)


@dataclass(frozen=True)
class Spent:
    """What a run took, in seconds; `processor` is all threads of this process together."""

    wall: float
    processor: float


class Stopwatch:
    """Runs from when it is made."""

    def __init__(self) -> None:
        self._wall, self._processor = perf_counter(), process_time()

    def read(self) -> Spent:
        """Return what has been spent so far."""
        return Spent(perf_counter() - self._wall, process_time() - self._processor)


def spent(run: Callable[[], object]) -> Spent:
    """Run once."""
    watch = Stopwatch()
    run()
    return watch.read()


def best(runs: int, run: Callable[[], Spent]) -> Spent:
    """Repeat, and return the run that was over soonest."""
    return min((run() for _ in range(runs)), key=lambda each: each.wall)


def per_call(pace: Pace, calls: int, call: Callable[[], object]) -> float:
    """Return the microseconds of one call, in the best of many short series: some of them run undisturbed."""
    number = max(1, pace.size(calls) // _SERIES)

    def series() -> None:
        for _ in range(number):
            call()

    call()  # what is made once, such as a compiled pattern, isn't each call's share
    return best(pace.runs * _SERIES, lambda: spent(series)).wall / number * 1e6


_SERIES = 10
