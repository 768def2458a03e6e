"""The address at which Telegram brings updates: each is kept before Telegram is told that we have it."""

import asyncio
import hmac
import json
from collections.abc import Sequence
from http import HTTPStatus
from typing import Final, Protocol

import structlog
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.adapters.telegram.updates import ALLOWED
from bot.logs import frames_of

HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"
LARGEST: Final = 1024 * 1024
"""Bytes of one update; Telegram's are far smaller."""
CONNECTIONS: Final = 40
"""That Telegram opens at once (setWebhook: its own default)."""

_log = structlog.get_logger(__name__)


class Mailbox(Protocol):
    """Keeps updates until they are taken in."""

    async def put(self, update: int, payload: str) -> None:
        """Keep one; the same one again changes nothing, also when it was taken in before."""

    async def take(self, limit: int) -> Sequence[tuple[int, str]]:
        """Return the oldest that are kept, in the order of their ids."""

    async def done(self, updates: Sequence[int]) -> None:
        """Let go of these."""


class Calls(Protocol):
    """What of the Bot API is asked; `telegram.Bot` has it."""

    async def set_webhook(
        self,
        url: str,
        *,
        max_connections: int | None = None,
        allowed_updates: Sequence[str] | None = None,
        secret_token: str | None = None,
    ) -> bool:
        """Have updates brought to an address."""


class Webhook:
    """One secret address. `path` is hard to guess, and `secret` comes with every call."""

    def __init__(self, mailbox: Mailbox, path: str, secret: str) -> None:
        self._mailbox, self._path, self._secret = mailbox, path, secret.encode()
        self.arrived = asyncio.Event()
        """Is set when something was kept."""

    @property
    def route(self) -> Route:
        """The way to it in a web application."""
        return Route(f"/telegram/{self._path}", self.receive, methods=["POST"])

    async def register(self, bot: Calls, public_url: str) -> None:
        """Have Telegram bring updates here; what it asks for beside is what we read.

        Raises:
            TelegramError: it can't be asked now, or doesn't take the address.
        """
        await bot.set_webhook(
            f"{public_url.rstrip('/')}/telegram/{self._path}",
            max_connections=CONNECTIONS,
            allowed_updates=ALLOWED,
            secret_token=self._secret.decode(),
        )

    async def receive(self, request: Request) -> Response:
        """Keep an update; whoever isn't Telegram changes nothing, and is told nothing."""
        if not hmac.compare_digest(request.headers.get(HEADER, "").encode("latin-1", "replace"), self._secret):
            return Response(status_code=HTTPStatus.UNAUTHORIZED)
        body = await _body(request)
        if body is None:
            return Response(status_code=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        update = _update_id(body)
        if update is None:
            return Response(status_code=HTTPStatus.BAD_REQUEST)
        try:
            await self._mailbox.put(update, body.decode())
        except Exception as error:  # noqa: BLE001  Telegram brings it again
            _log.error("telegram_update_not_kept", update=update, **frames_of(error))
            return Response(status_code=HTTPStatus.SERVICE_UNAVAILABLE)
        self.arrived.set()
        return Response(status_code=HTTPStatus.OK)


async def _body(request: Request) -> bytes | None:
    """Read it, as far as it may be long; a length that is promised isn't trusted."""
    chunks, length = [], 0
    async for chunk in request.stream():
        chunks.append(chunk)
        length += len(chunk)
        if length > LARGEST:
            return None
    return b"".join(chunks)


def _update_id(body: bytes) -> int | None:
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        return None
    number = told.get("update_id") if isinstance(told, dict) else None
    return number if isinstance(number, int) and not isinstance(number, bool) else None
