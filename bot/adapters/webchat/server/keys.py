"""Doing a thing once: a key that was taken answers what it answered then."""

import sqlite3


def answer(connection: sqlite3.Connection, key: str) -> str | None:
    """Return what this key was answered with, None if it is new."""
    row = connection.execute("SELECT answer FROM keys WHERE key = ?", (key,)).fetchone()
    return None if row is None else str(row["answer"])


def take(connection: sqlite3.Connection, key: str, answered: str) -> str:
    """Keep what this key was answered with, in the transaction of the thing itself; return it."""
    connection.execute("INSERT INTO keys (key, answer) VALUES (?, ?)", (key, answered))
    return answered
