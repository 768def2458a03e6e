"""The library: what ships with Menteo loads, and what is wrong is named."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.adapters.library.content import DEFAULT_TEMPLATE, ConfigLibrary, read_texts
from bot.adapters.library.loading import BadContent
from bot.core.dialogue.catalogue import Catalogue
from bot.core.domain.errors import NotFound
from bot.core.domain.frameworks import HIGHEST_LEVEL, CompetencyKind
from bot.core.domain.ids import RoleId, TemplateId

CONFIG = Path(__file__).parents[3] / "config"
SHIPPED = ConfigLibrary(CONFIG)
LANGUAGES = SHIPPED.languages()


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """A copy of all content, to be spoiled."""
    return Path(shutil.copytree(CONFIG, tmp_path / "config"))


def spoil(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_all_that_ships_holds_together() -> None:
    SHIPPED.check()


def test_english_comes_first() -> None:
    assert LANGUAGES[0] == "en"
    assert len(LANGUAGES) >= 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_frameworks_are_of_a_size_that_one_can_rate_oneself_on(language: str) -> None:
    frameworks = SHIPPED.frameworks(language)

    assert len(frameworks) >= 3
    for framework in frameworks:
        assert framework.language == language
        assert 10 <= len(framework.competencies) <= 14
        assert {each.kind for each in framework.competencies.values()} == set(CompetencyKind)
        for competency in framework.competencies.values():
            assert list(competency.indicators) == list(range(1, HIGHEST_LEVEL + 1))
            assert len(set(competency.indicators.values())) == HIGHEST_LEVEL


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_role_asks_something_that_counts(language: str) -> None:
    for framework in SHIPPED.frameworks(language):
        for role in framework.roles.values():
            assert sum(each.weight * each.level for each in role.requires.values()) > 0
            assert all(0 <= each.weight <= 1 for each in role.requires.values())
            assert SHIPPED.role(role.id, language) == (framework, role)


def test_languages_differ_in_words_alone() -> None:
    for ours, theirs in zip(
        sorted(SHIPPED.frameworks("en"), key=lambda each: each.id),
        sorted(SHIPPED.frameworks("es"), key=lambda each: each.id),
        strict=True,
    ):
        assert ours.title != theirs.title
        assert ours.competencies.keys() == theirs.competencies.keys()
        assert [role.requires for role in ours.roles.values()] == [role.requires for role in theirs.roles.values()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_templates_ask_within_waking_hours_and_never_the_same_twice(language: str) -> None:
    templates = SHIPPED.templates(language)

    assert templates[0].id == DEFAULT_TEMPLATE
    for template in templates:
        assert template.cadence.waking_from <= template.cadence.time < template.cadence.waking_until
        assert len({question.id for question in template.questions}) == len(template.questions)
        assert SHIPPED.template(template.id, language) == template


def test_a_language_that_nobody_translated_gives_the_contents_own() -> None:
    assert SHIPPED.frameworks("tlh")[0].language == "en"
    assert SHIPPED.templates("tlh") == SHIPPED.templates("en")


def test_content_is_read_once_a_language() -> None:
    assert SHIPPED.frameworks("en") is SHIPPED.frameworks("en")
    assert SHIPPED.templates("en") is SHIPPED.templates("en")


def test_what_is_not_there_is_not_found() -> None:
    with pytest.raises(NotFound):
        SHIPPED.role(RoleId("astronaut"), "en")
    with pytest.raises(NotFound):
        SHIPPED.template(TemplateId("nap"), "en")


def test_every_language_has_sentences() -> None:
    catalogue = Catalogue(read_texts(CONFIG))

    assert set(catalogue.languages) == set(LANGUAGES)
    assert catalogue.voice("es")("start-ready", address="aquí") == "Menteo está listo en aquí"


SPOILT: list[tuple[str, str, str, str, str]] = [
    ("frameworks/software-engineering.yaml", "    kind: hard", "    kind: tough", "competencies.0.kind", "hard"),
    ("frameworks/software-engineering.yaml", "    kind: hard", "    kind: hard\n    colour: red", "colour", "Extra"),
    ("frameworks/software-engineering.yaml", "coding: {level: 2,", "coding: {level: 6,", "level", "less than"),
    ("frameworks/software-engineering.yaml", "coding: {level: 2,", "knitting: {level: 2,", "", "knitting"),
    ("frameworks/software-engineering.yaml", "ladder: engineering", "ladder: rope", "", "rope"),
    ("frameworks/software-engineering.yaml", "  - id: testing", "  - id: coding", "", "coding is there twice"),
    ("frameworks/software-engineering.yaml", "id: software-engineering", "id: hardware", "id", "file's name"),
    ("frameworks/software-engineering.yaml", "competencies:", "competencies: [", "", ""),
    ("frameworks/software-engineering.es.yaml", "language: es", "language: fr", "id, language", "file's name"),
    ("frameworks/software-engineering.es.yaml", "  staff-engineer:", "  stuff-engineer:", "roles", "staff-engineer"),
    ("programmes/steady.yaml", 'time: "09:00"', "time: 10:00", "cadence.time", "quotes"),
    ("programmes/steady.yaml", 'time: "09:00"', 'time: "07:00"', "", "waking hours"),
    ("programmes/steady.yaml", 'until: "21:00"', 'until: "07:00"', "", "earlier than"),
    ("programmes/steady.yaml", "{id: challenge,", "{id: learned,", "", "learned is there twice"),
    ("programmes/steady.yaml", "id: steady", "id: wobbly", "id", "file's name"),
    ("programmes/steady.yaml", "framework_default: software-engineering", "framework_default: x", "framework", "x"),
]


@pytest.mark.parametrize(("name", "old", "new", "field", "reason"), SPOILT)
def test_a_file_that_cannot_be_used_is_named_with_field_and_reason(
    config: Path, name: str, old: str, new: str, field: str, reason: str
) -> None:
    spoil(config / name, old, new)

    with pytest.raises(BadContent) as refused:
        ConfigLibrary(config).check()

    assert refused.value.file == config / name
    assert field in refused.value.field
    assert reason in refused.value.reason


def test_the_line_is_named_where_it_is_known(config: Path) -> None:
    file = config / "frameworks" / "software-engineering.yaml"
    spoil(file, "    kind: hard", "    kind: tough")
    line = file.read_text("utf-8").splitlines().index("    kind: tough") + 1

    with pytest.raises(BadContent, match=f"software-engineering.yaml:{line}: competencies.0.kind: ") as refused:
        ConfigLibrary(config).check()

    assert refused.value.line == line


def _second_home(config: Path) -> None:
    spoil(config / "frameworks" / "product-management.yaml", "  - id: product-manager", "  - id: staff-engineer")
    spoil(config / "frameworks" / "product-management.es.yaml", "  product-manager:", "  staff-engineer:")


def _two_readings(config: Path) -> None:
    spoil(config / "frameworks" / "software-engineering.yaml", "title: Communication", "title: Chatting")


@pytest.mark.parametrize(
    ("spoiling", "reason"), [(_second_home, "staff-engineer"), (_two_readings, "communication")], ids=["role", "texts"]
)
def test_frameworks_that_contradict_each_other_are_refused(
    config: Path, spoiling: Callable[[Path], None], reason: str
) -> None:
    spoiling(config)

    with pytest.raises(BadContent, match=reason):
        ConfigLibrary(config).check()


def test_a_file_that_is_no_text_is_refused(config: Path) -> None:
    (config / "programmes" / "steady.yaml").write_bytes(b"\xff\xfe\x00")

    with pytest.raises(BadContent, match="steady"):
        ConfigLibrary(config).check()
