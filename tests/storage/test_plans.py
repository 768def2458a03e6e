"""What runs at every tick and for every sender finds its rows by an index, so that it is flat in all the others."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import event

from bot.core.ports import UnitOfWork
from bot.storage.engines import open_database
from tests.storage.samples import NOW

Asked = list[tuple[str, tuple[object, ...]]]


@pytest.fixture
def asked() -> Iterator[Asked]:
    """Every question that is put to a database meanwhile, with its values."""
    questions: Asked = []

    def note(_: object, __: object, statement: str, values: tuple[object, ...], *___: object) -> None:
        if statement.startswith("SELECT"):
            questions.append((statement, values))

    event.listen(sa.Engine, "before_cursor_execute", note)
    yield questions
    event.remove(sa.Engine, "before_cursor_execute", note)


@pytest.mark.parametrize(
    ("ask", "indexes"),
    [
        (lambda work: work.check_ins.due_schedules(NOW, 500), {"ix_schedules_due"}),
        (lambda work: work.check_ins.due_nudges(NOW, 500), {"ix_check_ins_nudge"}),
        (lambda work: work.check_ins.due_to_close(NOW, 500), {"ix_check_ins_closing"}),
        (
            lambda work: work.check_ins.next_instant(),
            {"ix_schedules_due", "ix_check_ins_nudge", "ix_check_ins_closing"},
        ),
        (lambda work: work.outbox.lease(["webchat"], NOW, NOW, NOW, 30), {"ix_outbox_next"}),
        (lambda work: work.outbox.waiting(), {"ix_outbox_behind"}),
        (lambda work: work.rooms.to_delete(NOW, 500), {"ix_rooms_delete"}),
        (lambda work: work.rooms.next_deletion(), {"ix_rooms_delete"}),
        (lambda work: work.rounds.due(NOW, 500), {"ix_rounds_due"}),
        (lambda work: work.proposals.due(NOW, 500), {"ix_proposals_due"}),
        (lambda work: work.rounds.next_instant(), {"ix_rounds_due", "ix_proposals_due"}),
    ],
    ids=[
        "due schedules",
        "due nudges",
        "due to close",
        "next instant",
        "lease",
        "waiting",
        "rooms to delete",
        "next deletion",
        "due rounds",
        "due proposals",
        "next of a round",
    ],
)
def test_what_is_due_is_found_by_index(
    sqlite_url: str, asked: Asked, ask: Callable[[UnitOfWork], object], indexes: set[str]
) -> None:
    database = open_database(sqlite_url)
    with database.read() as work:
        ask(work)
    database.close()

    (question,) = asked
    plan = plan_of(Path(sqlite_url.removeprefix("sqlite:///")), *question)
    assert not [step for step in plan if "TEMP B-TREE" in step]
    assert not [step for step in plan if step.startswith("SCAN") and "INDEX" not in step and "CONSTANT" not in step]
    assert {index for index in indexes if any(index in step for step in plan)} == indexes


def plan_of(path: Path, statement: str, values: tuple[object, ...]) -> list[str]:
    connection = sqlite3.connect(path)
    try:
        return [str(step[-1]) for step in connection.execute(f"EXPLAIN QUERY PLAN {statement}", values)]
    finally:
        connection.close()
