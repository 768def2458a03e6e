"""Small facts about the installation itself."""

import sqlalchemy as sa

from bot.storage import schema
from bot.storage.dialect import insert_or_replace
from bot.storage.rows import Rows

notes = sa.Table(
    "notes",
    schema.metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)


class NoteRows(Rows):
    """The port `Notes`."""

    def get(self, name: str) -> str | None:
        row = self._first(_GET, name=name)
        return str(row[0]) if row else None

    def set(self, name: str, value: str) -> None:
        self._change(_SET, {"name": name, "value": value})


_GET = sa.select(notes.c.value).where(notes.c.name == sa.bindparam("name"))
_SET = insert_or_replace(notes)
