"""What a platform has told, in its own order, until it has been dealt with."""

from collections.abc import Collection, Sequence

import sqlalchemy as sa

from bot.storage import schema
from bot.storage.dialect import insert
from bot.storage.rows import Rows
from bot.storage.sealing import Seal

updates = sa.Table(
    "updates",
    schema.metadata,
    sa.Column("platform", sa.Text, primary_key=True),
    sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("told", sa.Text, nullable=False),
)


class UpdateRows(Rows):
    """The port `Updates`; what was told is encrypted, since private words are in it."""

    def __init__(self, connection: sa.Connection, seal: Seal) -> None:
        super().__init__(connection)
        self._seal = seal

    def put(self, platform: str, number: int, told: str) -> None:
        self._change(_PUT, {"platform": platform, "number": number, "told": self._seal.sealed(told)})

    def take(self, platform: str, limit: int) -> Sequence[tuple[int, str]]:
        return [(number, self._seal.opened(told)) for number, told in self._all(_TAKE, platform=platform, limit=limit)]

    def done(self, platform: str, numbers: Collection[int]) -> None:
        self._change(_DONE, {"of_platform": platform, "numbers": list(numbers)})


_PUT = insert(updates).on_conflict_do_nothing(index_elements=["platform", "number"])
_TAKE = (
    sa.select(updates.c.number, updates.c.told)
    .where(updates.c.platform == sa.bindparam("platform"))
    .order_by(updates.c.number)
    .limit(sa.bindparam("limit", type_=sa.Integer))
)
_DONE = sa.delete(updates).where(
    updates.c.platform == sa.bindparam("of_platform"), updates.c.number.in_(sa.bindparam("numbers", expanding=True))
)
