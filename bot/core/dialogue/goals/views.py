"""How goals look: how far each is, and what can be done about it."""

from collections.abc import Sequence

from bot.core.dialogue.gaps import cell_words
from bot.core.dialogue.talk import Talk
from bot.core.domain.gaps import GapCell
from bot.core.domain.goals import Attestation, Goal, GoalState, Mark, Milestone
from bot.core.domain.ids import CompetencyId
from bot.core.domain.weeks import zone_of
from bot.core.ui.views import (
    Action,
    Block,
    CheckItem,
    Checklist,
    FieldRow,
    Fields,
    Heading,
    Progress,
    Quote,
    Suggestion,
    Table,
    Text,
    Tone,
    View,
    Weight,
)

BUTTONS = 3
SHOWN = 8
MARKS_SHOWN = 6


def goals_view(talk: Talk, goals: Sequence[Goal], offered: Sequence[Action] = (), *, has_mentor: bool = False) -> View:
    """Show one's goals: how far each is, and a way to move it.

    Where none is open, drafts are `offered`; a reached goal that a mentor could still be asked about comes first.
    """
    opened = sorted((each for each in goals if each.state is GoalState.OPEN), key=lambda goal: goal.due_on)
    done = sum(each.state is GoalState.DONE for each in goals)
    if not opened:
        ask = _asking(talk, goals) if has_mentor else ()
        actions = (*ask, *offered)[: BUTTONS - 1]
        own = talk.action("goal_add", "", Weight.NORMAL if actions else Weight.PRIMARY)
        return View(
            title=talk.say("goals-none-open"),
            blocks=(Text(talk.say("goals-why", done=done)),),
            actions=(*actions, own),
        )
    return View(
        title=talk.say("goals-title", open=len(opened), done=done),
        blocks=tuple(progress_of(talk, each) for each in opened[:SHOWN]),
        actions=_ways_on(talk, opened),
        suggestions=talk.suggest("goal draft") if len(opened) == BUTTONS - 1 else (),
    )


def goal_view(
    talk: Talk, goal: Goal, title: str = "", cells: Sequence[GapCell] = (), marks: Sequence[Mark] = ()
) -> View:
    """Show one goal with what can be done about it."""
    is_open = goal.state is GoalState.OPEN
    reached = is_open and goal.measure.share >= 1
    words: tuple[Block, ...] = (Text(talk.say("goal-target-reached")),) if reached else ()
    moves = _moves(talk, goal, reached=reached) if is_open else ()
    return View(
        title=title or called(talk, goal),
        blocks=(
            progress_of(talk, goal),
            *closes(talk, goal.cells, cells),
            *_milestones(talk, goal),
            *_history(talk, goal, marks),
            *words,
        ),
        actions=moves,
        suggestions=_beside(talk, goal, moves),
        tone=Tone.GOOD if title else Tone.PLAIN,
    )


def set_view(talk: Talk, goal: Goal, cells: Sequence[GapCell]) -> View:
    """Confirm a goal, and lead on: to its first mark, or straight to progress."""
    move = talk.action("goal_done" if goal.is_yes_or_no else "goal_progress", goal.id)
    return View(
        title=talk.say("goal-set"),
        blocks=(progress_of(talk, goal), *closes(talk, goal.cells, cells), Text(talk.say("goal-set-next"))),
        actions=(talk.action("goal_milestone", goal.id, Weight.PRIMARY), move),
        suggestions=talk.suggest("roadmap"),
        tone=Tone.GOOD,
    )


def finished_view(talk: Talk, goal: Goal, mentor: str) -> View:
    """Say what becomes of a goal that was reached: a mentor is asked, or what to do without one."""
    key = "goal-mentor-asked" if goal.attestation is Attestation.ASKED else "goal-no-mentor"
    return View(
        title=talk.say("goal-finished"),
        blocks=(progress_of(talk, goal), *_evidence(talk, goal), Text(talk.say(key, mentor=mentor))),
        suggestions=talk.suggest("goal draft", "progress" if mentor else "gap rate"),
        tone=Tone.GOOD,
    )


def progress_of(talk: Talk, goal: Goal) -> Progress:
    """Say how far a goal is and until when, and which mark is next."""
    measure, due = goal.measure, talk.say.day(goal.due_on)
    late = "yes" if _is_overdue(talk, goal) else "no"
    if goal.is_yes_or_no:
        words = talk.say("goal-yes-no", state=goal.state.value, due=due, late=late)
    else:
        words = talk.say("goal-measure", measured=measured(talk, goal, measure.current), due=due, late=late)
    coming = goal.next_milestone if goal.state is GoalState.OPEN else None
    if coming is not None:
        words = talk.say("goal-and-next", words=words, milestone=coming.title)
    return Progress(called(talk, goal), measure.share, words)


def called(talk: Talk, goal: Goal) -> str:
    """Say what a goal is called: a draft's words are those of the framework whose cells it closes."""
    for each in goal.cells:
        talk.credits_due.tell(talk.tools.library.credit(each))
    return goal.title


def measured(talk: Talk, goal: Goal, value: float) -> str:
    """Write where a measure stands: "1 of 2 reviews"."""
    measure, number = goal.measure, talk.say.number
    return talk.say(
        "goal-measured",
        current=number(value),
        start=number(measure.start),
        target=number(measure.target),
        unit=measure.unit,
        has_unit="yes" if measure.unit else "no",
        has_start="yes" if measure.start else "no",
    )


def set_notice(talk: Talk, goal: Goal, author: str, cells: Sequence[GapCell]) -> View:
    """Tell the room of a new goal."""
    title = talk.say("goal-set-in-room", name=author)
    return View(title, (progress_of(talk, goal), *closes(talk, goal.cells, cells)))


def done_notice(talk: Talk, goal: Goal, author: str) -> View:
    """Tell the room that a goal is reached, and by what it shows."""
    title = talk.say("goal-done-in-room", name=author)
    return View(title, (Text(called(talk, goal)), *_evidence(talk, goal)), tone=Tone.GOOD)


def closes(talk: Talk, aimed: Sequence[CompetencyId], cells: Sequence[GapCell]) -> tuple[Fields, ...]:
    """Name the cells that a goal closes, of those that are known."""
    tied = [cell_words(talk, each) for each in cells if each.competency.id in aimed]
    return (Fields((FieldRow(talk.say("goal-closes"), talk.say.every(tied)),)),) if tied else ()


def milestone_words(talk: Talk, goal: Goal, milestone: Milestone) -> str:
    """Write a mark with its number and its date, as far as it has them."""
    words = milestone.title
    if milestone.at is not None:
        words = talk.say("milestone-at", title=words, measured=measured(talk, goal, milestone.at))
    return talk.say("milestone-by", words=words, due=talk.say.day(milestone.due_on)) if milestone.due_on else words


def _evidence(talk: Talk, goal: Goal) -> tuple[Block, ...]:
    return (Heading(talk.say("goal-evidence")), Quote(goal.evidence)) if goal.evidence else ()


def _beside(talk: Talk, goal: Goal, moves: Sequence[Action]) -> tuple[Suggestion, ...]:
    if goal.state is not GoalState.OPEN:
        return talk.suggest("goal", "goal draft")
    return talk.suggest("goal milestone") if len(moves) < BUTTONS else ()


def _milestones(talk: Talk, goal: Goal) -> tuple[Block, ...]:
    if not goal.milestones:
        return ()
    items = tuple(
        CheckItem(milestone_words(talk, goal, each), done=each.reached_at is not None) for each in goal.milestones
    )
    return Heading(talk.say("milestones")), Checklist(items)


def _history(talk: Talk, goal: Goal, marks: Sequence[Mark]) -> tuple[Block, ...]:
    if not marks or goal.is_yes_or_no:
        return ()
    rows = tuple(
        (
            talk.say.moment(each.said_at).words,
            talk.say.number(each.value),
            talk.say("mark-check-in" if each.check_in else "mark-by-hand"),
        )
        for each in marks[-MARKS_SHOWN:]
    )
    columns = (talk.say("column-when"), talk.say("column-stood"), talk.say("column-said-in"))
    return Heading(talk.say("marks", shown=len(rows), marks=len(marks))), Table(columns, rows)


def _asking(talk: Talk, goals: Sequence[Goal]) -> tuple[Action, ...]:
    """Offer to ask a mentor about the newest reached goal that none has seen, or that one has held back."""
    waiting = [
        each
        for each in goals
        if each.state is GoalState.DONE and each.attestation in {Attestation.NONE, Attestation.NOT_YET}
    ]
    if not waiting:
        return ()
    newest = max(waiting, key=lambda goal: (goal.done_at or goal.set_at, goal.id))
    return (talk.action("goal_ask", newest.id, Weight.PRIMARY),)


def _ways_on(talk: Talk, goals: Sequence[Goal]) -> tuple[Action, ...]:
    if len(goals) == 1:
        return _moves(talk, goals[0], reached=goals[0].measure.share >= 1)
    if len(goals) <= BUTTONS:
        return tuple(talk.action("goal_show", each.id, label=called(talk, each)) for each in goals)
    first = (talk.action("goal_show", each.id, label=called(talk, each)) for each in goals[: BUTTONS - 1])
    return (*first, talk.action("goal_pick", ""))


def _moves(talk: Talk, goal: Goal, *, reached: bool) -> tuple[Action, ...]:
    done = talk.action("goal_done", goal.id, Weight.PRIMARY)
    drop = talk.action("goal_drop_ask", goal.id)
    if goal.is_yes_or_no and not any(each.at is None and each.reached_at is None for each in goal.milestones):
        return (done, talk.action("goal_due", goal.id), drop) if _is_overdue(talk, goal) else (done, drop)
    if reached:
        return done, talk.action("goal_progress", goal.id), drop
    later = talk.action("goal_due" if _is_overdue(talk, goal) else "goal_done", goal.id)
    return talk.action("goal_progress", goal.id, Weight.PRIMARY), later, drop


def _is_overdue(talk: Talk, goal: Goal) -> bool:
    return goal.is_overdue(talk.tools.clock.now().astimezone(zone_of(talk.say.zone)).date())
