"""A Telegram of our own on loopback: what the real client library polls, and what calls its webhook."""

import asyncio
from collections.abc import Callable
from datetime import datetime

from aiohttp import web

from tests.servers.faults import Faults
from tests.servers.listening import Listening
from tests.telegram.server.door import Asking, Door, Doubt
from tests.telegram.server.ratelimits import Limits
from tests.telegram.server.updates import Updates
from tests.telegram.server.webhooks import Webhooks
from tests.telegram.server.wire import utc_now
from tests.telegram.server.world import World

_MAX_REQUEST = 60 * 1024 * 1024
"""Bytes: more than the largest file that a bot may send."""


class TelegramServer(Listening):
    """A Bot API server over one world, its root without `/bot`; `async with` starts and stops it."""

    def __init__(self, *, seed: int = 0, checked: bool = True, now: Callable[[], datetime] = utc_now) -> None:
        self.world = World(seed, now)
        self.limits = Limits()
        self.faults = Faults(seed)
        self.webhooks = Webhooks(self.world.updates)
        self.door = Door(self.world, self.webhooks, self.limits, self.faults, checked=checked)
        super().__init__()

    @property
    def token(self) -> str:
        """The bot's token."""
        return self.world.bot.token

    @property
    def updates(self) -> Updates:
        """What the bot is told and has to confirm."""
        return self.world.updates

    @property
    def requests(self) -> list[Asking]:
        """Every call, oldest first."""
        return self.door.requests

    @property
    def problems(self) -> list[Doubt]:
        """What the published description forbids and was sent all the same: none, at the end of a test."""
        return self.door.problems

    @property
    def doubts(self) -> list[Doubt]:
        """What the published description doesn't know, or only warns of."""
        return self.door.doubts

    def asked(self, method: str) -> list[Asking]:
        """Every call of one method."""
        return [asking for asking in self.requests if asking.method.lower() == method.lower()]

    async def _closed(self) -> None:
        await self.webhooks.stop()

    def _app(self) -> web.Application:
        app = web.Application(client_max_size=_MAX_REQUEST)
        app.router.add_get("/file/bot{token}/{path:.+}", self._file)
        app.router.add_route("*", "/bot{token}/{method}", self.door.serve)
        return app

    async def _file(self, request: web.Request) -> web.Response:
        """What was uploaded, once getFile has told the way to it."""
        await asyncio.sleep(self.faults.latency)
        found = self.world.files.at(request.match_info["path"])
        if request.match_info["token"] != self.token or found is None:
            raise web.HTTPNotFound
        return web.Response(body=found.content, content_type="application/octet-stream")
