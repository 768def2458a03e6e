"""Forgetting what nobody can ask for again: happenings that were dealt with, and words that were said."""

from datetime import timedelta
from typing import Final

from bot.core.effects import Act
from bot.core.ports import Tools, UnitOfWork

HEARD_FOR: Final = timedelta(days=14)
"""No platform tells a happening again after so long: Discord does within minutes, Telegram within a day."""
OPEN_FOR: Final = timedelta(days=30)
"""A form that nobody has gone on with for so long is forgotten: half of what somebody once wanted to say."""
SAID_FOR: Final = timedelta(days=30)
"""What words are about has moved on by then: a week is over, a proposal answered. Their key isn't made again."""
WORDS: Final = frozenset({Act.TELL, Act.EDIT, Act.REMOVE})
"""Effects that nothing looks for once they are done. Those that made a message for all, a room or a thread are kept:
what changes it or takes it back finds it by them."""

CLEARED: Final = "outbox_cleared"
"""The note that keeps how far the outbox was looked through."""


def clear_heard(work: UnitOfWork, tools: Tools, limit: int) -> int:
    """Forget happenings that were dealt with long ago; return how many."""
    cleared = work.inbox.clear(tools.clock.now() - HEARD_FOR, limit)
    work.commit()
    return cleared


def clear_forms(work: UnitOfWork, tools: Tools, limit: int) -> int:
    """Forget what was filled in of forms that were left lying; return how many."""
    expired = work.sessions.expire(tools.clock.now() - OPEN_FOR, limit)
    work.commit()
    return expired


def clear_said(work: UnitOfWork, tools: Tools, limit: int) -> int:
    """Forget words that were said long ago; return how many effects were looked at, each one once."""
    beyond = int(work.notes.get(CLEARED) or 0)
    looked = work.outbox.clear(WORDS, tools.clock.now() - SAID_FOR, beyond, limit)
    if looked:
        work.notes.set(CLEARED, str(looked[-1]))
    work.commit()
    return len(looked)
