"""A webhook keeps what Telegram brings, and nothing that anybody else brings."""

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import httpx2
import pytest
from starlette.applications import Starlette

from bot.adapters.listener import Listener
from bot.adapters.telegram.app import Bring
from bot.adapters.telegram.webhooks import HEADER, LARGEST, Webhook
from bot.core.ui.inbound import CommandCalled
from tests.adapters.telegram.talking import Presence, until
from tests.telegram.people import Person
from tests.telegram.server.app import TelegramServer

PUBLIC = "https://menteo.example"
PATH, SECRET = "a-path", "a_secret"


@dataclass
class Box:
    """A mailbox that lasts as long as the test."""

    kept: dict[int, str] = field(default_factory=dict)
    was: set[int] = field(default_factory=set)
    is_broken: bool = False

    async def put(self, update: int, payload: str) -> None:
        if self.is_broken:
            raise OSError
        if update not in self.was:
            self.kept.setdefault(update, payload)

    async def take(self, limit: int) -> Sequence[tuple[int, str]]:
        return sorted(self.kept.items())[:limit]

    async def done(self, updates: Sequence[int]) -> None:
        for update in updates:
            self.kept.pop(update)
            self.was.add(update)


@dataclass
class Telegram:
    """Whoever calls the webhook."""

    client: httpx2.AsyncClient
    box: Box

    async def brings(self, content: bytes | object, secret: str = SECRET, path: str = PATH) -> int:
        body = content if isinstance(content, bytes) else json.dumps(content).encode()
        headers = {HEADER: secret} if secret else {}
        answer = await self.client.post(f"/telegram/{path}", content=body, headers=headers)
        assert answer.text in {"", "Not Found"}
        return answer.status_code


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    box = Box()
    app = Starlette(routes=[Webhook(box, PATH, SECRET).route])
    transport = httpx2.ASGITransport(app=app)
    async with httpx2.AsyncClient(transport=transport, base_url="http://menteo") as client:
        yield Telegram(client, box)


async def test_an_update_is_kept_before_it_is_acknowledged(telegram: Telegram) -> None:
    assert await telegram.brings({"update_id": 7, "message": {"text": "¡hola!"}}) == 200

    assert json.loads(telegram.box.kept[7])["message"] == {"text": "¡hola!"}


async def test_the_same_update_again_changes_nothing(telegram: Telegram) -> None:
    assert [await telegram.brings({"update_id": 7, "first": is_first}) for is_first in (1, 0)] == [200, 200]

    assert json.loads(telegram.box.kept[7])["first"] == 1


@pytest.mark.parametrize("secret", ["", "another", "a_secret ", "A_SECRET"])
async def test_whoever_does_not_know_the_secret_changes_nothing(telegram: Telegram, secret: str) -> None:
    assert await telegram.brings({"update_id": 7}, secret) == 401

    assert telegram.box.kept == {}


async def test_whoever_does_not_know_the_path_finds_nothing(telegram: Telegram) -> None:
    assert await telegram.brings({"update_id": 7}, path="webhook") == 404


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"7", b'{"update_id": "7"}', b"{}", b"\xff\xfe", b'{"update_id": true}']
)
async def test_what_is_no_update_is_refused(telegram: Telegram, content: bytes) -> None:
    assert await telegram.brings(content) == 400

    assert telegram.box.kept == {}


async def test_what_is_far_too_long_is_refused(telegram: Telegram) -> None:
    assert await telegram.brings({"update_id": 7, "text": "x" * LARGEST}) == 413

    assert telegram.box.kept == {}


async def test_what_can_not_be_kept_is_to_be_brought_again(telegram: Telegram) -> None:
    telegram.box.is_broken = True

    assert await telegram.brings({"update_id": 7}) == 503


@asynccontextmanager
async def brought(presence: Presence, box: Box) -> AsyncIterator[None]:
    """Menteo behind a proxy that ends TLS for PUBLIC."""
    bring = Bring(PUBLIC, PATH, SECRET, box)
    async with presence.running(bring=bring) as app:
        listener = Listener(Starlette(routes=list(app.routes)), "127.0.0.1", 0)
        await listener.start()
        presence.server.webhooks.leads(PUBLIC, listener.url)
        await until(lambda: bool(presence.server.webhooks.url))
        async with asyncio.timeout(10):
            while not await app.hears():  # noqa: ASYNC110  it tells nobody
                await asyncio.sleep(0.01)
        yield
        await presence.server.webhooks.stop()
        await listener.stop()


async def test_what_is_brought_is_answered(presence: Presence, server: TelegramServer, ana: Person) -> None:
    box = Box()
    async with brought(presence, box):
        await ana.sends("/goal")
        await ana.hears("This is goal")
        await until(lambda: not box.kept)

    assert server.webhooks.secret == SECRET
    assert presence.talking.the(CommandCalled).name == "goal"
    assert "message_reaction" in server.updates.allowed


async def test_what_is_brought_twice_is_taken_in_once(presence: Presence, server: TelegramServer, ana: Person) -> None:
    server.updates.twice_share = 1.0
    async with brought(presence, Box()):
        await ana.sends("/goal")
        await ana.hears("This is goal")
        await presence.told_all()

    assert len(server.webhooks.attempts) == 2
    assert len(presence.talking.all(CommandCalled)) == 1


async def test_what_was_kept_is_taken_in_after_a_restart_and_what_can_not_be_read_is_let_go(
    presence: Presence, ana: Person
) -> None:
    said = await ana.sends("/goal")
    box = Box({7: '{"update_id": 7, "message": 1}', 8: json.dumps({"update_id": 8, "message": said.message.payload()})})
    async with brought(presence, box):
        await ana.hears("This is goal")
        await until(lambda: not box.kept)


async def test_what_another_key_has_sealed_holds_up_nothing(presence: Presence, ana: Person) -> None:
    said = await ana.sends("/goal")
    box = Box({7: "", 8: json.dumps({"update_id": 8, "message": said.message.payload()})})
    async with brought(presence, box):
        await ana.hears("This is goal")
        await until(lambda: not box.kept)


async def test_only_who_holds_the_lease_takes_in_what_is_kept(presence: Presence, ana: Person) -> None:
    presence.is_holding = False
    box = Box()
    async with brought(presence, box):
        await ana.sends("/goal")
        await presence.told_all()
        assert len(box.kept) == 1
        presence.is_holding = True
        await ana.hears("This is goal")
