"""Draws a path chart as SVG: a share over time, the way that was needed, and the fan of when it arrives.

Like the level chart it uses presentation attributes alone, so that it may stand inline in a page under a strict
content security policy. What colour says, the kind of line says, too: solid, dashed, and a fan with a dot.
"""

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from bot.adapters.pictures.lettering import clean, width, wrap
from bot.adapters.pictures.palette import Palette
from bot.core.ui.pictures import PathChart, Spot


def draw_path_chart(chart: PathChart, palette: Palette) -> ET.Element:
    """Return the root element of the drawing."""
    return _PathChartDrawing(chart, palette).draw()


_CANVAS, _SHOWN_WIDTH, _MARGIN = 400, 440, 16
_FONTS = "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif"
_TITLE_SIZE, _TITLE_LINE = 17, 21
_SMALL_SIZE, _SMALL_LINE = 12, 22
_LEFT, _RIGHT, _HEIGHT = 54, _CANVAS - 22, 180
_SWATCH, _KEY_GAP, _KEYS_GAP = 24, 6, 14
_DASHES = "7 4"
_DOT = 5.0


class _PathChartDrawing:
    """Lays the chart out from top to bottom; `self._y` is how far down it has come."""

    def __init__(self, chart: PathChart, palette: Palette) -> None:
        self._chart, self._palette = chart, palette
        self._y: float = _MARGIN
        self._top: float = 0
        self._root = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "img"})

    def draw(self) -> ET.Element:
        ground = ET.SubElement(self._root, "rect", {"fill": self._palette.ground, "rx": "10"})
        self._draw_title()
        self._draw_legend()
        self._top = self._y + 6
        self._draw_axes()
        self._draw_arrival()
        self._draw_today()
        self._path(_way(self._at(each) for each in self._chart.needed), self._palette.required, 2, dashes=_DASHES)
        self._draw_gone()
        height = _number(self._top + _HEIGHT + _SMALL_LINE + _MARGIN)
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
        for line in wrap(self._chart.title, _CANVAS - 2 * _MARGIN, _TITLE_SIZE, lines=2, bold=True):
            self._text(line, _MARGIN, self._y + _TITLE_SIZE * 0.85, _TITLE_SIZE, bold=True)
            self._y += _TITLE_LINE
        self._y += 6

    def _draw_legend(self) -> None:
        chart, palette, x = self._chart, self._palette, float(_MARGIN)
        keys = (
            (chart.legend_gone, palette.reached, 3, ""),
            (chart.legend_needed, palette.required, 2, _DASHES),
            (chart.legend_arrival, palette.reached, 0, ""),
            (chart.legend_today, palette.muted, 1, ""),
        )
        for words, colour, thickness, dashes in keys:
            if not words:
                continue
            (line,) = wrap(words, _CANVAS - 2 * _MARGIN - _SWATCH, _SMALL_SIZE, lines=1) or [""]
            taken = _SWATCH + _KEY_GAP + width(line, _SMALL_SIZE)
            if x > _MARGIN and x + taken > _CANVAS - _MARGIN:
                x, self._y = _MARGIN, self._y + _SMALL_LINE
            middle = self._y + _SMALL_LINE / 2
            if thickness:
                self._path(f"M{_number(x)} {_number(middle)}h{_SWATCH}", colour, thickness, dashes=dashes)
            else:
                fan = f"M{_number(x)} {_number(middle)}l{_SWATCH} -6v12z"
                self._path(fan, colour, 1, fill=palette.track)
                self._dot(x + _SWATCH, middle)
            baseline = middle + _SMALL_SIZE * 0.36
            self._text(line, x + _SWATCH + _KEY_GAP, baseline, _SMALL_SIZE, palette.muted)
            x += taken + _KEYS_GAP
        self._y += _SMALL_LINE + 4

    def _draw_axes(self) -> None:
        for share, words in self._chart.shares:
            y = self._at((0, share))[1]
            self._path(f"M{_LEFT} {_number(y)}H{_RIGHT}", self._palette.track, 1)
            baseline = y + _SMALL_SIZE * 0.36
            self._text(words, _LEFT - 6, baseline, _SMALL_SIZE, self._palette.muted, anchor="end")
        below = self._top + _HEIGHT + _SMALL_SIZE + 6
        for along, words in self._chart.days:
            x = self._at((along, 0))[0]
            half = width(words, _SMALL_SIZE) / 2
            centre = min(max(x, _MARGIN + half), _CANVAS - 6 - half)
            self._path(f"M{_number(x)} {_number(self._top + _HEIGHT)}v4", self._palette.muted, 1)
            self._text(words, centre, below, _SMALL_SIZE, self._palette.muted, anchor="middle")

    def _draw_arrival(self) -> None:
        chart = self._chart
        if chart.arrival is None or not chart.gone:
            return
        earliest, likely, latest = chart.arrival
        begin = (chart.today, chart.gone[-1][1])
        corner = ((1.0, 1.0),) if earliest < 1 < latest else ()
        fan = (begin, _towards(begin, earliest), *corner, _towards(begin, latest))
        self._path(f"{_way(map(self._at, fan))}Z", self._palette.reached, 1, fill=self._palette.track)
        way = _way((self._at(begin), self._at(_towards(begin, likely))))
        self._path(way, self._palette.reached, 1.5, dashes="2 3")
        if likely <= 1:
            self._dot(*self._at((likely, 1)))

    def _draw_today(self) -> None:
        x = _number(self._at((self._chart.today, 0))[0])
        self._path(f"M{x} {_number(self._top)}V{_number(self._top + _HEIGHT)}", self._palette.muted, 1)

    def _draw_gone(self) -> None:
        chart = self._chart
        spots = [self._at(each) for each in chart.gone]
        if not spots:
            return
        line = f"M{_number(spots[0][0])} {_number(spots[0][1])}"
        line += "".join(f"H{_number(x)}V{_number(y)}" for x, y in spots[1:])
        self._path(f"{line}H{_number(self._at((chart.today, 0))[0])}", self._palette.reached, 3)

    def _at(self, spot: Spot) -> Spot:
        along, up = (min(1.0, max(0.0, each)) for each in spot)
        return _LEFT + along * (_RIGHT - _LEFT), self._top + (1 - up) * _HEIGHT

    def _dot(self, x: float, y: float) -> None:
        dot = f"M{_number(x - _DOT)} {_number(y)}l{_DOT} -{_DOT}l{_DOT} {_DOT}l-{_DOT} {_DOT}z"
        self._path(dot, self._palette.ground, 1.5, fill=self._palette.reached)

    def _text(
        self,
        words: str,
        x: float,
        y: float,
        size: float,
        colour: str = "",
        *,
        bold: bool = False,
        anchor: str = "start",
    ) -> None:
        attributes = {
            "x": _number(x),
            "y": _number(y),
            "font-size": _number(size),
            "font-weight": "600" if bold else "400",
            "fill": colour or self._palette.ink,
            "text-anchor": anchor,
        }
        ET.SubElement(self._root, "text", attributes).text = words

    def _path(self, line: str, colour: str, thickness: float, *, dashes: str = "", fill: str = "none") -> None:
        attributes = {"d": line, "fill": fill, "stroke": colour, "stroke-width": _number(thickness)}
        if dashes:
            attributes["stroke-dasharray"] = dashes
        ET.SubElement(self._root, "path", attributes)


def _towards(begin: Spot, along: float) -> Spot:
    """Go straight to the top, there at `along`; what lies beyond the chart is left at its edge."""
    if along <= 1:
        return along, 1.0
    return 1.0, begin[1] + (1 - begin[1]) * (1 - begin[0]) / (along - begin[0])


def _way(spots: Iterable[Spot]) -> str:
    return "M" + "L".join(f"{_number(x)} {_number(y)}" for x, y in spots)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
