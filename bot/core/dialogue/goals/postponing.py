"""Another day for a goal: what was drafted with a date may take longer, and isn't let go for that."""

from datetime import date, timedelta

from bot.core.dialogue.goals.forms import FARTHEST, due_form
from bot.core.dialogue.goals.views import goal_view
from bot.core.dialogue.samples import NOON, sample_goal, sample_matrix
from bot.core.dialogue.specs import ActionSpec, Example, Feature, FormSpec
from bot.core.dialogue.talk import Talk
from bot.core.domain.goals import Goal
from bot.core.domain.ids import GoalId
from bot.core.domain.weeks import zone_of
from bot.core.ui.forms import Answers, Form
from bot.core.ui.replies import Reply
from bot.core.usecases.access import authorise
from bot.core.usecases.gaps import read_gap_matrix
from bot.core.usecases.goals import put_goal_off


def _admit(talk: Talk, ref: str) -> None:
    _own(talk, ref).put_off(_today(talk))


def _build(talk: Talk, ref: str) -> Form:
    return due_form(talk, _own(talk, ref), _today(talk))


def _submit(talk: Talk, ref: str, answers: Answers) -> Reply:
    due = answers.get("due")
    goal = put_goal_off(talk.work, talk.tools, talk.actor, GoalId(ref), due if isinstance(due, date) else _today(talk))
    cells = read_gap_matrix(talk.work, talk.tools, talk.actor).cells
    return Reply(goal_view(talk, goal, talk.say("goal-put-off"), cells))


def _own(talk: Talk, ref: str) -> Goal:
    goal = talk.work.goals.get(talk.community.id, GoalId(ref))
    authorise(talk.actor, put_goal_off, goal)
    return goal


def _today(talk: Talk) -> date:
    return talk.tools.clock.now().astimezone(zone_of(talk.say.zone)).date()


def _late(talk: Talk) -> Goal:
    return sample_goal(talk).put_off(NOON.date() - timedelta(days=400))


DUE = FormSpec("goal_due", put_goal_off, _build, _submit, _admit)

FEATURE = Feature(
    actions=(ActionSpec("goal_due", put_goal_off, opens=DUE),),
    forms=(DUE,),
    examples=(
        Example("form/goal_due", lambda talk: due_form(talk, _late(talk), NOON.date())),
        Example(
            "form/goal_due:done",
            lambda talk: goal_view(
                talk,
                sample_goal(talk).put_off(NOON.date() + FARTHEST),
                talk.say("goal-put-off"),
                sample_matrix(talk).cells,
            ),
        ),
        Example("action/goal_show:overdue", lambda talk: goal_view(talk, _late(talk))),
    ),
)
