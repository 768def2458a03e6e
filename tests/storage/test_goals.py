"""The contract of goals."""

from dataclasses import replace
from datetime import date

import pytest

from bot.core.domain.errors import NotFound
from bot.core.domain.goals import Attestation, Goal, GoalState, Mark, Measure, Milestone
from bot.core.domain.ids import CheckInId, CommunityId, CompetencyId, GoalId, MarkId
from bot.storage.engines import Database
from tests.storage.samples import ANNA, COMMUNITY, HOUR, NOW, OTHER, ZOE, check_in


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
        aims={CompetencyId("design"): 3},
        milestones=(Milestone("The first one", 1.0, date(2027, 1, 15)), Milestone("Told my team")),
    )


def test_a_goal_is_kept_whole_and_changed(home: Database) -> None:
    with home.write() as work:
        work.goals.add(goal())
        work.goals.add(goal(community=OTHER))
        done = work.goals.get(COMMUNITY, GoalId("goal"), lock=True).done(NOW + HOUR, "The minutes.")
        done = done.asked_for("The minutes.").held_back("Lead one without me.")
        work.goals.save(done)
        work.commit()

    with home.read() as work:
        assert work.goals.get(COMMUNITY, GoalId("goal")) == done
        assert done.attestation is Attestation.NOT_YET
        assert [each.reached_at for each in done.milestones] == [NOW + HOUR, None]
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


def test_milestones_stay_with_their_goal_and_in_order(home: Database) -> None:
    with home.write() as work:
        for each in (goal("one"), replace(goal("two"), milestones=(Milestone("Only this"),))):
            work.goals.add(each)
        work.commit()
    with home.write() as work:
        longer = work.goals.get(COMMUNITY, GoalId("one")).with_milestone(
            Milestone("Half of it", 1.5, date(2027, 1, 20))
        )
        work.goals.save(longer)
        work.commit()

    with home.read() as work:
        titles = {each.id: [one.title for one in each.milestones] for each in work.goals.of_member(COMMUNITY, ANNA)}
        assert titles == {"one": ["The first one", "Half of it", "Told my team"], "two": ["Only this"]}


def test_every_word_on_a_measure_is_kept(home: Database) -> None:
    marks = [
        Mark(MarkId(f"mark-{number}"), COMMUNITY, GoalId("goal"), number / 2, NOW + number * HOUR)
        for number in range(3)
    ]
    with home.write() as work:
        for community in (COMMUNITY, OTHER):
            work.goals.add(goal(community=community))
            work.check_ins.add([check_in(community=community)])
        weekly = replace(marks[2], check_in=CheckInId("check-in"))
        for each in (marks[1], weekly, marks[0], replace(weekly, community=OTHER, value=9)):
            work.goals.add_mark(each)
        work.commit()

    with home.read() as work:
        assert work.goals.marks(COMMUNITY, GoalId("goal")) == [marks[0], marks[1], weekly]
        assert work.goals.marks_of_check_in(COMMUNITY, CheckInId("check-in")) == [weekly]
        assert work.goals.marks_of_check_in(COMMUNITY, CheckInId("none")) == []
