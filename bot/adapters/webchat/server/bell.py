"""Waking the windows that listen: a bell holds no news, so that a slow window costs nothing."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager


class Bell:
    """Rings when there may be something new; each listener then reads for itself how far it has come."""

    def __init__(self) -> None:
        self._listeners: set[asyncio.Event] = set()
        self.stirs = 0
        """How often something happened that may move the guide."""
        self.turns = 0
        """How often the clock changed."""
        self.is_closed = False
        """Whether the house is closing: streams end, so that it can."""

    @contextmanager
    def listening(self) -> Iterator[asyncio.Event]:
        """Hear the bell until the block ends."""
        heard = asyncio.Event()
        self._listeners.add(heard)
        try:
            yield heard
        finally:
            self._listeners.discard(heard)

    def ring(self) -> None:
        """Wake everybody."""
        for heard in self._listeners:
            heard.set()

    def close(self) -> None:
        """Let every listener go: a server that waits for open streams would never stop."""
        self.is_closed = True
        self.ring()

    def stir(self) -> None:
        """Say that something was done, whether or not anybody may see it."""
        self.stirs += 1
        self.ring()

    def turn(self) -> None:
        """Say that the clock was moved, or begins to move."""
        self.turns += 1
        self.ring()
