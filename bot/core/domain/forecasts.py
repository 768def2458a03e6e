"""When a path will reach its line, with a range, from the pace of attested levels.

The moves of a path are taken as chance events that go on at the pace seen so far, at most a year back. Moves of one
week are one event. With X the events' gains over T days:

    pace            p = sum(X) / T
    size of a move  s = sum(X²) / sum(X)       uneven moves, and steps back, make it larger
    moves seen      N = sum(X) / s             so a few large ones count for less than as many even ones
    moves to come   M = max(1, missing / s)

Of a Poisson process that has shown N events in T, the wait W for M more has W (N + ½) / (T M) distributed as F with 2M
and 2N + 1 degrees of freedom: exact where the observation ends at an event, and the half makes up for its ending
anywhere. Its quantiles are Paulson's (1942): cube roots of F are so close to normal that they solve a quadratic.
Nothing is drawn at random: the same history always gives the same words.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from math import ceil, sqrt
from statistics import NormalDist

from bot.core.domain.paths import Move, Path

REQUIRED = 1.0
"""The required line: all that the destination asks."""

SAID_FOR = 0.8
"""How often the range is to hold what really happens: four times of five."""

LEAST_MOVES = 3
"""Weeks with an attested move before there is a forecast: of one or two, nobody can tell pace from chance."""

LEAST_SPAN = timedelta(weeks=8)
"""How long a path must be before there is a forecast."""

LOOK_BACK = timedelta(weeks=52)
"""How far back pace is measured: what was longer ago says little about how it goes now."""

HORIZON = timedelta(days=3652)
"""Ten years: what lies farther is not told as a date."""

MONTH_WITHIN = timedelta(days=274)
"""A range up to nine months long is told by months."""

QUARTER_WITHIN = timedelta(days=730)
"""A range up to two years long is told by quarters of a year; a longer one by years."""

_TAIL = NormalDist().inv_cdf((1 + SAID_FOR) / 2)


class Grain(Enum):
    """How finely a day may be told: no finer than the range that it stands in."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Standing(Enum):
    """How a forecast lies to the day by which somebody wants to arrive."""

    AHEAD = "ahead"
    """Even the latest of the range is in time."""
    LIKELY = "likely"
    """The likeliest day is in time, the latest isn't."""
    UNLIKELY = "unlikely"
    """The likeliest day is too late, the earliest isn't."""
    BEHIND = "behind"
    """Even the earliest is too late."""


@dataclass(frozen=True)
class Reached:
    """The line is reached already."""


@dataclass(frozen=True)
class TooEarly:
    """Too little has been attested to tell: `moves` weeks with a move, on a path of `days` days."""

    moves: int
    days: int

    @property
    def moves_missing(self) -> int:
        """How many more weeks with an attested move it takes."""
        return max(0, LEAST_MOVES - self.moves)

    @property
    def weeks_missing(self) -> int:
        """How many more weeks it takes."""
        return max(0, -(-(LEAST_SPAN.days - self.days) // 7))


@dataclass(frozen=True)
class OutOfSight:
    """At the pace so far the line is not reached within ten years, or never: readiness stands still or falls."""

    is_moving: bool


@dataclass(frozen=True)
class Forecast:
    """When the line will be reached if it goes on as so far; `latest` is None where it can't be told within ten years.

    `likely` is what is missing divided by the pace. All are days; say them by `grain` and never finer.
    """

    earliest: date
    likely: date
    latest: date | None

    @property
    def grain(self) -> Grain:
        """How finely the days may be told."""
        if self.latest is None or self.latest - self.earliest > QUARTER_WITHIN:
            return Grain.YEAR
        return Grain.MONTH if self.latest - self.earliest <= MONTH_WITHIN else Grain.QUARTER

    def standing(self, arrive_by: date) -> Standing:
        """Compare it with the day by which somebody wants to arrive."""
        if self.latest is not None and self.latest <= arrive_by:
            return Standing.AHEAD
        if self.likely <= arrive_by:
            return Standing.LIKELY
        return Standing.UNLIKELY if self.earliest <= arrive_by else Standing.BEHIND


Outlook = Reached | TooEarly | OutOfSight | Forecast


@dataclass(frozen=True)
class Pace:
    """Readiness gained a day, 0-1: as it was, and as it must be to arrive in time (None where that day is past)."""

    achieved: float
    needed: float | None


def forecast(path: Path, today: date, line: float = REQUIRED) -> Outlook:
    """Say when a path will reach a line, as of a day."""
    missing = line - path.readiness
    if missing <= _NOTHING:
        return Reached()
    days, gains = _seen(path, today)
    if len(gains) < LEAST_MOVES or today - path.begun_on < LEAST_SPAN:
        return TooEarly(len(gains), (today - path.begun_on).days)
    gained = sum(gains)
    if gained <= _NOTHING or missing * days > gained * HORIZON.days:
        return OutOfSight(is_moving=gained > _NOTHING)
    size = sum(gain * gain for gain in gains) / gained
    low, high = _range(days, gained / size, max(1.0, missing / size))
    likely = missing * days / gained
    return Forecast(
        earliest=today + timedelta(days=int(min(low, likely))),
        likely=today + timedelta(days=round(likely)),
        latest=today + timedelta(days=ceil(max(high, likely))) if high <= HORIZON.days else None,
    )


def pace(path: Path, today: date, arrive_by: date, line: float = REQUIRED) -> Pace:
    """Measure the pace so far, and the one that it takes to reach the line in time."""
    days, gains = _seen(path, today)
    left = (arrive_by - today).days
    missing = max(0.0, line - path.readiness)
    return Pace(sum(gains) / days if days else 0.0, missing / left if left > 0 else None)


def seen_since(path: Path, today: date) -> date:
    """Say from which day on pace is measured."""
    return max(path.begun_on, today - LOOK_BACK)


_NOTHING = 1e-9
"""Less than rounding leaves."""


def _seen(path: Path, today: date) -> tuple[int, list[float]]:
    """Measure how many days pace is taken over, and what was gained in each week with a move."""
    since = seen_since(path, today)
    gains: dict[date, float] = {}
    for each in path.moves:
        if since < each.on <= today:
            gains[_monday(each)] = gains.get(_monday(each), 0.0) + each.gain
    return (today - since).days, [gain for gain in gains.values() if abs(gain) > _NOTHING]


def _monday(move: Move) -> date:
    return move.on - timedelta(days=move.on.weekday())


def _range(days: float, seen: float, to_come: float) -> tuple[float, float]:
    """Return the shortest and longest wait for `to_come` more moves of which `seen` took `days`."""
    alpha, beta = 1 / (9 * to_come), 2 / (9 * (2 * seen + 1))
    a, b = 1 - alpha, 1 - beta
    spread = _TAIL * sqrt(max(0.0, a * a * beta + alpha * b * b - _TAIL * _TAIL * alpha * beta))
    below = b * b - _TAIL * _TAIL * beta  # stays above 0.24 however little was seen
    scale = days * to_come / (seen + 0.5)
    return scale * max(0.0, (a * b - spread) / below) ** 3, scale * ((a * b + spread) / below) ** 3
