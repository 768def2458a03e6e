"""The web server: one listening socket and uvicorn on it, within a loop that others share."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp, Message, Receive, Scope, Send

GRACE = 2
"""Seconds that open requests get at the end."""


class PortTaken(Exception):
    """Somebody else listens there, or nobody may; `reason` is the machine's own word."""

    def __init__(self, host: str, port: int, reason: str) -> None:
        super().__init__(f"{host}:{port}: {reason}")
        self.host, self.port, self.reason = host, port, reason


class Listener:
    """Serves an application from `start` to `stop`; its port is known once it is made, even if any would do."""

    def __init__(self, app: ASGIApp, host: str, port: int) -> None:
        self._socket = _listening(host, port)
        self._streams = _Streams(app)
        self._server = _Server(
            uvicorn.Config(
                self._streams,
                log_config=None,
                access_log=False,  # addresses hold what people type
                lifespan="off",
                proxy_headers=False,
                server_header=False,
                timeout_graceful_shutdown=GRACE,
                ws="none",
            )
        )
        self._host = host
        self._task: asyncio.Task[None] | None = None

    @property
    def url(self) -> str:
        """Where it is reached from this machine."""
        host = f"[{self._host}]" if ":" in self._host else self._host
        return f"http://{host}:{self._socket.getsockname()[1]}"

    async def start(self) -> None:
        """Accept connections from here on."""
        self._task = asyncio.create_task(self._server.serve([self._socket]))
        ready = asyncio.create_task(self._server.ready.wait())
        await asyncio.wait([self._task, ready], return_when=asyncio.FIRST_COMPLETED)
        ready.cancel()

    async def stop(self) -> None:
        """Take no more connections, and let the open ones finish for a while."""
        self._streams.ending.set()
        self._server.should_exit = True
        if self._task is not None:
            await self._task
        self._socket.close()


class _Server(uvicorn.Server):
    """Leaves signals to the program, and says when it is ready."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = asyncio.Event()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()


class _Streams:
    """Tells whoever answers a request without end, such as a live stream, that nobody listens any more at the end."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self.ending = asyncio.Event()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer = _Answer(receive, send, self.ending)
        await self._app(scope, answer.receive, answer.send)
        await answer.finish()


class _Answer:
    """One request's two directions; only a request that was read to its end can be told of a listener gone."""

    def __init__(self, receive: Receive, send: Send, ending: asyncio.Event) -> None:
        self._receive, self._send, self._ending = receive, send, ending
        self._is_read = False
        self._is_open = False

    async def receive(self) -> Message:
        if not self._is_read:
            message = await self._receive()
            self._is_read = not message.get("more_body", False)
            return message
        gone, ending = asyncio.ensure_future(self._receive()), asyncio.ensure_future(self._ending.wait())
        try:
            await asyncio.wait([gone, ending], return_when=asyncio.FIRST_COMPLETED)
            return gone.result() if gone.done() else {"type": "http.disconnect"}
        finally:
            gone.cancel()
            ending.cancel()

    async def send(self, message: Message) -> None:
        self._is_open = message["type"] == "http.response.start" or message.get("more_body", False)
        await self._send(message)

    async def finish(self) -> None:
        if self._is_open and self._ending.is_set():
            await self._send({"type": "http.response.body", "body": b"", "more_body": False})


def _listening(host: str, port: int) -> socket.socket:
    try:
        [(family, kind, protocol, _, address), *_] = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )
        listening = socket.socket(family, kind, protocol)
    except OSError as error:
        raise PortTaken(host, port, error.strerror or "") from error
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen()
        listening.setblocking(False)  # noqa: FBT003  the socket's own name for it
    except OSError as error:
        listening.close()
        raise PortTaken(host, port, error.strerror or "") from error
    return listening
