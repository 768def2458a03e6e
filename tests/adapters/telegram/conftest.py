"""A Telegram of our own, for an adapter that talks to it."""

from collections.abc import AsyncIterator

import pytest

from tests.adapters.telegram.carrying import Carrier, carrying
from tests.adapters.telegram.talking import presence, talking  # noqa: F401  fixtures that tests here stand on
from tests.telegram.conftest import ana, ben, bot, library_settings, server, telegram_server, unhurried  # noqa: F401  the same
from tests.telegram.server.app import TelegramServer


@pytest.fixture
async def carrier(server: TelegramServer) -> AsyncIterator[Carrier]:  # noqa: F811  pytest's way to name one
    """The surface, logged in."""
    async with carrying(server) as running:
        yield running
