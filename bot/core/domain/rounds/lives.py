"""A round of a community: draft, reviewed, published, closed."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from bot.core.domain.errors import NoRound, RoundChanged, RoundNotSolved
from bot.core.domain.ids import CommunityId, MemberId, RoundId
from bot.core.domain.matching import Objective
from bot.core.domain.rounds.rulings import Decision, Rulings, standing


class RoundState(Enum):
    """Where a round is in its life."""

    DRAFT = "draft"
    REVIEWED = "reviewed"
    PUBLISHED = "published"
    CLOSED = "closed"


LIVE_ROUNDS = frozenset({RoundState.DRAFT, RoundState.REVIEWED, RoundState.PUBLISHED})
"""States of which a community has one round at a time."""

OPEN_TO_DECISIONS = frozenset({RoundState.DRAFT, RoundState.REVIEWED})


@dataclass(frozen=True)
class Round:
    """A round without what it was solved on and what came of it, which are kept beside it.

    `version` counts everything that changes what is to be solved or asked, so that whatever was thought out on an
    earlier one is not carried out.
    """

    id: RoundId
    community: CommunityId
    number: int
    state: RoundState
    objective: Objective
    version: int
    solved: int | None
    """The version that the solution is of."""
    started_by: MemberId
    started_at: datetime
    decisions: tuple[Decision, ...] = ()
    reviewed_by: MemberId | None = None
    reviewed_at: datetime | None = None
    published_by: MemberId | None = None
    published_at: datetime | None = None
    closed_at: datetime | None = None
    pass_on_at: datetime | None = None
    """When it is looked at whom to ask next."""

    @property
    def rulings(self) -> Rulings:
        """What stands of the moderators' decisions."""
        return standing(self.decisions)

    @property
    def is_solved(self) -> bool:
        """Whether the solution answers to all that was decided."""
        return self.solved == self.version

    def at(self, version: int) -> "Round":
        """Return it, or raise `RoundChanged` where what was thought out is of another version."""
        if self.version != version:
            raise RoundChanged
        return self

    def decided(self, *decisions: Decision) -> "Round":
        """Decide about pairs: the round is a draft again, and to be solved anew."""
        draft = self._in(OPEN_TO_DECISIONS)
        return replace(
            draft,
            state=RoundState.DRAFT,
            version=self.version + 1,
            decisions=(*self.decisions, *decisions),
            reviewed_by=None,
            reviewed_at=None,
        )

    def refreshed(self) -> "Round":
        """Take the people in as they are now; what was decided stands."""
        return self.decided()

    def answered(self) -> "Round":
        """Have a solution."""
        return replace(self._in(OPEN_TO_DECISIONS), solved=self.version)

    def reviewed(self, by: MemberId, now: datetime) -> "Round":
        """A moderator has looked it through."""
        if not self._in(OPEN_TO_DECISIONS).is_solved:
            raise RoundNotSolved
        return replace(self, state=RoundState.REVIEWED, reviewed_by=by, reviewed_at=now)

    def published(self, by: MemberId, now: datetime) -> "Round":
        """The mentors are asked; whoever couldn't be is passed on at once."""
        self._in({RoundState.REVIEWED})
        return replace(
            self,
            state=RoundState.PUBLISHED,
            version=self.version + 1,
            solved=self.version + 1,
            published_by=by,
            published_at=now,
            pass_on_at=now,
        )

    def looked_at(self, again_at: datetime | None) -> "Round":
        """It was looked at whom to ask next, and is to be again where what was found frees somebody else."""
        return replace(self._in({RoundState.PUBLISHED}), version=self.version + 1, pass_on_at=again_at)

    def closed(self, now: datetime) -> "Round":
        """It is over: everybody has answered, or a draft was given up."""
        self._in(LIVE_ROUNDS)
        return replace(self, state=RoundState.CLOSED, version=self.version + 1, closed_at=now, pass_on_at=None)

    def _in(self, states: "frozenset[RoundState] | set[RoundState]") -> "Round":
        if self.state not in states:
            raise NoRound(state=self.state.value)
        return self
