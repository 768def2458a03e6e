"""Fault 19: every call to Telegram takes ten seconds; the event loop and Discord are as quick as ever."""

import asyncio

from bot.core.domain.ids import MemberId
from tests.faults.discord.haste import Haste
from tests.faults.discord.test_slowness import SLOW, STALL, watched
from tests.faults.telegram.town import Town

LATEST = 1.0
"""Seconds in which Discord has what is to be said there."""


async def test_while_telegram_takes_ten_seconds_a_call_the_loop_and_discord_are_as_quick_as_ever(
    town: Town, haste: Haste
) -> None:
    members, beside, [pair] = town.settle(40), town.joins(20), town.across(1)
    async with town.alive():
        await town.carried_places()
        await town.put(town.tell(*beside))  # their direct messages are open from here on
        await town.quiet(within=30)
        town.telegram.faults.slow(SLOW)
        await town.put([each for _ in range(3) for each in town.tell_there(*members)])
        town.server.world.say(town.people[pair.mentor], pair.room, "hello")
        async with watched() as pulse:
            delays = [await delay_at_discord(town, haste, each) for each in (*beside, *beside)]
        assert town.lacking(), "Telegram was slow all the while"
        town.telegram.faults.clear()
        await town.quiet(within=90)

    assert (town.lacking(), town.doubled_there()) == (0, 0)
    assert town.carried_to_telegram(pair) == ["hello"]
    assert (town.lost(), town.doubled()) == ([], [])
    assert pulse.worst < STALL
    assert max(delays) < LATEST


async def delay_at_discord(town: Town, haste: Haste, member: MemberId) -> float:
    """Write to somebody at Discord, and see how long it takes until that is there."""
    began = haste.seconds()
    await town.put(town.tell(member))
    async with asyncio.timeout(20 * LATEST):
        while town.lost():  # noqa: ASYNC110  a log
            await asyncio.sleep(0.01)
    return haste.seconds() - began
