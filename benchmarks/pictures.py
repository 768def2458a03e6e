"""What a picture of a gap matrix costs, drawn as SVG and printed as PNG."""

import threading
import time
from collections.abc import Callable

from benchmarks.measuring import Pace, per_call
from benchmarks.report import Figure, at_most
from bot.adapters.pictures import VectorPainter
from bot.core.ui.pictures import CHAT_WIDTH, HeatRow, LevelChart, Theme

ROWS = 14
AIM = 50  # milliseconds for a PNG


def run(pace: Pace) -> list[Figure]:
    """Measure drawing, printing, and how long printing keeps another thread, such as an event loop, from running."""
    painter, chart = VectorPainter(), _chart()

    def print_at(width: int) -> float:
        return per_call(pace, 10, lambda: painter.png(chart, Theme.LIGHT, width)) / 1000

    return [
        Figure("picture of 14 rows, SVG", per_call(pace, 50, lambda: painter.svg(chart, Theme.LIGHT)) / 1000, "ms"),
        Figure("picture of 14 rows, PNG as chats show it", print_at(CHAT_WIDTH), "ms", at_most(AIM)),
        Figure("picture of 14 rows, PNG 1200 pixels wide", print_at(1200), "ms", at_most(AIM)),
        Figure("other threads held up by a PNG", _longest_stall(lambda: painter.png(chart, Theme.LIGHT)), "ms"),
    ]


def _chart() -> LevelChart:
    rows = tuple(
        HeatRow(f"Competency number {row}", None if row % 5 == 0 else row % 6, row % 4 + 2, row / ROWS)
        for row in range(ROWS)
    )
    return LevelChart("Software engineer → Staff engineer", rows, 5, "Current", "Required", "Not known yet")


def _longest_stall(draw: Callable[[], object]) -> float:
    """Return the longest time in which this thread could not run while another one drew, in milliseconds."""
    drawing = threading.Thread(target=draw)
    longest, last = 0.0, time.perf_counter()
    drawing.start()
    while drawing.is_alive():
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    return longest * 1000
