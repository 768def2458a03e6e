"""The questions that rounds have put to mentors."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from bot.core.domain.ids import CommunityId, PairingId, RoundId
from bot.core.domain.pairings import Pairing, PairingState
from bot.core.domain.rounds import Asked, Proposal
from bot.storage import schema
from bot.storage.pairings import IS_LIVE, NEW_PAIRING, pairing_of, pairings, values_of
from bot.storage.rounds.tables import proposals
from bot.storage.rows import Row, Rows


class ProposalRows(Rows):
    """The port `Proposals`."""

    def propose(self, pairings: Sequence[Pairing], proposals: Sequence[Proposal]) -> frozenset[PairingId]:
        made = frozenset(
            each.id
            for each in pairings
            if self._change(NEW_PAIRING, {"community_id": each.community, "id": each.id, **values_of(each)})
        )
        self._change_each(
            _ADD,
            [
                {"community_id": each.community, "pairing_id": each.pairing, **_values(each)}
                for each in proposals
                if each.pairing in made
            ],
        )
        return made

    def of_round(self, community: CommunityId, of: RoundId) -> Sequence[Asked]:
        return [_asked_of(row) for row in self._all(_OF_ROUND, community=community, round=of)]

    def find(self, community: CommunityId, pairing: PairingId, *, lock: bool = False) -> Proposal | None:
        row = self._first(_LOCK if lock else _FIND, community=community, pairing=pairing)
        return Proposal(*row) if row else None

    def save(self, proposal: Proposal) -> None:
        self._change(
            _SAVE,
            {"of_community_id": proposal.community, "of_pairing_id": proposal.pairing, **_values(proposal)},
        )

    def due(self, now: datetime, limit: int) -> Sequence[Asked]:
        return [_asked_of(row) for row in self._all(_DUE, now=now, limit=limit)]

    def unanswered(self, community: CommunityId) -> Sequence[Pairing]:
        return [pairing_of(row) for row in self._all(_UNANSWERED, community=community)]


_PROPOSAL = (
    proposals.c.community_id,
    proposals.c.pairing_id,
    proposals.c.round_id,
    proposals.c.answer_by,
    proposals.c.due_at,
    proposals.c.reason,
    proposals.c.words,
)
_WIDTH = len(_PROPOSAL)
_OF_COMMUNITY = proposals.c.community_id == sa.bindparam("community")
_ASKED = sa.select(*_PROPOSAL, *pairings.c).join(pairings)

_ADD = sa.insert(proposals)
_SAVE = schema.changing(proposals)
_FIND = sa.select(*_PROPOSAL).where(_OF_COMMUNITY, proposals.c.pairing_id == sa.bindparam("pairing"))
_LOCK = _FIND.with_for_update()
_OF_ROUND = _ASKED.where(_OF_COMMUNITY, proposals.c.round_id == sa.bindparam("round")).order_by(
    pairings.c.proposed_at, pairings.c.id
)
_DUE = (
    _ASKED.where(proposals.c.due_at.is_not(None), proposals.c.due_at <= sa.bindparam("now", type_=schema.Instant))
    .order_by(proposals.c.due_at)
    .limit(sa.bindparam("limit"))
    .with_for_update(skip_locked=True)
)
_UNANSWERED = (
    sa.select(*pairings.c)
    .where(
        pairings.c.community_id == sa.bindparam("community"),
        IS_LIVE,  # as well, for its index
        pairings.c.state == schema.constant(PairingState.PROPOSED),
    )
    .order_by(pairings.c.id)
)


def _values(proposal: Proposal) -> dict[str, object]:
    return {
        "round_id": proposal.round,
        "answer_by": proposal.answer_by,
        "due_at": proposal.due_at,
        "reason": proposal.reason,
        "words": proposal.words,
    }


def _asked_of(row: Row) -> Asked:
    return Asked(Proposal(*row[:_WIDTH]), pairing_of(row[_WIDTH:]))
