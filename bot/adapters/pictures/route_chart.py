"""Draws a route as SVG: its stops one under the other, and beside them lines from each to those that need it.

A graph drawn in width can't be read on a phone; drawn in order it can, since nobody does two steps at a time. A stop
that needs the one above it hangs on the line between the two. Any other line leaves its stop to the left, runs down in
a lane of its own and comes back with an arrow at each stop that needs it; lanes are given away as seats are, the
innermost that is free.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from bot.adapters.pictures.frame import MARGIN, RIGHT, SMALL_SIZE, Box, Frame, number
from bot.adapters.pictures.lettering import wrap
from bot.adapters.pictures.palette import Palette
from bot.core.ui.pictures import RouteChart, Stop, StopState


def draw_route_chart(chart: RouteChart, palette: Palette) -> ET.Element:
    """Return the root element of the drawing."""
    return _RouteDrawing(chart, palette).draw()


@dataclass(frozen=True)
class Trunk:
    """A line from one stop down to others that need it, in a lane; 0 is the one next to the stops."""

    start: int
    ends: tuple[int, ...]
    lane: int


def trunks_of(stops: Sequence[Stop]) -> list[Trunk]:
    """Give every line that passes other stops a lane in which no other is beside it."""
    children: dict[int, list[int]] = {}
    for place, stop in enumerate(stops):
        for need in stop.needs:
            if need < place - 1:
                children.setdefault(need, []).append(place)
    taken: list[int] = []  # by lane: the row down to which it is in use
    trunks: list[Trunk] = []
    for start, ends in sorted(children.items(), key=lambda each: (each[0], max(each[1]))):
        lane = next((lane for lane, until in enumerate(taken) if until <= start), len(taken))
        if lane == len(taken):
            taken.append(0)
        taken[lane] = max(ends)
        trunks.append(Trunk(start, tuple(ends), lane))
    return trunks


_LABEL_SIZE, _LABEL_LINE, _LABEL_LINES = 13.5, 17, 3
_NOTE_SIZE, _NOTE_LINE, _NOTE_LINES = SMALL_SIZE, 16, 2
_ROW_GAP = 14

_LANE, _MOST_LANES = 11, 7
_RADIUS = 7.5
_BESIDE = 12  # between a stop and its words
_CORNER = 5
_GATHERED = _LANE / 2  # how far from a stop its lines leave and come


class _RouteDrawing:
    """Lays the stops out one under the other."""

    def __init__(self, chart: RouteChart, palette: Palette) -> None:
        self._chart, self._palette = chart, palette
        self._frame = Frame(chart.title, palette)
        self._trunks = trunks_of(chart.stops)
        lanes = min(_MOST_LANES, max((trunk.lane + 1 for trunk in self._trunks), default=0))
        self._x = MARGIN + lanes * _LANE + _RADIUS + 1

    def draw(self) -> ET.Element:
        self._draw_legend()
        lines = self._frame.layer()
        middles = [self._draw_stop(stop) for stop in self._chart.stops]
        self._draw_lines(lines, middles)
        return self._frame.closed(self._frame.y + MARGIN - _ROW_GAP)

    def _draw_legend(self) -> None:
        """Show what a mark means; the key without a stop is the line of the critical path."""
        chart = self._chart
        keys = (
            (chart.legend_done, Stop("", "", StopState.DONE)),
            (chart.legend_now, Stop("", "", StopState.NOW)),
            (chart.legend_open, Stop("", "")),
            (chart.legend_skipped, Stop("", "", StopState.SKIPPED)),
            (chart.legend_milestone, Stop("", "", is_milestone=True)),
            (chart.legend_critical, None),
        )
        told = [(words, stop) for words, stop in keys if words]
        places = self._frame.keys((words, 2 * _RADIUS if stop else 3 * _RADIUS) for words, stop in told)
        for (_, stop), (x, middle) in zip(told, places, strict=True):
            if stop is not None:
                self._draw_mark(stop, x + _RADIUS, middle)
            else:
                self._line(f"M{number(x)} {number(middle)}h{number(3 * _RADIUS)}", critical=True)

    def _draw_stop(self, stop: Stop) -> float:
        """Draw a stop with its words, and return the height of its mark."""
        left = self._x + _RADIUS + _BESIDE
        is_now = stop.state is StopState.NOW
        lines = wrap(stop.label, RIGHT - left, _LABEL_SIZE, lines=_LABEL_LINES, bold=is_now)
        colour = self._palette.ink if stop.state in {StopState.NOW, StopState.OPEN} else self._palette.muted
        middle = self._frame.y + _LABEL_LINE / 2
        for line in lines:
            self._frame.text(line, left, self._frame.y + _LABEL_SIZE, _LABEL_SIZE, colour, bold=is_now)
            self._frame.y += _LABEL_LINE
        for line in wrap(stop.note, RIGHT - left, _NOTE_SIZE, lines=_NOTE_LINES):
            self._frame.text(line, left, self._frame.y + _NOTE_SIZE * 0.9, _NOTE_SIZE, self._palette.muted)
            self._frame.y += _NOTE_LINE
        self._frame.y += _ROW_GAP
        self._draw_mark(stop, self._x, middle)
        return middle

    def _draw_mark(self, stop: Stop, x: float, y: float) -> None:
        """Draw where a stop is: its shape tells a milestone, its filling the state, and a sign what colour does."""
        palette = self._palette
        fill, stroke, thickness = {
            StopState.DONE: (palette.reached, palette.reached, 1.5),
            StopState.NOW: (palette.missing, palette.required, 2.6),
            StopState.OPEN: (palette.ground, palette.unknown, 1.6),
            StopState.SKIPPED: (palette.ground, palette.unknown, 1.2),
        }[stop.state]
        if stop.is_milestone:
            reach = _RADIUS + 1.5
            corners = f"M{number(x)} {number(y - reach)}l{reach} {reach}l-{reach} {reach}l-{reach} -{reach}z"
            self._frame.path(corners, stroke, thickness, fill=fill, look={"stroke-linejoin": "round"})
        else:
            side = 2 * _RADIUS - thickness
            box = Box(x - side / 2, y - side / 2, side, side)
            round_off = {"rx": number(side / 2), "stroke-width": number(thickness)}
            self._frame.rectangle(box, fill=fill, stroke=stroke, **round_off)
        if stop.state is StopState.DONE:
            self._sign(f"M{number(x - 3.4)} {number(y + 0.2)}l2.4 2.4l4.4 -4.8", palette.on_reached, 1.9)
        elif stop.state is StopState.SKIPPED:
            self._sign(f"M{number(x - 3)} {number(y)}h6", palette.unknown, 1.6)
        elif stop.state is StopState.NOW:
            self._sign(f"M{number(x - 1.6)} {number(y - 3)}l3.6 3l-3.6 3", palette.required, 1.9)

    def _draw_lines(self, under: ET.Element, middles: Sequence[float]) -> None:
        stops = self._chart.stops
        for place in range(1, len(stops)):
            if place - 1 in stops[place].needs:
                top, bottom = middles[place - 1], middles[place]
                line = f"M{number(self._x)} {number(top)}V{number(bottom)}"
                self._line(line, under, critical=stops[place].is_critical and stops[place - 1].is_critical)
        ways = [(trunk, end) for trunk in self._trunks for end in trunk.ends]
        is_critical = [stops[trunk.start].is_critical and stops[end].is_critical for trunk, end in ways]
        for critical in (False, True):  # the path that decides lies on top where lines share a lane
            for (trunk, end), each in zip(ways, is_critical, strict=True):
                if each is critical:
                    self._draw_way(under, trunk.lane, (middles[trunk.start], middles[end]), critical=critical)

    def _draw_way(self, under: ET.Element, lane: int, between: tuple[float, float], *, critical: bool) -> None:
        """Draw a line's way out of one stop, down its lane and into another."""
        x = self._x - _RADIUS - 1 - (min(lane, _MOST_LANES - 1) + 0.7) * _LANE
        out, into = between[0] + _GATHERED / 2, between[1] - _GATHERED / 2
        line = (
            f"M{number(self._x)} {number(out)}H{number(x + _CORNER)}"
            f"q-{_CORNER} 0 -{_CORNER} {_CORNER}V{number(into - _CORNER)}"
            f"q0 {_CORNER} {_CORNER} {_CORNER}H{number(self._x - _RADIUS - 2)}"
        )
        self._line(line, under, critical=critical)
        tip = f"M{number(self._x - _RADIUS - 1.5)} {number(into)}l-5 -3v6z"
        self._frame.path(tip, "", 0, fill=self._palette.required if critical else self._palette.unknown, under=under)

    def _line(self, line: str, under: ET.Element | None = None, *, critical: bool) -> None:
        colour, thickness = (self._palette.required, 2.4) if critical else (self._palette.unknown, 1.2)
        self._frame.path(line, colour, thickness, under=under)

    def _sign(self, line: str, colour: str, thickness: float) -> None:
        self._frame.path(line, colour, thickness, look={"stroke-linecap": "round"})
