"""The chat on its own: in process for most tests, behind a real socket where a stream or a browser needs one."""

import asyncio
import socket
import threading
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx2
import pytest
import uvicorn
from starlette.applications import Starlette

from bot.adapters.webchat.app import create_app
from bot.adapters.webchat.outbound import WebChat
from bot.adapters.webchat.server.platform import Platform
from tests.adapters.webchat.fakes import FakeClock, FakeConversation, FakePainter

ORIGIN = "http://localhost"


@dataclass
class Chat:
    """Everything of one chat that a test may look at."""

    platform: Platform
    clock: FakeClock
    conversation: FakeConversation = field(default_factory=FakeConversation)

    def __post_init__(self) -> None:
        self.surface = WebChat(self.platform)
        self.app: Starlette = create_app(
            self.platform, conversation=self.conversation, painter=FakePainter(), clock=self.clock
        )


@pytest.fixture
def chat(tmp_path: Path) -> Iterator[Chat]:
    clock = FakeClock()
    platform = Platform(tmp_path / "webchat.sqlite", clock.reading)
    yield Chat(platform, clock)
    platform.close()


@pytest.fixture
async def client(chat: Chat) -> AsyncIterator[httpx2.AsyncClient]:
    """A browser as the server sees one: it says its origin, and its scripts ask for JSON."""
    headers = {"Origin": ORIGIN, "Accept": "application/json"}
    transport = httpx2.ASGITransport(app=chat.app)
    async with httpx2.AsyncClient(transport=transport, base_url=ORIGIN, headers=headers) as client:
        yield client


class Server:
    """The chat behind a socket of this machine, in a thread with a loop of its own."""

    def __init__(self, chat: Chat) -> None:
        self._socket = socket.socket()
        self._socket.bind(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self.chat = chat
        self.complaints: list[str] = []
        """What went wrong in a browser's scripts."""
        self._started = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run()))
        self._thread.start()
        self._started.wait(10)

    async def _run(self) -> None:
        self.loop = asyncio.get_running_loop()
        config = uvicorn.Config(
            self.chat.app, log_config=None, access_log=False, lifespan="off", timeout_graceful_shutdown=1, ws="none"
        )
        self._server = uvicorn.Server(config)
        self.loop.call_soon(self._started.set)
        await self._server.serve(sockets=[self._socket])

    def hang_up(self) -> None:
        """Break every open line, as a network does."""
        for connection in list(self._server.server_state.connections):
            self.loop.call_soon_threadsafe(connection.transport.abort)

    def stop(self) -> None:
        self.loop.call_soon_threadsafe(self.chat.platform.bell.close)
        self._server.should_exit = True
        self._thread.join()


@pytest.fixture
def server(chat: Chat) -> Iterator[Server]:
    running = Server(chat)
    yield running
    running.stop()
    assert running.complaints == []
