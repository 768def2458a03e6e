"""Moving a programme's clock forward."""

from datetime import datetime, timedelta

import pytest

from bot.adapters.clocks import MovableClock
from bot.adapters.edge.dispatcher import Dispatcher
from bot.adapters.edge.hop import Hop
from bot.adapters.edge.pacing import UNPACED, Pacer
from bot.adapters.edge.sender import Sender
from bot.adapters.edge.ticks import Ticks
from bot.adapters.edge.time_travel import Home, TimeTravel
from bot.core.dialogue.catalogue import Catalogue
from bot.core.dialogue.notices import Notices
from bot.core.dialogue.specs import Feature, NoticeSpec
from bot.core.dialogue.talk import Talk
from bot.core.effects import Effect
from bot.core.ports import Tools
from bot.core.ui.tokens import Signer
from bot.core.ui.views import View
from bot.storage.engines import Database
from tests.adapters.edge.fakes import CountingIds, FakeClock, FakeMachine, FakePlatform
from tests.storage.samples import ANNA, NOW, schedule


def stamped(talk: Talk, effect: Effect) -> View:
    """Say which notice it is and what the programme's clock shows as it is said."""
    return View(f"{effect.notice} {talk.tools.clock.now():%a %d %H:%M}")


FEATURES = [Feature(notices=[NoticeSpec(name, stamped) for name in ("checkin_due", "checkin_nudge")])]


class Programme:
    """A programme whose clock can be moved, begun an hour before its first prompt."""

    def __init__(self, hop: Hop, tools: Tools, platform: FakePlatform) -> None:
        self.clock = MovableClock(FakeClock(NOW - timedelta(hours=1)))
        tools = Tools(self.clock, CountingIds(), tools.library)
        machine = FakeMachine(NOW)
        notices = Notices(FEATURES, Catalogue({"en": []}), Signer(bytes(32)), tools)
        sender = Sender(platform, hop, notices, tools, machine, Pacer(UNPACED, machine), lambda: 0.5)
        dispatcher = Dispatcher([sender], hop, machine)
        ticks = Ticks(hop, tools)
        self.travel = TimeTravel(self.clock, hop, ticks, dispatcher, Home("webchat", "webchat-community-a"))

    def ahead(self) -> timedelta:
        return self.clock.now() - (NOW - timedelta(hours=1))


@pytest.fixture
def programme(home: Database, hop: Hop, tools: Tools, platform: FakePlatform) -> Programme:
    with home.write() as work:
        work.check_ins.add_schedule(schedule(ANNA))
        work.commit()
    return Programme(hop, tools, platform)


async def test_each_due_instant_on_the_way_is_visited_in_order(programme: Programme, platform: FakePlatform) -> None:
    await programme.travel.advance(NOW + timedelta(days=8))

    assert platform.said == ["checkin_due Mon 23 09:00", "checkin_nudge Wed 25 07:00", "checkin_due Mon 30 08:00"]
    assert await programme.travel.now() == NOW + timedelta(days=8)


async def test_time_never_goes_back(programme: Programme) -> None:
    await programme.travel.advance(NOW + timedelta(days=1))

    await programme.travel.advance(NOW)

    assert await programme.travel.now() == NOW + timedelta(days=1)


async def test_a_restart_takes_up_the_time_that_was_reached(
    programme: Programme, hop: Hop, tools: Tools, platform: FakePlatform
) -> None:
    await programme.travel.advance(NOW + timedelta(days=1))
    restarted = Programme(hop, tools, platform)

    await restarted.travel.restore()

    assert restarted.ahead() == programme.ahead()


async def test_an_instant_that_stays_due_does_not_hold_time_up(
    programme: Programme, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def nothing(_: Ticks) -> int:
        return 0

    monkeypatch.setattr(Ticks, "run", nothing)

    await programme.travel.advance(NOW + timedelta(days=1))

    assert await programme.travel.now() == NOW + timedelta(days=1)


async def test_the_page_shows_the_programmes_zone(programme: Programme) -> None:
    assert await programme.travel.zone() == "Europe/Vienna"


def test_a_movable_clock_goes_on_by_itself() -> None:
    base = FakeClock(NOW)
    clock = MovableClock(base)
    clock.move_to(NOW + timedelta(hours=5))

    base.time += timedelta(minutes=1)

    expected: datetime = NOW + timedelta(hours=5, minutes=1)
    assert clock.now() == expected
