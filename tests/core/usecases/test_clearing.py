"""What nobody can ask for again is forgotten; what may still be asked for stays."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar, cast

import pytest

from bot.core.domain.communities import Community
from bot.core.effects import Act, Effect
from bot.core.ports import Library, Tools, UnitOfWork
from bot.core.usecases.clearing import HEARD_FOR, SAID_FOR, clear_heard, clear_said
from bot.storage.engines import Database
from tests.core.dialogue.chat import CountedIds, StoppedClock
from tests.core.examples import COMMUNITY, NOW

T = TypeVar("T")
MINUTE = timedelta(minutes=1)


class Home:
    """A community whose effects are carried out as soon as they are there."""

    def __init__(self, database: Database) -> None:
        self.database, self.clock = database, StoppedClock(NOW)
        self.tools = Tools(self.clock, CountedIds(), cast("Library", None))  # nothing is looked up in it
        self.do(lambda work: work.communities.add(Community(COMMUNITY, "Harbour", "en", "UTC", NOW)))

    def do(self, work: Callable[[UnitOfWork], T]) -> T:
        with self.database.write() as unit:
            result = work(unit)
            unit.commit()
            return result

    def hears(self, update: str) -> bool:
        """Hear of something that happened; whether it is news."""
        return self.do(lambda work: work.inbox.record("discord", update, self.clock.now()))

    def says(self, key: str, act: Act = Act.TELL, *, at: datetime = NOW) -> None:
        """Have something done, and learn that it was done."""
        self.asks(key, act, at=at)
        self.do(self._carry_out)

    def asks(self, key: str, act: Act = Act.TELL, *, at: datetime = NOW) -> None:
        effect = Effect(key, COMMUNITY, "discord", act, f"lane:{key}", "greeting", {}, at)
        self.do(lambda work: work.outbox.add([effect]))

    def knows(self, *keys: str) -> list[str]:
        """Which of these have been said and are still known."""
        return self.do(lambda work: [each for each in keys if work.outbox.external_id(COMMUNITY, each)])

    def clears(self, limit: int = 100) -> list[int]:
        """Clear until nothing is left to look at."""
        looked = [self.do(lambda work: clear_said(work, self.tools, limit))]
        while looked[-1] == limit:
            looked.append(self.do(lambda work: clear_said(work, self.tools, limit)))
        return looked

    def _carry_out(self, work: UnitOfWork) -> None:
        leased = work.outbox.lease(["discord"], self.clock.now(), self.clock.now(), self.clock.now() + MINUTE, 100)
        work.outbox.done({each.number: f"id of {each.effect.key}" for each in leased})


@pytest.fixture
def home(sqlite_database: Database) -> Home:
    return Home(sqlite_database)


def test_a_happening_is_known_for_two_weeks(home: Home) -> None:
    home.hears("old")
    home.clock.at += MINUTE
    home.hears("younger")

    home.clock.at = NOW + HEARD_FOR + MINUTE
    assert home.do(lambda work: clear_heard(work, home.tools, 100)) == 1

    assert home.hears("old")
    assert not home.hears("younger")


def test_happenings_are_forgotten_in_batches_the_oldest_first(home: Home) -> None:
    for number in range(5):
        home.hears(str(number))
        home.clock.at += MINUTE
    home.clock.at += HEARD_FOR

    assert [home.do(lambda work: clear_heard(work, home.tools, 2)) for _ in range(4)] == [2, 2, 1, 0]


def test_words_that_were_said_a_month_ago_are_forgotten(home: Home) -> None:
    home.says("old")
    home.clock.at += MINUTE
    home.says("younger", at=NOW + MINUTE)
    home.clock.at = NOW + SAID_FOR + MINUTE

    assert home.clears() == [1]

    assert home.knows("old", "younger") == ["younger"]


@pytest.mark.parametrize("act", sorted(set(Act) - {Act.TELL, Act.EDIT, Act.REMOVE}, key=str))
def test_what_may_be_changed_or_taken_back_later_stays_known(home: Home, act: Act) -> None:
    home.says("made", act)
    home.clock.at = NOW + 10 * SAID_FOR

    assert home.clears() == [1]

    assert home.knows("made") == ["made"]


def test_what_waits_or_was_given_up_is_not_forgotten(home: Home) -> None:
    home.asks("dead")
    [leased] = home.do(lambda work: work.outbox.lease(["discord"], NOW, NOW, NOW + MINUTE, 1))
    home.do(lambda work: work.outbox.give_up(leased.number, "refused"))
    home.asks("waits")
    home.clock.at = NOW + 2 * SAID_FOR

    home.clears()
    home.asks("dead")

    assert home.do(lambda work: work.outbox.waiting()) == 1


def test_each_effect_is_looked_at_once_however_often_it_is_cleared(home: Home) -> None:
    for number in range(5):
        home.says(str(number), Act.TELL if number % 2 else Act.POST)
    home.clock.at = NOW + 2 * SAID_FOR

    assert home.clears(limit=2) == [2, 2, 1]
    assert home.clears(limit=2) == [0]
    assert home.knows("0", "1", "2", "3", "4") == ["0", "2", "4"]
