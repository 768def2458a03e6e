"""Which process sends: one at a time, and another when its lease has run out."""

from datetime import timedelta

from bot.storage.engines import Database
from tests.storage.samples import NOW

LEASE = timedelta(seconds=30)


def hold(database: Database, holder: str, after: timedelta = timedelta(0), platform: str = "discord") -> bool:
    with database.write() as work:
        held = work.sendings.hold(platform, holder, NOW + after, NOW + after + LEASE)
        work.commit()
        return held


def test_a_platform_is_held_by_one_at_a_time(database: Database) -> None:
    assert hold(database, "first")
    assert not hold(database, "second")
    assert hold(database, "second", platform="telegram")


def test_its_holder_keeps_it(database: Database) -> None:
    assert hold(database, "first")
    assert hold(database, "first", after=LEASE - timedelta(seconds=1))
    assert not hold(database, "second", after=LEASE + timedelta(seconds=1))


def test_what_a_dead_process_held_is_taken_over_when_its_lease_has_run_out(database: Database) -> None:
    assert hold(database, "first")
    assert hold(database, "second", after=LEASE + timedelta(milliseconds=1))
    assert not hold(database, "first", after=LEASE + timedelta(milliseconds=2))


def test_what_is_let_go_is_free_for_another(database: Database) -> None:
    assert hold(database, "first")
    with database.write() as work:
        work.sendings.let_go("discord", "somebody else")
        work.sendings.let_go("discord", "first")
        work.commit()
    assert hold(database, "second")
