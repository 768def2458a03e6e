"""When time has something to do next, and how far a programme's clock is ahead of the machine's."""

from datetime import datetime, timedelta

from bot.core.ports import UnitOfWork

OFFSET = "clock_offset_seconds"
"""The note that keeps how far it is ahead, so that a restart doesn't take time back."""


def next_instant(work: UnitOfWork) -> datetime | None:
    """Find the next moment at which anything at all is due."""
    moments = (work.check_ins.next_instant(), work.rooms.next_deletion(), work.rounds.next_instant())
    return min((moment for moment in moments if moment is not None), default=None)


def kept_offset(work: UnitOfWork) -> timedelta:
    """Read by how much the clock was moved forward in all."""
    return timedelta(seconds=float(work.notes.get(OFFSET) or 0))


def keep_offset(work: UnitOfWork, offset: timedelta) -> None:
    """Keep by how much the clock has been moved forward in all."""
    work.notes.set(OFFSET, str(offset.total_seconds()))
    work.commit()
