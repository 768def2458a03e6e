"""Where the frameworks are kept that communities have loaded for themselves."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.core.domain.ids import CommunityId, FrameworkId
from bot.core.domain.loaded import FrameworkDraft, LoadedFramework


class LoadedFrameworks(Protocol):
    """Communities' own frameworks: every version that ever was, and the file that waits for a yes."""

    def add(self, loaded: LoadedFramework, text: str) -> None:
        """Keep a version that wasn't there before, as it was attached."""

    def current(self, community: CommunityId) -> Sequence[LoadedFramework]:
        """List the newest version of each framework that isn't removed, by title, in one query."""

    def newest(self, community: CommunityId, framework: FrameworkId) -> LoadedFramework | None:
        """Find the newest version of a framework, removed or not."""

    def texts(self, community: CommunityId, loaded: Sequence[LoadedFramework]) -> Mapping[FrameworkId, str]:
        """Find what was attached as these versions, one of each framework, in one query."""

    def set_removed(self, community: CommunityId, framework: FrameworkId, removed_at: datetime | None) -> None:
        """Keep since when a framework is removed, all versions of it; None if it is there."""

    def save_draft(self, draft: FrameworkDraft) -> None:
        """Keep a file that waits for a yes, in the place of the community's earlier one."""

    def find_draft(self, community: CommunityId, draft: str) -> FrameworkDraft | None:
        """Find it, if it still waits."""

    def forget_draft(self, community: CommunityId) -> None:
        """Keep it no longer."""
