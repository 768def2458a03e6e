"""A platform in a process of its own, which does errands there and gives account of them."""

import asyncio
import multiprocessing
from collections.abc import Awaitable, Callable, Iterator
from contextlib import AbstractAsyncContextManager, contextmanager, suppress
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar

from benchmarks.programme import Founded

_PATIENCE = 60.0
"""Seconds for the process to end."""

Server = TypeVar("Server")
Founding = TypeVar("Founding")
Answer = TypeVar("Answer")
Errand = Callable[[Server, Founded], Awaitable[Answer]]
"""What is done over there; it travels by its name, and so does the answer."""
Serving = Callable[[Founding], AbstractAsyncContextManager[tuple[Server, Founded]]]
"""Founds a platform and runs it; travels by its name, too."""


class Far(Generic[Server]):
    """This process's end of the line to the platform's."""

    def __init__(self, line: Connection) -> None:
        self._line = line
        self.founded: Founded = line.recv()

    async def ask(self, errand: Errand[Server, Answer]) -> Answer:
        """Have something done over there, while this process goes on."""
        self._line.send(errand)
        answer: Answer | Exception = await asyncio.to_thread(self._line.recv)
        if isinstance(answer, Exception):
            raise answer
        return answer


@contextmanager
def far(serving: Serving[Founding, Server], founding: Founding) -> Iterator[Far[Server]]:
    """Run a platform elsewhere: it shares no interpreter with what it judges."""
    spawning = multiprocessing.get_context("spawn")
    ours, theirs = spawning.Pipe()
    process = spawning.Process(target=_run, args=(theirs, serving, founding), daemon=True)
    process.start()
    theirs.close()
    try:
        yield Far(ours)
    finally:
        ours.close()  # it ends when nobody is at the line any more
        process.join(_PATIENCE)


def _run(line: Connection, serving: Serving[Any, Any], founding: object) -> None:
    with suppress(BrokenPipeError):  # whoever asked has gone meanwhile
        asyncio.run(_serve(line, serving, founding))


async def _serve(line: Connection, serving: Serving[Any, Any], founding: object) -> None:
    async with serving(founding) as (server, founded):
        line.send(founded)
        while True:
            try:
                errand: Errand[Any, object] = await asyncio.to_thread(line.recv)
            except EOFError:
                return
            try:
                line.send(await errand(server, founded))
            except Exception as error:  # noqa: BLE001  whoever asked is to see it
                line.send(RuntimeError(repr(error)))
