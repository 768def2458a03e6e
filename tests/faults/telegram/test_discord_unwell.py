"""Faults 5, 6, 8, 9 and 19 the other way round: Discord is unwell, and Telegram beside it is as well as ever."""

import asyncio
from collections.abc import Callable

import pytest

from bot.storage.outbox import EffectState
from tests.faults.discord.haste import Haste
from tests.faults.discord.test_gateway import BREAKS
from tests.faults.discord.test_slowness import SLOW, STALL, watched
from tests.faults.telegram.test_poison import LATEST, delay_of_one
from tests.faults.telegram.town import Town
from tests.servers.faults import Fault

HASTE = 20
SAID = [f"word{number}" for number in range(8)]
PAUSES = (1, 10, 60)
TROUBLES: dict[str, Callable[[Town], list[Fault]]] = {
    "storm": lambda town: [
        town.server.faults.fail(429, share=0.1, retry_after=each, scope="global") for each in PAUSES
    ],
    "outage": lambda town: [town.server.faults.fail(503)],
    "unwell": lambda town: [town.server.faults.fail(503, share=0.3)],
    "slow": lambda town: [town.server.faults.slow(SLOW)],
}


@pytest.mark.parametrize("trouble", TROUBLES)
async def test_while_discord_is_unwell_telegram_is_as_quick_as_ever_and_nothing_is_lost(
    town: Town, haste: Haste, trouble: str
) -> None:
    members, beside, [pair] = town.settle(20), town.joins(20), town.across(1)
    async with town.alive():
        await town.carried_places()
        await town.put(town.tell(*beside))  # their direct messages are open from here on
        await town.quiet(within=30)
        faults = TROUBLES[trouble](town)
        await town.put([each for _ in range(3) for each in town.tell(*beside)])
        for word in SAID:
            await pair.person.sends(word)
        async with watched() as pulse:
            delays = [await delay_of_one(town, haste, each) for each in members]
        assert town.lost() or trouble == "unwell", "Discord was unwell all the while"
        if trouble in {"storm", "unwell"}:
            with haste.times(HASTE):
                await town.quiet(within=3_600)
        for fault in faults:
            town.server.faults.end(fault)
        await town.quiet(within=90)

    assert (town.lost(), town.doubled()) == ([], [])
    assert (town.lacking(), town.doubled_there()) == (0, 0)
    assert town.carried_to_discord(pair) == SAID
    assert pulse.worst < STALL
    assert max(delays) < LATEST


@pytest.mark.parametrize("how", BREAKS)
async def test_while_discord_s_line_breaks_telegram_is_as_quick_as_ever_and_words_come_once_each_way(
    town: Town, haste: Haste, how: str
) -> None:
    members, [pair] = town.settle(10), town.across(1)
    gateway = town.server.gateway
    async with town.alive():
        await town.carried_places()
        for number, word in enumerate(SAID, start=1):
            if number % 4 == 0:
                BREAKS[how](gateway)
            town.server.world.say(town.people[pair.mentor], pair.room, word)
            await pair.person.sends(word)
        delays = [await delay_of_one(town, haste, each) for each in members]
        with haste.times(HASTE):
            await town.until(lambda: len(town.carried_to_telegram(pair)) >= len(SAID), within=600)
            await town.until(lambda: len(town.carried_to_discord(pair)) >= len(SAID), within=600)
            await town.quiet(within=60)

    assert gateway.resumes >= 1
    assert town.carried_to_telegram(pair) == SAID
    assert town.carried_to_discord(pair) == SAID
    assert (town.lacking(), town.doubled_there()) == (0, 0)
    assert max(delays) < LATEST


async def test_a_message_that_discord_never_takes_holds_up_nobody_at_telegram(town: Town, haste: Haste) -> None:
    members, beside = town.settle(10), town.joins(6)
    async with town.alive():
        await town.put(town.tell(*beside))
        await town.quiet(within=30)
        poisoned = town.server.world.direct_channel(town.people[beside[0]])
        town.server.faults.fail(500, match=f"^POST /channels/{poisoned.id}/messages")
        poison = town.tell(beside[0])
        await town.put(poison + town.tell(*beside[1:]))
        delays = [await delay_of_one(town, haste, each) for each in members]
        with haste.times(4 * HASTE):
            async with asyncio.timeout(3_600):
                while town.fates()[poison[0].key].state is EffectState.WAITING:  # noqa: ASYNC110  the outbox tells nobody
                    await asyncio.sleep(10)
            await town.quiet(within=60)

    assert town.lost() == [poison[0].key]
    assert town.doubled() == []
    assert (town.lacking(), town.doubled_there()) == (0, 0)
    assert max(delays) < LATEST
