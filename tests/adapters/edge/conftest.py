"""The edge over a real SQLite database, with time, a platform and notices of the test's own."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.adapters.edge.hop import Hop
from bot.adapters.library.content import ConfigLibrary
from bot.core.ports import Tools
from bot.storage.engines import Database
from tests.adapters.edge.fakes import CountingIds, FakeClock, FakeMachine, FakePlatform
from tests.databases import migrated_sqlite, sqlite_database, sqlite_url  # noqa: F401 - fixtures
from tests.storage.samples import COMMUNITY, NOW, populate

CONFIG = Path(__file__).parents[3] / "config"


@pytest.fixture
def home(sqlite_database: Database) -> Database:  # noqa: F811 - the fixture above
    """A database with one community: two mentors, two mentees, a programme."""
    with sqlite_database.write() as work:
        populate(work, COMMUNITY)
        work.commit()
    return sqlite_database


@pytest.fixture
async def hop(home: Database) -> AsyncIterator[Hop]:
    hop = Hop(home)
    yield hop
    await hop.close()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(NOW)


@pytest.fixture
def tools(clock: FakeClock) -> Tools:
    return Tools(clock, CountingIds(), ConfigLibrary(CONFIG))


@pytest.fixture
def machine() -> FakeMachine:
    return FakeMachine(NOW)


@pytest.fixture
def platform() -> FakePlatform:
    return FakePlatform()
