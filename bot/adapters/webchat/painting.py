"""Pictures on the page: painted off the event loop, once for light and once for dark."""

import asyncio
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.ui.pictures import Drawing, Painter, Theme
from bot.core.ui.views import Picture, View

_KEPT = 200


@dataclass(frozen=True)
class Painted:
    """A picture as addresses of its own (`data:`), so that it can neither run nor fetch anything."""

    light: str
    dark: str


class Easel:
    """Paints what views show, and keeps the last paintings."""

    def __init__(self, painter: Painter) -> None:
        self._painter = painter
        self._kept: dict[Drawing, Painted] = {}

    async def paint(self, view: View) -> Mapping[Drawing, Painted]:
        """Paint every picture of a view."""
        drawings = [block.drawing for block in view.blocks if isinstance(block, Picture)]
        return {drawing: await self._painted(drawing) for drawing in drawings}

    async def _painted(self, drawing: Drawing) -> Painted:
        if (kept := self._kept.get(drawing)) is not None:
            return kept
        painted = await asyncio.to_thread(self._paint, drawing)
        self._kept[drawing] = painted
        if len(self._kept) > _KEPT:
            del self._kept[next(iter(self._kept))]
        return painted

    def _paint(self, drawing: Drawing) -> Painted:
        return Painted(
            _address(self._painter.svg(drawing, Theme.LIGHT)), _address(self._painter.svg(drawing, Theme.DARK))
        )


def _address(svg: str) -> str:
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"
