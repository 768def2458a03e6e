"""Goals in chat: set one that closes open cells, move it, reach it."""

from collections.abc import Sequence
from datetime import date

from bot.core.dialogue.fields import number_of, text_of, texts_of
from bot.core.dialogue.goals.forms import add_form, add_parameters, pick_form, progress_form
from bot.core.dialogue.goals.views import done_notice, goal_view, goals_view, set_notice
from bot.core.dialogue.samples import NOON, sample_goal, sample_matrix, sample_mentee
from bot.core.dialogue.specs import ActionSpec, CommandSpec, Example, Feature, FormSpec, NoticeSpec
from bot.core.dialogue.talk import Talk
from bot.core.domain.gaps import GapCell
from bot.core.domain.goals import Goal, GoalState, span_of
from bot.core.domain.ids import CompetencyId, GoalId
from bot.core.domain.weeks import zone_of
from bot.core.effects import Effect
from bot.core.ui.commands import Access
from bot.core.ui.forms import Answers, Form
from bot.core.ui.replies import Reply
from bot.core.ui.views import View
from bot.core.usecases.access import authorise
from bot.core.usecases.gaps import gap_matrix, read_gap_matrix
from bot.core.usecases.goals import GoalDraft, drop_goal, finish_goal, read_goals, record_progress, set_goal


def _show_all(talk: Talk) -> Reply:
    return Reply(goals_view(talk, read_goals(talk.work, talk.tools, talk.actor)))


def _show(talk: Talk, ref: str) -> Reply:
    return Reply(goal_view(talk, _own(talk, ref), cells=_cells(talk)))


def _build_add(talk: Talk, _ref: str) -> Form:
    today = talk.tools.clock.now().astimezone(zone_of(talk.say.zone)).date()
    return add_form(talk, read_gap_matrix(talk.work, talk.tools, talk.actor), today)


def _submit_add(talk: Talk, _ref: str, answers: Answers) -> Reply:
    unit, due = text_of(answers, "unit"), answers.get("due")
    start, target = span_of(number_of(answers, "start"), number_of(answers, "target"), unit)
    draft = GoalDraft(
        title=text_of(answers, "title"),
        start=start,
        target=target,
        unit=unit,
        due_on=due if isinstance(due, date) else date.max,
        cells=tuple(CompetencyId(each) for each in texts_of(answers, "cells")),
    )
    goal = set_goal(talk.work, talk.tools, talk.actor, draft)
    return Reply(_set(talk, goal, _cells(talk)))


def _set(talk: Talk, goal: Goal, cells: Sequence[GapCell] = ()) -> View:
    return goal_view(talk, goal, talk.say("goal-set"), cells)


def _build_progress(talk: Talk, ref: str) -> Form:
    return progress_form(talk, _own(talk, ref))


def _submit_progress(talk: Talk, ref: str, answers: Answers) -> Reply:
    current = number_of(answers, "current") or 0.0
    goal = record_progress(talk.work, talk.tools, talk.actor, GoalId(ref), current)
    return Reply(goal_view(talk, goal, talk.say("goal-moved")))


def _build_pick(talk: Talk, _ref: str) -> Form:
    return pick_form(talk, _open_ones(talk))


def _submit_pick(talk: Talk, _ref: str, answers: Answers) -> Reply:
    return _show(talk, text_of(answers, "goal"))


def _finish(talk: Talk, ref: str) -> Reply:
    return Reply(_finished(talk, finish_goal(talk.work, talk.tools, talk.actor, GoalId(ref))))


def _finished(talk: Talk, goal: Goal) -> View:
    return goal_view(talk, goal, talk.say("goal-finished"))


def _drop(talk: Talk, ref: str) -> Reply:
    return Reply(_dropped(talk, drop_goal(talk.work, talk.tools, talk.actor, GoalId(ref))))


def _dropped(talk: Talk, goal: Goal) -> View:
    return View(talk.say("goal-dropped", goal=goal.title), suggestions=talk.suggest("goal", "goal add"))


def _tell_set(talk: Talk, effect: Effect) -> View | None:
    goal = talk.work.goals.get(effect.community, GoalId(effect.refs["goal"]))
    author = talk.work.members.get(effect.community, goal.member)
    if goal.state is GoalState.DROPPED:
        return None
    matrix = gap_matrix(talk.work, talk.tools, effect.community, goal.member, talk.say.language)
    return set_notice(talk, goal, author.name, matrix.cells)


def _tell_done(talk: Talk, effect: Effect) -> View:
    goal = talk.work.goals.get(effect.community, GoalId(effect.refs["goal"]))
    return done_notice(talk, goal, talk.work.members.get(effect.community, goal.member).name)


def _own(talk: Talk, ref: str) -> Goal:
    goal = talk.work.goals.get(talk.community.id, GoalId(ref))
    authorise(talk.actor, record_progress, goal)
    return goal


def _reached(talk: Talk) -> Goal:
    return sample_goal(talk).moved_to(2)


def _open_ones(talk: Talk) -> list[Goal]:
    goals = read_goals(talk.work, talk.tools, talk.actor)
    return sorted((each for each in goals if each.state is GoalState.OPEN), key=lambda goal: goal.due_on)


def _cells(talk: Talk) -> Sequence[GapCell]:
    return read_gap_matrix(talk.work, talk.tools, talk.actor).cells


ADD = FormSpec("goal_add", set_goal, _build_add, _submit_add)
PROGRESS = FormSpec("goal_progress", record_progress, _build_progress, _submit_progress)
PICK = FormSpec("goal_pick", read_goals, _build_pick, _submit_pick)

FEATURE = Feature(
    commands=(
        CommandSpec("goal", read_goals, _show_all),
        CommandSpec("goal", set_goal, opens=ADD, verb="add", parameters=add_parameters),
    ),
    actions=(
        ActionSpec("goal_add", set_goal, opens=ADD),
        ActionSpec("goal_show", read_goals, _show, access=Access.READ),
        ActionSpec("goal_pick", read_goals, opens=PICK),
        ActionSpec("goal_progress", record_progress, opens=PROGRESS),
        ActionSpec("goal_done", finish_goal, _finish),
        ActionSpec("goal_drop", drop_goal, _drop),
    ),
    forms=(ADD, PROGRESS, PICK),
    notices=(NoticeSpec("goal_set", _tell_set), NoticeSpec("goal_done", _tell_done)),
    examples=(
        Example("command/goal", lambda talk: goals_view(talk, [sample_goal(talk)])),
        Example("command/goal:none", lambda talk: goals_view(talk, [])),
        Example("command/goal:two", lambda talk: goals_view(talk, [sample_goal(talk)] * 2)),
        Example("command/goal:many", lambda talk: goals_view(talk, [sample_goal(talk)] * 9)),
        Example("form/goal_add", lambda talk: add_form(talk, sample_matrix(talk), NOON.date())),
        Example("form/goal_add:done", lambda talk: _set(talk, sample_goal(talk))),
        Example("form/goal_progress", lambda talk: progress_form(talk, sample_goal(talk))),
        Example("form/goal_progress:done", lambda talk: goal_view(talk, _reached(talk), talk.say("goal-moved"))),
        Example("form/goal_pick", lambda talk: pick_form(talk, [sample_goal(talk)] * 2)),
        Example("action/goal_show", lambda talk: goal_view(talk, sample_goal(talk), cells=sample_matrix(talk).cells)),
        Example("action/goal_done", lambda talk: _finished(talk, sample_goal(talk).done(NOON))),
        Example("action/goal_drop", lambda talk: _dropped(talk, sample_goal(talk))),
        Example(
            "notice/goal_set",
            lambda talk: set_notice(talk, sample_goal(talk), sample_mentee(talk).name, sample_matrix(talk).cells),
        ),
        Example("notice/goal_done", lambda talk: done_notice(talk, sample_goal(talk), sample_mentee(talk).name)),
    ),
)
