"""Fault 9: messages that always fail, and people who can't be written to: given up in the end, and in nobody's way.

The others' delay is taken by the wall's clock; the long pauses between the tries of what fails pass forty times faster.
"""

import asyncio

import pytest

from bot.core.domain.ids import MemberId
from bot.core.usecases.delivery import MOST_TRIES
from bot.storage.outbox import EffectState
from tests.discord.server.rest.door import Asking
from tests.faults.discord.haste import Haste
from tests.faults.discord.village import Village

HASTE = 40
POSTING = "POST /channels/{channel_id}/messages"
LATEST = 1.0
"""Seconds after which a message of somebody else must have been sent."""


async def test_messages_that_always_fail_are_given_up_and_hold_up_nobody(village: Village, haste: Haste) -> None:
    poisoned, healthy = village.joins(4), village.joins(20)
    for each in poisoned:
        fail_to(village, each)
    poison = village.tell(*poisoned, *poisoned)
    async with village.alive():
        await village.put(village.tell(*healthy))  # from here on their direct messages are open
        await village.put(poison)
        delays = [await delay_of_one(village, haste, each) for each in healthy]
        with haste.times(HASTE):
            async with asyncio.timeout(1_200):
                while any(village.fates()[each.key].state is EffectState.WAITING for each in poison):
                    await village.put(village.tell(*healthy[:5]))
                    await asyncio.sleep(10)
            await village.quiet(within=60)

    given_up = [village.fates()[each.key] for each in poison]
    assert {each.state for each in given_up} == {EffectState.DEAD}
    assert max(each.tries for each in given_up) <= MOST_TRIES
    assert set(village.lost()) == {each.key for each in poison}
    assert village.doubled() == []
    assert max(delays) < LATEST


async def test_one_message_that_always_fails_in_a_quiet_hour_stops_nothing_that_comes_after(
    village: Village, haste: Haste
) -> None:
    [poisoned, *healthy] = village.joins(6)
    fail_to(village, poisoned)
    poison = village.tell(poisoned)
    async with village.alive():
        await village.put(village.tell(*healthy))
        await village.quiet(within=10)
        await village.put(poison)
        with haste.times(HASTE):
            await asyncio.sleep(900)
        delays = [await delay_of_one(village, haste, each) for each in healthy]
        with haste.times(HASTE):
            await village.quiet(within=900)

    assert max(delays) < LATEST
    assert village.lost() == [poison[0].key]
    assert village.fates()[poison[0].key].tries <= MOST_TRIES


@pytest.mark.parametrize("has_homes", [True, False])
async def test_people_who_can_t_be_written_to_are_sought_elsewhere_or_given_up_and_hold_up_nobody(
    village: Village, haste: Haste, *, has_homes: bool
) -> None:
    closed, deleted, *healthy = village.joins(12)
    village.server.world.close_direct_messages(village.people[closed])
    del village.server.world.users[village.people[deleted].id]
    async with village.alive():
        await village.put(village.homes() * has_homes + village.tell(*healthy))
        await village.quiet(within=30)
        poison = village.tell(closed, deleted, closed, deleted)
        await village.put(poison)
        delays = [await delay_of_one(village, haste, each) for each in healthy]
        await village.quiet(within=30)

    asked = [each for each in village.server.requests if each.status in {403, 404}]
    fates = [village.fates()[each.key] for each in poison]
    assert max(delays) < LATEST
    hints = [fate.state for key, fate in village.fates().items() if key.startswith("knock:")]
    assert {each.state for each in fates} == {EffectState.SKIPPED if has_homes else EffectState.DEAD}
    assert hints == [EffectState.DONE] * (2 if has_homes else 0), "one each, however much there is for them"
    assert max(each.tries for each in fates) <= MOST_TRIES
    assert len(asked) == 2, "each is asked once whether they can be written to, not for every message"
    assert len(village.lost()) == 4, "what is for one alone is said to nobody else"
    assert village.doubled() == []


def fail_to(village: Village, member: MemberId) -> None:
    """Have Discord fail whenever something is said to somebody."""
    channel = village.server.world.direct_channel(village.people[member]).id
    village.server.faults.fail(500, match=f"POST /channels/{channel}/messages")


async def delay_of_one(village: Village, haste: Haste, member: MemberId) -> float:
    """Write to somebody, and see how long it takes until that is at Discord."""
    [effect] = village.tell(member)
    nonce, began = village.mark(effect.key).nonce, haste.seconds()
    await village.put([effect])
    async with asyncio.timeout(10 * LATEST):
        while not (sent := [each for each in village.server.requests if says(each, nonce)]):  # noqa: ASYNC110  a log
            await asyncio.sleep(0.01)
    return sent[0].at - began


def says(asking: Asking, nonce: str) -> bool:
    return asking.route == POSTING and isinstance(asking.body, dict) and asking.body.get("nonce") == nonce
