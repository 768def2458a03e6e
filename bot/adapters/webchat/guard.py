"""Who may ask: this machine's own pages, over its own names, in requests of a sane size."""

from collections.abc import Callable, Collection
from http import HTTPStatus
from urllib.parse import urlsplit

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.adapters.webchat.limits import LONGEST_BODY

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})

_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_log = structlog.get_logger()
_SAFE = frozenset({"GET", "HEAD"})

Refuse = Callable[[Request, HTTPStatus], Response]
"""Draw the page that says why not."""


class TooBig(Exception):
    """The body passed the limit while it was being read."""


class Guard:
    """Wraps the page: checks the host, the origin and the size of every request, and dresses every answer."""

    def __init__(self, app: ASGIApp, hosts: Collection[str], refuse: Refuse) -> None:
        self._app = app
        self._hosts = LOOPBACK | {each.lower() for each in hosts}
        self._refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        dressed = _Dressed(send)
        status = _objection(scope["method"], Headers(scope=scope), self._hosts)
        if status is not None:
            await self._refuse(Request(scope), status)(scope, receive, dressed)
            return
        try:
            await self._app(scope, _Measured(receive), dressed)
        except TooBig:
            await self._refuse(Request(scope), HTTPStatus.REQUEST_ENTITY_TOO_LARGE)(scope, receive, dressed)
        except Exception:
            if dressed.begun:
                raise
            _log.exception("webchat_request_failed", method=scope["method"], path=scope["path"])
            await self._refuse(Request(scope), HTTPStatus.INTERNAL_SERVER_ERROR)(scope, receive, dressed)


def _objection(method: str, headers: Headers, hosts: Collection[str]) -> HTTPStatus | None:
    host = headers.get("host", "")
    if _name(host) not in hosts:  # a foreign name that leads here is another site's way in (DNS rebinding)
        return HTTPStatus.MISDIRECTED_REQUEST
    if not (_reads_from_here(headers) if method in _SAFE else _writes_from_here(headers, host)):
        return HTTPStatus.FORBIDDEN
    length = headers.get("content-length", "0")
    if not length.isdecimal() or int(length) > LONGEST_BODY:
        return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    return None


def _reads_from_here(headers: Headers) -> bool:
    """A link from elsewhere may open a page; nothing from elsewhere may fetch, frame or embed one."""
    site = headers.get("sec-fetch-site", "none")
    opens = headers.get("sec-fetch-mode") == "navigate" and headers.get("sec-fetch-dest") == "document"
    return site in {"same-origin", "none"} or opens


def _writes_from_here(headers: Headers, host: str) -> bool:
    """Say whether a page of ours sent it: a browser names its site or its origin, and neither can be forged by a page.

    Under our referrer policy a plain form says "null" for its origin, so the site's word counts there.
    """
    site, source = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None and site != "same-origin":
        return False
    if source is None or source == "null":
        return site is not None
    return urlsplit(source).netloc.lower() == host.lower()


def _name(host: str) -> str:
    try:
        return (urlsplit(f"//{host}").hostname or "").lower()
    except ValueError:
        return ""


class _Measured:
    """A request's body, which ends where it grows too long."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._left = LONGEST_BODY

    async def __call__(self) -> Message:
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            raise TooBig
        return message


class _Dressed:
    """An answer, with the headers that every answer has."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.begun = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.begun = True
            headers = MutableHeaders(scope=message)
            headers.update(_HEADERS)
            headers.setdefault("Cache-Control", "no-store")
        await self._send(message)
