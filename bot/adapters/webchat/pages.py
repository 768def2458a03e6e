"""The pages and the parts of them that are read: a place, the list of places, the guide, completions."""

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from bot.adapters.webchat import commands
from bot.adapters.webchat.desk import Desk, address
from bot.adapters.webchat.numbers import whole
from bot.adapters.webchat.render import Viewer
from bot.adapters.webchat.server import accounts, messages, places
from bot.adapters.webchat.server.accounts import direct_place
from bot.adapters.webchat.server.errors import NoSuchAccount
from bot.adapters.webchat.server.messages import LONGEST_MESSAGE
from bot.adapters.webchat.server.model import PlaceKind
from bot.adapters.webchat.server.sample import COMMUNITY_NAME, LOBBY
from bot.core.ui.inbound import Searched

_LONGEST_SEARCH = 100


class Pages:
    """Routes that only read."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def door(self, request: Request) -> Response:  # noqa: ARG002 - every route is given one
        """Lead to the community's first place, as the first persona that is there."""
        people = await self._desk.platform.ask(accounts.everybody)
        first = next((each for each in people if each.present), None)
        if first is None:
            raise NoSuchAccount
        return RedirectResponse(address(first.id, LOBBY), status_code=303)

    async def persona(self, request: Request) -> Response:
        """Lead a persona to the lobby."""
        viewer = await self._desk.viewer(request)
        return RedirectResponse(address(viewer.account.id, LOBBY), status_code=303)

    async def place(self, request: Request) -> Response:
        """Draw the whole page, or for those who left the way back in."""
        account = await self._desk.platform.ask(accounts.find, request.path_params["account"])
        viewer = await self._desk.viewer_as(request, account)
        people = await self._desk.platform.ask(accounts.everybody)
        if not account.present:
            return self._desk.page("left.html", viewer, people=people, lobby=LOBBY)
        place = await self._desk.place(request, viewer)
        before = whole(request.query_params.get("before", ""))
        window = await self._desk.platform.ask(messages.window, account.id, place.id, before)
        shown = [] if before else [each for each in window.pinned if each not in window.messages]
        return self._desk.page(
            "place.html",
            viewer,
            community=COMMUNITY_NAME,
            people=people,
            place=place,
            sections=await self._sections(viewer),
            drawn=await self._desk.showing.messages([*reversed(shown), *window.messages], viewer, place),
            pinned=window.pinned,
            window=window,
            is_earlier=before is not None,
            guide=await self._steps(viewer),
            direct=direct_place(account.id),
            now=await self._desk.clock.now(),
            is_advancing=self._desk.is_advancing,
            longest=LONGEST_MESSAGE,
        )

    async def places(self, request: Request) -> HTMLResponse:
        """Draw the list of places again."""
        viewer, place = await self._desk.here(request)
        return self._desk.page("places.html", viewer, place=place, sections=await self._sections(viewer))

    async def guide(self, request: Request) -> HTMLResponse:
        """Draw the guide again."""
        viewer, place = await self._desk.here(request)
        people = await self._desk.platform.ask(accounts.everybody)
        facts = {"people": people, "guide": await self._steps(viewer), "direct": direct_place(viewer.account.id)}
        return self._desk.page("guide.html", viewer, place=place, **facts)

    async def commands(self, request: Request) -> JSONResponse:
        """List the commands that this persona may give here."""
        viewer, place = await self._desk.here(request)
        cards = await self._desk.conversation.commands(self._desk.origin(viewer, place, ""))
        return JSONResponse(commands.listed(cards))

    async def search(self, request: Request) -> JSONResponse:
        """Complete what is being typed in a searched field."""
        viewer, place = await self._desk.here(request)
        searched = Searched(
            self._desk.origin(viewer, place, ""),
            request.query_params.get("source", "")[:_LONGEST_SEARCH],
            request.query_params.get("text", "")[:_LONGEST_SEARCH],
        )
        found = await self._desk.conversation.search(searched)
        return JSONResponse(
            [{"value": each.value, "label": each.label, "description": each.description} for each in found]
        )

    async def _sections(self, viewer: Viewer) -> list[tuple[PlaceKind, list[object]]]:
        found = await self._desk.platform.ask(places.visible, viewer.account.id)
        return [(kind, [each for each in found if each.kind is kind]) for kind in PlaceKind]

    async def _steps(self, viewer: Viewer) -> object:
        return await self._desk.conversation.guide(self._desk.origin(viewer, None, ""))
