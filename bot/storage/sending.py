"""Who may send to a platform: one process at a time, for as long as its lease runs."""

from datetime import datetime

import sqlalchemy as sa

from bot.storage import schema
from bot.storage.dialect import insert
from bot.storage.rows import Rows

sending_leases = sa.Table(
    "sending_leases",
    schema.metadata,
    sa.Column("platform", sa.Text, primary_key=True),
    sa.Column("holder", sa.Text, nullable=False),
    sa.Column("until", schema.Instant, nullable=False),
)


class SendingRows(Rows):
    """The port `Sendings`."""

    def hold(self, platform: str, holder: str, now: datetime, until: datetime) -> bool:
        values = {"platform": platform, "holder": holder, "until": until, "now": now}
        return bool(self._change(_HOLD, values))

    def let_go(self, platform: str, holder: str) -> None:
        self._change(_LET_GO, {"of_platform": platform, "of_holder": holder})


_holding = insert(sending_leases)
_HOLD = (
    _holding.values({name: sa.bindparam(name) for name in ("platform", "holder", "until")})
    .on_conflict_do_update(
        index_elements=["platform"],
        set_={"holder": _holding.excluded.holder, "until": _holding.excluded.until},
        where=sa.or_(
            sending_leases.c.holder == _holding.excluded.holder,
            sending_leases.c.until < sa.bindparam("now", type_=schema.Instant),
        ),
    )
    .execution_options(preserve_rowcount=True)
)
_LET_GO = sa.delete(sending_leases).where(
    sending_leases.c.platform == sa.bindparam("of_platform"), sending_leases.c.holder == sa.bindparam("of_holder")
)
