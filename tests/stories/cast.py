"""Stories' people: what they type, press and fill in, and what they see, over the whole program but its outside."""

from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.app import App, build
from bot.core.domain.communities import Community
from bot.core.ports import Ids
from bot.core.ui.inbound import (
    Happening,
)
from bot.core.ui.replies import SILENCE
from bot.core.usecases.communities import found_community
from bot.settings import load_settings
from tests.stories.acting import Person
from tests.stories.platform import COMMUNITY, FakePlatform, Place

START = datetime(2026, 10, 1, 12, tzinfo=UTC)
"""A Thursday; Berlin is in summer time until 25 October."""

LOBBY = "lobby"
MUCH = 10_000
"""As much as a story's people do while the machine's clock stands still."""


@dataclass
class StoryClock:
    """A clock that stands still unless a story moves it."""

    at: datetime = START

    def now(self) -> datetime:
        return self.at


@dataclass
class StoryMachine:
    """The machine's own time: what retries wait for passes at once, and only then."""

    at: datetime = START

    def now(self) -> datetime:
        return self.at

    async def sleep(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


@dataclass(frozen=True)
class Program:
    """How a story's program is started, again and again over the same data."""

    data_dir: Path
    database_url: str
    platforms: tuple[FakePlatform, ...]
    environment: Mapping[str, str] = field(default_factory=dict)
    machine: StoryMachine = field(default_factory=StoryMachine)
    ids: Ids | None = None

    def start(self) -> App:
        """Build it."""
        paths = {"MENTEO_DATA_DIR": str(self.data_dir), "MENTEO_DATABASE_URL": self.database_url}
        settings = load_settings({**paths, **self.environment}, env_file=None)
        return build(
            settings, clock=StoryClock(), ids=self.ids, machine=self.machine, surfaces=self.platforms, burst=MUCH
        )


class Cast:
    """The program with the people of a story around it."""

    def __init__(self, program: Program) -> None:
        self._program, self.platforms = program, program.platforms
        self._stage = AsyncExitStack()
        self._numbers = 0
        self.app = program.start()

    @asynccontextmanager
    async def on_stage(self) -> AsyncIterator["Cast"]:
        """Open the program, with a community on each platform, and close it again."""
        try:
            await self.enters_stage()
            yield self
        finally:
            await self.leaves_stage()

    async def enters_stage(self) -> None:
        """Open the program, with a community on each platform."""
        await self._stage.enter_async_context(self.app.opened())
        for each in self.platforms:
            found = (self.app.tools, each.platform, COMMUNITY, "Harbour", "en", "UTC")
            await self.app.hop.write(found_community, *found)
            each.places[LOBBY] = Place(LOBBY, LOBBY, readers=None)

    async def leaves_stage(self) -> None:
        """Close it."""
        await self._stage.aclose()

    async def restarts(self) -> None:
        """Stop the program and start it again over the same data."""
        await self._stage.aclose()
        self.app = self._program.start()
        await self._stage.enter_async_context(self.app.opened())

    def person(
        self,
        name: str,
        *,
        administrator: bool = False,
        language: str = "en",
        zone: str = "Europe/Berlin",
        platform: FakePlatform | None = None,
    ) -> Person:
        """Bring somebody on."""
        where = platform or self.platforms[0]
        account = name.split(maxsplit=1)[0].lower()
        return Person(self, where, name, account, administrator, language, zone)

    def next_number(self) -> int:
        """Number what happens."""
        self._numbers += 1
        return self._numbers

    async def founds(self, community: str, name: str) -> Community:
        """Begin another community on the first platform."""
        found = (self.app.tools, self.platforms[0].platform, community, name, "en", "UTC")
        return await self.app.hop.write(found_community, *found)

    async def arrive(self) -> None:
        """Let what waits arrive: what one platform answers can be followed by something on another."""
        for _ in self.platforms:
            await self.app.dispatcher.drain()

    async def happens(self, happening: Happening) -> None:
        """Let something happen to the community, and what follows from it arrive."""
        assert await self.app.conversation.handle(happening) == SILENCE
        await self.arrive()

    @property
    def place_ids(self) -> list[str]:
        """List every place that there is."""
        return [place for platform in self.platforms for place in platform.places]

    @property
    def now(self) -> datetime:
        """The programme's time."""
        return self.app.tools.clock.now()

    async def until(self, moment: datetime) -> None:
        """Let time pass."""
        await self.app.time_travel.advance(moment)

    async def later(self, **span: float) -> None:
        """Let some time pass: `hours=49`."""
        await self.until(self.now + timedelta(**span))

    async def retries(self) -> None:
        """Let what waits for another try have it."""
        await self._program.machine.sleep(3600)
        await self.arrive()

    async def monday(self, hour: int = 9, minute: int = 0, zone: str = "Europe/Berlin") -> None:
        """Let time pass until the next Monday at this local time."""
        local = self.now.astimezone(ZoneInfo(zone))
        monday = local + timedelta(days=-local.weekday() % 7)
        monday = monday.replace(hour=hour, minute=minute, second=0, microsecond=0)
        await self.until(monday if monday > local else monday + timedelta(days=7))
