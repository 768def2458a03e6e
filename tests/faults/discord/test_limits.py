"""Fault 5: Discord answers one call in ten with a rate limit, of a route or of everything, for up to a minute.

Ten or twenty of the seconds here pass in one of the wall's, for Discord and Menteo alike.
"""

import pytest

from tests.discord.server.app import DiscordServer
from tests.discord.server.rest.door import Asking
from tests.discord.server.state import ChannelType
from tests.faults.discord.haste import Haste
from tests.faults.discord.village import Village

PAUSES = (1, 3, 10, 30, 60)
"""Seconds that Discord asks for, each as often as the others."""
SHARE = 0.1
INVALID = 1_000
"""The most answers in ten minutes that Discord counts as invalid: a tenth of those that get an address banned."""
ON_THE_WAY = 0.1
"""Seconds by the wall in which a call still arrives that was sent before Menteo could know better."""
_NOT_LIMITED = ("/interactions/", "/webhooks/")


@pytest.mark.parametrize(("scope", "speed"), [("user", 10), ("global", 20)])
async def test_in_a_storm_of_rate_limits_nothing_is_lost_and_pauses_are_kept(
    village: Village, haste: Haste, scope: str, speed: int
) -> None:
    members = village.joins(40)
    pairs = [village.pairs(*members[number : number + 2]) for number in range(0, 12, 2)]
    growth = [each for member in members[:6] for each in village.note(member)]
    storm(village.server, scope)
    await village.put(village.homes() + [each for pair in pairs for each in village.room(pair)] + growth)
    await village.put([each for _ in range(3) for each in village.tell(*members)])
    async with village.alive():
        began = haste.seconds()
        with haste.times(speed):
            await village.quiet(within=7_200)
        took = haste.seconds() - began

    limited = [each for each in village.server.requests if each.status == 429]
    assert len(limited) > 20, "it was a storm"
    assert village.lost() == []
    assert village.doubled() == []
    assert len(village.made(ChannelType.TEXT)) == 1 + len(pairs)
    assert len(village.made(ChannelType.PUBLIC_THREAD)) == 6
    assert calls_in_pauses(village.server, ON_THE_WAY * speed) == []
    assert village.server.invalid_requests < INVALID * max(took / 600, 1)
    assert village.server.limits.exceeded == 0, "Discord's own limits were kept beside"


def storm(server: DiscordServer, scope: str) -> None:
    for pause in PAUSES:
        server.faults.fail(429, share=SHARE / len(PAUSES), retry_after=pause, scope=scope)


def calls_in_pauses(server: DiscordServer, on_the_way: float) -> list[str]:
    """Find what was asked while it should have been left alone."""
    calls = [each for each in server.requests if not any(part in each.route for part in _NOT_LIMITED)]
    return [
        f"{call.method} {call.path} {call.at - limited.answered_at:.2f} s into {limited.pause:g} s, {limited.scope}"
        for limited in calls
        if limited.status == 429
        for call in calls
        if on_the_way < call.at - limited.answered_at < limited.pause and concerns(limited, call)
    ]


def concerns(limited: Asking, call: Asking) -> bool:
    """Whether a limit is of everything, or of the route and resource of a call."""
    return limited.scope == "global" or (limited.route == call.route and major(limited) == major(call))


def major(asking: Asking) -> list[str]:
    """The resource that a route's bucket is of: the first two parts of its address."""
    return asking.path.removeprefix("/api/v10").split("/")[1:3]
