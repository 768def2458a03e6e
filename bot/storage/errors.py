"""What can go wrong with a database, by names that the edge can act on."""


class StorageUnavailable(Exception):
    """The database can't be reached or written to just now: the disk is full, it is locked, the server is away.

    The unit of work is undone and may be tried again. A commit that fails with this may have happened after all:
    every write has a unique key, and every retry uses it.
    """


class SchemaTooNew(Exception):
    """The database was written by a later release, at `revision`, which this one doesn't know."""

    def __init__(self, revision: str) -> None:
        super().__init__(f"the database is at schema revision {revision}, which this release doesn't know")
        self.revision = revision
