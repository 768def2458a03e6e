"""How far a programme's clock is ahead of the machine's, kept so that a restart doesn't take time back."""

from datetime import timedelta

from bot.core.ports import UnitOfWork

OFFSET = "clock_offset_seconds"
"""The note that keeps it."""


def kept_offset(work: UnitOfWork) -> timedelta:
    """Read by how much the clock was moved forward in all."""
    return timedelta(seconds=float(work.notes.get(OFFSET) or 0))


def keep_offset(work: UnitOfWork, offset: timedelta) -> None:
    """Keep by how much the clock has been moved forward in all."""
    work.notes.set(OFFSET, str(offset.total_seconds()))
    work.commit()
