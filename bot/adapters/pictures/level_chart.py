"""Draws a level chart as SVG: a row per competency, a cell per level.

Only presentation attributes are used, and no style, script, id or link, so that the drawing may stand inline in a
page under a strict content security policy. Lengths are in units of a 400-unit wide canvas, which a phone
shows at about nine tenths of a CSS pixel each.
"""

from dataclasses import dataclass
from enum import Enum, auto
from math import ceil
from xml.etree import ElementTree as ET

from bot.adapters.pictures.lettering import clean, width, wrap
from bot.adapters.pictures.palette import Palette
from bot.core.ui.pictures import HeatRow, LevelChart


def draw_level_chart(chart: LevelChart, palette: Palette) -> ET.Element:
    """Return the root element of the drawing."""
    return _LevelChartDrawing(chart, palette).draw()


class _Cell(Enum):
    REACHED = auto()
    MISSING = auto()
    UNKNOWN = auto()
    BEYOND = auto()


@dataclass(frozen=True)
class _Box:
    x: float
    y: float
    width: float
    height: float


_CANVAS = 400
_MARGIN = 16
_RIGHT = _CANVAS - _MARGIN
_SHOWN_WIDTH = 440  # CSS pixels where the page leaves it free
_FONTS = "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif"

_TITLE_SIZE, _TITLE_LINE = 17, 21
_LABEL_SIZE, _LABEL_LINE, _LABEL_LINES = 13.5, 16, 2
_NUMBER_SIZE = 13.5
_SMALL_SIZE, _SMALL_LINE = 12, 22
_KEY_GAP, _KEYS_GAP = 6, 14
_ROW_GAP = 11
_CELL_HEIGHT, _CELL_GAP = 18, 2

_LABEL_X = 32
_LABEL_WIDTH = 160
_CELLS = _Box(202, 0, 128, _CELL_HEIGHT)
_NUMBERS_GAP = 8
_SWATCH_WIDTH = 22

_STRENGTHS = 3  # bars of the emphasis mark


class _LevelChartDrawing:
    """Lays the chart out from top to bottom; `self._y` is how far down it has come."""

    def __init__(self, chart: LevelChart, palette: Palette) -> None:
        self._chart = chart
        self._palette = palette
        self._highest = max(1, chart.highest)
        widest = max((width(_numbers(each), _NUMBER_SIZE, bold=True) for each in chart.rows), default=0.0)
        self._cells_width = min(_CELLS.width, _RIGHT - widest - _NUMBERS_GAP - _CELLS.x)
        self._y: float = _MARGIN
        self._root = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "img"})

    def draw(self) -> ET.Element:
        ground = ET.SubElement(self._root, "rect", {"fill": self._palette.ground, "rx": "10"})
        self._draw_title()
        self._draw_legend()
        self._draw_scale()
        for row in self._chart.rows:
            self._draw_row(row)
        height = _number(self._y + _MARGIN - _ROW_GAP / 2)
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
        """Set the keys side by side, on as many lines as their words need; the key without a cell is emphasis."""
        chart, x = self._chart, float(_MARGIN)
        keys = (
            (chart.legend_current, _Cell.REACHED, False),
            (chart.legend_required, _Cell.MISSING, True),
            (chart.legend_unknown, _Cell.UNKNOWN, False),
            (chart.legend_emphasis, None, False),
        )
        for words, cell, is_required in keys:
            if not words:
                continue
            (line,) = wrap(words, _RIGHT - _MARGIN - _SWATCH_WIDTH - _KEY_GAP, _SMALL_SIZE, lines=1) or [""]
            taken = _SWATCH_WIDTH + _KEY_GAP + width(line, _SMALL_SIZE)
            if x > _MARGIN and x + taken > _RIGHT:
                x, self._y = _MARGIN, self._y + _SMALL_LINE
            swatch = _Box(x, self._y + 3, _SWATCH_WIDTH, 13)
            if cell is None:
                self._draw_strength(_STRENGTHS, swatch.x + 5, swatch.y + swatch.height / 2)
            else:
                self._draw_cell(swatch, cell)
            if cell is not None and is_required:
                self._draw_required(swatch, cell)
            self._text(
                line, x + _SWATCH_WIDTH + _KEY_GAP, _middle(swatch, _SMALL_SIZE), _SMALL_SIZE, self._palette.muted
            )
            x += taken + _KEYS_GAP
        self._y += _SMALL_LINE + 6

    def _draw_scale(self) -> None:
        for level in range(1, self._highest + 1):
            box = self._cell_box(level, self._y)
            x, y = box.x + box.width / 2, self._y + _SMALL_SIZE * 0.85
            self._text(str(level), x, y, _SMALL_SIZE, self._palette.muted, anchor="middle")
        self._y += _SMALL_SIZE + 10

    def _draw_row(self, row: HeatRow) -> None:
        strength = _strength(row)
        is_strong = strength == _STRENGTHS
        lines = wrap(row.label, _LABEL_WIDTH, _LABEL_SIZE, lines=_LABEL_LINES, bold=is_strong)
        height = max(_CELL_HEIGHT, len(lines) * _LABEL_LINE)
        middle = self._y + height / 2
        first = middle - len(lines) * _LABEL_LINE / 2 + _LABEL_SIZE * 0.95
        for index, line in enumerate(lines):
            self._text(line, _LABEL_X, first + index * _LABEL_LINE, _LABEL_SIZE, bold=is_strong)
        self._draw_strength(strength, _MARGIN, middle)
        self._draw_cells(row, middle - _CELL_HEIGHT / 2)
        self._draw_numbers(row, middle)
        self._y += height + _ROW_GAP

    def _draw_strength(self, strength: int, x: float, middle: float) -> None:
        """Draw how much the row matters as bars of rising height."""
        if not strength:
            return
        for bar in range(_STRENGTHS):
            height = 4 + 4 * bar
            fill = self._palette.required if bar < strength else self._palette.track
            self._rectangle(_Box(x + bar * 4, middle + 6 - height, 3, height), fill=fill)

    def _draw_cells(self, row: HeatRow, top: float) -> None:
        for level in range(1, self._highest + 1):
            box, cell = self._cell_box(level, top), _cell(row, level)
            self._draw_cell(box, cell)
            if level == ceil(row.required):
                self._draw_required(box, cell)

    def _draw_cell(self, box: _Box, cell: _Cell) -> None:
        palette = self._palette
        match cell:
            case _Cell.REACHED:
                self._rectangle(box, fill=palette.reached)
            case _Cell.MISSING:
                self._rectangle(box, fill=palette.missing)
                self._rectangle(_inset(box, 0.5), fill="none", stroke=palette.required)
            case _Cell.UNKNOWN:
                self._rectangle(_inset(box, 0.5), fill="none", stroke=palette.unknown)
                self._path(_hatching(_inset(box, 1)), palette.unknown, 1)
            case _Cell.BEYOND:
                self._rectangle(box, fill=palette.track)

    def _draw_required(self, box: _Box, cell: _Cell) -> None:
        """Mark the required level: a tick where it is reached, a heavy frame where not, a pointer on both."""
        centre, palette = box.x + box.width / 2, self._palette
        if cell is _Cell.REACHED:
            middle = box.y + box.height / 2
            tick = f"M{_number(centre - 5)} {_number(middle)}l3.5 3.5l6.5 -7"
            self._path(tick, palette.on_reached, 2.2)
        else:
            self._rectangle(_inset(box, 1.25), fill="none", stroke=palette.required, **{"stroke-width": "2.5"})
        pointer = f"M{_number(centre - 4)} {_number(box.y - 6)}h8l-4 5z"
        ET.SubElement(self._root, "path", {"d": pointer, "fill": palette.required})

    def _draw_numbers(self, row: HeatRow, middle: float) -> None:
        is_open = row.current is None or row.current < row.required
        colour = self._palette.ink if is_open else self._palette.muted
        y = middle + _NUMBER_SIZE * 0.36
        self._text(_numbers(row), _RIGHT, y, _NUMBER_SIZE, colour, bold=is_open, anchor="end")

    def _cell_box(self, level: int, top: float) -> _Box:
        pitch = (self._cells_width + _CELL_GAP) / self._highest
        return _Box(_CELLS.x + (level - 1) * pitch, top, pitch - _CELL_GAP, _CELL_HEIGHT)

    def _text(
        self,
        words: str,
        x: float,
        y: float,
        size: float,
        colour: str | None = None,
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

    def _rectangle(self, box: _Box, **attributes: str) -> None:
        place = {"x": box.x, "y": box.y, "width": box.width, "height": box.height}
        ET.SubElement(self._root, "rect", {name: _number(value) for name, value in place.items()} | attributes)

    def _path(self, line: str, colour: str, thickness: float) -> None:
        attributes = {"d": line, "fill": "none", "stroke": colour, "stroke-width": _number(thickness)}
        ET.SubElement(self._root, "path", attributes)


def _numbers(row: HeatRow) -> str:
    """Write both levels, as fine as they are."""
    current = "?" if row.current is None else f"{row.current:g}"
    return f"{current} → {row.required:g}" if row.required else current


def _strength(row: HeatRow) -> int:
    return ceil(min(1.0, max(0.0, row.emphasis)) * _STRENGTHS)


def _cell(row: HeatRow, level: int) -> _Cell:
    if row.current is not None and level <= row.current:
        return _Cell.REACHED
    if level > ceil(row.required):
        return _Cell.BEYOND
    return _Cell.UNKNOWN if row.current is None else _Cell.MISSING


def _hatching(box: _Box) -> str:
    """Return diagonals across `box` as path data; a pattern would need an id, which a page may hold twice."""
    step, right, bottom = 5.0, box.x + box.width, box.y + box.height
    strokes = []
    for turn in range(1, int((box.width + box.height) / step) + 1):
        along = turn * step
        x, y = min(box.x + along, right), max(box.y, box.y + along - box.width)
        u, v = max(box.x, box.x + along - box.height), min(box.y + along, bottom)
        strokes.append(f"M{_number(x)} {_number(y)}L{_number(u)} {_number(v)}")
    return "".join(strokes)


def _inset(box: _Box, by: float) -> _Box:
    return _Box(box.x + by, box.y + by, box.width - 2 * by, box.height - 2 * by)


def _middle(box: _Box, size: float) -> float:
    """Return the baseline that sets text of `size` in the middle of `box`."""
    return box.y + box.height / 2 + size * 0.36


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
