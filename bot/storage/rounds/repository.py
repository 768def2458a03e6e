"""Rounds, with what they were solved on and what came of them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

import sqlalchemy as sa

from bot.core.domain.errors import NotFound, RoundUnderWay
from bot.core.domain.ids import CommunityId, MemberId, RoundId
from bot.core.domain.rounds import LIVE_ROUNDS, Decision, Inputs, Round, RoundState, Solution
from bot.storage import schema
from bot.storage.dialect import insert
from bot.storage.rounds.snapshots import read_inputs, read_solution, write_inputs, write_solution
from bot.storage.rounds.tables import proposals, round_decisions, round_waits, rounds
from bot.storage.rows import Row, Rows
from bot.storage.sealing import Seal


class RoundRows(Rows):
    """The port `Rounds`."""

    def __init__(self, connection: sa.Connection, seal: Seal) -> None:
        super().__init__(connection)
        self._seal = seal

    def add(self, new: Round, inputs: Inputs) -> None:
        key = {"community_id": new.community, "id": new.id}
        if not self._change(_ADD, {**key, **_values(new), "inputs": self._seal.sealed(write_inputs(inputs))}):
            raise RoundUnderWay

    def save(self, changed: Round) -> None:
        self._change(_SAVE, {**_key(changed), **_values(changed)})
        rows = [_decision_values(changed, number, each) for number, each in enumerate(changed.decisions)]
        self._change_each(_ADD_DECISION, rows)

    def save_inputs(self, of: Round, inputs: Inputs) -> None:
        self._change(_SAVE, {**_key(of), "inputs": self._seal.sealed(write_inputs(inputs))})

    def save_solution(self, of: Round, solution: Solution) -> None:
        self._change(_SAVE, {**_key(of), "solution": self._seal.sealed(write_solution(solution))})

    def live(self, community: CommunityId, *, lock: bool = False) -> Round | None:
        return self._round(self._first(_LOCK_LIVE if lock else _LIVE, community=community))

    def newest(self, community: CommunityId) -> Round | None:
        return self._round(self._first(_NEWEST, community=community))

    def get(self, community: CommunityId, of: RoundId, *, lock: bool = False) -> Round:
        found = self._round(self._first(_LOCK if lock else _GET, community=community, round=of))
        if found is None:
            raise NotFound
        return found

    def inputs(self, of: Round) -> Inputs:
        row = self._first(_INPUTS, community=of.community, round=of.id)
        text = self._seal.opened(row[0]) if row else ""
        if not text:
            raise NotFound
        return read_inputs(text)

    def solution(self, of: Round) -> Solution | None:
        row = self._first(_SOLUTION, community=of.community, round=of.id)
        text = self._seal.opened(row[0]) if row else ""
        return read_solution(text) if text else None

    def look_at(self, community: CommunityId, of: RoundId, now: datetime) -> None:
        self._change(_LOOK_AT, {"community": community, "round": of, "pass_on_at": now})

    def due(self, now: datetime, limit: int) -> Sequence[Round]:
        return [_round_of(row, ()) for row in self._all(_DUE, now=now, limit=limit)]

    def next_instant(self) -> datetime | None:
        row = self._first(_NEXT)
        return min((moment for moment in row or () if moment is not None), default=None)

    def leave_without(self, of: Round, members: Iterable[MemberId]) -> None:
        rows = [{"community_id": of.community, "round_id": of.id, "member_id": each} for each in sorted(members)]
        self._change_each(_LEAVE, rows)

    def waited(self, community: CommunityId) -> Mapping[MemberId, int]:
        return {MemberId(member): int(many) for member, many in self._all(_WAITED, community=community)}

    def _round(self, row: Row | None) -> Round | None:
        if row is None:
            return None
        decisions = self._all(_DECISIONS, community=row[0], round=row[1])
        return _round_of(row, tuple(Decision(*each) for each in decisions))


_HEAD = tuple(column for column in rounds.c if column.name not in {"inputs", "solution"})
_BEGUN = len(_HEAD) - len(("reviewed_by", "reviewed_at", "published_by", "published_at", "closed_at", "pass_on_at"))
"""Columns up to `started_at`; a round's decisions come after them."""
_OF_COMMUNITY = rounds.c.community_id == sa.bindparam("community")
_IS_IT = sa.and_(_OF_COMMUNITY, rounds.c.id == sa.bindparam("round"))
_IS_LIVE = schema.one_of(rounds.c.state, LIVE_ROUNDS)

_ADD = (
    insert(rounds)
    .on_conflict_do_nothing(index_elements=["community_id"], index_where=_IS_LIVE)
    .execution_options(preserve_rowcount=True)
)
_SAVE = schema.changing(rounds)
_LOOK_AT = sa.update(rounds).where(
    _IS_IT, rounds.c.state == schema.constant(RoundState.PUBLISHED), rounds.c.pass_on_at.is_(None)
)
_GET = sa.select(*_HEAD).where(_IS_IT)
_LOCK = _GET.with_for_update()
_LIVE = sa.select(*_HEAD).where(_OF_COMMUNITY, _IS_LIVE)
_LOCK_LIVE = _LIVE.with_for_update()
_NEWEST = sa.select(*_HEAD).where(_OF_COMMUNITY).order_by(rounds.c.number.desc()).limit(1)
_INPUTS = sa.select(rounds.c.inputs).where(_IS_IT)
_SOLUTION = sa.select(rounds.c.solution).where(_IS_IT)
_IS_DUE = rounds.c.pass_on_at.is_not(None)  # as well, for its index
_DUE = (
    sa.select(*_HEAD)
    .where(_IS_DUE, rounds.c.pass_on_at <= sa.bindparam("now", type_=schema.Instant))
    .order_by(rounds.c.pass_on_at)
    .limit(sa.bindparam("limit"))
)
_NEXT = sa.select(
    sa.select(sa.func.min(rounds.c.pass_on_at)).where(_IS_DUE).scalar_subquery(),
    sa.select(sa.func.min(proposals.c.due_at)).where(proposals.c.due_at.is_not(None)).scalar_subquery(),
)
_ADD_DECISION = insert(round_decisions).on_conflict_do_nothing()
_DECISIONS = (
    sa.select(
        round_decisions.c.ruling,
        round_decisions.c.mentee_id,
        round_decisions.c.mentor_id,
        round_decisions.c.decided_by,
        round_decisions.c.decided_at,
    )
    .where(
        round_decisions.c.community_id == sa.bindparam("community"), round_decisions.c.round_id == sa.bindparam("round")
    )
    .order_by(round_decisions.c.number)
)
_LEAVE = insert(round_waits).on_conflict_do_nothing()
_WAITED = (
    sa.select(round_waits.c.member_id, sa.func.count())
    .where(round_waits.c.community_id == sa.bindparam("community"))
    .group_by(round_waits.c.member_id)
)


def _key(of: Round) -> dict[str, object]:
    return {"of_community_id": of.community, "of_id": of.id}


def _values(of: Round) -> dict[str, object]:
    return {
        "number": of.number,
        "state": of.state,
        "objective": of.objective,
        "version": of.version,
        "solved": of.solved,
        "started_by": of.started_by,
        "started_at": of.started_at,
        "reviewed_by": of.reviewed_by,
        "reviewed_at": of.reviewed_at,
        "published_by": of.published_by,
        "published_at": of.published_at,
        "closed_at": of.closed_at,
        "pass_on_at": of.pass_on_at,
    }


def _round_of(row: Row, decisions: tuple[Decision, ...]) -> Round:
    community, of, number, state, objective, version, solved, started_by, started_at, *rest = row
    return Round(
        RoundId(of), community, number, state, objective, version, solved, started_by, started_at, decisions, *rest
    )


def _decision_values(of: Round, number: int, decision: Decision) -> dict[str, object]:
    return {
        "community_id": of.community,
        "round_id": of.id,
        "number": number,
        "ruling": decision.ruling,
        "mentee_id": decision.mentee,
        "mentor_id": decision.mentor,
        "decided_by": decision.by,
        "decided_at": decision.at,
    }
