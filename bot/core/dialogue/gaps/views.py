"""How a gap matrix is shown: readiness, the picture, what is open, and where holder and mentor differ."""

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from bot.core.dialogue.scales import level_words
from bot.core.dialogue.talk import Talk
from bot.core.domain.frameworks import OWN_LEVELS
from bot.core.domain.gaps import GapCell, GapMatrix
from bot.core.ui.pictures import HeatRow, LevelChart
from bot.core.ui.views import Action, Block, Heading, Picture, Progress, Suggestion, Table, Text, Tone, View, Weight

OPEN_CELLS_SHOWN = 5
DRAWN_WHOLE, DRAWN = 15, 12
"""Rows up to which a matrix is drawn whole, and rows of a longer one: a chat shrinks a taller picture past reading."""


def matrix_view(talk: Talk, matrix: GapMatrix, offered: Sequence[Action] = ()) -> View:
    """Show the matrix: readiness, the picture, the open cells by what closing them is worth; offer what is given."""
    title = talk.say("gap-title", role=matrix.role.title)
    if matrix.unknown == len(matrix.cells):
        return _unrated_view(talk, matrix)
    return View(
        title=title,
        blocks=(
            readiness(talk, matrix),
            chart(talk, matrix, title),
            *open_cells(talk, matrix),
            *_attested(talk, matrix),
            *differences(talk, matrix.differing, talk.say("column-own"), talk.say("column-attested")),
            *sources(talk, matrix),
            *((Text(talk.say("gap-offered")),) if offered else ()),
        ),
        actions=(*_ways_on(talk, matrix, offered), talk.action("gap_rate", "", label=talk.say("gap-rate-again"))),
        suggestions=() if offered or all_cells(talk, matrix) else _beside(talk, matrix),
    )


def rated_view(talk: Talk, matrix: GapMatrix, offered: Sequence[Action] = ()) -> View:
    """Show what the ratings just kept amount to, and go on with what was not asked yet, or with what is `offered`."""
    left = sum(not each.is_asked for each in matrix.cells)
    on = talk.action("gap_rate", "", Weight.PRIMARY, talk.say("gap-rate-on", left=left))
    view = matrix_view(talk, matrix, () if left else offered)
    return replace(
        view,
        title=talk.say("gap-rated"),
        actions=(on,) if left else tuple(offered) or view.actions,
        suggestions=talk.suggest("roadmap enrol", "goal add"),
        tone=Tone.GOOD,
    )


def begun_view(talk: Talk, matrix: GapMatrix, answered: int) -> View:
    """Show the matrix to somebody who has begun to rate themselves and stopped: nothing of it is lost."""
    view = matrix_view(talk, matrix)
    on = talk.action("gap_rate", "", Weight.PRIMARY, talk.say("gap-rate-resume"))
    return replace(view, blocks=(Text(talk.say("gap-rate-begun", answered=answered)), *view.blocks), actions=(on,))


def readiness(talk: Talk, matrix: GapMatrix) -> Progress:
    """Say how much of the destination is met."""
    share = matrix.readiness
    return Progress(
        talk.say("readiness", role=matrix.role.title),
        share,
        talk.say("readiness-words", percent=talk.say.percent(share), unknown=matrix.unknown),
    )


def chart(talk: Talk, matrix: GapMatrix, title: str) -> Picture:
    """Draw current against required levels, with the same in words and as a table.

    All are drawn by weight; of a long matrix, those that closing is worth most, and how many more there are.
    """
    cells = by_weight(matrix) if len(matrix.cells) <= DRAWN_WHOLE else matrix.by_worth
    drawn = cells if len(cells) <= DRAWN_WHOLE else cells[:DRAWN]
    rest = _rest(talk, cells[len(drawn) :])
    drawing = LevelChart(
        title=title,
        rows=tuple(HeatRow(each.competency.title, each.current, each.required, each.weight) for each in drawn),
        highest=ceil(matrix.levels.highest),
        legend_current=talk.say("legend-current"),
        legend_required=talk.say("legend-required"),
        legend_unknown=talk.say("legend-unknown"),
        legend_emphasis=talk.say("legend-emphasis"),
        rest=rest,
    )
    words = _in_words(talk, matrix)
    if rest:
        words = f"{words} {talk.say('gap-picture-part', drawn=len(drawn), rest=rest)}"
    return Picture(drawing, words, _twin(talk, cells))


def all_cells(talk: Talk, matrix: GapMatrix, mentee: str = "") -> tuple[Action, ...]:
    """Lead to all cells, where the picture doesn't show them; `mentee` says whose, where they aren't one's own."""
    if len(matrix.cells) <= DRAWN_WHOLE:
        return ()
    return (talk.action("gap_mentee_cells" if mentee else "gap_cells", mentee),)


def open_cells(talk: Talk, matrix: GapMatrix) -> tuple[Block, ...]:
    """List the open cells, the most valuable to close first."""
    ranked = matrix.open_cells
    if not ranked:
        return (Text(talk.say("gap-nothing-open")),)
    shown = ranked[:OPEN_CELLS_SHOWN]
    return Heading(talk.say("gap-open-cells", shown=len(shown), open=len(ranked))), cells_table(talk, shown)


def cells_table(talk: Talk, cells: Sequence[GapCell]) -> Table:
    """List cells with where one is, what is needed and how much that matters."""
    columns = ("column-competency", "column-now", "column-needed", "column-importance")
    rows = tuple(
        (
            each.competency.title,
            level_words(talk, each.current),
            level_words(talk, each.required),
            talk.say.percent(each.weight),
        )
        for each in cells
    )
    return Table(tuple(talk.say(each) for each in columns), rows)


def differences(talk: Talk, cells: Sequence[GapCell], holder: str, mentor: str) -> tuple[Block, ...]:
    """List what is seen differently under the names of those two who should talk about it; nothing where it isn't."""
    if not cells:
        return ()
    rows = tuple(
        (each.competency.title, level_words(talk, each.own), level_words(talk, each.attested)) for each in cells
    )
    return Heading(talk.say("gap-differences", cells=len(cells))), Table(
        (talk.say("column-competency"), holder, mentor), rows
    )


def sources(talk: Talk, matrix: GapMatrix) -> tuple[Text, ...]:
    """Say what one must know of imported requirements: whose they are, on what scale, in whose place."""
    return tuple(Text(each) for each in source_lines(talk, matrix))


def source_lines(talk: Talk, matrix: GapMatrix) -> tuple[str, ...]:
    """Write the same as lines."""
    role, scale = matrix.role, matrix.levels
    lowest, highest = talk.say.number(scale.lowest), talk.say.number(scale.highest)
    return (
        *((talk.say("gap-stand-in", role=role.title, other=role.stand_in),) if role.stand_in else ()),
        *((talk.say("gap-own-scale", lowest=lowest, highest=highest),) if scale != OWN_LEVELS else ()),
    )


def by_weight(matrix: GapMatrix) -> list[GapCell]:
    """Order cells by how much they matter at the destination."""
    return sorted(matrix.cells, key=lambda cell: -cell.weight)


def cell_words(talk: Talk, cell: GapCell) -> str:
    """Write a cell as a way to go: "Kubernetes 1 → 3"."""
    now = level_words(talk, cell.current)
    return talk.say("cell-words", competency=cell.competency.title, now=now, needed=level_words(talk, cell.required))


def _ways_on(talk: Talk, matrix: GapMatrix, offered: Sequence[Action]) -> tuple[Action, ...]:
    """Offer all that is offered, or less of it beside the way to all cells: three buttons are enough."""
    rest = all_cells(talk, matrix)
    return (*(offered[:1] if rest else offered), *rest)


def _beside(talk: Talk, matrix: GapMatrix) -> tuple[Suggestion, ...]:
    return talk.suggest("goal draft" if matrix.open_cells else "gap compare", "gap evidence")


def _rest(talk: Talk, left: Sequence[GapCell]) -> str:
    """Say what a picture leaves out; nothing where it is all there."""
    if not left:
        return ""
    is_open, is_met = sum(each.is_open for each in left), sum(each.gap == 0 for each in left)
    return talk.say("gap-picture-rest", more=len(left), open=is_open, met=is_met)


def _attested(talk: Talk, matrix: GapMatrix) -> tuple[Block, ...]:
    seen = sum(each.attested is not None for each in matrix.cells)
    return (Text(talk.say("gap-attested-cells", seen=seen)),) if seen else ()


def _unrated_view(talk: Talk, matrix: GapMatrix) -> View:
    return View(
        title=talk.say("gap-title", role=matrix.role.title),
        blocks=(Text(talk.say("gap-unrated", competencies=len(matrix.cells))), *sources(talk, matrix)),
        actions=(talk.action("gap_rate", "", Weight.PRIMARY),),
    )


def _in_words(talk: Talk, matrix: GapMatrix) -> str:
    first = [cell_words(talk, each) for each in matrix.open_cells[:3]]
    return talk.say(
        "gap-picture",
        role=matrix.role.title,
        cells=len(matrix.cells),
        open=len(matrix.open_cells),
        first=talk.say.every(first) or talk.say("none"),
    )


def _twin(talk: Talk, cells: Sequence[GapCell]) -> Table:
    """Say the same as a table, with what was said by whom where a mentor has said anything."""
    is_attested = any(each.attested is not None for each in cells)
    said = ("column-own", "column-attested") if is_attested else ()
    columns = ("column-competency", "column-now", "column-needed", *said, "column-kind")
    rows = tuple(
        (
            each.competency.title,
            level_words(talk, each.current),
            level_words(talk, each.required),
            *((level_words(talk, each.own), level_words(talk, each.attested)) if is_attested else ()),
            talk.say(f"kind-{each.competency.kind.value}"),
        )
        for each in cells
    )
    return Table(tuple(talk.say(each) for each in columns), rows)
