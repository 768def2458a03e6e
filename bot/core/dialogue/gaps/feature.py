"""The gap matrix in chat: rating oneself, seeing what is open, saying what a claim rests on."""

from dataclasses import replace

from bot.core.dialogue.catalogue import Voice
from bot.core.dialogue.fields import text_of
from bot.core.dialogue.gaps.views import by_weight, evidence_view, matrix_view, rated_view
from bot.core.dialogue.samples import sample_matrix
from bot.core.dialogue.scales import level_field, levels_of
from bot.core.dialogue.specs import ActionSpec, CommandSpec, Example, Feature, FormSpec
from bot.core.dialogue.talk import Talk
from bot.core.domain.errors import NothingClaimed
from bot.core.domain.gaps import GapMatrix
from bot.core.domain.ids import CompetencyId
from bot.core.ui.forms import Answers, Field, Form, LongText, SearchedChoice
from bot.core.ui.replies import Reply
from bot.core.usecases.gaps import add_evidence, assess, read_gap_matrix

LONGEST_EVIDENCE = 500


def rate_form(talk: Talk, matrix: GapMatrix) -> Form:
    """Ask for every level that the destination needs, the most important first, filled in with one's own word."""
    return Form(
        name="gap_rate",
        title=talk.say("gap-rate-title", role=matrix.role.title),
        intro=talk.say("gap-rate-intro"),
        fields=tuple(level_field(talk, each.competency, each.own) for each in by_weight(matrix)),
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
    claimed = [each for each in by_weight(_own(talk)) if each.own is not None and not each.evidence]
    return evidence_form(talk, claimed[0].competency.title if claimed else "")


def _admit_evidence(talk: Talk, _ref: str) -> None:
    if all(each.own is None for each in _own(talk).cells):
        raise NothingClaimed


def _submit_evidence(talk: Talk, _ref: str, answers: Answers) -> Reply:
    competency = CompetencyId(text_of(answers, "competency"))
    evidence = text_of(answers, "evidence")
    matrix = add_evidence(talk.work, talk.tools, talk.actor, competency, evidence)
    cell = next(each for each in matrix.cells if each.competency.id == competency)
    return Reply(evidence_view(talk, cell, evidence))


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
        Example("form/gap_evidence:done", lambda talk: evidence_view(talk, sample_matrix(talk).cells[1], "A link.")),
    ),
)
