"""Tidying: SQLite's log goes into its file beside everybody who is at work."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from bot.storage.engines import Database


def test_tidying_brings_what_was_committed_into_the_file(sqlite_database: Database, sqlite_url: str) -> None:
    _note(sqlite_database, "first")

    sqlite_database.tidy()

    assert _noted_in_the_file_alone(sqlite_url) == "first"


def test_tidying_waits_for_no_writer_and_takes_nothing_unfinished(sqlite_database: Database, sqlite_url: str) -> None:
    _note(sqlite_database, "first")
    with sqlite_database.write() as work:
        work.notes.set("note", "second")

        sqlite_database.tidy()

        assert _noted_in_the_file_alone(sqlite_url) == "first"
        work.commit()
    with sqlite_database.read() as work:
        assert work.notes.get("note") == "second"


def test_tidying_leaves_a_snapshot_as_it_was(sqlite_database: Database) -> None:
    _note(sqlite_database, "first")
    with sqlite_database.read() as work:
        assert work.notes.get("note") == "first"
        _note(sqlite_database, "second")

        sqlite_database.tidy()

        assert work.notes.get("note") == "first"


def test_tidying_changes_nothing_that_is_kept(database: Database) -> None:
    _note(database, "first")

    database.tidy()

    with database.read() as work:
        assert work.notes.get("note") == "first"


def _note(database: Database, value: str) -> None:
    with database.write() as work:
        work.notes.set("note", value)
        work.commit()


def _noted_in_the_file_alone(url: str) -> str:
    """Read the note from a copy of the file without the log beside it."""
    path = Path(url.removeprefix("sqlite:///"))
    alone = path.with_name("alone.sqlite")
    shutil.copyfile(path, alone)
    with closing(sqlite3.connect(alone)) as connection:
        return str(connection.execute("SELECT value FROM notes WHERE name = 'note'").fetchone()[0])
