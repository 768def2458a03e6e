"""One-time codes that somebody carries from one platform to another by hand."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum
from hashlib import sha256
from typing import Final

from bot.core.domain.errors import CodeExpired, CodeUsed
from bot.core.domain.ids import CodeId, CommunityId, MemberId

LIFETIME: Final = timedelta(minutes=30)


class CodePurpose(Enum):
    """What a code is good for."""

    CONNECT = "connect"
    """Ties a place on another platform to the community."""
    LINK = "link"
    """Makes an account on another platform the member's own."""


@dataclass(frozen=True)
class Code:
    """A code that was given to a member; its words are theirs alone, and only their digest is kept."""

    id: CodeId
    community: CommunityId
    purpose: CodePurpose
    member: MemberId
    digest: str
    expires_at: datetime
    used_at: datetime | None = None
    used_by: str = ""
    """The account that used it (`account_of`); that one alone may go on with what it began."""

    def valid(self, now: datetime) -> "Code":
        """Return it, or raise `CodeExpired`."""
        if now >= self.expires_at:
            raise CodeExpired
        return self

    def used(self, by: str, now: datetime) -> "Code":
        """Use it; raise `CodeUsed` where somebody else has, `CodeExpired` where its time is over."""
        if self.used_at is not None and self.used_by != by:
            raise CodeUsed
        return replace(self.valid(now), used_at=self.used_at or now, used_by=by)


def digest_of(given: str) -> str:
    """Name a code without keeping it: as it was shown, however it was typed."""
    return sha256("".join(sign for sign in given.lower() if sign.isalnum()).encode()).hexdigest()


def account_of(platform: str, external_id: str) -> str:
    """Write who uses a code in one word."""
    return f"{platform}:{external_id}"
