"""One mentor and one mentee: proposed, answered, active and over."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from bot.core.domain.errors import MovedOn, SameMember
from bot.core.domain.ids import CommunityId, MemberId, PairingId
from bot.core.domain.matching import Misfit


class PairingState(Enum):
    """Where a pairing is in its life."""

    PROPOSED = "proposed"
    ACTIVE = "active"
    PAUSED = "paused"
    COMPLETED = "completed"
    DECLINED = "declined"
    ENDED = "ended"


LIVE = frozenset({PairingState.PROPOSED, PairingState.ACTIVE, PairingState.PAUSED})
"""States in which a pairing holds the mentee's one place; all but a proposal also use the mentor's capacity."""

TAKES_CAPACITY = LIVE - {PairingState.PROPOSED}

_STEPS = {
    PairingState.PROPOSED: {PairingState.ACTIVE, PairingState.DECLINED, PairingState.ENDED},
    PairingState.ACTIVE: {PairingState.PAUSED, PairingState.COMPLETED, PairingState.ENDED},
    PairingState.PAUSED: {PairingState.ACTIVE, PairingState.COMPLETED, PairingState.ENDED},
}


@dataclass(frozen=True)
class Pairing:
    """A mentor and a mentee, and how far they have come."""

    id: PairingId
    community: CommunityId
    mentor: MemberId
    mentee: MemberId
    state: PairingState
    score: float
    proposed_by: MemberId
    proposed_at: datetime
    answered_at: datetime | None = None
    ended_at: datetime | None = None

    def accepted(self, now: datetime) -> "Pairing":
        """The mentor says yes."""
        return replace(self._to(PairingState.ACTIVE), answered_at=now)

    def declined(self, now: datetime) -> "Pairing":
        """The mentor says no."""
        return replace(self._to(PairingState.DECLINED), answered_at=now)

    def ended(self, now: datetime) -> "Pairing":
        """It is over, without blame."""
        return replace(self._to(PairingState.ENDED), ended_at=now)

    def _to(self, state: PairingState) -> "Pairing":
        if state not in _STEPS.get(self.state, set()):
            raise MovedOn(state=self.state.value)
        return replace(self, state=state)


@dataclass(frozen=True)
class PairingNote:
    """Why a moderator has proposed two although a rule of the programme was against it."""

    community: CommunityId
    pairing: PairingId
    rule: Misfit
    why: str
    by: MemberId
    at: datetime


def propose(pairing: Pairing) -> Pairing:
    """Check a new proposal's own rules; raise `SameMember` where a member would mentor themselves."""
    if pairing.mentor == pairing.mentee:
        raise SameMember
    return pairing
