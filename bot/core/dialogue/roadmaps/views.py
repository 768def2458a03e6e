"""How a member's roadmap looks: the next small step first, then when one arrives."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.core.dialogue.addressed import look_at
from bot.core.dialogue.roadmaps.refs import offer_ref, step_ref
from bot.core.dialogue.roadmaps.words import (
    called,
    effort_words,
    hours_words,
    pace_words,
    plan_words,
    progress_words,
    resource_links,
    step_blocks,
)
from bot.core.dialogue.talk import Talk
from bot.core.domain.gaps import GapMatrix
from bot.core.domain.members import Visibility
from bot.core.domain.roadmaps.composing import Fit
from bot.core.domain.roadmaps.cutting import Cut
from bot.core.domain.roadmaps.enrolments import EnrolledStep, Enrolment, EnrolmentState, StepState
from bot.core.domain.roadmaps.graphs import Step
from bot.core.domain.roadmaps.planning import Plan
from bot.core.ui.views import (
    Action,
    Block,
    FieldRow,
    Fields,
    Heading,
    Progress,
    Table,
    Text,
    Tone,
    View,
    Weight,
)
from bot.core.usecases.roadmaps.reading import Change, Way

BUTTONS = 3
OFFERS = 3
_WEIGHTS = (Weight.PRIMARY, Weight.NORMAL, Weight.NORMAL)
LISTED, SHORT_SHOWN = 8, 4
"""Steps that are listed by name; how many more there are is told."""


def way_view(talk: Talk, way: Way, title: str = "") -> View:
    """Show what one follows: what to do now, how far one is, and when one arrives."""
    mine, step = way.enrolment, way.enrolment.next_step
    aside = (talk.action("roadmap_set_aside", mine.id),) if way.overtaken else ()
    pace = pace_words(talk, way)
    return View(
        title=title or called(talk, mine),
        blocks=(
            *_next(talk, mine, step),
            Progress(talk.say("roadmap-progress"), mine.share, progress_words(talk, mine)),
            Text(plan_words(talk, way.plan, way.enough)),
            *((Text(pace),) if pace else ()),
            *((Text(talk.say("roadmap-newer", version=way.newer.version)),) if way.newer else ()),
            *((Text(talk.say("roadmap-overtaken", count=len(way.overtaken))),) if way.overtaken else ()),
        ),
        actions=(*(_moves(talk, mine, step)[:1] if step else ()), *aside, talk.action("step_pick", mine.id)),
        suggestions=() if aside else talk.suggest("roadmap change" if way.newer else "roadmap plan"),
        tone=Tone.GOOD if title else Tone.PLAIN,
        links=resource_links(step.step) if step else (),
    )


def completed_view(talk: Talk, mine: Enrolment) -> View:
    """Show that a roadmap is walked to its end."""
    return View(
        title=talk.say("roadmap-completed", roadmap=called(talk, mine)),
        blocks=(Text(talk.say("roadmap-completed-words", done=len(mine.done))),),
        suggestions=talk.suggest("roadmap enrol", "gap"),
        tone=Tone.GOOD,
    )


def step_view(talk: Talk, mine: Enrolment, each: EnrolledStep, title: str = "") -> View:
    """Show one step with what can be done about it."""
    moves = _moves(talk, mine, each) if mine.state is EnrolmentState.ACTIVE else ()
    return View(
        title=title or each.step.title,
        blocks=(*((Heading(each.step.title),) if title else ()), *step_blocks(talk, mine, each)),
        actions=moves,
        suggestions=talk.suggest("roadmap")[: BUTTONS - len(moves)],
        tone=Tone.GOOD if title else Tone.PLAIN,
        links=resource_links(each.step),
    )


def finished_view(talk: Talk, mine: Enrolment, each: EnrolledStep, *, is_paired: bool = True) -> View:
    """Show that a step is done, and which is next; of a milestone also who can attest it."""
    if mine.state is EnrolmentState.COMPLETED:
        return completed_view(talk, mine)
    step = mine.next_step
    shares = each.step.is_milestone and talk.member.visibility is Visibility.PUBLIC
    share = (talk.action("step_share", step_ref(mine, each)),) if shares else ()
    milestone = "step-finished-milestone" if is_paired else "step-finished-milestone-alone"
    return View(
        title=talk.say("step-finished", step=each.step.title),
        blocks=(
            *((Text(talk.say(milestone)),) if each.step.is_milestone else ()),
            Progress(talk.say("roadmap-progress"), mine.share, progress_words(talk, mine)),
            *_next(talk, mine, step),
        ),
        actions=(*(_moves(talk, mine, step)[:1] if step else ()), *share),
        suggestions=talk.suggest("roadmap"),
        tone=Tone.GOOD,
        links=resource_links(step.step) if step else (),
    )


def offers_view(talk: Talk, fits: Sequence[Fit], matrix: GapMatrix) -> View:
    """Offer the roadmaps that close one's gaps, by how much of them they close."""
    title = talk.say("roadmap-offers", role=matrix.role.title)
    if not fits:
        return View(title, (Text(talk.say("roadmap-no-offers")),), suggestions=talk.suggest("goal add", "gap"))
    rows = tuple(
        (each.roadmap.title, talk.say.percent(each.closes), str(len(each.cut.steps)), hours_words(talk, each.cut.hours))
        for each in fits[:OFFERS]
    )
    columns = ("column-roadmap", "column-closes", "column-steps", "column-effort")
    is_unrated = matrix.unknown == len(matrix.cells)
    return View(
        title=title,
        blocks=(
            Text(talk.say("roadmap-offers-unrated" if is_unrated else "roadmap-offers-words")),
            Table(tuple(talk.say(each) for each in columns), rows),
        ),
        actions=tuple(
            talk.action(
                "roadmap_look",
                offer_ref(each.roadmap.id),
                Weight.NORMAL if place else Weight.PRIMARY,
                each.roadmap.title,
            )
            for place, each in enumerate(fits[:OFFERS])
        ),
        suggestions=talk.suggest("gap rate") if is_unrated else (),
    )


def look_view(talk: Talk, fit: Fit, plan: Plan, enough: int | None, sources: Sequence[str] = ()) -> View:
    """Show one roadmap as it would be for this member, and what would be set aside of it."""
    roadmap, way = fit.roadmap, fit.cut
    summary = talk.say("roadmap-composed", sources=talk.say.every(sources)) if sources else roadmap.summary
    rows = (
        *((FieldRow(talk.say("roadmap-author"), roadmap.author),) if roadmap.author else ()),
        FieldRow(talk.say("column-closes"), talk.say.percent(way.closes)),
        FieldRow(talk.say("column-steps"), str(len(way.steps))),
        FieldRow(talk.say("column-effort"), hours_words(talk, way.hours)),
    )
    ref = offer_ref(roadmap.id)
    choose = (talk.action("roadmap_choose", ref),) if way.met else ()
    return View(
        title=roadmap.title,
        blocks=(
            Text(summary),
            Fields(rows),
            Text(plan_words(talk, plan, enough)),
            Heading(talk.say("roadmap-first-steps")),
            _listed(talk, [f"{each.title} ({effort_words(talk, each)})" for each in way.steps], 3),
            *_set_aside(talk, way.met),
            *((Text(talk.say("roadmap-beyond", count=len(way.beyond))),) if way.beyond else ()),
            *_short(talk, way),
        ),
        actions=(talk.action("roadmap_enrol", ref, Weight.PRIMARY), *choose, talk.action("roadmap_offers", "")),
    )


def change_view(talk: Talk, change: Change) -> View:
    """Show what a newer version would change, step by step, and offer to take it."""
    told = change.difference
    return View(
        title=talk.say("roadmap-change", roadmap=change.roadmap.title, version=change.roadmap.version),
        blocks=(
            *((Text(talk.say("roadmap-change-nothing")),) if told.is_nothing else ()),
            *_steps(talk, "roadmap-change-added", told.added),
            *_steps(talk, "roadmap-change-dropped", told.dropped),
            *_steps(talk, "roadmap-change-changed", [after for _, after in told.changed]),
            *_steps(talk, "roadmap-change-kept", told.kept),
            Text(talk.say("roadmap-change-safe")),
        ),
        actions=(talk.action("roadmap_take", change.enrolment.id, Weight.PRIMARY),),
        suggestions=talk.suggest("roadmap"),
    )


def no_change_view(talk: Talk) -> View:
    """Say that there is no newer version."""
    return View(talk.say("roadmap-no-change"), suggestions=talk.suggest("roadmap", "roadmap plan"))


def leave_view(talk: Talk, mine: Enrolment) -> View:
    """Ask before a roadmap is left."""
    return View(
        title=talk.say("roadmap-leave-title", roadmap=called(talk, mine)),
        blocks=(Text(talk.say("roadmap-leave-words", done=len(mine.done))),),
        actions=(talk.action("roadmap_leave", mine.id, Weight.DANGER), talk.action("roadmap", "")),
    )


def left_view(talk: Talk, mine: Enrolment) -> View:
    """Confirm that a roadmap is left."""
    return View(talk.say("roadmap-left", roadmap=called(talk, mine)), suggestions=talk.suggest("roadmap enrol", "me"))


def begun_notice(talk: Talk, mine: Enrolment, author: str) -> View:
    """Tell the room that a member has set out."""
    step = mine.next_step
    first = (Fields((FieldRow(talk.say("roadmap-first-step"), step.step.title),)),) if step else ()
    return View(talk.say("roadmap-begun-in-room", name=author), (Text(called(talk, mine)), *first))


def milestone_notice(talk: Talk, mine: Enrolment, each: EnrolledStep, author: str) -> View:
    """Tell the room of a milestone, with what there is to show for it, so that the mentor can attest its level."""
    return View(
        title=talk.say("step-done-in-room", name=author),
        blocks=(Heading(each.step.title), *step_blocks(talk, mine, replace(each, spent=0))),
        actions=(talk.action("step_attest", step_ref(mine, each), Weight.PRIMARY),),
        tone=Tone.GOOD,
        links=look_at(talk, each.evidence),
    )


def _next(talk: Talk, mine: Enrolment, step: EnrolledStep | None) -> Iterator[Block]:
    if step is None:
        yield Text(talk.say("roadmap-nothing-ready"))
        return
    key = "roadmap-now" if step.state is StepState.IN_PROGRESS else "roadmap-next"
    yield Heading(talk.say(key, step=step.step.title))
    yield from step_blocks(talk, mine, step)


def _moves(talk: Talk, mine: Enrolment, each: EnrolledStep) -> tuple[Action, ...]:
    ref = step_ref(mine, each)
    if each.state is StepState.DONE:
        return ()
    if not each.is_to_do:
        return (talk.action("step_reopen", ref),)
    skip = talk.action("step_skip", ref)
    if mine.waits_for(each):
        return (skip,)
    if each.state is StepState.IN_PROGRESS:
        return talk.action("step_done", ref, Weight.PRIMARY), talk.action("step_hours", ref), skip
    return talk.action("step_begin", ref, Weight.PRIMARY), talk.action("step_done", ref), skip


def _set_aside(talk: Talk, met: Sequence[Step]) -> Iterator[Block]:
    if met:
        yield Heading(talk.say("roadmap-set-aside", count=len(met)))
        yield _listed(talk, [each.title for each in met], LISTED)


def _short(talk: Talk, way: Cut) -> Iterator[Block]:
    """Say what would still be open in the end, the most valuable first."""
    if way.short:
        first = [each.competency.title for each in way.short[:SHORT_SHOWN]]
        more = len(way.short) - len(first)
        named = ", ".join(first) if more else talk.say.every(first)
        yield Text(talk.say("roadmap-short", competencies=named, more=more))


def _steps(talk: Talk, key: str, steps: Sequence[Step]) -> Iterator[Block]:
    if steps:
        yield Heading(talk.say(key, count=len(steps)))
        yield _listed(talk, [f"{each.title} ({effort_words(talk, each)})" for each in steps], LISTED)


def _listed(talk: Talk, titles: Sequence[str], most: int) -> Block:
    more = (talk.say("and-more", count=len(titles) - most),) if len(titles) > most else ()
    return Text("\n".join((*(f"• {each}" for each in titles[:most]), *more)))
