"""Which happenings have been dealt with, by their platform's own id."""

from datetime import datetime

import sqlalchemy as sa

from bot.storage import schema
from bot.storage.dialect import insert
from bot.storage.rows import Rows

inbox = sa.Table(
    "inbox",
    schema.metadata,
    sa.Column("platform", sa.Text, primary_key=True),
    sa.Column("update_id", sa.Text, primary_key=True),
    sa.Column("recorded_at", schema.Instant, nullable=False),
    sa.Index(None, "recorded_at"),
)


class InboxRows(Rows):
    """The port `Inbox`."""

    def record(self, platform: str, update: str, now: datetime) -> bool:
        return self._change(_RECORD, {"platform": platform, "update_id": update, "recorded_at": now}) == 1

    def clear(self, before: datetime, limit: int) -> int:
        return self._change(_CLEAR, {"before": before, "limit": limit})


_RECORD = (
    insert(inbox)
    .on_conflict_do_nothing(index_elements=["platform", "update_id"])
    .execution_options(preserve_rowcount=True)
)
_ONE = sa.tuple_(inbox.c.platform, inbox.c.update_id)
_OLDEST = (
    sa.select(inbox.c.platform, inbox.c.update_id)
    .where(inbox.c.recorded_at < sa.bindparam("before"))
    .order_by(inbox.c.recorded_at)
    .limit(sa.bindparam("limit", type_=sa.Integer))
)
_CLEAR = sa.delete(inbox).where(_ONE.in_(_OLDEST))
