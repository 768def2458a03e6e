"""Owing a small thing, doing it, and finding that it wasn't done after all."""

from collections.abc import Sequence
from datetime import date

from bot.core.domain.action_items import ActionItem, ActionItemState
from bot.core.domain.ids import ActionItemId
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.access import Actor, authorise


def add_action_item(work: UnitOfWork, tools: Tools, actor: Actor, text: str, due_on: date | None) -> ActionItem:
    """Take something on."""
    authorise(actor, add_action_item)
    item = ActionItem(
        id=ActionItemId(tools.ids.new()),
        community=actor.community,
        member=actor.here().id,
        text=text,
        due_on=due_on,
        state=ActionItemState.OPEN,
        created_at=tools.clock.now(),
    )
    work.action_items.add(item)
    work.commit()
    return item


def read_action_items(work: UnitOfWork, tools: Tools, actor: Actor) -> Sequence[ActionItem]:
    """Read what one owes, the most pressing first."""
    authorise(actor, read_action_items)
    return work.action_items.open_of(actor.community, actor.here().id)


def finish_action_item(work: UnitOfWork, tools: Tools, actor: Actor, item_id: ActionItemId) -> ActionItem:
    """Have it done."""
    item = work.action_items.get(actor.community, item_id)
    authorise(actor, finish_action_item, item)
    done = item.done(tools.clock.now())
    work.action_items.save(done)
    work.commit()
    return done


def reopen_action_item(work: UnitOfWork, tools: Tools, actor: Actor, item_id: ActionItemId) -> ActionItem:
    """Owe it again."""
    item = work.action_items.get(actor.community, item_id)
    authorise(actor, reopen_action_item, item)
    reopened = item.reopened()
    work.action_items.save(reopened)
    work.commit()
    return reopened
