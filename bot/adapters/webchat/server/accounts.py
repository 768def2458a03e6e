"""Who is in the community: personas come, change their name, leave and come back."""

import re
import sqlite3
import unicodedata

from bot.adapters.webchat.server import journal
from bot.adapters.webchat.server.errors import NameTaken, NoSuchAccount, NothingSaid, TooLong
from bot.adapters.webchat.server.model import Account, Happening, Part, PlaceKind

LONGEST_NAME = 60


def everybody(connection: sqlite3.Connection) -> list[Account]:
    """List all accounts, those who left too, in the order in which they came."""
    return [_account(row) for row in connection.execute("SELECT * FROM accounts ORDER BY position")]


def find(connection: sqlite3.Connection, account: str) -> Account:
    """Return an account whether it is here or has left, or raise `NoSuchAccount`."""
    row = connection.execute("SELECT * FROM accounts WHERE id = ?", (account,)).fetchone()
    if row is None:
        raise NoSuchAccount
    return _account(row)


def find_present(connection: sqlite3.Connection, account: str) -> Account:
    """Return an account that is in the community, or raise `NoSuchAccount`."""
    found = find(connection, account)
    if not found.present:
        raise NoSuchAccount
    return found


def add(connection: sqlite3.Connection, account: Account) -> None:
    """Put an account into the community, with a direct conversation of its own."""
    position = connection.execute("SELECT count(*) FROM accounts").fetchone()[0]
    connection.execute(
        "INSERT INTO accounts (id, name, part, language, zone, position) VALUES (?, ?, ?, ?, ?, ?)",
        (account.id, account.name, account.part.value, account.language, account.zone, position),
    )
    direct = direct_place(account.id)
    connection.execute("INSERT INTO places (id, kind, title) VALUES (?, ?, 'Menteo')", (direct, PlaceKind.DIRECT.value))
    connection.execute("INSERT INTO memberships (place, account) VALUES (?, ?)", (direct, account.id))
    journal.write(connection, Happening.PLACES)


def add_person(connection: sqlite3.Connection, name: str, language: str) -> Account:
    """Let somebody new come, under a name that nobody has."""
    name = _checked_name(connection, name, but="")
    account = Account(_free_id(connection, name), name, Part.GUEST, language)
    add(connection, account)
    return account


def change(connection: sqlite3.Connection, account: str, name: str, language: str, zone: str) -> Account:
    """Change a persona's name, language and time zone."""
    find(connection, account)
    name = _checked_name(connection, name, but=account)
    connection.execute(
        "UPDATE accounts SET name = ?, language = ?, zone = ? WHERE id = ?", (name, language, zone, account)
    )
    journal.write(connection, Happening.PLACES)
    return find(connection, account)


def set_present(connection: sqlite3.Connection, account: str, *, present: bool) -> Account:
    """Let a persona leave the community, or come back."""
    connection.execute("UPDATE accounts SET present = ? WHERE id = ?", (present, account))
    journal.write(connection, Happening.PLACES)
    return find(connection, account)


def direct_place(account: str) -> str:
    """Name the conversation of this account with the bot."""
    return f"direct-{account}"


def _account(row: sqlite3.Row) -> Account:
    return Account(
        row["id"], row["name"], Part(row["part"]), row["language"], row["zone"], present=bool(row["present"])
    )


def _checked_name(connection: sqlite3.Connection, name: str, *, but: str) -> str:
    name = " ".join("".join(each for each in name if each.isprintable() or each.isspace()).split())
    if not name:
        raise NothingSaid
    if len(name) > LONGEST_NAME:
        raise TooLong
    if any(each.name.casefold() == name.casefold() and each.id != but for each in everybody(connection)):
        raise NameTaken
    return name


def _free_id(connection: sqlite3.Connection, name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.split(maxsplit=1)[0]).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]", "", plain)[:20] or "guest"
    taken = {each.id for each in everybody(connection)}
    candidates = (stem, *(f"{stem}{number}" for number in range(2, len(taken) + 3)))
    return next(each for each in candidates if each not in taken)
