"""Time asking the core to look."""

import asyncio
from datetime import timedelta

import pytest

from bot.adapters.edge.hop import Hop, Urgency
from bot.adapters.edge.ticks import Ticks
from bot.core.domain.checkins import CheckInState
from bot.core.domain.ids import MemberId
from bot.core.domain.members import Account, Role
from bot.core.ports import Tools, UnitOfWork
from bot.storage.engines import Database
from tests.adapters.edge.fakes import FakeClock
from tests.storage.samples import COMMUNITY, NOW, person, schedule

CROWD = [MemberId(f"mentee{number}") for number in range(7)]


@pytest.fixture
def crowd(home: Database) -> None:
    """Seven mentees who are asked now."""
    with home.write() as work:
        for member in CROWD:
            work.members.add(person(member, Role.MENTEE), Account(COMMUNITY, "webchat", f"u-{member}", member))
            work.check_ins.add_schedule(schedule(member))
        work.commit()


def states(work: UnitOfWork) -> list[CheckInState]:
    return [check_in.state for member in CROWD for check_in in work.check_ins.recent(COMMUNITY, member, 9)]


def waiting(work: UnitOfWork) -> int:
    return work.outbox.waiting()


@pytest.mark.usefixtures("crowd")
async def test_everybody_due_is_asked_once_however_many_batches_it_takes(hop: Hop, tools: Tools) -> None:
    ticks = Ticks(hop, tools, batch=3)

    assert await ticks.run() == 7
    assert await ticks.run() == 0

    assert await hop.read(states) == [CheckInState.OPENED] * 7
    assert await hop.read(waiting) == 7


@pytest.mark.usefixtures("crowd")
async def test_the_silent_are_reminded_once_and_their_week_closes(hop: Hop, tools: Tools, clock: FakeClock) -> None:
    ticks = Ticks(hop, tools)
    await ticks.run()

    clock.time = NOW + timedelta(hours=46)
    await ticks.run()
    assert await hop.read(waiting) == 14

    clock.time = NOW + timedelta(days=6, hours=16)
    await ticks.run()
    assert await hop.read(waiting) == 14
    assert await hop.read(states) == [CheckInState.MISSED] * 7


@pytest.mark.usefixtures("crowd")
async def test_two_ticks_at_once_ask_once(hop: Hop, tools: Tools) -> None:
    ticks = Ticks(hop, tools)

    looked = await asyncio.gather(ticks.run(), ticks.run())

    assert sorted(looked) == [0, 7]


async def test_an_idle_tick_does_not_touch_the_writer(hop: Hop, tools: Tools, monkeypatch: pytest.MonkeyPatch) -> None:
    async def refuse(_: Hop, urgency: Urgency, *rest: object) -> None:
        raise AssertionError(urgency)

    monkeypatch.setattr(Hop, "write_as", refuse)

    assert await Ticks(hop, tools).run() == 0
