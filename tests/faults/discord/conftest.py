"""A Discord of our own and Menteo at it, in a hurry: minutes of waiting pass in seconds, on both sides alike."""

from asyncio import AbstractEventLoop
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.discord.conftest import discord_server, harbour, server  # noqa: F401  fixtures that tests here stand on
from tests.discord.server.app import DiscordServer
from tests.faults.discord.haste import Haste, HastyLoop
from tests.faults.discord.village import Village


def pytest_asyncio_loop_factories() -> Mapping[str, Callable[[], AbstractEventLoop]]:
    """Run every test here on a loop that can be hurried."""
    return {"hasty": HastyLoop}


@pytest.fixture
async def haste(server: DiscordServer) -> Haste:  # noqa: F811  the fixture above
    """Time as the program and its Discord both have it."""
    haste = Haste()
    server.limits.clock = haste.seconds
    server.world.now = haste.now
    return haste


@pytest.fixture
async def village(server: DiscordServer, haste: Haste, sqlite_url: str, data_dir: Path) -> Village:  # noqa: F811  as above
    """The guild as a programme that people have joined, in a migrated database, before Menteo is started there."""
    return Village(server, haste, sqlite_url, data_dir)
