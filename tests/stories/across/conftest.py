"""The program at a Telegram and a Discord of our own, over each kind of database."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.databases import database_url, migrated_sqlite, sqlite_url  # noqa: F401  fixtures
from tests.discord.conftest import discord_server  # noqa: F401  a fixture
from tests.discord.server.app import DiscordServer
from tests.stories.across.stage import Stage
from tests.telegram.conftest import library_settings, server, telegram_server  # noqa: F401  fixtures
from tests.telegram.server.app import TelegramServer


@pytest.fixture
async def stage(
    server: TelegramServer,  # noqa: F811  the fixtures
    discord_server: DiscordServer,  # noqa: F811
    data_dir: Path,
    database_url: str,  # noqa: F811
) -> AsyncIterator[Stage]:
    """The program on both platforms, with nobody but the guild's owner and its administrator there yet."""
    stage = Stage(server, data_dir, database_url, discord_server)
    async with stage.open():
        yield stage
