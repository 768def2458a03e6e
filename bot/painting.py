"""Pictures for a message: painted off the event loop; one that can't be painted is left to its table."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from subprocess import SubprocessError

import structlog

from bot.core.ui.pictures import Drawing, Painter, Theme
from bot.core.ui.views import Block, Picture, Text, View

MOST_PICTURES = 4
"""More are no help to anybody in a chat, and each takes room and time there."""

Pictures = Mapping[Drawing, bytes]

_log = structlog.get_logger(__name__)


async def painted(view: View, painter: Painter, theme: Theme) -> Pictures:
    """Paint a view's pictures as PNG, on the ground that a platform starts with."""
    drawings = list(dict.fromkeys(block.drawing for block in view.blocks if isinstance(block, Picture)))
    return {
        drawing: png
        for drawing in drawings[:MOST_PICTURES]
        if (png := await asyncio.to_thread(_paint, painter, drawing, theme)) is not None
    }


def in_words(view: View, pictures: Pictures) -> View:
    """Let a picture's words and its table stand for each that couldn't be painted."""
    blocks: list[Block] = []
    for block in view.blocks:
        if isinstance(block, Picture) and block.drawing not in pictures:
            blocks += (Text(block.alt), block.twin)
        else:
            blocks.append(block)
    return replace(view, blocks=tuple(blocks))


def _paint(painter: Painter, drawing: Drawing, theme: Theme) -> bytes | None:
    try:
        return painter.png(drawing, theme)
    except (SubprocessError, OSError) as error:
        _log.warning("picture_not_painted", reason=type(error).__name__)
        return None
