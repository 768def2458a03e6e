"""Assessments: every claim of a level that was ever made, and which of them stands."""

from collections.abc import Mapping, Sequence

import sqlalchemy as sa

from bot.core.domain.gaps import Assessment
from bot.core.domain.ids import CommunityId, CompetencyId, MemberId
from bot.storage import schema
from bot.storage.dialect import partial_index
from bot.storage.pairings import WAITS
from bot.storage.roster import members
from bot.storage.rows import Rows

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
    sa.Column("evidence", sa.Text, nullable=False),
    sa.Column("superseded_at", schema.Instant),
    schema.refers("member_id", "members"),
    schema.refers("assessed_by", "members"),
)
partial_index(
    "uq_assessments_current",
    assessments.c.community_id,
    assessments.c.member_id,
    assessments.c.competency,
    where=assessments.c.superseded_at.is_(None),
    unique=True,
)


class AssessmentRows(Rows):
    """The port `Assessments`."""

    def add(self, assessments: Sequence[Assessment]) -> None:
        for community, member in sorted({(each.community, each.member) for each in assessments}):
            self._first(_LOCK_MEMBER, community=community, member=member)
        for each in assessments:  # one by one, since a later claim may supersede an earlier one of the same batch
            self._change(_SUPERSEDE, _superseding(each))
            self._change(_ADD, _values(each))

    def current(self, community: CommunityId, member: MemberId) -> Mapping[CompetencyId, Assessment]:
        rows = self._all(_CURRENT, community=community, member=member)
        return {each.competency: each for each in (Assessment(*row) for row in rows)}

    def current_of_waiting(self, community: CommunityId) -> Mapping[MemberId, Mapping[CompetencyId, Assessment]]:
        found: dict[MemberId, dict[CompetencyId, Assessment]] = {}
        for row in self._all(_CURRENT_OF_WAITING, community=community):
            each = Assessment(*row)
            found.setdefault(each.member, {})[each.competency] = each
        return found


_STANDS = assessments.c.superseded_at.is_(None)

_ADD = sa.insert(assessments)
_LOCK_MEMBER = (
    sa.select(members.c.id)
    .where(members.c.community_id == sa.bindparam("community"), members.c.id == sa.bindparam("member"))
    .with_for_update(key_share=True)
)
_SUPERSEDE = sa.update(assessments).where(
    assessments.c.community_id == sa.bindparam("community"),
    assessments.c.member_id == sa.bindparam("member"),
    assessments.c.competency == sa.bindparam("of_competency"),
    _STANDS,
)
_CLAIMS = sa.select(
    assessments.c.id,
    *(column for column in assessments.c if column.name not in {"id", "superseded_at"}),
).where(assessments.c.community_id == sa.bindparam("community"), _STANDS)
_CURRENT = _CLAIMS.where(assessments.c.member_id == sa.bindparam("member"))
_CURRENT_OF_WAITING = _CLAIMS.where(
    members.c.community_id == assessments.c.community_id, members.c.id == assessments.c.member_id, WAITS
)


def _superseding(assessment: Assessment) -> dict[str, object]:
    return {
        "community": assessment.community,
        "member": assessment.member,
        "of_competency": assessment.competency,
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
        "evidence": assessment.evidence,
    }
