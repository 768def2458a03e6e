"""Roadmaps to show the gallery's views with; nothing else uses them."""

from dataclasses import replace
from datetime import date, timedelta

from bot.core.dialogue.samples import NOON, sample_matrix, sample_mentee, sample_mentor
from bot.core.dialogue.talk import Talk
from bot.core.domain.ids import DraftId, EnrolmentId, StepId
from bot.core.domain.roadmaps.composing import Fit, fitting
from bot.core.domain.roadmaps.enrolments import EnrolledStep, Enrolment, enrolled, tasks_left
from bot.core.domain.roadmaps.pacing import Pace
from bot.core.domain.roadmaps.planning import Plan, hours_that_do, plan_of, tasks_of
from bot.core.domain.roadmaps.publishing import Draft, DraftState
from bot.core.domain.roadmaps.revisions import difference
from bot.core.usecases.roadmaps.reading import Change, Way

_TARGET = date(2028, 5, 23)
_ID = "abcdefgh2345{:04d}"


def sample_fits(talk: Talk) -> list[Fit]:
    """Offer what fits the sample member."""
    return fitting(talk.tools.library.roadmaps(talk.say.language), sample_matrix(talk))


def sample_enrolment(talk: Talk) -> Enrolment:
    """Enrol them on the best, with one step done and one begun."""
    fit = sample_fits(talk)[0]
    mine = enrolled(fit.roadmap, fit.cut, EnrolmentId(_ID.format(9)), (talk.community.id, sample_mentee(talk).id), NOON)
    first = mine.to_do[0]
    done = mine.finished(first.id, "https://example.org/notes", first.step.hours, NOON)
    return done.begun(done.to_do[0].id, NOON)


def sample_way(talk: Talk, *, in_time: bool = False) -> Way:
    """Lay it in time."""
    mine = sample_enrolment(talk)
    left, today = tasks_left(mine), NOON.date()
    plan = plan_of(left, 12 if in_time else 3, today, _TARGET)
    if in_time:
        return Way(mine, plan)
    pace = Pace(2.5, 1.2)
    return Way(mine, plan, hours_that_do(left, today, _TARGET), pace, plan_of(left, 2.5, today, _TARGET))


def sample_plan(fit: Fit) -> Plan:
    """Lay an offer in time."""
    return plan_of(tasks_of(fit.cut.steps), 3, NOON.date(), _TARGET)


def sample_milestone(talk: Talk) -> tuple[Enrolment, EnrolledStep]:
    """Finish a milestone, those before it skipped."""
    mine = sample_enrolment(talk)
    each = next(each for each in mine.to_do if each.step.is_milestone)
    while waiting := mine.waits_for(each):
        mine = mine.skipped(next(one for one in waiting if not mine.waits_for(one)).id, "", NOON)
    mine = mine.finished(each.id, "https://example.org/proof", 9, NOON + timedelta(days=1))
    return mine, mine.find(each.id)


def sample_change(talk: Talk) -> Change:
    """Bring out a newer version: one step dropped, one added, one longer."""
    mine, roadmap = sample_enrolment(talk), sample_fits(talk)[0].roadmap
    open_one, other = [each.step for each in mine.to_do[1:3]]
    steps = [replace(step, hours=step.hours + 2) if step.id == other.id else step for step in roadmap.steps]
    renamed = replace(open_one, id=StepId("new-step"))
    known = [renamed if step.id == open_one.id else step for step in steps]
    needs = {step.id for step in known}
    newer = replace(
        roadmap,
        version=2,
        steps=tuple(replace(step, needs=tuple(each for each in step.needs if each in needs)) for step in known),
    )
    return Change(mine, newer, difference(mine, newer, sample_matrix(talk)))


def sample_draft(talk: Talk, state: DraftState = DraftState.DRAFT, remark: str = "") -> Draft:
    """Draft a roadmap."""
    roadmap = sample_fits(talk)[0].roadmap
    return Draft(DraftId(_ID.format(10)), talk.community.id, sample_mentor(talk).id, roadmap, state, NOON, remark)
