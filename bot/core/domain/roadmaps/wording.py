"""A member's copy in another language: what reads as its roadmap does in one reads as it does in the other."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.core.domain.ids import StepId
from bot.core.domain.roadmaps.composing import composed_id
from bot.core.domain.roadmaps.enrolments import Enrolment
from bot.core.domain.roadmaps.graphs import Roadmap, Step


def reworded(mine: Enrolment, roadmaps: Sequence[Roadmap], language: str) -> Enrolment:
    """Say a member's copy in a language, of `roadmaps` in each language that there is.

    Only words change, and only those that the roadmap has in both languages: what a member added, and what a version
    says that isn't among `roadmaps`, stays as it is. One composed of several has a title of the program's own.
    """
    ours = [each for each in roadmaps if each.id in mine.sources or _is_copied(mine, each)]
    known = {(name, _words(step)) for each in ours for name, step in _named(mine, each)}
    told = {name: step for each in ours if each.language == language for name, step in _named(mine, each)}
    steps = tuple(
        replace(each, step=replace(each.step, title=told[each.id].title, proof=told[each.id].proof))
        if each.id in told and (each.id, _words(each.step)) in known
        else each
        for each in mine.steps
    )
    titles = {each.language: each.title for each in ours if _is_copied(mine, each)}
    title = titles.get(language, mine.title) if mine.title in titles.values() else mine.title
    return replace(mine, title=title, steps=steps)


def _is_copied(mine: Enrolment, roadmap: Roadmap) -> bool:
    return (roadmap.id, roadmap.version) == (mine.roadmap, mine.version) and not mine.sources


def _named(mine: Enrolment, roadmap: Roadmap) -> Iterator[tuple[StepId, Step]]:
    for step in roadmap.steps:
        yield (composed_id(roadmap.id, step.id) if mine.sources else step.id), step


def _words(step: Step) -> tuple[str, str]:
    return step.title, step.proof
