"""The frame that all drawings share: the ground, a title, the keys beneath it, and the strokes that they are made of.

Only presentation attributes are used, and no style, script, id or link, so that a drawing may stand inline in a page
under a strict content security policy. Lengths are in units of a canvas as wide as a picture is on a phone: there each
is about nine tenths of a CSS pixel, so that the smallest words are no smaller than 11 of them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from xml.etree import ElementTree as ET

from bot.adapters.pictures.lettering import clean, width, wrap
from bot.adapters.pictures.palette import Palette

CANVAS, MARGIN = 360, 16
RIGHT = CANVAS - MARGIN
SMALL_SIZE = 12.5

_SHOWN_WIDTH = 440  # CSS pixels where the page leaves it free
_FONTS = "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif"
_TITLE_SIZE, _TITLE_LINE = 17, 21
_KEY_LINE, _KEY_GAP, _KEYS_GAP = 22, 8, 14
_BELOW_TITLE, _BELOW_KEYS = 6, 8


@dataclass(frozen=True)
class Box:
    """A rectangle on the canvas."""

    x: float
    y: float
    width: float
    height: float

    def inset(self, by: float) -> "Box":
        """Draw its sides in."""
        return Box(self.x + by, self.y + by, self.width - 2 * by, self.height - 2 * by)


class Frame:
    """A drawing on its way from top to bottom; `y` is how far down it has come."""

    def __init__(self, title: str, palette: Palette) -> None:
        self.palette = palette
        self.y: float = MARGIN
        self._title = title
        self._root = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "img"})
        self._ground = ET.SubElement(self._root, "rect", {"fill": palette.ground, "rx": "10"})
        for line in wrap(title, RIGHT - MARGIN, _TITLE_SIZE, lines=2, bold=True):
            self.text(line, MARGIN, self.y + _TITLE_SIZE * 0.85, _TITLE_SIZE, bold=True)
            self.y += _TITLE_LINE
        self.y += _BELOW_TITLE

    def keys(self, keys: Iterable[tuple[str, float]]) -> Sequence[tuple[float, float]]:
        """Write a legend's words side by side, on as many lines as they need.

        Each key comes with the width of its sample; given back is where that belongs: its left side and its middle.
        """
        x, places = float(MARGIN), []
        for words, sample in keys:
            (line,) = wrap(words, RIGHT - MARGIN - sample - _KEY_GAP, SMALL_SIZE, lines=1) or [""]
            taken = sample + _KEY_GAP + width(line, SMALL_SIZE)
            if x > MARGIN and x + taken > RIGHT:
                x, self.y = float(MARGIN), self.y + _KEY_LINE
            middle = self.y + _KEY_LINE / 2
            self.text(line, x + sample + _KEY_GAP, baseline(middle, SMALL_SIZE), SMALL_SIZE, self.palette.muted)
            places.append((x, middle))
            x += taken + _KEYS_GAP
        self.y += _KEY_LINE + _BELOW_KEYS
        return places

    def layer(self) -> ET.Element:
        """Begin a layer that lies under whatever is drawn from now on."""
        return ET.SubElement(self._root, "g")

    def text(
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
        """Write a line at its baseline."""
        attributes = {
            "x": number(x),
            "y": number(y),
            "font-size": number(size),
            "font-weight": "600" if bold else "400",
            "fill": colour or self.palette.ink,
            "text-anchor": anchor,
        }
        ET.SubElement(self._root, "text", attributes).text = words

    def rectangle(self, box: Box, **attributes: str) -> None:
        """Draw a rectangle."""
        place = {"x": box.x, "y": box.y, "width": box.width, "height": box.height}
        ET.SubElement(self._root, "rect", {name: number(value) for name, value in place.items()} | attributes)

    def path(
        self,
        line: str,
        colour: str,
        thickness: float,
        *,
        fill: str = "none",
        under: ET.Element | None = None,
        look: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Draw a line, or what it encloses; without a colour of its own, that alone."""
        stroke = {"stroke": colour, "stroke-width": number(thickness)} if colour else {}
        parent = self._root if under is None else under
        ET.SubElement(parent, "path", {"d": line, "fill": fill} | stroke | {**look})

    def closed(self, bottom: float) -> ET.Element:
        """Put the ground under it as far as `bottom`, and return the root element."""
        height = number(bottom)
        self._ground.attrib |= {"width": str(CANVAS), "height": height}
        self._root.attrib |= {
            "aria-label": clean(self._title),
            "viewBox": f"0 0 {CANVAS} {height}",
            "width": str(_SHOWN_WIDTH),
            "height": number(float(height) * _SHOWN_WIDTH / CANVAS),
            "font-family": _FONTS,
        }
        return self._root


def baseline(middle: float, size: float) -> float:
    """Say where text of `size` is set so that its middle is there."""
    return middle + size * 0.36


def number(value: float) -> str:
    """Write a length as short as it may be."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
