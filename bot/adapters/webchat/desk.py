"""What every route of the page needs: the platform, the conversation, and who is looking."""

from dataclasses import dataclass, replace
from urllib.parse import quote, unquote
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from starlette.requests import Request
from starlette.responses import HTMLResponse

from bot.adapters.webchat import inbound
from bot.adapters.webchat.clock import ProgrammeClock
from bot.adapters.webchat.render import Speaker, Templates, Viewer
from bot.adapters.webchat.server import accounts, places
from bot.adapters.webchat.server.model import Account, Place
from bot.adapters.webchat.server.platform import Platform
from bot.adapters.webchat.showing import Showing
from bot.core.dialogue.conversation import Conversation
from bot.core.ui.inbound import Origin

ZONE_COOKIE = "menteo-zone"
"""What the page keeps the browser's zone in: the suggestion that a form begins with, and nothing else."""


@dataclass
class Desk:
    """Held by all routes; `is_advancing` says whether the clock is on its way."""

    platform: Platform
    conversation: Conversation
    clock: ProgrammeClock
    templates: Templates
    showing: Showing
    is_advancing: bool = False

    async def viewer(self, request: Request) -> Viewer:
        """Say who looks, from the address; raises `NoSuchAccount` where they aren't in the community."""
        account = await self.platform.ask(accounts.find_present, request.path_params["account"])
        return await self.viewer_as(request, account)

    async def viewer_as(self, request: Request, account: Account) -> Viewer:
        """Look as an account."""
        zone = account.zone or await self.clock.zone()
        return Viewer(account, account.language or spoken(request), _zone(zone), local_zone(request))

    async def at_present(self, viewer: Viewer) -> Viewer:
        """Look as the same persona in the zone that holds by now: a window may be older than the programme."""
        return replace(viewer, zone=_zone(viewer.account.zone or await self.clock.zone()))

    async def place(self, request: Request, viewer: Viewer) -> Place:
        """Say where, from the address; raises `NoSuchPlace` where the viewer may not look."""
        return await self.platform.ask(places.find_visible, viewer.account.id, request.path_params["place"])

    async def here(self, request: Request) -> tuple[Viewer, Place]:
        """Say who looks and where."""
        viewer = await self.viewer(request)
        return viewer, await self.place(request, viewer)

    def origin(self, viewer: Viewer, place: Place | None, update: str) -> Origin:
        """Say who did something and where, for the core."""
        return inbound.origin(viewer.account, place, update, viewer.language, viewer.local)

    def words(self, viewer: Viewer) -> Speaker:
        """Speak to a viewer."""
        return Speaker(self.conversation, viewer.language)

    def page(self, template: str, viewer: Viewer, /, **facts: object) -> HTMLResponse:
        """Answer with a drawn template."""
        return HTMLResponse(self.templates.draw(template, viewer.language, viewer.zone, viewer=viewer.account, **facts))


def spoken(request: Request) -> str:
    """Say which language a browser asks for first."""
    first = request.headers.get("accept-language", "").split(",")[0]
    return first.split(";")[0].strip()


def local_zone(request: Request) -> str:
    """Say which time zone a browser is in, as its page has noted it; empty where there is no such zone here."""
    zone = unquote(request.cookies.get(ZONE_COOKIE, ""))
    return zone if zone and _zone(zone).key == zone else ""


def address(account: str, place: str) -> str:
    """Say where a persona sees a place."""
    return f"/as/{quote(account)}/in/{quote(place)}"


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # the core's own check may be of another release's zones
        return ZoneInfo("UTC")
