"""Everything in which SQLite and PostgreSQL differ.

psycopg is known by what its errors and connections look like, and loaded by SQLAlchemy where a URL asks for it:
importing it here would cost every start on SQLite a tenth of a second.
`FOR UPDATE` isn't here: SQLAlchemy leaves it out for SQLite, whose one writer needs none.
"""

import sqlite3
import zlib
from collections.abc import Iterable, Mapping
from contextlib import closing
from time import monotonic, sleep
from typing import Any, Final, Protocol

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.dialects import postgresql

from bot.storage.errors import StorageUnavailable

BUSY_TIMEOUT_MS: Final = 5000
"""How long SQLite waits for another process (a backup, an import) to let go of the file."""

_AGAIN: Final = 0.01
"""Seconds until SQLite is asked once more where it doesn't wait by itself."""

_LOG_PAGES: Final = 20_000
"""Of 4 KiB: whoever commits while SQLite's log is longer brings it into the file. `tidy` comes far earlier."""

_CACHE_KIB: Final = 16_000
"""What SQLite's writer may keep in memory: within its own 2,000 a large tick reads the same pages over and over."""

insert = postgresql.insert
"""INSERT with ON CONFLICT: SQLite took the clause over from PostgreSQL word for word, so that one serves both."""

NUMBER: Final = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
"""A number that the database counts up: SQLite does so only for its own INTEGER PRIMARY KEY."""

_LANE_LOCKS: Final = 1024
"""Lanes share so many locks, so that a large batch stays far below PostgreSQL's own table of them (6,400)."""

_LANES: Final = 0x6D656E74
_SCHEMA: Final = 0x6D656E75
"""Namespaces of our advisory locks: "ment" in ASCII, and the one after."""

_LOCK_LANES = sa.text("SELECT pg_advisory_xact_lock(:space, lane) FROM unnest(CAST(:lanes AS integer[])) AS lane")
_LOCK_SCHEMA = sa.text("SELECT pg_advisory_xact_lock(:space, 0)")

_WRITING: Final = (f"PRAGMA cache_size = -{_CACHE_KIB}", f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}")

_SQLITE_AWAY: Final = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PROTOCOL,
        sqlite3.SQLITE_NOTADB,
    }
)
"""Result codes that speak of the file, its disk or its other users; sqlite.org/rescode.html."""

_POSTGRES_AWAY: Final = ("08", "25006", "40", "53", "55P03", "57", "58", "XX001", "XX002")
"""SQLSTATEs, or their classes, that speak of the server and not of the statement; PostgreSQL manual, appendix A."""


def address(url: str) -> sa.URL:
    """Read a database's URL as hosting platforms write it; raise ValueError for a database that we don't speak to."""
    parsed = sa.make_url(url)
    if parsed.drivername in {"postgres", "postgresql", "postgresql+psycopg"}:
        return parsed.set(drivername="postgresql+psycopg")
    if parsed.drivername != "sqlite" or parsed.database in {None, "", ":memory:"}:
        raise ValueError("a database is sqlite:///FILE or postgresql://...")
    return parsed


def writing_engine(url: sa.URL, connections: int, patience: float) -> sa.Engine:
    """Open what writes: SQLite has one connection, whose transactions hold the file from their first moment."""
    if url.drivername == "sqlite":
        return _sqlite(url, 1, patience, "BEGIN IMMEDIATE", "PRAGMA journal_mode = WAL", *_WRITING)
    return _pooled(url, connections, patience)


def reading_engine(url: sa.URL, connections: int, patience: float) -> sa.Engine:
    """Open what only reads, all of one unit of work from one snapshot, and never waits for a writer."""
    if url.drivername == "sqlite":
        return _sqlite(url, connections, patience, "BEGIN", "PRAGMA query_only = ON")
    engine = _pooled(url, connections, patience)
    event.listen(engine, "connect", _read_only)
    return engine


def migrating_engine(url: sa.URL) -> sa.Engine:
    """Open what changes the schema; SQLite rebuilds tables, which references must not notice meanwhile."""
    if url.drivername == "sqlite":
        return _sqlite(url, 1, 0, "BEGIN IMMEDIATE", "PRAGMA journal_mode = WAL", "PRAGMA foreign_keys = OFF")
    return _named(sa.create_engine(url, poolclass=sa.NullPool))


def tidy(engine: sa.Engine) -> None:
    """Bring SQLite's log into its file, so that no commit has to: beside everybody at work, and waiting for nobody."""
    if engine.dialect.name == "sqlite":
        with closing(sqlite3.connect(str(engine.url.database))) as connection:
            connection.execute("PRAGMA wal_checkpoint(PASSIVE)")


def partial_index(name: str, *columns: sa.Column[Any], where: sa.ColumnElement[bool], unique: bool = False) -> sa.Index:
    """Index only the rows of interest."""
    return sa.Index(name, *columns, unique=unique, sqlite_where=where, postgresql_where=where)


def insert_or_replace(table: sa.Table) -> sa.Insert:
    """Keep a row in the place of the one with its key, if there is one."""
    statement = insert(table)
    others = {column.name: statement.excluded[column.name] for column in table.c if not column.primary_key}
    return statement.on_conflict_do_update(index_elements=list(table.primary_key), set_=others)


def insert_each(table: sa.Table, row: Mapping[str, sa.ColumnElement[Any]]) -> postgresql.Insert:
    """Insert the row that a batch's statement is written about, by column."""
    every = sa.select(*row.values()).where(sa.true())  # without WHERE, SQLite takes ON CONFLICT for a join's ON
    return insert(table).from_select(list(row), every)


def runs_row_by_row(dialect: sa.Dialect) -> bool:
    """Tell where a statement costs so little that many need no other way; to a server each is a message."""
    return dialect.name == "sqlite"


def rows_of_json(parameter: str, columns: Iterable[sa.Column[Any]]) -> sa.FromClause:
    """Read a parameter, a JSON array of objects, as a table; PostgreSQL only."""
    named = [sa.column(column.name, column.type) for column in columns]
    array = sa.cast(sa.bindparam(parameter, type_=sa.Text), sa.JSON)
    return sa.func.json_to_recordset(array).table_valued(*named).render_derived(name="each_row", with_types=True)


def lock_lanes(connection: sa.Connection, lanes: Iterable[tuple[str, str]]) -> None:
    """Keep others off these (community, lane)s until commit, always in one order; SQLite's one writer is alone."""
    if connection.dialect.name != "sqlite":
        keys = {zlib.crc32("\n".join(lane).encode()) % _LANE_LOCKS for lane in lanes}
        connection.execute(_LOCK_LANES, {"space": _LANES, "lanes": sorted(keys)})


def lock_schema(connection: sa.Connection) -> None:
    """Let one release at a time change the schema; SQLite's write transaction does so by itself."""
    if connection.dialect.name != "sqlite":
        connection.execute(_LOCK_SCHEMA, {"space": _SCHEMA})


def check_references(connection: sa.Connection) -> None:
    """Raise RuntimeError if a changed schema left a row that points nowhere; PostgreSQL has looked all along."""
    if connection.dialect.name == "sqlite":
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
        if broken:
            raise RuntimeError(f"a row of {broken[0]} points to a row of {broken[2]} that isn't there")


def is_unavailable(error: BaseException | None) -> bool:
    """Tell an error of the database's circumstances from one of our own statements."""
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", None)  # missing where Python itself raised it
        return code is not None and code & 0xFF in _SQLITE_AWAY  # the low byte; the rest gives details
    if error is not None and hasattr(error, "sqlstate"):
        state = error.sqlstate
        return _is_operational(error) if state is None else state.startswith(_POSTGRES_AWAY)
    return isinstance(error, OSError)  # a connection that breaks may come as one


def _pooled(url: sa.URL, connections: int, patience: float, **options: object) -> sa.Engine:
    return _named(sa.create_engine(url, pool_size=connections, max_overflow=0, pool_timeout=patience, **options))


def _sqlite(url: sa.URL, connections: int, patience: float, begin: str, *pragmas: str) -> sa.Engine:
    engine = _pooled(url, connections, patience, connect_args={"cached_statements": 256})

    def connected(connection: sqlite3.Connection, _: object) -> None:
        connection.isolation_level = None  # we begin ourselves: Python's own BEGIN comes late and never IMMEDIATE
        for pragma in (f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}", "PRAGMA foreign_keys = ON", *pragmas):
            _insist(connection, pragma)
        connection.execute("PRAGMA synchronous = NORMAL")

    event.listen(engine, "connect", connected)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine


def _insist(connection: sqlite3.Connection, pragma: str) -> None:
    """Run a pragma beside others: of two who ask a new file for its log, one is refused without having waited."""
    until = monotonic() + BUSY_TIMEOUT_MS / 1000
    while True:
        try:
            connection.execute(pragma)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or monotonic() > until:
                raise
            sleep(_AGAIN)
        else:
            return


class _Psycopg(Protocol):
    """A connection of psycopg's, as far as it is set here."""

    read_only: bool
    isolation_level: int


_REPEATABLE_READ: Final = 3
"""psycopg.IsolationLevel.REPEATABLE_READ."""


def _read_only(connection: _Psycopg, _: object) -> None:
    connection.read_only = True
    connection.isolation_level = _REPEATABLE_READ


def _is_operational(error: BaseException) -> bool:
    """Tell an error of a connection that broke before the server could give it a SQLSTATE."""
    return any(kind.__name__ == "OperationalError" for kind in type(error).__mro__)


def _named(engine: sa.Engine) -> sa.Engine:
    event.listen(engine, "handle_error", _name_error, retval=True)
    return engine


def _name_error(context: sa.ExceptionContext) -> BaseException | None:
    if is_unavailable(context.original_exception):
        return StorageUnavailable(str(context.original_exception))
    return None
