"""Which of several processes sends: what it holds is kept, and given back for the next one."""

from datetime import timedelta

from bot.core.usecases.sending import hold_platform, let_platform_go
from bot.storage.engines import Database
from tests.core.examples import NOW


def holds(database: Database, holder: str) -> bool:
    with database.write() as work:
        return hold_platform(work, "discord", holder, NOW, NOW + timedelta(seconds=30))


def test_a_platform_is_given_back_to_whoever_comes_next(sqlite_database: Database) -> None:
    assert holds(sqlite_database, "first")
    assert not holds(sqlite_database, "second")

    with sqlite_database.write() as work:
        let_platform_go(work, "discord", "first")

    assert holds(sqlite_database, "second")
