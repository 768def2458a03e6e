"""Databases for the storage contract."""

import pytest

from bot.storage.engines import Database
from tests.databases import (  # noqa: F401 - fixtures
    database,
    database_url,
    migrated_sqlite,
    sqlite_database,
    sqlite_url,
)
from tests.storage.samples import COMMUNITY, OTHER, populate


@pytest.fixture
def home(database: Database) -> Database:  # noqa: F811 - the fixture above
    """A database with two communities that hold equal ids: two mentors, two mentees, a programme each."""
    with database.write() as work:
        populate(work, COMMUNITY)
        populate(work, OTHER)
        work.commit()
    return database
