"""What is said of time and steps: when one arrives, how it really goes, what a step is for."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from math import ceil

from bot.core.dialogue.talk import Talk
from bot.core.domain.frameworks import Framework
from bot.core.domain.roadmaps.enrolments import EnrolledStep, Enrolment
from bot.core.domain.roadmaps.graphs import Step
from bot.core.domain.roadmaps.planning import Plan
from bot.core.ui.views import Block, FieldRow, Fields, Link, Text
from bot.core.usecases.roadmaps.reading import Way

LINKS = 3
LONGEST_LABEL = 60
"""Characters of a button that leads to something to learn from."""
MONTH = timedelta(days=30.44)
FEW_WEEKS = timedelta(weeks=7)
"""Up to here a span is told in weeks, beyond it in months."""
YEAR = timedelta(days=365.25)
MANY_MONTHS = timedelta(days=3 * 365)
"""From here on a span is told in years."""


def plan_words(talk: Talk, plan: Plan, enough: int | None) -> str:
    """Say when a plan arrives, by how much that is late, and what would do."""
    facts = {"hours": hours_words(talk, plan.hours_a_week), "month": talk.say.month(plan.arrives_on)}
    if not plan.is_late:
        return talk.say("roadmap-in-time", **facts, target=talk.say.month(plan.target_on or plan.arrives_on))
    late = span_words(talk, plan.late)
    if enough is not None:
        return talk.say("roadmap-late", **facts, late=late, enough=hours_words(talk, enough))
    return talk.say("roadmap-too-late", **facts, late=late, chain=span_words(talk, timedelta(weeks=plan.chain)))


def pace_words(talk: Talk, way: Way) -> str:
    """Say how it really goes; nothing where it is too early to tell."""
    if way.pace is None:
        return ""
    if way.really is None:
        return talk.say("roadmap-no-pace")
    given, month = hours_words(talk, way.pace.hours_a_week), talk.say.month(way.really.arrives_on)
    late = span_words(talk, way.really.late) if way.really.is_late else ""
    return talk.say("roadmap-pace", given=given, month=month, late=late, is_late="yes" if late else "no")


def called(talk: Talk, enrolment: Enrolment) -> str:
    """Name what somebody follows; one composed for them has no name but what the program says of it."""
    return talk.say("roadmap-composed-title") if enrolment.sources else enrolment.title


def span_words(talk: Talk, span: timedelta) -> str:
    """Write a span as one would say it: in weeks, in months, or in years where there are many."""
    if span <= FEW_WEEKS:
        return talk.say("weeks-count", weeks=max(1, ceil(span / timedelta(weeks=1))))
    if span >= MANY_MONTHS:
        return talk.say("years-count", years=round(span / YEAR))
    return talk.say("months-count", months=round(span / MONTH))


def hours_words(talk: Talk, hours: float) -> str:
    """Write hours, halves and all, without more decimals than anybody means."""
    whole = int(hours) if hours == int(hours) else 0
    return talk.say("hours-count", hours=talk.say.number(round(hours, 1)), plural=whole or 2)


def effort_words(talk: Talk, step: Step) -> str:
    """Say how much a step takes, and how long at least."""
    hours = hours_words(talk, step.hours)
    return talk.say("step-effort", hours=hours, weeks=ceil(step.weeks)) if step.weeks else hours


def progress_words(talk: Talk, enrolment: Enrolment) -> str:
    """Say how many steps are behind somebody, and what is left."""
    left = sum(each.step.hours for each in enrolment.to_do)
    count = len(enrolment.done)
    return talk.say(
        "roadmap-progress-words", done=count, steps=count + len(enrolment.to_do), left=hours_words(talk, left)
    )


def lifts_words(step: Step, framework: Framework) -> str:
    """Say what a step lifts, and to which level."""
    known = framework.competencies.get(step.competency)
    return f"{known.title if known else step.competency} → {step.level:g}"


def step_blocks(talk: Talk, enrolment: Enrolment, each: EnrolledStep) -> Iterator[Block]:
    """Show what a step is: what it lifts, what it takes, what proves it, what became of it."""
    step = each.step
    yield Fields(tuple(_rows(talk, enrolment, each)))
    if waiting := enrolment.waits_for(each):
        yield Text(talk.say("step-waits-for", steps=talk.say.every(other.step.title for other in waiting)))
    for resource in step.resources[LINKS:]:
        yield Text(f"{resource.title}: {resource.url}")


def resource_links(step: Step) -> tuple[Link, ...]:
    """Lead to what a step is learnt from."""
    return tuple(Link(_cut(each.title), each.url) for each in step.resources[:LINKS])


def _rows(talk: Talk, enrolment: Enrolment, each: EnrolledStep) -> Iterator[FieldRow]:
    step = each.step
    framework = framework_in(talk, enrolment)
    if framework is not None:
        yield FieldRow(talk.say("step-lifts"), lifts_words(step, framework))
    yield FieldRow(talk.say("step-takes"), effort_words(talk, step))
    if each.spent and each.is_to_do:
        yield FieldRow(talk.say("step-spent"), hours_words(talk, each.spent))
    if step.proof:
        yield FieldRow(talk.say("step-milestone" if step.is_milestone else "step-proof"), step.proof)
    if not each.is_to_do:
        yield FieldRow(talk.say("step-state"), talk.say(f"step-state-{each.state.value.replace('_', '-')}"))
    if each.evidence:
        yield FieldRow(talk.say("step-evidence"), each.evidence)
    if each.reason:
        yield FieldRow(talk.say("step-reason"), each.reason)


def framework_in(talk: Talk, enrolment: Enrolment) -> Framework | None:
    """Find the framework that a roadmap goes by, in the reader's language; None where it is no more."""
    known: Sequence[Framework] = talk.tools.library.frameworks(talk.say.language)
    return next((each for each in known if each.id == enrolment.framework), None)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_LABEL else f"{text[: LONGEST_LABEL - 1].rstrip()}…"
