"""The process that is killed: the real program, driven by questions from outside instead of by time and people."""

import asyncio
import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from multiprocessing.connection import Connection

from bot.adapters.edge.pacing import Pace
from bot.app import App, build
from bot.core.domain.checkins import CheckInState
from bot.core.effects import Delivery, Outcome
from bot.core.ports import UnitOfWork
from bot.core.usecases.communities import found_community
from bot.logs import set_up_logs
from bot.settings import load_settings
from bot.simulation.clocks import VirtualClock, VirtualMachine
from bot.simulation.doom import Doom
from bot.simulation.protocol import (
    COMMUNITY,
    PLATFORM,
    Answer,
    Begin,
    Carried,
    Census,
    Counted,
    Deliver,
    Found,
    Handle,
    Handled,
    Ready,
    Request,
    Search,
    Settle,
    Settled,
    Shorten,
)

NAME, LANGUAGE, ZONE = "Simulated community", "en", "Europe/Madrid"
_ALL_WEEKS = 10_000
MUCH = 10_000
"""As much as somebody does whose weeks pass in seconds."""


def live(connection: Connection, environment: Mapping[str, str]) -> None:
    """Serve one supervisor until it hangs up, or until death."""
    begin = connection.recv()
    if not isinstance(begin, Begin):
        raise TypeError(begin)
    asyncio.run(_Worker(connection, environment, begin).serve())


class Wire:
    """A surface whose platform is at the other end of the line."""

    platform = PLATFORM

    def __init__(self, connection: Connection, clock: VirtualClock, doom: Doom) -> None:
        self._connection, self._clock, self._doom = connection, clock, doom

    async def deliver(
        self,
        delivery: Delivery,
        key: str,
        *,
        again: bool = False,  # noqa: ARG002  keys tell
        doubtful: bool = False,  # noqa: ARG002  keys tell
    ) -> Outcome:
        """Hand a delivery over and wait for what became of it."""
        self._connection.send(Deliver(self._clock.now(), delivery, key))
        carried = self._connection.recv()
        if not isinstance(carried, Carried):
            raise TypeError(carried)
        self._doom.count()
        if carried.doom is not None:
            self._doom.strike_after(carried.doom)
        return carried.outcome


class _Worker:
    def __init__(self, connection: Connection, environment: Mapping[str, str], begin: Begin) -> None:
        self._connection = connection
        self._clock = VirtualClock(begin.now)
        self._machine = VirtualMachine(self._clock)
        self._doom = Doom(begin.doom)
        self._doom.watch()
        self._app = self._build(environment, Pace(everywhere=begin.pace))

    async def serve(self) -> None:
        async with self._app.opened():
            await self._app.hop.write(found_community, self._app.tools, PLATFORM, COMMUNITY, NAME, LANGUAGE, ZONE)
            self._connection.send(Ready(os.getpid()))
            try:
                while True:
                    # Blocking the loop is right here: between two questions no time passes.
                    self._connection.send(await self._answer(self._connection.recv()))
            except (EOFError, ConnectionError):
                return

    async def _answer(self, request: Request) -> Answer:
        self._clock.set(request.now)
        self._machine.reach(request.now)
        match request:
            case Begin():
                raise TypeError(request)
            case Shorten(weeks=weeks):
                await self._app.hop.write(_shorten, weeks)
                return Ready(os.getpid())
            case Handle(inbound=inbound):
                return Handled(await self._app.conversation.handle(inbound))
            case Search(searched=searched):
                return Found(await self._app.conversation.search(searched))
            case Settle():
                return await self._settle()
            case Census(accounts=accounts):
                return await self._app.hop.read(_count, accounts)

    async def _settle(self) -> Settled:
        while await self._app.ticks.run() + await self._app.dispatcher.drain():
            pass
        upcoming = await self._app.hop.read(_next_instant)
        return Settled(self._clock.now(), upcoming, self._doom.operations)

    def _build(self, environment: Mapping[str, str], pace: Pace) -> App:
        surface = Wire(self._connection, self._clock, self._doom)
        settings = load_settings(environment=dict(environment), env_file=None)
        set_up_logs(settings.logs.level, as_json=False, secrets=settings.secrets())
        return build(settings, clock=self._clock, machine=self._machine, surfaces=[surface], pace=pace, burst=MUCH)


def _shorten(work: UnitOfWork, weeks: int) -> None:
    community = work.communities.find_by_place(PLATFORM, COMMUNITY)
    programme = work.programmes.current(community.id) if community else None
    if programme is None:
        raise LookupError("there is no programme yet")
    work.programmes.save(replace(programme, weeks=weeks))
    work.commit()


def _next_instant(work: UnitOfWork) -> datetime | None:
    return work.check_ins.next_instant()


def _count(work: UnitOfWork, accounts: Sequence[str]) -> Counted:
    community = work.communities.find_by_place(PLATFORM, COMMUNITY)
    if community is None:
        return Counted({}, work.outbox.waiting())
    held: dict[str, dict[int, CheckInState]] = {}
    for account in accounts:
        member = work.members.find_by_account(community.id, PLATFORM, account)
        recent = work.check_ins.recent(community.id, member.id, _ALL_WEEKS) if member else ()
        held[account] = {each.number: each.state for each in recent}
    return Counted(held, work.outbox.waiting())
