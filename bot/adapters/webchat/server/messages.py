"""What is said in a place: added once, changed where it stands, taken back."""

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from bot.adapters.webchat.server import journal, keys, places
from bot.adapters.webchat.server.errors import NoSuchMessage, NothingSaid, ReadOnly, TooLong
from bot.adapters.webchat.server.journal import MAY_SEE
from bot.adapters.webchat.server.model import Draft, Happening, Message, MessageKind

LONGEST_MESSAGE = 4000
PAGE = 100
"""How many messages one page shows; older ones are a page before it."""

_SELECT = """
    SELECT messages.*, coalesce(accounts.name, '') AS author_name
    FROM messages JOIN places ON places.id = messages.place LEFT JOIN accounts ON accounts.id = messages.author
    WHERE NOT messages.removed
"""
_MINE_TO_SEE = f"(messages.only_for IS NULL OR messages.only_for = :account) AND {MAY_SEE}"


@dataclass(frozen=True)
class Window:
    """The last messages of a place before some point, and the journal's number at which they were read."""

    messages: tuple[Message, ...]
    pinned: tuple[Message, ...]
    seq: int
    has_earlier: bool


def window(connection: sqlite3.Connection, account: str, place: str, before: int | None = None) -> Window:
    """Read a page of a place as this account may see it, the oldest first, or raise `NoSuchPlace`."""
    places.find_visible(connection, account, place)
    facts = {"account": account, "place": place, "before": before or 2**62, "most": PAGE + 1}
    here = f"{_SELECT} AND messages.place = :place AND {_MINE_TO_SEE}"
    rows = connection.execute(
        f"{here} AND messages.id < :before ORDER BY messages.id DESC LIMIT :most", facts
    ).fetchall()
    pinned = connection.execute(f"{here} AND messages.pinned ORDER BY messages.id DESC", facts).fetchall()
    return Window(
        messages=tuple(_message(row) for row in reversed(rows[:PAGE])),
        pinned=tuple(_message(row) for row in pinned),
        seq=journal.latest(connection),
        has_earlier=len(rows) > PAGE,
    )


def find_visible(connection: sqlite3.Connection, account: str, message: int) -> Message:
    """Return a message that this account may see, or raise `NoSuchMessage`."""
    row = connection.execute(
        f"{_SELECT} AND messages.id = :message AND {_MINE_TO_SEE}", {"account": account, "message": message}
    ).fetchone()
    if row is None:
        raise NoSuchMessage
    return _message(row)


def say(connection: sqlite3.Connection, account: str, place: str, text: str, update: str, at: datetime) -> int:
    """Let a person say something where they may, once per `update`; return the message's id."""
    text = text.strip()
    found = places.find_visible(connection, account, place)
    if found.archived:
        raise ReadOnly
    if not text:
        raise NothingSaid
    if len(text) > LONGEST_MESSAGE:
        raise TooLong
    return post(connection, f"said:{account}:{update}", place, Draft(MessageKind.SAID, text, author=account), at)


def post(connection: sqlite3.Connection, key: str, place: str, draft: Draft, at: datetime) -> int:
    """Put a message into a place, once per key; return its id."""
    if (known := keys.answer(connection, key)) is not None:
        return int(known)
    places.find(connection, place)
    cursor = connection.execute(
        """
        INSERT INTO messages (place, author, kind, body, only_for, caption, parent, at, pinned)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        (
            place,
            draft.author,
            draft.kind.value,
            draft.body,
            draft.only_for,
            draft.caption,
            draft.parent,
            at.isoformat(),
            draft.pinned,
        ),
    )
    message = int(cursor.lastrowid or 0)
    seq = journal.write(connection, Happening.MESSAGE, place=place, message=message, only_for=draft.only_for)
    connection.execute("UPDATE messages SET opened = ?, version = ? WHERE id = ?", (seq, seq, message))
    keys.take(connection, key, str(message))
    return message


def replace(connection: sqlite3.Connection, key: str, message: int, draft: Draft) -> int:
    """Say a message anew where it stands, once per key; return its id, or raise `NoSuchMessage`."""
    if (known := keys.answer(connection, key)) is not None:
        return int(known)
    place, only_for = _standing(connection, message)
    seq = journal.write(connection, Happening.MESSAGE, place=place, message=message, only_for=only_for)
    connection.execute(
        "UPDATE messages SET kind = ?, body = ?, pinned = max(pinned, ?), edited = 1, version = ? WHERE id = ?",
        (draft.kind.value, draft.body, draft.pinned, seq, message),
    )
    keys.take(connection, key, str(message))
    return message


def keep(connection: sqlite3.Connection, message: int, body: str) -> None:
    """Keep what is typed so far in a form without telling any window: it would take the form from under the hands."""
    connection.execute(
        "UPDATE messages SET body = ? WHERE id = ? AND kind = ?", (body, message, MessageKind.FORM.value)
    )


def remove(connection: sqlite3.Connection, key: str, message: int) -> int:
    """Take a message back, once per key; return its id. One that is gone already stays gone."""
    if (known := keys.answer(connection, key)) is not None:
        return int(known)
    try:
        place, only_for = _standing(connection, message)
    except NoSuchMessage:
        return message
    seq = journal.write(connection, Happening.REMOVED, place=place, message=message, only_for=only_for)
    connection.execute(
        "UPDATE messages SET removed = 1, pinned = 0, body = '', version = ? WHERE id = ?", (seq, message)
    )
    keys.take(connection, key, str(message))
    return message


def _standing(connection: sqlite3.Connection, message: int) -> tuple[str, str | None]:
    row = connection.execute("SELECT place, only_for FROM messages WHERE id = ? AND NOT removed", (message,)).fetchone()
    if row is None:
        raise NoSuchMessage
    return row["place"], row["only_for"]


def _message(row: sqlite3.Row) -> Message:
    return Message(
        id=row["id"],
        place=row["place"],
        kind=MessageKind(row["kind"]),
        body=row["body"],
        author=row["author"],
        author_name=row["author_name"],
        only_for=row["only_for"],
        caption=row["caption"],
        parent=row["parent"],
        at=datetime.fromisoformat(row["at"]),
        pinned=bool(row["pinned"]),
        edited=bool(row["edited"]),
        version=row["version"],
    )
