"""Draws a route as SVG: its stops one under the other, and beside them lines from each to those that need it.

A graph drawn in width can't be read on a phone; drawn in order it can, since nobody does two steps at a time. A stop
that needs the one above it hangs on the line between the two. Any other line leaves its stop to the left, runs down in
a lane of its own and comes back with an arrow at each stop that needs it; lanes are given away as seats are, the
innermost that is free. As in the level chart only presentation attributes are used, on a 400-unit wide canvas.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from bot.adapters.pictures.lettering import clean, width, wrap
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


_CANVAS = 400
_MARGIN = 16
_RIGHT = _CANVAS - _MARGIN
_SHOWN_WIDTH = 440  # CSS pixels where the page leaves it free
_FONTS = "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif"

_TITLE_SIZE, _TITLE_LINE = 17, 21
_LABEL_SIZE, _LABEL_LINE, _LABEL_LINES = 13.5, 17, 2
_NOTE_SIZE, _NOTE_LINE = 12, 16
_KEY_LINE, _KEY_GAP, _KEYS_GAP = 22, 8, 14
_ROW_GAP = 14

_LANE, _MOST_LANES = 11, 7
_RADIUS = 7.5
_BESIDE = 12  # between a stop and its words
_CORNER = 5
_GATHERED = _LANE / 2  # how far from a stop its lines leave and come


class _RouteDrawing:
    """Lays the route out from top to bottom; `self._y` is how far down it has come."""

    def __init__(self, chart: RouteChart, palette: Palette) -> None:
        self._chart, self._palette = chart, palette
        self._trunks = trunks_of(chart.stops)
        lanes = min(_MOST_LANES, max((trunk.lane + 1 for trunk in self._trunks), default=0))
        self._x = _MARGIN + lanes * _LANE + _RADIUS + 1
        self._y: float = _MARGIN
        self._root = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "img"})

    def draw(self) -> ET.Element:
        ground = ET.SubElement(self._root, "rect", {"fill": self._palette.ground, "rx": "10"})
        self._draw_title()
        self._draw_legend()
        lines = ET.SubElement(self._root, "g")  # under the stops
        middles = [self._draw_stop(stop) for stop in self._chart.stops]
        self._draw_lines(lines, middles)
        height = _number(self._y + _MARGIN - _ROW_GAP)
        ground.attrib |= {"width": str(_CANVAS), "height": height}
        self._root.attrib |= {
            "aria-label": clean(self._chart.title),
            "viewBox": f"0 0 {_CANVAS} {height}",
            "width": str(_SHOWN_WIDTH),
            "height": _number(float(height) * _SHOWN_WIDTH / _CANVAS),
            "font-family": _FONTS,
        }
        return self._root

    def _draw_title(self) -> None:
        for line in wrap(self._chart.title, _RIGHT - _MARGIN, _TITLE_SIZE, lines=2, bold=True):
            self._text(line, _MARGIN, self._y + _TITLE_SIZE * 0.85, _TITLE_SIZE, bold=True)
            self._y += _TITLE_LINE
        self._y += 6

    def _draw_legend(self) -> None:
        """Set the keys side by side, on as many lines as their words need."""
        chart, x = self._chart, float(_MARGIN)
        keys = (
            (chart.legend_done, Stop("", "", StopState.DONE)),
            (chart.legend_now, Stop("", "", StopState.NOW)),
            (chart.legend_open, Stop("", "")),
            (chart.legend_skipped, Stop("", "", StopState.SKIPPED)),
            (chart.legend_milestone, Stop("", "", is_milestone=True)),
        )
        for words, stop in keys:
            if words:
                x = self._draw_key(words, x, stop)
        if chart.legend_critical:
            self._draw_key(chart.legend_critical, x, None)
        self._y += _KEY_LINE + 8

    def _draw_key(self, words: str, x: float, stop: Stop | None) -> float:
        """Draw one key, the line of the critical path where there is no stop, and return where the next begins."""
        swatch = 2 * _RADIUS if stop else 3 * _RADIUS
        (line,) = wrap(words, _RIGHT - _MARGIN - swatch - _KEY_GAP, _NOTE_SIZE, lines=1) or [""]
        taken = swatch + _KEY_GAP + width(line, _NOTE_SIZE)
        if x > _MARGIN and x + taken > _RIGHT:
            x, self._y = _MARGIN, self._y + _KEY_LINE
        middle = self._y + _KEY_LINE / 2
        if stop is None:
            self._line(self._root, f"M{_number(x)} {_number(middle)}h{_number(swatch)}", critical=True)
        else:
            self._draw_mark(stop, x + _RADIUS, middle)
        self._text(line, x + swatch + _KEY_GAP, middle + _NOTE_SIZE * 0.36, _NOTE_SIZE, self._palette.muted)
        return x + taken + _KEYS_GAP

    def _draw_stop(self, stop: Stop) -> float:
        """Draw a stop with its words, and return the height of its mark."""
        left = self._x + _RADIUS + _BESIDE
        is_now = stop.state is StopState.NOW
        lines = wrap(stop.label, _RIGHT - left, _LABEL_SIZE, lines=_LABEL_LINES, bold=is_now)
        colour = self._palette.ink if stop.state in {StopState.NOW, StopState.OPEN} else self._palette.muted
        middle = self._y + _LABEL_LINE / 2
        for line in lines:
            self._text(line, left, self._y + _LABEL_SIZE, _LABEL_SIZE, colour, bold=is_now)
            self._y += _LABEL_LINE
        for line in wrap(stop.note, _RIGHT - left, _NOTE_SIZE, lines=1):
            self._text(line, left, self._y + _NOTE_SIZE * 0.9, _NOTE_SIZE, self._palette.muted)
            self._y += _NOTE_LINE
        self._y += _ROW_GAP
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
        look = {"fill": fill, "stroke": stroke, "stroke-width": _number(thickness)}
        if stop.is_milestone:
            reach = _RADIUS + 1.5
            corners = f"M{_number(x)} {_number(y - reach)}l{reach} {reach}l-{reach} {reach}l-{reach} -{reach}z"
            ET.SubElement(self._root, "path", {"d": corners, "stroke-linejoin": "round", **look})
        else:
            side = 2 * _RADIUS - thickness
            corner = {"x": x - side / 2, "y": y - side / 2, "width": side, "height": side, "rx": side / 2}
            ET.SubElement(self._root, "rect", {name: _number(value) for name, value in corner.items()} | look)
        if stop.state is StopState.DONE:
            self._sign(f"M{_number(x - 3.4)} {_number(y + 0.2)}l2.4 2.4l4.4 -4.8", palette.on_reached, 1.9)
        elif stop.state is StopState.SKIPPED:
            self._sign(f"M{_number(x - 3)} {_number(y)}h6", palette.unknown, 1.6)
        elif stop.state is StopState.NOW:
            self._sign(f"M{_number(x - 1.6)} {_number(y - 3)}l3.6 3l-3.6 3", palette.required, 1.9)

    def _draw_lines(self, under: ET.Element, middles: Sequence[float]) -> None:
        stops = self._chart.stops
        for place in range(1, len(stops)):
            if place - 1 in stops[place].needs:
                top, bottom = middles[place - 1], middles[place]
                line = f"M{_number(self._x)} {_number(top)}V{_number(bottom)}"
                self._line(under, line, critical=stops[place].is_critical and stops[place - 1].is_critical)
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
            f"M{_number(self._x)} {_number(out)}H{_number(x + _CORNER)}"
            f"q-{_CORNER} 0 -{_CORNER} {_CORNER}V{_number(into - _CORNER)}"
            f"q0 {_CORNER} {_CORNER} {_CORNER}H{_number(self._x - _RADIUS - 2)}"
        )
        self._line(under, line, critical=critical)
        tip = f"M{_number(self._x - _RADIUS - 1.5)} {_number(into)}l-5 -3v6z"
        ET.SubElement(under, "path", {"d": tip, "fill": self._palette.required if critical else self._palette.unknown})

    def _line(self, parent: ET.Element, line: str, *, critical: bool) -> None:
        colour, thickness = (self._palette.required, 2.4) if critical else (self._palette.unknown, 1.2)
        ET.SubElement(parent, "path", {"d": line, "fill": "none", "stroke": colour, "stroke-width": str(thickness)})

    def _sign(self, line: str, colour: str, thickness: float) -> None:
        look = {"fill": "none", "stroke": colour, "stroke-width": _number(thickness), "stroke-linecap": "round"}
        ET.SubElement(self._root, "path", {"d": line, **look})

    def _text(
        self, words: str, x: float, y: float, size: float, colour: str | None = None, *, bold: bool = False
    ) -> None:
        attributes = {
            "x": _number(x),
            "y": _number(y),
            "font-size": _number(size),
            "font-weight": "600" if bold else "400",
            "fill": colour or self._palette.ink,
        }
        ET.SubElement(self._root, "text", attributes).text = words


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
