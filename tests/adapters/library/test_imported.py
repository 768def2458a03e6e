"""Roles of imported frameworks as members aim at them."""

from pathlib import Path

import pytest

from bot.adapters.library.content import ConfigLibrary
from bot.adapters.library.imports.matrix import About, import_matrix
from bot.adapters.library.imports.onet import import_onet
from bot.app import CONFIG
from bot.core.domain.errors import NotFound
from bot.core.domain.frameworks import OWN_LEVELS, Requirement, Scale
from bot.core.domain.gaps import matrix_of
from bot.core.domain.ids import CompetencyId, FrameworkId, RoleId
from tests.adapters.library.imports.writing import DEVELOPER, MANAGER, PROGRAMMER, READING, SURGEON, write_release

AIM = RoleId(f"onet:{DEVELOPER}")


def told(file: str, rows: int) -> None:
    """Listen to no progress."""


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    return tmp_path / "data" / "frameworks"


@pytest.fixture
def library(tmp_path: Path, installed: Path) -> ConfigLibrary:
    import_onet(write_release(tmp_path / "db_30_3_text"), installed, told)
    return ConfigLibrary(CONFIG, installed)


def test_a_role_asks_on_its_framework_s_scale_and_a_stand_in_is_named(library: ConfigLibrary) -> None:
    framework, role = library.role(AIM, "en")

    assert (framework.id, framework.levels) == ("onet", Scale(0, 7, whole=False))
    assert "USDOL/ETA" in framework.credit
    assert (role.id, role.title, role.stand_in) == (AIM, "Software Developers", "Computer Programmers")
    assert role.requires[CompetencyId(f"onet:{READING}")] == Requirement(3.75, (3.84 - 1) / 4)
    assert role.requires.keys() == framework.competencies.keys()
    matrix = matrix_of(framework, role, {})
    assert matrix.levels == framework.levels


def test_what_a_role_doesn_t_need_is_nothing_to_aim_at(library: ConfigLibrary) -> None:
    _, surgeon = library.role(RoleId(f"onet:{SURGEON}"), "en")
    assert len(surgeon.requires) == 2
    assert not library.role(RoleId(f"onet:{PROGRAMMER}"), "en")[1].stand_in


def test_every_role_with_ratings_or_a_stand_in_is_named_after_menteo_s_own(library: ConfigLibrary) -> None:
    names = library.role_names("en")

    assert [each.title for each in names.roles][-3:] == [
        "Software Developers (O*NET 30.3)",
        "Software Quality Assurance Analysts and Testers (O*NET 30.3)",
        "Surgeons, All Other (O*NET 30.3)",
    ]
    assert f"onet:{MANAGER}" not in {each.id for each in names.roles}
    assert library.role_names("en") is names


def test_a_new_import_is_noticed(tmp_path: Path, installed: Path, library: ConfigLibrary) -> None:
    before = library.role_names("en")
    file = tmp_path / "team.csv"
    file.write_text("role,competency,level,importance\nEngineer,Kubernetes,2,5\n", "utf-8")

    import_matrix(file, installed, told, About(FrameworkId("team"), "Team", 3))

    assert library.role_names("en") is not before
    _, role = library.role(RoleId("team:engineer"), "en")
    assert role.requires == {CompetencyId("team:kubernetes"): Requirement(2, 1.0)}
    assert library.levels(CompetencyId("team:kubernetes")) == Scale(0, 3)
    assert library.levels(CompetencyId("kubernetes")) == OWN_LEVELS


def test_competencies_are_told_without_a_role(library: ConfigLibrary) -> None:
    reading = CompetencyId(f"onet:{READING}")
    framework = library.competencies([reading], "en")
    assert [each.title for each in framework.competencies.values()] == ["Reading Comprehension"]
    assert sorted(framework.competencies[reading].indicators) == [2, 6]


@pytest.mark.parametrize("role", ["onet:99-9999.00", "nowhere:1", "../onet:1", ":1"])
def test_what_is_not_there_is_not_found(library: ConfigLibrary, role: str) -> None:
    with pytest.raises(NotFound):
        library.role(RoleId(role), "en")


def test_a_file_that_cannot_be_read_names_nobody_and_hides_nobody_else(installed: Path, library: ConfigLibrary) -> None:
    (installed / "broken.sqlite").write_bytes(b"no database at all")

    assert len(library.role_names("en").roles) > 3
    with pytest.raises(NotFound):
        library.role(RoleId("broken:x"), "en")


def test_without_imports_there_are_menteo_s_own() -> None:
    library = ConfigLibrary(CONFIG)
    assert library.role_names("en").roles[0].framework == "Product management"
    with pytest.raises(NotFound):
        library.role(AIM, "en")
