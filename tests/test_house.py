"""The house keeps its own rules: what is registered is worded, shown and policed; files agree with each other."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.runtime import FluentResource
from fluent.syntax.ast import Junk, Message

from bot.adapters.library.content import read_texts
from bot.app import CONFIG
from bot.core.dialogue.catalogue import Catalogue
from bot.core.dialogue.features import FEATURES
from bot.core.dialogue.gallery import examples
from bot.core.dialogue.sentences import Sentences
from bot.core.ui.tokens import LONGEST_ACTION, LONGEST_FORM, Signer
from bot.core.usecases.access import POLICIES
from bot.settings import CONCERNS, names_of

ROOT = Path(__file__).parent.parent
CORE = ROOT / "bot" / "core"
LONGEST_MODULE = 400
MOST_PICTURE_BYTES = 250_000
ID = "a" * 16
"""80 bits in base32."""
PAIR = f"{ID}.{ID}"
ABOUT_TWO = {"pair_propose", "round_pin", "round_forbid", "round_free"}
"""Buttons that name two members; all others name one object, or nothing."""

STEMS = ("checkins", "gaps", "goals", "growth", "members", "pairings", "programmes", "roadmaps", "rounds")
LAYERS = (CORE / "domain", CORE / "usecases", CORE / "dialogue", ROOT / "bot" / "storage")

COMMANDS = [spec for feature in FEATURES for spec in feature.commands]
ACTIONS = [spec for feature in FEATURES for spec in feature.actions]
FORMS = [spec for feature in FEATURES for spec in feature.forms]
NOTICES = [spec for feature in FEATURES for spec in feature.notices]
NOT_SAID_BY_NAME = {"room_title", "thread_title"}
"""Effects that name a place instead of saying something."""


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue(read_texts(CONFIG))


def typed(name: str, verb: str) -> str:
    """A command as it is typed."""
    return f"{name} {verb}".strip()


def modules() -> Iterator[Path]:
    """Every module of the project."""
    for room in ("bot", "tests", "benchmarks", "tools"):
        yield from (each for each in (ROOT / room).rglob("*.py") if "versions" not in each.parts)


# What is registered


def test_every_language_has_every_text(catalogue: Catalogue) -> None:
    first, *others = catalogue.languages

    assert others
    for language in others:
        assert catalogue.keys(language) == catalogue.keys(first), language


def test_every_text_says_by_itself_what_it_says_in_its_file(catalogue: Catalogue) -> None:
    for language, sources in read_texts(CONFIG).items():
        files = [FluentResource(source).body for source in sources]
        sentences = Sentences(language, sources)

        assert not [each for body in files for each in body if isinstance(each, Junk)]
        messages = {each.id.name: each for body in files for each in body if isinstance(each, Message)}
        assert messages.keys() == sentences.keys() == catalogue.keys(language)
        alone = sentences._messages  # noqa: SLF001  the library shows what it parsed nowhere else
        assert all(each.equals(alone[key], ["span", "comment"]) for key, each in messages.items())


def test_every_command_has_its_summary_and_every_button_its_label(catalogue: Catalogue) -> None:
    keys = catalogue.keys("en")

    assert {f"command-{typed(each.name, each.verb).replace(' ', '-')}" for each in COMMANDS} <= keys
    assert {f"action-{each.route.replace('_', '-')}" for each in ACTIONS} <= keys


def test_every_command_fits_every_surface() -> None:
    for each in COMMANDS:
        assert re.fullmatch(r"[a-z0-9_]{1,32}", each.name), each.name
        assert re.fullmatch(r"[a-z0-9_]{0,32}", each.verb), each.verb


def test_every_button_and_form_fits_the_tightest_surface() -> None:
    signer = Signer(bytes(32))

    for action in ACTIONS:
        assert len(signer.action(action.route, PAIR if action.route in ABOUT_TWO else ID).encode()) <= LONGEST_ACTION, (
            action.route
        )
    for form in FORMS:
        assert len(signer.form(form.name, ID, ID).encode()) <= LONGEST_FORM, form.name


def test_everything_that_can_be_shown_is_in_the_gallery() -> None:
    shown = {example.name.partition(":")[0] for example in examples()}

    answered = {f"command/{typed(each.name, each.verb)}" for each in COMMANDS if each.answer}
    pressed = {f"action/{each.route}" for each in ACTIONS if each.press}
    asked = {f"form/{each.name}" for each in FORMS}
    told = {f"notice/{each.name}" for each in NOTICES}
    assert answered | pressed | asked | told <= shown


def test_everything_that_can_be_done_has_a_policy() -> None:
    needed = {spec.use_case.__name__ for spec in COMMANDS}
    needed |= {spec.use_case.__name__ for spec in ACTIONS}
    needed |= {spec.use_case.__name__ for spec in FORMS}

    assert needed <= POLICIES.keys()


def test_every_notice_that_a_use_case_sends_has_words() -> None:
    sources = "\n".join(each.read_text("utf-8") for each in (CORE / "usecases").rglob("*.py"))
    named = {spec.name for spec in NOTICES}

    for name in named | NOT_SAID_BY_NAME:
        assert f'"{name}"' in sources, f"nobody sends {name}"


# How the rooms are named and how big they are


@pytest.mark.parametrize("stem", STEMS)
@pytest.mark.parametrize("layer", LAYERS, ids=lambda layer: layer.name)
def test_a_stem_is_found_in_every_layer(stem: str, layer: Path) -> None:
    assert (layer / f"{stem}.py").is_file() or (layer / stem / "__init__.py").is_file()


def test_no_module_is_longer_than_a_reader_s_patience() -> None:
    lengths = {str(each.relative_to(ROOT)): len(each.read_text("utf-8").splitlines()) for each in modules()}

    assert {name for name, length in lengths.items() if length > LONGEST_MODULE} == set()


def test_no_module_is_named_for_nothing() -> None:
    nothing = {"utils", "helpers", "common", "manager", "service", "base"}

    assert {each for each in modules() if each.stem in nothing} == set()


# What several files say


def test_the_example_settings_name_every_setting_and_no_other() -> None:
    told = set(re.findall(r"^#?\s?(MENTEO_\w+)=", (ROOT / ".env.example").read_text("utf-8"), re.MULTILINE))
    known = {names_of(field)[0] for concern in CONCERNS for field in concern.model_fields.values()}

    assert told == known


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "docs/architecture.md"])
def test_every_make_command_that_is_told_exists(document: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    told = set(re.findall(r"(?:`|^)make ([a-z-]+)", (ROOT / document).read_text("utf-8"), re.MULTILINE))

    assert told <= targets


def test_the_readme_names_commands_that_exist() -> None:
    told = set(re.findall(r"`/([a-z]+)`", (ROOT / "README.md").read_text("utf-8")))

    assert told
    assert told <= {each.name for each in COMMANDS}


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "docs/architecture.md"])
def test_links_of_documents_lead_somewhere(document: str) -> None:
    path = ROOT / document
    for link in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", path.read_text("utf-8")):
        if "://" not in link:
            assert (path.parent / link).exists(), link


def test_the_readme_s_pictures_load_quickly() -> None:
    for picture in (ROOT / "docs" / "pictures").glob("*.png"):
        assert picture.stat().st_size <= MOST_PICTURE_BYTES, picture.name
