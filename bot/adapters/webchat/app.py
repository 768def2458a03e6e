"""The local web chat as one web application: its routes, its guard, its way of saying no."""

from collections.abc import Collection
from http import HTTPStatus
from pathlib import Path
from zoneinfo import ZoneInfo

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from bot.adapters.webchat.clock import ProgrammeClock
from bot.adapters.webchat.desk import Desk, spoken
from bot.adapters.webchat.guard import Guard
from bot.adapters.webchat.live import Live
from bot.adapters.webchat.pages import Pages
from bot.adapters.webchat.people import People
from bot.adapters.webchat.posts import Posts
from bot.adapters.webchat.render import Speaker, Templates
from bot.adapters.webchat.server import accounts
from bot.adapters.webchat.server.accounts import LONGEST_NAME
from bot.adapters.webchat.server.errors import NoSuchAccount, Refusal
from bot.adapters.webchat.server.messages import LONGEST_MESSAGE
from bot.adapters.webchat.server.platform import Platform
from bot.adapters.webchat.showing import Showing
from bot.core.dialogue.conversation import Conversation
from bot.core.ui.pictures import Painter

_STATIC = Path(__file__).parent / "static"
_PLACE = "/as/{account}/in/{place}"

_SENTENCES = {
    HTTPStatus.NOT_FOUND: "webchat-error-not-found",
    HTTPStatus.FORBIDDEN: "webchat-error-foreign",
    HTTPStatus.MISDIRECTED_REQUEST: "webchat-error-host",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "webchat-error-too-big",
    HTTPStatus.INTERNAL_SERVER_ERROR: "webchat-error-failed",
}


def create_app(
    platform: Platform,
    *,
    conversation: Conversation,
    painter: Painter,
    clock: ProgrammeClock,
    hosts: Collection[str] = (),
) -> Starlette:
    """Build the page over a platform that `WebChat` delivers to; `hosts` are names beside the loopback ones."""
    templates = Templates(conversation)
    desk = Desk(platform, conversation, clock, templates, Showing(templates, conversation, painter))
    refusals = Refusals(platform, templates, conversation)
    return Starlette(
        routes=_routes(desk),
        middleware=[Middleware(Guard, hosts=hosts, refuse=refusals.page)],
        exception_handlers={
            HTTPException: refusals.of_http,
            Refusal: refusals.of_platform,
        },
    )


class Refusals:
    """Saying no: to a script in a sentence, to a browser on a page."""

    def __init__(self, platform: Platform, templates: Templates, conversation: Conversation) -> None:
        self._platform = platform
        self._templates = templates
        self._conversation = conversation

    def page(self, request: Request, status: HTTPStatus) -> Response:
        """Refuse by an HTTP status, before anybody is known."""
        return self._say(request, status, _SENTENCES.get(status, "webchat-error-unknown"), spoken(request))

    async def of_http(self, request: Request, error: Exception) -> Response:
        """Refuse what no route takes."""
        status = error.status_code if isinstance(error, HTTPException) else HTTPStatus.BAD_REQUEST
        return self.page(request, HTTPStatus(status))

    async def of_platform(self, request: Request, error: Exception) -> Response:
        """Refuse what the chat server refused."""
        refusal = error if isinstance(error, Refusal) else Refusal()
        language = await self._language(request)
        return self._say(request, HTTPStatus(refusal.status), refusal.key, language)

    async def _language(self, request: Request) -> str:
        try:
            account = await self._platform.ask(accounts.find, request.path_params.get("account", ""))
        except NoSuchAccount:
            return spoken(request)
        return account.language or spoken(request)

    def _say(self, request: Request, status: HTTPStatus, key: str, language: str) -> Response:
        sentence = Speaker(self._conversation, language)(key, longest=LONGEST_MESSAGE, name=LONGEST_NAME)
        if "application/json" in request.headers.get("accept", ""):
            return JSONResponse({"trouble": sentence}, status_code=status)
        page = self._templates.draw("error.html", language, ZoneInfo("UTC"), sentence=sentence, status=status.value)
        return HTMLResponse(page, status_code=status)


def _routes(desk: Desk) -> list[BaseRoute]:
    pages, live, people = Pages(desk), Live(desk), People(desk)
    posts = Posts(desk, live)
    return [
        Route("/", pages.door),
        Route("/as/{account}", pages.persona),
        Route(_PLACE, pages.place),
        Route(f"{_PLACE}/places", pages.places),
        Route(f"{_PLACE}/guide", pages.guide),
        Route(f"{_PLACE}/commands", pages.commands),
        Route(f"{_PLACE}/search", pages.search),
        Route(f"{_PLACE}/events", live.events),
        Route(f"{_PLACE}/say", posts.say, methods=["POST"]),
        Route(f"{_PLACE}/press", posts.press, methods=["POST"]),
        Route(f"{_PLACE}/form", posts.fill, methods=["POST"]),
        Route(f"{_PLACE}/cancel", posts.cancel, methods=["POST"]),
        Route(f"{_PLACE}/dismiss", posts.dismiss, methods=["POST"]),
        Route(f"{_PLACE}/read", posts.read, methods=["POST"]),
        Route("/people", people.add, methods=["POST"]),
        Route("/as/{account}/change", people.change, methods=["POST"]),
        Route("/as/{account}/leave", people.leave, methods=["POST"]),
        Route("/as/{account}/return", people.come_back, methods=["POST"]),
        Route("/as/{account}/clock", people.advance, methods=["POST"]),
        Mount("/webchat", StaticFiles(directory=_STATIC)),
    ]
