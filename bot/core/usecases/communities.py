"""How a community begins."""

from bot.core.domain.communities import Community, Place, PlaceKind
from bot.core.domain.ids import CommunityId, PlaceId
from bot.core.ports import Tools, UnitOfWork


def found_community(
    work: UnitOfWork, tools: Tools, platform: str, external_id: str, name: str, language: str, zone: str
) -> Community:
    """Make the community that a platform calls `external_id`, or return it; a platform's word is enough for that."""
    known = work.communities.find_by_place(platform, external_id)
    if known is not None:
        return known
    community = Community(CommunityId(tools.ids.new()), name, language, zone, tools.clock.now())
    work.communities.add(community)
    work.communities.add_place(
        Place(PlaceId(tools.ids.new()), community.id, platform, PlaceKind.COMMUNITY, external_id)
    )
    work.commit()
    return community
