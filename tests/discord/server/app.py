"""A Discord of our own on loopback: what the real client library logs in to."""

import asyncio
from typing import Self

from aiohttp import web

from tests.discord.server.gateway import Gateway
from tests.discord.server.interactions import Interactions
from tests.discord.server.ratelimits import Limits
from tests.discord.server.rest import (
    accounts,
    callbacks,
    channels,
    commands,
    guilds,
    messages,
    pins,
    thread_members,
    threads,
)
from tests.discord.server.rest.call import served
from tests.discord.server.rest.door import Asking, Door, Doubt
from tests.discord.server.state import World
from tests.servers.faults import Faults
from tests.servers.listening import Listening

API = "/api/v10"
_MAX_REQUEST = 25 * 1024 * 1024
"""Bytes of a request that sends files (reference, "Uploading Files")."""


class DiscordServer(Listening):
    """REST, under `/api/v10`, and gateway over one world; `async with` starts and stops it."""

    def __init__(self, world: World | None = None, *, seed: int = 0, checked: bool = True) -> None:
        self.world = world or World()
        self.limits = Limits()
        self.faults = Faults(seed)
        self.gateway = Gateway(self.world)
        self.interactions = Interactions(self.world)
        self.door = Door(self.world, self.limits, self.faults, checked=checked)
        super().__init__()

    @property
    def gateway_url(self) -> str:
        """Where the gateway listens."""
        return f"ws://{self._address}/gateway/"

    @property
    def token(self) -> str:
        """The bot's token."""
        return self.world.application.token

    @property
    def requests(self) -> list[Asking]:
        """Every request to the API, oldest first."""
        return self.door.requests

    @property
    def problems(self) -> list[Doubt]:
        """What the published description forbids and was sent all the same: none, at the end of a test."""
        return self.door.problems

    @property
    def doubts(self) -> list[Doubt]:
        """What the published description doesn't know, and doesn't forbid."""
        return self.door.doubts

    @property
    def invalid_requests(self) -> int:
        """Answers that count towards a ban."""
        return self.limits.invalid

    async def __aenter__(self) -> Self:
        await super().__aenter__()
        self.world.cdn_url = self.url
        return self

    async def _closed(self) -> None:
        await self.gateway.close()

    def _app(self) -> web.Application:
        app = web.Application(middlewares=[self.door.middleware], client_max_size=_MAX_REQUEST)
        app.add_routes([*self.gateway.routes(), web.get("/attachments/{file_id}/{name}", self._file)])
        for resource in (accounts, pins, messages, threads, thread_members, channels, guilds, commands):
            for route, handler in resource.routes().items():
                method, path = route.split(" ", 1)
                app.router.add_route(method, API + path, served(handler))
        app.add_routes(callbacks.routes(self.interactions))
        return app

    async def _file(self, request: web.Request) -> web.Response:
        """What was uploaded, as the file store serves it, with the network's slowness."""
        await asyncio.sleep(self.faults.latency)
        number = request.match_info["file_id"]
        found = self.world.files.get(int(number)) if number.isdigit() else None
        if found is None or found.filename != request.match_info["name"]:
            raise web.HTTPNotFound
        return web.Response(body=found.content, content_type=found.content_type or "application/octet-stream")
