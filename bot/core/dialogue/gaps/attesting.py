"""A mentor's side of the matrix: seeing a mentee's, saying which levels they have seen, and where the two differ."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core.dialogue.fields import text_of
from bot.core.dialogue.gaps.views import (
    all_cells,
    by_weight,
    chart,
    differences,
    open_cells,
    readiness,
    source_lines,
    sources,
)
from bot.core.dialogue.paging import page_in, page_of
from bot.core.dialogue.samples import sample_imported, sample_matrix, sample_mentee, sample_mentor
from bot.core.dialogue.scales import level_field, levels_of
from bot.core.dialogue.specs import ActionSpec, CommandSpec, Example, Feature, FormSpec, NoticeSpec
from bot.core.dialogue.talk import Talk
from bot.core.domain.gaps import GapCell, GapMatrix
from bot.core.domain.ids import MemberId, PairingId
from bot.core.domain.members import Member
from bot.core.domain.pairings import PairingState
from bot.core.effects import Effect
from bot.core.ui.commands import Access
from bot.core.ui.forms import Answers, Choice, Form, LongText, Option, Scale
from bot.core.ui.replies import Reply
from bot.core.ui.views import Action, Text, Tone, View, Weight
from bot.core.usecases.gaps import attest, gap_matrix, read_mentees, read_mentees_matrix
from bot.core.usecases.pairings import pair_of

LONGEST_EVIDENCE = 500
BUTTONS = 3
ASKED_AT_ONCE = 15
"""Cells asked for in one form, as with one's own: what an imported role asks beyond that comes in the next."""
MOST_OPTIONS = 25


def mentees_view(talk: Talk, mentees: Sequence[Member]) -> View:
    """Ask whose matrix to show, where it isn't clear."""
    if not mentees:
        return View(
            title=talk.say("gap-no-mentees"),
            blocks=(Text(talk.say("gap-no-mentees-next")),),
            suggestions=talk.suggest("levels", "me"),
        )
    shown = mentees if len(mentees) <= BUTTONS else mentees[: BUTTONS - 1]
    buttons = tuple(talk.action("gap_mentee", each.id, label=each.name) for each in shown)
    others = (talk.action("gap_mentee_pick", ""),) if len(mentees) > BUTTONS else ()
    return View(talk.say("gap-which-mentee"), actions=(*buttons, *others))


def mentees_matrix_view(talk: Talk, mentee: Member, matrix: GapMatrix) -> View:
    """Show a mentor where their mentee is, and let them say what they have seen."""
    title = talk.say("gap-mentee-title", name=mentee.name, role=matrix.role.title)
    is_unrated = matrix.unknown == len(matrix.cells)
    shown = (readiness(talk, matrix), chart(talk, matrix, title), *open_cells(talk, matrix))
    more = () if is_unrated else all_cells(talk, matrix, mentee.id)
    return View(
        title=title,
        blocks=(
            *((Text(talk.say("gap-mentee-unrated", name=mentee.name)),) if is_unrated else shown),
            *differences(talk, matrix.differing, mentee.name, talk.say("column-attested")),
            *sources(talk, matrix),
        ),
        actions=(
            talk.action("gap_attest", mentee.id, Weight.PRIMARY),
            talk.action("gap_mentee_evidence", mentee.id),
            *more,
        ),
        suggestions=() if more else talk.suggest("me"),
    )


def attest_form(talk: Talk, mentee: Member, matrix: GapMatrix, page: int = 0) -> Form:
    """Ask a mentor for the levels that they have seen; what the mentee says stays out, not to lead them.

    Of a long matrix a page is asked at a time, what matters most on the first.
    """
    cells, page, pages = page_of(by_weight(matrix), page, ASKED_AT_ONCE)
    which = (talk.say("page-of", page=page + 1, pages=pages),) if pages > 1 else ()
    return Form(
        name="gap_attest",
        title=talk.say("gap-attest-title", name=mentee.name),
        intro="\n".join((talk.say("gap-attest-intro", name=mentee.name), *which, *source_lines(talk, matrix))),
        fields=(
            *(_seen_field(talk, each, matrix) for each in cells),
            LongText(
                name="evidence",
                label=talk.say("field-attest-evidence"),
                help=talk.say("field-attest-evidence-help", name=mentee.name),
                required=False,
                longest=LONGEST_EVIDENCE,
            ),
        ),
        submit=talk.say("gap-attest-submit"),
    )


def attested_view(talk: Talk, mentee: Member, matrix: GapMatrix, page: int = 0) -> View:
    """Confirm to a mentor what they have said and what it amounts to, and go on with the page after it."""
    return View(
        title=talk.say("gap-attested", name=mentee.name),
        blocks=(
            readiness(talk, matrix),
            *open_cells(talk, matrix),
            *differences(talk, matrix.differing, mentee.name, talk.say("column-attested")),
            *sources(talk, matrix),
        ),
        actions=_onward(talk, mentee, matrix, page),
        suggestions=talk.suggest("gap mentee", "me"),
        tone=Tone.GOOD,
    )


def nothing_seen_view(talk: Talk, mentee: Member, matrix: GapMatrix, page: int) -> View:
    """Lead a mentor who has seen nothing of a page on to the one after it."""
    return View(
        title=talk.say("gap-attest-nothing"),
        blocks=(Text(talk.say("gap-attest-nothing-next")),),
        actions=_onward(talk, mentee, matrix, page),
        suggestions=talk.suggest("gap mentee"),
    )


def differ_view(talk: Talk, cells: Sequence[GapCell], mentee: str, mentor: str, *, to_mentor: bool) -> View:
    """Tell one of a pair that they see some levels differently."""
    return View(
        title=talk.say("told-levels-differ", name=mentee if to_mentor else mentor),
        blocks=(*differences(talk, cells, mentee, mentor), Text(talk.say("told-levels-differ-next"))),
        suggestions=talk.suggest("gap mentee" if to_mentor else "gap"),
    )


def agenda_view(talk: Talk, cells: Sequence[GapCell], mentee: str, mentor: str) -> View:
    """Put on a pair's agenda what they see differently."""
    return View(
        title=talk.say("told-agenda-levels"),
        blocks=(*differences(talk, cells, mentee, mentor), Text(talk.say("told-agenda-levels-next"))),
        suggestions=talk.suggest("action add"),
    )


def pick_form(talk: Talk, mentees: Sequence[Member]) -> Form:
    """Ask which of one's mentees."""
    options = tuple(Option(each.id, each.name) for each in mentees[:MOST_OPTIONS])
    return Form(
        name="gap_mentee_pick",
        title=talk.say("gap-which-mentee"),
        fields=(Choice(name="mentee", label=talk.say("field-mentee"), options=options),),
        submit=talk.say("gap-mentee-pick-submit"),
    )


def _onward(talk: Talk, mentee: Member, matrix: GapMatrix, page: int) -> tuple[Action, ...]:
    _, page, pages = page_of(matrix.cells, page, ASKED_AT_ONCE)
    if page + 1 >= pages:
        return ()
    return (talk.action("gap_attest", f"{mentee.id}.{page + 1}", Weight.PRIMARY, talk.say("gap-attest-on")),)


def _seen_field(talk: Talk, cell: GapCell, matrix: GapMatrix) -> Scale:
    field = level_field(talk, cell.competency, cell.attested, matrix.levels)
    return replace(field, unknown=talk.say("level-not-seen"))


def _show_mentees(talk: Talk) -> Reply:
    mentees = read_mentees(talk.work, talk.actor)
    return _show(talk, mentees[0].id) if len(mentees) == 1 else Reply(mentees_view(talk, mentees))


def _show(talk: Talk, ref: str) -> Reply:
    matrix = _matrix(talk, ref)
    return Reply(mentees_matrix_view(talk, _mentee(talk, ref), matrix))


def _build_pick(talk: Talk, _ref: str) -> Form:
    return pick_form(talk, read_mentees(talk.work, talk.actor))


def _submit_pick(talk: Talk, _ref: str, answers: Answers) -> Reply:
    return _show(talk, text_of(answers, "mentee"))


def _build_attest(talk: Talk, ref: str) -> Form:
    name, page = _which(ref)
    matrix = _matrix(talk, name)
    return attest_form(talk, _mentee(talk, name), matrix, page)


def _submit_attest(talk: Talk, ref: str, answers: Answers) -> Reply:
    name, page = _which(ref)
    matrix, mentee = _matrix(talk, name), _mentee(talk, name)
    asked = (each.competency.id for each in matrix.cells if each.competency.id in answers)
    levels = {each: level for each, level in levels_of(answers, asked).items() if level is not None}
    evidence = text_of(answers, "evidence")
    if not (levels or evidence) and _onward(talk, mentee, matrix, page):
        return Reply(nothing_seen_view(talk, mentee, matrix, page))
    matrix = attest(talk.work, talk.tools, talk.actor, mentee.id, levels, evidence)
    return Reply(attested_view(talk, mentee, matrix, page))


def _which(ref: str) -> tuple[str, int]:
    """Read whose matrix, and which page of it, a button is about."""
    return ref.partition(".")[0], page_in(ref)


def _matrix(talk: Talk, ref: str) -> GapMatrix:
    return read_mentees_matrix(talk.work, talk.tools, talk.actor, MemberId(ref))


def _mentee(talk: Talk, ref: str) -> Member:
    return talk.work.members.get(talk.community.id, MemberId(ref))


def _tell_differ(talk: Talk, effect: Effect) -> View | None:
    pairing, mentor, mentee = pair_of(talk.work, effect.community, PairingId(effect.refs["pairing"]))
    cells = _still_differing(talk, effect, mentee)
    if pairing.state is not PairingState.ACTIVE or not cells:
        return None
    return differ_view(talk, cells, mentee.name, mentor.name, to_mentor=talk.member.id == mentor.id)


def _tell_agenda(talk: Talk, effect: Effect) -> View | None:
    pairing, mentor, mentee = pair_of(talk.work, effect.community, PairingId(effect.refs["room"]))
    cells = _still_differing(talk, effect, mentee)
    if pairing.state is not PairingState.ACTIVE or not cells:
        return None
    return agenda_view(talk, cells, mentee.name, mentor.name)


def _still_differing(talk: Talk, effect: Effect, mentee: Member) -> Sequence[GapCell]:
    """Find what an effect is about; what the two have come closer in meanwhile is left out."""
    named = set(effect.refs["cells"].split())
    matrix = gap_matrix(talk.work, talk.tools, effect.community, mentee.id, talk.say.language)
    return [each for each in matrix.differing if each.competency.id in named]


def _sample_differing(talk: Talk) -> GapMatrix:
    matrix = sample_matrix(talk)
    first, second, *others = matrix.cells
    seen = (replace(first, own=4, attested=2, current=2), replace(second, own=1, attested=3, current=3))
    return replace(matrix, cells=(*seen, *others))


def _sample_notice(talk: Talk, *, to_mentor: bool) -> View:
    names = sample_mentee(talk).name, sample_mentor(talk).name
    return differ_view(talk, _sample_differing(talk).differing, *names, to_mentor=to_mentor)


def _sample_agenda(talk: Talk) -> View:
    return agenda_view(talk, _sample_differing(talk).differing, sample_mentee(talk).name, sample_mentor(talk).name)


ATTEST = FormSpec("gap_attest", attest, _build_attest, _submit_attest)
PICK = FormSpec("gap_mentee_pick", read_mentees, _build_pick, _submit_pick)

FEATURE = Feature(
    commands=(CommandSpec("gap", read_mentees, _show_mentees, verb="mentee"),),
    actions=(
        ActionSpec("gap_mentee", read_mentees_matrix, _show, access=Access.READ),
        ActionSpec("gap_mentee_pick", read_mentees, opens=PICK),
        ActionSpec("gap_attest", attest, opens=ATTEST),
    ),
    forms=(ATTEST, PICK),
    notices=(
        NoticeSpec("levels_differ", _tell_differ, in_room=True),
        NoticeSpec("agenda_levels", _tell_agenda),
    ),
    examples=(
        Example("command/gap mentee", lambda talk: mentees_view(talk, [sample_mentee(talk)] * 2)),
        Example("command/gap mentee:none", lambda talk: mentees_view(talk, [])),
        Example("command/gap mentee:many", lambda talk: mentees_view(talk, [sample_mentee(talk)] * 5)),
        Example(
            "action/gap_mentee",
            lambda talk: mentees_matrix_view(talk, sample_mentee(talk), _sample_differing(talk)),
        ),
        Example(
            "action/gap_mentee:imported",
            lambda talk: mentees_matrix_view(talk, sample_mentee(talk), sample_imported(talk)),
        ),
        Example(
            "action/gap_mentee:unrated",
            lambda talk: mentees_matrix_view(talk, sample_mentee(talk), sample_matrix(talk, rated=False)),
        ),
        Example("form/gap_attest", lambda talk: attest_form(talk, sample_mentee(talk), _sample_differing(talk))),
        Example(
            "form/gap_attest:imported", lambda talk: attest_form(talk, sample_mentee(talk), sample_imported(talk), 1)
        ),
        Example(
            "form/gap_attest:nothing seen",
            lambda talk: nothing_seen_view(talk, sample_mentee(talk), sample_imported(talk), 0),
        ),
        Example(
            "form/gap_attest:more to come", lambda talk: attested_view(talk, sample_mentee(talk), sample_imported(talk))
        ),
        Example("form/gap_attest:done", lambda talk: attested_view(talk, sample_mentee(talk), _sample_differing(talk))),
        Example("form/gap_mentee_pick", lambda talk: pick_form(talk, [sample_mentee(talk)])),
        Example("notice/levels_differ", lambda talk: _sample_notice(talk, to_mentor=False)),
        Example("notice/levels_differ:mentor", lambda talk: _sample_notice(talk, to_mentor=True)),
        Example("notice/agenda_levels", _sample_agenda),
    ),
)
