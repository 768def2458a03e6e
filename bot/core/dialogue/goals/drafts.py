"""A goal in two taps: a cell is chosen, and the draft made for it is set as it stands, or changed first."""

from collections.abc import Sequence
from datetime import date, timedelta

from bot.core.dialogue.excerpts import in_one_line
from bot.core.dialogue.fields import text_of
from bot.core.dialogue.goals.forms import LONGEST_TITLE, UNTIL_DUE, draft_form, draft_of_answers
from bot.core.dialogue.goals.views import closes, set_view
from bot.core.dialogue.offering import OFFERED, cell_ref, offer, offers, worth_a_goal
from bot.core.dialogue.samples import NOON, sample_goal, sample_matrix
from bot.core.dialogue.specs import ActionSpec, CommandSpec, Example, Feature, FormSpec
from bot.core.dialogue.talk import Talk
from bot.core.domain.errors import NotFound
from bot.core.domain.gaps import GapCell, GapMatrix
from bot.core.domain.goals import Goal, next_level
from bot.core.domain.weeks import zone_of
from bot.core.ui.commands import Access, Placement
from bot.core.ui.forms import Answers, Choice, Form, Option
from bot.core.ui.replies import Reply
from bot.core.ui.views import FieldRow, Fields, Text, View, Weight
from bot.core.usecases.gaps import read_gap_matrix
from bot.core.usecases.goals import GoalDraft, read_goals, set_goal

EXAMPLES = 3
"""Pieces of work that show a level, as a draft has it: one may be luck, three are a habit."""

MOST_OPTIONS = 25


def cells_view(talk: Talk, matrix: GapMatrix, goals: Sequence[Goal]) -> View:
    """Offer the cells that are worth a goal."""
    if matrix.unknown == len(matrix.cells):
        return View(
            title=talk.say("draft-unrated"),
            actions=(talk.action("gap_rate", "", Weight.PRIMARY),),
            suggestions=talk.suggest("goal add"),
        )
    cells = worth_a_goal(matrix, goals)
    if not cells:
        return View(talk.say("draft-nothing-open"), suggestions=talk.suggest("goal", "goal add"))
    more = (talk.action("goal_draft_pick", ""),) if len(cells) > OFFERED else ()
    return View(
        title=talk.say("draft-which"),
        blocks=(Text(talk.say("draft-which-means")),),
        actions=(*offers(talk, matrix, goals), *more),
        suggestions=talk.suggest("goal add") if not more else (),
    )


def draft_view(talk: Talk, cell: GapCell, draft: GoalDraft) -> View:
    """Show a draft as it would be set."""
    measure = talk.say("draft-measure", examples=int(draft.target), unit=draft.unit)
    rows = (
        FieldRow(talk.say("field-goal"), draft.title),
        FieldRow(talk.say("draft-measured"), measure),
        FieldRow(talk.say("field-due"), talk.say.day(draft.due_on)),
    )
    ref = cell_ref(cell.competency.id)
    return View(
        title=talk.say("draft-title", competency=cell.competency.title),
        blocks=(Fields((*rows, *(row for block in closes(talk, draft.cells, [cell]) for row in block.rows))),),
        actions=(
            talk.action("goal_draft_set", ref, Weight.PRIMARY),
            talk.action("goal_draft_edit", ref),
            talk.action("goal_draft_pick", ""),
        ),
    )


def draft_for(talk: Talk, cell: GapCell, today: date) -> GoalDraft:
    """Draft a goal that shows a cell's next level: what that looks like in practice, done three times in six weeks."""
    level = next_level(cell)
    words = cell.competency.indicators.get(level, "")
    title = talk.say(
        "draft-goal", competency=cell.competency.title, level=level, words=words, has_words="yes" if words else "no"
    )
    return GoalDraft(
        title=in_one_line(title, LONGEST_TITLE),
        start=0,
        target=EXAMPLES,
        unit=talk.say("draft-unit"),
        due_on=today + UNTIL_DUE,
        cells=(cell.competency.id,),
    )


def pick_form(talk: Talk, cells: Sequence[GapCell]) -> Form:
    """Ask which of all open cells."""
    options = tuple(Option(cell_ref(each.competency.id), offer(talk, each).label) for each in cells[:MOST_OPTIONS])
    return Form(
        name="goal_draft_pick",
        title=talk.say("draft-which"),
        fields=(Choice(name="cell", label=talk.say("field-competency"), options=options),),
        submit=talk.say("draft-pick-submit"),
    )


def _show_cells(talk: Talk) -> Reply:
    matrix = read_gap_matrix(talk.work, talk.tools, talk.actor)
    return Reply(cells_view(talk, matrix, read_goals(talk.work, talk.tools, talk.actor)))


def _show(talk: Talk, ref: str) -> Reply:
    cell = _cell(talk, ref)
    return Reply(draft_view(talk, cell, draft_for(talk, cell, _today(talk))))


def _set(talk: Talk, ref: str) -> Reply:
    cell = _cell(talk, ref)
    goal = set_goal(talk.work, talk.tools, talk.actor, draft_for(talk, cell, _today(talk)))
    return Reply(set_view(talk, goal, [cell]))


def _build_edit(talk: Talk, ref: str) -> Form:
    matrix = read_gap_matrix(talk.work, talk.tools, talk.actor)
    return draft_form(talk, matrix, _today(talk), draft_for(talk, _cell(talk, ref), _today(talk)))


def _submit_edit(talk: Talk, _ref: str, answers: Answers) -> Reply:
    goal = set_goal(talk.work, talk.tools, talk.actor, draft_of_answers(answers))
    return Reply(set_view(talk, goal, read_gap_matrix(talk.work, talk.tools, talk.actor).cells))


def _build_pick(talk: Talk, _ref: str) -> Form:
    matrix = read_gap_matrix(talk.work, talk.tools, talk.actor)
    return pick_form(talk, worth_a_goal(matrix, read_goals(talk.work, talk.tools, talk.actor)))


def _admit_pick(talk: Talk, _ref: str) -> None:
    matrix = read_gap_matrix(talk.work, talk.tools, talk.actor)
    if not worth_a_goal(matrix, read_goals(talk.work, talk.tools, talk.actor)):
        raise NotFound


def _submit_pick(talk: Talk, _ref: str, answers: Answers) -> Reply:
    return _show(talk, text_of(answers, "cell"))


def _cell(talk: Talk, ref: str) -> GapCell:
    """Find the cell of one's own matrix that a button names; another destination may have no such cell any more."""
    for cell in read_gap_matrix(talk.work, talk.tools, talk.actor).cells:
        if cell_ref(cell.competency.id) == ref:
            return cell
    raise NotFound


def _today(talk: Talk) -> date:
    return talk.tools.clock.now().astimezone(zone_of(talk.say.zone)).date()


def _sample_draft(talk: Talk) -> View:
    cell = _sample_cell(talk)
    return draft_view(talk, cell, draft_for(talk, cell, NOON.date()))


def _sample_form(talk: Talk) -> Form:
    draft = draft_for(talk, _sample_cell(talk), NOON.date() + timedelta(days=1))
    return draft_form(talk, sample_matrix(talk), NOON.date(), draft)


def _sample_cell(talk: Talk) -> GapCell:
    return sample_matrix(talk).open_cells[0]


EDIT = FormSpec("goal_draft_edit", set_goal, _build_edit, _submit_edit)
PICK = FormSpec("goal_draft_pick", read_goals, _build_pick, _submit_pick, _admit_pick)

FEATURE = Feature(
    commands=(CommandSpec("goal", read_goals, _show_cells, verb="draft"),),
    actions=(
        ActionSpec("goal_draft", set_goal, _show, access=Access.READ, placement=Placement.NEW),
        ActionSpec("goal_draft_set", set_goal, _set),
        ActionSpec("goal_draft_edit", set_goal, opens=EDIT),
        ActionSpec("goal_draft_pick", read_goals, opens=PICK),
    ),
    forms=(EDIT, PICK),
    examples=(
        Example("command/goal draft", lambda talk: cells_view(talk, sample_matrix(talk), [])),
        Example("command/goal draft:unrated", lambda talk: cells_view(talk, sample_matrix(talk, rated=False), [])),
        Example("action/goal_draft", _sample_draft),
        Example("action/goal_draft_set", lambda talk: set_view(talk, sample_goal(talk), sample_matrix(talk).cells)),
        Example("form/goal_draft_edit", _sample_form),
        Example("form/goal_draft_pick", lambda talk: pick_form(talk, sample_matrix(talk).open_cells)),
    ),
)
