"""Roadmaps and matrices that tests of the stem are told with, and what hypothesis draws of them."""

from datetime import UTC, datetime

from hypothesis import strategies as st

from bot.core.domain.gaps import GapMatrix
from bot.core.domain.ids import CommunityId, CompetencyId, EnrolmentId, FrameworkId, MemberId, RoadmapId, RoleId, StepId
from bot.core.domain.roadmaps.cutting import cut
from bot.core.domain.roadmaps.enrolments import Enrolment, enrolled
from bot.core.domain.roadmaps.graphs import Roadmap, Step
from tests.core.examples import a_matrix

NOW = datetime(2026, 11, 14, 12, tzinfo=UTC)
TODAY = NOW.date()
SMALL = """\
id: small
language: en
title: A small way
summary: Two steps.
author: Ines
framework: software-engineering
role: software-engineer
steps:
  - {id: one, title: Do one thing, competency: coding, level: 1, hours: 2}
  - {id: two, title: Do another, competency: coding, level: 2, hours: 4, needs: [one], proof: It runs., milestone: true}
"""
"""A roadmap as a file, valid and far from its role."""

WHOSE = CommunityId("community"), MemberId("mentee")


def a_step(  # noqa: PLR0913  a step has this much
    name: str,
    competency: str = "c0",
    level: float = 1,
    needs: str = "",
    *,
    hours: float = 4,
    weeks: float = 0,
    milestone: bool = False,
    title: str = "",
) -> Step:
    """Make a step; `needs` are names with spaces between them."""
    return Step(
        id=StepId(name),
        title=title or name.title(),
        competency=CompetencyId(competency),
        level=level,
        hours=hours,
        needs=tuple(StepId(each) for each in needs.split()),
        weeks=weeks,
        proof="Something to look at." if milestone else "",
        is_milestone=milestone,
    )


def a_roadmap(*steps: Step, name: str = "way", version: int = 1) -> Roadmap:
    """Make a roadmap to the role that example matrices are of."""
    framework, role = FrameworkId("engineering"), RoleId("role")
    return Roadmap(RoadmapId(name), version, "en", name.title(), "A way.", "Ines", framework, role, steps)


def an_enrolment(roadmap: Roadmap, matrix: GapMatrix) -> Enrolment:
    """Enrol the mentee."""
    return enrolled(roadmap, cut(roadmap, matrix), EnrolmentId("enrolment"), WHOSE, NOW)


COMPETENCIES = 4
LEVELS = st.integers(1, 5)


@st.composite
def roadmaps(draw: st.DrawFn, name: str = "way", most: int = 14) -> Roadmap:
    """Draw any graph of steps, in any order on the page."""
    count = draw(st.integers(1, most))
    steps = [
        Step(
            id=StepId(f"s{place}"),
            title=f"Step {place}",
            competency=CompetencyId(f"c{draw(st.integers(0, COMPETENCIES))}"),  # one more than the matrix knows
            level=draw(LEVELS),
            hours=draw(st.sampled_from([0.5, 1, 4, 10])),
            needs=tuple(StepId(f"s{need}") for need in draw(st.sets(st.integers(0, place - 1), max_size=3)))
            if place
            else (),
            weeks=draw(st.sampled_from([0, 0, 0, 2, 6])),
        )
        for place in range(count)
    ]
    return a_roadmap(*draw(st.permutations(steps)), name=name)


@st.composite
def matrices(draw: st.DrawFn) -> GapMatrix:
    """Draw any matrix."""
    row = st.tuples(st.none() | st.integers(0, 5), st.integers(0, 5), st.sampled_from([0.0, 0.25, 0.5, 1.0]))
    return a_matrix(*draw(st.lists(row, min_size=COMPETENCIES, max_size=COMPETENCIES)))


def ancestors(roadmap: Roadmap) -> dict[StepId, set[StepId]]:
    """Say what comes before each step, directly or not."""
    needs = {step.id: step.needs for step in roadmap.steps}

    def before(step: StepId) -> set[StepId]:
        return set(needs[step]).union(*(before(each) for each in needs[step])) if needs[step] else set()

    return {step: before(step) for step in needs}
