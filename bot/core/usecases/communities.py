"""How a community begins, is left by the program, and gets it back."""

from dataclasses import dataclass, replace

from bot.core.domain.communities import Community, Place, PlaceKind
from bot.core.domain.ids import CommunityId, PlaceId
from bot.core.domain.rooms import RoomState
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.members import Newcomer, come_in, move_home, spoken
from bot.core.usecases.places import open_room, open_thread
from bot.core.usecases.rooms import put_right
from bot.core.usecases.telling import tell, tell_moderators

ANYWHERE = "UTC"
"""The zone of a community whose platform knows none."""


@dataclass(frozen=True)
class Whereabouts:
    """What a platform says of a community; language and zone are empty where it knows nothing."""

    platform: str
    external_id: str
    name: str
    language: str = ""
    zone: str = ""


def found_community(
    work: UnitOfWork, tools: Tools, platform: str, external_id: str, name: str, language: str, zone: str
) -> Community:
    """Make the community that a platform calls `external_id`, or return it; a platform's word is enough for that."""
    known = work.communities.find_by_place(platform, external_id)
    if known is not None:
        return known
    community = _founded(work, tools, Whereabouts(platform, external_id, name, language, zone))
    work.commit()
    return community


def bring_in(work: UnitOfWork, tools: Tools, where: Whereabouts, by: Newcomer | None, *, founds: bool = True) -> None:
    """Begin in a community, or go on where the program was before; where it is already, nothing happens.

    Without `founds` nothing begins where it never was.

    `by` is who brought it: they hear what to do first.
    """
    known = work.communities.find_by_place(where.platform, where.external_id)
    if known is None and not founds:
        return
    if known is None:
        community = _founded(work, tools, where)
        if by is not None:
            member = come_in(work, tools, community, by)
            tell(work, tools, community.id, member.id, "welcome", f"welcome:{member.id}")
    else:
        place = work.communities.own_place(known.id, where.platform)
        if place is not None and place.is_away:
            _go_on(work, tools, known, place)
    work.commit()


def send_away(work: UnitOfWork, tools: Tools, community: Community, platform: str) -> None:
    """Record that the program was removed from a platform: nobody there is asked until it is back; nothing is lost.

    Whoever has an account on another platform of the community is written to there from now on. Only where no
    platform is left is the community away as a whole.
    """
    place = work.communities.own_place(community.id, platform)
    if place is None or place.is_away:
        return
    work.communities.save_place(replace(place, is_away=True))
    at_home = [each for each in work.members.active(community.id) if each.home == platform]
    stuck = {each.id for each in at_home if not move_home(work, each, platform)}
    stopped = [replace(each, due_at=None) for each in work.check_ins.schedules_of(community.id) if each.member in stuck]
    work.check_ins.save_schedules(stopped)
    if all(each.is_away for each in work.communities.own_places(community.id)):
        work.communities.save(replace(community, is_away=True))
    else:
        occasion, facts = tools.ids.new(), {"platform": platform, "count": str(len(stuck))}
        tell_moderators(work, tools, community.id, "sent_away", f"sent_away:{occasion}", **facts)
    work.commit()


def _founded(work: UnitOfWork, tools: Tools, where: Whereabouts) -> Community:
    language = spoken(tools, where.language) or tools.library.languages()[0]
    founded_at = tools.clock.now()
    community = Community(CommunityId(tools.ids.new()), where.name, language, where.zone or ANYWHERE, founded_at)
    work.communities.add(community)
    own = PlaceId(tools.ids.new())
    work.communities.add_place(Place(own, community.id, where.platform, PlaceKind.COMMUNITY, where.external_id))
    return community


def _go_on(work: UnitOfWork, tools: Tools, community: Community, place: Place) -> None:
    """Ask everybody again there from the next week on, and make what could not be made meanwhile."""
    work.communities.save_place(replace(place, is_away=False))
    work.communities.save(replace(community, is_away=False))
    now, occasion = tools.clock.now(), tools.ids.new()
    at_home = {each.id for each in work.members.active(community.id) if each.home == place.platform}
    stopped = [each for each in work.check_ins.schedules_of(community.id) if each.member in at_home]
    work.check_ins.save_schedules([each.resumed(now) for each in stopped])
    for room in work.rooms.in_use(community.id):
        if room.state is RoomState.OPENING:
            open_room(work, tools, room, occasion, place.platform)
    put_right(work, tools, community.id)
    for thread in work.growth.threads_to_open(community.id):
        if thread.member in at_home:
            open_thread(work, tools, thread, occasion)
    tell_moderators(work, tools, community.id, "back", f"back:{occasion}")
