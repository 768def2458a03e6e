"""The chat server's door: one thread that holds the file, one transaction per question."""

import asyncio
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from bot.adapters.webchat.server import accounts, places, schema
from bot.adapters.webchat.server.bell import Bell
from bot.adapters.webchat.server.sample import CHANNELS, PERSONAS

P = ParamSpec("P")
T = TypeVar("T")


class Platform:
    """The local chat platform. `now` is the programme's time, which messages bear."""

    def __init__(self, path: Path, now: Callable[[], datetime]) -> None:
        self.now = now
        self.bell = Bell()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="webchat")
        try:
            self._connection = self._thread.submit(_open, path).result()
        except BaseException:
            self._thread.shutdown()
            raise

    async def ask(
        self,
        question: Callable[Concatenate[sqlite3.Connection, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Run a function of this package in one transaction off the event loop; ring if it changed something."""
        run = partial(self._answer, question, *args, **kwargs)
        result, changed = await asyncio.get_running_loop().run_in_executor(self._thread, run)
        if changed:
            self.bell.ring()
        return result

    def close(self) -> None:
        """Close the file after the last question was answered."""
        self._thread.submit(self._connection.close).result()
        self._thread.shutdown()

    def _answer(
        self, question: Callable[Concatenate[sqlite3.Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> tuple[T, bool]:
        before = self._connection.total_changes
        result = _in_transaction(self._connection, question, *args, **kwargs)
        return result, self._connection.total_changes != before


def _in_transaction(
    connection: sqlite3.Connection,
    question: Callable[Concatenate[sqlite3.Connection, P], T],
    *args: P.args,
    **kwargs: P.kwargs,
) -> T:
    connection.execute("BEGIN IMMEDIATE")
    try:
        result = question(connection, *args, **kwargs)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # a failed COMMIT may have ended it already
            connection.execute("ROLLBACK")
        raise
    return result


def _open(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = schema.connect(path)
    _in_transaction(connection, _settle)
    return connection


def _settle(connection: sqlite3.Connection) -> None:
    """Put the sample community there on first start."""
    if accounts.everybody(connection):
        return
    for place in CHANNELS:
        places.add_channel(connection, place)
    for persona in PERSONAS:
        accounts.add(connection, persona)
