"""A running Telegram of our own, and the real library at it."""

import logging
from collections.abc import AsyncIterator

import pytest
from telegram import Bot

from tests.servers.contracts import FOLDER
from tests.telegram.library import bot_at
from tests.telegram.people import Person
from tests.telegram.server.app import TelegramServer
from tests.telegram.server.contract import contract


@pytest.fixture(autouse=True)
def library_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep httpx from printing addresses, which have the token in them, and the library from warning of durations."""
    logging.getLogger("httpx").setLevel(logging.WARNING)
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


@pytest.fixture
async def telegram_server() -> AsyncIterator[TelegramServer]:
    """Telegram, with nobody there but the bot; nothing sent to it may break its contract."""
    if contract() is None:
        pytest.skip(f"no published API description to check requests against: {FOLDER.resolve()} is missing")
    async with TelegramServer() as running:
        yield running
        assert [str(problem) for problem in running.problems] == []


@pytest.fixture
def server(telegram_server: TelegramServer) -> TelegramServer:
    """The same, for tests that know no other."""
    return telegram_server


@pytest.fixture
def unhurried(server: TelegramServer) -> None:
    """Have that server take whatever comes, for tests about something else than its limits."""
    server.limits.off = True


@pytest.fixture
async def bot(server: TelegramServer) -> AsyncIterator[Bot]:
    """The library's plain client."""
    async with bot_at(server) as running:
        yield running


@pytest.fixture
def ana(server: TelegramServer) -> Person:
    """Somebody who has started the bot."""
    person = Person.at_telegram(server, "Ana Lima", username="analima", language="pt")
    server.world.start(person.user)
    return person


@pytest.fixture
def ben(server: TelegramServer) -> Person:
    """Somebody of whom the bot knows nothing."""
    return Person.at_telegram(server, "Ben Okoro")
