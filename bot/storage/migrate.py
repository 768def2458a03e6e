"""Bringing a database to the schema of this release; the one module that loads Alembic."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from bot.storage import dialect
from bot.storage.errors import SchemaTooNew

SCRIPTS: Final = Path(__file__).parent / "migrations"


def migrate(url: str) -> None:
    """Bring the database to `head()`, all or nothing; raise `SchemaTooNew` if a later release has been there."""
    _change(url, lambda config: command.upgrade(config, "head"))


def migrate_down(url: str, revision: str) -> None:
    """Take the database back to an earlier revision, or to nothing at `base`."""
    _change(url, lambda config: command.downgrade(config, revision))


def head() -> str:
    """Name the newest revision that this release knows."""
    return str(ScriptDirectory(str(SCRIPTS)).get_current_head())


def current(url: str) -> str | None:
    """Name the revision that the database is at; None for an empty one."""
    engine = dialect.migrating_engine(dialect.address(url))
    try:
        with engine.connect() as connection:
            return _revision(connection)
    finally:
        engine.dispose()


def _change(url: str, change: Callable[[Config], None]) -> None:
    engine = dialect.migrating_engine(dialect.address(url))
    try:
        with engine.begin() as connection:
            dialect.lock_schema(connection)
            _refuse_newer(_revision(connection))
            config = Config(attributes={"connection": connection})
            config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
            change(config)
            dialect.check_references(connection)
    finally:
        engine.dispose()


def _revision(connection: sa.Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _refuse_newer(revision: str | None) -> None:
    known = {script.revision for script in ScriptDirectory(str(SCRIPTS)).walk_revisions()}
    if revision is not None and revision not in known:
        raise SchemaTooNew(revision)
