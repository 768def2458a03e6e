"""The world that this Telegram knows: its people and chats, its one bot, and a test's hand in them."""

from collections.abc import Callable
from datetime import datetime

from tests.telegram.server.gatherings import Gatherings
from tests.telegram.server.menus import Menus
from tests.telegram.server.updates import Updates
from tests.telegram.server.wire import utc_now

QUERY_PATIENCE = 15.0
"""Seconds in which a pressed button can be answered; Telegram publishes no figure."""


class World(Gatherings):
    """All of it in memory."""

    def __init__(self, seed: int = 0, now: Callable[[], datetime] = utc_now) -> None:
        super().__init__(Updates(seed, now), now)
        self.menus = Menus()
        self.actions: list[tuple[int, str]] = []
        """What the bot was seen doing, "typing" mostly: chat and action."""
        self.query_patience = QUERY_PATIENCE
