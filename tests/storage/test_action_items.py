"""The contract of action items."""

from dataclasses import replace
from datetime import date

import pytest

from bot.core.domain.action_items import ActionItem, ActionItemState
from bot.core.domain.errors import NotFound
from bot.core.domain.ids import ActionItemId, CommunityId
from bot.storage.engines import Database
from tests.storage.samples import ANNA, COMMUNITY, HOUR, NOW, OTHER, ZOE


def item(item: str = "item", community: CommunityId = COMMUNITY, due_on: date | None = date(2026, 12, 1)) -> ActionItem:
    return ActionItem(
        ActionItemId(item), community, ANNA, f"Send <b>{item}</b> 🌱", due_on, ActionItemState.OPEN, created_at=NOW
    )


def test_an_action_item_is_kept_whole_and_changed(home: Database) -> None:
    with home.write() as work:
        work.action_items.add(item())
        work.action_items.add(item(community=OTHER))
        done = work.action_items.get(COMMUNITY, ActionItemId("item")).done(NOW + HOUR)
        work.action_items.save(done)
        work.commit()

    with home.read() as work:
        assert work.action_items.get(COMMUNITY, ActionItemId("item")) == done
        assert work.action_items.get(OTHER, ActionItemId("item")) == item(community=OTHER)
        with pytest.raises(NotFound):
            work.action_items.get(COMMUNITY, ActionItemId("none"))


def test_what_is_owed_comes_by_its_day_then_by_its_age(home: Database) -> None:
    newer, older = (
        replace(item(name, due_on=None), created_at=NOW + at * HOUR) for name, at in (("new", 2), ("old", 1))
    )
    later, sooner = item("later", due_on=date(2027, 1, 1)), item("sooner")
    with home.write() as work:
        for each in (newer, older, later, sooner, item("done").done(NOW), item(community=OTHER)):
            work.action_items.add(each)
        work.commit()

    with home.read() as work:
        assert work.action_items.open_of(COMMUNITY, ANNA) == [sooner, later, older, newer]
        assert work.action_items.open_of(COMMUNITY, ZOE) == []
