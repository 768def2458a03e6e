"""What carrying out needs of drawing: views and speech as messages that Telegram takes."""

from dataclasses import dataclass
from typing import Protocol

from telegram import InlineKeyboardMarkup, MessageEntity

from bot.adapters.telegram.places import Spot
from bot.core.ui.speech import Speech
from bot.core.ui.views import View

Piece = tuple[str, list[MessageEntity]]
"""A text with its entities, short enough for one message, or for a caption where it is to be one."""


@dataclass(frozen=True)
class Part:
    """One message of a view: a text, or a picture (PNG) or file with the text as its caption."""

    html: str
    """As Telegram's HTML mode reads it; nothing of a person's own is markup in it."""
    keyboard: InlineKeyboardMarkup | None = None
    picture: bytes | None = None
    file: tuple[str, bytes] | None = None
    """A file's name and content."""
    alt: str = ""


@dataclass(frozen=True)
class Drawn:
    """A view as the messages that say it, in order; there is at least one."""

    parts: tuple[Part, ...]


class Pen(Protocol):
    """Draws what is said."""

    async def draw(
        self, view: View, *, spot: Spot, language: str, room: str, mentions: tuple[str, ...], community: str
    ) -> Drawn:
        """Draw a view for a place; `mentions` are accounts that are to be alerted there, `room` a heading."""

    def say(self, speech: Speech, *, author: str, room: str, caption: bool) -> tuple[Piece, ...]:
        """Draw somebody's words with their name in front: one piece at least.

        Where `caption` is asked for, the first piece is short enough to stand under a file.
        """
