"""Nobody crowds out the others."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.adapters.edge import doorman as doorman_module
from bot.adapters.edge.doorman import BURST, PER_SECOND, Doorman
from bot.core.ui.inbound import Origin, Where
from tests.adapters.edge.fakes import FakeMachine
from tests.storage.samples import NOW

ANNA = Origin("webchat", "harbour", "anna", "Anna", Where.PRIVATE, "direct-anna", "1")
ZOE = replace(ANNA, account="zoe")


def test_somebody_quick_is_let_through_and_somebody_mad_is_not() -> None:
    machine = FakeMachine(NOW)
    doorman = Doorman(machine)

    assert [doorman.admits(ANNA) for _ in range(BURST + 2)] == [True] * BURST + [False] * 2
    assert doorman.admits(ZOE)
    assert doorman.admits(replace(ANNA, platform="discord"))


def test_who_waits_is_let_through_again() -> None:
    machine = FakeMachine(NOW)
    doorman = Doorman(machine)
    while doorman.admits(ANNA):
        pass

    machine.time += timedelta(seconds=1)

    assert [doorman.admits(ANNA) for _ in range(5)] == [True] * int(PER_SECOND) + [False]


def test_however_long_somebody_was_away_they_have_saved_up_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doorman_module, "_MOST_ACCOUNTS", 1)
    machine = FakeMachine(NOW)
    doorman = Doorman(machine)
    doorman.admits(ANNA)
    machine.time += timedelta(days=1)

    assert sum(doorman.admits(ANNA) for _ in range(3 * BURST)) == BURST
    doorman.admits(ZOE)
    assert sum(doorman.admits(ANNA) for _ in range(3 * BURST)) == BURST
