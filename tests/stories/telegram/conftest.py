"""The program at a Telegram of our own, and where a story asks for it at a Discord beside it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.databases import database_url, migrated_sqlite, sqlite_url  # noqa: F401  fixtures
from tests.stories.telegram.stage import Stage
from tests.telegram.conftest import library_settings, server, telegram_server  # noqa: F401  fixtures
from tests.telegram.server.app import TelegramServer


@pytest.fixture
async def stage(server: TelegramServer, data_dir: Path, sqlite_url: str) -> AsyncIterator[Stage]:  # noqa: F811  the fixtures
    """The program, with nobody there yet."""
    async with Stage(server, data_dir, sqlite_url).open() as stage:
        yield stage
