"""Fault 10: a disk that is full, read-only or torn: a clear error, nothing acknowledged is lost, and on it goes."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import event

from bot.app import build
from bot.core.effects import Delivery, Done, Outcome
from bot.core.ui.inbound import CommandCalled, FormAnswered, Origin, Where
from bot.core.ui.replies import OpenForm
from bot.core.ui.views import Tone, View
from bot.core.usecases.communities import found_community
from bot.settings import load_settings
from bot.simulation.filling import fill
from bot.simulation.protocol import COMMUNITY, PLATFORM
from bot.simulation.supervisor import environment_of
from bot.storage.engines import Database, open_database
from bot.storage.errors import StorageUnavailable
from tests.faults.household import START, Household

WEEKS = 6


@contextmanager
def every_connection(pragma: str) -> Iterator[None]:
    """Give each connection a pragma as it is taken from its pool."""

    def taken(connection: sqlite3.Connection, *_: object) -> None:
        connection.execute(pragma)

    event.listen(sa.pool.Pool, "checkout", taken)
    try:
        yield
    finally:
        event.remove(sa.pool.Pool, "checkout", taken)


TROUBLES = {
    "a full disk": ("PRAGMA max_page_count = 1", "PRAGMA max_page_count = 1073741823"),
    "a read-only database": ("PRAGMA query_only = ON", "PRAGMA query_only = OFF"),
}
"""Each with its remedy. SQLite itself raises the first limit to the size that the file has already."""


def path_of(url: str) -> Path:
    return Path(url.removeprefix("sqlite:///"))


def assert_sound(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        [[verdict]] = connection.execute("PRAGMA integrity_check").fetchall()
        assert verdict == "ok"
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()


@pytest.mark.parametrize("trouble", TROUBLES.values(), ids=TROUBLES.keys())
def test_trouble_with_the_disk_is_named_and_passes_without_a_restart(
    sqlite_database: Database, sqlite_url: str, trouble: tuple[str, str]
) -> None:
    household = Household(sqlite_database, WEEKS)
    worse, better = trouble
    failures = 0

    for hour in range(WEEKS * 7 * 24 + 8 * 24):
        household.clock.set(START + timedelta(hours=hour))
        if hour % 24 < 6:
            with every_connection(worse):
                try:
                    household.tick()
                except StorageUnavailable:
                    failures += 1
        else:
            with every_connection(better):
                household.tick()

    judged = household.judged()
    assert failures > 0
    assert (judged.lost, judged.duplicated, judged.unexpected) == (0, 0, 0)
    assert_sound(path_of(sqlite_url))


@pytest.mark.parametrize("torn", [1, 23, 24, 100, 4096, 50_000], ids=lambda size: f"{size} bytes")
def test_a_torn_end_of_the_log_costs_nothing_that_was_acknowledged(
    sqlite_database: Database, sqlite_url: str, tmp_path: Path, torn: int
) -> None:
    household = Household(sqlite_database, WEEKS)
    for hour in range(9 * 24):
        household.at(START + timedelta(hours=hour))
    crashed = tmp_path / "crashed.sqlite"
    shutil.copyfile(path_of(sqlite_url), crashed)
    log = Path(f"{path_of(sqlite_url)}-wal").read_bytes()
    Path(f"{crashed}-wal").write_bytes(log + (log[32:] * 13)[:torn])  # old frames: their checksums no longer fit

    survivor = open_database(f"sqlite:///{crashed}")
    before, household.database = household.database, survivor

    assert all(len(household.check_ins_of(account)) == 1 for account in household.zones)
    for hour in range(9 * 24, 14 * 24):
        household.at(START + timedelta(hours=hour))
    assert household.judged().lost == 0
    assert household.judged().duplicated == 0
    survivor.close()
    household.database = before
    assert_sound(crashed)


class Silent:
    """A surface that nothing is said on here."""

    platform = PLATFORM

    async def deliver(self, delivery: Delivery, key: str, *, again: bool = False, doubtful: bool = False) -> Outcome:
        return Done(key)


def origin(update: str) -> Origin:
    return Origin(PLATFORM, COMMUNITY, "mona", "Mona", Where.PRIVATE, "mona", update, is_administrator=True)


async def test_a_person_is_told_to_try_again_and_then_can(tmp_path: Path) -> None:
    settings = load_settings(environment=environment_of(tmp_path), env_file=None)
    app = build(settings, surfaces=[Silent()])
    async with app.opened():
        await app.hop.write(found_community, app.tools, PLATFORM, COMMUNITY, "Community", "en", "UTC")
        opened = (await app.conversation.handle(CommandCalled(origin("1"), "setup"))).content
        assert isinstance(opened, OpenForm)
        answers = fill(opened, {"name": "Programme"}, lambda _: ())
        worse, better = TROUBLES["a read-only database"]

        with every_connection(worse):
            refused = (await app.conversation.handle(FormAnswered(origin("2"), opened.token, answers))).content
        with every_connection(better):
            accepted = (await app.conversation.handle(FormAnswered(origin("3"), opened.token, answers))).content

    assert isinstance(refused, View)
    assert refused.title == app.conversation.words("error-busy", "en")
    assert isinstance(accepted, View)
    assert accepted.tone is Tone.GOOD
