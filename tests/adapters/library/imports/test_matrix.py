"""The importer of a plain CSV matrix."""

from pathlib import Path

import pytest

from bot.adapters.library.imports.matrix import About, import_matrix
from bot.adapters.library.loading import BadContent
from bot.adapters.library.shelf import Shelf
from bot.core.domain.frameworks import UNPLACED, Framework, Requirement, Scale
from bot.core.domain.ids import CompetencyId, FrameworkId, RoleId

TEAM = FrameworkId("team")
MATRIX = """\
role,competency,level,importance,ladder,ladder level,kind,aliases,role aliases
Developer,Kubernetes,2,3,Engineering,1,hard,k8s; container orchestration,programmer
Developer,React.js,3,5,,,,,
Lead,Kubernetes,4,4,Engineering,2,,,
Lead,Coaching,3,5,Engineering,2,soft,,"tech lead;staff engineer"
"""


def told(file: str, rows: int) -> None:
    """Listen to no progress."""


def take_in(tmp_path: Path, text: str, highest: float = 5) -> Framework:
    file = tmp_path / "team.csv"
    file.write_text(text, "utf-8")
    about = About(TEAM, "Our team", highest, credit="By us.")
    import_matrix(file, tmp_path / "kept", told, about)
    opened = Shelf(tmp_path, tmp_path / "kept").open(TEAM)
    return opened.brought([each.id for each in opened.role_names()])


@pytest.mark.parametrize("delimiter", [",", "\t"])
def test_a_matrix_becomes_a_framework(tmp_path: Path, delimiter: str) -> None:
    framework = take_in(tmp_path, MATRIX.replace(",", delimiter))

    lead = framework.roles[RoleId("lead")]
    assert (framework.title, framework.credit, framework.levels) == ("Our team", "By us.", Scale(0, 5))
    assert lead.requires == {
        CompetencyId("coaching"): Requirement(3, 1),
        CompetencyId("kubernetes"): Requirement(4, 0.75),
    }
    assert (lead.ladder, lead.level, lead.aliases) == ("engineering", 2, ("tech lead", "staff engineer"))
    assert framework.roles[RoleId("developer")].level == 1
    assert framework.competencies[CompetencyId("coaching")].kind.value == "soft"
    assert framework.competencies[CompetencyId("react-js")].kind.value == "hard"
    assert framework.competencies[CompetencyId("kubernetes")].aliases == ("k8s", "container orchestration")


def test_four_columns_and_a_scale_of_one_s_own_will_do(tmp_path: Path) -> None:
    framework = take_in(tmp_path, "Role;Competency;Level;Importance\nCook;Soups;7.5;4\nCook;Knives;9;2\n", highest=10)

    cook = framework.roles[RoleId("cook")]
    assert framework.levels == Scale(0, 10, whole=False)
    assert cook.requires[CompetencyId("soups")] == Requirement(7.5, 0.75)
    assert cook.level == UNPLACED


def test_a_second_time_changes_nothing_and_a_change_is_told(tmp_path: Path) -> None:
    file, kept, about = tmp_path / "team.csv", tmp_path / "kept", About(TEAM, "Our team", 5)
    file.write_text(MATRIX, "utf-8")
    assert import_matrix(file, kept, told, about).is_new

    assert not import_matrix(file, kept, told, about).is_changed
    file.write_text(MATRIX.replace("Kubernetes,4,4", "Kubernetes,5,4"), "utf-8")
    again = import_matrix(file, kept, told, about)

    assert (again.is_changed, {table: change.changed for table, change in again.changes.items()}) == (
        True,
        {"requirements": 1},
    )


@pytest.mark.parametrize(
    ("old", "new", "trouble"),
    [
        ("Kubernetes,2,3", "Kubernetes,6,3", "2: level: 6 is not within 0 and 5"),
        ("Kubernetes,2,3", "Kubernetes,2,", "2: importance: '' is not a number"),
        ("Developer,React.js", "Developer,kubernetes", "3: competency: Developer asks for kubernetes twice"),
        ("Developer,React.js", ",React.js", "3: role: is empty"),
        ("Engineering,2,soft", "Engineering,3,soft", "5: role: Lead was 2 on another line, and is 3 here"),
        ("soft", "gentle", "5: kind: 'gentle' is neither hard nor soft"),
        ("role,competency", "role,ability", "1: competency: the column is missing"),
    ],
)
def test_a_bad_row_is_refused_by_its_place(tmp_path: Path, old: str, new: str, trouble: str) -> None:
    assert old in MATRIX

    with pytest.raises(BadContent) as refused:
        take_in(tmp_path, MATRIX.replace(old, new))

    assert str(refused.value) == f"{tmp_path / 'team.csv'}:{trouble}"
    assert list((tmp_path / "kept").iterdir()) == []


def test_a_matrix_without_rows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadContent, match="there is no row in it"):
        take_in(tmp_path, "role,competency,level,importance\n")
