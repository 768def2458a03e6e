"""Fault 8 at Telegram: updates that come twice, also long after they were confirmed: nothing happens twice."""

from tests.faults.discord.haste import Haste
from tests.faults.telegram.town import Town

SAID = [f"word{number}" for number in range(20)]


async def test_updates_that_come_twice_are_taken_in_once(town: Town, haste: Haste) -> None:
    pairs = town.across(3)
    town.telegram.updates.twice_share = 0.5
    async with town.alive():
        await town.carried_places()
        for word in SAID:
            for pair in pairs:
                await pair.person.sends(word)
        with haste.times(10):
            await town.telegram.updates.all_confirmed()
            await town.until(lambda: all(len(town.carried_to_discord(pair)) >= len(SAID) for pair in pairs), within=600)
            await town.quiet(within=300)

    assert all(town.carried_to_discord(pair) == SAID for pair in pairs)


async def test_what_is_told_again_after_a_restart_is_not_taken_in_again(town: Town, haste: Haste) -> None:
    [pair] = town.across(1)
    async with town.alive():
        await town.carried_places()
        for word in SAID[:5]:
            await pair.person.sends(word)
        await town.until(lambda: len(town.carried_to_discord(pair)) == 5, within=60)
        await town.telegram.updates.all_confirmed()
    town.telegram.updates.again += town.telegram.updates.made[::-1]  # all of it, the newest first
    async with town.alive():
        await town.carried_places()
        await pair.person.sends("last")
        await town.until(lambda: "last" in town.carried_to_discord(pair), within=60)
        await town.telegram.updates.all_confirmed()
        await town.quiet(within=60)

    assert town.carried_to_discord(pair) == [*SAID[:5], "last"]
