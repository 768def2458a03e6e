"""Places on Telegram as one text: a chat, a topic of it, or what stands under a mark in it."""

import re
from dataclasses import dataclass

PLATFORM = "telegram"

_SPOT = re.compile(r"(-?\d+)(?:/(\d+)|#([a-z0-9_]+))?")


@dataclass(frozen=True)
class Spot:
    """Where something can be said: `thread` is a topic; `mark` sets apart what shares a chat without having one."""

    chat: int
    thread: int | None = None
    mark: str = ""

    @classmethod
    def read(cls, text: str) -> "Spot":
        """Read what `str` wrote.

        Raises:
            ValueError: it is no place of Telegram's.
        """
        found = _SPOT.fullmatch(text)
        if found is None:
            raise ValueError(f"no place on Telegram: {text}")
        chat, thread, mark = found.groups()
        return cls(int(chat), int(thread) if thread else None, mark or "")

    @property
    def is_private(self) -> bool:
        """Whether it is in somebody's chat with the bot: only those have ids above zero."""
        return self.chat > 0

    def __str__(self) -> str:
        """Write it as one external id."""
        return f"{self.chat}/{self.thread}" if self.thread is not None else f"{self.chat}{self.mark and '#'}{self.mark}"
