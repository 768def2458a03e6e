"""The program at a Discord of our own, over each kind of database where a story asks for both."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.databases import database_url, migrated_sqlite, sqlite_url  # noqa: F401  fixtures
from tests.discord.conftest import discord_server, harbour, server  # noqa: F401  fixtures
from tests.discord.server.app import DiscordServer
from tests.stories.discord.stage import Stage


@pytest.fixture
async def stage(server: DiscordServer, data_dir: Path, sqlite_url: str) -> AsyncIterator[Stage]:  # noqa: F811  the fixtures
    """The program, with nobody but the guild's owner and its administrator there yet."""
    async with Stage(server, data_dir, sqlite_url).open() as stage:
        yield stage
