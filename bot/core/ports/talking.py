"""What is kept of conversations that are going on."""

from datetime import datetime
from typing import Protocol

from bot.core.domain.ids import CommunityId, MemberId
from bot.core.ui.forms import FormSession


class FormSessions(Protocol):
    """The answers so far to opened forms."""

    def find(self, community: CommunityId, session: str) -> FormSession | None:
        """Find a session."""

    def find_open(self, community: CommunityId, member: MemberId, form: str, ref: str) -> FormSession | None:
        """Find the member's latest open session of a form about the same thing."""

    def save(self, session: FormSession) -> None:
        """Keep a session, new or changed."""


class Inbox(Protocol):
    """Which happenings have been dealt with."""

    def record(self, platform: str, update: str, now: datetime) -> bool:
        """Record one; return False if it was recorded before."""

    def clear(self, before: datetime, limit: int) -> int:
        """Forget what was recorded before then, the oldest first; return how many."""
