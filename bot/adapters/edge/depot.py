"""Gets at what was attached on one platform for another that carries it: adapters are strangers to each other."""

from collections.abc import Awaitable, Callable

from bot.core.effects import FileGone
from bot.core.ui.speech import Attachment

Fetch = Callable[[Attachment, int], Awaitable[bytes]]
"""Returns the bytes of an attachment of one's own; raises `FileTooLarge` beyond so many, or `FileGone`."""


class Depot:
    """Implements `bot.core.effects.Files`."""

    def __init__(self) -> None:
        self._fetches: dict[str, Fetch] = {}

    def add(self, platform: str, fetch: Fetch) -> None:
        """Learn how a platform's files are got at."""
        self._fetches[platform] = fetch

    async def fetch(self, platform: str, attachment: Attachment, most: int) -> bytes:
        """Return an attachment's bytes; raises `FileTooLarge` where they are more than `most`, or `FileGone`."""
        if platform not in self._fetches:
            raise FileGone
        return await self._fetches[platform](attachment, most)
