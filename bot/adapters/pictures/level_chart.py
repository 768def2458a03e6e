"""Draws a level chart as SVG: a row per competency, a cell per level."""

from enum import Enum, auto
from math import ceil
from xml.etree import ElementTree as ET

from bot.adapters.pictures.frame import MARGIN, RIGHT, SMALL_SIZE, Box, Frame, baseline, number
from bot.adapters.pictures.lettering import width, wrap
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


_LABEL_SIZE, _LABEL_LINE, _LABEL_LINES = 13.5, 16, 3
_NUMBER_SIZE = 13.5
_ROW_GAP = 11
_CELL_HEIGHT, _CELL_GAP = 18, 2

_LABEL_X = 32
_LABEL_WIDTH = 138
_CELLS = Box(178, 0, 112, _CELL_HEIGHT)
_NUMBERS_GAP = 8
_SWATCH = Box(0, 0, 22, 13)
_REST_LINE, _REST_LINES = 16, 2

_STRENGTHS = 3  # bars of the emphasis mark


class _LevelChartDrawing:
    """Lays the rows out under one scale."""

    def __init__(self, chart: LevelChart, palette: Palette) -> None:
        self._chart = chart
        self._palette = palette
        self._frame = Frame(chart.title, palette)
        self._highest = max(1, chart.highest)
        widest = max((width(_numbers(each), _NUMBER_SIZE, bold=True) for each in chart.rows), default=0.0)
        self._cells_width = min(_CELLS.width, RIGHT - widest - _NUMBERS_GAP - _CELLS.x)

    def draw(self) -> ET.Element:
        frame = self._frame
        self._draw_legend()
        self._draw_scale()
        for row in self._chart.rows:
            self._draw_row(row)
        for line in wrap(self._chart.rest, RIGHT - _LABEL_X, SMALL_SIZE, lines=_REST_LINES):
            frame.text(line, _LABEL_X, frame.y + SMALL_SIZE, SMALL_SIZE, self._palette.muted)
            frame.y += _REST_LINE
        return frame.closed(frame.y + MARGIN - _ROW_GAP / 2)

    def _draw_legend(self) -> None:
        """Show what a cell means; the key without one is emphasis."""
        chart = self._chart
        keys = (
            (chart.legend_current, _Cell.REACHED),
            (chart.legend_required, _Cell.MISSING),
            (chart.legend_unknown, _Cell.UNKNOWN),
            (chart.legend_emphasis, None),
        )
        told = [(words, cell) for words, cell in keys if words]
        places = self._frame.keys((words, _SWATCH.width) for words, _ in told)
        for (_, cell), (x, middle) in zip(told, places, strict=True):
            if cell is None:
                self._draw_strength(_STRENGTHS, x + 5, middle)
                continue
            swatch = Box(x, middle - _SWATCH.height / 2, _SWATCH.width, _SWATCH.height)
            self._draw_cell(swatch, cell)
            if cell is _Cell.MISSING:
                self._draw_required(swatch, cell)

    def _draw_scale(self) -> None:
        for level in range(1, self._highest + 1):
            box = self._cell_box(level, self._frame.y)
            x, y = box.x + box.width / 2, self._frame.y + SMALL_SIZE * 0.85
            self._frame.text(str(level), x, y, SMALL_SIZE, self._palette.muted, anchor="middle")
        self._frame.y += SMALL_SIZE + 10

    def _draw_row(self, row: HeatRow) -> None:
        strength = _strength(row)
        is_strong = strength == _STRENGTHS
        lines = wrap(row.label, _LABEL_WIDTH, _LABEL_SIZE, lines=_LABEL_LINES, bold=is_strong)
        height = max(_CELL_HEIGHT, len(lines) * _LABEL_LINE)
        middle = self._frame.y + height / 2
        first = middle - len(lines) * _LABEL_LINE / 2 + _LABEL_SIZE * 0.95
        for index, line in enumerate(lines):
            self._frame.text(line, _LABEL_X, first + index * _LABEL_LINE, _LABEL_SIZE, bold=is_strong)
        self._draw_strength(strength, MARGIN, middle)
        self._draw_cells(row, middle - _CELL_HEIGHT / 2)
        self._draw_numbers(row, middle)
        self._frame.y += height + _ROW_GAP

    def _draw_strength(self, strength: int, x: float, middle: float) -> None:
        """Draw how much the row matters as bars of rising height."""
        if not strength:
            return
        for bar in range(_STRENGTHS):
            height = 4 + 4 * bar
            fill = self._palette.required if bar < strength else self._palette.track
            self._frame.rectangle(Box(x + bar * 4, middle + 6 - height, 3, height), fill=fill)

    def _draw_cells(self, row: HeatRow, top: float) -> None:
        for level in range(1, self._highest + 1):
            box, cell = self._cell_box(level, top), _cell(row, level)
            self._draw_cell(box, cell)
            if level == ceil(row.required):
                self._draw_required(box, cell)

    def _draw_cell(self, box: Box, cell: _Cell) -> None:
        palette = self._palette
        match cell:
            case _Cell.REACHED:
                self._frame.rectangle(box, fill=palette.reached)
            case _Cell.MISSING:
                self._frame.rectangle(box, fill=palette.missing)
                self._frame.rectangle(box.inset(0.5), fill="none", stroke=palette.required)
            case _Cell.UNKNOWN:
                self._frame.rectangle(box.inset(0.5), fill="none", stroke=palette.unknown)
                self._frame.path(_hatching(box.inset(1)), palette.unknown, 1)
            case _Cell.BEYOND:
                self._frame.rectangle(box, fill=palette.track)

    def _draw_required(self, box: Box, cell: _Cell) -> None:
        """Mark the required level: a tick where it is reached, a heavy frame where not, a pointer on both."""
        centre, palette = box.x + box.width / 2, self._palette
        if cell is _Cell.REACHED:
            middle = box.y + box.height / 2
            tick = f"M{number(centre - 5)} {number(middle)}l3.5 3.5l6.5 -7"
            self._frame.path(tick, palette.on_reached, 2.2)
        else:
            self._frame.rectangle(box.inset(1.25), fill="none", stroke=palette.required, **{"stroke-width": "2.5"})
        pointer = f"M{number(centre - 4)} {number(box.y - 6)}h8l-4 5z"
        self._frame.path(pointer, "", 0, fill=palette.required)

    def _draw_numbers(self, row: HeatRow, middle: float) -> None:
        is_open = row.current is None or row.current < row.required
        colour = self._palette.ink if is_open else self._palette.muted
        y = baseline(middle, _NUMBER_SIZE)
        self._frame.text(_numbers(row), RIGHT, y, _NUMBER_SIZE, colour, bold=is_open, anchor="end")

    def _cell_box(self, level: int, top: float) -> Box:
        pitch = (self._cells_width + _CELL_GAP) / self._highest
        return Box(_CELLS.x + (level - 1) * pitch, top, pitch - _CELL_GAP, _CELL_HEIGHT)


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


def _hatching(box: Box) -> str:
    """Return diagonals across `box` as path data; a pattern would need an id, which a page may hold twice."""
    step, right, bottom = 5.0, box.x + box.width, box.y + box.height
    strokes = []
    for turn in range(1, int((box.width + box.height) / step) + 1):
        along = turn * step
        x, y = min(box.x + along, right), max(box.y, box.y + along - box.width)
        u, v = max(box.x, box.x + along - box.height), min(box.y + along, bottom)
        strokes.append(f"M{number(x)} {number(y)}L{number(u)} {number(v)}")
    return "".join(strokes)
