"""HTTP to Telegram as the library does it, with failures told apart that the library throws together."""

import os
from functools import lru_cache
from ssl import SSLContext
from typing import Any

import httpx
from telegram.error import NetworkError
from telegram.request import HTTPXRequest

from bot.adapters.telegram.refusals import Broken, Declined, Trouble, Unanswered

CONNECTIONS = 64
"""At once: more than effects in flight and answers to people together."""
CONNECT, READ, WRITE, UPLOAD, POOL = 5.0, 12.0, 8.0, 15.0, 2.0
"""Seconds; together less than a delivery may take, uploads aside."""

_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError, httpx.UnsupportedProtocol)
_SERVER_ERROR, _GATEWAY_TIMEOUT, _TOO_LARGE = 500, 504, 413


class Failed(NetworkError):
    """Telegram answered with a status that says nothing about what was asked."""

    def __init__(self, status: int) -> None:
        super().__init__(f"status {status}")
        self.status = status


class Requests(HTTPXRequest):
    """The library's requests; the library itself forgets the status of an answer."""

    async def do_request(self, *given: Any, **named: Any) -> tuple[int, bytes]:  # noqa: ANN401  as they come
        """Ask, and look at the status before the library does."""
        status, body = await super().do_request(*given, **named)
        if status >= _SERVER_ERROR or status == _TOO_LARGE:
            raise Failed(status)
        return status, body


def requests(connections: int = CONNECTIONS) -> Requests:
    """Make a pool of connections."""
    os.environ["PTB_TIMEDELTA"] = "true"  # the library's switch for durations in place of bare numbers
    return Requests(
        connection_pool_size=connections,
        connect_timeout=CONNECT,
        read_timeout=READ,
        write_timeout=WRITE,
        media_write_timeout=UPLOAD,
        pool_timeout=POOL,
        httpx_kwargs={"verify": _trusted()},
    )


def trouble_of(error: NetworkError, *, once: bool) -> Trouble:
    """Say what a failure is; `once`: asking for it twice does it twice."""
    if isinstance(error, Failed):
        return _failure(error.status, once=once)
    cause = error.__cause__
    if not isinstance(cause, httpx.HTTPError):
        return Unanswered("no answer", maybe_done=once)
    return Unanswered(type(cause).__name__, maybe_done=once and not isinstance(cause, _NOT_SENT))


@lru_cache(maxsize=1)
def _trusted() -> SSLContext:
    """Read whom to trust once a process, and not for each pool."""
    return httpx.create_ssl_context()


def _failure(status: int, *, once: bool) -> Trouble:
    if status == _TOO_LARGE:
        return Declined("request entity too large")
    if status == _GATEWAY_TIMEOUT and once:  # what stands before Telegram gave up waiting for it
        return Unanswered(f"status {status}", maybe_done=True)
    return Broken(status)
