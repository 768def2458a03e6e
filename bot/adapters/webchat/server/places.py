"""Channels, growth threads, rooms and direct conversations: which there are, and for whom."""

import sqlite3
from collections.abc import Iterable

from bot.adapters.webchat.server import journal, keys
from bot.adapters.webchat.server.errors import NoSuchPlace
from bot.adapters.webchat.server.journal import MAY_SEE
from bot.adapters.webchat.server.model import Happening, Place, PlaceKind


def visible(connection: sqlite3.Connection, account: str) -> list[Place]:
    """List the places that this account may see, each with how much is unread there."""
    rows = connection.execute(
        f"""
        SELECT places.*, (
            SELECT count(*) FROM messages
            WHERE messages.place = places.id AND NOT messages.removed
                AND (messages.author IS NULL OR messages.author != :account)
                AND (messages.only_for IS NULL OR messages.only_for = :account)
                AND messages.opened > coalesce(
                    (SELECT seq FROM marks WHERE marks.place = places.id AND marks.account = :account), 0)
        ) AS unread
        FROM places WHERE {MAY_SEE} ORDER BY places.number
        """,  # noqa: S608 - the rule is a constant of ours
        {"account": account},
    )
    return [_place(row, row["unread"]) for row in rows]


def find_visible(connection: sqlite3.Connection, account: str, place: str) -> Place:
    """Return a place that this account may see, or raise `NoSuchPlace`."""
    row = connection.execute(
        f"SELECT places.* FROM places WHERE places.id = :place AND {MAY_SEE}",  # noqa: S608 - as above
        {"account": account, "place": place},
    ).fetchone()
    if row is None:
        raise NoSuchPlace
    return _place(row)


def find(connection: sqlite3.Connection, place: str) -> Place:
    """Return a place for the bot, which sees all of them, or raise `NoSuchPlace`."""
    row = connection.execute("SELECT * FROM places WHERE id = ?", (place,)).fetchone()
    if row is None:
        raise NoSuchPlace
    return _place(row)


def add_channel(connection: sqlite3.Connection, place: Place) -> None:
    """Put one of the community's own channels there."""
    connection.execute(
        "INSERT INTO places (id, kind, title) VALUES (?, ?, ?)", (place.id, place.kind.value, place.title)
    )


def open_place(
    connection: sqlite3.Connection, key: str, kind: PlaceKind, title: str, members: Iterable[str] = ()
) -> str:
    """Make a room or a thread once per key; return its id. `members` is who may see a room."""
    if (known := keys.answer(connection, key)) is not None:
        return known
    number = connection.execute("SELECT coalesce(max(number), 0) + 1 FROM places").fetchone()[0]
    place = f"{kind.value}-{number}"
    connection.execute(
        "INSERT INTO places (id, kind, title) VALUES (?, ?, ?)", (place, kind.value, title.strip() or place)
    )
    connection.executemany(
        "INSERT INTO memberships (place, account) VALUES (?, ?)", [(place, each) for each in sorted(set(members))]
    )
    journal.write(connection, Happening.PLACES, place=place)
    return keys.take(connection, key, place)


def archive(connection: sqlite3.Connection, key: str, place: str) -> str:
    """Make a place read-only, once per key; return its id."""
    if (known := keys.answer(connection, key)) is not None:
        return known
    find(connection, place)
    connection.execute("UPDATE places SET archived = 1 WHERE id = ?", (place,))
    journal.write(connection, Happening.PLACES, place=place)
    return keys.take(connection, key, place)


def admit(connection: sqlite3.Connection, key: str, place: str, members: Iterable[str]) -> str:
    """Let these see a room and nobody else, once per key; return its id."""
    if (known := keys.answer(connection, key)) is not None:
        return known
    find(connection, place)
    connection.execute("DELETE FROM memberships WHERE place = ?", (place,))
    connection.executemany(
        "INSERT INTO memberships (place, account) VALUES (?, ?)", [(place, each) for each in sorted(set(members))]
    )
    journal.write(connection, Happening.PLACES, place=None)
    return keys.take(connection, key, place)


def delete(connection: sqlite3.Connection, key: str, place: str) -> str:
    """Delete a place with all that was said there, once per key; one that is gone already is deleted."""
    if (known := keys.answer(connection, key)) is not None:
        return known
    for statement in (
        "DELETE FROM journal WHERE place = ?",
        "DELETE FROM marks WHERE place = ?",
        "DELETE FROM messages WHERE place = ?",
        "DELETE FROM memberships WHERE place = ?",
        "DELETE FROM places WHERE id = ?",
    ):
        connection.execute(statement, (place,))
    journal.write(connection, Happening.PLACES, place=None)
    return keys.take(connection, key, place)


def mark_read(connection: sqlite3.Connection, account: str, place: str, seq: int) -> None:
    """Remember how far this account has read here; a mark never goes back."""
    find_visible(connection, account, place)
    connection.execute(
        """
        INSERT INTO marks (account, place, seq) VALUES (?, ?, min(?, (SELECT coalesce(max(seq), 0) FROM journal)))
        ON CONFLICT DO UPDATE SET seq = max(marks.seq, excluded.seq)
        """,
        (account, place, seq),
    )


def _place(row: sqlite3.Row, unread: int = 0) -> Place:
    return Place(row["id"], PlaceKind(row["kind"]), row["title"], bool(row["archived"]), unread)
