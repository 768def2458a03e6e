"""What every request passes: the token, the limits, the faults on demand and the published description."""

import asyncio
import json
from dataclasses import dataclass

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from tests.discord.server.ratelimits import Asked, Exceeded, Limits
from tests.discord.server.refusals import Refused, not_found, unauthorised
from tests.discord.server.rest.call import CALL, Call, read_call
from tests.discord.server.rest.contract import contract, refusal
from tests.discord.server.state import World
from tests.discord.server.wire import Json
from tests.servers.faults import Fault, Faults

_PREFIX = "/api/v10"
_WITHOUT_TOKEN = ("/api/v10/interactions/", "/api/v10/webhooks/", "/api/v10/gateway")
_WALL = "error code: 1015"
"""What Discord's wall says to who is banned; it has no `Via`."""


@dataclass(frozen=True)
class Asking:
    """A request that was answered; `at` is by the event loop's clock, when it arrived."""

    method: str
    path: str
    route: str
    """Method and address with names in place of ids."""
    status: int
    at: float
    took: float
    body: object = None
    pause: float = 0.0
    """Seconds for which it, or everything, wasn't to be asked again: what a 429 says."""
    scope: str = ""

    @property
    def answered_at(self) -> float:
        """When its answer left."""
        return self.at + self.took


@dataclass(frozen=True)
class Doubt:
    """What the published description says against a request."""

    request: str
    text: str


class Door:
    """The middleware over every address of the API."""

    def __init__(self, world: World, limits: Limits, faults: Faults, *, checked: bool) -> None:
        self._world, self._limits, self._faults = world, limits, faults
        self._checked = checked
        self.requests: list[Asking] = []
        self.problems: list[Doubt] = []
        self.doubts: list[Doubt] = []

    @property
    def middleware(self) -> Middleware:
        """For aiohttp."""

        @web.middleware
        async def pass_through(request: web.Request, handler: Handler) -> web.StreamResponse:
            if not request.path.startswith(_PREFIX):
                return await handler(request)
            return await self._pass(request, handler)

        return pass_through

    async def _pass(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        loop, asked = asyncio.get_running_loop(), _asked(request)
        arrived = loop.time()
        await asyncio.sleep(self._faults.latency / 2)
        faults = self._faults.drawn(f"{request.method} {request.path.removeprefix(_PREFIX)}")
        response = await self._answer(request, handler, asked, faults)
        await asyncio.sleep(self._faults.latency / 2)
        self._limits.count_answer(response.status, response.headers.get("X-RateLimit-Scope"))
        body = request[CALL].body if CALL in request else None
        took, scope = loop.time() - arrived, response.headers.get("X-RateLimit-Scope", "")
        pause = _pause_in(response) if scope else 0.0
        asking = Asking(request.method, request.path, asked.route, response.status, arrived, took, body, pause, scope)
        self.requests.append(asking)
        if any(fault.loses_reply for fault in faults) and request.transport is not None:
            request.transport.abort()
        return response

    async def _answer(
        self, request: web.Request, handler: Handler, asked: Asked, faults: list[Fault]
    ) -> web.StreamResponse:
        if self._limits.banned:
            return web.Response(status=429, text=_WALL)
        await asyncio.sleep(sum(fault.seconds for fault in faults))
        failing = next((fault for fault in faults if fault.status is not None), None)
        if failing is not None:
            return _failed(failing)
        try:
            response = await self._admitted(request, handler, asked)
        except Refused as refused:
            response = _json(refused.payload(), refused.status)
        except web.HTTPException as error:
            self.problems.append(Doubt(asked.route, "this server knows no such address"))
            response = _json(not_found().payload(), error.status)
        except Exception as error:  # a fault of this server's own, which a client's retries would hide
            self.problems.append(Doubt(asked.route, f"this server broke: {error!r}"))
            raise
        response.headers.update(self._limits.headers(asked))
        return response

    async def _admitted(self, request: web.Request, handler: Handler, asked: Asked) -> web.StreamResponse:
        self._demand_token(request)
        call = await read_call(request, self._world)
        exceeded = self._limits.take(Asked(asked.route, asked.parameters, call.body))
        if exceeded is not None:
            return _limited(exceeded)
        self._check(request, call)
        return await handler(request)

    def _demand_token(self, request: web.Request) -> None:
        wanted = f"Bot {self._world.application.token}"
        given = request.headers.get("Authorization")
        if given is None and request.path.startswith(_WITHOUT_TOKEN):
            return
        if given != wanted:
            raise unauthorised()

    def _check(self, request: web.Request, call: Call) -> None:
        checker = contract() if self._checked else None
        if checker is None:
            return
        found = checker.check(
            request.method, request.path, call.body, query=request.query, files=len(call.files), reason=call.reason
        )
        name = f"{request.method} {request.path}"
        for problem in found:
            kept = self.problems if problem.level == "error" else self.doubts
            kept.append(Doubt(name, str(problem)))
        refused = refusal(found)
        if refused is not None:
            raise refused


def _asked(request: web.Request) -> Asked:
    resource = request.match_info.route.resource
    template = request.path if resource is None else resource.canonical
    return Asked(f"{request.method} {template.removeprefix(_PREFIX)}", request.match_info)


def _pause_in(response: web.StreamResponse) -> float:
    text = response.text if isinstance(response, web.Response) else None
    return float(json.loads(text)["retry_after"]) if text else 0.0


def _failed(fault: Fault) -> web.Response:
    match fault.status:
        case 429:
            return _limited(Exceeded(fault.retry_after, fault.scope))
        case 500:
            return _json({"message": "500: Internal Server Error", "code": 0}, 500)
        case 401:
            return _json(unauthorised().payload(), 401)
        case status:
            return web.Response(status=status or 503, text="upstream connect error", content_type="text/plain")


def _limited(exceeded: Exceeded) -> web.Response:
    return _json(exceeded.payload, 429, exceeded.headers)


def _json(data: Json, status: int, headers: dict[str, str] | None = None) -> web.Response:
    body = json.dumps(data).encode()
    return web.Response(status=status, body=body, content_type="application/json", headers=headers)
