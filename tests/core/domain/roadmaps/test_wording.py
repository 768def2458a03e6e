"""A copy in another language: the same steps, with all that became of them, in other words."""

from dataclasses import replace

from bot.core.domain.ids import RoadmapId, StepId
from bot.core.domain.roadmaps.composing import composed_id
from bot.core.domain.roadmaps.enrolments import Enrolment, StepState
from bot.core.domain.roadmaps.graphs import Roadmap
from bot.core.domain.roadmaps.wording import reworded
from tests.core.domain.roadmaps.samples import NOW, a_roadmap, a_step, an_enrolment
from tests.core.examples import a_matrix

ENGLISH = a_roadmap(a_step("a"), a_step("b", level=2, needs="a", milestone=True))
SPANISH = replace(
    ENGLISH,
    language="es",
    title="Un camino",
    steps=tuple(
        replace(step, title=f"Paso {step.id}", proof="Algo que mirar." if step.proof else "") for step in ENGLISH.steps
    ),
)
BOTH = (ENGLISH, SPANISH)


def followed(roadmap: Roadmap) -> Enrolment:
    return an_enrolment(roadmap, a_matrix((0, 3, 1)))


def test_a_copy_is_told_in_another_language_with_all_that_was_done() -> None:
    mine = followed(ENGLISH).finished(StepId("a"), "A link.", 4, NOW)
    told = reworded(mine, BOTH, "es")

    assert told.title == "Un camino"
    assert [(each.step.title, each.step.proof) for each in told.steps] == [
        ("Paso a", ""),
        ("Paso b", "Algo que mirar."),
    ]
    assert (told.find(StepId("a")).state, told.find(StepId("a")).evidence) == (StepState.DONE, "A link.")
    assert reworded(told, BOTH, "en") == mine


def test_what_a_member_added_stays_as_they_wrote_it() -> None:
    told = reworded(followed(ENGLISH).with_own(a_step("own")), BOTH, "es")

    assert {each.step.title for each in told.steps} == {"Own", "Paso a", "Paso b"}


def test_another_version_than_is_known_stays_as_it_was_copied() -> None:
    mine = followed(replace(ENGLISH, version=2, title="A newer way"))

    assert reworded(mine, BOTH, "es") == mine


def test_a_roadmap_without_a_translation_stays_as_it_is() -> None:
    mine = followed(ENGLISH)

    assert reworded(mine, (ENGLISH,), "es") == mine


def test_steps_of_a_composed_one_are_told_as_their_roadmaps_tell_them() -> None:
    source = RoadmapId(ENGLISH.id)
    steps = (replace(step, id=composed_id(source, step.id), needs=()) for step in ENGLISH.steps)
    mine = followed(
        replace(ENGLISH, id=RoadmapId("composed"), title="Put together", sources=(source,), steps=tuple(steps))
    )
    told = reworded(mine, BOTH, "es")

    assert told.title == "Put together"
    assert [each.step.title for each in told.steps] == ["Paso a", "Paso b"]
