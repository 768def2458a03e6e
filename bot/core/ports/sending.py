"""What is to happen outside, and which process makes it happen."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.core.domain.ids import CommunityId
from bot.core.effects import Act, Effect, LeasedEffect


class Outbox(Protocol):
    """What is to happen outside; leases are in machine time."""

    def add(self, effects: Sequence[Effect]) -> None:
        """Keep effects; one whose key is there already is left as it is."""

    def lease(
        self, platforms: Sequence[str], now: datetime, machine_now: datetime, until: datetime, limit: int
    ) -> Sequence[LeasedEffect]:
        """Take effects that are ready, at most one a lane (its oldest unfinished), by priority, then in order."""

    def done(self, numbers: Mapping[int, str]) -> None:
        """Record what the platform calls each."""

    def retry(self, number: int, not_before: datetime, error: str, *, doubtful: bool = False) -> None:
        """Give one back until later (machine time); `doubtful` where it may have happened all the same."""

    def hasten(self, community: CommunityId, lane: str = "") -> None:
        """Try now what waits for another try; for when whatever it failed for was changed.

        With a `lane`, only what waits in it and in those that begin with its name and a colon.
        """

    def postpone(self, number: int, not_before: datetime, reason: str, *, doubtful: bool = False) -> None:
        """Give one back until later as if it had never been tried."""

    def give_up(self, number: int, error: str) -> None:
        """Make one a dead letter; its lane goes on."""

    def skip(self, number: int, reason: str) -> None:
        """Let one go that has nothing left to say; its lane goes on."""

    def release(self) -> None:
        """Give back every lease: nobody else holds any (embedded start only)."""

    def external_id(self, community: CommunityId, key: str) -> str | None:
        """Find what the platform calls the message that a done effect made."""

    def clear(self, acts: Collection[Act], before: datetime, beyond: int, limit: int) -> Sequence[int]:
        """Forget effects of these acts that are done or had nothing left to say.

        Looks at most at `limit`, from beyond a number on, up to the first that was due later than `before`; returns
        the numbers looked at.
        """

    def ahead(self, community: CommunityId, platform: str, lanes: str) -> int:
        """Count what waits for a platform in a community's lanes of a kind (`thread:`)."""

    def waiting(self) -> int:
        """Count the effects that are neither done nor given up."""


class Sendings(Protocol):
    """Which process sends to a platform: one at a time; all times are the machine's."""

    def hold(self, platform: str, holder: str, now: datetime, until: datetime) -> bool:
        """Take a platform, or keep it, for `holder` until then; return False while another holds it."""

    def let_go(self, platform: str, holder: str) -> None:
        """Give a platform back, if `holder` has it."""
