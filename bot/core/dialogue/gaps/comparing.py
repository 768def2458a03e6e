"""Several destination roles side by side: which of them somebody is closest to, which way each leads, what is open."""

from collections.abc import Sequence

from bot.core.dialogue.fields import text_of, title_of_role
from bot.core.dialogue.gaps.views import cell_words, source_lines
from bot.core.dialogue.samples import sample_imported, sample_matrix
from bot.core.dialogue.specs import CommandSpec, Example, Feature, FormSpec
from bot.core.dialogue.talk import Talk
from bot.core.domain.frameworks import GrowthDirection, Move
from bot.core.domain.ids import RoleId
from bot.core.ui.forms import Answers, Form, SearchedChoice
from bot.core.ui.replies import Reply
from bot.core.ui.views import FieldRow, Fields, Heading, Table, Text, View
from bot.core.usecases.comparing import Compared, Comparison, compare_destinations

ROLES = ("first", "second", "third")
CELLS_SHOWN = 3


def compare_form(talk: Talk, own: str) -> Form:
    """Ask for two or three roles; `own` is the title of the present destination, filled in as the first."""
    return Form(
        name="gap_compare",
        title=talk.say("gap-compare-title"),
        intro=talk.say("gap-compare-intro"),
        fields=tuple(
            SearchedChoice(
                name=name,
                label=talk.say(f"field-compare-{name}"),
                help=talk.say("field-compare-help"),
                source="role",
                required=name != ROLES[-1],
                default=(own,) if own and name == ROLES[0] else (),
            )
            for name in ROLES
        ),
        submit=talk.say("gap-compare-submit"),
    )


def comparison_view(talk: Talk, comparison: Comparison) -> View:
    """Show roles side by side, the closest first, with the cells that are most worth closing for each."""
    roles = comparison.roles
    columns = ("column-role", "column-readiness", "column-way", "column-met")
    lines = dict.fromkeys(line for each in roles for line in source_lines(talk, each.matrix))
    from_where = talk.say("gap-compare-from", role=comparison.held) if comparison.held else talk.say("gap-compare-new")
    return View(
        title=talk.say("gap-closest", role=roles[0].matrix.role.title)
        if comparison.held
        else talk.say("gap-compare-title"),
        blocks=(
            Table(tuple(talk.say(each) for each in columns), tuple(_row(talk, each) for each in roles)),
            Text(from_where),
            Heading(talk.say("gap-compare-open")),
            Fields(tuple(FieldRow(each.matrix.role.title, _open(talk, each)) for each in roles)),
            *(Text(line) for line in lines),
        ),
        actions=(talk.action("join_mentee", "", label=talk.say("gap-compare-change")),),
        suggestions=talk.suggest("gap"),
    )


def _row(talk: Talk, compared: Compared) -> tuple[str, str, str, str]:
    matrix = compared.matrix
    met = talk.say("gap-cells-met", met=matrix.met, cells=len(matrix.cells))
    way = talk.say("way-held") if compared.is_held else _way(talk, compared.move)
    return matrix.role.title, talk.say.percent(matrix.readiness), way, met


def _way(talk: Talk, move: Move | None) -> str:
    if move is None:
        return talk.say("way-unknown")
    return talk.say(f"way-{move.direction.value}", back="yes" if move.back else "no")


def _open(talk: Talk, compared: Compared) -> str:
    cells = [cell_words(talk, each) for each in compared.matrix.open_cells[:CELLS_SHOWN]]
    return talk.say.every(cells) or talk.say("none")


def _build(talk: Talk, _ref: str) -> Form:
    profile = talk.work.members.get_mentee(talk.community.id, talk.member.id)
    return compare_form(talk, title_of_role(talk, profile.destination))


def _submit(talk: Talk, _ref: str, answers: Answers) -> Reply:
    roles = [RoleId(given) for name in ROLES if (given := text_of(answers, name))]
    return Reply(comparison_view(talk, compare_destinations(talk.work, talk.tools, talk.actor, roles)))


def _sample(talk: Talk, *, is_new: bool = False) -> Comparison:
    ahead, back = Move(GrowthDirection.VERTICAL, back=False), Move(GrowthDirection.DIAGONAL, back=True)
    roles: Sequence[Compared] = (
        Compared(sample_matrix(talk), None if is_new else ahead),
        Compared(sample_imported(talk), None if is_new else back),
    )
    return Comparison(roles, "" if is_new else sample_matrix(talk).role.title)


COMPARE = FormSpec("gap_compare", compare_destinations, _build, _submit)

FEATURE = Feature(
    commands=(CommandSpec("gap", compare_destinations, opens=COMPARE, verb="compare"),),
    forms=(COMPARE,),
    examples=(
        Example("form/gap_compare", lambda talk: compare_form(talk, "")),
        Example("form/gap_compare:done", lambda talk: comparison_view(talk, _sample(talk))),
        Example("form/gap_compare:unrated", lambda talk: comparison_view(talk, _sample(talk, is_new=True))),
    ),
)
