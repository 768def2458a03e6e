"""A Telegram and a Discord of our own and Menteo at both, in a hurry: minutes of waiting pass in seconds."""

from asyncio import AbstractEventLoop
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.discord.conftest import discord_server  # noqa: F401  a fixture that tests here stand on
from tests.discord.server.app import DiscordServer
from tests.faults.discord.haste import Haste, HastyLoop
from tests.faults.telegram.town import Town
from tests.telegram.conftest import library_settings, server, telegram_server  # noqa: F401  fixtures
from tests.telegram.server.app import TelegramServer


def pytest_asyncio_loop_factories() -> Mapping[str, Callable[[], AbstractEventLoop]]:
    """Run every test here on a loop that can be hurried."""
    return {"hasty": HastyLoop}


@pytest.fixture
async def haste(server: TelegramServer, discord_server: DiscordServer) -> Haste:  # noqa: F811  the fixtures above
    """Time as the program and its platforms have it."""
    haste = Haste()
    server.limits.clock = discord_server.limits.clock = haste.seconds
    discord_server.world.now = haste.now
    return haste


@pytest.fixture
async def town(
    server: TelegramServer,  # noqa: F811  as above
    discord_server: DiscordServer,  # noqa: F811
    haste: Haste,
    sqlite_url: str,
    data_dir: Path,
) -> Town:
    """The community on both platforms, in a migrated database, before Menteo is started there."""
    town = Town(server, discord_server, haste, sqlite_url, data_dir)
    await town.prepared()
    return town
