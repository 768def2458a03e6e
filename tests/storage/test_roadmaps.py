"""The contract of members' copies of roadmaps, and of the roadmaps that a community drafts."""

from dataclasses import replace

import pytest

from bot.core.domain.errors import NotFound
from bot.core.domain.ids import CommunityId, DraftId, EnrolmentId, MemberId, RoadmapId
from bot.core.domain.roadmaps.enrolments import Enrolment, EnrolmentState, StepState
from bot.core.domain.roadmaps.errors import AlreadyEnrolled
from bot.core.domain.roadmaps.graphs import Resource
from bot.core.domain.roadmaps.publishing import Draft, DraftState
from bot.storage.engines import Database
from tests.core.domain.roadmaps.samples import a_roadmap, a_step, an_enrolment
from tests.core.examples import a_matrix
from tests.storage.samples import ANNA, COMMUNITY, HOUR, MAYA, NOW, OTHER, ZOE

STEPS = (
    replace(a_step("a", hours=2.5), resources=(Resource("A book", "https://example.org/a"),)),
    a_step("b", level=2, needs="a", weeks=4),
    a_step("c", level=3, needs="a b", milestone=True),
    a_step("met", "c1"),
)
ROADMAP = a_roadmap(*STEPS)


def enrolment(
    name: str = "enrolment", community: CommunityId = COMMUNITY, member: MemberId = ANNA, version: int = 1
) -> Enrolment:
    made = an_enrolment(ROADMAP, a_matrix((0, 3, 1), (1, 1, 1)))
    return replace(
        made, id=EnrolmentId(name), community=community, member=member, version=version, sources=(RoadmapId("x"),)
    )


def draft(
    name: str, state: DraftState = DraftState.DRAFT, *, roadmap: str = "way", version: int = 1, later: int = 0
) -> Draft:
    written = replace(ROADMAP, id=RoadmapId(roadmap), version=version)
    return Draft(DraftId(name), COMMUNITY, MAYA, written, state, NOW + later * HOUR)


# Enrolments


def test_an_enrolment_is_kept_whole_with_its_steps_in_order(home: Database) -> None:
    with home.write() as work:
        work.enrolments.add(enrolment())
        work.enrolments.add(enrolment(community=OTHER))
        work.commit()

    with home.read() as work:
        assert work.enrolments.get(COMMUNITY, EnrolmentId("enrolment")) == enrolment()
        assert work.enrolments.active_of(OTHER, ANNA) == enrolment(community=OTHER)
        assert work.enrolments.active_of(COMMUNITY, ZOE) is None
        with pytest.raises(NotFound):
            work.enrolments.get(COMMUNITY, EnrolmentId("none"))


def test_what_is_done_skipped_and_added_is_kept(home: Database) -> None:
    with home.write() as work:
        work.enrolments.add(enrolment())
        mine = work.enrolments.get(COMMUNITY, EnrolmentId("enrolment"), lock=True)
        first, second, *_ = mine.steps
        changed = mine.finished(first.id, "https://example.org/proof", 3.5, NOW).worked(second.id, 1, NOW)
        changed = changed.with_own(a_step("own", level=2)).skipped(second.id, "Did it before.", NOW)
        work.enrolments.save(changed)
        work.commit()

    with home.read() as work:
        kept = work.enrolments.get(COMMUNITY, EnrolmentId("enrolment"))
        assert kept == changed
        assert {each.state for each in kept.steps} == {
            StepState.DONE,
            StepState.SKIPPED,
            StepState.OPEN,
            StepState.SET_ASIDE,
        }


def test_a_member_follows_one_roadmap_at_a_time_and_what_they_left_stays(home: Database) -> None:
    with home.write() as work:
        work.enrolments.add(enrolment("first"))
        work.commit()
    with home.write() as work, pytest.raises(AlreadyEnrolled):
        work.enrolments.add(enrolment("second"))

    left = enrolment("first").left(NOW)
    second = replace(enrolment("second"), enrolled_at=left.enrolled_at + HOUR)
    with home.write() as work:
        work.enrolments.save(left)
        work.enrolments.add(second)
        work.commit()
    with home.read() as work:
        assert work.enrolments.of_member(COMMUNITY, ANNA) == [second, left]
        assert left.state is EnrolmentState.LEFT
        assert work.enrolments.of_member(OTHER, ANNA) == []


def test_who_follows_an_older_version_is_found(home: Database) -> None:
    with home.write() as work:
        work.enrolments.add(enrolment("of anna"))
        work.enrolments.add(enrolment("of zoe", member=ZOE, version=2))
        work.enrolments.add(enrolment("over there", community=OTHER))
        work.commit()

    with home.read() as work:
        assert work.enrolments.followers(COMMUNITY, RoadmapId("way"), 2) == [ANNA]
        assert work.enrolments.followers(COMMUNITY, RoadmapId("way"), 3) == [ANNA, ZOE]
        assert work.enrolments.followers(COMMUNITY, RoadmapId("other"), 3) == []


# Drafts


def test_a_draft_is_kept_whole_and_changed(home: Database) -> None:
    reviewed = replace(draft("one"), state=DraftState.DRAFT, remark="More tests.", reviewed_by=MAYA)
    with home.write() as work:
        work.drafts.add(draft("one"))
        work.drafts.save(reviewed)
        work.commit()

    with home.read() as work:
        assert work.drafts.get(COMMUNITY, DraftId("one")) == reviewed
        with pytest.raises(NotFound):
            work.drafts.get(OTHER, DraftId("one"))


def test_drafts_are_listed_by_whose_turn_it_is(home: Database) -> None:
    drafts = (
        draft("old"),
        draft("new", later=2),
        draft("waits", DraftState.HANDED_IN, later=1),
        draft("dropped", DraftState.DROPPED),
        draft("out", DraftState.PUBLISHED),
    )
    with home.write() as work:
        for each in drafts:
            work.drafts.add(each)
        work.commit()

    with home.read() as work:
        assert [each.id for each in work.drafts.of_member(COMMUNITY, MAYA)] == ["new", "waits", "old"]
        assert [each.id for each in work.drafts.handed_in(COMMUNITY)] == ["waits"]
        assert work.drafts.handed_in(OTHER) == []


def test_the_newest_version_of_each_published_roadmap_is_found(home: Database) -> None:
    with home.write() as work:
        for version in (10, 2, 9):
            work.drafts.add(draft(f"way{version}", DraftState.PUBLISHED, version=version))
        work.drafts.add(draft("other", DraftState.PUBLISHED, roadmap="other"))
        work.commit()

    with home.read() as work:
        found = work.drafts.published(COMMUNITY)
        assert [(each.roadmap.id, each.roadmap.version) for each in found] == [("other", 1), ("way", 10)]
        assert work.drafts.published(OTHER) == []


def test_when_two_members_become_one_the_kept_one_s_roadmap_goes_on_and_the_other_stays_on_record(
    home: Database,
) -> None:
    with home.write() as work:
        work.enrolments.add(enrolment("of anna"))
        work.enrolments.add(enrolment("of zoe", member=ZOE))
        work.merges.merge(COMMUNITY, ZOE, ANNA)
        work.commit()

    with home.read() as work:
        active = work.enrolments.active_of(COMMUNITY, ANNA)
        assert active is not None
        assert active.id == "of anna"
        states = {each.id: each.state for each in work.enrolments.of_member(COMMUNITY, ANNA)}
        assert states == {"of anna": EnrolmentState.ACTIVE, "of zoe": EnrolmentState.LEFT}
