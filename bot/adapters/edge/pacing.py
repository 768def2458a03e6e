"""How fast a platform may be written to: a steady pace without bursts, slower after it has asked for a rest."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from heapq import heappop, heappush
from itertools import count
from typing import Protocol

from bot.core.effects import Priority

_MOST_PLACES = 4096
"""Places remembered before those whose turn is long past are forgotten."""

_SHORTEST_SLEEP = 0.001
"""Seconds; what is less than a clock's tick would never be over."""

MADE_UP_FOR = 0.5
"""How much of the time between two turns one may be late and the next still be on time: at 48 a second that is never
more than 49 in a second. More than that is not caught up with, which would be a burst."""
SLOWEST = 8.0
"""How many times slower than its pace a platform is written to, at most, after rests that it asked for."""
RECOVERY = 20.0
"""Seconds without another rest after which the pace is twice as quick again, until it is whole."""


class MachineTime(Protocol):
    """Time as machines keep it, for leases, pacing and back-off; programme time is the core's `Clock`."""

    def now(self) -> datetime:
        """Return the current aware instant in UTC; never goes back while the process lives."""

    async def sleep(self, seconds: float) -> None:
        """Wait."""


@dataclass(frozen=True)
class Window:
    """The limit that a platform publishes: so many messages in any `seconds`, as it counts them."""

    most: int
    seconds: float


@dataclass(frozen=True)
class Pace:
    """What a platform bears, in seconds between two messages; zero where it bears anything."""

    everywhere: float = 0.0
    in_place: float = 0.0
    crowded: Callable[[str], "Crowd"] | None = None
    """Says of a place under what its messages are counted, where that isn't by each place alone."""
    window: Window | None = None
    """Held to whatever the way there does: what is sent evenly doesn't arrive evenly."""


@dataclass(frozen=True)
class Crowd:
    """What several places are counted as together, and the seconds between two messages there."""

    name: str
    seconds: float


UNPACED = Pace()


class Resting(Exception):
    """The platform is to be left alone for so many `seconds`: whoever waited is to come again then."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


@dataclass(order=True)
class _Waiter:
    priority: Priority
    number: int
    turn: "asyncio.Future[None]" = field(compare=False)
    messages: int = field(default=1, compare=False)


class _Sent:
    """Messages that may not have been counted yet, until they are answered; the first time counts."""

    def __init__(self, messages: int, answered: Callable[[int], None]) -> None:
        self._messages, self._answered = messages, answered

    def be_answered(self) -> None:
        messages, self._messages = self._messages, 0
        if messages:
            self._answered(messages)


_SENT: ContextVar[_Sent | None] = ContextVar("sent", default=None)
"""What is under way in this task: it sends one thing after the other."""


class Pacer:
    """Hands out turns by the generic cell rate algorithm with no burst: a published limit is never straddled.

    A place's turn is waited for before the platform's is taken, so that a busy place holds up no other. Who waits for
    the platform's is served by priority, so that an answer never stands behind a thousand prompts. While a platform
    rests there are no turns at all: nobody waits so long here, where a crash would forget them.

    A platform counts a message somewhere between its sending and its answer. So where there is a window, a message
    holds its place in it from its turn until so long after it was answered: of any more messages than fit, the one
    that had its turn last would have seen the others there. Whoever takes another turn meanwhile has had the answer
    to what they sent before; else some could hold all places and wait for more.
    """

    def __init__(self, pace: Pace, time: MachineTime) -> None:
        self._pace, self._time = pace, time
        self._next = 0.0
        self._next_in: dict[str, float] = {}
        self._waiting: list[_Waiter] = []
        self._numbers = count()
        self._serving: asyncio.Task[None] | None = None
        self._slowed, self._rested_until = 1.0, 0.0
        self._under_way = 0
        self._answered: deque[float] = deque()
        self._one_answered = asyncio.Event()

    @asynccontextmanager
    async def taking(self, place: str, priority: Priority = Priority.ANSWER, messages: int = 1) -> AsyncIterator[None]:
        """Take a turn for messages that are under way together, as long as this lasts; raises `Resting`, too."""
        if (before := _SENT.get()) is not None:
            before.be_answered()
        await self.turn(place, priority, messages)
        sent = _Sent(messages, self._be_answered)
        token = _SENT.set(sent)
        try:
            yield
        finally:
            _SENT.reset(token)
            sent.be_answered()

    async def turn(self, place: str, priority: Priority = Priority.ANSWER, messages: int = 1) -> None:
        """Wait until a place may be written to; raise `Resting` if the platform may not be."""
        self._require_awake()
        if self._pace == UNPACED:
            return
        crowd = self._pace.crowded(place) if self._pace.crowded else Crowd(place, self._pace.in_place)
        while self._next_in.get(crowd.name, 0.0) > self._moment():
            await self._wait_until(self._next_in[crowd.name])
        self._forget_free_places()
        self._next_in[crowd.name] = self._moment() + crowd.seconds * messages
        await self.another(priority, messages)
        self._next_in[crowd.name] = self._moment() + crowd.seconds * messages

    async def another(self, priority: Priority = Priority.ANSWER, messages: int = 1) -> None:
        """Wait for one more call of a platform whose pace is counted in calls; raises `Resting`, too."""
        self._require_awake()
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        waiter = _Waiter(priority, next(self._numbers), turn, messages)
        heappush(self._waiting, waiter)
        if self._serving is None or self._serving.done():
            self._serving = asyncio.create_task(self._serve())
        try:
            await waiter.turn
        except asyncio.CancelledError:
            if waiter.turn.done() and not waiter.turn.cancelled() and waiter.turn.exception() is None:
                self._be_answered(messages)  # nobody takes the turn that was given
            raise

    def rest(self, seconds: float, *, slower: bool = True) -> None:
        """Leave the platform alone for so long; if it asked for that, write to it more slowly for a while then.

        What was under way when it asked is told the same: that is no asking anew.
        """
        until = self._moment() + seconds
        asks_anew = slower and not self.resting
        self._slowed = min(self._slowness() * 2, SLOWEST) if asks_anew else self._slowness()
        self._rested_until = max(self._rested_until, until)
        self._next = max(self._next, until)
        for waiter in self._waiting:
            if not waiter.turn.done():
                waiter.turn.set_exception(Resting(seconds))
        self._waiting.clear()

    @property
    def resting(self) -> float:
        """For how many seconds yet the platform is to be left alone."""
        return max(self._rested_until - self._moment(), 0.0)

    def _require_awake(self) -> None:
        if seconds := self.resting:
            raise Resting(seconds)

    async def _serve(self) -> None:
        while self._waiting:
            has_waited = self._next > self._moment()
            while self._next > self._moment():
                await self._wait_until(self._next)
            await self._wait_for_room()
            if not self._waiting:  # all were sent away meanwhile
                break
            first = heappop(self._waiting)
            if not first.turn.done():
                apart = self._pace.everywhere * self._slowness() * first.messages
                self._next = self._due(has_waited=has_waited) + apart
                self._under_way += first.messages if self._pace.window else 0
                first.turn.set_result(None)

    async def _wait_for_room(self) -> None:
        """Wait until who is first fits into the window, wherever in it those that are under way may be counted."""
        window = self._pace.window
        while window is not None and self._waiting:
            while self._answered and self._answered[0] <= self._moment() - window.seconds:
                self._answered.popleft()
            if self._under_way + len(self._answered) + self._waiting[0].messages <= window.most:
                return
            if self._answered:
                await self._wait_until(self._answered[0] + window.seconds)
            else:
                self._one_answered.clear()
                await self._one_answered.wait()

    def _be_answered(self, messages: int) -> None:
        if self._pace.window is not None:
            self._under_way -= messages
            self._answered.extend([self._moment()] * messages)
            self._one_answered.set()

    def _due(self, *, has_waited: bool) -> float:
        """Say when the turn that is given now was due: being woken a little late must not make a slower pace."""
        moment = self._moment()
        is_in_time = has_waited and moment - self._next <= self._pace.everywhere * MADE_UP_FOR
        return self._next if is_in_time else max(self._next, moment)

    def _slowness(self) -> float:
        halvings = min(max(self._moment() - self._rested_until, 0.0) // RECOVERY, SLOWEST)
        return max(self._slowed / (1 << int(halvings)), 1.0)

    def _moment(self) -> float:
        return self._time.now().timestamp()

    def _forget_free_places(self) -> None:
        if len(self._next_in) >= _MOST_PLACES:
            moment = self._moment()
            self._next_in = {place: at for place, at in self._next_in.items() if at > moment}

    async def _wait_until(self, at: float) -> None:
        wait = at - self._moment()
        if wait > 0:
            await self._time.sleep(max(wait, _SHORTEST_SLEEP))
