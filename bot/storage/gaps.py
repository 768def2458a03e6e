"""Assessments: every claim of a level that was ever made, and which of each kind stands."""

from collections import Counter
from collections.abc import Mapping, Sequence

import sqlalchemy as sa

from bot.core.domain.gaps import Assessment, Claims, Evidence, claims_of
from bot.core.domain.ids import CommunityId, CompetencyId, MemberId
from bot.storage import schema
from bot.storage.dialect import partial_index
from bot.storage.pairings import WAITS
from bot.storage.roster import members
from bot.storage.rows import Row, Rows

assessments = sa.Table(
    "assessments",
    schema.metadata,
    schema.community(),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("member_id", sa.Text, nullable=False),
    sa.Column("competency", sa.Text, nullable=False),
    sa.Column("level", sa.Integer),
    sa.Column("assessed_by", sa.Text, nullable=False),
    sa.Column("assessed_at", schema.Instant, nullable=False),
    sa.Column("superseded_at", schema.Instant),
    sa.Column("is_attested", sa.Boolean, nullable=False, server_default=sa.false()),
    schema.refers("member_id", "members"),
    schema.refers("assessed_by", "members"),
)
partial_index(
    "uq_assessments_current",
    assessments.c.community_id,
    assessments.c.member_id,
    assessments.c.competency,
    assessments.c.is_attested,
    where=assessments.c.superseded_at.is_(None),
    unique=True,
)


evidences = sa.Table(
    "evidences",
    schema.metadata,
    schema.community(),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("member_id", sa.Text, nullable=False),
    sa.Column("competency", sa.Text, nullable=False),
    sa.Column("assessment_id", sa.Text, nullable=False),
    sa.Column("added_by", sa.Text, nullable=False),
    sa.Column("added_at", schema.Instant, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("entry_id", sa.Text),
    schema.refers("member_id", "members"),
    schema.refers("assessment_id", "assessments"),
    schema.refers("added_by", "members"),
    schema.refers("entry_id", "entries"),
    sa.Index(None, "community_id", "member_id"),
)


class AssessmentRows(Rows):
    """The port `Assessments`."""

    def add(self, assessments: Sequence[Assessment]) -> None:
        for community in sorted({each.community for each in assessments}):
            of = {each.member for each in assessments if each.community == community}
            self._all(_LOCK_MEMBERS, community=community, members=sorted(of))
        for turn in _turns(assessments):
            self._change_each(_SUPERSEDE, [_superseding(each) for each in turn])
            self._change_each(_ADD, [_values(each) for each in turn])

    def current(self, community: CommunityId, member: MemberId) -> Mapping[CompetencyId, Claims]:
        return claims_of(Assessment(*row) for row in self._all(_CURRENT, community=community, member=member))

    def history(self, community: CommunityId, member: MemberId) -> Sequence[Assessment]:
        return [Assessment(*row) for row in self._all(_HISTORY, community=community, member=member)]

    def add_evidence(self, evidence: Sequence[Evidence]) -> None:
        self._change_each(_ADD_EVIDENCE, [_evidence_values(each) for each in evidence])

    def evidence(self, community: CommunityId, member: MemberId) -> Sequence[Evidence]:
        return [_evidence_of(row) for row in self._all(_EVIDENCE, community=community, member=member)]

    def current_of_waiting(self, community: CommunityId) -> Mapping[MemberId, Mapping[CompetencyId, Claims]]:
        found: dict[MemberId, list[Assessment]] = {}
        for row in self._all(_CURRENT_OF_WAITING, community=community):
            each = Assessment(*row)
            found.setdefault(each.member, []).append(each)
        return {member: claims_of(made) for member, made in found.items()}


_STANDS = assessments.c.superseded_at.is_(None)

_ADD = sa.insert(assessments)
_LOCK_MEMBERS = (
    sa.select(members.c.id)
    .where(
        members.c.community_id == sa.bindparam("community"),
        members.c.id.in_(sa.bindparam("members", expanding=True)),
    )
    .order_by(members.c.id)
    .with_for_update(key_share=True)
)
_SUPERSEDE = sa.update(assessments).where(
    assessments.c.community_id == sa.bindparam("community"),
    assessments.c.member_id == sa.bindparam("member"),
    assessments.c.competency == sa.bindparam("of_competency"),
    assessments.c.is_attested == sa.bindparam("of_kind"),
    _STANDS,
)
_CLAIMS = (
    sa.select(
        assessments.c.id,
        *(column for column in assessments.c if column.name not in {"id", "superseded_at", "is_attested"}),
    )
    .where(assessments.c.community_id == sa.bindparam("community"))
    .order_by(assessments.c.assessed_at, assessments.c.superseded_at.is_(None), assessments.c.id)
)
"""Of several claims made at one moment, the one that stands comes last."""
_HISTORY = _CLAIMS.where(assessments.c.member_id == sa.bindparam("member"))
_CURRENT = _HISTORY.where(_STANDS)
_CURRENT_OF_WAITING = _CLAIMS.where(
    _STANDS, members.c.community_id == assessments.c.community_id, members.c.id == assessments.c.member_id, WAITS
)


_ADD_EVIDENCE = sa.insert(evidences)
_EVIDENCE = (
    sa.select(evidences)
    .where(evidences.c.community_id == sa.bindparam("community"), evidences.c.member_id == sa.bindparam("member"))
    .order_by(evidences.c.added_at.desc(), evidences.c.id.desc())
)


def _evidence_of(row: Row) -> Evidence:
    community, evidence, *others = row
    return Evidence(evidence, community, *others)


def _evidence_values(evidence: Evidence) -> dict[str, object]:
    return {
        "community_id": evidence.community,
        "id": evidence.id,
        "member_id": evidence.member,
        "competency": evidence.competency,
        "assessment_id": evidence.assessment,
        "added_by": evidence.added_by,
        "added_at": evidence.added_at,
        "text": evidence.text,
        "entry_id": evidence.entry,
    }


def _turns(assessments: Sequence[Assessment]) -> Sequence[Sequence[Assessment]]:
    """Split claims so that a later one of a kind comes in a later turn: it takes the place of the earlier one."""
    turns: list[list[Assessment]] = []
    seen = Counter[tuple[CommunityId, MemberId, CompetencyId, bool]]()
    for each in assessments:
        key = (each.community, each.member, each.competency, each.is_attested)
        if seen[key] == len(turns):
            turns.append([])
        turns[seen[key]].append(each)
        seen[key] += 1
    return turns


def _superseding(assessment: Assessment) -> dict[str, object]:
    return {
        "community": assessment.community,
        "member": assessment.member,
        "of_competency": assessment.competency,
        "of_kind": assessment.is_attested,
        "superseded_at": assessment.assessed_at,
    }


def _values(assessment: Assessment) -> dict[str, object]:
    return {
        "community_id": assessment.community,
        "id": assessment.id,
        "member_id": assessment.member,
        "competency": assessment.competency,
        "level": assessment.level,
        "assessed_by": assessment.assessed_by,
        "assessed_at": assessment.assessed_at,
        "is_attested": assessment.is_attested,
    }
