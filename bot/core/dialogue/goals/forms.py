"""What is asked about goals."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.core.dialogue.catalogue import Voice
from bot.core.dialogue.gaps import cell_words
from bot.core.dialogue.goals.views import progress_of
from bot.core.dialogue.talk import Talk
from bot.core.domain.gaps import GapMatrix
from bot.core.domain.goals import Goal
from bot.core.ui.forms import Choice, Day, Field, Form, Number, Option, Several, ShortText

LONGEST_TITLE, LONGEST_UNIT = 120, 30
UNTIL_DUE = timedelta(weeks=6)
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


def progress_form(talk: Talk, goal: Goal) -> Form:
    """Ask where a goal's measure is now."""
    return Form(
        name="goal_progress",
        title=goal.title,
        intro=progress_of(talk, goal).words,
        fields=(_number(talk.say, "current", default=f"{goal.measure.current:g}"),),
        submit=talk.say("goal-progress-submit"),
    )


def pick_form(talk: Talk, goals: Sequence[Goal]) -> Form:
    """Ask which of many goals."""
    options = tuple(Option(each.id, each.title, progress_of(talk, each).words) for each in goals)
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
