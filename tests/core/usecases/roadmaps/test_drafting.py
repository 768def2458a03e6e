"""Roadmaps of a community's own: drafted, reviewed, published, taken up by those who follow an older version."""

import pytest

from bot.core.domain.errors import NotAllowed
from bot.core.domain.ids import CompetencyId, MemberId, RoadmapId, RoleId, StepId
from bot.core.domain.members import Role
from bot.core.domain.roadmaps.enrolments import StepState
from bot.core.domain.roadmaps.errors import (
    DraftFallsShort,
    NothingNewer,
    RoadmapFrameworkUnknown,
    RoadmapUnreadable,
    StepTwice,
)
from bot.core.domain.roadmaps.graphs import Step
from bot.core.domain.roadmaps.publishing import Draft, DraftState
from bot.core.usecases.access import Actor
from bot.core.usecases.roadmaps.drafting import (
    Heading,
    add_draft_step,
    begin_draft,
    draft_roadmap,
    drop_draft,
    hand_back_draft,
    hand_in_draft,
    id_of,
    publish_draft,
    read_drafts,
    read_reviews,
)
from bot.core.usecases.roadmaps.following import take_version
from bot.core.usecases.roadmaps.reading import available, read_change
from tests.core.dialogue.chat import content
from tests.core.examples import COMMUNITY
from tests.core.usecases.roadmaps.scene import CONFIG, STAFF, Scene, done_milestone, enrolled

# Roadmaps of a community's own


def file_of(name: str = "staff-engineer") -> str:
    return (CONFIG / "roadmaps" / f"{name}.yaml").read_text("utf-8")


def drafted(scene: Scene, actor: Actor, text: str) -> Draft:
    with scene.works() as work:
        return draft_roadmap(work, scene.tools, actor, text)


def published(scene: Scene, mentor: Actor, moderator: Actor, text: str) -> Draft:
    draft = drafted(scene, mentor, text)
    with scene.works() as work:
        hand_in_draft(work, scene.tools, mentor, draft.id)
    with scene.works() as work:
        return publish_draft(work, scene.tools, moderator, draft.id)


def test_a_file_is_drafted_reviewed_and_published_as_the_next_version(
    scene: Scene, mentee: Actor, mentor: Actor, moderator: Actor
) -> None:
    mine = enrolled(scene, mentee)
    changed = file_of().replace("hours: 14", "hours: 16", 1)

    draft = published(scene, mentor, moderator, changed)

    assert (draft.state, draft.roadmap.version) == (DraftState.PUBLISHED, 2)
    assert {"roadmap_handed_in", "roadmap_published", "roadmap_changed"} <= scene.told()
    with scene.works() as work:
        change = read_change(work, scene.tools, mentee)
        assert change is not None
        assert [(one.hours, other.hours) for one, other in change.difference.changed] == [(14, 16)]
        taken = take_version(work, scene.tools, mentee, mine.id)
    assert (taken.version, taken.find(StepId("untangle-a-module")).step.hours) == (2, 16)
    with scene.works() as work, pytest.raises(NothingNewer):
        take_version(work, scene.tools, mentee, mine.id)


def test_nothing_that_was_done_is_lost_with_a_new_version(
    scene: Scene, mentee: Actor, mentor: Actor, moderator: Actor
) -> None:
    mine, number = done_milestone(scene, mentee)
    step = mine.called(number).step.id
    text = file_of().replace(f"id: {step}\n", "id: another-step\n").replace(f"{step},", "another-step,")
    published(scene, mentor, moderator, text.replace(f"[{step}]", "[another-step]").replace(f", {step}]", "]"))

    with scene.works() as work:
        taken = take_version(work, scene.tools, mentee, mine.id)

    assert taken.find(step).evidence == "https://example.org/review"
    assert taken.find(step).state is StepState.DONE


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ("hours: 14", "hours: lots", RoadmapUnreadable),
        ("framework: software-engineering", "framework: nowhere", RoadmapFrameworkUnknown),
    ],
    ids=["no number", "no framework"],
)
def test_a_bad_file_is_refused_and_nothing_is_kept_of_it(
    scene: Scene, mentor: Actor, old: str, new: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        drafted(scene, mentor, file_of().replace(old, new, 1))
    with scene.works() as work:
        assert read_drafts(work, scene.tools, mentor) == []


def test_a_roadmap_is_drafted_step_by_step_and_handed_in_when_it_reaches_its_role(scene: Scene, mentor: Actor) -> None:
    with scene.works() as work:
        heading = Heading("From support up!", "One step after the other.", RoleId("support-engineer"))
        draft = begin_draft(work, scene.tools, mentor, heading)
    assert (draft.roadmap.id, draft.roadmap.framework) == ("from-support-up", "site-reliability")
    one = Step(StepId("a"), "A", CompetencyId("coding"), 1, 4)
    with scene.works() as work:
        add_draft_step(work, scene.tools, mentor, draft.id, one)
    with scene.works() as work, pytest.raises(DraftFallsShort):
        hand_in_draft(work, scene.tools, mentor, draft.id)
    with scene.works() as work, pytest.raises(StepTwice):
        add_draft_step(work, scene.tools, mentor, draft.id, one)
    asks = content()[1].role(RoleId("support-engineer"), "en")[1].requires
    for competency, asked in asks.items():
        if competency != "coding":
            with scene.works() as work:
                step = Step(StepId(competency), competency, competency, asked.level, 4)
                add_draft_step(work, scene.tools, mentor, draft.id, step)
    with scene.works() as work:
        assert hand_in_draft(work, scene.tools, mentor, draft.id).state is DraftState.HANDED_IN


def test_a_draft_goes_back_to_its_author_with_a_word(scene: Scene, mentor: Actor, moderator: Actor) -> None:
    draft = drafted(scene, mentor, file_of())
    with scene.works() as work:
        hand_in_draft(work, scene.tools, mentor, draft.id)
    with scene.works() as work:
        assert [each.id for each in read_reviews(work, scene.tools, moderator)] == [draft.id]
        back = hand_back_draft(work, scene.tools, moderator, draft.id, "More about testing.")

    assert (back.state, back.remark) == (DraftState.DRAFT, "More about testing.")
    assert "roadmap_handed_back" in scene.told()
    with scene.works() as work:
        drop_draft(work, scene.tools, mentor, draft.id)
        assert read_drafts(work, scene.tools, mentor) == []


def test_mentees_draft_nothing_and_mentors_publish_nothing(scene: Scene, mentee: Actor, mentor: Actor) -> None:
    with pytest.raises(NotAllowed):
        drafted(scene, mentee, file_of())
    draft = drafted(scene, mentor, file_of())
    with scene.works() as work, pytest.raises(NotAllowed):
        publish_draft(work, scene.tools, mentor, draft.id)
    with scene.works() as work, pytest.raises(NotAllowed):
        drop_draft(work, scene.tools, scene.actor(MemberId("x"), Role.MENTOR), draft.id)


def test_what_a_community_publishes_stands_in_for_an_older_version_that_ships(
    scene: Scene, mentor: Actor, moderator: Actor
) -> None:
    published(scene, mentor, moderator, file_of("senior-sre"))
    with scene.works() as work:
        found = {each.id: each for each in available(work, scene.tools, COMMUNITY, "en")}

    assert found[RoadmapId("senior-sre")].version == 2
    assert found[STAFF].version == 1


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("From support up!", "from-support-up"),
        ("Ñandú & Co", "nandu-co"),
        ("3 steps", "step-3-steps"),
        ("日本", "step"),
    ],
)
def test_a_title_makes_an_id(title: str, name: str) -> None:
    assert id_of(title) == name
