"""Frameworks that communities have loaded for themselves, version by version as they were attached."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import sqlalchemy as sa

from bot.core.domain.ids import CommunityId, FrameworkId
from bot.core.domain.loaded import FrameworkDraft, LoadedFramework
from bot.storage import schema
from bot.storage.dialect import insert_or_replace
from bot.storage.rows import Rows

loaded_frameworks = sa.Table(
    "loaded_frameworks",
    schema.metadata,
    schema.community(),
    sa.Column("framework", sa.Text, primary_key=True),
    sa.Column("version", sa.Integer, primary_key=True),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("loaded_by", sa.Text, nullable=False),
    sa.Column("loaded_at", schema.Instant, nullable=False),
    sa.Column("removed_at", schema.Instant),
    sa.Column("text", sa.Text, nullable=False),
    schema.refers("loaded_by", "members"),
)

framework_drafts = sa.Table(
    "framework_drafts",
    schema.metadata,
    schema.community(),
    sa.Column("id", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("drafted_at", schema.Instant, nullable=False),
    schema.of_community(),
)


class LoadedFrameworkRows(Rows):
    """The port `LoadedFrameworks`."""

    def add(self, loaded: LoadedFramework, text: str) -> None:
        self._change(
            _ADD,
            {
                "community_id": loaded.community,
                "framework": loaded.framework,
                "version": loaded.version,
                "language": loaded.language,
                "title": loaded.title,
                "loaded_by": loaded.loaded_by,
                "loaded_at": loaded.loaded_at,
                "text": text,
            },
        )

    def current(self, community: CommunityId) -> Sequence[LoadedFramework]:
        newest = {str(row[1]): LoadedFramework(*row) for row in self._all(_CURRENT, community=community)}
        return sorted(newest.values(), key=lambda each: (each.title.casefold(), each.framework))

    def newest(self, community: CommunityId, framework: FrameworkId) -> LoadedFramework | None:
        row = self._first(_NEWEST, community=community, framework=framework)
        return LoadedFramework(*row) if row else None

    def texts(self, community: CommunityId, loaded: Sequence[LoadedFramework]) -> Mapping[FrameworkId, str]:
        if not loaded:
            return {}
        wanted = {each.framework: each.version for each in loaded}
        versions = sorted(set(wanted.values()))
        rows = self._all(_TEXTS, community=community, frameworks=sorted(wanted), versions=versions)
        return {FrameworkId(each): text for each, version, text in rows if wanted[each] == version}

    def set_removed(self, community: CommunityId, framework: FrameworkId, removed_at: datetime | None) -> None:
        self._change(_SET_REMOVED, {"community": community, "of_framework": framework, "removed_at": removed_at})

    def save_draft(self, draft: FrameworkDraft) -> None:
        self._change(
            _SAVE_DRAFT,
            {"community_id": draft.community, "id": draft.id, "text": draft.text, "drafted_at": draft.drafted_at},
        )

    def find_draft(self, community: CommunityId, draft: str) -> FrameworkDraft | None:
        row = self._first(_FIND_DRAFT, community=community, draft=draft)
        return FrameworkDraft(row[1], row[0], *row[2:]) if row else None

    def forget_draft(self, community: CommunityId) -> None:
        self._change(_FORGET_DRAFT, {"community": community})


_OF_COMMUNITY = loaded_frameworks.c.community_id == sa.bindparam("community")
_HEADS = (
    sa.select(*(each for each in loaded_frameworks.c if each.name not in {"removed_at", "text"}))
    .where(_OF_COMMUNITY)
    .order_by(loaded_frameworks.c.framework, loaded_frameworks.c.version)
)
_ADD = sa.insert(loaded_frameworks)
_CURRENT = _HEADS.where(loaded_frameworks.c.removed_at.is_(None))
_NEWEST = (
    _HEADS.where(loaded_frameworks.c.framework == sa.bindparam("framework"))
    .order_by(None)
    .order_by(loaded_frameworks.c.version.desc())
    .limit(1)
)
_TEXTS = sa.select(loaded_frameworks.c.framework, loaded_frameworks.c.version, loaded_frameworks.c.text).where(
    _OF_COMMUNITY,
    loaded_frameworks.c.framework.in_(sa.bindparam("frameworks", expanding=True)),
    loaded_frameworks.c.version.in_(sa.bindparam("versions", expanding=True)),
)
_SET_REMOVED = sa.update(loaded_frameworks).where(
    _OF_COMMUNITY, loaded_frameworks.c.framework == sa.bindparam("of_framework")
)
_SAVE_DRAFT = insert_or_replace(framework_drafts)
_FIND_DRAFT = sa.select(framework_drafts).where(
    framework_drafts.c.community_id == sa.bindparam("community"), framework_drafts.c.id == sa.bindparam("draft")
)
_FORGET_DRAFT = sa.delete(framework_drafts).where(framework_drafts.c.community_id == sa.bindparam("community"))
