"""Which versions of frameworks were seen, when first, and what roles asked in them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.core.domain.ids import CommunityId, RoleId
from bot.core.domain.versions import FrameworkVersion, RoleVersion


class Versions(Protocol):
    """Versions of frameworks that are here for every community, and what roles asked when somebody began on them."""

    def see_frameworks(self, versions: Sequence[FrameworkVersion], seen_at: datetime) -> None:
        """Keep when versions were first seen; of one that was seen before, the first time stays."""

    def seen_at(self, version: FrameworkVersion) -> datetime | None:
        """Find when a version was first seen."""

    def see_roles(self, roles: Sequence[RoleVersion]) -> None:
        """Keep what roles ask; what was kept before of a role in a version stays."""

    def role(self, community: CommunityId, role: RoleId, version: FrameworkVersion) -> RoleVersion | None:
        """Find what a role asked in a version, as this community has seen it."""

    def unbegun(self) -> Sequence[tuple[CommunityId, RoleId]]:
        """List what mentees aim at whose matrices are begun on no version, over all communities, each role once."""

    def begin(self, community: CommunityId, role: RoleId, version: FrameworkVersion) -> None:
        """Begin those matrices on a version, in one statement."""
