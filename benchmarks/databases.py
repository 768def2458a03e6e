"""Databases to measure on, filled once and copied for every run."""

import itertools
import os
import shutil
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import Protocol

import psycopg
import sqlalchemy as sa

from bot.storage.dialect import address, reading_engine, writing_engine
from bot.storage.engines import Database
from bot.storage.sealing import Seal

_KEY_BYTES = 32
_PATIENCE = 60
"""Seconds to wait for a connection; nothing here waits."""

Fill = Callable[[str], None]
"""Fills the database at an address, and leaves no connection open."""


class Shelf(Protocol):
    """Where filled databases are copied from."""

    name: str

    def copy(self, fill: Fill) -> str:
        """Return the address of a new database that is as `fill` leaves one."""


class SqliteShelf:
    """Files in a directory."""

    name = "SQLite"

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._numbers = itertools.count(1)
        self._filled: dict[Fill, Path] = {}

    def copy(self, fill: Fill) -> str:
        if fill not in self._filled:
            self._filled[fill] = self._file()
            fill(f"sqlite:///{self._filled[fill]}")
        copied = self._file()
        shutil.copyfile(self._filled[fill], copied)
        return f"sqlite:///{copied}"

    def _file(self) -> Path:
        return self._directory / f"{next(self._numbers)}.sqlite"


class PostgresShelf:
    """The tests' embedded server, with everything switched on that makes what is committed last."""

    name = "PostgreSQL"

    def __init__(self) -> None:
        with warnings.catch_warnings(action="ignore"):  # it looks for a runtime directory as it is imported
            from tests.postgres import PostgresServer  # noqa: PLC0415  its import is slow, and most groups do without
        self._server = PostgresServer(f"benchmarks-{os.getpid()}", "benchmarks", Path(gettempdir()))
        with psycopg.connect(_driver_address(self._server.fresh()), autocommit=True) as connection:
            connection.execute("ALTER SYSTEM RESET ALL")
            connection.execute("SELECT pg_reload_conf()")
        self._filled: dict[Fill, Fill] = {}

    def copy(self, fill: Fill) -> str:
        if fill not in self._filled:
            self._filled[fill] = partial(_fill_and_analyse, fill)
        return self._server.prepared(self._filled[fill])

    def stop(self) -> None:
        """Stop the server."""
        self._server.stop()


def open_with_engine(url: str, *, writers: int = 1, readers: int = 1) -> tuple[Database, sa.Engine]:
    """Open a database, and show the engine that writes to it, so that what passes through can be looked at."""
    parsed = address(url)
    writer = writing_engine(parsed, writers, _PATIENCE)
    return Database(writer, reading_engine(parsed, readers, _PATIENCE), Seal(os.urandom(_KEY_BYTES))), writer


@contextmanager
def sqlite_shelf() -> Iterator[SqliteShelf]:
    """Keep files for as long as they are measured."""
    with TemporaryDirectory(prefix="menteo-benchmarks-") as directory:
        yield SqliteShelf(Path(directory))


@contextmanager
def postgres_shelf() -> Iterator[PostgresShelf]:
    """Run a server for as long as it is measured."""
    shelf = PostgresShelf()
    try:
        yield shelf
    finally:
        shelf.stop()


def _fill_and_analyse(fill: Fill, url: str) -> None:
    """Count what was written, as a running server does of itself within minutes."""
    fill(url)
    with psycopg.connect(_driver_address(url), autocommit=True) as connection:
        connection.execute("ANALYZE")


def _driver_address(url: str) -> str:
    return url.replace("postgresql+psycopg://", "postgresql://", 1)
