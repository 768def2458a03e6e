"""Progress in chat: one's own, a mentee's for their mentor, and the day by which somebody wants to arrive."""

from datetime import date, timedelta

from bot.core.dialogue.fields import text_of
from bot.core.dialogue.progress.views import (
    arrival_form,
    mentees_progress_view,
    pick_form,
    progress_view,
    which_view,
)
from bot.core.dialogue.samples import NOON, sample_goal, sample_matrix, sample_mentee
from bot.core.dialogue.specs import ActionSpec, CommandSpec, Example, Feature, FormSpec
from bot.core.dialogue.talk import Talk
from bot.core.domain.forecasts import forecast, pace
from bot.core.domain.ids import MemberId
from bot.core.domain.paths import Move, Path
from bot.core.ui.commands import Access
from bot.core.ui.forms import Answers, Form
from bot.core.ui.replies import Reply
from bot.core.usecases.gaps import read_mentees
from bot.core.usecases.goals import read_goals
from bot.core.usecases.progress import (
    Going,
    MenteesProgress,
    read_mentees_progress,
    read_progress,
    set_arrival,
)

FARTHEST = timedelta(days=3652)
"""Ten years."""


def _show(talk: Talk) -> Reply:
    seen = read_progress(talk.work, talk.tools, talk.actor)
    return Reply(progress_view(talk, seen, read_goals(talk.work, talk.tools, talk.actor)))


def _show_mentees(talk: Talk) -> Reply:
    mentees = read_mentees(talk.work, talk.actor)
    return _show_mentee(talk, mentees[0].id) if len(mentees) == 1 else Reply(which_view(talk, mentees))


def _show_mentee(talk: Talk, ref: str) -> Reply:
    seen = read_mentees_progress(talk.work, talk.tools, talk.actor, MemberId(ref))
    return Reply(mentees_progress_view(talk, seen))


def _build_pick(talk: Talk, _ref: str) -> Form:
    return pick_form(talk, read_mentees(talk.work, talk.actor))


def _submit_pick(talk: Talk, _ref: str, answers: Answers) -> Reply:
    return _show_mentee(talk, text_of(answers, "mentee"))


def _build_arrival(talk: Talk, _ref: str) -> Form:
    seen = read_progress(talk.work, talk.tools, talk.actor)
    return arrival_form(talk, seen.arrive_by, seen.today, seen.today + FARTHEST)


def _submit_arrival(talk: Talk, _ref: str, answers: Answers) -> Reply:
    day = answers.get("day")
    set_arrival(talk.work, talk.tools, talk.actor, day if isinstance(day, date) else date.max)
    return _show(talk)


def _sample(talk: Talk, *days: int) -> MenteesProgress:
    """Make a path of even moves so many days after its beginning."""
    today, begun = NOON.date(), NOON.date() - timedelta(days=200)
    path = Path(begun, 0.36, tuple(Move(begun + timedelta(days=each), 0.05) for each in days))
    arrive_by = begun + timedelta(days=548)
    going = Going(path, forecast(path, today), pace(path, today, arrive_by))
    return MenteesProgress(sample_mentee(talk), sample_matrix(talk), today, arrive_by, going)


def _sample_unrated(talk: Talk) -> MenteesProgress:
    today = NOON.date()
    return MenteesProgress(sample_mentee(talk), sample_matrix(talk, rated=False), today, today, None)


_EVEN = (40, 80, 120, 150, 190)

ARRIVAL = FormSpec("arrive_by", set_arrival, _build_arrival, _submit_arrival)
PICK = FormSpec("progress_pick", read_mentees, _build_pick, _submit_pick)

FEATURE = Feature(
    commands=(
        CommandSpec("progress", read_progress, _show),
        CommandSpec("progress", read_mentees, _show_mentees, verb="mentee"),
    ),
    actions=(
        ActionSpec("progress_mentee", read_mentees_progress, _show_mentee, access=Access.READ),
        ActionSpec("progress_pick", read_mentees, opens=PICK),
        ActionSpec("arrive_by", set_arrival, opens=ARRIVAL),
    ),
    forms=(ARRIVAL, PICK),
    examples=(
        Example("command/progress", lambda talk: progress_view(talk, _sample(talk, *_EVEN), [sample_goal(talk)])),
        Example("command/progress:early", lambda talk: progress_view(talk, _sample(talk, 60), [])),
        Example("command/progress:slow", lambda talk: progress_view(talk, _sample(talk, 30, 120, 190), [])),
        Example("command/progress:unrated", lambda talk: progress_view(talk, _sample_unrated(talk), [])),
        Example("command/progress mentee", lambda talk: which_view(talk, [sample_mentee(talk)] * 5)),
        Example("command/progress mentee:none", lambda talk: which_view(talk, [])),
        Example("action/progress_mentee", lambda talk: mentees_progress_view(talk, _sample(talk, *_EVEN))),
        Example("action/progress_mentee:unrated", lambda talk: mentees_progress_view(talk, _sample_unrated(talk))),
        Example("form/progress_pick", lambda talk: pick_form(talk, [sample_mentee(talk)])),
        Example(
            "form/arrive_by",
            lambda talk: arrival_form(talk, NOON.date() + FARTHEST / 2, NOON.date(), NOON.date() + FARTHEST),
        ),
    ),
)
