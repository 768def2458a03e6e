"""Fault 6: Discord fails three calls in ten for ten minutes, then all of them for two.

Twenty of the seconds here pass in one of the wall's, for Discord and Menteo alike; what is caught up with afterwards is
measured by the wall.
"""

import asyncio
from itertools import cycle

from bot.adapters.edge.breaker import LONGEST_REST, OPENS_AFTER
from bot.adapters.edge.sender import MOST_IN_FLIGHT
from tests.discord.server.state import ChannelType
from tests.faults.discord.haste import Haste
from tests.faults.discord.village import Village

HASTE = 20
UNWELL, DOWN = 600, 120
"""Seconds of either."""
AT_A_TIME, EVERY = 5, 5.0
"""Meanwhile so many messages fall due every so many seconds."""
BACKLOG = 300
"""More that fall due while nothing works."""
PACE = 48.0
"""Calls a second that Discord is to be asked at most: every message here takes one."""
FULL = 0.7
"""Of the full pace: after a rest it would be half of it, and a busy machine takes a part for itself."""
PROBES = 10
"""Attempts in two minutes at a platform that is down: after 1, 2, 4, 8, 16 s and then every half minute."""


async def test_through_an_outage_nothing_is_lost_and_what_waited_is_caught_up_with_at_full_rate(
    village: Village, haste: Haste
) -> None:
    members = village.joins(150)
    growth = [each for member in members[:2] for each in village.note(member)]
    rooms = village.room(village.pairs(members[0], members[1]))
    recipients = cycle(members)

    async def load(seconds: float) -> None:
        until = haste.seconds() + seconds
        while haste.seconds() < until:
            await village.put(village.tell(*(next(recipients) for _ in range(AT_A_TIME))))
            await asyncio.sleep(EVERY)

    await village.put(village.homes() + village.tell(*members))  # the direct messages are open from here on
    async with village.alive():
        await village.quiet(within=30)
        with haste.times(HASTE):
            unwell = village.server.faults.fail(503, share=0.3)
            await village.put(rooms + growth)
            await load(UNWELL)
            village.server.faults.end(unwell)
            down, down_at = village.server.faults.fail(503), haste.seconds()
            await village.put(village.tell(*(next(recipients) for _ in range(BACKLOG))))
            await load(DOWN)
            village.server.faults.end(down)
        over_at = haste.seconds()
        await village.quiet(within=LONGEST_REST + 60)

    assert unwell.happened > 100
    assert village.lost() == []
    assert village.doubled() == []
    assert len(village.made(ChannelType.PUBLIC_THREAD)) == 2
    in_vain = [each.at - down_at for each in village.server.requests if down_at <= each.at < over_at]
    assert len(in_vain) <= OPENS_AFTER + MOST_IN_FLIGHT + PROBES
    assert sum(each > DOWN / 2 for each in in_vain) <= PROBES / 2, "one call at a time, and less and less often"
    caught_up = [each.at for each in village.server.requests if each.at >= over_at and each.status == 200]
    assert caught_up[0] - over_at <= LONGEST_REST + 1
    assert BACKLOG / (caught_up[BACKLOG] - caught_up[0]) >= FULL * PACE
