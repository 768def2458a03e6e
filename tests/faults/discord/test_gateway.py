"""Fault 8: the line to Discord breaks in every way that it can, tells things again, or not in order, or late.

Minutes pass in seconds, for Discord and Menteo alike.
"""

import asyncio
from collections import Counter
from collections.abc import Callable

import pytest

from bot.core.domain.ids import MemberId
from bot.core.ports import UnitOfWork
from bot.core.ui.inbound import Arrived, BroughtIn, Departed, FormAnswered
from tests.discord.people import NoAnswer
from tests.discord.server.gateway import Gateway
from tests.discord.server.state import Event
from tests.faults.discord.haste import Haste
from tests.faults.discord.village import Village

BREAKS: dict[str, Callable[[Gateway], None]] = {
    "reconnect": Gateway.reconnect,
    "closed": Gateway.drop,
    "cut": lambda gateway: gateway.drop(code=None),
    "zombie": Gateway.freeze,
    "invalid, resumable": lambda gateway: gateway.invalidate(resumable=True),
}
"""What leaves the session to be resumed."""
ENDS: dict[str, Callable[[Gateway], None]] = {
    "invalid": Gateway.invalidate,
    "closed for good": lambda gateway: gateway.drop(resumable=False),
}
"""What ends it."""
PATIENCE = 180.0
"""Seconds of which a zombie takes a minute to be found out."""
HOUR = 3_600.0


@pytest.mark.parametrize("how", BREAKS)
async def test_a_line_that_breaks_is_taken_up_there_and_each_event_taken_in_once(
    village: Village, haste: Haste, how: str
) -> None:
    gateway = village.server.gateway
    async with village.alive():
        await village.has_heard(Arrived, of=village.arrives())
        with haste.times(20):
            for number in range(1, 4):
                BREAKS[how](gateway)
                met_meanwhile = village.arrives()
                village.departs(met_meanwhile)
                await gateway.until(lambda it, number=number: it.resumes == number, PATIENCE)  # type: ignore[misc]
                await village.has_heard(Departed, of=met_meanwhile)
                await village.has_heard(Arrived, of=village.arrives())

    assert gateway.identifies == 1
    assert doubled(village) == []
    assert len(happenings(village)) == 1 + 3 * 3


@pytest.mark.parametrize("how", ENDS)
async def test_sessions_that_end_one_after_the_other_lead_to_no_loop(village: Village, haste: Haste, how: str) -> None:
    gateway = village.server.gateway
    async with village.alive():
        with haste.times(100):
            over = haste.seconds() + HOUR / 6
            while haste.seconds() < over:
                await gateway.until(lambda it: it.sessions, HOUR)
                ENDS[how](gateway)
            await gateway.until(lambda it: it.sessions, HOUR)
            await village.has_heard(Arrived, of=village.arrives())

    assert gateway.identifies <= 9, "a thousand a day, and the token is taken away"
    assert doubled(village) == []


async def test_after_an_hour_off_there_is_one_new_session_and_what_waited_was_sent_all_the_while(
    village: Village, haste: Haste
) -> None:
    gateway, members = village.server.gateway, village.joins(10)
    async with village.alive():
        gateway.is_down = True
        gateway.drop(resumable=False)
        await village.put(village.tell(*members))
        await village.quiet(within=30)
        with haste.times(200):
            await asyncio.sleep(HOUR)
            gateway.is_down = False
            await gateway.until(lambda it: it.sessions, HOUR)
        await village.has_heard(Arrived, of=village.arrives())

    assert gateway.identifies == 2
    assert gateway.turned_away <= 120, "at most twice in a minute"
    assert (village.lost(), village.doubled()) == ([], [])
    assert doubled(village) == []


async def test_events_told_again_or_out_of_order_are_taken_in_once_each(village: Village) -> None:
    gateway = village.server.gateway
    async with village.alive():
        for _ in range(3):
            newcomer = village.arrives()
            gateway.repeat_last(3)
            await village.has_heard(Arrived, of=newcomer)
        gateway.hold()
        late = [village.arrives() for _ in range(5)]
        gateway.release(backwards=True)
        for each in late:
            await village.has_heard(Arrived, of=each)
        gateway.repeat_last(3)
        await village.has_heard(Arrived, of=village.arrives())

    assert doubled(village) == []
    assert len(happenings(village)) == 3 + 5 + 1


@pytest.mark.parametrize("sequence", ["same", "new"])
async def test_an_interaction_that_is_told_twice_is_answered_and_done_once(village: Village, sequence: str) -> None:
    [ana] = village.joins(1)
    gateway = village.server.gateway

    def again(event: Event) -> None:
        if event.name == "INTERACTION_CREATE":
            for session in gateway.sessions:
                session.repeat(1) if sequence == "same" else session.dispatch(event.name, dict(event.data))

    async with village.alive() as app:
        person = village.person(ana)
        village.server.world.listeners.append(again)
        await person.types("/action add")
        await person.fills(text="Write it down")
        owed = await app.hop.read(owed_by, village, ana)

    answered = [each for each in village.server.requests if each.route.endswith("/callback")]
    assert owed == 1
    assert [each.status for each in answered] == [200, 200], "one answer each, and none that Discord had to refuse"


async def test_what_arrives_too_late_to_be_answered_and_is_sent_again_is_done_once(
    village: Village, haste: Haste
) -> None:
    [ana] = village.joins(1)
    async with village.alive() as app:
        person = village.person(ana)
        await person.types("/action add")
        village.server.gateway.hold()
        with haste.times(5), pytest.raises(NoAnswer, match="Something went wrong"):
            await person.fills(text="Write it down")
        village.server.gateway.release()
        await village.has_heard(FormAnswered)
        await person.fills(text="Write it down")
        owed = await app.hop.read(owed_by, village, ana)

    assert owed == 1


def owed_by(work: UnitOfWork, village: Village, member: MemberId) -> int:
    return len(work.action_items.open_of(village.community.id, member))


def happenings(village: Village) -> list[str]:
    """What was handled; that it is in a guild each new session tells, and that changes nothing."""
    heard = [each for each in village.heard if not isinstance(each, BroughtIn)]
    return [f"{type(each).__name__} {each.origin.account} {each.origin.update}" for each in heard]


def doubled(village: Village) -> list[str]:
    """What was handled more than once."""
    return [what for what, times in Counter(happenings(village)).items() if times > 1]
