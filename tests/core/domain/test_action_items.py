"""How an action item is done, and owed again."""

import pytest

from bot.core.domain.action_items import ActionItem, ActionItemState
from bot.core.domain.errors import MovedOn
from bot.core.domain.ids import ActionItemId
from tests.core.examples import COMMUNITY, MENTEE, NOW

ITEM = ActionItem(ActionItemId("item"), COMMUNITY, MENTEE, "Send the outline", None, ActionItemState.OPEN, NOW)


def test_what_is_done_was_done_at_a_time_and_is_done_once() -> None:
    done = ITEM.done(NOW)
    assert (done.state, done.done_at) == (ActionItemState.DONE, NOW)
    with pytest.raises(MovedOn) as refused:
        done.done(NOW)
    assert refused.value.facts == {"state": "done"}


def test_what_wasn_t_done_after_all_is_owed_as_before() -> None:
    assert ITEM.done(NOW).reopened() == ITEM
    with pytest.raises(MovedOn) as refused:
        ITEM.reopened()
    assert refused.value.facts == {"state": "open"}
