"""What happens to a community rather than to a person: nobody waits for an answer."""

from typing import assert_never

from bot.core.domain.communities import Community
from bot.core.ports import Tools, UnitOfWork
from bot.core.ui.inbound import BroughtIn, Commented, Happening, Origin, PlaceLost, PlaceMoved, SentAway
from bot.core.ui.reading import harmless
from bot.core.usecases.communities import Whereabouts, bring_in, send_away
from bot.core.usecases.growth import count_comment
from bot.core.usecases.members import Newcomer
from bot.core.usecases.places import lose_place, move_place

LONGEST_NAME = 80
"""Characters of a name that are kept; platforms allow fewer (Discord 32, Telegram 64 in each of two parts)."""


def happen(work: UnitOfWork, tools: Tools, happening: Happening) -> None:
    """Take a happening in, once; what is said of a community that isn't known is let go."""
    origin = happening.origin
    if isinstance(happening, BroughtIn):  # told over and over, which changes nothing
        by = newcomer_of(origin) if origin.account else None
        bring_in(work, tools, _whereabouts(origin, happening.community_name), by, founds=happening.founds)
        return
    community = work.communities.find_by_place(origin.platform, origin.community)
    if community is not None and work.inbox.record(origin.platform, origin.update, tools.clock.now()):
        _take_in(work, tools, community, happening)


def newcomer_of(origin: Origin) -> Newcomer:
    """Take what a surface says of an account."""
    name = _name(origin.name) or origin.account
    return Newcomer(origin.platform, origin.account, name, origin.language, origin.zone, origin.handle)


def _take_in(
    work: UnitOfWork, tools: Tools, community: Community, happening: SentAway | PlaceLost | PlaceMoved | Commented
) -> None:
    platform = happening.origin.platform
    match happening:
        case SentAway():
            send_away(work, tools, community, platform)
        case PlaceLost(place=place):
            lose_place(work, tools, community.id, platform, place)
        case PlaceMoved(place=place, to=to):
            move_place(work, community, platform, place, to)
        case Commented(origin=origin):
            count_comment(work, tools, community.id, platform, origin.place)
        case _:
            assert_never(happening)


def _whereabouts(origin: Origin, name: str) -> Whereabouts:
    name = _name(name) or origin.community
    return Whereabouts(origin.platform, origin.community, name, origin.language, origin.zone)


def _name(text: str) -> str:
    return " ".join(harmless(text).split())[:LONGEST_NAME]
