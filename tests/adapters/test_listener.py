"""The web server within a loop that others share."""

import asyncio
import socket
from collections.abc import AsyncIterator

import httpx2
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.adapters.listener import Listener, PortTaken


class Page:
    """Answers at once, slowly, or without end."""

    def __init__(self) -> None:
        self.begun, self.gate = asyncio.Event(), asyncio.Event()
        routes = [Route("/quick", self.quick), Route("/slow", self.slow, methods=["POST"]), Route("/live", self.live)]
        self.app = Starlette(routes=routes)

    async def quick(self, _: Request) -> Response:
        return PlainTextResponse("quick")

    async def slow(self, request: Request) -> Response:
        body = await request.body()
        self.begun.set()
        await self.gate.wait()
        return PlainTextResponse(body)

    async def live(self, request: Request) -> Response:
        return StreamingResponse(self._ticks(request))

    async def _ticks(self, request: Request) -> AsyncIterator[bytes]:
        yield b"tick"
        while (await request.receive())["type"] != "http.disconnect":
            pass


async def test_the_port_is_known_before_anybody_is_served() -> None:
    listener = Listener(Page().app, "127.0.0.1", 0)
    await listener.start()

    async with httpx2.AsyncClient(base_url=listener.url) as browser:
        answer = await browser.get("/quick")
    await listener.stop()

    assert answer.text == "quick"
    assert "server" not in answer.headers


def test_a_port_that_is_taken_is_named() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        with pytest.raises(PortTaken) as refused:
            Listener(Page().app, "127.0.0.1", port)

    assert (refused.value.host, refused.value.port) == ("127.0.0.1", port)


def test_a_host_that_is_not_this_machine_is_refused() -> None:
    with pytest.raises(PortTaken):
        Listener(Page().app, "192.0.2.1", 0)


async def test_what_was_asked_before_the_end_is_answered() -> None:
    page = Page()
    listener = Listener(page.app, "127.0.0.1", 0)
    await listener.start()
    async with httpx2.AsyncClient(base_url=listener.url) as browser:
        asked = asyncio.create_task(browser.post("/slow", content=b"a form"))
        await page.begun.wait()

        stopping = asyncio.create_task(listener.stop())
        await asyncio.sleep(0)
        page.gate.set()
        answer = await asked
        await stopping

    assert answer.text == "a form"


async def test_a_live_stream_comes_to_its_end() -> None:
    listener = Listener(Page().app, "127.0.0.1", 0)
    await listener.start()
    async with asyncio.timeout(10), httpx2.AsyncClient(base_url=listener.url) as browser:
        streaming = await browser.send(browser.build_request("GET", "/live"), stream=True)
        chunks = streaming.aiter_bytes()
        assert await anext(chunks) == b"tick"

        await listener.stop()

        assert [chunk async for chunk in chunks] == []
