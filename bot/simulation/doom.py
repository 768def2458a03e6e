"""Death at a chosen operation: counts calls of the database and of the platform, and kills its own process at one."""

import os
import signal

import sqlalchemy as sa
from sqlalchemy import event


class Doom:
    """Counts operations from its making on: each statement and the end of each unit of work, before and after."""

    def __init__(self, after: int | None = None) -> None:
        self.operations = 0
        self._last: int | None = None
        self.strike_after(after)

    def strike_after(self, operations: int | None) -> None:
        """Let the process die after so many operations more; None lets it live."""
        self._last = None if operations is None else self.operations + operations

    def count(self) -> None:
        """Count an operation; it may be the last. SIGKILL, so that nothing is tidied up."""
        self.operations += 1
        if self._last is not None and self.operations >= self._last:
            os.kill(os.getpid(), signal.SIGKILL)

    def watch(self) -> None:
        """Count what all engines of this process do from now on."""
        event.listen(sa.Engine, "after_cursor_execute", self._happened)
        event.listen(sa.Engine, "commit", self._happened)  # which is just before it
        event.listen(sa.pool.Pool, "reset", self._happened)  # after it, or after the undoing

    def _happened(self, *_: object) -> None:
        self.count()
