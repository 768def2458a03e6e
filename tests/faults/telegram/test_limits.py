"""Fault 5: Telegram answers one message in ten with a rate limit of up to a minute; Discord beside it goes on.

Twenty of the seconds here pass in one of the wall's, for both platforms and Menteo alike.
"""

from tests.faults.discord.haste import Haste
from tests.faults.telegram.town import Town

PAUSES = (1, 3, 10, 30, 60)
"""Seconds that Telegram asks for, each as often as the others."""
SHARE = 0.1
HASTE = 20
ON_THE_WAY = 0.1
"""Seconds by the wall in which a call still arrives that was sent before Menteo could know better."""


async def test_in_a_storm_of_rate_limits_nothing_is_lost_or_doubled_and_pauses_are_kept(
    town: Town, haste: Haste
) -> None:
    members, beside = town.settle(40), town.joins(40)
    for pause in PAUSES:
        town.telegram.faults.fail(429, match="^send", share=SHARE / len(PAUSES), retry_after=pause)
    await town.put([each for _ in range(5) for each in town.tell_there(*members)])
    async with town.alive():
        with haste.times(HASTE):
            await town.put(town.tell(*beside))
            await town.until(lambda: not town.lost(), within=100)
            assert town.lacking(), "Discord was done long before"
            await town.quiet(within=7_200)

    limited = [each for each in town.telegram.requests if each.status == 429]
    assert len(limited) > 10, "it was a storm"
    assert (town.lacking(), town.doubled_there()) == (0, 0)
    assert (town.lost(), town.doubled()) == ([], [])
    assert town.telegram.limits.exceeded == 0, "Telegram's own limits were kept beside"
    assert calls_in_pauses(town, ON_THE_WAY * HASTE) == []


def calls_in_pauses(town: Town, on_the_way: float) -> list[str]:
    """Find what was sent while Telegram should have been left alone."""
    sends = [each for each in town.telegram.requests if each.method.startswith("send")]
    return [
        f"{call.method} {call.at - limited.answered_at:.2f} s into {limited.pause:g} s"
        for limited in sends
        if limited.status == 429
        for call in sends
        if on_the_way < call.at - limited.answered_at < limited.pause
    ]
