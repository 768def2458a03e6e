"""What arrives at Discord, counted there: where, how often, how fast, and what was answered to it."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus

from benchmarks.discord_crowd import Replies, account_of, chatter, everybody, has_picture, ready
from benchmarks.programme import Founded
from tests.discord.server.app import DiscordServer
from tests.discord.server.rest.door import Asking
from tests.discord.server.state import Event

AFTERWARDS = 1.0
"""Seconds after the last that was awaited, in which more of them would show."""


@dataclass(frozen=True)
class Arrivals:
    """What came, and what Discord said to it."""

    places: int
    """Where something came."""
    doubled: int
    """Messages beyond the first in a place."""
    seconds: float
    """Between the first and the last."""
    requests: int
    """Those that count towards the limit over all."""
    limited: int
    """Answers of 429."""
    refused: int
    """Other answers of 400 and above."""
    replies: Replies
    """Those without a picture."""
    pictured: Replies
    """Those with one."""

    @property
    def rate(self) -> float:
        """Messages a second."""
        return (self.places - 1) / self.seconds if self.seconds else 0.0


@dataclass(frozen=True)
class Watch:
    """Waits until something was said in each of some places, while people do small things."""

    places: frozenset[str]
    talking: float
    """What people do, a second."""
    patience: float
    """Seconds without a message after which no more is expected."""

    async def __call__(self, server: DiscordServer, founded: Founded) -> Arrivals:
        """Do it, and give account."""
        interactions, requests = len(server.interactions.all), len(server.requests)
        arriving, enough = _Arriving(server, self.places), asyncio.Event()
        talking = asyncio.create_task(self._talk(server, founded, enough))
        await arriving.all(self.patience)
        enough.set()
        meant = await talking
        done = server.interactions.all[interactions:]
        plain, pictured = [e for e in done if not has_picture(e)], [e for e in done if has_picture(e)]
        asked, in_place = server.requests[requests:], arriving.in_place
        return Arrivals(
            places=len(in_place),
            doubled=in_place.total() - len(in_place),
            seconds=arriving.last - arriving.first,
            requests=sum(map(_counts, asked)),
            limited=_limited(asked),
            refused=sum(each.status >= HTTPStatus.BAD_REQUEST for each in asked) - _limited(asked),
            replies=account_of(plain, meant - len(pictured)),
            pictured=account_of(pictured, len(pictured)),
        )

    async def _talk(self, server: DiscordServer, founded: Founded, enough: asyncio.Event) -> int:
        if not self.talking:
            return 0
        await ready(server)
        return await chatter(everybody(server, founded), self.talking, enough)


class _Arriving:
    """Counts what the application says in some places, from now on."""

    def __init__(self, server: DiscordServer, places: frozenset[str]) -> None:
        self._world, self._places = server.world, places
        self.in_place: Counter[str] = Counter()
        self.first = self.last = 0.0
        self._came = asyncio.Event()
        self._world.watchers.append(self._look)

    async def all(self, patience: float) -> None:
        """Wait until there was something everywhere, or for so long nothing anywhere."""
        try:
            while len(self.in_place) < len(self._places):
                self._came.clear()
                async with asyncio.timeout(patience):
                    await self._came.wait()
            await asyncio.sleep(AFTERWARDS)
        except TimeoutError:
            return  # what is missing stands in the account
        finally:
            self._world.watchers.remove(self._look)

    def _look(self, event: Event) -> None:
        place = event.data.get("channel_id")
        if event.name == "MESSAGE_CREATE" and place in self._places:
            self.last = asyncio.get_running_loop().time()
            self.first = self.first or self.last
            self.in_place[place] += 1
            self._came.set()


def _counts(asked: Asking) -> bool:
    return "/interactions/" not in asked.path and "/webhooks/" not in asked.path


def _limited(asked: Sequence[Asking]) -> int:
    return sum(each.status == HTTPStatus.TOO_MANY_REQUESTS for each in asked)
