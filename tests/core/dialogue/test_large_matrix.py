"""A matrix of many cells: what is drawn of it, what is told of the rest, and where all of it is."""

from dataclasses import replace

import pytest

from bot.core.dialogue.gallery import stage
from bot.core.dialogue.gaps.cells import SHOWN, cells_view
from bot.core.dialogue.gaps.views import DRAWN, matrix_view
from bot.core.dialogue.samples import sample_matrix
from bot.core.dialogue.talk import Talk
from bot.core.domain.frameworks import Competency, CompetencyKind
from bot.core.domain.gaps import GapCell, GapMatrix
from bot.core.domain.ids import CompetencyId
from bot.core.ui.pictures import LevelChart
from bot.core.ui.views import Picture, Table, View
from tests.core.dialogue.chat import Chat

MANY = 120
"""Cells of the largest roles of public data."""


@pytest.fixture
def talk(chat: Chat) -> Talk:
    """Examples are made with it."""
    with chat.database.read() as work:
        return stage(chat.catalogue, chat.tools, chat.signer, "en", work)


def matrix_of_many(talk: Talk, cells: int = MANY, met: int = 30) -> GapMatrix:
    """Lay many cells, the last of them met, and each one worth less than the one before."""
    rows = tuple(
        GapCell(
            competency=Competency(CompetencyId(f"c{place:03}"), f"Competency {place}", CompetencyKind.HARD, {}),
            current=4 if place >= cells - met else 1,
            required=4,
            weight=1 - place / 200,
        )
        for place in range(cells)
    )
    return replace(sample_matrix(talk), cells=rows[::-1])


def picture_of(view: View) -> Picture:
    """Find the picture of a view."""
    return next(block for block in view.blocks if isinstance(block, Picture))


def drawing_of(view: View) -> LevelChart:
    """Find what is drawn."""
    drawing = picture_of(view).drawing
    assert isinstance(drawing, LevelChart)
    return drawing


def test_the_cells_that_are_worth_most_are_drawn_and_the_rest_is_counted(talk: Talk) -> None:
    view = matrix_view(talk, matrix_of_many(talk))

    assert [each.label for each in drawing_of(view).rows] == [f"Competency {place}" for place in range(DRAWN)]
    assert drawing_of(view).rest == "108 more: 78 open, 30 met."
    assert picture_of(view).alt.endswith("The picture shows the 12 that matter most. 108 more: 78 open, 30 met.")


def test_the_table_beside_the_picture_and_the_pages_hold_all_of_them(talk: Talk) -> None:
    matrix = matrix_of_many(talk)
    first = matrix_view(talk, matrix)
    assert [row[0] for row in picture_of(first).twin.rows] == [f"Competency {place}" for place in range(MANY)]
    assert "All competencies" in [each.label for each in first.actions]

    pages = [cells_view(talk, matrix, page) for page in range(MANY // SHOWN)]
    rows = [row for page in pages for block in page.blocks if isinstance(block, Table) for row in block.rows]
    assert [row[0] for row in rows] == [f"Competency {place}" for place in range(MANY)]
    assert [[each.label for each in page.actions] for page in (pages[0], pages[1], pages[-1])] == [
        ["Next page"],
        ["Next page", "Page before"],
        ["Page before"],
    ]
    assert cells_view(talk, matrix, 99) == pages[-1]


@pytest.mark.parametrize("cells", [1, 12, 15])
def test_a_matrix_that_can_be_read_is_drawn_whole(talk: Talk, cells: int) -> None:
    view = matrix_view(talk, matrix_of_many(talk, cells, met=0))

    assert len(drawing_of(view).rows) == cells
    assert not drawing_of(view).rest
    assert "All competencies" not in [each.label for each in view.actions]


def test_where_little_is_open_what_is_met_and_matters_most_is_drawn_too(talk: Talk) -> None:
    drawing = drawing_of(matrix_view(talk, matrix_of_many(talk, met=MANY - 2)))

    assert [each.label for each in drawing.rows] == [f"Competency {place}" for place in range(DRAWN)]
    assert drawing.rest == "108 more: 0 open, 108 met."


def test_three_buttons_are_enough(talk: Talk) -> None:
    offered = [talk.action("goal_draft", each, label=each) for each in ("one", "two")]

    view = matrix_view(talk, matrix_of_many(talk), offered)

    assert [each.label for each in view.actions] == ["one", "All competencies", "Rate again"]
    assert not view.suggestions
