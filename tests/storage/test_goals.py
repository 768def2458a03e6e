"""The contract of goals."""

from dataclasses import replace
from datetime import date

import pytest

from bot.core.domain.errors import NotFound
from bot.core.domain.goals import Goal, GoalState, Measure
from bot.core.domain.ids import CommunityId, CompetencyId, GoalId
from bot.storage.engines import Database
from tests.storage.samples import ANNA, COMMUNITY, HOUR, NOW, OTHER, ZOE


def goal(goal: str = "goal", community: CommunityId = COMMUNITY) -> Goal:
    return Goal(
        id=GoalId(goal),
        community=community,
        member=ANNA,
        title=f"Lead a review in {community}",
        measure=Measure(start=0, target=2.5, unit="reviews", current=0.5),
        due_on=date(2027, 2, 28),
        cells=(CompetencyId("design"), CompetencyId("talking")),
        state=GoalState.OPEN,
        set_at=NOW,
    )


def test_a_goal_is_kept_whole_and_changed(home: Database) -> None:
    with home.write() as work:
        work.goals.add(goal())
        work.goals.add(goal(community=OTHER))
        done = work.goals.get(COMMUNITY, GoalId("goal")).done(NOW + HOUR)
        work.goals.save(done)
        work.commit()

    with home.read() as work:
        assert work.goals.get(COMMUNITY, GoalId("goal")) == done
        assert work.goals.get(OTHER, GoalId("goal")) == goal(community=OTHER)
        with pytest.raises(NotFound):
            work.goals.get(COMMUNITY, GoalId("none"))


def test_open_goals_come_first_then_the_newest(home: Database) -> None:
    newest_done = replace(goal("newest"), set_at=NOW + 3 * HOUR).done(NOW + 4 * HOUR)
    newer = replace(goal("newer"), set_at=NOW + HOUR)
    with home.write() as work:
        for each in (goal("old"), newest_done, newer):
            work.goals.add(each)
        work.commit()

    with home.read() as work:
        assert work.goals.of_member(COMMUNITY, ANNA) == [newer, goal("old"), newest_done]
        assert work.goals.of_member(COMMUNITY, ZOE) == []
        assert work.goals.of_member(OTHER, ANNA) == []
