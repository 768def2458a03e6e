"""The statements that units of work really issue, to be replayed on the bare driver with the same values."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event

from benchmarks.databases import open_with_engine
from benchmarks.measuring import Spent, spent


@dataclass(frozen=True)
class Statement:
    """What a driver's cursor is given; `values` is a sequence of rows where it is run for each of `many`."""

    text: str
    values: Any
    many: bool


Transaction = Sequence[Statement]


@contextmanager
def recorded(engine: sa.Engine) -> Iterator[list[Transaction]]:
    """Write down every transaction that is committed meanwhile, as the driver sees it."""
    transactions: list[Transaction] = []
    statements: list[Statement] = []

    def executed(*seen: Any) -> None:  # noqa: ANN401  SQLAlchemy's own order of arguments, told apart below
        _, _, text, values, _, many = seen
        statements.append(Statement(text, values, many))

    def committed(_: sa.Connection) -> None:
        transactions.append(tuple(statements))
        statements.clear()

    event.listen(engine, "before_cursor_execute", executed)
    event.listen(engine, "commit", committed)
    event.listen(engine, "rollback", lambda _: statements.clear())
    yield transactions


def replayed(url: str, transactions: Sequence[Transaction], clients: int) -> Spent:
    """Run the transactions on the bare driver, shared out among so many threads with a connection each.

    The connections are opened and configured as the product's are, and then taken from under SQLAlchemy.
    """
    database, engine = open_with_engine(url, writers=clients)
    leases = [engine.raw_connection() for _ in range(clients)]
    drivers = [lease.driver_connection for lease in leases]
    queue = iter(transactions)  # a list's iterator may be shared by threads: each `next` is one step of the interpreter
    try:
        with ThreadPoolExecutor(clients) as threads:
            return spent(lambda: list(threads.map(lambda driver: _drain(driver, queue), drivers)))
    finally:
        for lease in leases:
            lease.close()
        database.close()


def _drain(driver: Any, queue: Iterator[Transaction]) -> None:  # noqa: ANN401  sqlite3's or psycopg's connection
    for transaction in queue:
        cursor = driver.cursor()
        for statement in transaction:
            run = cursor.executemany if statement.many else cursor.execute
            run(statement.text, statement.values)
            if cursor.description is not None:
                cursor.fetchall()
        cursor.close()
        driver.commit()
