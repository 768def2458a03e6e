"""What a picture shows, as data; a painter outside the core draws it once for page and chat alike."""

from dataclasses import dataclass
from enum import Enum
from typing import Protocol

CHAT_WIDTH = 600
"""Pixels: what chats show at most (Discord 550); one of 1,200 takes resvg two and a half times as long."""


@dataclass(frozen=True)
class HeatRow:
    """One labelled row of a level chart; `current` is None where it is not known."""

    label: str
    current: float | None
    required: float
    emphasis: float
    """How much the row matters, 0-1; drawn with a number or a mark as well as with colour."""


@dataclass(frozen=True)
class LevelChart:
    """Current against required levels, row by row, on one scale."""

    title: str
    rows: tuple[HeatRow, ...]
    highest: int
    legend_current: str
    legend_required: str
    legend_unknown: str
    legend_emphasis: str = ""
    """What emphasis means; empty where no row has any."""
    rest: str = ""
    """What is left out, in words; empty where all is drawn."""


class StopState(Enum):
    """Where a stop of a route is."""

    DONE = "done"
    NOW = "now"
    OPEN = "open"
    SKIPPED = "skipped"


@dataclass(frozen=True)
class Stop:
    """One stop of a route; `needs` are the places, in the route, of those that come before it."""

    label: str
    note: str
    state: StopState = StopState.OPEN
    is_milestone: bool = False
    is_critical: bool = False
    """Whether it is one of the chain that decides when the route ends."""
    needs: tuple[int, ...] = ()


@dataclass(frozen=True)
class RouteChart:
    """Stops from top to bottom in their order, with lines from each to those that need it; no legend that is empty."""

    title: str
    stops: tuple[Stop, ...]
    legend_done: str = ""
    legend_now: str = ""
    legend_open: str = ""
    legend_skipped: str = ""
    legend_milestone: str = ""
    legend_critical: str = ""


Spot = tuple[float, float]
"""How far along in time, and how far up, each 0-1."""


@dataclass(frozen=True)
class PathChart:
    """A share over time as it went, as it needs to go, and when it is thought to arrive at the top."""

    title: str
    gone: tuple[Spot, ...]
    """As it went: it stays where it is until the next spot."""
    needed: tuple[Spot, ...]
    """The straight way, from its beginning to the day of arrival."""
    today: float
    arrival: tuple[float, float, float] | None
    """Earliest, likeliest and latest along in time; None where it can't be told."""
    days: tuple[tuple[float, str], ...]
    """Words beneath, along in time."""
    shares: tuple[tuple[float, str], ...]
    """Words beside, upwards."""
    legend_gone: str
    legend_needed: str
    legend_today: str
    legend_arrival: str = ""


Drawing = LevelChart | RouteChart | PathChart


class Theme(Enum):
    """Light or dark ground."""

    LIGHT = "light"
    DARK = "dark"


class Painter(Protocol):
    """Draws pictures; never called on an event loop (a PNG takes tens of milliseconds)."""

    def svg(self, drawing: Drawing, theme: Theme) -> str:
        """Draw as a self-contained SVG document without script or remote parts."""

    def png(self, drawing: Drawing, theme: Theme, width: int = CHAT_WIDTH) -> bytes:
        """Draw as a PNG, `width` pixels wide."""
