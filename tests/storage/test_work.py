"""Units of work: all or nothing, snapshots, moments, and a database that is not itself."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from bot.core.domain.communities import Community
from bot.core.domain.ids import CommunityId
from bot.storage import dialect
from bot.storage.engines import Database, open_database
from bot.storage.errors import StorageUnavailable
from tests.storage.samples import COMMUNITY, NOW, effect, populate

MOMENTS = st.datetimes(
    min_value=datetime(1900, 1, 1),  # noqa: DTZ001 - hypothesis wants naive bounds
    max_value=datetime(2200, 1, 1),  # noqa: DTZ001 - as above
    timezones=st.builds(timezone, st.builds(timedelta, minutes=st.integers(-14 * 60, 14 * 60))),
)


@pytest.fixture
def connections() -> Iterator[list[sqlite3.Connection]]:
    """The bare SQLite connections that are opened meanwhile, in their order."""
    opened: list[sqlite3.Connection] = []

    def note(connection: sqlite3.Connection, _: object) -> None:
        opened.append(connection)

    event.listen(sa.Engine, "connect", note)
    yield opened
    event.remove(sa.Engine, "connect", note)


def test_leaving_without_a_commit_undoes_everything(home: Database) -> None:
    with pytest.raises(RuntimeError), home.write() as work:  # noqa: PT012 - the error comes after the deed
        work.notes.set("deed", "done")
        raise RuntimeError
    with home.write() as work:
        work.notes.set("deed", "done")

    with home.read() as work:
        assert work.notes.get("deed") is None


def test_a_unit_of_work_can_commit_more_than_once(home: Database) -> None:
    with home.write() as work:
        work.notes.set("first", "kept")
        work.commit()
        work.notes.set("second", "kept")
        work.commit()
        work.notes.set("third", "lost")

    with home.read() as work:
        assert [work.notes.get(name) for name in ("first", "second", "third")] == ["kept", "kept", None]


def test_reading_does_not_wait_for_a_writer_and_sees_one_moment(home: Database) -> None:
    with home.write() as writing, home.read() as reading:
        writing.notes.set("deed", "done")
        assert reading.notes.get("deed") is None
        writing.commit()
        assert reading.notes.get("deed") is None  # still the moment of its first look

    with home.read() as reading:
        assert reading.notes.get("deed") == "done"


def test_reading_cannot_write(home: Database) -> None:
    with home.read() as work, pytest.raises(StorageUnavailable):
        work.notes.set("deed", "done")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(moment=MOMENTS)
def test_a_moment_comes_back_to_the_microsecond_in_utc(home: Database, moment: datetime) -> None:
    with home.write() as work:
        work.communities.add(Community(CommunityId("new"), "New", "en", "UTC", founded_at=moment))
        kept = work.communities.get(CommunityId("new")).founded_at

    assert kept == moment
    assert kept.tzinfo is UTC


def test_a_naive_moment_is_refused(home: Database) -> None:
    naive = NOW.replace(tzinfo=None)
    with home.write() as work, pytest.raises((TypeError, sa.exc.StatementError)):
        work.communities.add(Community(CommunityId("new"), "New", "en", "UTC", founded_at=naive))


def test_a_full_disk_undoes_the_unit_of_work_and_is_survived(
    connections: list[sqlite3.Connection], sqlite_database: Database
) -> None:
    with sqlite_database.write() as work:
        populate(work, COMMUNITY)
        work.commit()
    (connection,) = connections
    connection.execute("PRAGMA max_page_count = 1")  # SQLite makes it what the file has already

    with sqlite_database.write() as work:
        work.notes.set("small", "fits beside others")
        work.outbox.add([effect(f"large-{number}") for number in range(1000)])
        with pytest.raises(StorageUnavailable, match="full"):
            work.commit()

    connection.execute("PRAGMA max_page_count = 1073741823")  # space is back
    with sqlite_database.write() as work:
        assert work.notes.get("small") is None
        assert work.outbox.waiting() == 0
        work.outbox.add([effect("after")])
        work.commit()
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with sqlite_database.read() as work:
        assert work.outbox.waiting() == 1


def test_a_file_that_another_program_holds_is_unavailable(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialect, "BUSY_TIMEOUT_MS", 1)
    database = open_database(sqlite_url)
    other = sqlite3.connect(sqlite_url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    with database.write() as work, pytest.raises(StorageUnavailable, match="locked"):
        work.notes.set("deed", "done")

    other.close()
    with database.write() as work:
        work.notes.set("deed", "done")
        work.commit()
    database.close()


def test_a_writer_that_never_comes_free_is_unavailable(sqlite_url: str) -> None:
    database = open_database(sqlite_url, patience=0.01)

    with database.write() as first:
        first.notes.set("deed", "done")
        with pytest.raises(StorageUnavailable, match="in use"), database.write():
            pass
        first.commit()

    database.close()


def test_a_file_that_is_no_database_is_unavailable(tmp_path: Path) -> None:
    path = tmp_path / "menteo.sqlite"
    path.write_bytes(b"not a database at all, but long enough to look at" * 100)
    database = open_database(f"sqlite:///{path}")

    with pytest.raises(StorageUnavailable), database.write() as work:
        work.notes.get("anything")

    database.close()


def test_a_missing_directory_is_unavailable(tmp_path: Path) -> None:
    database = open_database(f"sqlite:///{tmp_path}/nowhere/menteo.sqlite")

    with pytest.raises(StorageUnavailable), database.write() as work:
        work.notes.get("anything")


def test_a_server_that_is_away_is_unavailable(tmp_path: Path) -> None:
    database = open_database(f"postgresql:///menteo?host={tmp_path}")

    with pytest.raises(StorageUnavailable), database.write():
        pass


@pytest.mark.postgres
@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_a_server_that_drops_its_connections_is_survived(database_url: str, database: Database) -> None:
    with database.write() as work:
        work.notes.set("before", "kept")
        work.commit()
    with database.write() as work:
        work.notes.set("meanwhile", "lost")
        drop_connections(database_url)
        with pytest.raises(StorageUnavailable):
            work.commit()

    with database.write() as work:
        assert work.notes.get("before") == "kept"
        assert work.notes.get("meanwhile") is None


def test_our_own_mistakes_are_not_blamed_on_the_database(home: Database) -> None:
    with home.write() as work, pytest.raises(sa.exc.IntegrityError):
        work.communities.add(Community(COMMUNITY, "Twice", "en", "UTC", NOW))


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "mysql://host/menteo"])
def test_a_database_that_menteo_does_not_speak_to_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="sqlite:///FILE or postgresql"):
        open_database(url)


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_addresses_of_hosting_platforms_are_understood(scheme: str) -> None:
    assert dialect.address(f"{scheme}://u:p@host:5432/menteo").drivername == "postgresql+psycopg"


def drop_connections(url: str) -> None:
    """End every other connection to the database, as a restart would."""
    address = sa.make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
