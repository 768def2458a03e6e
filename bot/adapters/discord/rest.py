"""Asks Discord's REST API through discord.py's route buckets, and never waits there for longer than a delivery may."""

import asyncio
import json
from collections.abc import Mapping
from datetime import timedelta
from functools import partial
from typing import Any

import aiohttp
import discord
import structlog
from discord.http import MultipartParameters, Route

from bot.adapters.discord.invalid_requests import InvalidRequests
from bot.adapters.discord.refusals import START_PAUSE, Broken, Limited, Unanswered
from bot.core.effects import Scope

Json = Mapping[str, Any]
"""An object of Discord's; it goes no further than the module that asked for it."""

LONGEST_CALL = 15.0
"""Seconds for one answer: less than an effect's time in flight."""
LONGEST_WAIT = 2.0
"""Seconds of a route's rate limit that are waited for here; a longer one gives the effect back."""
REQUESTS_A_SECOND = 48.0
"""Below Discord's 50 for all routes but interactions (topics, rate limits: global rate limit)."""
MADE_UP_FOR = 0.5
"""How much of the time between two requests one may be late and the next still be on time; more than that is not
caught up with, which would be a burst."""
REPEATS = (0.5, 1.0)
"""Seconds before a call that Discord failed is asked again, and once more, where that can't do it twice."""
DOWN_AFTER = 4
"""Failures in a row after which nothing is repeated: that isn't chance, and waiting is for whoever asked."""

_CLOUDFLARE_PAUSE = 600.0
_SERVER_ERROR = 500

_log = structlog.get_logger(__name__)


class Rest:
    """The API as a logged-in client speaks to it."""

    def __init__(
        self, client: discord.Client, invalid: InvalidRequests, requests_a_second: float = REQUESTS_A_SECOND
    ) -> None:
        self._client, self._invalid = client, invalid
        self._pace = 1 / requests_a_second
        self._next = 0.0
        self._gate = asyncio.Lock()
        self._paused: dict[str, float] = {}
        self._failures = 0

    @property
    def me(self) -> str:
        """The bot's own account; only a client that is logged in knows it.

        Raises:
            Limited: it isn't yet, and goes on trying by itself.
        """
        if self._client.user is None:
            raise Limited(START_PAUSE, Scope.PLATFORM)
        return str(self._client.user.id)

    async def ask(
        self,
        method: str,
        path: str,
        body: Json | None = None,
        *,
        message: MultipartParameters | None = None,
        query: Json | None = None,
        reason: str = "",
        repeatable: bool | None = None,
        **ids: str,
    ) -> Any:  # noqa: ANN401  an object or a list, as the route has it; whoever asks reads it into values
        """Ask one thing; `path` has the names of `ids` in braces.

        `repeatable` says whether asking twice does it once: unless told, everything does but POST.

        Raises:
            discord.HTTPException: Discord refused it.
            Limited: it isn't to be asked now.
            Broken: Discord failed.
            Unanswered: no answer came.
        """
        options = {"reason": reason or None, **_body(body, message)}
        if query:
            options["params"] = query
        route = Route(method, path, **ids)
        for pause in REPEATS:
            try:
                return await self._ask(route, options)
            except Broken:
                if not (method != "POST" if repeatable is None else repeatable) or self._failures >= DOWN_AFTER:
                    raise
            await asyncio.sleep(pause)
        return await self._ask(route, options)

    async def _ask(self, route: Route, options: Mapping[str, Any]) -> Any:  # noqa: ANN401  as above
        bucket = _bucket(route)
        await self._turn(bucket)
        for file in options.get("files", ()):
            file.reset(seek=True)
        try:
            return await self._client.http.request(
                route,
                middlewares=(partial(self._hold, bucket),),
                raise_for_status=partial(self._look_at, bucket),
                timeout=aiohttp.ClientTimeout(total=LONGEST_CALL),
                **options,
            )
        except aiohttp.ClientConnectorError as error:
            raise Unanswered(type(error).__name__, maybe_done=False) from error
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            raise Unanswered(type(error).__name__, maybe_done=route.method == "POST") from error

    async def _turn(self, bucket: str) -> None:
        """Wait for a turn among all requests; what must be left alone for longer isn't asked."""
        if self._client.user is None:
            raise Limited(START_PAUSE, Scope.PLATFORM)
        await self._pauses_over(bucket)
        async with self._gate:
            if (wait := self._next - _moment()) > 0:
                await asyncio.sleep(wait)
            moment = _moment()
            is_in_time = moment - self._next <= self._pace * MADE_UP_FOR
            self._next = (self._next if is_in_time else moment) + self._pace

    async def _hold(
        self, bucket: str, request: aiohttp.ClientRequest, handler: aiohttp.ClientHandlerType
    ) -> aiohttp.ClientResponse:
        """Look once more before it goes: discord.py may have kept it while a pause began."""
        await self._pauses_over(bucket)
        return await handler(request)

    async def _pauses_over(self, bucket: str) -> None:
        if (pause := self._invalid.pause()) is not None:
            raise Limited(pause, Scope.PLATFORM)
        await self._pause_over(_EVERYTHING, Scope.PLATFORM)
        await self._pause_over(bucket, Scope.ROUTE)

    async def _pause_over(self, name: str, scope: Scope) -> None:
        until = self._paused.get(name)
        left = until - _moment() if until is not None else 0.0
        if left > LONGEST_WAIT:
            raise Limited(timedelta(seconds=left), scope)
        if left > 0:
            await asyncio.sleep(left)

    async def _look_at(self, bucket: str, response: aiohttp.ClientResponse) -> None:
        """Take an answer in before discord.py does, which would sleep on a limit and repeat after a failure.

        A creation that failed may have happened: it isn't for a loop to repeat it, but for the next try, which looks.
        """
        self._invalid.note(response.status)
        self._failures = self._failures + 1 if response.status >= _SERVER_ERROR else 0
        if response.status == _TOO_MANY:
            await self._slow_down(bucket, response)
        if response.status >= _SERVER_ERROR:
            raise Broken(response.status)

    async def _slow_down(self, bucket: str, response: aiohttp.ClientResponse) -> None:
        told = _told(await response.text())
        scope = Scope.PLATFORM if told is None or told.get("global") else Scope.ROUTE
        after = float(response.headers.get("Retry-After", _CLOUDFLARE_PAUSE)) if told is None else told["retry_after"]
        _log.warning("discord_rate_limited", route=bucket, seconds=after, scope=scope.value)
        moment = _moment()
        self._paused = {name: until for name, until in self._paused.items() if until > moment}
        self._paused[bucket if scope is Scope.ROUTE else _EVERYTHING] = moment + after
        if scope is Scope.PLATFORM or after > LONGEST_WAIT:
            raise Limited(timedelta(seconds=after), scope)


_TOO_MANY = 429
_EVERYTHING = ""


def _moment() -> float:
    return asyncio.get_running_loop().time()


def _bucket(route: Route) -> str:
    return f"{route.key} {route.major_parameters}"


def _body(body: Json | None, message: MultipartParameters | None) -> dict[str, Any]:
    if message is None:
        return {} if body is None else {"json": body}
    if message.files:
        return {"files": message.files, "form": message.multipart}
    return {"json": message.payload}


def _told(text: str) -> Json | None:
    """Read Discord's own refusal; what stands before it answers in other words."""
    try:
        told = json.loads(text)
    except ValueError:
        return None
    return told if isinstance(told, dict) and "retry_after" in told else None
