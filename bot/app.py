"""The composition root: from settings to a running program; with `platforms.py`, it alone knows every class."""

import asyncio
import random
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path

from starlette.applications import Starlette
from starlette.routing import BaseRoute

from bot.adapters.calendars.installed import InstalledCalendars
from bot.adapters.clocks import MachineClock, MovableClock, SystemClock
from bot.adapters.edge.chat import Chat
from bot.adapters.edge.dispatcher import Dispatcher
from bot.adapters.edge.doorman import BURST, Doorman
from bot.adapters.edge.holding import Holding
from bot.adapters.edge.hop import EMBEDDED, SERVER, Hop
from bot.adapters.edge.mailbox import Mailbox
from bot.adapters.edge.notebook import Notebook
from bot.adapters.edge.pacing import UNPACED, MachineTime, Pace, Pacer
from bot.adapters.edge.sender import Sender
from bot.adapters.edge.ticks import Ticks
from bot.adapters.edge.time_travel import Home, TimeTravel
from bot.adapters.gates import OpenGates
from bot.adapters.health import Health, Probe
from bot.adapters.ids import RandomIds
from bot.adapters.library.content import ConfigLibrary, read_texts
from bot.adapters.listener import Listener
from bot.adapters.matching.installed import InstalledEngines
from bot.adapters.scheduler import Scheduler
from bot.adapters.signups.chat import ChatSheets
from bot.adapters.zones import use_pinned_zones
from bot.core.dialogue.catalogue import Catalogue
from bot.core.dialogue.circumstances.words import week_words
from bot.core.dialogue.features import FEATURES
from bot.core.dialogue.notices import Notices
from bot.core.dialogue.router import Router
from bot.core.dialogue.tour import tour
from bot.core.effects import Surface
from bot.core.ports import Clock, Ids, Tools, UnitOfWork
from bot.core.ui.tokens import Signer
from bot.core.usecases.checkins import rework_schedules
from bot.core.usecases.communities import found_community
from bot.core.usecases.delivery import release_leases
from bot.core.usecases.versions import begin_all, see_frameworks
from bot.footing import Part, check, has_webchat, opened_database, signing_key
from bot.platforms import platforms_for
from bot.presences import Backstage, Platform
from bot.settings import Settings
from bot.storage.engines import Database

CONFIG = Path(__file__).resolve().parent.parent / "config"
TICK_EVERY = timedelta(seconds=15)
TIDY_EVERY = timedelta(seconds=1)
CLEAR_EVERY = timedelta(hours=1)
CARRIED_EVERY = timedelta(seconds=1)
SAMPLE_ZONE = "UTC"
"""The sample community's until `/setup` asks for one."""


@dataclass(frozen=True)
class Ground:
    """What everything else stands on."""

    settings: Settings
    part: Part
    database: Database
    catalogue: Catalogue
    signer: Signer
    clock: MovableClock
    machine: MachineTime
    burst: int
    """How much an account may do at once."""
    zone_data: str
    """The version of the zone data; schedules are worked out anew when it changes."""


class App:
    """The program put together; `opened` to be driven by hand, `running` to live by itself."""

    def __init__(self, ground: Ground, tools: Tools, platforms: Sequence[Platform]) -> None:
        self._ground, self._platforms = ground, platforms
        self.tools, self.catalogue = tools, ground.catalogue
        catalogue, signer, machine = ground.catalogue, ground.signer, ground.machine
        embedded = ground.settings.is_embedded
        self.hop = Hop(ground.database, EMBEDDED if embedded else SERVER)
        self.router = Router(FEATURES, catalogue, signer, tools)
        self.conversation = Chat(self.router, tour, self.hop, catalogue, tools.ids, Doorman(machine, ground.burst))
        notices = Notices(FEATURES, catalogue, signer, tools)
        self._holdings = {
            each.surface.platform: Holding(each.surface.platform, tools.ids.new(), self.hop, machine)
            for each in platforms
            if not embedded
        }
        senders = [
            Sender(
                each.surface,
                self.hop,
                notices,
                tools,
                machine,
                each.pacer or Pacer(each.pace, machine),
                random.random,
                holding=self._holdings.get(each.surface.platform),
            )
            for each in platforms
        ]
        self.dispatcher = Dispatcher(senders, self.hop, machine)
        self.hop.wakes = self.dispatcher.wake
        self.ticks = Ticks(self.hop, tools)
        homes = [each.home for each in platforms if each.home]
        home = homes[0] if homes else Home("", "")
        self.time_travel = TimeTravel(ground.clock, self.hop, self.ticks, self.dispatcher, home)
        self.scheduler = Scheduler()
        self.web = Starlette(routes=self._routes())
        self.url = ""
        self.ended = asyncio.Event()
        """Set where the program can't go on; leaving `running` then says why."""

    @property
    def platforms(self) -> Sequence[str]:
        """The platforms that it lives on, by their names."""
        return [each.surface.platform.title() for each in self.live]

    @property
    def live(self) -> Sequence[Platform]:
        """The platforms themselves, those that it lives on."""
        return [each for each in self._platforms if each.run is not None]

    @property
    def has_pages(self) -> bool:
        """Whether there is something to see at `url`."""
        return any(each.pages is not None for each in self._platforms)

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[None]:
        """Be ready to be driven by hand: nothing happens by itself."""
        try:
            await self.time_travel.restore()
            if self._ground.settings.is_embedded:
                await self.hop.write(release_leases)
            await self.hop.write(rework_schedules, self._ground.zone_data)
            await self.hop.write(see_frameworks, self.tools)
            await self.hop.write(begin_all, self.tools)
            for platform in self._platforms:
                if platform.home is not None:
                    await self.hop.write(_found, self.tools, platform.home, self.catalogue)
            yield
        finally:
            await self.dispatcher.stop()
            await self.hop.close()
            for platform in self._platforms:
                if platform.close is not None:
                    await asyncio.to_thread(platform.close)
            self._ground.database.close()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Live: take in what people do, tick, deliver; at the end, finish what is in flight and take in no more.

        Raises:
            WrongSetting: a platform doesn't let the program in.
        """
        listener = None
        if self._ground.part is not Part.WORKER:
            web = self._ground.settings.web
            listener = Listener(self.web, web.host, web.port)
            self.url = listener.url
        async with self.opened(), AsyncExitStack() as presences:
            try:
                for platform in self._platforms:
                    if platform.run is not None:
                        await presences.enter_async_context(platform.run(self._backstage(platform)))
                if listener is not None:
                    await listener.start()
                if self._ground.part is not Part.WEB:
                    self.dispatcher.start()
                    self.scheduler.every(TICK_EVERY, self.ticks.run)
                    self.scheduler.every(CLEAR_EVERY, self.ticks.clear)
                    self.scheduler.every(TIDY_EVERY, partial(asyncio.to_thread, self._ground.database.tidy))
                    for platform in self._platforms:
                        if platform.carried is not None:
                            self.scheduler.every(CARRIED_EVERY, partial(platform.carried.refresh, self.hop))
                    self.scheduler.start()
                yield
            finally:
                if listener is not None:
                    await listener.stop()
                self.scheduler.stop()
                await self.dispatcher.stop()

    def _backstage(self, platform: Platform) -> Backstage:
        name = platform.surface.platform
        holding = self._holdings.get(name)
        return Backstage(
            self.conversation,
            Notebook(self.hop),
            Mailbox(self.hop, name),
            holding.hold if holding is not None else _alone,
            self.ended.set,
        )

    def _routes(self) -> list[BaseRoute]:
        probes: dict[str, Probe] = {"database": self._database_answers}
        if self._ground.part is not Part.WEB:
            probes |= {"scheduler": self._scheduler_lives, "dispatcher": self._dispatcher_lives}
            probes |= {each.surface.platform: each.lives for each in self._platforms if each.lives is not None}
        routes = Health(probes).routes()
        for platform in self._platforms:
            if platform.hooks is not None:
                routes += platform.hooks(Mailbox(self.hop, platform.surface.platform))
            if platform.pages is not None:
                routes += platform.pages(self.conversation, self.time_travel)
        return routes

    async def _database_answers(self) -> bool:
        return await self.hop.read(_answers)

    async def _scheduler_lives(self) -> bool:
        return self.scheduler.alive

    async def _dispatcher_lives(self) -> bool:
        return self.dispatcher.alive


def build(  # noqa: PLR0913  each may be replaced by itself
    settings: Settings,
    *,
    part: Part = Part.WHOLE,
    clock: Clock | None = None,
    ids: Ids | None = None,
    machine: MachineTime | None = None,
    surfaces: Sequence[Surface] | None = None,
    pace: Pace = UNPACED,
    zone_data: str | None = None,
    burst: int = BURST,
) -> App:
    """Put the program together; what is given takes the place of the real thing.

    Raises:
        WrongSetting: the program can't be what the settings ask for.
        BadContent: a file of `config/` can't be used.
        SchemaNotCurrent: the database isn't migrated, and `part` doesn't do that by itself.
        SchemaTooNew: a later release has been at the database.
        StorageUnavailable: the database can't be reached.
    """
    check(settings, part)
    pinned = use_pinned_zones()
    key = signing_key(settings)
    programme_clock = MovableClock(clock or SystemClock())
    library = ConfigLibrary(CONFIG, settings.data.directory / "frameworks")
    library.check()
    gates, catalogue = OpenGates(), Catalogue(read_texts(CONFIG))
    sheets = ChatSheets(week_words(catalogue.voice("en")))
    tools = Tools(programme_clock, ids or RandomIds(), library, gates, InstalledEngines(), InstalledCalendars(), sheets)
    database = opened_database(settings, key, part)
    platforms = (
        [Platform(surface, pace) for surface in surfaces]
        if surfaces is not None
        else platforms_for(
            settings,
            programme_clock,
            machine or MachineClock(),
            key,
            webchat=has_webchat(settings, part),
            chat=part is not Part.WEB,
        )
    )
    for platform in platforms:
        gates.add(platform.surface.platform, platform.way, platform.apart)
    ground = Ground(
        settings=settings,
        part=part,
        database=database,
        catalogue=catalogue,
        signer=Signer(key),
        clock=programme_clock,
        machine=machine or MachineClock(),
        burst=burst,
        zone_data=zone_data or pinned,
    )
    return App(ground, tools, platforms)


def _found(work: UnitOfWork, tools: Tools, home: Home, catalogue: Catalogue) -> None:
    say = catalogue.voice("en")
    found_community(
        work, tools, home.platform, home.external_id, say("start-sample-community"), say.language, SAMPLE_ZONE
    )


async def _alone() -> bool:
    """Hold every platform: there is no other process."""
    return True


def _answers(work: UnitOfWork) -> bool:
    return work.outbox.waiting() >= 0
