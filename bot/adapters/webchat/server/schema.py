"""The tables of `webchat.sqlite`."""

import sqlite3
from pathlib import Path

_VERSION = 1

_TABLES = """
CREATE TABLE accounts (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    part TEXT NOT NULL,
    language TEXT NOT NULL,
    zone TEXT NOT NULL,
    present INTEGER NOT NULL DEFAULT 1,
    position INTEGER NOT NULL
) STRICT;

CREATE TABLE places (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    archived INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE memberships (
    place TEXT NOT NULL REFERENCES places (id),
    account TEXT NOT NULL REFERENCES accounts (id),
    PRIMARY KEY (place, account)
) STRICT, WITHOUT ROWID;

CREATE TABLE messages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    place TEXT NOT NULL REFERENCES places (id),
    author TEXT REFERENCES accounts (id),
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    only_for TEXT REFERENCES accounts (id),
    caption TEXT NOT NULL DEFAULT '',
    parent INTEGER,
    at TEXT NOT NULL,
    pinned INTEGER NOT NULL DEFAULT 0,
    edited INTEGER NOT NULL DEFAULT 0,
    removed INTEGER NOT NULL DEFAULT 0,
    opened INTEGER NOT NULL DEFAULT 0,
    version INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX messages_of_place ON messages (place, id);

-- What happened, in order: a window that knows how far it has read misses nothing and sees nothing twice.
CREATE TABLE journal (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    place TEXT,
    message INTEGER,
    only_for TEXT
) STRICT;

-- Each key is taken once; asked again, it answers what it answered then.
CREATE TABLE keys (
    key TEXT PRIMARY KEY,
    answer TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE marks (
    account TEXT NOT NULL REFERENCES accounts (id),
    place TEXT NOT NULL REFERENCES places (id),
    seq INTEGER NOT NULL,
    PRIMARY KEY (account, place)
) STRICT, WITHOUT ROWID;
"""


class NewerSchema(Exception):
    """The file was written by a later release."""


def connect(path: Path) -> sqlite3.Connection:
    """Open the file for the thread that calls, and make its tables if it is new."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")  # in WAL a killed process loses nothing that was committed
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA busy_timeout = 5000")
    found = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if found > _VERSION:
        connection.close()
        raise NewerSchema(found)
    if found < _VERSION:
        connection.executescript(f"BEGIN; {_TABLES} PRAGMA user_version = {_VERSION}; COMMIT;")
    return connection
