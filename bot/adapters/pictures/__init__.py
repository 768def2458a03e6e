"""Draws the core's pictures: one vector drawing, inline on a page and as a PNG in a chat."""

from bot.adapters.pictures.painter import VectorPainter

__all__ = ["VectorPainter"]
