"""What becomes of a step: begun, worked at, finished, skipped, taken up again, added, attested."""

from dataclasses import dataclass
from math import floor

from bot.core.domain.errors import MovedOn, NotFound
from bot.core.domain.gaps import GapCell
from bot.core.domain.ids import CompetencyId, EnrolmentId, StepId
from bot.core.domain.pairings import PairingState
from bot.core.domain.roadmaps.enrolments import EnrolledStep, Enrolment, StepState
from bot.core.domain.roadmaps.graphs import Step
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.access import Actor, authorise
from bot.core.usecases.gaps import attested, gap_matrix
from bot.core.usecases.roadmaps.following import tell_room
from bot.core.usecases.roadmaps.reading import own_matrix
from bot.core.usecases.telling import tell


@dataclass(frozen=True)
class OwnStep:
    """What a member says of a step of their own."""

    title: str
    competency: CompetencyId
    hours: float


@dataclass(frozen=True)
class Attested:
    """A step whose level a mentor has attested, with the mentee's cell as it stands now."""

    enrolment: Enrolment
    step: EnrolledStep
    cell: GapCell


def begin_step(work: UnitOfWork, tools: Tools, actor: Actor, enrolment: EnrolmentId, number: int) -> Enrolment:
    """Begin a step."""
    mine = work.enrolments.get(actor.community, enrolment, lock=True)
    authorise(actor, begin_step, mine)
    return _kept(work, mine.begun(mine.called(number).id, tools.clock.now()))


def work_on_step(
    work: UnitOfWork, tools: Tools, actor: Actor, enrolment: EnrolmentId, number: int, hours: float
) -> Enrolment:
    """Give some hours to a step, which the plan goes by from then on."""
    mine = work.enrolments.get(actor.community, enrolment, lock=True)
    authorise(actor, work_on_step, mine)
    return _kept(work, mine.worked(mine.called(number).id, hours, tools.clock.now()))


def finish_step(
    work: UnitOfWork, tools: Tools, actor: Actor, enrolment: EnrolmentId, number: int, evidence: str, spent: float
) -> Enrolment:
    """Finish a step with what there is to show for it, and the hours that it took; the room hears of a milestone."""
    mine = work.enrolments.get(actor.community, enrolment, lock=True)
    authorise(actor, finish_step, mine)
    step = mine.called(number)
    finished = mine.finished(step.id, evidence, spent, tools.clock.now())
    work.enrolments.save(finished)
    if step.step.is_milestone:
        key = f"step_done:{mine.id}:{number}"
        tell_room(work, tools, finished, "step_done", key, step=str(number))
    work.commit()
    return finished


def skip_step(
    work: UnitOfWork, tools: Tools, actor: Actor, enrolment: EnrolmentId, number: int, reason: str
) -> Enrolment:
    """Leave a step out."""
    mine = work.enrolments.get(actor.community, enrolment, lock=True)
    authorise(actor, skip_step, mine)
    return _kept(work, mine.skipped(mine.called(number).id, reason, tools.clock.now()))


def reopen_step(work: UnitOfWork, tools: Tools, actor: Actor, enrolment: EnrolmentId, number: int) -> Enrolment:
    """Take up again what was skipped or set aside."""
    mine = work.enrolments.get(actor.community, enrolment, lock=True)
    authorise(actor, reopen_step, mine)
    return _kept(work, mine.reopened(mine.called(number).id))


def add_step(work: UnitOfWork, tools: Tools, actor: Actor, enrolment: EnrolmentId, own: OwnStep) -> Enrolment:
    """Add a step of one's own, for a cell of one's own matrix: it lifts that by a level."""
    mine = work.enrolments.get(actor.community, enrolment, lock=True)
    authorise(actor, add_step, mine)
    cells = {cell.competency.id: cell for cell in own_matrix(work, tools, actor.here()).cells}
    if own.competency not in cells:
        raise NotFound
    step = Step(
        id=StepId(f"own-{tools.ids.new()}"),
        title=own.title,
        competency=own.competency,
        level=floor(cells[own.competency].current or 0) + 1,
        hours=own.hours,
    )
    return _kept(work, mine.with_own(step))


def attest_step(work: UnitOfWork, tools: Tools, actor: Actor, enrolment: EnrolmentId, number: int) -> Attested:
    """Attest, as a mentor, the level that a mentee's milestone proves: the cell moves; a higher attested one stays.

    The mentee, who has shown it, is told; what they say of themselves follows it.
    """
    theirs = work.enrolments.get(actor.community, enrolment)
    pairing = work.pairings.live_of_mentee(actor.community, theirs.member)
    if pairing is None:
        raise NotFound
    authorise(actor, attest_step, pairing)
    if pairing.state is not PairingState.ACTIVE:
        raise MovedOn(state=pairing.state.value)
    step = theirs.called(number)
    if step.state is not StepState.DONE:
        raise MovedOn(state=step.state.value)
    level, language = floor(step.step.level), actor.here().language
    cell = _cell(work, tools, theirs, step, language)
    if cell.attested is None or cell.attested < level:
        shown = {step.step.competency: level}
        attested(work, tools, pairing, shown, step.evidence, shown)
        key = f"step_attested:{theirs.id}:{number}:{tools.ids.new()}"
        tell(work, tools, actor.community, theirs.member, "step_attested", key, enrolment=theirs.id, step=str(number))
        cell = _cell(work, tools, theirs, step, language)
    work.commit()
    return Attested(theirs, step, cell)


def _cell(work: UnitOfWork, tools: Tools, theirs: Enrolment, step: EnrolledStep, language: str) -> GapCell:
    matrix = gap_matrix(work, tools, theirs.community, theirs.member, language)
    for cell in matrix.cells:
        if cell.competency.id == step.step.competency:
            return cell
    raise NotFound


def _kept(work: UnitOfWork, changed: Enrolment) -> Enrolment:
    work.enrolments.save(changed)
    work.commit()
    return changed
