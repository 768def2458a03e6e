"""One-time codes, by the digest of their words."""

from datetime import datetime, timedelta
from typing import Final

import sqlalchemy as sa

from bot.core.domain.codes import Code, CodePurpose
from bot.core.domain.errors import NotFound
from bot.core.domain.ids import CodeId, CommunityId
from bot.storage import schema
from bot.storage.rows import Row, Rows

REMEMBERED: Final = timedelta(days=1)
"""For so long a code that is over is called so; then it is unknown."""

codes = sa.Table(
    "codes",
    schema.metadata,
    schema.community(),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("purpose", schema.Word(CodePurpose), nullable=False),
    sa.Column("member_id", sa.Text, nullable=False),
    sa.Column("digest", sa.Text, nullable=False),
    sa.Column("expires_at", schema.Instant, nullable=False),
    sa.Column("used_at", schema.Instant),
    sa.Column("used_by", sa.Text, nullable=False),
    schema.refers("member_id", "members"),
    sa.UniqueConstraint("digest"),
    sa.Index(None, "expires_at"),
)


class CodeRows(Rows):
    """The port `Codes`."""

    def add(self, code: Code, now: datetime) -> None:
        self._change(_FORGET, {"before": now - REMEMBERED})
        self._change(_REPLACE, {"community": code.community, "member": code.member, "of_purpose": code.purpose})
        values = {"community_id": code.community, "id": code.id, "member_id": code.member}
        self._change(
            _ADD,
            {
                **values,
                "purpose": code.purpose,
                "digest": code.digest,
                "expires_at": code.expires_at,
                "used_at": code.used_at,
                "used_by": code.used_by,
            },
        )

    def find(self, digest: str) -> Code | None:
        row = self._first(_FIND, digest=digest)
        return _code_of(row) if row else None

    def get(self, community: CommunityId, code: CodeId) -> Code:
        if row := self._first(_GET, community=community, code=code):
            return _code_of(row)
        raise NotFound

    def use(self, code: Code) -> bool:
        key = {"of_community_id": code.community, "of_id": code.id, "by": code.used_by}
        return bool(self._change(_USE, {**key, "used_at": code.used_at, "used_by": code.used_by}))


_ADD = sa.insert(codes)
_FORGET = sa.delete(codes).where(codes.c.expires_at < sa.bindparam("before"))
_REPLACE = sa.delete(codes).where(
    codes.c.community_id == sa.bindparam("community"),
    codes.c.member_id == sa.bindparam("member"),
    codes.c.purpose == sa.bindparam("of_purpose"),
    codes.c.used_at.is_(None),
)
_FIND = sa.select(*codes.c).where(codes.c.digest == sa.bindparam("digest"))
_GET = sa.select(*codes.c).where(codes.c.community_id == sa.bindparam("community"), codes.c.id == sa.bindparam("code"))
_USE = schema.changing(codes).where(sa.or_(codes.c.used_at.is_(None), codes.c.used_by == sa.bindparam("by")))


def _code_of(row: Row) -> Code:
    community, code, *rest = row
    return Code(code, community, *rest)
