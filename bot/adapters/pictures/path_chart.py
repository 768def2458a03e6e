"""Draws a path chart as SVG: a share over time, the way that was needed, and the fan of when it arrives.

What colour says, the kind of line says, too: solid, dashed, and a fan with a dot.
"""

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from bot.adapters.pictures.frame import CANVAS, MARGIN, SMALL_SIZE, Frame, baseline, number
from bot.adapters.pictures.lettering import width
from bot.adapters.pictures.palette import Palette
from bot.core.ui.pictures import PathChart, Spot


def draw_path_chart(chart: PathChart, palette: Palette) -> ET.Element:
    """Return the root element of the drawing."""
    return _PathChartDrawing(chart, palette).draw()


_LEFT, _RIGHT, _HEIGHT = 54, CANVAS - 22, 180
_SAMPLE = 24
_DASHES = "7 4"
_DOT = 5.0
_DAYS_LINE = 22


class _PathChartDrawing:
    """Lays the chart out; `self._top` is where all of the share is."""

    def __init__(self, chart: PathChart, palette: Palette) -> None:
        self._chart, self._palette = chart, palette
        self._frame = Frame(chart.title, palette)
        self._top: float = 0

    def draw(self) -> ET.Element:
        self._draw_legend()
        self._top = self._frame.y + 4
        self._draw_axes()
        self._draw_arrival()
        self._draw_today()
        self._line(_way(self._at(each) for each in self._chart.needed), self._palette.required, 2, _DASHES)
        self._draw_gone()
        return self._frame.closed(self._top + _HEIGHT + _DAYS_LINE + MARGIN)

    def _draw_legend(self) -> None:
        """Show what a line means; the key without a thickness is the fan."""
        chart, palette = self._chart, self._palette
        keys = (
            (chart.legend_gone, palette.reached, 3, ""),
            (chart.legend_needed, palette.required, 2, _DASHES),
            (chart.legend_arrival, palette.reached, 0, ""),
            (chart.legend_today, palette.muted, 1, ""),
        )
        told = [each for each in keys if each[0]]
        places = self._frame.keys((words, _SAMPLE + (0 if thickness else _DOT)) for words, _, thickness, _ in told)
        for (_, colour, thickness, dashes), (x, middle) in zip(told, places, strict=True):
            if thickness:
                self._line(f"M{number(x)} {number(middle)}h{_SAMPLE}", colour, thickness, dashes)
                continue
            fan = f"M{number(x)} {number(middle)}l{_SAMPLE} -6v12z"
            self._frame.path(fan, colour, 1, fill=palette.track)
            self._dot(x + _SAMPLE, middle)

    def _draw_axes(self) -> None:
        for share, words in self._chart.shares:
            y = self._at((0, share))[1]
            self._frame.path(f"M{_LEFT} {number(y)}H{_RIGHT}", self._palette.track, 1)
            self._frame.text(words, _LEFT - 6, baseline(y, SMALL_SIZE), SMALL_SIZE, self._palette.muted, anchor="end")
        below = self._top + _HEIGHT + SMALL_SIZE + 6
        for along, words in self._chart.days:
            x = self._at((along, 0))[0]
            half = width(words, SMALL_SIZE) / 2
            centre = min(max(x, MARGIN + half), CANVAS - MARGIN / 2 - half)
            self._frame.path(f"M{number(x)} {number(self._top + _HEIGHT)}v4", self._palette.muted, 1)
            self._frame.text(words, centre, below, SMALL_SIZE, self._palette.muted, anchor="middle")

    def _draw_arrival(self) -> None:
        chart = self._chart
        if chart.arrival is None or not chart.gone:
            return
        earliest, likely, latest = chart.arrival
        begin = (chart.today, chart.gone[-1][1])
        corner = ((1.0, 1.0),) if earliest < 1 < latest else ()
        fan = (begin, _towards(begin, earliest), *corner, _towards(begin, latest))
        self._frame.path(f"{_way(map(self._at, fan))}Z", self._palette.reached, 1, fill=self._palette.track)
        way = _way((self._at(begin), self._at(_towards(begin, likely))))
        self._line(way, self._palette.reached, 1.5, "2 3")
        if likely <= 1:
            self._dot(*self._at((likely, 1)))

    def _draw_today(self) -> None:
        x = number(self._at((self._chart.today, 0))[0])
        self._frame.path(f"M{x} {number(self._top)}V{number(self._top + _HEIGHT)}", self._palette.muted, 1)

    def _draw_gone(self) -> None:
        chart = self._chart
        spots = [self._at(each) for each in chart.gone]
        if not spots:
            return
        line = f"M{number(spots[0][0])} {number(spots[0][1])}"
        line += "".join(f"H{number(x)}V{number(y)}" for x, y in spots[1:])
        self._frame.path(f"{line}H{number(self._at((chart.today, 0))[0])}", self._palette.reached, 3)

    def _at(self, spot: Spot) -> Spot:
        along, up = (min(1.0, max(0.0, each)) for each in spot)
        return _LEFT + along * (_RIGHT - _LEFT), self._top + (1 - up) * _HEIGHT

    def _dot(self, x: float, y: float) -> None:
        dot = f"M{number(x - _DOT)} {number(y)}l{_DOT} -{_DOT}l{_DOT} {_DOT}l-{_DOT} {_DOT}z"
        self._frame.path(dot, self._palette.ground, 1.5, fill=self._palette.reached)

    def _line(self, line: str, colour: str, thickness: float, dashes: str = "") -> None:
        self._frame.path(line, colour, thickness, look={"stroke-dasharray": dashes} if dashes else {})


def _towards(begin: Spot, along: float) -> Spot:
    """Go straight to the top, there at `along`; what lies beyond the chart is left at its edge."""
    if along <= 1:
        return along, 1.0
    return 1.0, begin[1] + (1 - begin[1]) * (1 - begin[0]) / (along - begin[0])


def _way(spots: Iterable[Spot]) -> str:
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in spots)
