"""Words on their way are kept sealed and only until they have arrived; a try without an outcome is told apart."""

from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.core.effects import Effect
from bot.storage.engines import Database
from tests.storage.samples import HOUR, NOW, effect
from tests.storage.test_outbox import MINUTE, SECOND, add, done, lease

SECRET = "my manager never listens"


def spoken(key: str = "relay") -> Effect:
    return replace(effect(key), words=SECRET)


def kept(database: Database) -> str | None:
    with database._reader.connect() as connection:  # noqa: SLF001  what stands in the table itself
        words: str | None = connection.execute(sa.text("SELECT words FROM outbox")).scalar_one()
        return words


def test_words_come_back_and_are_never_kept_as_they_are(home: Database) -> None:
    add(home, spoken())

    assert SECRET not in (kept(home) or "")
    (leased,) = lease(home)
    assert leased.effect.words == SECRET
    assert SECRET not in repr(leased)


@pytest.mark.parametrize("end", ["done", "give_up", "skip"])
def test_words_are_forgotten_when_they_have_arrived_or_never_will(home: Database, end: str) -> None:
    add(home, spoken())
    (leased,) = lease(home)

    if end == "done":
        done(home, leased)
    else:
        with home.write() as work:
            getattr(work.outbox, end)(leased.number, "why")
            work.commit()

    assert kept(home) is None


def test_a_first_try_is_in_no_doubt(home: Database) -> None:
    add(home, spoken())

    (leased,) = lease(home)

    assert not leased.is_doubtful


def test_a_try_whose_lease_ran_out_leaves_a_doubt(home: Database) -> None:
    add(home, spoken())
    lease(home)

    (leased,) = lease(home, at=2 * MINUTE)

    assert leased.is_doubtful


def test_leases_that_are_given_back_at_a_start_leave_a_doubt(home: Database) -> None:
    add(home, spoken())
    lease(home)
    with home.write() as work:
        work.outbox.release()
        work.commit()

    (leased,) = lease(home, at=SECOND)

    assert leased.is_doubtful


@pytest.mark.parametrize("way", ["retry", "postpone"])
@pytest.mark.parametrize("doubtful", [True, False])
def test_a_try_that_is_given_back_leaves_a_doubt_only_where_it_may_have_worked(
    home: Database, way: str, *, doubtful: bool
) -> None:
    add(home, spoken())
    (leased,) = lease(home)
    with home.write() as work:
        getattr(work.outbox, way)(leased.number, NOW + timedelta(seconds=1), "why", doubtful=doubtful)
        work.commit()

    (again,) = lease(home, at=HOUR)

    assert again.is_doubtful is doubtful
