"""What was measured, set side by side: a figure, what stands beside it, the ratio, the aim."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum


class Bound(Enum):
    """On which side of its aim a figure should be."""

    AT_LEAST = "at least"
    AT_MOST = "at most"


@dataclass(frozen=True)
class Aim:
    """What a figure should reach, in the figure's own unit."""

    bound: Bound
    value: float

    def is_met(self, value: float) -> bool:
        """Tell whether a figure reaches it."""
        return value >= self.value if self.bound is Bound.AT_LEAST else value <= self.value


@dataclass(frozen=True)
class Beside:
    """What a figure is to be read against, measured in the same run, in the same unit."""

    name: str
    value: float


@dataclass(frozen=True)
class Figure:
    """One thing measured, the best of several runs."""

    name: str
    value: float
    unit: str
    aim: Aim | None = None
    beside: Beside | None = None

    @property
    def ratio(self) -> float | None:
        """How many times what stands beside it."""
        return self.value / self.beside.value if self.beside and self.beside.value else None

    @property
    def met(self) -> bool | None:
        """Whether the aim is reached, None where there is none."""
        return self.aim.is_met(self.value) if self.aim else None


def at_least(value: float) -> Aim:
    """Aim at this or more."""
    return Aim(Bound.AT_LEAST, value)


def at_most(value: float) -> Aim:
    """Aim at this or less."""
    return Aim(Bound.AT_MOST, value)


def table(figures: Sequence[Figure]) -> str:
    """Lay figures out in columns for a terminal."""
    rows = [_HEADINGS, *(_cells(figure) for figure in figures)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n".join([lines[0], "  ".join("-" * width for width in widths), *lines[1:]])


def as_json(figures: Sequence[Figure], circumstances: Mapping[str, str | int | float]) -> str:
    """Write figures for a machine, with the circumstances they were taken in."""
    return json.dumps(
        {"circumstances": dict(circumstances), "figures": [_plain(figure) for figure in figures]}, indent=2
    )


_HEADINGS = ("figure", "measured", "beside it", "ratio", "aim", "met")
_BOUND_SIGNS = {Bound.AT_LEAST: "≥", Bound.AT_MOST: "≤"}
_FROM_HERE_WHOLE = 100


def _cells(figure: Figure) -> tuple[str, ...]:
    beside, aim, ratio = figure.beside, figure.aim, figure.ratio
    return (
        figure.name,
        f"{_number(figure.value)} {figure.unit}",
        f"{_number(beside.value)} {beside.name}" if beside else "",
        f"{ratio:.2f}" if ratio is not None else "",
        f"{_BOUND_SIGNS[aim.bound]} {_number(aim.value)} {figure.unit}" if aim else "",
        {True: "yes", False: "NO", None: ""}[figure.met],
    )


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= _FROM_HERE_WHOLE or value == int(value) else f"{value:.3g}"


def _plain(figure: Figure) -> dict[str, object]:
    beside, aim = figure.beside, figure.aim
    return {
        "name": figure.name,
        "value": figure.value,
        "unit": figure.unit,
        "beside": {"name": beside.name, "value": beside.value} if beside else None,
        "ratio": figure.ratio,
        "aim": {"bound": aim.bound.value, "value": aim.value} if aim else None,
        "met": figure.met,
    }
