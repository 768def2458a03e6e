"""A running Discord of our own with one guild, for the tests that log in to it."""

from collections.abc import AsyncIterator

import discord
import pytest
import yarl

from tests.discord.harbour import Harbour
from tests.discord.server.app import API, DiscordServer
from tests.discord.server.rest.contract import contract
from tests.servers.contracts import FOLDER


@pytest.fixture
async def discord_server(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[DiscordServer]:
    """Discord, with the guild "Harbour" in it; discord.py is pointed at it, and nothing sent may break its contract."""
    if contract() is None:
        pytest.skip(f"no published API description to check requests against: {FOLDER.resolve()} is missing")
    async with DiscordServer() as running:
        Harbour.founded(running.world)
        monkeypatch.setattr(discord.http.Route, "BASE", running.url + API)
        monkeypatch.setattr(discord.gateway.DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL(running.gateway_url))
        yield running
        assert [str(problem) for problem in running.problems] == []


@pytest.fixture
def server(discord_server: DiscordServer) -> DiscordServer:
    """The same, by the name that its tests call it."""
    return discord_server


@pytest.fixture
def harbour(server: DiscordServer) -> Harbour:
    """The guild of that server, with who is in it."""
    return Harbour.of(server.world)
