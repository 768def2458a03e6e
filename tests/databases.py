"""A migrated, empty database for a test, of each kind that Menteo runs on."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.storage.engines import Database, open_database
from bot.storage.migrate import migrate

KINDS = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file, to be copied: cheaper than migrating one for each test."""
    path = tmp_path_factory.mktemp("migrated") / "menteo.sqlite"
    migrate(f"sqlite:///{path}")
    return path


@pytest.fixture
def sqlite_url(migrated_sqlite: Path, tmp_path: Path) -> str:
    """The address of a migrated SQLite database that no other test sees."""
    path = tmp_path / "menteo.sqlite"
    shutil.copyfile(migrated_sqlite, path)
    return f"sqlite:///{path}"


@pytest.fixture(params=KINDS)
def database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a migrated database, of each kind in turn."""
    if request.param == "sqlite":
        yield str(request.getfixturevalue("sqlite_url"))
        return
    server: Any = request.getfixturevalue("postgres_server")
    url = str(server.prepared(migrate))
    yield url
    server.drop(url)


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """An open, migrated database, of each kind in turn."""
    database = open_database(database_url)
    yield database
    database.close()


@pytest.fixture
def sqlite_database(sqlite_url: str) -> Iterator[Database]:
    """An open, migrated SQLite database, where one kind is enough."""
    database = open_database(sqlite_url)
    yield database
    database.close()
