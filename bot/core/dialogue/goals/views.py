"""How goals look: how far each is, and what can be done about it."""

from collections.abc import Sequence

from bot.core.dialogue.gaps import cell_words
from bot.core.dialogue.talk import Talk
from bot.core.domain.gaps import GapCell
from bot.core.domain.goals import Goal, GoalState
from bot.core.ui.views import Action, Block, FieldRow, Fields, Progress, Text, Tone, View, Weight

BUTTONS = 3
SHOWN = 8


def goals_view(talk: Talk, goals: Sequence[Goal]) -> View:
    """Show one's goals: how far each is, and a way to move it."""
    opened = sorted((each for each in goals if each.state is GoalState.OPEN), key=lambda goal: goal.due_on)
    done = sum(each.state is GoalState.DONE for each in goals)
    if not opened:
        return View(
            title=talk.say("goals-none-open"),
            blocks=(Text(talk.say("goals-why", done=done)),),
            actions=(talk.action("goal_add", "", Weight.PRIMARY),),
        )
    return View(
        title=talk.say("goals-title", open=len(opened), done=done),
        blocks=tuple(progress_of(talk, each) for each in opened[:SHOWN]),
        actions=_ways_on(talk, opened),
        suggestions=talk.suggest("goal add") if len(opened) == BUTTONS - 1 else (),
    )


def goal_view(talk: Talk, goal: Goal, title: str = "", cells: Sequence[GapCell] = ()) -> View:
    """Show one goal with what can be done about it."""
    reached = goal.state is GoalState.OPEN and goal.measure.share >= 1
    words: tuple[Block, ...] = (Text(talk.say("goal-target-reached")),) if reached else ()
    return View(
        title=title or goal.title,
        blocks=(progress_of(talk, goal), *_closes(talk, goal, cells), *words),
        actions=_moves(talk, goal, reached=reached) if goal.state is GoalState.OPEN else (),
        suggestions=() if goal.state is GoalState.OPEN else talk.suggest("goal", "goal add"),
        tone=Tone.GOOD if title else Tone.PLAIN,
    )


def progress_of(talk: Talk, goal: Goal) -> Progress:
    """Say how far a goal is and until when."""
    measure, due = goal.measure, talk.say.day(goal.due_on)
    if is_yes_or_no(goal):
        words = talk.say("goal-yes-no", state=goal.state.value, due=due)
    else:
        number = talk.say.number
        words = talk.say(
            "goal-measure",
            current=number(measure.current),
            start=number(measure.start),
            target=number(measure.target),
            unit=measure.unit,
            has_unit="yes" if measure.unit else "no",
            has_start="yes" if measure.start else "no",
            due=due,
        )
    return Progress(goal.title, measure.share, words)


def is_yes_or_no(goal: Goal) -> bool:
    """Tell whether a goal is only ever reached or not."""
    return not goal.measure.unit and (goal.measure.start, goal.measure.target) == (0, 1)


def set_notice(talk: Talk, goal: Goal, author: str, cells: Sequence[GapCell]) -> View:
    """Tell the room of a new goal."""
    title = talk.say("goal-set-in-room", name=author)
    return View(title, (progress_of(talk, goal), *_closes(talk, goal, cells)))


def done_notice(talk: Talk, goal: Goal, author: str) -> View:
    """Tell the room that a goal is reached."""
    return View(talk.say("goal-done-in-room", name=author), (Text(goal.title),), tone=Tone.GOOD)


def _ways_on(talk: Talk, goals: Sequence[Goal]) -> tuple[Action, ...]:
    if len(goals) == 1:
        return _moves(talk, goals[0], reached=goals[0].measure.share >= 1)
    if len(goals) <= BUTTONS:
        return tuple(talk.action("goal_show", each.id, label=each.title) for each in goals)
    first = (talk.action("goal_show", each.id, label=each.title) for each in goals[: BUTTONS - 1])
    return (*first, talk.action("goal_pick", ""))


def _moves(talk: Talk, goal: Goal, *, reached: bool) -> tuple[Action, ...]:
    done = talk.action("goal_done", goal.id, Weight.PRIMARY)
    drop = talk.action("goal_drop", goal.id, Weight.DANGER)
    if is_yes_or_no(goal):
        return done, drop
    if reached:
        return done, talk.action("goal_progress", goal.id), drop
    later = talk.action("goal_done", goal.id)
    return talk.action("goal_progress", goal.id, Weight.PRIMARY), later, drop


def _closes(talk: Talk, goal: Goal, cells: Sequence[GapCell]) -> tuple[Block, ...]:
    tied = [cell_words(talk, each) for each in cells if each.competency.id in goal.cells]
    return (Fields((FieldRow(talk.say("goal-closes"), talk.say.every(tied)),)),) if tied else ()
