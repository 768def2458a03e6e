"""How places and people of several platforms come together: codes that are carried by hand, and members made one."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Protocol

from bot.core.domain.codes import Code
from bot.core.domain.ids import CodeId, CommunityId, MemberId


class Codes(Protocol):
    """One-time codes."""

    def add(self, code: Code, now: datetime) -> None:
        """Keep a new code, in place of an unused one of the same member and purpose; forget those long over."""

    def find(self, digest: str) -> Code | None:
        """Find a code over all communities: whoever has its words needs to know nothing else."""

    def get(self, community: CommunityId, code: CodeId) -> Code:
        """Find a code."""

    def use(self, code: Code) -> bool:
        """Keep that a code is used; return False where another account was faster."""


class Merges(Protocol):
    """Members who were made one."""

    def hold(self, community: CommunityId, members: Iterable[MemberId]) -> None:
        """Keep others from changing these members, and from referring to them, until commit."""

    def merge(self, community: CommunityId, gone: MemberId, into: MemberId) -> None:
        """Make everything of one member another's, and forget the one; what that one is to be like is saved before."""

    def heirs(self, named: Iterable[tuple[CommunityId, str]]) -> Mapping[tuple[CommunityId, str], MemberId]:
        """Find those of several members who are no more, each with the member who they are now; in one query."""
