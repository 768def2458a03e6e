"""Pairings."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

import sqlalchemy as sa

from bot.core.domain.errors import AlreadyPaired, NotFound
from bot.core.domain.ids import CommunityId, MemberId, PairingId
from bot.core.domain.matching import Misfit
from bot.core.domain.members import Member, MemberState
from bot.core.domain.pairings import LIVE, TAKES_CAPACITY, Pairing, PairingNote, PairingState
from bot.storage import schema
from bot.storage.dialect import insert, partial_index
from bot.storage.roster import MEMBER, by_name, member_of, members
from bot.storage.rows import Row, Rows

pairings = sa.Table(
    "pairings",
    schema.metadata,
    schema.community(),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("mentor_id", sa.Text, nullable=False),
    sa.Column("mentee_id", sa.Text, nullable=False),
    sa.Column("state", schema.Word(PairingState), nullable=False),
    sa.Column("score", sa.Double, nullable=False),
    sa.Column("proposed_by", sa.Text, nullable=False),
    sa.Column("proposed_at", schema.Instant, nullable=False),
    sa.Column("answered_at", schema.Instant),
    sa.Column("ended_at", schema.Instant),
    schema.refers("mentor_id", "members"),
    schema.refers("mentee_id", "members"),
    schema.refers("proposed_by", "members"),
)
IS_LIVE = schema.one_of(pairings.c.state, LIVE)
"""A pairing that holds the mentee's one place."""

partial_index("uq_pairings_live_of_mentee", pairings.c.community_id, pairings.c.mentee_id, where=IS_LIVE, unique=True)
partial_index("ix_pairings_live_of_mentor", pairings.c.community_id, pairings.c.mentor_id, where=IS_LIVE)


pairing_notes = sa.Table(
    "pairing_notes",
    schema.metadata,
    schema.community(),
    sa.Column("pairing_id", sa.Text, primary_key=True),
    sa.Column("rule", schema.Word(Misfit), nullable=False),
    sa.Column("why", sa.Text, nullable=False),
    sa.Column("noted_by", sa.Text, nullable=False),
    sa.Column("noted_at", schema.Instant, nullable=False),
    schema.refers("pairing_id", "pairings"),
    schema.refers("noted_by", "members"),
)
"""Why a moderator set a rule aside; for moderators."""


class PairingRows(Rows):
    """The port `Pairings`."""

    def add(self, pairing: Pairing) -> None:
        if not self._change(NEW_PAIRING, {"community_id": pairing.community, "id": pairing.id, **values_of(pairing)}):
            raise AlreadyPaired

    def save(self, pairing: Pairing) -> None:
        self._change(_SAVE, {"of_community_id": pairing.community, "of_id": pairing.id, **values_of(pairing)})

    def get(self, community: CommunityId, pairing: PairingId, *, lock: bool = False) -> Pairing:
        if row := self._first(_LOCK if lock else _GET, community=community, pairing=pairing):
            return pairing_of(row)
        raise NotFound

    def live_of_mentee(self, community: CommunityId, mentee: MemberId) -> Pairing | None:
        row = self._first(_LIVE_OF_MENTEE, community=community, mentee=mentee)
        return pairing_of(row) if row else None

    def of_member(self, community: CommunityId, member: MemberId) -> Sequence[Pairing]:
        return [pairing_of(row) for row in self._all(_OF_MEMBER, community=community, member=member)]

    def unpaired_mentees(self, community: CommunityId) -> Sequence[Member]:
        return by_name(map(member_of, self._all(_UNPAIRED, community=community)))

    def keep_note(self, note: PairingNote) -> None:
        values = {"rule": note.rule, "why": note.why, "noted_by": note.by, "noted_at": note.at}
        self._change(_KEEP_NOTE, {"community_id": note.community, "pairing_id": note.pairing, **values})

    def find_note(self, community: CommunityId, pairing: PairingId) -> PairingNote | None:
        row = self._first(_FIND_NOTE, community=community, pairing=pairing)
        return PairingNote(*row) if row else None

    def waiting_since(self, community: CommunityId) -> Mapping[MemberId, datetime]:
        rows = self._all(_WAITING_SINCE, community=community)
        return {MemberId(member): over or came for member, came, over in rows}

    def waits(self, community: CommunityId, limit: int) -> Sequence[timedelta]:
        rows = self._all(_WAITS, community=community, limit=limit)
        return [agreed - (over or came) for agreed, came, over in rows]

    def places_taken(self, community: CommunityId, mentor: MemberId) -> int:
        return self._count(_PLACES_TAKEN, community=community, mentor=mentor)


def takes_capacity(community: sa.ColumnElement[str], mentor: sa.ColumnElement[str]) -> sa.ScalarSelect[int]:
    """Count the pairings that use a mentor's capacity, inside another statement."""
    return (
        sa.select(sa.func.count())
        .select_from(pairings)
        .where(
            pairings.c.community_id == community,
            pairings.c.mentor_id == mentor,
            IS_LIVE,  # as well, for its index
            schema.one_of(pairings.c.state, TAKES_CAPACITY),
        )
        .scalar_subquery()
    )


WAITS = sa.and_(
    members.c.state == schema.constant(MemberState.ACTIVE),
    members.c.is_mentee,
    ~sa.exists().where(
        pairings.c.community_id == members.c.community_id, pairings.c.mentee_id == members.c.id, IS_LIVE
    ),
)
"""A member who is a mentee, here, and without a live pairing."""

_OF_COMMUNITY = pairings.c.community_id == sa.bindparam("community")
_IS_MENTOR = pairings.c.mentor_id == sa.bindparam("member")
_IS_MENTEE = pairings.c.mentee_id == sa.bindparam("member")

NEW_PAIRING = (
    insert(pairings)
    .on_conflict_do_nothing(index_elements=["community_id", "mentee_id"], index_where=IS_LIVE)
    .execution_options(preserve_rowcount=True)
)
_SAVE = schema.changing(pairings)
_GET = sa.select(*pairings.c).where(_OF_COMMUNITY, pairings.c.id == sa.bindparam("pairing"))
_LOCK = _GET.with_for_update()
_LIVE_OF_MENTEE = sa.select(*pairings.c).where(_OF_COMMUNITY, pairings.c.mentee_id == sa.bindparam("mentee"), IS_LIVE)
_OF_MEMBER = (
    sa.select(*pairings.c)
    .where(_OF_COMMUNITY, sa.or_(_IS_MENTOR, _IS_MENTEE), IS_LIVE)
    .order_by(pairings.c.proposed_at, pairings.c.id)
)
_UNPAIRED = sa.select(*MEMBER).where(members.c.community_id == sa.bindparam("community"), WAITS)
_KEEP_NOTE = sa.insert(pairing_notes)
_FIND_NOTE = sa.select(*pairing_notes.c).where(
    pairing_notes.c.community_id == sa.bindparam("community"), pairing_notes.c.pairing_id == sa.bindparam("pairing")
)
_before = pairings.alias("before")


def _last_over(*more: sa.ColumnElement[bool]) -> sa.ScalarSelect[datetime]:
    """Find when a member's last pairing as a mentee was over; a proposal that came to nothing was none."""
    return (
        sa.select(sa.func.max(_before.c.ended_at))
        .where(
            _before.c.community_id == members.c.community_id,
            _before.c.mentee_id == members.c.id,
            _before.c.answered_at.is_not(None),
            *more,
        )
        .scalar_subquery()
    )


_WAITING_SINCE = sa.select(members.c.id, members.c.introduced_at, _last_over()).where(
    members.c.community_id == sa.bindparam("community"), WAITS
)
_WAITS = (
    sa.select(pairings.c.answered_at, members.c.introduced_at, _last_over(_before.c.ended_at <= pairings.c.answered_at))
    .join(members, sa.and_(members.c.community_id == pairings.c.community_id, members.c.id == pairings.c.mentee_id))
    .where(
        _OF_COMMUNITY,
        pairings.c.answered_at.is_not(None),
        pairings.c.state != PairingState.DECLINED,
        pairings.c.answered_at >= members.c.introduced_at,
    )
    .order_by(pairings.c.answered_at.desc(), pairings.c.id)
    .limit(sa.bindparam("limit"))
)
_PLACES_TAKEN = sa.select(
    takes_capacity(sa.bindparam("community", type_=sa.Text), sa.bindparam("mentor", type_=sa.Text))
)


def values_of(pairing: Pairing) -> dict[str, object]:
    """Lay a pairing out by column, the key aside."""
    return {
        "mentor_id": pairing.mentor,
        "mentee_id": pairing.mentee,
        "state": pairing.state,
        "score": pairing.score,
        "proposed_by": pairing.proposed_by,
        "proposed_at": pairing.proposed_at,
        "answered_at": pairing.answered_at,
        "ended_at": pairing.ended_at,
    }


def pairing_of(row: Row) -> Pairing:
    """Read a pairing from the columns of its table."""
    community, pairing, *rest = row
    return Pairing(pairing, community, *rest)
