"""What the bot is to be told: numbered once, kept until it is confirmed, handed out to one poller."""

import asyncio
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from tests.telegram.server.refusals import other_poller
from tests.telegram.server.wire import Json, utc_now

ONLY_IF_NAMED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
"""Kinds that come only to who asks for them by name (getUpdates, allowed_updates)."""
LONGEST_POLL = 50.0
"""Seconds; a longer timeout is cut."""
KEPT = timedelta(hours=24)
"""An update that nobody fetches is forgotten then ("Getting updates")."""


@dataclass(frozen=True, eq=False)
class Update:
    """One thing to tell the bot."""

    id: int
    kind: str
    data: Json
    chat: int | None
    """Updates of one chat are told one after the other."""
    made_at: datetime

    def payload(self) -> Json:
        """The update object."""
        return {"update_id": self.id, self.kind: self.data}


@dataclass(eq=False)
class _Poll:
    wake: asyncio.Event = field(default_factory=asyncio.Event)
    is_ended: bool = False


class Updates:
    """The queue of one bot; an id is never used twice."""

    def __init__(self, seed: int = 0, now: Callable[[], datetime] = utc_now) -> None:
        self.pending: list[Update] = []
        self.made: list[Update] = []
        """All that ever came, confirmed or not."""
        self.twice_share = 0.0
        """The share of updates that come again though they were confirmed."""
        self.allowed: frozenset[str] = frozenset()
        """The kinds asked for by name; empty means all but ONLY_IF_NAMED."""
        self.listeners: list[Callable[[], None]] = []
        """Are called when something was added or confirmed."""
        self._random = Random(seed)
        self.now = now
        self._next_id = self._random.randrange(10**8, 9 * 10**8)
        self.again: list[Update] = []
        """What is to be told once more in spite of a confirmation."""
        self._last: list[Update] = []
        self._poll: _Poll | None = None

    def add(self, kind: str, data: Json, chat: int | None) -> None:
        """Have something to tell, where the bot wants to be told such things."""
        wanted = kind in self.allowed if self.allowed else kind not in ONLY_IF_NAMED
        if not wanted:
            return
        update = Update(self._next_id, kind, data, chat, self.now())
        self._next_id += 1
        self.pending.append(update)
        self.made.append(update)
        self.woken()

    def repeat_last(self) -> None:
        """Tell what was told last once more, though it may be confirmed."""
        self.again += self._last
        self.woken()

    def allow(self, kinds: Iterable[str] | None) -> None:
        """Set which kinds come from now on; None leaves it as it is."""
        if kinds is not None:
            self.allowed = frozenset(kinds)

    def drop_pending(self) -> None:
        """Forget what wasn't fetched."""
        self.pending.clear()
        self.woken()

    async def poll(self, offset: int, limit: int, seconds: float) -> list[Json]:
        """Answer one getUpdates: at once if there is anything, else when it comes or time is up."""
        if self._poll is not None:
            self._poll.is_ended = True
            self._poll.wake.set()
        mine = self._poll = _Poll()
        try:
            self._confirm(offset)
            self._tell_listeners()
            with suppress(TimeoutError):
                async with asyncio.timeout(min(seconds, LONGEST_POLL)):
                    while not (self.pending or self.again or mine.is_ended or not seconds):
                        mine.wake.clear()
                        await mine.wake.wait()
            if mine.is_ended:
                raise other_poller()
            return [update.payload() for update in self._handed_out(limit)]
        finally:
            if self._poll is mine:
                self._poll = None

    def told(self, update: Update) -> None:
        """Confirm one update that a webhook took."""
        self._last = [update]
        if update in self.again:
            self.again.remove(update)
        elif update in self.pending:
            self.pending.remove(update)
            self._maybe_again([update])
        self.woken()

    async def all_confirmed(self) -> None:
        """Wait until the bot has confirmed everything."""
        await self._until(lambda: not (self.pending or self.again))

    async def polled(self) -> None:
        """Wait until somebody waits for updates."""
        await self._until(lambda: self._poll is not None)

    def woken(self) -> None:
        """Have whoever waits look again."""
        if self._poll is not None:
            self._poll.wake.set()
        self._tell_listeners()

    def _tell_listeners(self) -> None:
        for listener in tuple(self.listeners):
            listener()

    async def _until(self, holds: Callable[[], bool]) -> None:
        happened = asyncio.Event()
        self.listeners.append(happened.set)
        try:
            while not holds():
                happened.clear()
                await happened.wait()
        finally:
            self.listeners.remove(happened.set)

    def _confirm(self, offset: int) -> None:
        oldest = self.now() - KEPT
        kept = [update for update in self.pending if update.made_at > oldest]
        kept = kept[offset:] if offset < 0 else [update for update in kept if update.id >= offset]
        staying = {update.id for update in kept}
        gone = [update for update in self.pending if update.id not in staying]
        self.pending = kept
        self._maybe_again(gone)

    def _maybe_again(self, confirmed: Iterable[Update]) -> None:
        if self.twice_share:
            self.again += [update for update in confirmed if self._random.random() < self.twice_share]

    def _handed_out(self, limit: int) -> list[Update]:
        again, self.again = self.again, []
        self._last = self.pending[: limit - len(again)]
        return [*again, *self._last]
