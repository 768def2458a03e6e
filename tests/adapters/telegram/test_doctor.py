"""What `menteo doctor` says of Telegram."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.core.dialogue.catalogue import Catalogue, Voice
from bot.doctor import Finding
from bot.doctor_telegram import examine_telegram
from tests.telegram.server.app import TelegramServer

TEXTS = Path(__file__).parents[3] / "config" / "texts" / "en" / "start.ftl"


async def test_everything_is_fine_as_botfather_makes_it(server: TelegramServer) -> None:
    found = await examined(server)

    assert [each.part for each in found] == ["telegram", "telegram-privacy", "telegram-topics", "telegram-updates"]
    assert all(each.ok for each in found)
    assert "@menteo_bot" in found[0].detail
    assert "privacy mode is on" in found[1].detail
    assert "under a heading" in found[2].detail


async def test_what_is_switched_on_is_told(server: TelegramServer) -> None:
    server.world.bot.has_topics_enabled = server.world.bot.reads_all_group_messages = True

    found = await examined(server)

    assert "privacy mode is off" in found[1].detail
    assert "a topic of its own" in found[2].detail


@pytest.mark.parametrize(("mode", "ok"), [("polling", False), ("webhook", True)])
async def test_a_webhook_is_held_against_the_mode(server: TelegramServer, mode: str, *, ok: bool) -> None:
    server.webhooks.url = "https://menteo.example/hook"

    found = await examined(server, mode)

    assert found[3].ok is ok


async def test_a_webhook_that_is_to_come_is_fine(server: TelegramServer) -> None:
    assert (await examined(server, "webhook"))[3].ok


async def test_a_wrong_token_is_told_without_being_shown(server: TelegramServer) -> None:
    found = await examined(server, token="1:wrong-token")

    assert [each.ok for each in found] == [False]
    assert "MENTEO_TELEGRAM_TOKEN" in found[0].detail
    assert "wrong-token" not in found[0].detail


async def test_a_server_that_is_away_is_told() -> None:
    found = await asyncio.to_thread(examine_telegram, "1:x", "http://127.0.0.1:9", "polling", _say())

    assert [each.ok for each in found] == [False]
    assert "ConnectError" in found[0].detail


async def examined(server: TelegramServer, mode: str = "polling", *, token: str = "") -> Sequence[Finding]:
    return await asyncio.to_thread(examine_telegram, token or server.token, server.url, mode, _say())


def _say() -> Voice:
    return Catalogue({"en": [TEXTS.read_text("utf-8")]}).voice("en")
