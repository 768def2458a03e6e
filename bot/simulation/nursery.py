"""A process with everything imported, which forks a worker in milliseconds whenever it is sent a socket."""

import gc
import json
import os
import socket
import subprocess
import sys
from collections.abc import Mapping
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import Self

import bot
from bot.adapters.library.content import ConfigLibrary, read_texts
from bot.app import CONFIG
from bot.core.dialogue.catalogue import FALLBACK, Catalogue
from bot.simulation import worker

_LONGEST_ORDER = 65_536


class Nursery:
    """The supervisor's end: asks for workers."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair()
        root = str(Path(bot.__file__).parents[1])
        self._door = ours
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bot.simulation.nursery"],
            stdin=theirs.fileno(),
            stdout=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": root},
        )
        theirs.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._door.close()
        self._process.wait()

    def bear(self, environment: Mapping[str, str]) -> Connection:
        """Start a worker once the one before is gone; return the line to it."""
        ours, theirs = socket.socketpair()
        with theirs:
            socket.send_fds(self._door, [json.dumps(dict(environment)).encode()], [theirs.fileno()])
        return Connection(ours.detach())


def main() -> None:
    """Fork a worker for each socket that arrives, until the supervisor is gone."""
    door = socket.socket(fileno=sys.stdin.fileno())
    _read_ahead()
    gc.freeze()  # what is shared stays shared: no collection writes to it
    child = 0
    while True:
        order, sockets, _, _ = socket.recv_fds(door, _LONGEST_ORDER, 1)
        if child:
            os.waitpid(child, 0)  # its files are closed and its locks let go only when it is really gone
        if not order:
            return
        child = os.fork()
        if not child:
            door.close()
            worker.live(Connection(sockets[0]), json.loads(order))
            os._exit(0)
        os.close(sockets[0])


def _read_ahead() -> None:
    """Have what a process understands once, documents and texts, understood before it forks."""
    ConfigLibrary(CONFIG).check()
    Catalogue(read_texts(CONFIG)).keys(FALLBACK)


if __name__ == "__main__":
    main()
