"""From a draft to a published version."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.core.domain.ids import CommunityId, CompetencyId, DraftId, MemberId, RoleId
from bot.core.domain.roadmaps.errors import DraftFallsShort, DraftMovedOn, RoadmapEmpty
from bot.core.domain.roadmaps.publishing import Draft, DraftState, left_open
from tests.core.domain.roadmaps.samples import NOW, a_roadmap, a_step
from tests.core.examples import FRAMEWORK, MENTOR, MODERATOR

WHOLE = tuple(
    a_step(name, name, level) for name, level in {"design": 3, "testing": 3, "delivery": 3, "coaching": 1}.items()
)


@pytest.fixture
def draft() -> Draft:
    """A draft of a way to an engineer, whole."""
    roadmap = replace(a_roadmap(*WHOLE), role=RoleId("engineer"))
    return Draft(DraftId("draft"), CommunityId("community"), MENTOR, roadmap, DraftState.DRAFT, NOW)


def test_a_draft_is_handed_in_and_published_as_the_version_that_it_is_given(draft: Draft) -> None:
    published = draft.handed_in(FRAMEWORK).published(MODERATOR, FRAMEWORK, 3, NOW)

    assert (published.state, published.roadmap.version) == (DraftState.PUBLISHED, 3)
    assert (published.reviewed_by, published.published_at) == (MODERATOR, NOW)


def test_a_draft_comes_back_with_a_word_and_can_be_handed_in_again(draft: Draft) -> None:
    back = draft.handed_in(FRAMEWORK).handed_back(MODERATOR, "More about testing.")
    assert (back.state, back.remark) == (DraftState.DRAFT, "More about testing.")

    assert back.handed_in(FRAMEWORK).remark == ""


def test_what_does_not_reach_its_role_is_not_handed_in(draft: Draft) -> None:
    half = draft.edited(replace(draft.roadmap, steps=WHOLE[1:3]))

    with pytest.raises(DraftFallsShort) as caught:
        half.handed_in(FRAMEWORK)
    assert caught.value.facts == {"competencies": "Design, Coaching"}
    assert left_open(half.roadmap, FRAMEWORK) == (CompetencyId("design"), CompetencyId("coaching"))


def test_a_draft_without_steps_is_not_handed_in(draft: Draft) -> None:
    with pytest.raises(RoadmapEmpty):
        draft.edited(replace(draft.roadmap, steps=())).handed_in(FRAMEWORK)


def test_steps_are_added_one_by_one(draft: Draft) -> None:
    empty = draft.edited(replace(draft.roadmap, steps=()))

    assert empty.with_step(WHOLE[0]).with_step(WHOLE[1]).roadmap.steps == WHOLE[:2]


def test_a_step_of_its_life_is_taken_once(draft: Draft) -> None:
    handed_in = draft.handed_in(FRAMEWORK)
    published = handed_in.published(MemberId("m"), FRAMEWORK, 1, NOW)
    acts: list[Callable[[], Draft]] = [
        lambda: draft.published(MODERATOR, FRAMEWORK, 1, NOW),
        lambda: handed_in.handed_in(FRAMEWORK),
        lambda: handed_in.with_step(WHOLE[0]),
        lambda: draft.handed_back(MODERATOR, ""),
        published.dropped,
        draft.dropped().dropped,
    ]
    for act in acts:
        with pytest.raises(DraftMovedOn):
            act()
