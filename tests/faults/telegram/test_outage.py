"""Fault 6: Telegram fails three calls in ten for ten minutes, then all of them for two; Discord beside it goes on.

Twenty of the seconds here pass in one of the wall's; what is caught up with afterwards is measured by the wall.
"""

import asyncio
from itertools import cycle

from bot.adapters.edge.breaker import LONGEST_REST, OPENS_AFTER
from bot.adapters.edge.sender import MOST_IN_FLIGHT
from bot.at_telegram import EVERYWHERE
from tests.faults.discord.haste import Haste
from tests.faults.telegram.town import Town

HASTE = 20
UNWELL, DOWN = 600, 120
"""Seconds of either."""
AT_A_TIME, EVERY = 5, 5.0
"""Meanwhile so many messages fall due every so many seconds."""
BACKLOG = 200
"""More that fall due while nothing works."""
FULL = 0.7
"""Of the full pace: after a rest it would be half of it, and a busy machine takes a part for itself."""
PROBES = 10
"""Attempts in two minutes at a platform that is down: after 1, 2, 4, 8, 16 s and then every half minute."""


async def test_through_an_outage_nothing_is_lost_or_doubled_and_what_waited_is_caught_up_with(
    town: Town, haste: Haste
) -> None:
    members, beside = town.settle(200), town.joins(20)
    recipients = cycle(members)

    async def load(seconds: float) -> None:
        until = haste.seconds() + seconds
        while haste.seconds() < until:
            await town.put(town.tell_there(*(next(recipients) for _ in range(AT_A_TIME))))
            await asyncio.sleep(EVERY)

    async with town.alive():
        with haste.times(HASTE):
            unwell = town.telegram.faults.fail(502, match="^send", share=0.3)
            await load(UNWELL)
            town.telegram.faults.end(unwell)
            down, down_at = town.telegram.faults.fail(502, match="^send"), haste.seconds()
            await town.put(town.tell_there(*(next(recipients) for _ in range(BACKLOG))) + town.tell(*beside))
            await load(DOWN)
            assert town.lost() == [], "Discord was as well as ever"
            town.telegram.faults.end(down)
        over_at = haste.seconds()
        await town.quiet(within=LONGEST_REST + 60)

    assert unwell.happened > 100
    assert (town.lacking(), town.doubled_there()) == (0, 0), town.undone()
    sends = [each for each in town.telegram.requests if each.method == "sendMessage"]
    in_vain = [each.at - down_at for each in sends if down_at <= each.at < over_at]
    assert len(in_vain) <= OPENS_AFTER + MOST_IN_FLIGHT + PROBES
    assert sum(each > DOWN / 2 for each in in_vain) <= PROBES / 2, "one call at a time, and less and less often"
    caught_up = [each.at for each in sends if each.at >= over_at and each.status == 200]
    assert caught_up[0] - over_at <= LONGEST_REST + 1
    assert BACKLOG / (caught_up[BACKLOG] - caught_up[0]) >= FULL / EVERYWHERE
