"""Opening the database: connections that write, and others beside them that only read."""

import os
from typing import Final

import sqlalchemy as sa

from bot.storage import dialect
from bot.storage.sealing import Seal
from bot.storage.work import Work

SCHEMA: Final = "0017"
"""The revision of the schema that this code is written for: the newest of the migrations."""

_OWN_SECRET: Final = 32
"""Bytes of a key that nobody else has to read with."""

_REVISION = sa.text("SELECT version_num FROM alembic_version")


class Database:
    """The port `UnitsOfWork` over one database; safe to use from any number of threads."""

    def __init__(self, writer: sa.Engine, reader: sa.Engine, seal: Seal) -> None:
        self._writer, self._reader, self._seal = writer, reader, seal

    def read(self) -> Work:
        """Begin a unit of work that only reads, from one snapshot; it never waits for a writer."""
        return Work(self._reader, self._seal)

    def write(self) -> Work:
        """Begin a unit of work that may write; on SQLite there is one at a time."""
        return Work(self._writer, self._seal)

    def is_current(self) -> bool:
        """Tell whether the schema is this code's own, without loading what migrates it."""
        with self._reader.connect() as connection:
            if not sa.inspect(connection).has_table("alembic_version"):
                return False
            return connection.execute(_REVISION).scalar() == SCHEMA

    def tidy(self) -> None:
        """Do now and then what would hold up a writer otherwise; on PostgreSQL there is nothing to do."""
        dialect.tidy(self._writer)

    def close(self) -> None:
        """Close every connection that isn't in use."""
        self._reader.dispose()
        self._writer.dispose()


def open_database(
    url: str, secret: bytes = b"", *, writers: int = 8, readers: int = 4, patience: float = 30
) -> Database:
    """Open a database that is migrated; nothing is connected yet.

    Args:
        url: `sqlite:///FILE` or `postgresql://...`; ValueError for anything else.
        secret: the installation's key, with which what people said is sealed; without, one of this process alone.
        writers: connections that write at once; SQLite always has one.
        readers: connections that read at once.
        patience: seconds that a unit of work waits for a free connection before `StorageUnavailable`.
    """
    parsed = dialect.address(url)
    writer = dialect.writing_engine(parsed, writers, patience)
    seal = Seal(secret or os.urandom(_OWN_SECRET))
    return Database(writer, dialect.reading_engine(parsed, readers, patience), seal)
