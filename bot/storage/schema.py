"""What all tables share: their metadata, how constraints are named, and the types of columns.

Every tenant's table begins its key with `community_id`, and every reference carries it along: two communities may hold
equal ids, and no row can point across.
"""

import json
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from bot.core.domain.weeks import LocalWeek

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Instant(sa.TypeDecorator[datetime]):
    """An aware moment as microseconds since 1970: a number compares, sorts and indexes alike in every database."""

    impl = sa.BigInteger
    cache_ok = True

    def bind_processor(self, dialect: sa.Dialect) -> Callable[[datetime | None], int | None]:  # noqa: ARG002
        """Write moments; a naive one raises TypeError, as subtraction does."""
        return _microseconds

    def result_processor(self, dialect: sa.Dialect, coltype: object) -> Callable[[int | None], datetime | None]:  # noqa: ARG002
        """Read moments, in UTC."""
        return _moment


class Week(sa.TypeDecorator[LocalWeek]):
    """A local week as the ISO date of its Monday, which sorts as it reads."""

    impl = sa.Text
    cache_ok = True

    def bind_processor(self, dialect: sa.Dialect) -> Callable[[LocalWeek | None], str | None]:  # noqa: ARG002
        """Write weeks."""
        return _monday

    def result_processor(self, dialect: sa.Dialect, coltype: object) -> Callable[[str], LocalWeek]:  # noqa: ARG002
        """Read weeks; the same few are read over and over."""
        return _week


class Word(sa.TypeDecorator[Enum]):
    """A member of an enum as its word."""

    impl = sa.Text
    cache_ok = True

    def __init__(self, kind: type[Enum]) -> None:
        super().__init__()
        self.kind = kind

    def bind_processor(self, dialect: sa.Dialect) -> Callable[[Enum | None], str | None]:  # noqa: ARG002
        """Write words; what is no enum raises AttributeError."""
        return _word

    def result_processor(self, dialect: sa.Dialect, coltype: object) -> Callable[[str | None], Enum | None]:  # noqa: ARG002
        """Read words; one that the code doesn't know raises KeyError."""
        words: dict[str | None, Enum | None] = {str(word.value): word for word in self.kind}
        return {None: None, **words}.__getitem__


def constant(word: Enum) -> sa.ColumnElement[Any]:
    """Write an enum's word into a statement itself: a partial index answers only for values known beforehand."""
    return sa.literal_column(f"'{word.value}'", sa.Text)


def one_of(column: sa.Column[Any], words: Iterable[Enum]) -> sa.ColumnElement[bool]:
    """Say that a column holds one of these words, always spelt the same, so that its partial index is found."""
    return column.in_([constant(word) for word in sorted(words, key=lambda word: str(word.value))])


def holds(column: sa.Column[bool]) -> sa.ColumnElement[bool]:
    """Say that a column is true, spelt the same in a partial index and in the statement that is to find it."""
    return column == sa.true()


def community() -> sa.Column[str]:
    """Begin a tenant's key."""
    return sa.Column("community_id", sa.Text, primary_key=True)


def refers(column: str, table: str, *key: str) -> sa.ForeignKeyConstraint:
    """Point at a row of the same community, by its `key`: `id` unless said otherwise."""
    return sa.ForeignKeyConstraint(
        ["community_id", column], [f"{table}.community_id", f"{table}.{key[0] if key else 'id'}"]
    )


def of_community() -> sa.ForeignKeyConstraint:
    """Point at the community, where nothing else that a row refers to does."""
    return sa.ForeignKeyConstraint(["community_id"], ["communities.id"])


def changing(table: sa.Table) -> sa.Update:
    """Change the row whose key is bound as `of_...`, column by column as the values name them."""
    return sa.update(table).where(*(column == sa.bindparam(f"of_{column.name}") for column in table.primary_key))


dump = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""Write plain values as the JSON that is kept."""

load = json.loads
"""Read what `dump` wrote."""


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def _microseconds(moment: datetime | None) -> int | None:
    return None if moment is None else (moment - _EPOCH) // _MICROSECOND


def _moment(microseconds: int | None) -> datetime | None:
    return None if microseconds is None else _EPOCH + timedelta(microseconds=microseconds)


def _monday(week: LocalWeek | None) -> str | None:
    return None if week is None else week.monday.isoformat()


def _word(word: Enum | None) -> str | None:
    return None if word is None else word.value


@lru_cache(maxsize=1024)
def _week(monday: str) -> LocalWeek:
    return LocalWeek(date.fromisoformat(monday))
