"""What happened, in order, and who may hear of it."""

import sqlite3

from bot.adapters.webchat.server.model import Entry, Happening

MAY_SEE = """
    EXISTS (SELECT 1 FROM accounts WHERE accounts.id = :account AND accounts.present)
    AND (places.kind IN ('channel', 'thread') OR EXISTS (
        SELECT 1 FROM memberships WHERE memberships.place = places.id AND memberships.account = :account))
"""
"""The one rule of privacy, in SQL over `places` and `:account`: every read of a place or a message carries it."""


def write(
    connection: sqlite3.Connection,
    kind: Happening,
    *,
    place: str | None = None,
    message: int | None = None,
    only_for: str | None = None,
) -> int:
    """Add a line; return its number. A line without a place is for everybody."""
    cursor = connection.execute(
        "INSERT INTO journal (kind, place, message, only_for) VALUES (?, ?, ?, ?)",
        (kind.value, place, message, only_for),
    )
    return int(cursor.lastrowid or 0)


def latest(connection: sqlite3.Connection) -> int:
    """Return the number of the last line, 0 before anything happened."""
    return int(connection.execute("SELECT coalesce(max(seq), 0) FROM journal").fetchone()[0])


def after(connection: sqlite3.Connection, account: str, seq: int, most: int) -> list[Entry]:
    """Return what this account may hear of after line `seq`, the oldest first."""
    rows = connection.execute(
        f"""
        SELECT journal.seq, journal.kind, journal.place, journal.message
        FROM journal LEFT JOIN places ON places.id = journal.place
        WHERE journal.seq > :seq
            AND (journal.only_for IS NULL OR journal.only_for = :account)
            AND (journal.place IS NULL OR ({MAY_SEE}))
        ORDER BY journal.seq LIMIT :most
        """,  # noqa: S608 - the rule is a constant of ours
        {"account": account, "seq": seq, "most": most},
    )
    return [Entry(row["seq"], Happening(row["kind"]), row["place"] or "", row["message"] or 0) for row in rows]
