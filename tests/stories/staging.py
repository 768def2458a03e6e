"""The whole program in a story: started, stopped, and its time let pass."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from http import HTTPStatus
from pathlib import Path
from typing import Self
from zoneinfo import ZoneInfo

import httpx2

from bot.app import App, build
from bot.settings import load_settings
from tests.stories.cast import START, StoryClock

MUCH = 10_000
"""As much as a story's people do while the machine's clock stands still."""
PATIENCE = 20.0
"""Seconds in which whatever is waited for has happened."""


@dataclass
class SwiftMachine:
    """The machine's own time: what is waited for passes at once, but something else has its turn meanwhile."""

    at: datetime = START

    def now(self) -> datetime:
        return self.at

    async def sleep(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)
        await asyncio.sleep(0)


class Staged:
    """The program over a database, on the platforms that `environment` has it live on."""

    def __init__(self, data_dir: Path, database_url: str, environment: Mapping[str, str]) -> None:
        always = {"MENTEO_DATA_DIR": str(data_dir), "MENTEO_DATABASE_URL": database_url, "MENTEO_WEB_PORT": "0"}
        self._settings = load_settings({**always, **environment}, env_file=None)
        self._machine = SwiftMachine()
        self._run = AsyncExitStack()
        self.app = self._built()

    @asynccontextmanager
    async def open(self) -> AsyncIterator[Self]:
        """Have the program live."""
        await self.start()
        async with self._run:
            yield self

    async def start(self) -> None:
        """Start it, and wait until it is at work."""
        await self._run.enter_async_context(self.app.running())
        async with httpx2.AsyncClient(base_url=self.app.url) as browser, asyncio.timeout(PATIENCE):
            while not await self._is_at_work(browser):
                pass
        await self.settled()

    async def stop(self) -> None:
        """Stop it."""
        await self._run.aclose()
        self.app = self._built()

    async def restarts(self) -> None:
        """Stop it and start it again over the same data."""
        await self.stop()
        await self.start()

    async def settled(self) -> None:
        """Wait until everything that is due now has been carried out."""
        await self.app.dispatcher.drain()

    @property
    def now(self) -> datetime:
        """The programme's time."""
        return self.app.tools.clock.now()

    async def until(self, moment: datetime) -> None:
        """Let time pass."""
        await self.app.time_travel.advance(moment)
        await self.settled()

    async def later(self, **span: float) -> None:
        """Let some time pass: `hours=49`."""
        await self.until(self.now + timedelta(**span))

    async def retries(self, hours: float = 1) -> None:
        """Let what waits for another try have it."""
        await self._machine.sleep(hours * 3600)
        await self.settled()

    async def monday(self, hour: int = 9, minute: int = 0, zone: str = "Europe/Berlin") -> None:
        """Let time pass until the next Monday at this local time."""
        local = self.now.astimezone(ZoneInfo(zone))
        monday = local + timedelta(days=-local.weekday() % 7)
        monday = monday.replace(hour=hour, minute=minute, second=0, microsecond=0)
        await self.until(monday if monday > local else monday + timedelta(days=7))

    def _built(self) -> App:
        return build(self._settings, clock=StoryClock(), machine=self._machine, burst=MUCH)

    async def _is_at_work(self, browser: httpx2.AsyncClient) -> bool:
        answer = await browser.get("/readyz")
        return answer.status_code == HTTPStatus.OK
