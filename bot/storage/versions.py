"""Versions of frameworks as they were first seen, and what roles asked in them."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from bot.core.domain.ids import CommunityId, CompetencyId, RoleId
from bot.core.domain.versions import Asked, FrameworkVersion, RoleVersion
from bot.storage import schema
from bot.storage.dialect import insert
from bot.storage.members import mentee_profiles
from bot.storage.rows import Rows

framework_versions = sa.Table(
    "framework_versions",
    schema.metadata,
    sa.Column("framework", sa.Text, primary_key=True),
    sa.Column("version", sa.Integer, primary_key=True),
    sa.Column("seen_at", schema.Instant, nullable=False),
)
"""Of no community: they are those of the installation's own content."""

role_versions = sa.Table(
    "role_versions",
    schema.metadata,
    schema.community(),
    sa.Column("role", sa.Text, primary_key=True),
    sa.Column("framework", sa.Text, primary_key=True),
    sa.Column("version", sa.Integer, primary_key=True),
    sa.Column("seen_at", schema.Instant, nullable=False),
    sa.Column("asks", sa.Text, nullable=False),
    schema.of_community(),
)


class VersionRows(Rows):
    """The port `Versions`."""

    def see_frameworks(self, versions: Sequence[FrameworkVersion], seen_at: datetime) -> None:
        rows = [{"framework": each.framework, "version": each.version, "seen_at": seen_at} for each in versions]
        self._change_each(_SEE_FRAMEWORK, rows)

    def seen_at(self, version: FrameworkVersion) -> datetime | None:
        row = self._first(_SEEN_AT, framework=version.framework, version=version.version)
        return row[0] if row else None

    def see_roles(self, roles: Sequence[RoleVersion]) -> None:
        self._change_each(
            _SEE_ROLE,
            [
                {
                    "community_id": each.community,
                    "role": each.role,
                    "framework": each.version.framework,
                    "version": each.version.version,
                    "seen_at": each.seen_at,
                    "asks": _text(each),
                }
                for each in roles
            ],
        )

    def role(self, community: CommunityId, role: RoleId, version: FrameworkVersion) -> RoleVersion | None:
        key = {"community": community, "role": role, "framework": version.framework, "version": version.version}
        row = self._first(_ROLE, **key)
        if row is None:
            return None
        seen_at, kept = row[0], schema.load(row[1])
        return RoleVersion(
            community=community,
            role=role,
            version=version,
            seen_at=seen_at,
            asks={CompetencyId(each): Asked(level, weight) for each, (level, weight, _) in kept.items()},
            titles={CompetencyId(each): title for each, (_, _, title) in kept.items()},
        )

    def unbegun(self) -> Sequence[tuple[CommunityId, RoleId]]:
        return [(CommunityId(community), RoleId(role)) for community, role in self._all(_UNBEGUN)]

    def begin(self, community: CommunityId, role: RoleId, version: FrameworkVersion) -> None:
        of = {"community": community, "role": role}
        self._change(_BEGIN, {**of, "framework": version.framework, "framework_version": version.version})


_SEE_FRAMEWORK = insert(framework_versions).on_conflict_do_nothing()
_SEEN_AT = sa.select(framework_versions.c.seen_at).where(
    framework_versions.c.framework == sa.bindparam("framework"), framework_versions.c.version == sa.bindparam("version")
)
_SEE_ROLE = insert(role_versions).on_conflict_do_nothing()
_ROLE = sa.select(role_versions.c.seen_at, role_versions.c.asks).where(
    role_versions.c.community_id == sa.bindparam("community"),
    role_versions.c.role == sa.bindparam("role"),
    role_versions.c.framework == sa.bindparam("framework"),
    role_versions.c.version == sa.bindparam("version"),
)


_IS_UNBEGUN = mentee_profiles.c.framework.is_(None)
_UNBEGUN = (
    sa.select(mentee_profiles.c.community_id, mentee_profiles.c.destination)
    .where(_IS_UNBEGUN)
    .distinct()
    .order_by(mentee_profiles.c.community_id, mentee_profiles.c.destination)
)
_BEGIN = sa.update(mentee_profiles).where(
    mentee_profiles.c.community_id == sa.bindparam("community"),
    mentee_profiles.c.destination == sa.bindparam("role"),
    _IS_UNBEGUN,
)


def _text(role: RoleVersion) -> str:
    return schema.dump({each: [asked.level, asked.weight, role.titles[each]] for each, asked in role.asks.items()})
