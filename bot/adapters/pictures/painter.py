"""The painter behind the core's protocol: SVG text here, PNG through resvg in another process."""

import re
import subprocess
import sys
from pathlib import Path
from threading import BoundedSemaphore
from typing import assert_never
from xml.etree import ElementTree as ET

from bot.adapters.pictures.level_chart import draw_level_chart
from bot.adapters.pictures.palette import PALETTES, Palette
from bot.adapters.pictures.path_chart import draw_path_chart
from bot.adapters.pictures.route_chart import draw_route_chart
from bot.core.ui.pictures import CHAT_WIDTH, Drawing, LevelChart, PathChart, RouteChart, Theme

PRINTED_AT_ONCE = 2
"""Pictures: each takes a processor for a tenth of a second, and whoever is answered needs one, too."""


class Busy(subprocess.SubprocessError):
    """As many pictures are being printed as may be: who can do without one does."""


class VectorPainter:
    """Draws with the fonts bundled here; `bot.core.ui.pictures.Painter` says what is drawn."""

    def __init__(self, at_once: int = PRINTED_AT_ONCE) -> None:
        self._presses = BoundedSemaphore(at_once)

    def svg(self, drawing: Drawing, theme: Theme) -> str:
        """Draw as an `<svg>` element that may stand in a page as it is or in a file of its own.

        It is labelled by the drawing's title. It asks for a width of its own; a page that is narrower says so
        in its style sheet (`max-width: 100%; height: auto`).
        """
        return ET.tostring(_drawn(drawing, PALETTES[theme]), encoding="unicode")

    def png(self, drawing: Drawing, theme: Theme, width: int = CHAT_WIDTH) -> bytes:
        """Draw as a PNG, `width` pixels wide; blocks the calling thread, but not the interpreter.

        Raises:
            Busy: too many are being printed.
            subprocess.SubprocessError: the picture could not be printed, or not in time.
        """
        if not self._presses.acquire(blocking=False):
            raise Busy
        try:
            return self._printed(self.svg(drawing, theme), PALETTES[theme].ground, width)
        finally:
            self._presses.release()

    def _printed(self, svg: str, ground: str, width: int) -> bytes:
        fonts = "system" if _BEYOND_BUNDLED.search(svg) else "bundled"
        return subprocess.run(  # noqa: S603 - our own program; nothing of the drawing is on its command line
            [sys.executable, "-I", str(_PRESS), str(width), ground, fonts, *_FONT_FILES],
            input=svg.encode(),
            capture_output=True,
            check=True,
            timeout=_PATIENCE,
        ).stdout


def _drawn(drawing: Drawing, palette: Palette) -> ET.Element:
    match drawing:
        case LevelChart():
            return draw_level_chart(drawing, palette)
        case RouteChart():
            return draw_route_chart(drawing, palette)
        case PathChart():
            return draw_path_chart(drawing, palette)
        case _:
            assert_never(drawing)


_PRESS = Path(__file__).with_name("press.py")
_PATIENCE = 30  # seconds; a picture takes a tenth of one, a machine with many fonts some more
_FONT_FILES = sorted(str(path) for path in Path(__file__).with_name("fonts").glob("*.[ot]tf"))
# Scripts that Inter and DejaVu Sans lack, such as Chinese: there the machine's own fonts are asked as well.
_BEYOND_BUNDLED = re.compile(
    "[\u0700-\u0e7f\u0f00-\u109f\u1100-\u13ff\u1700-\u1cff\u2e80-\ua63f\uaa00-\ufaff\U00010000-\U0010ffff]"
)
