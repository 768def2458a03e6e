"""Following a roadmap, from what is offered to a level attested."""

from datetime import timedelta
from itertools import pairwise

import pytest

from bot.core.domain.errors import MovedOn, NotAllowed, NotFound
from bot.core.domain.frameworks import GrowthDirection
from bot.core.domain.ids import CompetencyId, MemberId, RoadmapId, RoleId, StepId
from bot.core.domain.members import MenteeProfile, Role
from bot.core.domain.roadmaps.composing import COMPOSED
from bot.core.domain.roadmaps.enrolments import EnrolmentState, StepState
from bot.core.domain.roadmaps.errors import (
    AlreadyEnrolled,
    NotEnrolled,
)
from bot.core.usecases.access import Actor
from bot.core.usecases.gaps import assess, gap_matrix
from bot.core.usecases.roadmaps.following import enrol, leave_roadmap
from bot.core.usecases.roadmaps.reading import read_offers, read_way
from bot.core.usecases.roadmaps.steps import (
    OwnStep,
    add_step,
    attest_step,
    begin_step,
    finish_step,
    reopen_step,
    skip_step,
    work_on_step,
)
from tests.core.examples import COMMUNITY, MENTEE
from tests.core.usecases.roadmaps.scene import STAFF, TITLE, Scene, done_milestone, enrolled, kept

# Following


def test_the_roadmap_for_one_s_destination_is_offered_first(scene: Scene, mentee: Actor) -> None:
    with scene.works() as work:
        offers = read_offers(work, scene.tools, mentee, TITLE)

    assert offers[0].roadmap.id == STAFF
    assert offers[0].closes == 1
    assert all(one.closes >= other.closes for one, other in pairwise(offers))


def test_where_none_fits_one_of_several_is_offered(scene: Scene, mentee: Actor) -> None:
    with scene.works() as work:
        destination = RoleId("senior-product-manager")
        work.members.save_mentee(MenteeProfile(COMMUNITY, MENTEE, destination, GrowthDirection.DIAGONAL, 4))
        offers = read_offers(work, scene.tools, mentee, TITLE)
        work.commit()

    assert offers[0].roadmap.id == COMPOSED
    assert offers[0].closes > offers[1].closes
    mine = enrolled(scene, mentee, COMPOSED)
    assert len(mine.sources) >= 2
    assert mine.title == TITLE


def test_enrolling_sets_met_steps_aside_unless_they_are_wished_for(scene: Scene, mentee: Actor) -> None:
    with scene.works() as work:
        assess(work, scene.tools, mentee, {CompetencyId("system-design"): 3, CompetencyId("testing"): 3})
    wished = StepId("kill-a-flaky-test")
    with scene.works() as work:
        mine = enrol(work, scene.tools, mentee, STAFF, TITLE, frozenset({wished}))

    assert mine.find(StepId("design-a-service")).state is StepState.SET_ASIDE
    assert mine.find(StepId("test-approach")).state is StepState.SET_ASIDE
    assert mine.find(wished).state is StepState.OPEN
    assert kept(scene, mine) == mine


def test_it_is_one_roadmap_at_a_time(scene: Scene, mentee: Actor) -> None:
    mine = enrolled(scene, mentee)
    with scene.works() as work, pytest.raises(AlreadyEnrolled):
        enrol(work, scene.tools, mentee, RoadmapId("engineering-manager"), TITLE, frozenset())
    with scene.works() as work:
        assert leave_roadmap(work, scene.tools, mentee, mine.id).state is EnrolmentState.LEFT

    assert enrolled(scene, mentee, RoadmapId("engineering-manager")).state is EnrolmentState.ACTIVE


def test_what_is_not_offered_can_not_be_followed(scene: Scene, mentee: Actor) -> None:
    with scene.works() as work, pytest.raises(NotFound):
        enrol(work, scene.tools, mentee, RoadmapId("juggler"), TITLE, frozenset())


def test_the_way_says_when_one_arrives_and_what_would_do(scene: Scene, mentee: Actor) -> None:
    with scene.works() as work, pytest.raises(NotEnrolled):
        read_way(work, scene.tools, mentee)
    enrolled(scene, mentee)
    with scene.works() as work:
        way = read_way(work, scene.tools, mentee)

    assert way.plan.hours_a_week == 4
    assert way.plan.is_late
    assert way.enough is not None
    assert way.enough > 4
    assert (way.pace, way.really, way.newer) == (None, None, None)


def test_real_weeks_replan_the_way(scene: Scene, mentee: Actor) -> None:
    mine = enrolled(scene, mentee)
    step = mine.next_step
    assert step is not None
    with scene.works() as work:
        finish_step(work, scene.tools, mentee, mine.id, step.number, "Done.", step.step.hours * 3)
    scene.clock.at += timedelta(weeks=5)
    with scene.works() as work:
        way = read_way(work, scene.tools, mentee)

    assert way.pace is not None
    assert way.pace.hours_a_week == step.step.hours * 3 / 5
    assert way.pace.stretch > 1
    assert way.really is not None
    assert way.plan.hours > sum(each.step.hours for each in way.enrolment.to_do)
    assert way.really.arrives_on != way.plan.arrives_on


# Steps


def test_a_step_goes_from_begun_over_worked_at_to_done(scene: Scene, mentee: Actor) -> None:
    mine = enrolled(scene, mentee)
    number = mine.steps[0].number
    with scene.works() as work:
        begin_step(work, scene.tools, mentee, mine.id, number)
    with scene.works() as work:
        work_on_step(work, scene.tools, mentee, mine.id, number, 2)
    with scene.works() as work:
        finish_step(work, scene.tools, mentee, mine.id, number, "A link.", 5)

    step = kept(scene, mine).called(number)
    assert (step.state, step.spent, step.evidence) == (StepState.DONE, 5, "A link.")


def test_a_step_is_skipped_with_a_reason_and_taken_up_again(scene: Scene, mentee: Actor) -> None:
    mine = enrolled(scene, mentee)
    number = mine.steps[0].number
    with scene.works() as work:
        skip_step(work, scene.tools, mentee, mine.id, number, "Did it at work.")
    assert kept(scene, mine).called(number).reason == "Did it at work."
    with scene.works() as work:
        reopen_step(work, scene.tools, mentee, mine.id, number)
    assert kept(scene, mine).called(number).state is StepState.OPEN


def test_a_step_of_one_s_own_lifts_a_cell_of_one_s_own(scene: Scene, mentee: Actor) -> None:
    mine = enrolled(scene, mentee)
    with scene.works() as work:
        longer = add_step(work, scene.tools, mentee, mine.id, OwnStep("Read a book", CompetencyId("coding"), 6))
    with scene.works() as work, pytest.raises(NotFound):
        add_step(work, scene.tools, mentee, mine.id, OwnStep("Juggle", CompetencyId("juggling"), 6))

    own = next(each for each in kept(scene, longer).steps if each.is_own)
    assert (own.step.title, own.step.level, own.step.hours) == ("Read a book", 1, 6)


def test_nobody_touches_another_s_roadmap(scene: Scene, mentee: Actor) -> None:
    mine = enrolled(scene, mentee)
    other = scene.actor(MemberId("other"), Role.MENTEE)
    with scene.works() as work, pytest.raises(NotAllowed):
        begin_step(work, scene.tools, other, mine.id, 1)
    with scene.works() as work, pytest.raises(NotAllowed):
        leave_roadmap(work, scene.tools, other, mine.id)


# A milestone attested


def test_the_room_hears_of_a_milestone_and_the_mentor_s_word_moves_the_cell(
    scene: Scene, mentee: Actor, mentor: Actor
) -> None:
    scene.pair()
    mine, number = done_milestone(scene, mentee)
    assert {"roadmap_begun", "step_done"} <= scene.told()

    with scene.works() as work:
        told = attest_step(work, scene.tools, mentor, mine.id, number)

    step = mine.called(number).step
    assert (told.cell.competency.id, told.cell.attested) == (step.competency, step.level)
    with scene.works() as work:
        matrix = gap_matrix(work, scene.tools, COMMUNITY, MENTEE, "en")
    cell = next(each for each in matrix.cells if each.competency.id == step.competency)
    assert (cell.current, cell.attested) == (step.level, step.level)


def test_attesting_again_says_nothing_new(scene: Scene, mentee: Actor, mentor: Actor) -> None:
    scene.pair()
    mine, number = done_milestone(scene, mentee)
    with scene.works() as work:
        first = attest_step(work, scene.tools, mentor, mine.id, number)
    with scene.works() as work:
        assert attest_step(work, scene.tools, mentor, mine.id, number).cell == first.cell


def test_only_the_mentor_attests_and_only_what_is_done(scene: Scene, mentee: Actor, mentor: Actor) -> None:
    mine = enrolled(scene, mentee)
    with scene.works() as work, pytest.raises(NotFound):
        attest_step(work, scene.tools, mentor, mine.id, 1)
    scene.pair()
    with scene.works() as work, pytest.raises(MovedOn):
        attest_step(work, scene.tools, mentor, mine.id, 1)
    with scene.works() as work, pytest.raises(NotAllowed):
        attest_step(work, scene.tools, scene.actor(MemberId("x"), Role.MENTOR), mine.id, 1)
