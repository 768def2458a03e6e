"""How a repository runs its statements, each written once and bound anew at every call."""

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from bot.storage.batches import Batch

Row = Sequence[Any]
"""A row by position: what its columns hold is known to the function that translates it."""


class Rows:
    """A repository's hold on its unit of work's connection."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def _first(self, statement: sa.Executable, **values: object) -> Row | None:
        return self._connection.execute(statement, values).first()

    def _all(self, statement: sa.Executable, **values: object) -> Sequence[Row]:
        return self._connection.execute(statement, values).all()

    def _count(self, statement: sa.Executable, **values: object) -> int:
        return int(self._connection.execute(statement, values).scalar_one())

    def _change(self, statement: sa.Executable, values: Mapping[str, object]) -> int:
        """Change rows; return how many; of an INSERT only with `preserve_rowcount`."""
        return self._connection.execute(statement, values).rowcount

    def _change_all(self, batch: Batch, rows: Sequence[Mapping[str, object]]) -> None:
        """Run a batch's statement for many rows, of which no two are the same row of the database."""
        batch.run(self._connection, rows)

    def _change_each(self, statement: sa.Executable, values: Sequence[Mapping[str, object]]) -> None:
        """Run one statement for each of several sets of values, in their order."""
        if values:
            self._connection.execute(statement, values)
