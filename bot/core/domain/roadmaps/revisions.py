"""A newer version of a roadmap that a member follows: the difference that it makes, and taking it without a loss.

Whatever a new version says, what a member did, skipped or began stays as it was, with its evidence, and so do the
steps that they added (tests/core/domain/roadmaps/test_revisions.py holds this as a law).
"""

from dataclasses import dataclass, replace

from bot.core.domain.gaps import GapMatrix
from bot.core.domain.ids import StepId
from bot.core.domain.roadmaps.cutting import cut
from bot.core.domain.roadmaps.enrolments import EnrolledStep, Enrolment, StepState, in_order, numbered
from bot.core.domain.roadmaps.graphs import Roadmap, Step


@dataclass(frozen=True)
class Difference:
    """What a newer version would change in a member's copy."""

    added: tuple[Step, ...]
    dropped: tuple[Step, ...]
    """Steps that nobody has begun and that the newer version doesn't have."""
    changed: tuple[tuple[Step, Step], ...]
    """Steps still to be done that read otherwise, as they were and as they would be."""
    kept: tuple[Step, ...]
    """What was begun, done or skipped and is gone from the newer version: it stays."""

    @property
    def hours(self) -> float:
        """By how much the effort that is left changes."""
        added = sum(step.hours for step in self.added) - sum(step.hours for step in self.dropped)
        return added + sum(after.hours - before.hours for before, after in self.changed)

    @property
    def is_nothing(self) -> bool:
        """Whether it makes no difference to this member."""
        return not (self.added or self.dropped or self.changed)


def difference(enrolment: Enrolment, roadmap: Roadmap, matrix: GapMatrix) -> Difference:
    """Say what taking a newer version would change."""
    before = {each.id: each for each in enrolment.steps}
    after = {each.id: each for each in adopted(enrolment, roadmap, matrix).steps}
    known = {step.id for step in roadmap.steps}
    return Difference(
        added=tuple(each.step for each in after.values() if each.id not in before),
        dropped=tuple(each.step for each in before.values() if each.id not in after),
        changed=tuple(
            (before[each.id].step, each.step)
            for each in after.values()
            if each.id in before and each.is_to_do and _reads(before[each.id].step) != _reads(each.step)
        ),
        kept=tuple(
            each.step
            for each in before.values()
            if not each.is_own and each.id not in known and each.id in after and each.state is not StepState.SET_ASIDE
        ),
    )


def adopted(enrolment: Enrolment, roadmap: Roadmap, matrix: GapMatrix) -> Enrolment:
    """Bring a member's copy to a version: cut anew to their gaps, with all that they did, began, skipped and added."""
    mine = {each.id: each for each in enrolment.steps}
    chosen = frozenset(each.id for each in enrolment.steps if each.is_to_do and not each.is_own)
    way = cut(roadmap, matrix, wished=chosen & {step.id for step in roadmap.steps})
    fresh = {step.id: step for step in way.steps}
    known = {step.id for step in roadmap.steps}
    stays = [each for each in enrolment.steps if _stays(each, known_to_it=each.id in known)]
    kept = {each.id for each in stays}
    new = [_updated(mine.get(step.id), step) for step in way.steps if step.id not in kept]
    begun = [replace(each, step=fresh.get(each.id, each.step)) if each.is_to_do else each for each in stays]
    aside = [
        EnrolledStep(replace(step, needs=()), state=StepState.SET_ASIDE)
        for step in way.met
        if step.id not in kept and step.id not in mine
    ]
    steps = [*(_own(each, known_to_it=each.id in known) for each in begun), *new, *aside]
    present = {each.id for each in steps}
    return replace(
        enrolment,
        version=roadmap.version,
        title=roadmap.title,
        steps=numbered(in_order([_within(each, present) for each in steps])),
    )


def _stays(each: EnrolledStep, *, known_to_it: bool) -> bool:
    """Tell what of a copy no version takes away; a step that is still open is the version's to change."""
    if each.is_own or each.state in {StepState.DONE, StepState.SKIPPED, StepState.IN_PROGRESS}:
        return True
    return each.state is StepState.SET_ASIDE and known_to_it


def _updated(mine: EnrolledStep | None, step: Step) -> EnrolledStep:
    return replace(mine, step=step) if mine is not None else EnrolledStep(step)


def _own(each: EnrolledStep, *, known_to_it: bool) -> EnrolledStep:
    """Make what was begun and is dropped the member's own."""
    if each.state is StepState.IN_PROGRESS and not known_to_it:
        return replace(each, is_own=True)
    return each


def _within(each: EnrolledStep, present: set[StepId]) -> EnrolledStep:
    needs = tuple(need for need in each.step.needs if need in present)
    return replace(each, step=replace(each.step, needs=needs))


def _reads(step: Step) -> tuple[object, ...]:
    """Take what a member would notice of a step: what it needs follows from the rest of the way."""
    return step.title, step.level, step.hours, step.weeks, step.resources, step.proof, step.is_milestone
