"""The gap matrix in chat: rating oneself, seeing what is open, saying what a claim rests on."""

from dataclasses import replace

from bot.core.dialogue.catalogue import Voice
from bot.core.dialogue.fields import text_of
from bot.core.dialogue.samples import sample_matrix
from bot.core.dialogue.scales import level_field, level_words, levels_of
from bot.core.dialogue.specs import ActionSpec, CommandSpec, Example, Feature, FormSpec
from bot.core.dialogue.talk import Talk
from bot.core.domain.errors import NothingClaimed
from bot.core.domain.frameworks import HIGHEST_LEVEL
from bot.core.domain.gaps import GapCell, GapMatrix
from bot.core.domain.ids import CompetencyId
from bot.core.ui.forms import Answers, Field, Form, LongText, SearchedChoice
from bot.core.ui.pictures import HeatRow, LevelChart
from bot.core.ui.replies import Reply
from bot.core.ui.views import Block, Heading, Picture, Progress, Table, Text, Tone, View, Weight
from bot.core.usecases.gaps import add_evidence, assess, read_gap_matrix

OPEN_CELLS_SHOWN = 5
LONGEST_EVIDENCE = 500


def matrix_view(talk: Talk, matrix: GapMatrix) -> View:
    """Show the matrix: readiness, the picture, the open cells by what closing them is worth."""
    if matrix.unknown == len(matrix.cells):
        return _unrated_view(talk, matrix)
    return View(
        title=talk.say("gap-title", role=matrix.role.title),
        blocks=(readiness(talk, matrix), chart(talk, matrix), *_open_cells(talk, matrix)),
        actions=(talk.action("gap_rate", "", label=talk.say("gap-rate-again")),),
        suggestions=talk.suggest("goal add", "gap evidence"),
    )


def rated_view(talk: Talk, matrix: GapMatrix) -> View:
    """Show what the ratings just kept amount to."""
    view = matrix_view(talk, matrix)
    return View(talk.say("gap-rated"), view.blocks, view.actions, view.suggestions, Tone.GOOD)


def readiness(talk: Talk, matrix: GapMatrix) -> Progress:
    """Say how much of the destination is met."""
    share = matrix.readiness
    return Progress(
        talk.say("readiness", role=matrix.role.title),
        share,
        talk.say("readiness-words", percent=talk.say.percent(share), unknown=matrix.unknown),
    )


def chart(talk: Talk, matrix: GapMatrix) -> Picture:
    """Draw current against required levels, with the same in words and as a table."""
    cells = by_weight(matrix)
    drawing = LevelChart(
        title=talk.say("gap-title", role=matrix.role.title),
        rows=tuple(HeatRow(each.competency.title, each.current, each.required, each.weight) for each in cells),
        highest=HIGHEST_LEVEL,
        legend_current=talk.say("legend-current"),
        legend_required=talk.say("legend-required"),
        legend_unknown=talk.say("legend-unknown"),
        legend_emphasis=talk.say("legend-emphasis"),
    )
    return Picture(drawing, _in_words(talk, matrix), _twin(talk, cells))


def by_weight(matrix: GapMatrix) -> list[GapCell]:
    """Order cells by how much they matter at the destination."""
    return sorted(matrix.cells, key=lambda cell: -cell.weight)


def cell_words(talk: Talk, cell: GapCell) -> str:
    """Write a cell as a way to go: "Kubernetes 1 → 3"."""
    now = level_words(talk, cell.current)
    return talk.say("cell-words", competency=cell.competency.title, now=now, needed=level_words(talk, cell.required))


def rate_form(talk: Talk, matrix: GapMatrix) -> Form:
    """Ask for every level that the destination needs, the most important first."""
    return Form(
        name="gap_rate",
        title=talk.say("gap-rate-title", role=matrix.role.title),
        intro=talk.say("gap-rate-intro"),
        fields=tuple(level_field(talk, each.competency, each.current) for each in by_weight(matrix)),
        submit=talk.say("gap-rate-submit"),
    )


def evidence_form(talk: Talk, first: str) -> Form:
    """Ask what a claim rests on; `first` is the title of the competency filled in."""
    return Form(
        name="gap_evidence",
        title=talk.say("gap-evidence-title"),
        intro=talk.say("gap-evidence-intro"),
        fields=(
            replace(_competency_parameter(talk.say), default=(first,) if first else ()),
            LongText(
                name="evidence",
                label=talk.say("field-evidence"),
                help=talk.say("field-evidence-help"),
                longest=LONGEST_EVIDENCE,
            ),
        ),
        submit=talk.say("gap-evidence-submit"),
    )


def evidence_view(talk: Talk, cell: GapCell) -> View:
    """Confirm what was written down."""
    return View(
        title=talk.say("gap-evidence-done", competency=cell.competency.title),
        blocks=(Text(cell.evidence), Text(cell_words(talk, cell))),
        suggestions=talk.suggest("gap", "gap evidence"),
        tone=Tone.GOOD,
    )


def _unrated_view(talk: Talk, matrix: GapMatrix) -> View:
    return View(
        title=talk.say("gap-title", role=matrix.role.title),
        blocks=(Text(talk.say("gap-unrated", competencies=len(matrix.cells))),),
        actions=(talk.action("gap_rate", "", Weight.PRIMARY),),
    )


def _open_cells(talk: Talk, matrix: GapMatrix) -> tuple[Block, ...]:
    ranked = matrix.open_cells
    if not ranked:
        return (Text(talk.say("gap-nothing-open")),)
    shown = ranked[:OPEN_CELLS_SHOWN]
    rows = tuple(
        (
            each.competency.title,
            level_words(talk, each.current),
            level_words(talk, each.required),
            talk.say.percent(each.weight),
        )
        for each in shown
    )
    columns = ("column-competency", "column-now", "column-needed", "column-importance")
    heading = Heading(talk.say("gap-open-cells", shown=len(shown), open=len(ranked)))
    return heading, Table(tuple(talk.say(each) for each in columns), rows)


def _in_words(talk: Talk, matrix: GapMatrix) -> str:
    first = [cell_words(talk, each) for each in matrix.open_cells[:3]]
    return talk.say(
        "gap-picture",
        role=matrix.role.title,
        cells=len(matrix.cells),
        open=len(matrix.open_cells),
        first=talk.say.every(first) or talk.say("none"),
    )


def _twin(talk: Talk, cells: list[GapCell]) -> Table:
    columns = ("column-competency", "column-now", "column-needed", "column-kind")
    return Table(
        tuple(talk.say(each) for each in columns),
        tuple(
            (
                each.competency.title,
                level_words(talk, each.current),
                level_words(talk, each.required),
                talk.say(f"kind-{each.competency.kind.value}"),
            )
            for each in cells
        ),
    )


def _evidence_parameters(say: Voice) -> tuple[Field, ...]:
    return (_competency_parameter(say),)


def _competency_parameter(say: Voice) -> SearchedChoice:
    return SearchedChoice(
        name="competency", label=say("field-competency"), help=say("field-competency-help"), source="competency"
    )


def _own(talk: Talk) -> GapMatrix:
    return read_gap_matrix(talk.work, talk.tools, talk.actor)


def _show(talk: Talk) -> Reply:
    return Reply(matrix_view(talk, _own(talk)))


def _build_rating(talk: Talk, _ref: str) -> Form:
    return rate_form(talk, _own(talk))


def _submit_rating(talk: Talk, _ref: str, answers: Answers) -> Reply:
    levels = levels_of(answers, (cell.competency.id for cell in _own(talk).cells))
    return Reply(rated_view(talk, assess(talk.work, talk.tools, talk.actor, levels)))


def _build_evidence(talk: Talk, _ref: str) -> Form:
    claimed = [each for each in by_weight(_own(talk)) if each.current is not None and not each.evidence]
    return evidence_form(talk, claimed[0].competency.title if claimed else "")


def _admit_evidence(talk: Talk, _ref: str) -> None:
    matrix = _own(talk)
    if matrix.unknown == len(matrix.cells):
        raise NothingClaimed


def _submit_evidence(talk: Talk, _ref: str, answers: Answers) -> Reply:
    competency = CompetencyId(text_of(answers, "competency"))
    matrix = add_evidence(talk.work, talk.tools, talk.actor, competency, text_of(answers, "evidence"))
    return Reply(evidence_view(talk, next(each for each in matrix.cells if each.competency.id == competency)))


RATE = FormSpec("gap_rate", assess, _build_rating, _submit_rating)
EVIDENCE = FormSpec("gap_evidence", add_evidence, _build_evidence, _submit_evidence, _admit_evidence)

FEATURE = Feature(
    commands=(
        CommandSpec("gap", read_gap_matrix, _show),
        CommandSpec("gap", assess, opens=RATE, verb="rate"),
        CommandSpec("gap", add_evidence, opens=EVIDENCE, verb="evidence", parameters=_evidence_parameters),
    ),
    actions=(
        ActionSpec("gap_rate", assess, opens=RATE),
        ActionSpec("gap_evidence", add_evidence, opens=EVIDENCE),
    ),
    forms=(RATE, EVIDENCE),
    examples=(
        Example("command/gap", lambda talk: matrix_view(talk, sample_matrix(talk))),
        Example("command/gap:unrated", lambda talk: matrix_view(talk, sample_matrix(talk, rated=False))),
        Example("form/gap_rate", lambda talk: rate_form(talk, sample_matrix(talk))),
        Example("form/gap_rate:done", lambda talk: rated_view(talk, sample_matrix(talk))),
        Example("form/gap_evidence", lambda talk: evidence_form(talk, "")),
        Example("form/gap_evidence:done", lambda talk: evidence_view(talk, sample_matrix(talk).cells[1])),
    ),
)
