"""What members say of themselves for being paired, and a programme's own rules about it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.core.domain.circumstances import Circumstances, MatchingRules, PastPairing
from bot.core.domain.ids import CommunityId, MemberId, ProgrammeId


class CircumstancesKept(Protocol):
    """Availability, preferences, teams, pauses; wishes; blocks, which are told to nobody but their owner; rules."""

    def get(self, community: CommunityId, member: MemberId) -> Circumstances:
        """Return what a member has said; one who has said nothing has nothing in it."""

    def save(self, circumstances: Circumstances) -> None:
        """Keep what a member says now."""

    def save_all(self, circumstances: Sequence[Circumstances]) -> None:
        """Keep what several members say now, at once."""

    def of_community(self, community: CommunityId) -> Mapping[MemberId, Circumstances]:
        """Find what all members have said, in one query; who has said nothing is left out."""

    def wishes(self, community: CommunityId, mentee: MemberId) -> Sequence[MemberId]:
        """List the mentors that a mentee wishes for, the dearest first."""

    def save_wishes(self, community: CommunityId, mentee: MemberId, mentors: Sequence[MemberId]) -> None:
        """Keep these wishes in the place of the earlier ones."""

    def all_wishes(self, community: CommunityId) -> Mapping[MemberId, Sequence[MemberId]]:
        """Find everybody's wishes, the dearest first, in one query."""

    def block(self, community: CommunityId, member: MemberId, other: MemberId) -> None:
        """Keep that a member doesn't want to be paired with another; once is as good as twice."""

    def unblock(self, community: CommunityId, member: MemberId, other: MemberId) -> None:
        """Forget it."""

    def blocks(self, community: CommunityId, member: MemberId) -> Sequence[MemberId]:
        """List whom a member doesn't want to be paired with; for their own eyes, and for nobody else's."""

    def all_blocks(self, community: CommunityId) -> Mapping[MemberId, Sequence[MemberId]]:
        """Find everybody's blocks, in one query; for `kept_apart` and nothing else."""

    def past_pairings(self, community: CommunityId, since: datetime) -> Sequence[PastPairing]:
        """List the pairings that were active and have ended since, in one query."""

    def rules(self, community: CommunityId, programme: ProgrammeId) -> MatchingRules:
        """Return a programme's own rules, or those that hold where it has none."""

    def save_rules(self, community: CommunityId, programme: ProgrammeId, rules: MatchingRules) -> None:
        """Keep a programme's own rules."""
