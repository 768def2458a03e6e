"""Action items: the small things that one person owes by a date."""

from collections.abc import Sequence

import sqlalchemy as sa

from bot.core.domain.action_items import ActionItem, ActionItemState
from bot.core.domain.errors import NotFound
from bot.core.domain.ids import ActionItemId, CommunityId, MemberId
from bot.storage import schema
from bot.storage.dialect import partial_index
from bot.storage.rows import Row, Rows

action_items = sa.Table(
    "action_items",
    schema.metadata,
    schema.community(),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("member_id", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("due_on", sa.Date),
    sa.Column("state", schema.Word(ActionItemState), nullable=False),
    sa.Column("created_at", schema.Instant, nullable=False),
    sa.Column("done_at", schema.Instant),
    sa.Column("pairing_id", sa.Text),
    schema.refers("member_id", "members"),
    schema.refers("pairing_id", "pairings"),
)
_IS_OPEN = action_items.c.state == schema.constant(ActionItemState.OPEN)

partial_index("ix_action_items_open", action_items.c.community_id, action_items.c.member_id, where=_IS_OPEN)


class ActionItemRows(Rows):
    """The port `ActionItems`."""

    def add(self, item: ActionItem) -> None:
        self._change(_ADD, {"community_id": item.community, "id": item.id, **_values(item)})

    def save(self, item: ActionItem) -> None:
        self._change(_SAVE, {"of_community_id": item.community, "of_id": item.id, **_values(item)})

    def get(self, community: CommunityId, item: ActionItemId) -> ActionItem:
        if row := self._first(_GET, community=community, item=item):
            return _item_of(row)
        raise NotFound

    def open_of(self, community: CommunityId, member: MemberId) -> Sequence[ActionItem]:
        return [_item_of(row) for row in self._all(_OPEN_OF, community=community, member=member)]


_ITEM = tuple(column for column in action_items.c if column.name != "pairing_id")
_OF_COMMUNITY = action_items.c.community_id == sa.bindparam("community")

_ADD = sa.insert(action_items)
_SAVE = schema.changing(action_items)
_GET = sa.select(*_ITEM).where(_OF_COMMUNITY, action_items.c.id == sa.bindparam("item"))
_OPEN_OF = (
    sa.select(*_ITEM)
    .where(_OF_COMMUNITY, action_items.c.member_id == sa.bindparam("member"), _IS_OPEN)
    .order_by(action_items.c.due_on.is_(None), action_items.c.due_on, action_items.c.created_at, action_items.c.id)
)


def _values(item: ActionItem) -> dict[str, object]:
    return {
        "member_id": item.member,
        "text": item.text,
        "due_on": item.due_on,
        "state": item.state,
        "created_at": item.created_at,
        "done_at": item.done_at,
    }


def _item_of(row: Row) -> ActionItem:
    community, item, *rest = row
    return ActionItem(item, community, *rest)
