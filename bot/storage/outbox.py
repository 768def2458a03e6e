"""The outbox: what is to happen outside, in lanes that keep their order.

Of each lane's unfinished effects one, the oldest, is next: it alone can be leased, so that a lane never has two in
flight (a unique index sees to it), and finding what is ready doesn't depend on how much waits behind. Adding to a
lane and finishing in it hold the lane until commit; a number is drawn inside, so that its order is that of commits.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from enum import Enum
from itertools import takewhile

import sqlalchemy as sa

from bot.core.domain.ids import CommunityId
from bot.core.effects import Act, Effect, LeasedEffect, Priority
from bot.storage import schema
from bot.storage.batches import Batch, EachRow
from bot.storage.dialect import NUMBER, insert_each, lock_lanes, partial_index
from bot.storage.rows import Row, Rows
from bot.storage.sealing import Seal

LONGEST_ERROR = 500
"""Characters that are kept of an error; the rest is in the log."""


class EffectState(Enum):
    """Where an effect is in its life; one that is leased still waits for its outcome."""

    WAITING = "waiting"
    DONE = "done"
    DEAD = "dead"
    SKIPPED = "skipped"


outbox = sa.Table(
    "outbox",
    schema.metadata,
    sa.Column("number", NUMBER, primary_key=True, autoincrement=True),
    sa.Column("community_id", sa.Text, nullable=False),
    sa.Column("key", sa.Text, nullable=False),
    sa.Column("platform", sa.Text, nullable=False),
    sa.Column("act", schema.Word(Act), nullable=False),
    sa.Column("lane", sa.Text, nullable=False),
    sa.Column("notice", sa.Text, nullable=False),
    sa.Column("refs", sa.Text, nullable=False),
    sa.Column("not_before", schema.Instant, nullable=False),
    sa.Column("priority", sa.Integer, nullable=False),
    sa.Column("state", schema.Word(EffectState), nullable=False),
    sa.Column("is_next", sa.Boolean, nullable=False),
    sa.Column("tries", sa.Integer, nullable=False),
    sa.Column("lease_until", schema.Instant),
    sa.Column("retry_at", schema.Instant),
    sa.Column("last_error", sa.Text),
    sa.Column("external_id", sa.Text),
    sa.Column("words", sa.Text),
    schema.of_community(),
    sa.UniqueConstraint("community_id", "key"),
    sqlite_autoincrement=True,  # a number is never used twice, whatever is cleared away
)
_WAITS = outbox.c.state == schema.constant(EffectState.WAITING)
_IS_NEXT = schema.holds(outbox.c.is_next)
_BEHIND = sa.and_(_WAITS, sa.not_(outbox.c.is_next))
# Says more than `_IS_NEXT` needs, so that nobody who looks for a lane is led to this index: PostgreSQL, which counted
# a quiet outbox, takes both for empty, and would read all of this one for each row of a burst.
_WAITS_NEXT = sa.and_(_WAITS, _IS_NEXT)

partial_index("uq_outbox_next_of_lane", outbox.c.community_id, outbox.c.lane, where=_IS_NEXT, unique=True)
partial_index("ix_outbox_next", outbox.c.priority, outbox.c.number, where=_WAITS_NEXT)
partial_index("ix_outbox_behind", outbox.c.community_id, outbox.c.lane, outbox.c.number, where=_BEHIND)


class OutboxRows(Rows):
    """The port `Outbox`; what is added is written when the unit of work commits, or asks for what may depend on it."""

    def __init__(self, connection: sa.Connection, seal: Seal) -> None:
        super().__init__(connection)
        self._seal = seal
        self._added: list[Effect] = []

    def add(self, effects: Sequence[Effect]) -> None:
        self._added.extend(effects)

    def flush(self) -> None:
        """Write what was added, all in one statement."""
        if self._added:
            effects, self._added = self._added, []
            lock_lanes(self._connection, ((effect.community, effect.lane) for effect in effects))
            for turn in _turns(effects):
                self._change_all(_ADD, [_values(effect, self._seal) for effect in turn])

    def forget(self) -> None:
        """Drop what was added and isn't written."""
        self._added = []

    def lease(
        self, platforms: Sequence[str], now: datetime, machine_now: datetime, until: datetime, limit: int
    ) -> Sequence[LeasedEffect]:
        self.flush()
        rows = self._all(_READY, platforms=list(platforms), now=now, machine_now=machine_now, limit=limit)
        self._change_each(_LEASE, [{"of_number": row[0], "lease_until": until} for row in rows])
        return [_leased_of(row, self._seal) for row in rows]

    def done(self, numbers: Mapping[int, str]) -> None:
        self._finish(
            {"of_number": number, "state": EffectState.DONE, "external_id": external_id, "last_error": None}
            for number, external_id in numbers.items()
        )

    def retry(self, number: int, not_before: datetime, error: str, *, doubtful: bool = False) -> None:
        self.flush()
        values = {"retry_at": not_before, "lease_until": _ended(doubtful), "last_error": error[:LONGEST_ERROR]}
        self._change(_CHANGE, {"of_number": number, **values})

    def hasten(self, community: CommunityId, lane: str = "") -> None:
        self.flush()
        values = {"community": community, "retry_at": None}
        if lane:
            self._change(_HASTEN_LANE, {**values, "of_lane": lane, "lanes": f"{lane}:%"})
        else:
            self._change(_HASTEN, values)

    def postpone(self, number: int, not_before: datetime, reason: str, *, doubtful: bool = False) -> None:
        self.flush()
        values = {"retry_at": not_before, "lease_until": _ended(doubtful), "last_error": reason[:LONGEST_ERROR]}
        self._change(_POSTPONE, {"of_number": number, **values})

    def give_up(self, number: int, error: str) -> None:
        self._let_go(number, EffectState.DEAD, error)

    def skip(self, number: int, reason: str) -> None:
        self._let_go(number, EffectState.SKIPPED, reason)

    def release(self) -> None:
        self.flush()
        self._change(_RELEASE, {"lease_until": _LONG_AGO})

    def external_id(self, community: CommunityId, key: str) -> str | None:
        self.flush()
        row = self._first(_EXTERNAL_ID, community=community, key=key)
        return row[0] if row else None

    def clear(self, acts: Collection[Act], before: datetime, beyond: int, limit: int) -> Sequence[int]:
        self.flush()
        rows = self._all(_FROM, beyond=beyond, limit=limit)
        looked = [number for number, _ in takewhile(lambda row: row[1] < before, rows)]
        if looked:
            self._change(_CLEAR, {"numbers": looked, "acts": list(acts)})
        return looked

    def ahead(self, community: CommunityId, platform: str, lanes: str) -> int:
        self.flush()
        return self._count(_AHEAD, community=community, platform=platform, lanes=f"{lanes}%")

    def waiting(self) -> int:
        self.flush()
        return self._count(_WAITING)

    def _let_go(self, number: int, state: EffectState, why: str) -> None:
        values = {"state": state, "external_id": None, "last_error": why[:LONGEST_ERROR]}
        self._finish([{"of_number": number, **values}])

    def _finish(self, changes: Iterable[Mapping[str, object]]) -> None:
        """Take effects out of their lanes, and let the next of each come forward."""
        self.flush()
        over = {"is_next": False, "lease_until": None, "words": None}  # nobody needs those any more
        finished = [{**change, **over} for change in changes]
        if finished:
            lanes = self._all(_LANES, numbers=[change["of_number"] for change in finished])
            lock_lanes(self._connection, ((community, lane) for community, lane in lanes))
            self._change_each(_CHANGE, finished)
            self._change_each(_COME_FORWARD, [{"community": community, "of_lane": lane} for community, lane in lanes])


_other = outbox.alias("other")


def _is_free(community: sa.ColumnElement[str], lane: sa.ColumnElement[str]) -> sa.ColumnElement[bool]:
    """Say that nothing in this lane is next; not by EXISTS, for which PostgreSQL may read every lane that there is."""
    taken = sa.select(_other.c.number).where(
        _other.c.community_id == community, _other.c.lane == lane, schema.holds(_other.c.is_next)
    )
    return taken.scalar_subquery().is_(None)


_EFFECT = (
    outbox.c.number,
    outbox.c.tries,
    outbox.c.key,
    outbox.c.community_id,
    outbox.c.platform,
    outbox.c.act,
    outbox.c.lane,
    outbox.c.notice,
    outbox.c.refs,
    outbox.c.not_before,
    outbox.c.priority,
    outbox.c.words,
)


def _add(row: EachRow) -> sa.Insert:
    first = {
        "state": schema.constant(EffectState.WAITING),
        "tries": sa.literal_column("0"),
        "is_next": _is_free(row["community_id"], row["lane"]),
    }
    return insert_each(outbox, {**row, **first}).on_conflict_do_nothing(index_elements=["community_id", "key"])


_ADD = Batch(_add, *_EFFECT[2:])
_READY = (
    sa.select(*_EFFECT, outbox.c.lease_until)
    .where(
        _WAITS_NEXT,
        outbox.c.platform.in_(sa.bindparam("platforms", expanding=True)),
        outbox.c.not_before <= sa.bindparam("now"),
        sa.or_(outbox.c.retry_at.is_(None), outbox.c.retry_at <= sa.bindparam("machine_now")),
        sa.or_(outbox.c.lease_until.is_(None), outbox.c.lease_until < sa.bindparam("machine_now")),
    )
    .order_by(outbox.c.priority, outbox.c.number)
    .limit(sa.bindparam("limit", type_=sa.Integer))
    .with_for_update(skip_locked=True)
)
_CHANGE = schema.changing(outbox).where(_WAITS)
_LEASE = _CHANGE.values(tries=outbox.c.tries + 1)
_POSTPONE = _CHANGE.values(tries=outbox.c.tries - 1)
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
"""When a lease ended whose holder is gone: it is free at once, and still tells that there was one."""
_RELEASE = sa.update(outbox).where(_IS_NEXT, outbox.c.lease_until.is_not(None))
_HASTEN = sa.update(outbox).where(
    _WAITS_NEXT,
    outbox.c.community_id == sa.bindparam("community"),
    sa.or_(outbox.c.lease_until.is_(None), outbox.c.lease_until == sa.literal(_LONG_AGO, schema.Instant)),
)
_HASTEN_LANE = _HASTEN.where(
    sa.or_(outbox.c.lane == sa.bindparam("of_lane"), outbox.c.lane.like(sa.bindparam("lanes")))
)
_LANES = (
    sa.select(outbox.c.community_id, outbox.c.lane)
    .where(outbox.c.number.in_(sa.bindparam("numbers", expanding=True)))
    .distinct()
)
_OLDEST_BEHIND = (
    sa.select(sa.func.min(_other.c.number))
    .where(
        _other.c.community_id == sa.bindparam("community"),
        _other.c.lane == sa.bindparam("of_lane"),
        _other.c.state == schema.constant(EffectState.WAITING),
        sa.not_(_other.c.is_next),
    )
    .scalar_subquery()
)
_COME_FORWARD = (
    sa.update(outbox)
    .where(outbox.c.number == _OLDEST_BEHIND, _is_free(sa.bindparam("community"), sa.bindparam("of_lane")))
    .values(is_next=True)
)
_EXTERNAL_ID = sa.select(outbox.c.external_id).where(
    outbox.c.community_id == sa.bindparam("community"),
    outbox.c.key == sa.bindparam("key"),
    outbox.c.state == schema.constant(EffectState.DONE),
)
_FROM = (
    sa.select(outbox.c.number, outbox.c.not_before)
    .where(outbox.c.number > sa.bindparam("beyond"))
    .order_by(outbox.c.number)
    .limit(sa.bindparam("limit", type_=sa.Integer))
)
_CLEAR = sa.delete(outbox).where(
    outbox.c.number.in_(sa.bindparam("numbers", expanding=True)),
    outbox.c.act.in_(sa.bindparam("acts", expanding=True)),
    outbox.c.state.in_([EffectState.DONE, EffectState.SKIPPED]),
)
_AHEAD = (
    sa.select(sa.func.count())
    .select_from(outbox)
    .where(
        _WAITS,
        outbox.c.community_id == sa.bindparam("community"),
        outbox.c.platform == sa.bindparam("platform"),
        outbox.c.lane.like(sa.bindparam("lanes")),
    )
)
_WAITING = sa.select(  # in two counts, each of one index: the done ones are many
    sum(
        (
            sa.select(sa.func.count()).select_from(outbox).where(those).scalar_subquery()
            for those in (_IS_NEXT, _BEHIND)
        ),
        start=sa.literal_column("0"),
    )
)


def _ended(doubtful: bool) -> datetime | None:  # noqa: FBT001  what `retry` was told
    """Say when the lease ended of an effect that is given back: it tells that the try may have worked."""
    return _LONG_AGO if doubtful else None


def _turns(effects: Iterable[Effect]) -> Sequence[Sequence[Effect]]:
    """Part effects so that each lane has one in a turn: who is next is asked of what was there before."""
    turns: list[list[Effect]] = []
    ahead: Counter[tuple[CommunityId, str]] = Counter()
    for effect in effects:
        lane = effect.community, effect.lane
        if ahead[lane] == len(turns):
            turns.append([])
        turns[ahead[lane]].append(effect)
        ahead[lane] += 1
    return turns


def _values(effect: Effect, seal: Seal) -> dict[str, object]:
    return {
        "community_id": effect.community,
        "key": effect.key,
        "platform": effect.platform,
        "act": effect.act,
        "lane": effect.lane,
        "notice": effect.notice,
        "refs": schema.dump(dict(effect.refs)),
        "not_before": effect.not_before,
        "priority": int(effect.priority),
        "words": seal.sealed(effect.words),
    }


def _leased_of(row: Row, seal: Seal) -> LeasedEffect:
    """Take a row; one whose lease was never given back had a try that ended nobody knows how."""
    number, tries, key, community, platform, act, lane, notice, refs, not_before, priority, words, lease_until = row
    refs, words = schema.load(refs), seal.opened(words)
    effect = Effect(key, community, platform, act, lane, notice, refs, not_before, Priority(priority), words)
    return LeasedEffect(number, effect, tries + 1, lease_until is not None)
