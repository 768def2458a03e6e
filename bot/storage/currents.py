"""Which communities an account belongs to, over all of them, and at which one it is in private."""

from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from bot.core.domain.communities import Community, PlaceKind
from bot.core.domain.ids import CommunityId
from bot.core.domain.members import MemberState
from bot.storage import schema
from bot.storage.communities import communities, places
from bot.storage.dialect import insert_or_replace
from bot.storage.members import accounts
from bot.storage.roster import members
from bot.storage.rows import Rows

currents = sa.Table(
    "currents",
    schema.metadata,
    sa.Column("platform", sa.Text, primary_key=True),
    sa.Column("external_id", sa.Text, primary_key=True),
    sa.Column("community_id", sa.Text, nullable=False),
    schema.of_community(),
)


class CurrentRows(Rows):
    """The port `Currents`."""

    def of_account(self, platform: str, external_id: str) -> Sequence[Community]:
        rows = self._all(_OF_ACCOUNT, platform=platform, external_id=external_id)
        return [Community(*row) for row in rows]

    def crowded(self, platform: str, external_ids: Iterable[str]) -> frozenset[str]:
        return frozenset(row[0] for row in self._all(_CROWDED, platform=platform, external_ids=list(external_ids)))

    def set(self, platform: str, external_id: str, community: CommunityId) -> None:
        self._change(_SET, {"platform": platform, "external_id": external_id, "community_id": community})


_IS_CURRENT = sa.and_(
    currents.c.platform == accounts.c.platform,
    currents.c.external_id == accounts.c.external_id,
    currents.c.community_id == accounts.c.community_id,
)
_IS_AWAY = sa.exists().where(
    places.c.community_id == accounts.c.community_id,
    places.c.platform == accounts.c.platform,
    places.c.kind == schema.constant(PlaceKind.COMMUNITY),
    schema.holds(places.c.is_away),
)
_OF_ACCOUNT = (
    sa.select(*communities.c)
    .join(accounts, accounts.c.community_id == communities.c.id)
    .join(members, sa.and_(members.c.community_id == communities.c.id, members.c.id == accounts.c.member_id))
    .outerjoin(currents, _IS_CURRENT)
    .where(
        accounts.c.platform == sa.bindparam("platform"),
        accounts.c.external_id == sa.bindparam("external_id"),
        members.c.state == schema.constant(MemberState.ACTIVE),
        accounts.c.left_at.is_(None),
        sa.not_(communities.c.is_away),
        sa.not_(_IS_AWAY),
    )
    .order_by(currents.c.community_id.is_(None), communities.c.name, communities.c.id)
)
_CROWDED = (
    sa.select(accounts.c.external_id)
    .join(members, sa.and_(members.c.community_id == accounts.c.community_id, members.c.id == accounts.c.member_id))
    .where(
        accounts.c.platform == sa.bindparam("platform"),
        accounts.c.external_id.in_(sa.bindparam("external_ids", expanding=True)),
        members.c.state == schema.constant(MemberState.ACTIVE),
    )
    .group_by(accounts.c.external_id)
    .having(sa.func.count() > 1)
)
_SET = insert_or_replace(currents)
