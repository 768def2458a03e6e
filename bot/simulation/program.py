"""The program as the outside sees it: asked, killed at random points, started again and asked the same again."""

import os
import signal
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from enum import Enum
from multiprocessing.connection import Connection
from random import Random
from time import perf_counter
from types import TracebackType
from typing import NoReturn, Self, TypeVar

from bot.core.effects import Delivery, Outcome
from bot.simulation.nursery import Nursery
from bot.simulation.protocol import Answer, Begin, Carried, Deliver, Ready, Request

A = TypeVar("A", bound=Answer)

Take = Callable[[Delivery, str, datetime], Outcome]
"""The receiving side: a delivery, its key and the moment of it."""

_OPERATIONS_OF_A_COMMIT = 40
"""Enough to reach past the recording of a batch's outcomes, its commit and the next lease."""


class Fate(Enum):
    """What happens to the program at a delivery."""

    LIVES = "lives"
    BEFORE = "dies before the platform has taken it in"
    AFTER = "dies before it hears that the platform has"
    WHILE_KEEPING = "dies while it keeps what it heard"


class Fates:
    """Draws the deaths: one about every `every` deliveries, None for no death at all."""

    def __init__(self, every: int | None, seed: int) -> None:
        self._every, self._dice = every, Random(f"{seed}/fates")
        self._ahead = self._draw()

    def next(self) -> tuple[Fate, int | None]:
        """Say what becomes of the program at the next delivery, and at which operation after it."""
        self._ahead -= 1
        if self._every is None or self._ahead > 0:
            return Fate.LIVES, None
        self._ahead = self._draw()
        fate = self._dice.choice([Fate.BEFORE, Fate.AFTER, Fate.WHILE_KEEPING])
        return fate, self._dice.randint(1, _OPERATIONS_OF_A_COMMIT)

    def _draw(self) -> int:
        return self._dice.randint(1, 2 * self._every - 1) if self._every else 0


class DiedUnasked(Exception):
    """The program ended though nobody had killed it; its last words are on the standard error."""


class Program:
    """A worker that is always there: one that was killed is replaced, and asked again what it left unanswered."""

    def __init__(
        self,
        nursery: Nursery,
        environment: Mapping[str, str],
        take: Take,
        fates: Fates,
        begin: Begin,
    ) -> None:
        self._nursery, self._environment, self._take, self._fates = nursery, environment, take, fates
        self._first = begin
        self._line: Connection | None = None
        self._pid = 0
        self._is_doomed = False
        self._taken: set[str] = set()
        self.deaths = 0
        self.restarting_seconds = 0.0
        self._begin(begin)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._hang_up()

    def ask(self, request: Request, expected: type[A]) -> A:
        """Ask until there is an answer, with the same words every time."""
        while True:
            try:
                answer = self._exchange(request)
            except (EOFError, ConnectionError):
                self._bury(request.now)
            else:
                if not isinstance(answer, expected):
                    raise TypeError(answer)
                return answer

    def restart(self, now: datetime, doom: int | None = None) -> None:
        """Kill the worker and start another, which is to die at its `doom`-th operation."""
        self._kill()
        self._bury(now, doom)

    def _exchange(self, request: Request) -> Answer:
        if self._line is None:
            raise _Gone
        self._line.send(request)
        while isinstance(said := self._line.recv(), Deliver):
            self._line.send(self._carry(said))
        answer: Answer = said
        return answer

    def _carry(self, said: Deliver) -> Carried:
        # What is only repeated after a death brings the next one no nearer: else a batch could be repeated for ever.
        fate, operations = (Fate.LIVES, None) if said.key in self._taken else self._fates.next()
        if fate is Fate.BEFORE:
            self._die()
        self._taken.add(said.key)
        outcome = self._take(said.delivery, said.key, said.now)
        if fate is Fate.AFTER:
            self._die()
        if fate is not Fate.WHILE_KEEPING:
            return Carried(outcome)
        self._is_doomed = True
        return Carried(outcome, operations)

    def _begin(self, begin: Begin) -> None:
        self._is_doomed = begin.doom is not None
        self._line = self._nursery.bear(self._environment)
        self._line.send(begin)
        try:
            ready = self._line.recv()
        except (EOFError, ConnectionError):
            self._bury(begin.now)
            return
        if not isinstance(ready, Ready):
            raise TypeError(ready)
        self._pid = ready.pid

    def _bury(self, now: datetime, doom: int | None = None) -> None:
        if not self._is_doomed:
            raise DiedUnasked
        self.deaths += 1
        self._hang_up()
        began = perf_counter()
        self._begin(replace(self._first, now=now, doom=doom))
        self.restarting_seconds += perf_counter() - began

    def _die(self) -> NoReturn:
        self._kill()
        raise _Gone

    def _kill(self) -> None:
        os.kill(self._pid, signal.SIGKILL)
        self._is_doomed = True

    def _hang_up(self) -> None:
        if self._line is not None:
            self._line.close()
        self._line = None


class _Gone(EOFError):
    """The worker was killed from here: what it still had to say doesn't count."""
