"""The gap matrix in chat: rating oneself, and seeing what is open."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core.dialogue.gaps.changes import changed_view, sample_change
from bot.core.dialogue.gaps.views import begun_view, matrix_view, rated_view, source_lines
from bot.core.dialogue.offering import offers
from bot.core.dialogue.samples import sample_credited, sample_imported, sample_matrix
from bot.core.dialogue.scales import level_field, levels_of
from bot.core.dialogue.specs import ActionSpec, CommandSpec, Example, Feature, FormSpec
from bot.core.dialogue.talk import Talk
from bot.core.domain.gaps import GapMatrix
from bot.core.domain.goals import Goal
from bot.core.ui.forms import Answers, Form
from bot.core.ui.replies import Reply
from bot.core.ui.views import View
from bot.core.usecases.gaps import assess, read_gap_matrix
from bot.core.usecases.versions import know_role_change, read_role_change

RATED_AT_ONCE = 15
"""Cells asked for in one form: a few minutes; what an imported role asks beyond that comes in the next."""


def rate_form(talk: Talk, matrix: GapMatrix) -> Form:
    """Ask for the levels that the destination needs, filled in with one's own word.

    What was never asked comes first, then what its holder didn't know, each by how much it matters.
    """
    asked = matrix.to_rate[:RATED_AT_ONCE]
    return Form(
        name="gap_rate",
        title=talk.say("gap-rate-title", role=matrix.role.title),
        intro="\n".join((talk.say("gap-rate-intro"), *source_lines(talk, matrix))),
        fields=tuple(level_field(talk, each.competency, each.own, matrix.levels) for each in asked),
        submit=talk.say("gap-rate-submit"),
    )


def _own(talk: Talk) -> GapMatrix:
    return read_gap_matrix(talk.work, talk.tools, talk.actor)


def _show(talk: Talk) -> Reply:
    matrix = _own(talk)
    begun = talk.work.sessions.find_open(talk.community.id, talk.member.id, RATE.name, "")
    names = {each.competency.id for each in matrix.cells}
    answered = sum(name in names and bool(answer) for name, answer in begun.answers.items()) if begun else 0
    if answered:
        return Reply(begun_view(talk, matrix, answered))
    change = read_role_change(talk.work, talk.tools, talk.actor)
    if change is not None:
        return Reply(changed_view(talk, matrix_view(talk, matrix, offers(talk, matrix, _goals(talk), 1)), change))
    return Reply(matrix_view(talk, matrix, offers(talk, matrix, _goals(talk))))


def _know(talk: Talk, _ref: str) -> Reply:
    know_role_change(talk.work, talk.tools, talk.actor)
    return _show(talk)


def _build(talk: Talk, _ref: str) -> Form:
    return rate_form(talk, _own(talk))


def _submit(talk: Talk, _ref: str, answers: Answers) -> Reply:
    levels = levels_of(answers, (cell.competency.id for cell in _own(talk).cells if cell.competency.id in answers))
    matrix = assess(talk.work, talk.tools, talk.actor, levels)
    return Reply(rated_view(talk, matrix, offers(talk, matrix, _goals(talk), 1)))


def _goals(talk: Talk) -> Sequence[Goal]:
    return talk.work.goals.of_member(talk.community.id, talk.member.id)


def _sample_rated(talk: Talk) -> View:
    matrix = sample_matrix(talk)
    matrix = replace(matrix, cells=tuple(replace(each, is_asked=True) for each in matrix.cells))
    return rated_view(talk, matrix, offers(talk, matrix, (), 1))


RATE = FormSpec("gap_rate", assess, _build, _submit)

FEATURE = Feature(
    commands=(
        CommandSpec("gap", read_gap_matrix, _show),
        CommandSpec("gap", assess, opens=RATE, verb="rate"),
    ),
    actions=(ActionSpec("gap_rate", assess, opens=RATE), ActionSpec("gap_known", know_role_change, _know)),
    forms=(RATE,),
    examples=(
        Example("command/gap", lambda talk: matrix_view(talk, sample_matrix(talk))),
        Example(
            "command/gap:offering",
            lambda talk: matrix_view(talk, sample_matrix(talk), offers(talk, sample_matrix(talk), ())),
        ),
        Example(
            "command/gap:changed",
            lambda talk: changed_view(talk, matrix_view(talk, sample_matrix(talk)), sample_change(talk)),
        ),
        Example("action/gap_known", lambda talk: matrix_view(talk, sample_matrix(talk))),
        Example("command/gap:unrated", lambda talk: matrix_view(talk, sample_matrix(talk, rated=False))),
        Example("command/gap:begun", lambda talk: begun_view(talk, sample_matrix(talk), 4)),
        Example("command/gap:imported", lambda talk: sample_credited(matrix_view(talk, sample_imported(talk)))),
        Example("form/gap_rate:imported", lambda talk: rate_form(talk, sample_imported(talk))),
        Example("form/gap_rate", lambda talk: rate_form(talk, sample_matrix(talk))),
        Example("form/gap_rate:done", lambda talk: rated_view(talk, sample_matrix(talk))),
        Example("form/gap_rate:done, all asked", _sample_rated),
    ),
)
