"""The gateway: the websocket over which a logged-in client is told what happens, and the hands that trouble it."""

import asyncio
import json
from collections.abc import Callable
from contextlib import suppress
from secrets import token_hex
from typing import Final

from aiohttp import WSMsgType, web

from tests.discord.server import intents, tellings
from tests.discord.server.intents import Intent
from tests.discord.server.rest.call import answer
from tests.discord.server.sessions import PATH, Connection, Op, Session, Shard, url_of
from tests.discord.server.state import Event, World
from tests.discord.server.wire import Json

IDENTIFIES_A_DAY: Final = 1_000
_ENDING: Final = frozenset({1000, 1001})
"""A client that closes with one of these ends its session; with any other it may resume."""


class Closed(Exception):
    """The gateway hangs up on a client, with a close code of the reference."""

    def __init__(self, code: int) -> None:
        super().__init__(f"closed with {code}")
        self.code = code


class Gateway:
    """Everybody who is logged in, what was told them, and what a test does to the line between."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.latency = 0.0
        """Seconds that everything sent takes to arrive."""
        self.heartbeat_milliseconds = 41_250
        """How often clients are asked to prove that they live."""
        self.shards = 1
        """How many `/gateway/bot` recommends."""
        self.least_shards = 1
        """Fewer are closed with 4011, as Discord does with bots that have outgrown one."""
        self.is_down = False
        """Whether newcomers are turned away at the door; `drop` takes care of who is inside."""
        self.identifies = self.resumes = self.heartbeats = self.connections = self.turned_away = 0
        self._sessions: dict[str, Session] = {}
        self._connected: set[Connection] = set()
        self._changed = asyncio.Event()
        world.listeners.append(self._tell)

    def routes(self) -> list[web.AbstractRouteDef]:
        """The websocket, and the two addresses where a client asks for it."""
        return [
            web.get(PATH, self._serve),
            web.get("/api/v10/gateway", self._where),
            web.get("/api/v10/gateway/bot", self._where_for_bots),
        ]

    @property
    def sessions(self) -> list[Session]:
        """Those that listen now, by shard."""
        listening = (session for session in self._sessions.values() if session.connection is not None)
        return sorted(listening, key=lambda session: session.shard)

    async def until(self, condition: Callable[["Gateway"], object], within: float = 10) -> None:
        """Wait until something holds of the gateway: `lambda it: it.sessions`, `lambda it: it.resumes == 1`."""
        async with asyncio.timeout(within):
            while not condition(self):
                self._changed.clear()
                await self._changed.wait()

    def drop(self, *, resumable: bool = True, code: int | None = 4000) -> None:
        """Lose every connection: with a close code, or with none as a cut line does."""
        for session in self.sessions:
            if not resumable:
                self._sessions.pop(session.id)
            self._part(session, code)

    def reconnect(self) -> None:
        """Ask every client to come back and resume."""
        for session in self.sessions:
            self._say(session, Op.RECONNECT)
            session.connection = None

    def invalidate(self, *, resumable: bool = False) -> None:
        """Tell every client that its session is over, or that it may resume it."""
        for session in self.sessions:
            self._say(session, Op.INVALID_SESSION, resumable)
            session.connection = None
            if not resumable:
                self._sessions.pop(session.id)

    def freeze(self) -> None:
        """Turn the present connections into zombies: open, and silent, heartbeats unanswered."""
        for connection in self._connected:
            connection.is_frozen = True

    def repeat_last(self, times: int = 1) -> None:
        """Tell the last event of every session again."""
        for session in self.sessions:
            session.repeat(times)

    def hold(self) -> None:
        """Keep every event back until `release`: late events, or events out of order."""
        for session in self._sessions.values():
            session.hold()

    def release(self, *, backwards: bool = False) -> None:
        """Tell what was held back, in its order or against it."""
        for session in self._sessions.values():
            session.release(backwards=backwards)

    async def close(self) -> None:
        """Hang up on everybody, and answer nobody any more: the server goes down."""
        self.is_down = True
        for connection in tuple(self._connected):
            connection.hang_up(1001)
        with suppress(TimeoutError):
            await self.until(self._is_left, within=1)

    def _is_left(self, _: "Gateway") -> bool:
        return not self._connected

    # What the world tells.

    def _tell(self, event: Event) -> None:
        for session in tuple(self._sessions.values()):
            data = tellings.told(self.world, event, session)
            if data is not None:
                session.dispatch(event.name, data)

    # What a client says.

    async def _serve(self, request: web.Request) -> web.WebSocketResponse:
        if self.is_down:
            self.turned_away += 1
            self._changed.set()
            raise web.HTTPServiceUnavailable
        socket = web.WebSocketResponse(max_msg_size=15 * 1024)
        await socket.prepare(request)
        connection = Connection(socket, request, lambda: self.latency)
        writing = asyncio.create_task(connection.write())
        self._arrive(connection)
        connection.tell(Op.HELLO, {"heartbeat_interval": self.heartbeat_milliseconds, "_trace": []})
        try:
            async for message in socket:
                if message.type is WSMsgType.TEXT and not connection.is_frozen:
                    self._hear(connection, message.data)
        finally:
            writing.cancel()
            self._leave(connection, socket.close_code)
        return socket

    def _hear(self, connection: Connection, text: str) -> None:
        if not connection.may_still_speak():
            connection.hang_up(4008)
            return
        try:
            said = json.loads(text)
            self._answer(connection, Op(said["op"]), said.get("d"))
        except Closed as refusal:
            connection.hang_up(refusal.code)
        except json.JSONDecodeError:
            connection.hang_up(4002)
        except (ValueError, KeyError):
            connection.hang_up(4001)
        self._changed.set()

    def _answer(self, connection: Connection, op: Op, data: Json) -> None:
        session = connection.session
        match op:
            case Op.HEARTBEAT:
                self.heartbeats += 1
                connection.tell(Op.HEARTBEAT_ACK)
            case Op.IDENTIFY | Op.RESUME if session is not None:
                raise Closed(4005)
            case Op.IDENTIFY:
                self._identify(connection, data)
            case Op.RESUME:
                self._resume(connection, data)
            case _ if session is None:
                raise Closed(4003)
            case Op.REQUEST_MEMBERS:
                self._send_members(session, data)
            case Op.PRESENCE | Op.VOICE_STATE:
                pass
            case _:
                raise Closed(4001)

    def _identify(self, connection: Connection, data: Json) -> None:
        self._check_token(data)
        shard = self._shard(data.get("shard"))
        wanted = data.get("intents", -1)
        if not isinstance(wanted, int) or not 0 <= wanted < intents.HIGHEST:
            raise Closed(4013)
        if intents.disallowed(wanted, self.world.application.flags):
            raise Closed(4014)
        if self.identifies >= IDENTIFIES_A_DAY:
            raise Closed(4004)
        self.identifies += 1
        session = Session(token_hex(16), shard, wanted)
        self._sessions[session.id] = session
        self._attach(connection, session)
        session.dispatch("READY", tellings.ready(self.world, session, connection.url))
        for guild in tellings.guilds_of(self.world, shard):
            session.dispatch("GUILD_CREATE", tellings.guild_create(self.world, guild, wanted))

    def _resume(self, connection: Connection, data: Json) -> None:
        self._check_token(data)
        session, since = self._sessions.get(data.get("session_id", "")), data.get("seq") or 0
        if session is None or not session.can_replay(since):
            connection.tell(Op.INVALID_SESSION, data=False)
            return
        if since > session.sequence:
            raise Closed(4007)
        self.resumes += 1
        self._attach(connection, session)
        session.replay(since)
        session.dispatch("RESUMED", {"_trace": []})

    def _send_members(self, session: Session, data: Json) -> None:
        everybody = not data.get("query") and not data.get("user_ids")
        if everybody and not session.intents & Intent.GUILD_MEMBERS:
            raise Closed(4014)
        for chunk in tellings.member_chunks(self.world, data):
            session.dispatch("GUILD_MEMBERS_CHUNK", chunk)

    def _check_token(self, data: Json) -> None:
        if data.get("token") != self.world.application.token:
            raise Closed(4004)

    def _shard(self, said: list[int] | None) -> Shard:
        shard = Shard(*said) if said else Shard(0, 1)
        if not 0 <= shard.index < shard.count:
            raise Closed(4010)
        if shard.count < self.least_shards:
            raise Closed(4011)
        return shard

    # Who is there.

    def _arrive(self, connection: Connection) -> None:
        self.connections += 1
        self._connected.add(connection)
        self._changed.set()

    def _attach(self, connection: Connection, session: Session) -> None:
        connection.session, session.connection = session, connection

    def _leave(self, connection: Connection, code: int | None) -> None:
        self._connected.discard(connection)
        session = connection.session
        if session is not None and session.connection is connection:
            session.connection = None
            if code in _ENDING:
                self._sessions.pop(session.id, None)
        self._changed.set()

    def _part(self, session: Session, code: int | None) -> None:
        connection, session.connection = session.connection, None
        if connection is not None:
            connection.hang_up(code)

    def _say(self, session: Session, op: Op, data: object = None) -> None:
        if session.connection is not None:
            session.connection.tell(op, data)

    # Where it is.

    async def _where(self, request: web.Request) -> web.Response:
        return answer({"url": url_of(request)})

    async def _where_for_bots(self, request: web.Request) -> web.Response:
        left = max(0, IDENTIFIES_A_DAY - self.identifies)
        limit = {"total": IDENTIFIES_A_DAY, "remaining": left, "reset_after": 86_400_000, "max_concurrency": 1}
        return answer({"url": url_of(request), "shards": self.shards, "session_start_limit": limit})
