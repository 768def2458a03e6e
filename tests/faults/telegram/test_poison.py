"""Fault 9: messages that always fail, and people who have blocked the bot: given up in the end, and in nobody's way.

The others' delay is taken by the wall's clock; the long pauses between the tries of what fails pass forty times faster.
"""

import asyncio

import pytest

from bot.core.domain.ids import MemberId
from bot.core.usecases.delivery import MOST_TRIES
from bot.storage.outbox import EffectState
from tests.faults.discord.haste import Haste
from tests.faults.telegram.town import Town

HASTE = 40
LATEST = 1.0
"""Seconds after which a message of somebody else must have been sent."""


@pytest.mark.parametrize("status", [400, 500])
async def test_messages_that_always_fail_are_given_up_and_hold_up_nobody(town: Town, haste: Haste, status: int) -> None:
    poisoned, healthy = town.settle(4), town.settle(20)
    for each in poisoned:
        why = "Bad Request: something new"
        town.telegram.faults.fail(status, why, match=f"^sendMessage {town.persons[each].id}$")
    poison = town.tell_there(*poisoned, *poisoned)
    async with town.alive():
        await town.put(poison)
        delays = [await delay_of_one(town, haste, each) for each in healthy]
        with haste.times(HASTE):
            async with asyncio.timeout(1_200):
                while any(town.fates()[each.key].state is EffectState.WAITING for each in poison):
                    await town.put(town.tell_there(*healthy[:5]))
                    await asyncio.sleep(10)
            await town.quiet(within=60)

    given_up = [town.fates()[each.key] for each in poison]
    assert {each.state for each in given_up} == {EffectState.DEAD}
    assert max(each.tries for each in given_up) <= MOST_TRIES
    assert (town.lacking(), town.doubled_there()) == (len(poison), 0)
    assert max(delays) < LATEST


async def test_who_has_blocked_the_bot_holds_up_nobody_and_whoever_writes_to_them_is_told(
    town: Town, haste: Haste
) -> None:
    pair, other = town.across(2)
    healthy = town.settle(10)
    async with town.alive():
        await town.carried_places()
        town.telegram.world.block(pair.person.user)
        poison = town.tell_there(pair.mentee, pair.mentee)
        await town.put(poison)
        for each in (pair, other):
            town.server.world.say(town.people[each.mentor], each.room, "hello")
        delays = [await delay_of_one(town, haste, each) for each in healthy]
        await town.until(lambda: "did not reach" in read_at_discord(town), within=30)
        await town.quiet(within=30)

    assert town.carried_to_telegram(other) == ["hello"]
    assert town.carried_to_telegram(pair) == []
    assert town.warned(pair) == 0, "it is known that it didn't arrive"
    refused = [each for each in town.telegram.requests if each.status == 403]
    assert len(refused) <= 3
    assert max(delays) < LATEST


def read_at_discord(town: Town) -> str:
    """All that the bot has said there."""
    return "\n".join(str(each.payload()) for each in town.messages())


async def delay_of_one(town: Town, haste: Haste, member: MemberId) -> float:
    """Write to somebody, and see how long it takes until that is at Telegram."""
    before, began = len(town.written(member)), haste.seconds()
    await town.put(town.tell_there(member))
    async with asyncio.timeout(10 * LATEST):
        while len(town.written(member)) == before:  # noqa: ASYNC110  a log
            await asyncio.sleep(0.01)
    return haste.seconds() - began
