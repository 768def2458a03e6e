"""The plan in a picture, with its table, and as a calendar to keep."""

from collections.abc import Sequence
from datetime import timedelta

from bot.core.dialogue.roadmaps.words import called, effort_words, hours_words, pace_words, plan_words, span_words
from bot.core.dialogue.talk import Talk
from bot.core.domain.ids import StepId
from bot.core.domain.roadmaps.enrolments import EnrolledStep, StepState
from bot.core.domain.roadmaps.planning import Timing
from bot.core.ui.calendars import Calendar, CalendarEntry
from bot.core.ui.pictures import RouteChart, Stop, StopState
from bot.core.ui.views import Attachment, FieldRow, Fields, Picture, Table, Text, View
from bot.core.usecases.roadmaps.reading import Way

SHOWN_DONE, SHOWN = 2, 12
"""Steps in the picture: a longer one can't be read on a phone, and nobody plans further."""

_STATES = {
    StepState.OPEN: StopState.OPEN,
    StepState.IN_PROGRESS: StopState.NOW,
    StepState.DONE: StopState.DONE,
    StepState.SKIPPED: StopState.SKIPPED,
    StepState.SET_ASIDE: StopState.DONE,
}


def plan_view(talk: Talk, way: Way) -> View:
    """Show the steps to come as a route, with what decides when it ends."""
    plan, pace = way.plan, pace_words(talk, way)
    return View(
        title=called(talk, way.enrolment),
        blocks=(
            Text(plan_words(talk, plan, way.enough)),
            *((Text(pace),) if pace else ()),
            route(talk, way),
            Fields(
                (
                    FieldRow(talk.say("plan-left"), _left(talk, way)),
                    FieldRow(talk.say("plan-load"), span_words(talk, timedelta(weeks=plan.load))),
                    FieldRow(talk.say("plan-chain"), span_words(talk, timedelta(weeks=plan.chain))),
                )
            ),
        ),
        actions=(talk.action("roadmap_leave_ask", way.enrolment.id),),
        suggestions=talk.suggest("roadmap", "roadmap calendar"),
    )


def _left(talk: Talk, way: Way) -> str:
    """Say what is left as it is written, and as it goes by what steps have really taken."""
    written, really = (round(each) for each in (sum(one.step.hours for one in way.enrolment.to_do), way.plan.hours))
    if written == really:
        return hours_words(talk, written)
    return talk.say("plan-left-really", written=hours_words(talk, written), really=hours_words(talk, really))


def calendar_view(talk: Talk, way: Way) -> View:
    """Give the plan as a file that a calendar takes."""
    return View(
        title=talk.say("calendar-title"),
        blocks=(
            Text(talk.say("calendar-words", count=len(way.plan.timings))),
            Attachment(
                talk.say("calendar-file"), "roadmap.ics", "text/calendar", talk.tools.calendars.write(days(talk, way))
            ),
        ),
        suggestions=talk.suggest("roadmap", "roadmap plan"),
    )


def days(talk: Talk, way: Way) -> Calendar:
    """Put every step to come on the days on which it is planned; a file taken again moves them."""
    steps = {each.id: each for each in way.enrolment.to_do}
    entries = [_entry(talk, way, steps[timing.id], timing) for timing in way.plan.timings]
    return Calendar(called(talk, way.enrolment), talk.say.language, talk.tools.clock.now(), tuple(entries))


def route(talk: Talk, way: Way) -> Picture:
    """Draw the last steps done and the next to come, with the same in words and as a table."""
    shown = shown_steps(way)
    drawn = stops(talk, way, shown)
    states = {each.state for each in drawn}
    drawing = RouteChart(
        title=talk.say("plan-picture-title"),
        stops=drawn,
        legend_done=talk.say("step-state-done") if StopState.DONE in states else "",
        legend_now=talk.say("step-state-in-progress") if StopState.NOW in states else "",
        legend_open=talk.say("step-state-open") if StopState.OPEN in states else "",
        legend_skipped=talk.say("step-state-skipped") if StopState.SKIPPED in states else "",
        legend_milestone=talk.say("step-milestone-short") if any(each.is_milestone for each in drawn) else "",
        legend_critical=talk.say("plan-critical") if any(each.is_critical for each in drawn) else "",
    )
    step = way.enrolment.next_step
    alt = talk.say(
        "plan-picture",
        shown=len(shown),
        left=len(way.enrolment.to_do),
        next=step.step.title if step else talk.say("none"),
        month=talk.say.month(way.plan.arrives_on),
    )
    return Picture(drawing, alt, _twin(talk, way, shown))


def shown_steps(way: Way) -> Sequence[EnrolledStep]:
    """Choose what is shown: the last steps that were settled, then those to come in the order of the plan."""
    mine = way.enrolment
    settled = [each for each in mine.steps if each.state in {StepState.DONE, StepState.SKIPPED}]
    settled.sort(key=lambda each: each.settled_at or mine.enrolled_at)
    steps = {each.id: each for each in mine.to_do}
    to_come = [steps[timing.id] for timing in way.plan.timings]
    return [*settled[-SHOWN_DONE:], *to_come[:SHOWN]]


def stops(talk: Talk, way: Way, shown: Sequence[EnrolledStep]) -> tuple[Stop, ...]:
    """Make stops of steps, each needing those before it that are shown."""
    timings, places = _timings(way), {each.id: place for place, each in enumerate(shown)}
    critical = set(way.plan.critical)
    return tuple(
        Stop(
            label=each.step.title,
            note=_note(talk, way, each, timings.get(each.id)),
            state=_STATES[each.state],
            is_milestone=each.step.is_milestone,
            is_critical=each.id in critical,
            needs=tuple(places[need] for need in each.step.needs if need in places),
        )
        for each in shown
    )


def _note(talk: Talk, way: Way, each: EnrolledStep, timing: Timing | None) -> str:
    effort = effort_words(talk, each.step)
    return f"{effort} · {talk.say.month(way.plan.day(timing.ends))}" if timing else effort


def _twin(talk: Talk, way: Way, shown: Sequence[EnrolledStep]) -> Table:
    timings = _timings(way)
    columns = ("column-step", "column-state", "column-effort", "column-done-by")
    return Table(
        tuple(talk.say(each) for each in columns),
        tuple(
            (
                each.step.title,
                talk.say(f"step-state-{each.state.value.replace('_', '-')}"),
                effort_words(talk, each.step),
                talk.say.month(way.plan.day(timings[each.id].ends)) if each.id in timings else "",
            )
            for each in shown
        ),
    )


def _timings(way: Way) -> dict[StepId, Timing]:
    return {each.id: each for each in way.plan.timings}


def _entry(talk: Talk, way: Way, each: EnrolledStep, timing: Timing) -> CalendarEntry:
    step = each.step
    words = "\n".join(
        part
        for part in (effort_words(talk, step), step.proof, *(f"{one.title}: {one.url}" for one in step.resources))
        if part
    )
    begins = way.plan.day(timing.begins)
    return CalendarEntry(
        uid=f"{way.enrolment.id}-{each.number}",
        title=step.title,
        begins_on=begins,
        ends_on=max(begins, way.plan.day(timing.ends)),
        words=words,
        address=step.resources[0].url if step.resources else "",
    )
