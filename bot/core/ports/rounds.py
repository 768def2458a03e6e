"""What is kept of rounds of matching, and of the questions that they put to mentors."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.core.domain.ids import CommunityId, MemberId, PairingId, RoundId
from bot.core.domain.pairings import Pairing
from bot.core.domain.rounds import Asked, Inputs, Proposal, Round, Solution


class Rounds(Protocol):
    """Rounds; what one was solved on and what came of it are read only where they are asked for."""

    def add(self, new: Round, inputs: Inputs) -> None:
        """Keep a new round; raise `RoundUnderWay` if the community has a live one."""

    def save(self, changed: Round) -> None:
        """Keep a changed round, with the decisions that are new."""

    def save_inputs(self, of: Round, inputs: Inputs) -> None:
        """Keep what it is solved on from now on."""

    def save_solution(self, of: Round, solution: Solution) -> None:
        """Keep what came of it."""

    def live(self, community: CommunityId, *, lock: bool = False) -> Round | None:
        """Find the round that isn't over; `lock` holds its row until commit."""

    def newest(self, community: CommunityId) -> Round | None:
        """Find the round that was begun last, over or not."""

    def get(self, community: CommunityId, of: RoundId, *, lock: bool = False) -> Round:
        """Find a round."""

    def inputs(self, of: Round) -> Inputs:
        """Read what it is solved on."""

    def solution(self, of: Round) -> Solution | None:
        """Read what came of it; None where it was never solved."""

    def look_at(self, community: CommunityId, of: RoundId, now: datetime) -> None:
        """Let it be looked at whom a published round asks next; from the first change since it was last looked at."""

    def due(self, now: datetime, limit: int) -> Sequence[Round]:
        """List rounds, of all communities, in which it is to be looked at whom to ask next."""

    def next_instant(self) -> datetime | None:
        """Find the next moment at which a round, or a question that one has put, is due."""

    def leave_without(self, of: Round, members: Iterable[MemberId]) -> None:
        """Keep whom a closed round has left without a mentor."""

    def waited(self, community: CommunityId) -> Mapping[MemberId, int]:
        """Count for each member the rounds that left them without a mentor, in one query; who isn't named has none."""


class Proposals(Protocol):
    """The questions that rounds have put to mentors."""

    def propose(self, pairings: Sequence[Pairing], proposals: Sequence[Proposal]) -> frozenset[PairingId]:
        """Keep new pairings with their proposals; return which of them: one whose mentee is taken is left out."""

    def of_round(self, community: CommunityId, of: RoundId) -> Sequence[Asked]:
        """List what a round has asked, the oldest first."""

    def find(self, community: CommunityId, pairing: PairingId, *, lock: bool = False) -> Proposal | None:
        """Find what a round adds to a pairing; `lock` holds it until commit."""

    def save(self, proposal: Proposal) -> None:
        """Keep a changed proposal."""

    def due(self, now: datetime, limit: int) -> Sequence[Asked]:
        """List proposals, of all communities, that time is to look at (locked, skipping locked)."""

    def unanswered(self, community: CommunityId) -> Sequence[Pairing]:
        """List all pairings of a community that wait for the mentor's answer, those proposed by hand among them."""
