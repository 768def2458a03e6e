"""Who is there, and when: personas come, change, leave and come back, and the clock moves."""

from uuid import uuid4
from zoneinfo import available_timezones

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from bot.adapters.webchat import inbound
from bot.adapters.webchat.clock import Step, target
from bot.adapters.webchat.desk import Desk, address
from bot.adapters.webchat.render import Viewer
from bot.adapters.webchat.server import accounts
from bot.adapters.webchat.server.errors import Busy, Refusal
from bot.adapters.webchat.server.sample import LOBBY
from bot.core.ui.inbound import Arrived, Departed

_STEPS = {step.value: step for step in Step}
LANGUAGES = ("", "en", "es")
"""What a persona may speak: the browser's own language, or one of the catalogue's."""


class People:
    """Routes of the community as a whole."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def add(self, request: Request) -> Response:
        """Let somebody new come."""
        account = await self._desk.platform.ask(accounts.add_person, _one(await inbound.read(request), "name"), "")
        await self._arrived(await self._desk.viewer_as(request, account))
        return _led(request, account.id)

    async def change(self, request: Request) -> Response:
        """Change a persona's name, language and time zone."""
        viewer = await self._desk.viewer(request)
        sent = await inbound.read(request)
        language, zone = _one(sent, "language"), _one(sent, "zone")
        account = await self._desk.platform.ask(
            accounts.change,
            viewer.account.id,
            _one(sent, "name"),
            language if language in LANGUAGES else "",
            zone if zone in available_timezones() else "",
        )
        await self._arrived(await self._desk.viewer_as(request, account))
        return _led(request, account.id)

    async def leave(self, request: Request) -> Response:
        """Let a persona leave the community."""
        viewer = await self._desk.viewer(request)
        # The core hears of it first: were it the last to, a death between the two would leave it a member for good.
        await self._desk.conversation.handle(Departed(self._desk.origin(viewer, None, uuid4().hex)))
        await self._desk.platform.ask(accounts.set_present, viewer.account.id, present=False)
        self._desk.platform.bell.stir()
        return _led(request, viewer.account.id)

    async def come_back(self, request: Request) -> Response:
        """Let a persona that left come back."""
        account = await self._desk.platform.ask(accounts.find, request.path_params["account"])
        account = await self._desk.platform.ask(accounts.set_present, account.id, present=True)
        await self._arrived(await self._desk.viewer_as(request, account))
        return _led(request, account.id)

    async def advance(self, request: Request) -> Response:
        """Move the programme's clock on, one mover at a time."""
        viewer = await self._desk.viewer(request)
        step = _STEPS.get(_one(await inbound.read(request), "step"))
        if step is None:
            raise Refusal
        if self._desk.is_advancing:
            raise Busy
        self._desk.is_advancing = True
        self._desk.platform.bell.turn()
        try:
            await self._desk.clock.advance(target(step, await self._desk.clock.now(), viewer.zone))
        finally:
            self._desk.is_advancing = False
            self._desk.platform.bell.turn()
            self._desk.platform.bell.stir()
        return _led(request, viewer.account.id)

    async def _arrived(self, viewer: Viewer) -> None:
        """Tell the core of a persona; what it answers has no place to be shown in."""
        await self._desk.conversation.handle(Arrived(self._desk.origin(viewer, None, uuid4().hex)))
        self._desk.platform.bell.stir()


def _led(request: Request, account: str) -> Response:
    where = address(account, LOBBY)
    if "application/json" in request.headers.get("accept", ""):
        return JSONResponse({"to": where})
    return RedirectResponse(where, status_code=303)


def _one(sent: inbound.Sent, name: str) -> str:
    return next(iter(sent.get(name, ())), "")
