"""The contract of programmes."""

from dataclasses import replace

import pytest

from bot.core.domain.errors import NoProgramme
from bot.core.domain.ids import CommunityId, ProgrammeId
from bot.core.domain.members import MemberState
from bot.storage.engines import Database
from tests.storage.samples import ANNA, COMMUNITY, OTHER, ZOE, programme, schedule


def test_a_changed_programme_is_kept_whole(home: Database) -> None:
    changed = replace(programme(), name="Winter", weeks=6, questions=(), zone="UTC", moderators_read=True)
    changed = replace(changed, keep_rooms_days=30)
    with home.write() as work:
        work.programmes.save(changed)
        work.commit()

    with home.read() as work:
        assert work.programmes.current(COMMUNITY) == changed
        assert work.programmes.current(OTHER) == programme(OTHER)


def test_the_programme_that_was_added_last_runs(home: Database) -> None:
    second = programme(programme=ProgrammeId("second"))
    with home.write() as work:
        work.check_ins.add_schedule(schedule())
        work.programmes.add(second)
        work.commit()

    with home.read() as work:
        assert work.programmes.current(COMMUNITY) == second
        assert work.programmes.current(OTHER) == programme(OTHER)
        assert work.check_ins.find_schedule(COMMUNITY, ANNA) is None  # that was the first programme's


def test_without_a_programme_none_runs(home: Database) -> None:
    with home.read() as work:
        assert work.programmes.running(OTHER) == programme(OTHER)
        with pytest.raises(NoProgramme):
            work.programmes.running(CommunityId("elsewhere"))


def test_the_schedules_of_those_who_are_here_are_listed(home: Database) -> None:
    with home.write() as work:
        work.check_ins.add_schedule(schedule())
        work.check_ins.add_schedule(schedule(ZOE))
        work.check_ins.add_schedule(schedule(community=OTHER))
        work.members.save(replace(work.members.get(COMMUNITY, ZOE), state=MemberState.LEFT))
        work.commit()

    with home.read() as work:
        assert work.check_ins.schedules_of(COMMUNITY) == [schedule()]
