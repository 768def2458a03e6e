"""Fault 7: Telegram does what it is asked, and its reply is lost.

Telegram knows no keys and shows a bot nothing of what it has said: a prompt may come twice; a person's words never do,
and whoever wrote them is told that they may not have arrived.
"""

from bot.adapters.edge.sender import MOST_IN_FLIGHT
from tests.faults.discord.haste import Haste
from tests.faults.telegram.town import Town, in_order

HASTE = 10
JITTER = 0.05 * HASTE
"""Seconds that a machine takes off the distance of two messages to a chat, ten times as many as without haste.

A refusal whose reply is lost would look like words that are.
"""
LOST = 8


async def test_a_prompt_whose_reply_is_lost_may_come_twice_and_is_never_lost(town: Town, haste: Haste) -> None:
    members = town.settle(40)
    lost = town.telegram.faults.lose_reply("^sendMessage", times=LOST)
    await town.put([each for _ in range(2) for each in town.tell_there(*members)])
    async with town.alive():
        with haste.times(HASTE):
            await town.quiet(within=600)

    assert lost.happened == LOST
    assert town.lacking() == 0
    assert town.doubled_there() <= min(LOST, MOST_IN_FLIGHT)


async def test_words_whose_reply_is_lost_never_come_twice_and_their_author_is_told(town: Town, haste: Haste) -> None:
    pairs = town.across(4)
    town.telegram.limits.slack = JITTER
    said = [f"word{number}" for number in range(8)]
    async with town.alive():
        await town.carried_places()
        lost = town.telegram.faults.lose_reply("^sendMessage", times=LOST)
        for word in said:
            for pair in pairs:
                town.server.world.say(town.people[pair.mentor], pair.room, word)
        with haste.times(HASTE):
            await town.until(
                lambda: all(len(town.carried_to_telegram(pair)) == len(said) for pair in pairs), within=300
            )
            await town.quiet(within=300)

    assert lost.happened == LOST
    for pair in pairs:
        assert town.carried_to_telegram(pair) == said, "in order, and each once"
    assert sum(map(town.warned, pairs)) == LOST
    assert all(in_order(said, town.carried_to_telegram(pair)) for pair in pairs)


async def test_words_on_their_way_to_discord_come_once_whatever_reply_is_lost(town: Town, haste: Haste) -> None:
    pairs = town.across(4)
    said = [f"word{number}" for number in range(6)]
    async with town.alive():
        await town.carried_places()
        lost = town.server.faults.lose_reply("POST /channels/[0-9]+/messages$", times=LOST)
        for word in said:
            for pair in pairs:
                await pair.person.sends(word)
        with haste.times(HASTE):
            await town.until(lambda: all(len(town.carried_to_discord(pair)) == len(said) for pair in pairs), within=300)
            await town.quiet(within=300)

    assert lost.happened == LOST
    assert all(town.carried_to_discord(pair) == said for pair in pairs)
