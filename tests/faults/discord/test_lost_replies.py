"""Fault 7: Discord does what it is asked and its reply is lost, each time that a thing is asked for the first time.

It forgets a message's nonce at once here, so that nothing but looking for what was said keeps it from being said twice.
"""

from datetime import timedelta

import pytest

from bot.storage.outbox import EffectState
from tests.discord.server import posts
from tests.discord.server.state import ChannelType
from tests.faults.discord.haste import Haste
from tests.faults.discord.village import Village

HASTE = 5


@pytest.mark.parametrize("forums", [True, False], ids=["forum", "threads"])
async def test_whatever_reply_is_lost_nothing_is_said_or_made_twice(
    village: Village, haste: Haste, monkeypatch: pytest.MonkeyPatch, *, forums: bool
) -> None:
    monkeypatch.setattr(posts, "NONCE_MEMORY", timedelta())
    world, members = village.server.world, village.joins(6)
    if not forums:
        village.harbour.guild.features.clear()
    rooms = [each for number in (0, 2) for each in village.room(village.pairs(*members[number : number + 2]))]
    growth = [each for member in members[:3] for each in village.note(member)]
    more = [each for member in members[:3] for each in village.note(member, has_thread=True)]
    await village.put(village.homes() + rooms + growth + more + village.tell(*members) + village.tell(*members))
    lost = [
        village.server.faults.lose_reply("POST /guilds/[0-9]+/channels", times=4),
        village.server.faults.lose_reply("POST /channels/[0-9]+/threads", times=2),
        village.server.faults.lose_reply("POST /channels/[0-9]+/messages/[0-9]+/threads", times=2),
        village.server.faults.lose_reply("POST /channels/[0-9]+/messages$", times=12),
        village.server.faults.lose_reply("POST /users/@me/channels", times=3),
        village.server.faults.lose_reply("PUT /channels/[0-9]+/messages/pins", times=2),
    ]
    async with village.alive():
        with haste.times(HASTE):
            await village.quiet(within=600)

    assert sum(each.happened for each in lost) >= 20
    assert {fate.state for fate in village.fates().values()} <= {EffectState.DONE, EffectState.SKIPPED}
    assert village.lost() == []
    assert village.doubled() == []
    assert len(village.made(ChannelType.TEXT)) == 1 + 2 + (not forums)
    assert len(village.made(ChannelType.PUBLIC_THREAD)) == 3
    pinned = [each for channel in world.channels.values() for each in channel.messages.values() if each.pinned_at]
    assert len(pinned) == 3, "the welcome and each room's guide"
