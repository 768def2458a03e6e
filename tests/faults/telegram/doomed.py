"""The real program at Telegram in a process of its own, which dies at a chosen operation and has little time."""

import asyncio
import os
import time
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event

from bot import at_telegram  # noqa: F401  loaded before the fork
from bot.adapters.telegram.requests import Requests
from bot.app import build
from bot.logs import set_up_logs
from bot.settings import load_settings
from bot.simulation.doom import Doom

HASTE = 30
"""How much faster than the wall's the machine's time passes: turns, pauses and leases."""
_NOTHING_NEW = b'"result": []}'
_COMMITTED = "committed"


class Hasty:
    """Machine time in a hurry."""

    def __init__(self) -> None:
        self._began_at, self._began = datetime.now(UTC), time.monotonic()

    def now(self) -> datetime:
        return self._began_at + timedelta(seconds=(time.monotonic() - self._began) * HASTE)

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds / HASTE)


class Later:
    """Programme time at some distance from the wall's."""

    def __init__(self, distance: timedelta) -> None:
        self._distance = distance

    def now(self) -> datetime:
        return datetime.now(UTC) + self._distance


def live(environment: Mapping[str, str], last: int | None, distance: timedelta) -> None:
    """Be the program, until it is killed, or kills itself right after the operation with the number `last`.

    What counts is each commit, once it is done, and each answer of Telegram, before anything is made of it.
    """
    os.environ.update(environment)
    doom = Doom(last)
    _count_commits(doom)
    _count_calls(doom)
    settings = load_settings(environment, env_file=None)
    set_up_logs("ERROR", as_json=False, secrets=settings.secrets())
    asyncio.run(_live(build(settings, clock=Later(distance), machine=Hasty())))


async def _live(app: Any) -> None:  # noqa: ANN401
    async with app.running():
        await app.ended.wait()


def _count_commits(doom: Doom) -> None:
    def committing(connection: sa.Connection) -> None:
        connection.info[_COMMITTED] = True

    def over(_connection: object, record: Any, _state: object) -> None:  # noqa: ANN401  a record of the pool's
        if record.info.pop(_COMMITTED, False):
            doom.count()

    event.listen(sa.Engine, "commit", committing)
    event.listen(sa.pool.Pool, "reset", over)


def _count_calls(doom: Doom) -> None:
    ask = Requests.do_request

    async def counted(self: Requests, *given: Any, **named: Any) -> tuple[int, bytes]:  # noqa: ANN401  as they come
        status, body = await ask(self, *given, **named)
        if not body.endswith(_NOTHING_NEW):
            doom.count()
        return status, body

    Requests.do_request = counted  # type: ignore[method-assign]  # counts, and changes nothing
