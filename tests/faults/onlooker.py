"""Somebody outside who reads the chat's own file, and personas who do what its page lets them do."""

import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from http import HTTPStatus
from pathlib import Path

from bot.adapters.webchat import codec
from bot.core.ui.forms import Raw
from bot.core.ui.replies import OpenForm
from tests.faults.mortal import Answer, Answers, Mortal

_MESSAGES = """
    SELECT messages.id, place, places.kind AS where_, author, messages.kind, body, at, pinned FROM messages
    JOIN places ON places.id = place WHERE NOT removed ORDER BY messages.id
"""


@dataclass(frozen=True)
class Seen:
    """A message that stands in the chat."""

    id: int
    place: str
    where: str
    author: str | None
    kind: str
    body: str
    at: datetime
    is_pinned: bool

    @property
    def title(self) -> str:
        """What the bot's message is headed with."""
        return codec.load_view(self.body).title if self.kind == "view" else ""


class Onlooker:
    """Reads what the chat and the program keep, from outside their process."""

    def __init__(self, data_dir: Path) -> None:
        self.chat, self.program = data_dir / "webchat.sqlite", data_dir / "menteo.sqlite"

    def messages(self) -> list[Seen]:
        """List all that stands in the chat, in order."""
        return [
            Seen(int(number), place, where, author, kind, body, datetime.fromisoformat(at), bool(pinned))
            for number, place, where, author, kind, body, at, pinned in self.rows(self.chat, _MESSAGES)
        ]

    def message(self, number: int) -> Seen | None:
        """Find one message, None when it is gone."""
        return next((each for each in self.messages() if each.id == number), None)

    def in_place(self, place: str, title: str) -> list[Seen]:
        """List the bot's messages in a place whose title holds these words."""
        return [each for each in self.messages() if each.place == place and title in each.title]

    def rooms(self) -> dict[str, frozenset[str]]:
        """Say who reads in which room."""
        rows = self.rows(
            self.chat,
            "SELECT place, account FROM memberships JOIN places ON places.id = place WHERE places.kind = 'room'",
        )
        return {room: frozenset(who for place, who in rows if place == room) for room, _ in rows}

    def places(self, kind: str) -> dict[str, str]:
        """List the places of a kind: their ids, by title."""
        rows = self.rows(self.chat, "SELECT title, id FROM places WHERE kind = ?", kind)
        assert len({title for title, _ in rows}) == len(rows), f"a {kind} was opened twice: {rows}"
        return {row[0]: row[1] for row in rows}

    def rows(self, file: Path, query: str, *values: str) -> Sequence[tuple[str, ...]]:
        """Read one of the two files."""
        with closing(sqlite3.connect(file, timeout=30)) as connection:
            return connection.execute(query, values).fetchall()


@dataclass(frozen=True)
class Persona:
    """One of the people whom the page lets one be."""

    account: str
    program: Mortal
    onlooker: Onlooker

    @property
    def direct(self) -> str:
        """Where they talk with the bot alone."""
        return f"direct-{self.account}"

    def says(self, line: str, place: str = "") -> Answer:
        """Send a line."""
        return self._do("say", place or self.direct, {"line": line})

    def runs(self, command: str, **answers: str | tuple[str, ...]) -> None:
        """Give a command that opens a form, and fill it in."""
        opened = self.says(f"/{command}").opened
        assert opened is not None, f"{self.account}: /{command} opened nothing"
        self._fill(opened, answers)

    def presses(self, title: str, label: str, **answers: str | tuple[str, ...]) -> None:
        """Wait for a message of this title, press its button, and fill in the form that it opens, if it does."""
        self.program.until(lambda: bool(self._buttons(title, label)))
        message, token = self._buttons(title, label)[-1]
        answer = self._do("press", self.direct, {"message": str(message), "token": token})
        assert (answer.opened is not None) == bool(answers), answer
        if answer.opened is not None:
            self._fill(answer.opened, answers)

    def now(self) -> datetime:
        """Read the programme's clock off the page."""
        page = self.program.ask(f"/as/{self.account}/in/{self.direct}").text
        found = re.search(r'<time datetime="([^"]+)" data-testid="clock"', page)
        assert found is not None, page
        return datetime.fromisoformat(found[1])

    def waits_until(self, moment: datetime) -> None:
        """Move the clock on, by days and then by hours, until it shows this or a little more."""
        while (left := moment - self.now()) > timedelta():
            step = "day" if left >= timedelta(days=1) else "hour"
            assert self.program.post(f"/as/{self.account}/clock", {"step": step}).status == HTTPStatus.OK

    def _buttons(self, title: str, label: str) -> list[tuple[int, str]]:
        found = self.onlooker.in_place(self.direct, title)
        views = [(each.id, codec.load_view(each.body)) for each in found]
        return [(number, each.token) for number, view in views for each in view.actions if each.label == label]

    def _fill(self, card: int, answers: Answers) -> None:
        message = self.onlooker.message(card)
        assert message is not None, f"{self.account}: the form is gone"
        form = codec.load_form(message.body)
        filled = {f"a.{name}": raw for name, raw in _answers(form, answers).items()}
        self._do("form", message.place, {"message": str(card), "final": "yes", **filled})
        left = self.onlooker.message(card)
        assert left is None or left.kind == "view", f"{self.account}: {codec.load_form(left.body).errors}"

    def _do(self, what: str, place: str, fields: Answers) -> Answer:
        answer = self.program.post(f"/as/{self.account}/in/{place}/{what}", fields)
        assert answer.status == HTTPStatus.OK, (self.account, what, fields, answer)
        return answer


def _answers(opened: OpenForm, answers: Answers) -> dict[str, Raw]:
    """Fill in what is asked, the rest as it stands there already."""
    filled = {each.name: opened.answers.get(each.name, each.default) for each in opened.form.fields}
    given = {name: (each,) if isinstance(each, str) else tuple(each) for name, each in answers.items()}
    assert given.keys() <= filled.keys(), f"{given.keys()} are not all of {filled.keys()}"
    return {**filled, **given}
