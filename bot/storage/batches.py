"""Statements for many rows: SQLite runs them row by row, PostgreSQL all at once."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Protocol

import sqlalchemy as sa

from bot.storage import schema
from bot.storage.dialect import rows_of_json, runs_row_by_row

EachRow = Mapping[str, sa.ColumnElement[Any]]
"""The row that a statement is written about, by column."""

Write = Callable[[EachRow], sa.Insert | sa.Update]
"""Writes a statement about it."""

Values = Mapping[str, object]
"""A row's values by column; only those that a statement asks for are looked at."""


class Batch:
    """A statement written about one row and run for many, no two of which meet the same row of the database.

    The driver gets its values from here: SQLAlchemy prepares them one by one, which took a third of a tick.
    """

    def __init__(self, write: Write, *columns: sa.Column[Any]) -> None:
        """Keep how the statement is written, and the columns whose names and types its values have."""
        self._write, self._columns = write, columns
        self._ways: dict[str, _Way] = {}

    def run(self, connection: sa.Connection, rows: Sequence[Values]) -> None:
        """Run it for each of these rows."""
        if rows:
            self._way(connection.dialect).run(connection, rows)

    def _way(self, dialect: sa.Dialect) -> "_Way":
        if dialect.name not in self._ways:
            way = _RowByRow if runs_row_by_row(dialect) else _AllAtOnce
            self._ways[dialect.name] = way(self._write, self._columns, dialect)
        return self._ways[dialect.name]


class _Way(Protocol):
    def run(self, connection: sa.Connection, rows: Sequence[Values]) -> None: ...


class _RowByRow:
    """One prepared statement, and the values of each row by position."""

    def __init__(self, write: Write, columns: Sequence[sa.Column[Any]], dialect: sa.Dialect) -> None:
        bound = {column.name: sa.bindparam(f"row_{column.name}", type_=column.type) for column in columns}
        compiled = write(bound).compile(dialect=dialect)
        by_bound = {f"row_{column.name}": column for column in columns}
        self._text = str(compiled)
        self._plain = _Plain([by_bound[name] for name in compiled.positiontup or ()], dialect)

    def run(self, connection: sa.Connection, rows: Sequence[Values]) -> None:
        connection.exec_driver_sql(self._text, list(self._plain.of(rows)))


class _AllAtOnce:
    """One statement over a table of rows, which is sent as JSON: quicker to write than an array for each column."""

    def __init__(self, write: Write, columns: Sequence[sa.Column[Any]], dialect: sa.Dialect) -> None:
        self._names = [column.name for column in columns]
        self._statement = write(dict(rows_of_json("rows", columns).c))
        self._plain = _Plain(columns, dialect)

    def run(self, connection: sa.Connection, rows: Sequence[Values]) -> None:
        named = [dict(zip(self._names, row, strict=True)) for row in self._plain.of(rows)]
        connection.execute(self._statement, {"rows": schema.dump(named)})


class _Plain:
    """Writes values as the database keeps them, column by column: that is quicker than row by row."""

    def __init__(self, columns: Sequence[sa.Column[Any]], dialect: sa.Dialect) -> None:
        self._columns = [(column.name, column.type.dialect_impl(dialect).bind_processor(dialect)) for column in columns]

    def of(self, rows: Sequence[Values]) -> Iterable[tuple[Any, ...]]:
        return zip(*(self._column(name, write, rows) for name, write in self._columns), strict=True)

    def _column(self, name: str, write: Callable[[Any], Any] | None, rows: Sequence[Values]) -> Iterable[Any]:
        column = [row[name] for row in rows]
        return column if write is None else map(write, column)
