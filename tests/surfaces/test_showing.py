"""Every view and form of the gallery, on every surface, in every language."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.core.dialogue.gallery import examples
from bot.core.dialogue.gaps.views import matrix_view
from bot.core.dialogue.members import mentor_form
from bot.core.dialogue.samples import sample_imported, sample_mentor_profile
from bot.core.domain.gaps import GapMatrix
from bot.core.domain.ids import CompetencyId
from bot.core.ui.forms import Form
from bot.core.ui.limits import fit, length, words
from bot.core.ui.replies import OpenForm
from bot.core.ui.tokens import LONGEST_ACTION, LONGEST_FORM, Signer
from bot.core.ui.views import Link, View
from bot.painting import in_words
from tests.surfaces.conftest import Stage
from tests.surfaces.contract import FACES, Face

LANGUAGES = ("en", "es")
WRONG = "This answer needs another look."

faces = pytest.mark.parametrize("face", FACES, ids=lambda face: face.name)
languages = pytest.mark.parametrize("language", LANGUAGES)


def made(staged: Stage, language: str) -> Iterator[tuple[str, View | Form]]:
    """Make every example."""
    talk = staged(language)
    for example in examples():
        yield example.name, example.make(talk)


def flat(text: str) -> str:
    """Words as a reader sees them, however they are broken into lines."""
    return " ".join(text.split())


@faces
@languages
def test_every_view_is_shown_whole(staged: Stage, face: Face, language: str) -> None:
    for name, view in made(staged, language):
        if not isinstance(view, View):
            continue
        drawn = face.view(fit(view, face.limits), language)
        said = [view.title, *(each for block in view.blocks for each in words(block)), *view.footnotes]
        labels = [each.label for keys in (view.actions, view.suggestions, view.links) for each in keys]
        for text in (*said, *labels):
            assert flat(text) in drawn.words, (name, text)
        assert drawn.tokens == {action.token for action in view.actions}, name
        assert drawn.links == {link.address for link in view.links}, name


@faces
@languages
def test_a_way_out_is_a_button_that_leads_there(face: Face, language: str) -> None:
    link = Link("Open it there", "https://t.me/menteo_bot?start=link-abc&more=1")

    drawn = face.view(View("Somewhere else", links=(link,)), language)

    assert link.label in drawn.words
    assert drawn.links == {link.address}
    assert not drawn.tokens


@faces
@languages
def test_every_view_is_within_the_limits(staged: Stage, face: Face, language: str) -> None:
    limits = face.limits
    for name, view in made(staged, language):
        if not isinstance(view, View):
            continue
        assert fit(view, limits) == view, name
        assert len(view.actions) <= limits.actions, name
        assert all(length(each.label, limits) <= limits.action_label for each in view.actions), name


@faces
@languages
def test_every_form_asks_every_field_and_says_what_is_wrong_beside_it(
    staged: Stage, face: Face, language: str, signer: Signer
) -> None:
    for name, form in made(staged, language):
        if not isinstance(form, Form):
            continue
        errors = {field.name: f"{WRONG} {place}" for place, field in enumerate(form.fields)}
        token = signer.form(form.name, "a" * 16, "b" * 16)
        drawn = face.form(OpenForm(form, token, errors=errors, trouble=WRONG), language)
        for field in form.fields:
            for text in (field.label, field.help, errors[field.name]):
                assert flat(text) in drawn.words, (name, text)
        assert form.title in drawn.words, name
        assert form.submit in drawn.words, name


def test_every_token_is_short_enough_and_comes_back_as_it_was(staged: Stage, signer: Signer) -> None:
    for name, shown in made(staged, "en"):
        if isinstance(shown, Form):
            token = signer.form(shown.name, "a" * 16, "b" * 16)
            assert len(token.encode()) <= LONGEST_FORM, name
            assert signer.read_form(token) == (shown.name, "a" * 16, "b" * 16)
            continue
        for action in shown.actions:
            assert len(action.token.encode()) <= LONGEST_ACTION, name
            assert signer.action(*signer.read_action(action.token)) == action.token, name


@faces
def test_a_matrix_of_120_cells_is_shown_within_the_limits_with_and_without_its_picture(
    staged: Stage, face: Face
) -> None:
    talk = staged("en")
    view = matrix_view(talk, large(sample_imported(talk)))

    assert fit(view, face.limits) == view
    assert "108 more" in face.view(view, "en").words
    told = fit(in_words(view, {}), face.limits)
    assert len(told.blocks) == len(view.blocks) + 1, "nothing behind the table is lost"
    assert "Open cells, the most valuable first" in face.view(told, "en").words


def large(matrix: GapMatrix) -> GapMatrix:
    """Make 120 cells of some, each a competency of its own."""
    cells = tuple(
        replace(each, competency=replace(each.competency, id=CompetencyId(f"{place}"), title=f"Competency {place}"))
        for place, each in enumerate((*matrix.cells, *matrix.cells, *matrix.cells)[:120])
    )
    return replace(matrix, cells=cells)


@faces
def test_a_mentor_finds_the_imported_role_that_they_hold_filled_in(staged: Stage, face: Face, signer: Signer) -> None:
    talk, held = staged("en"), "Computer Programmers (O*NET 30.3)"
    form = mentor_form(talk, sample_mentor_profile(talk), held)

    token, errors = signer.form(form.name, "", "b" * 16), {"capacity": WRONG}

    assert held in face.form(OpenForm(form, token, errors=errors, trouble=WRONG), "en").words
