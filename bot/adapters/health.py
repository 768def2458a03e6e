"""Whether the process lives and can serve, for whoever watches it."""

from collections.abc import Awaitable, Callable, Mapping
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

Probe = Callable[[], Awaitable[bool]]


class Health:
    """`/healthz`: the process answers; `/readyz`: every part that it needs is at work, each by name."""

    def __init__(self, probes: Mapping[str, Probe]) -> None:
        self._probes = probes

    def routes(self) -> list[BaseRoute]:
        """List the routes."""
        return [Route("/healthz", self._alive), Route("/readyz", self._ready)]

    async def _alive(self, _request: Request) -> Response:
        return PlainTextResponse("ok\n")

    async def _ready(self, _request: Request) -> Response:
        parts = {name: await _answers(probe) for name, probe in self._probes.items()}
        status = HTTPStatus.OK if all(parts.values()) else HTTPStatus.SERVICE_UNAVAILABLE
        return JSONResponse({"ready": all(parts.values()), **parts}, status)


async def _answers(probe: Probe) -> bool:
    try:
        return await probe()
    except Exception:  # noqa: BLE001  a part that fails when asked is not at work
        return False
