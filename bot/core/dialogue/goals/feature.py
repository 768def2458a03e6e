"""Goals in chat: set one that closes open cells, move it, mark the way, reach it."""

from collections.abc import Sequence
from datetime import date

from bot.core.dialogue.fields import number_of, text_of, texts_of
from bot.core.dialogue.goals.forms import (
    add_form,
    add_parameters,
    draft_of_answers,
    evidence_form,
    milestone_form,
    pick_form,
    progress_form,
)
from bot.core.dialogue.goals.views import (
    called,
    done_notice,
    finished_view,
    goal_view,
    goals_view,
    set_notice,
    set_view,
)
from bot.core.dialogue.offering import offers
from bot.core.dialogue.samples import (
    NOON,
    sample_goal,
    sample_marked_goal,
    sample_marks,
    sample_matrix,
    sample_mentee,
    sample_mentor,
)
from bot.core.dialogue.specs import ActionSpec, CommandSpec, Example, Feature, FormSpec, NoticeSpec
from bot.core.dialogue.talk import Talk
from bot.core.domain.errors import NoOpenGoal
from bot.core.domain.gaps import GapCell
from bot.core.domain.goals import Goal, GoalState, Milestone
from bot.core.domain.ids import GoalId
from bot.core.domain.pairings import PairingState
from bot.core.domain.weeks import zone_of
from bot.core.effects import Effect
from bot.core.ui.commands import Access, Placement
from bot.core.ui.forms import Answers, Form
from bot.core.ui.replies import Reply
from bot.core.ui.views import Text, View, Weight
from bot.core.usecases.access import authorise
from bot.core.usecases.gaps import gap_matrix, read_gap_matrix
from bot.core.usecases.goals import (
    drop_goal,
    finish_goal,
    read_goals,
    record_progress,
    set_goal,
    set_milestone,
)


def _show_all(talk: Talk) -> Reply:
    goals = read_goals(talk.work, talk.tools, talk.actor)
    if any(each.state is GoalState.OPEN for each in goals):
        return Reply(goals_view(talk, goals))
    matrix = read_gap_matrix(talk.work, talk.tools, talk.actor)
    unrated = matrix.unknown == len(matrix.cells)
    offered = (talk.action("gap_rate", "", Weight.PRIMARY),) if unrated else offers(talk, matrix, goals)
    return Reply(goals_view(talk, goals, offered, has_mentor=bool(mentor_of(talk))))


def _show(talk: Talk, ref: str) -> Reply:
    goal = _own(talk, ref)
    return Reply(goal_view(talk, goal, cells=_cells(talk), marks=talk.work.goals.marks(goal.community, goal.id)))


def _build_add(talk: Talk, _ref: str) -> Form:
    return add_form(talk, read_gap_matrix(talk.work, talk.tools, talk.actor), _today(talk))


def _submit_add(talk: Talk, _ref: str, answers: Answers) -> Reply:
    goal = set_goal(talk.work, talk.tools, talk.actor, draft_of_answers(answers))
    return Reply(set_view(talk, goal, _cells(talk)))


def _build_progress(talk: Talk, ref: str) -> Form:
    return progress_form(talk, _own(talk, ref))


def _submit_progress(talk: Talk, ref: str, answers: Answers) -> Reply:
    current, reached = number_of(answers, "current") or 0.0, [int(each) for each in texts_of(answers, "reached")]
    goal = record_progress(talk.work, talk.tools, talk.actor, GoalId(ref), current, reached)
    return Reply(goal_view(talk, goal, talk.say("goal-moved")))


def _build_milestone(talk: Talk, ref: str) -> Form:
    return milestone_form(talk, [_own(talk, ref)] if ref else _open_ones(talk), _today(talk))


def _admit_milestone(talk: Talk, ref: str) -> None:
    if not ref and not _open_ones(talk):
        raise NoOpenGoal


def _submit_milestone(talk: Talk, ref: str, answers: Answers) -> Reply:
    due = answers.get("due")
    milestone = Milestone(text_of(answers, "title"), number_of(answers, "at"), due if isinstance(due, date) else None)
    which = ref or text_of(answers, "goal") or _open_ones(talk)[0].id
    goal = set_milestone(talk.work, talk.tools, talk.actor, GoalId(which), milestone)
    return Reply(goal_view(talk, goal, talk.say("milestone-set")))


def _build_pick(talk: Talk, _ref: str) -> Form:
    return pick_form(talk, _open_ones(talk))


def _submit_pick(talk: Talk, _ref: str, answers: Answers) -> Reply:
    return _show(talk, text_of(answers, "goal"))


def _admit_done(talk: Talk, ref: str) -> None:
    _own(talk, ref).moved_to(0, talk.tools.clock.now())


def _build_done(talk: Talk, ref: str) -> Form:
    return evidence_form(talk, "goal_done", _own(talk, ref), mentor_of(talk))


def _submit_done(talk: Talk, ref: str, answers: Answers) -> Reply:
    goal = finish_goal(talk.work, talk.tools, talk.actor, GoalId(ref), text_of(answers, "evidence"))
    return Reply(finished_view(talk, goal, mentor_of(talk)))


def _ask_to_drop(talk: Talk, ref: str) -> Reply:
    return Reply(_dropping(talk, _own(talk, ref)))


def _dropping(talk: Talk, goal: Goal) -> View:
    return View(
        title=talk.say("goal-drop-title", goal=called(talk, goal)),
        blocks=(Text(talk.say("goal-drop-means")),),
        actions=(talk.action("goal_drop", goal.id, Weight.DANGER), talk.action("goal_show", goal.id)),
    )


def _drop(talk: Talk, ref: str) -> Reply:
    return Reply(_dropped(talk, drop_goal(talk.work, talk.tools, talk.actor, GoalId(ref))))


def _dropped(talk: Talk, goal: Goal) -> View:
    return View(talk.say("goal-dropped", goal=called(talk, goal)), suggestions=talk.suggest("goal", "goal draft"))


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


def mentor_of(talk: Talk) -> str:
    """Name the member's mentor; empty while there is none."""
    pairing = talk.work.pairings.live_of_mentee(talk.community.id, talk.member.id)
    if pairing is None or pairing.state is not PairingState.ACTIVE:
        return ""
    return talk.work.members.get(talk.community.id, pairing.mentor).name


def _own(talk: Talk, ref: str) -> Goal:
    goal = talk.work.goals.get(talk.community.id, GoalId(ref))
    authorise(talk.actor, record_progress, goal)
    return goal


def _open_ones(talk: Talk) -> list[Goal]:
    goals = read_goals(talk.work, talk.tools, talk.actor)
    return sorted((each for each in goals if each.state is GoalState.OPEN), key=lambda goal: goal.due_on)


def _cells(talk: Talk) -> Sequence[GapCell]:
    return read_gap_matrix(talk.work, talk.tools, talk.actor).cells


def _today(talk: Talk) -> date:
    return talk.tools.clock.now().astimezone(zone_of(talk.say.zone)).date()


def _reached(talk: Talk) -> Goal:
    return sample_marked_goal(talk).moved_to(2, NOON)


def _done(talk: Talk) -> Goal:
    return sample_goal(talk).done(NOON, "The minutes of both, in our wiki.").asked_for("The minutes of both.")


ADD = FormSpec("goal_add", set_goal, _build_add, _submit_add)
PROGRESS = FormSpec("goal_progress", record_progress, _build_progress, _submit_progress)
MILESTONE = FormSpec("goal_milestone", set_milestone, _build_milestone, _submit_milestone, _admit_milestone)
PICK = FormSpec("goal_pick", read_goals, _build_pick, _submit_pick)
DONE = FormSpec("goal_done", finish_goal, _build_done, _submit_done, _admit_done)

FEATURE = Feature(
    commands=(
        CommandSpec("goal", read_goals, _show_all),
        CommandSpec("goal", set_goal, opens=ADD, verb="add", parameters=add_parameters),
        CommandSpec("goal", set_milestone, opens=MILESTONE, verb="milestone"),
    ),
    actions=(
        ActionSpec("goal_add", set_goal, opens=ADD),
        ActionSpec("goal_show", read_goals, _show, access=Access.READ),
        ActionSpec("goal_pick", read_goals, opens=PICK),
        ActionSpec("goal_progress", record_progress, opens=PROGRESS),
        ActionSpec("goal_milestone", set_milestone, opens=MILESTONE),
        ActionSpec("goal_done", finish_goal, opens=DONE),
        ActionSpec("goal_drop_ask", drop_goal, _ask_to_drop, access=Access.READ, placement=Placement.NEW),
        ActionSpec("goal_drop", drop_goal, _drop),
    ),
    forms=(ADD, PROGRESS, MILESTONE, PICK, DONE),
    notices=(NoticeSpec("goal_set", _tell_set), NoticeSpec("goal_done", _tell_done)),
    examples=(
        Example("command/goal", lambda talk: goals_view(talk, [sample_goal(talk)])),
        Example("command/goal:none", lambda talk: goals_view(talk, [], offers(talk, sample_matrix(talk), []))),
        Example(
            "command/goal:unrated", lambda talk: goals_view(talk, [], [talk.action("gap_rate", "", Weight.PRIMARY)])
        ),
        Example("command/goal:to ask", lambda talk: goals_view(talk, [sample_goal(talk).done(NOON)], has_mentor=True)),
        Example("command/goal:two", lambda talk: goals_view(talk, [sample_goal(talk)] * 2)),
        Example("command/goal:many", lambda talk: goals_view(talk, [sample_goal(talk)] * 9)),
        Example("form/goal_add", lambda talk: add_form(talk, sample_matrix(talk), NOON.date())),
        Example("form/goal_add:done", lambda talk: set_view(talk, sample_goal(talk), sample_matrix(talk).cells)),
        Example("form/goal_progress", lambda talk: progress_form(talk, sample_goal(talk))),
        Example("form/goal_progress:marks", lambda talk: progress_form(talk, sample_marked_goal(talk))),
        Example("form/goal_progress:done", lambda talk: goal_view(talk, _reached(talk), talk.say("goal-moved"))),
        Example("form/goal_milestone", lambda talk: milestone_form(talk, [sample_goal(talk)], NOON.date())),
        Example("form/goal_milestone:any", lambda talk: milestone_form(talk, [sample_goal(talk)] * 2, NOON.date())),
        Example("form/goal_pick", lambda talk: pick_form(talk, [sample_goal(talk)] * 2)),
        Example(
            "action/goal_show",
            lambda talk: goal_view(
                talk, sample_marked_goal(talk), cells=sample_matrix(talk).cells, marks=sample_marks(talk)
            ),
        ),
        Example(
            "form/goal_done",
            lambda talk: evidence_form(talk, "goal_done", sample_goal(talk), sample_mentor(talk).name),
        ),
        Example("form/goal_done:alone", lambda talk: evidence_form(talk, "goal_done", sample_goal(talk), "")),
        Example("form/goal_done:asked", lambda talk: finished_view(talk, _done(talk), sample_mentor(talk).name)),
        Example("form/goal_done:kept", lambda talk: finished_view(talk, sample_goal(talk).done(NOON), "")),
        Example("action/goal_drop_ask", lambda talk: _dropping(talk, sample_goal(talk))),
        Example("action/goal_drop", lambda talk: _dropped(talk, sample_goal(talk))),
        Example(
            "notice/goal_set",
            lambda talk: set_notice(talk, sample_goal(talk), sample_mentee(talk).name, sample_matrix(talk).cells),
        ),
        Example("notice/goal_done", lambda talk: done_notice(talk, _done(talk), sample_mentee(talk).name)),
    ),
)
