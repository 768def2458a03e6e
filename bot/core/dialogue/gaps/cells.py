"""All cells of a matrix that is too long for its picture, a page at a time: one's own, or a mentee's."""

from bot.core.dialogue.gaps.views import cells_table
from bot.core.dialogue.paging import page_in, page_of, page_words, turning
from bot.core.dialogue.samples import sample_credited, sample_imported, sample_mentee
from bot.core.dialogue.specs import ActionSpec, Example, Feature
from bot.core.dialogue.talk import Talk
from bot.core.domain.gaps import GapMatrix
from bot.core.domain.ids import MemberId
from bot.core.domain.members import Member
from bot.core.ui.commands import Access, Placement
from bot.core.ui.replies import Reply
from bot.core.ui.views import View
from bot.core.usecases.gaps import read_gap_matrix, read_mentees_matrix

SHOWN = 20
"""Rows of a page: about as many as two screens of a phone."""


def cells_view(talk: Talk, matrix: GapMatrix, page: int, mentee: Member | None = None) -> View:
    """List cells, the most valuable to close first and the met last; `mentee` where they aren't one's own."""
    shown, page, pages = page_of(matrix.by_worth, page, SHOWN)
    role = matrix.role.title
    turn = (
        turning(talk, "gap_mentee_cells_page", page, pages, mentee.id)
        if mentee
        else turning(talk, "gap_cells_page", page, pages)
    )
    return View(
        title=talk.say("gap-mentee-title", name=mentee.name, role=role) if mentee else talk.say("gap-title", role=role),
        blocks=(*page_words(talk, page, pages), cells_table(talk, shown)),
        actions=turn,
        suggestions=talk.suggest("gap mentee" if mentee else "gap"),
    )


def _show(talk: Talk, ref: str) -> Reply:
    return Reply(cells_view(talk, read_gap_matrix(talk.work, talk.tools, talk.actor), page_in(ref)))


def _show_mentees(talk: Talk, ref: str) -> Reply:
    member = MemberId(ref.partition(".")[0])
    matrix = read_mentees_matrix(talk.work, talk.tools, talk.actor, member)
    return Reply(cells_view(talk, matrix, page_in(ref), talk.work.members.get(talk.community.id, member)))


def _sample_mentees(talk: Talk, page: int) -> View:
    return cells_view(talk, sample_imported(talk), page, sample_mentee(talk))


FEATURE = Feature(
    actions=(
        ActionSpec("gap_cells", read_gap_matrix, _show, access=Access.READ, placement=Placement.NEW),
        ActionSpec("gap_cells_page", read_gap_matrix, _show, access=Access.READ),
        ActionSpec("gap_mentee_cells", read_mentees_matrix, _show_mentees, access=Access.READ, placement=Placement.NEW),
        ActionSpec("gap_mentee_cells_page", read_mentees_matrix, _show_mentees, access=Access.READ),
    ),
    examples=(
        Example("action/gap_cells", lambda talk: sample_credited(cells_view(talk, sample_imported(talk), 0))),
        Example("action/gap_cells_page", lambda talk: cells_view(talk, sample_imported(talk), 2)),
        Example("action/gap_mentee_cells", lambda talk: _sample_mentees(talk, 0)),
        Example("action/gap_mentee_cells_page", lambda talk: _sample_mentees(talk, 1)),
    ),
)
