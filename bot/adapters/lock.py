"""One process a data directory: a second one is told so instead of corrupting it."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FILE = "menteo.lock"


class DataInUse(Exception):
    """Another process holds the data directory; `pid` is its number, empty where it isn't known."""

    def __init__(self, directory: Path, pid: str) -> None:
        super().__init__(f"{directory} is held by process {pid or 'unknown'}")
        self.directory = directory
        self.pid = pid


@contextmanager
def held(directory: Path) -> Iterator[None]:
    """Hold a data directory, or raise `DataInUse`.

    The kernel lets go of the lock with the process, however it ends, so nothing is to be cleaned up after a kill.
    """
    descriptor = os.open(directory / FILE, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise DataInUse(directory, os.pread(descriptor, 20, 0).decode(errors="replace").strip()) from error
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
        yield
    finally:
        os.close(descriptor)
