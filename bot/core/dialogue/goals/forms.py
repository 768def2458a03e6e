"""What is asked about goals."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.core.dialogue.catalogue import Voice
from bot.core.dialogue.fields import number_of, text_of, texts_of
from bot.core.dialogue.gaps import cell_words
from bot.core.dialogue.goals.views import called, progress_of
from bot.core.dialogue.talk import Talk
from bot.core.domain.gaps import GapMatrix
from bot.core.domain.goals import Goal, span_of
from bot.core.domain.ids import CompetencyId
from bot.core.ui.forms import Answers, Choice, Day, Field, Form, LongText, Number, Option, Several, ShortText
from bot.core.usecases.goals import GoalDraft

LONGEST_TITLE, LONGEST_UNIT, LONGEST_EVIDENCE = 160, 30, 1000
UNTIL_DUE = timedelta(weeks=6)
PUT_OFF = timedelta(weeks=3)
FARTHEST = timedelta(days=730)
LARGEST = 1e9


def add_form(talk: Talk, matrix: GapMatrix, today: date) -> Form:
    """Ask for a goal, tied to the cells that it closes."""
    cells = matrix.open_cells or matrix.cells
    return Form(
        name="goal_add",
        title=talk.say("goal-add-title"),
        intro=talk.say("goal-add-intro"),
        fields=(
            _title(talk.say),
            Several(
                name="cells",
                label=talk.say("field-cells"),
                help=talk.say("field-cells-help"),
                options=tuple(Option(each.competency.id, cell_words(talk, each)) for each in cells),
                default=(cells[0].competency.id,),
            ),
            replace(
                _due(talk.say),
                earliest=today,
                latest=today + FARTHEST,
                default=((today + UNTIL_DUE).isoformat(),),
            ),
            _number(talk.say, "target", required=False),
            ShortText(
                name="unit",
                label=talk.say("field-unit"),
                help=talk.say("field-unit-help"),
                required=False,
                longest=LONGEST_UNIT,
            ),
            _number(talk.say, "start", required=False),
        ),
        submit=talk.say("goal-add-submit"),
    )


def draft_form(talk: Talk, matrix: GapMatrix, today: date, draft: GoalDraft) -> Form:
    """Ask the same with a draft filled in."""
    filled = {
        "title": (draft.title,),
        "cells": tuple(draft.cells),
        "due": (draft.due_on.isoformat(),),
        "target": (f"{draft.target:g}",),
        "unit": (draft.unit,),
    }
    form = add_form(talk, matrix, today)
    fields = tuple(replace(each, default=filled.get(each.name, each.default)) for each in form.fields)
    return replace(form, name="goal_draft_edit", fields=fields)


def draft_of_answers(answers: Answers) -> GoalDraft:
    """Read what was said of a goal; raise `TargetMissing` or `MeasureStandsStill` where it can't be measured."""
    unit, due = text_of(answers, "unit"), answers.get("due")
    start, target = span_of(number_of(answers, "start"), number_of(answers, "target"), unit)
    return GoalDraft(
        title=text_of(answers, "title"),
        start=start,
        target=target,
        unit=unit,
        due_on=due if isinstance(due, date) else date.max,
        cells=tuple(CompetencyId(each) for each in texts_of(answers, "cells")),
    )


def progress_form(talk: Talk, goal: Goal) -> Form:
    """Ask where a goal's measure is now, and which marks without a number are reached."""
    marks = tuple(
        Option(str(place), each.title)
        for place, each in enumerate(goal.milestones)
        if each.at is None and each.reached_at is None
    )
    reached = Several(name="reached", label=talk.say("field-reached"), required=False, options=marks)
    return Form(
        name="goal_progress",
        title=called(talk, goal),
        intro=progress_of(talk, goal).words,
        fields=(
            _number(talk.say, "current", default=f"{goal.measure.current:g}"),
            *((reached,) if marks else ()),
        ),
        submit=talk.say("goal-progress-submit"),
    )


def milestone_form(talk: Talk, goals: Sequence[Goal], today: date) -> Form:
    """Ask for a mark along the way: to which of several goals, at which number, by when."""
    which = tuple(Option(each.id, called(talk, each), progress_of(talk, each).words) for each in goals)
    title = talk.say("milestone-title", goal=called(talk, goals[0])) if len(goals) == 1 else ""
    is_measured = any(not each.is_yes_or_no for each in goals)
    return Form(
        name="goal_milestone",
        title=title or talk.say("milestone-title-any"),
        intro=talk.say("milestone-intro"),
        fields=(
            *((Choice(name="goal", label=talk.say("field-which-goal"), options=which),) if len(goals) > 1 else ()),
            ShortText(
                name="title",
                label=talk.say("field-milestone"),
                help=talk.say("field-milestone-help"),
                longest=LONGEST_TITLE,
            ),
            *((_number(talk.say, "at", required=False),) if is_measured else ()),
            replace(_due(talk.say), required=False, earliest=today, latest=today + FARTHEST),
        ),
        submit=talk.say("milestone-submit"),
    )


def evidence_form(talk: Talk, name: str, goal: Goal, mentor: str) -> Form:
    """Ask what shows that a goal is reached; `mentor` is the one who will be asked about it, empty for none."""
    return Form(
        name=name,
        title=talk.say("goal-done-title", goal=called(talk, goal)),
        intro=talk.say("goal-done-intro", mentor=mentor, has_mentor="yes" if mentor else "no"),
        fields=(
            LongText(
                name="evidence",
                label=talk.say("field-goal-evidence"),
                help=talk.say("field-goal-evidence-help"),
                required=False,
                longest=LONGEST_EVIDENCE,
                default=(goal.evidence,) if goal.evidence else (),
            ),
        ),
        submit=talk.say("goal-done-submit"),
    )


def pick_form(talk: Talk, goals: Sequence[Goal]) -> Form:
    """Ask which of many goals."""
    options = tuple(Option(each.id, called(talk, each), progress_of(talk, each).words) for each in goals)
    return Form(
        name="goal_pick",
        title=talk.say("goal-pick-title"),
        fields=(Choice(name="goal", label=talk.say("field-which-goal"), options=options),),
        submit=talk.say("goal-pick-submit"),
    )


def add_parameters(say: Voice) -> tuple[Field, ...]:
    """Take what most goals are said with."""
    return _title(say), _number(say, "target", required=False), _due(say)


def _title(say: Voice) -> ShortText:
    return ShortText(name="title", label=say("field-goal"), help=say("field-goal-help"), longest=LONGEST_TITLE)


def due_form(talk: Talk, goal: Goal, today: date) -> Form:
    """Ask for another day."""
    day = replace(_due(talk.say), default=((today + PUT_OFF).isoformat(),), earliest=today, latest=today + FARTHEST)
    return Form("goal_due", talk.say("goal-due-title"), (day,), talk.say("save-changes"), intro=called(talk, goal))


def _due(say: Voice) -> Day:
    return Day(name="due", label=say("field-due"))


def _number(say: Voice, name: str, *, required: bool = True, default: str = "") -> Number:
    return Number(
        name=name,
        label=say(f"field-{name}"),
        help=say(f"field-{name}-help"),
        required=required,
        low=-LARGEST,
        high=LARGEST,
        decimals=True,
        default=(default,) if default else (),
    )
