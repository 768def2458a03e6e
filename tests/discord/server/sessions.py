"""One logged-in shard as Discord remembers it, and the socket that it speaks through while there is one."""

import asyncio
import json
import zlib
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from aiohttp import web

PATH = "/gateway/"
SENDS_A_MINUTE = 120
"""What a client may say in a minute (gateway, "Rate Limiting"); one word more closes the line with 4008."""
BACKLOG = 5_000
"""Dispatches that a session keeps for a resume; Discord keeps some minutes' worth."""


class Op(IntEnum):
    """The gateway's opcodes."""

    DISPATCH = 0
    HEARTBEAT = 1
    IDENTIFY = 2
    PRESENCE = 3
    VOICE_STATE = 4
    RESUME = 6
    RECONNECT = 7
    REQUEST_MEMBERS = 8
    INVALID_SESSION = 9
    HELLO = 10
    HEARTBEAT_ACK = 11


@dataclass(frozen=True, order=True)
class Shard:
    """Which part of the guilds a session is told of."""

    index: int
    count: int

    def holds(self, guild: int | None) -> bool:
        """Direct messages, which have no guild, belong to the first shard."""
        return (0 if guild is None else (guild >> 22) % self.count) == self.index


def url_of(request: web.Request) -> str:
    """Where the gateway is for whoever asks: on the same host and port."""
    return f"ws://{request.host}{PATH}"


class Connection:
    """A socket with a queue before it, so that a change in the world never waits for a client."""

    def __init__(self, socket: web.WebSocketResponse, request: web.Request, delay: Callable[[], float]) -> None:
        self.session: Session | None = None
        self.is_frozen = False
        self.is_open = True
        self.url = url_of(request)
        self._socket = socket
        self._transport = request.transport
        self._compressor = zlib.compressobj() if request.query.get("compress") == "zlib-stream" else None
        self._delay = delay
        self._heard: deque[float] = deque(maxlen=SENDS_A_MINUTE)
        self._queue: asyncio.Queue[tuple[float, str | int | None]] = asyncio.Queue()

    def send(self, text: str) -> None:
        if self.is_open and not self.is_frozen:
            self._queue.put_nowait((asyncio.get_running_loop().time() + self._delay(), text))

    def tell(self, op: Op, data: object = None) -> None:
        self.send(json.dumps({"op": op, "d": data, "s": None, "t": None}))

    def may_still_speak(self) -> bool:
        """Count what the client says; false where it says too much."""
        now = asyncio.get_running_loop().time()
        too_much = len(self._heard) == SENDS_A_MINUTE and now - self._heard[0] < 60
        self._heard.append(now)
        return not too_much

    def hang_up(self, code: int | None) -> None:
        """Close with a code after what was sent before; without one, cut the line."""
        self.is_open = False
        self._queue.put_nowait((0, code))

    async def write(self) -> None:
        """Send what is queued, in order, until hanging up."""
        loop = asyncio.get_running_loop()
        with suppress(ConnectionError):
            while True:
                due, said = await self._queue.get()
                if (wait := due - loop.time()) > 0:
                    await asyncio.sleep(wait)
                if not isinstance(said, str):
                    return await self._close(said)
                await self._write(said)

    async def _write(self, text: str) -> None:
        if self._compressor is None:
            await self._socket.send_str(text)
            return
        packed = self._compressor.compress(text.encode()) + self._compressor.flush(zlib.Z_SYNC_FLUSH)
        await self._socket.send_bytes(packed)

    async def _close(self, code: int | None) -> None:
        if code is not None:
            await self._socket.close(code=code)
        elif self._transport is not None:
            self._transport.abort()


@dataclass(eq=False)
class Session:
    """What a client may resume: its number, what it was told, and whether it listens now."""

    id: str
    shard: Shard
    intents: int
    sequence: int = 0
    connection: Connection | None = None
    _told: "deque[tuple[int, str]]" = field(default_factory=lambda: deque(maxlen=BACKLOG))
    _held: list[tuple[str, dict[str, Any]]] | None = None

    def dispatch(self, name: str, data: dict[str, Any]) -> None:
        """Tell an event now, or keep it for whoever resumes this session."""
        if self._held is not None:
            self._held.append((name, data))
            return
        self.sequence += 1
        text = json.dumps({"op": Op.DISPATCH, "d": data, "s": self.sequence, "t": name})
        self._told.append((self.sequence, text))
        self._send(text)

    def replay(self, since: int) -> None:
        """Tell again everything after a sequence number."""
        for number, text in tuple(self._told):
            if number > since:
                self._send(text)

    def repeat(self, times: int) -> None:
        """Tell the last event again, as it was: the gateway promises at least once, not once."""
        for _ in range(times):
            self._send(self._told[-1][1])

    def hold(self) -> None:
        """Keep events back until `release`."""
        self._held = [] if self._held is None else self._held

    def release(self, *, backwards: bool) -> None:
        held, self._held = self._held or [], None
        for name, data in reversed(held) if backwards else held:
            self.dispatch(name, data)

    def can_replay(self, since: int) -> bool:
        return since >= self.sequence - len(self._told)

    def _send(self, text: str) -> None:
        if self.connection is not None:
            self.connection.send(text)
