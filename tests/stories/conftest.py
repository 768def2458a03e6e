"""A cast over each kind of database."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.databases import database_url, migrated_sqlite, sqlite_url  # noqa: F401  fixtures
from tests.stories.cast import Cast, Program
from tests.stories.platform import FakePlatform


@pytest.fixture
async def cast(data_dir: Path, database_url: str) -> AsyncIterator[Cast]:  # noqa: F811  the fixture
    """The program over a database of each kind in turn, with nobody there yet."""
    async with Cast(Program(data_dir, database_url, (FakePlatform(),))).on_stage() as cast:
        yield cast
