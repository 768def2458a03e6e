"""The ESCO importer: relations become levels by a rule that is told, labels become aliases."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.adapters.library.imports.esco import ESCO, import_esco
from bot.adapters.library.imports.reports import Imported
from bot.adapters.library.loading import BadContent
from bot.adapters.library.shelf import Shelf
from bot.core.domain.frameworks import OWN_LEVELS, UNPLACED, Framework, Requirement
from bot.core.domain.ids import CompetencyId, RoleId
from tests.adapters.library.imports.writing import Row, write_csv

HOME = "http://data.europa.eu/esco"
_OCCUPATION = ("conceptType", "conceptUri", "iscoGroup", "preferredLabel", "altLabels", "hiddenLabels", "description")
_SKILL = ("conceptType", "conceptUri", "skillType", "reuseLevel", "preferredLabel", "altLabels", "hiddenLabels")


def _occupation(code: str, isco: str, label: str, other: str = "", description: str = "") -> Row:
    return "Occupation", f"{HOME}/occupation/{code}", isco, label, other, "", description


def _skill(code: str, kind: str, reuse: str, label: str, other: str = "") -> Row:
    return "KnowledgeSkillCompetence", f"{HOME}/skill/{code}", kind, reuse, label, other, ""


OCCUPATIONS: Sequence[Row] = (
    _OCCUPATION,
    _occupation("dev", "2512", "software developer", "programmer\napplication developer", "x" * 140_000),
    _occupation("tech", "3512", "ICT help desk agent", description='Helps, "always".'),
    _occupation("officer", "0110", "army officer"),
)
SKILLS: Sequence[Row] = (
    _SKILL,
    _skill("js", "knowledge", "sector-specific", "JavaScript", "JS\nECMAScript"),
    _skill("team", "skill/competence", "transversal", "work in teams"),
)
RELATIONS: Sequence[Row] = (
    ("occupationUri", "relationType", "skillType", "skillUri"),
    (f"{HOME}/occupation/dev", "essential", "knowledge", f"{HOME}/skill/js"),
    (f"{HOME}/occupation/dev", "optional", "skill/competence", f"{HOME}/skill/team"),
    (f"{HOME}/occupation/dev", "optional", "knowledge", f"{HOME}/skill/js"),
    (f"{HOME}/occupation/tech", "essential", "skill/competence", f"{HOME}/skill/team"),
    (f"{HOME}/occupation/tech", "essential", "skill/competence", f"{HOME}/skill/unheard-of"),
)


def told(file: str, rows: int) -> None:
    """Listen to no progress."""


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "frameworks"


def take_in(
    kept: Path,
    directory: Path,
    relations: str = "occupationSkillRelations.csv",
    rows: Sequence[Row] = RELATIONS,
    skills: Sequence[Row] = SKILLS,
) -> Imported:
    directory.mkdir(exist_ok=True)
    write_csv(directory / "occupations_en.csv", OCCUPATIONS)
    write_csv(directory / "skills_en.csv", skills)
    write_csv(directory / relations, rows)
    return import_esco(directory, kept, told)


def everything(kept: Path) -> Framework:
    return Shelf(kept / "none", kept).open(ESCO).brought([RoleId(each) for each in ("dev", "tech", "officer")])


@pytest.mark.parametrize("relations", ["occupationSkillRelations.csv", "occupationSkillRelations_en.csv"])
def test_essential_and_optional_become_levels_and_importances(tmp_path: Path, kept: Path, relations: str) -> None:
    told = take_in(kept, tmp_path / "ESCO dataset - v1.1.1 - classification - en - csv", relations)

    framework = everything(kept)
    assert framework.levels == OWN_LEVELS
    assert framework.roles[RoleId("dev")].requires == {
        CompetencyId("js"): Requirement(3, 1.0),
        CompetencyId("team"): Requirement(2, 0.5),
    }
    assert (framework.edition, told.facts.title) == ("1.1.1", "ESCO 1.1.1")
    assert framework.credit.startswith("This service uses the ESCO classification of the European Commission.")
    assert told.facts.counts["unresolved"] == 1
    assert told.facts.counts["roles_without_ratings"] == 1


def test_places_kinds_and_labels_are_taken_over(tmp_path: Path, kept: Path) -> None:
    take_in(kept, tmp_path / "esco")

    framework = everything(kept)
    developer = framework.roles[RoleId("dev")]
    assert [(each.ladder, each.level) for each in framework.roles.values()] == [("25", 4), ("35", 3), ("01", UNPLACED)]
    assert developer.aliases == ("programmer", "application developer")
    assert {each.id: each.kind.value for each in framework.competencies.values()} == {"js": "hard", "team": "soft"}
    assert framework.competencies[CompetencyId("js")].aliases == ("JS", "ECMAScript")


def test_a_second_time_changes_nothing(tmp_path: Path, kept: Path) -> None:
    take_in(kept, tmp_path / "esco")

    assert not take_in(kept, tmp_path / "esco").is_changed
    assert not take_in(kept, tmp_path / "esco", rows=[RELATIONS[0], *reversed(RELATIONS[1:])]).is_changed


@pytest.mark.parametrize(
    ("rows", "skills", "trouble"),
    [
        (
            (*RELATIONS, (f"{HOME}/occupation/dev", "handy", "knowledge", f"{HOME}/skill/js")),
            SKILLS,
            "occupationSkillRelations.csv:7: relationType: 'handy' is neither essential nor optional",
        ),
        (RELATIONS, (*SKILLS, SKILLS[1]), f"skills_en.csv:5: conceptUri: {HOME}/skill/js is there twice"),
        (
            RELATIONS,
            (SKILLS[0][:4], *(row[:4] for row in SKILLS[1:])),
            "skills_en.csv:1: preferredLabel: the column is missing",
        ),
    ],
)
def test_a_bad_file_is_refused_by_its_place(
    tmp_path: Path, kept: Path, rows: Sequence[Row], skills: Sequence[Row], trouble: str
) -> None:
    directory = tmp_path / "esco"

    with pytest.raises(BadContent) as refused:
        take_in(kept, directory, rows=rows, skills=skills)

    assert str(refused.value) == f"{directory}/{trouble}"
    assert list(kept.iterdir()) == []
