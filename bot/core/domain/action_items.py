"""Action items: the small things that one person owes, to themselves as well, by a date or without one."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum

from bot.core.domain.errors import MovedOn
from bot.core.domain.ids import ActionItemId, CommunityId, MemberId

LONGEST_TEXT = 200
"""Characters of an action item: what needs more is a goal, or a message of its own."""


class ActionItemState(Enum):
    """Whether something is still owed."""

    OPEN = "open"
    DONE = "done"


@dataclass(frozen=True)
class ActionItem:
    """A small thing that its member owes."""

    id: ActionItemId
    community: CommunityId
    member: MemberId
    text: str
    due_on: date | None
    state: ActionItemState
    created_at: datetime
    done_at: datetime | None = None

    def done(self, now: datetime) -> "ActionItem":
        """Have it done, or raise `MovedOn` if it was before."""
        if self.state is ActionItemState.DONE:
            raise MovedOn(state=self.state.value)
        return replace(self, state=ActionItemState.DONE, done_at=now)

    def reopened(self) -> "ActionItem":
        """Owe it again, or raise `MovedOn` if it still is."""
        if self.state is ActionItemState.OPEN:
            raise MovedOn(state=self.state.value)
        return replace(self, state=ActionItemState.OPEN, done_at=None)
