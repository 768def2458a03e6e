"""Time that a test moves, ids that count, and a platform that does as it is told."""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Coroutine, Iterable
from datetime import datetime, timedelta
from heapq import heappop, heappush
from itertools import count
from math import ceil

from bot.core.dialogue.specs import Feature, NoticeSpec
from bot.core.dialogue.talk import Talk
from bot.core.effects import Act, Delivery, Done, Effect, Outcome, Priority, SendMessage
from bot.core.ui.views import View
from tests.storage.samples import COMMUNITY, NOW


class FakeClock:
    def __init__(self, now: datetime) -> None:
        self.time = now

    def now(self) -> datetime:
        return self.time


class FakeMachine:
    """Waiting takes no time but its own."""

    def __init__(self, now: datetime) -> None:
        self.time = now
        self.slept: list[float] = []

    def now(self) -> datetime:
        return self.time

    async def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 6))
        self.time += timedelta(seconds=seconds)
        await asyncio.sleep(0)


class SteppedTime:
    """Time that stands still while anybody has something to do, and then goes to where the next one wakes."""

    _SETTLED = 50
    """Rounds of the loop after which nobody has anything to do any more."""

    def __init__(self) -> None:
        self._passed = 0
        self._sleepers: list[tuple[int, int, asyncio.Future[None]]] = []
        self._numbers = count()

    @property
    def moment(self) -> float:
        """Seconds since the beginning."""
        return self._passed / 1_000_000

    def now(self) -> datetime:
        return NOW + timedelta(microseconds=self._passed)

    async def sleep(self, seconds: float) -> None:
        until = self._passed + ceil(seconds * 1_000_000)
        waking: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heappush(self._sleepers, (until, next(self._numbers), waking))
        await waking

    def run(self, *parts: Coroutine[object, object, None]) -> None:
        """Let all of these happen beside each other, to their end."""
        asyncio.run(self._run(parts))

    async def _run(self, parts: Iterable[Coroutine[object, object, None]]) -> None:
        tasks = [asyncio.create_task(part) for part in parts]
        while not all(task.done() for task in tasks):
            for _ in range(self._SETTLED):
                await asyncio.sleep(0)
            if self._sleepers:
                self._passed, _, waking = heappop(self._sleepers)
                if not waking.done():
                    waking.set_result(None)
            else:
                assert all(task.done() for task in tasks), "nobody will ever wake"
        await asyncio.gather(*tasks)


class CountingIds:
    def __init__(self) -> None:
        self._numbers = count(1)

    def new(self) -> str:
        return f"id{next(self._numbers):014}"


class FakePlatform:
    """Knows keys, as the web chat does; `answers` decides by words, `gates` hold deliveries up until opened."""

    platform = "webchat"

    def __init__(self) -> None:
        self.said: list[str] = []
        self.answers: dict[str, Callable[[], Outcome]] = {}
        self.gates: dict[str, asyncio.Event] = {}
        self.tried: list[str] = []
        self.looked: list[str] = []
        """What it was told to look for first, since it was tried before."""
        self.begun: dict[str, asyncio.Event] = defaultdict(asyncio.Event)
        self.heard: dict[str, asyncio.Event] = defaultdict(asyncio.Event)
        self._known: dict[str, str] = {}

    async def deliver(self, delivery: Delivery, key: str, *, again: bool = False, doubtful: bool = False) -> Outcome:
        assert isinstance(delivery, SendMessage)
        words = delivery.view.title
        self.tried.append(words)
        self.looked += [words] if again else []
        self.begun[words].set()
        if words in self.gates:
            await self.gates[words].wait()
        outcome = self.answers[words]() if words in self.answers else Done(str(len(self._known) + 1))
        if isinstance(outcome, Done) and key not in self._known:
            self._known[key] = outcome.external_id
            self.said.append(words)
            self.heard[words].set()
        return outcome


def speaks(talk: Talk, effect: Effect) -> View | None:
    """A notice that says what the effect's ref `words` says, fails at "broken" and has nothing to say at "moot"."""
    words = effect.refs["words"]
    if words == "broken":
        raise KeyError(words)
    return None if words == "moot" else View(words)


FEATURES = [Feature(notices=[NoticeSpec("spoken", speaks)])]


def telling(words: str, to: str = "zoe", priority: Priority = Priority.ANSWER) -> Effect:
    """Write `words` to a member."""
    return Effect(
        key=f"tell:{words}",
        community=COMMUNITY,
        platform="webchat",
        act=Act.TELL,
        lane=f"member:{to}",
        notice="spoken",
        refs={"to": to, "words": words},
        not_before=NOW,
        priority=priority,
    )
