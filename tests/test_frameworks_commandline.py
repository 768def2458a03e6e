"""Frameworks at the command line: taken in, and two roles compared, without a database."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.__main__ import cli
from bot.adapters.library.imports.esco import COUNTED as ESCO_COUNTS
from bot.adapters.library.imports.onet import IMPORTANCES, LEVELS
from bot.adapters.library.imports.onet_ratings import Ratings
from bot.adapters.library.kept import TABLES
from bot.commandline import BAD_CONTENT, CONFIG, UNCLEAR
from tests.adapters.library.imports.writing import (
    DEVELOPER,
    MANAGER,
    PROGRAMMER,
    PROGRAMMING,
    RATING,
    READING,
    RELEASE,
    SPEAKING,
    SURGEON,
    TESTER,
    rating,
    write_release,
)

ROOT = Path(__file__).parents[1]
CREDIT = "O*NET 30.3 Database by the U.S. Department of Labor"


@dataclass(frozen=True)
class Ended:
    code: int
    out: str
    err: str


Menteo = Callable[..., Ended]


@pytest.fixture
def menteo(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Menteo:
    monkeypatch.setattr("bot.logs.set_up_logs", lambda *_, **__: None)
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str | Path) -> Ended:
        code = cli([str(each) for each in arguments], result_action="return_int_as_exit_code_else_zero")
        out, err = capsys.readouterr()
        return Ended(code, out, err)

    return call


@pytest.fixture
def release(tmp_path: Path) -> Path:
    return write_release(tmp_path / "db_30_3_text")


def test_a_release_is_taken_in_once(menteo: Menteo, release: Path, data_dir: Path) -> None:
    first = menteo("import", "onet", release, "--json")
    again = menteo("import", "onet", release, "--json")
    in_words = menteo("import", "onet", release)

    assert [each.code for each in (first, again, in_words)] == [0, 0, 0]
    assert "Skills.txt: 18 rows" in first.err.splitlines()
    told, later = json.loads(first.out), json.loads(again.out)
    assert (told["framework"], told["version"], told["outcome"]) == ("onet", "30.3", "imported")
    assert told["counts"]["suppressed"] == 2
    assert CREDIT in told["credit"]
    assert (later["outcome"], later["changed"], later["changes"]) == ("unchanged", False, {})
    assert in_words.out.startswith("O*NET 30.3 was here already, as “onet”: nothing has changed.")
    assert CREDIT in in_words.out
    assert [each.name for each in (data_dir / "frameworks").iterdir()] == ["onet.sqlite"]


def test_two_roles_are_compared_by_code_or_by_words(menteo: Menteo, release: Path) -> None:
    menteo("import", "onet", release)

    by_code = menteo("gap", TESTER, PROGRAMMER, "--framework", "onet", "--json")
    by_words = menteo("gap", "quality assurance", "programmer", "--framework", "onet", "--json")

    told = json.loads(by_code.out)
    assert by_words.out == by_code.out
    assert (told["framework"], told["version"], told["fallback"]) == ("onet", "30.3", None)
    assert (told["from"]["id"], told["to"]["id"]) == (TESTER, PROGRAMMER)
    assert (told["direction"], told["back"]) == ("horizontal", False)
    # Needed: .71 x 3.75 + .62 x 3.12 + .84 x 4.25 = 8.1669; missing: .84 x (4.25 - 1.75) = 2.1.
    assert round(told["readiness"], 4) == round(told["transfer_share"], 4) == 0.7429
    assert [(each["id"], each["current"], each["required"]) for each in told["cells"]] == [
        (PROGRAMMING, 1.75, 4.25),
        (READING, 3.88, 3.75),
        (SPEAKING, 3.62, 3.12),
    ]
    assert told["cells"][0]["competency"] == "Programming"
    assert told["cells"][0]["importance"] == pytest.approx(0.84)
    assert told["cells"][0]["rank"] == pytest.approx(2.1)
    assert [each["suppressed"] for each in told["cells"]] == [False, False, True]
    assert CREDIT in told["credit"]


def test_a_stand_in_is_named(menteo: Menteo, release: Path) -> None:
    menteo("import", "onet", release)

    told = json.loads(menteo("gap", DEVELOPER, SURGEON, "--framework", "onet", "--json").out)
    in_words = menteo("gap", "software engineer", "surgeons", "--framework", "onet")

    assert told["fallback"] == {"from": {"id": PROGRAMMER, "title": "Computer Programmers"}}
    assert told["from"]["id"] == DEVELOPER
    assert (told["direction"], told["back"]) == ("diagonal", False)
    assert PROGRAMMING not in [each["id"] for each in told["cells"]]
    assert "Software Developers has no ratings of its own" in in_words.out
    assert f"Computer Programmers ({PROGRAMMER})" in in_words.out
    assert CREDIT in in_words.out


def test_a_lower_level_is_called_a_move_back(menteo: Menteo, release: Path) -> None:
    menteo("import", "onet", release)

    told = json.loads(menteo("gap", SURGEON, PROGRAMMER, "--framework", "onet", "--json").out)

    assert (told["direction"], told["back"]) == ("diagonal", True)
    assert {each["id"]: each["current"] for each in told["cells"]} == {READING: 4.75, SPEAKING: 4.5, PROGRAMMING: 0}
    assert "a move back" in menteo("gap", SURGEON, PROGRAMMER, "--framework", "onet").out


@pytest.mark.parametrize(
    ("origin", "target", "said"),
    [
        (SURGEON, "software", "“software” could be several roles: Software Developers"),
        ("beekeeper", PROGRAMMER, "Nothing here is called anything like “beekeeper”."),
        (PROGRAMMER, MANAGER, f"Computer and Information Systems Managers ({MANAGER}) has no ratings"),
    ],
)
def test_what_is_not_clear_is_said_in_a_sentence(
    menteo: Menteo, tmp_path: Path, origin: str, target: str, said: str
) -> None:
    head, *occupations = RELEASE["Occupation Data"]
    more = ("15-1299.00", "Software Architects, All Other", "Design software.")
    tables = {**RELEASE, "Occupation Data": (head, *occupations, more)}
    menteo("import", "onet", write_release(tmp_path / "release", tables))

    ended = menteo("gap", origin, target, "--framework", "onet", "--json")

    assert (ended.code, ended.out) == (UNCLEAR, "")
    assert ended.err.startswith(said)
    assert len(ended.err.splitlines()) == 1


def test_an_unknown_framework_names_those_that_are_here(menteo: Menteo) -> None:
    ended = menteo("gap", "a", "b", "--framework", "onet")

    assert ended.code == UNCLEAR
    assert "product-management, site-reliability, software-engineering" in ended.err


def test_own_frameworks_are_compared_too(menteo: Menteo) -> None:
    command = ("gap", "senior software engineer", "engineering manager", "--framework", "software-engineering")

    told, in_words = json.loads(menteo(*command, "--json").out), menteo(*command)

    assert (told["from"]["id"], told["to"]["id"]) == ("senior-software-engineer", "engineering-manager")
    assert (told["version"], told["scale"]) == ("1", {"lowest": 0, "highest": 5})
    assert all(isinstance(each["required"], int) for each in told["cells"])
    assert [each["rank"] for each in told["cells"]] == sorted((each["rank"] for each in told["cells"]), reverse=True)
    assert in_words.out.startswith("Senior software engineer (senior-software-engineer) → Engineering manager")


def test_a_bad_file_ends_in_one_sentence_with_its_place(menteo: Menteo, tmp_path: Path, data_dir: Path) -> None:
    spoilt = {**RELEASE, "Skills": (RATING, *rating(TESTER, READING, 3, "many"))}

    ended = menteo("import", "onet", write_release(tmp_path / "release", spoilt), "--json")

    assert (ended.code, ended.out) == (BAD_CONTENT, "")
    assert ended.err.splitlines()[-1].endswith("Skills.txt:3: Data Value: 'many' is not a number")
    assert list((data_dir / "frameworks").iterdir()) == []


def test_a_place_that_cannot_be_written_to_is_said_in_one_sentence(
    menteo: Menteo, release: Path, data_dir: Path
) -> None:
    data_dir.write_text("not a directory", "utf-8")

    ended = menteo("import", "onet", release)

    assert ended.code == BAD_CONTENT
    assert "frameworks: can't be written to" in ended.err.splitlines()[-1]


def test_a_matrix_and_a_framework_file_are_taken_in(menteo: Menteo, tmp_path: Path) -> None:
    matrix, file = tmp_path / "Data team.csv", tmp_path / "kitchen.yaml"
    matrix.write_text("role,competency,level,importance\nAnalyst,SQL,2,4\nEngineer,SQL,4,5\n", "utf-8")
    shipped = (CONFIG / "frameworks" / "product-management.yaml").read_text("utf-8")
    file.write_text(shipped.replace("id: product-management", "id: ours", 1), "utf-8")

    taken = json.loads(menteo("import", "csv", matrix, "--credit", "Ours.", "--json").out)
    gap = json.loads(menteo("gap", "analyst", "engineer", "--framework", "data-team", "--json").out)
    refused = menteo("import", "framework", file)
    reserved = menteo("import", "csv", matrix, "--id", "onet")

    assert (taken["framework"], taken["title"], taken["outcome"]) == ("data-team", "Data team", "imported")
    assert (gap["readiness"], gap["credit"], gap["version"]) == (0.5, "Ours.", "1")
    assert refused.code == reserved.code == BAD_CONTENT
    assert "is in product-management too" in refused.err
    assert "onet is another framework's" in reserved.err


def test_comparing_loads_no_database_and_no_platform(
    release: Path, tmp_path: Path, menteo: Menteo, data_dir: Path
) -> None:
    menteo("import", "onet", release)
    command = ["gap", TESTER, PROGRAMMER, "--framework", "onet", "--json"]
    probe = f"import sys; from bot.__main__ import cli; cli({command!r}, result_action='return_value'); "
    probe += "print(*sys.modules, file=sys.stderr)"

    ended = subprocess.run(
        [sys.executable, "-c", probe],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
        text=True,
    )

    assert json.loads(ended.stdout)["framework"] == "onet"
    heavy = {"sqlalchemy", "alembic", "starlette", "discord", "apscheduler", "python_calamine", "bot.app"}
    assert heavy & set(ended.stderr.split()) == set()
    assert not (data_dir / "menteo.sqlite").exists()


def test_the_examples_of_the_documentation_work(menteo: Menteo, tmp_path: Path) -> None:
    blocks = (ROOT / "docs" / "frameworks.md").read_text("utf-8").split("```")[1::2]
    (matrix,) = (each.strip("\n") for each in blocks if each.startswith("\nrole,"))
    (framework,) = (each.removeprefix("toml\n") for each in blocks if each.startswith("toml\n"))
    (tmp_path / "team.csv").write_text(matrix, "utf-8")
    (tmp_path / "kitchen.toml").write_text(framework, "utf-8")

    ended = [menteo("import", "csv", tmp_path / "team.csv"), menteo("import", "framework", tmp_path / "kitchen.toml")]
    gap = json.loads(menteo("gap", "developer", "tech lead", "--framework", "team", "--json").out)

    assert [each.code for each in ended] == [0, 0], ended
    assert (gap["direction"], gap["back"], gap["readiness"]) == ("vertical", False, pytest.approx(1 / 4))
    assert menteo("gap", "cook", "cook", "--framework", "kitchen").code == 0


@pytest.mark.parametrize("language", ["en", "es"])
def test_everything_that_is_counted_and_changed_has_words(language: str) -> None:
    texts = (CONFIG / "texts" / language / "frameworks.ftl").read_text("utf-8")
    counted = {*Ratings((), IMPORTANCES, LEVELS, lambda _file, _rows: None).counts, *ESCO_COUNTS}
    counted |= {"roles", "roles_rated", "roles_with_stand_in", "roles_without_ratings", "competencies"}

    said = {f"import-count-{each.replace('_', '-')}" for each in counted}
    said |= {f"import-change-{table}" for table in TABLES if table != "framework"}
    assert [each for each in sorted(said) if f"\n{each} = " not in texts] == []
