"""`menteo match` as a moderator meets it: two files in, one object out, and a sentence for what is wrong."""

import json
import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import cli
from bot.commandline import BAD_SHEET, CONFIG
from bot.core.domain.ids import MemberId
from bot.core.domain.matching import Certificate
from tests.core.domain.matching.small import flaws

EDGES = "mentee,mentor,score\nlee,ana,0.5\nmax,ana,0.7\nmax,bo,0.1\nkim,ana,0.9\n"
CAPACITY = "mentor,capacity\nana,1\nbo,1\n"
MENTORS = (
    "mentor,competencies,capacity,languages,zone,not_with,paused_until\n"
    'ana,"kubernetes:4, python:3",1,"en,es",Europe/Madrid,,\n'
    "bo,python:5,2,en,Europe/Berlin,,\n"
    "cy,kubernetes:5,1,fr,Europe/Paris,,\n"
    "di,rust:5,1,en,Europe/Paris,,\n"
    "ed,kubernetes:5,1,en,Europe/Paris,,2027-01-01\n"
)
MENTEES = (
    "mentee,needs,languages,zone,not_with,wishes\n"
    'lee,"kubernetes:1:4:0.8; python:2:4",en,Europe/London,,ana\n'
    "max,python:1:3,en,Europe/Berlin,ana,bo\n"
    "kim,kubernetes:1:4,es,Europe/Madrid,,\n"
    "sam,kubernetes:1:4,en,Europe/Madrid,ana,\n"
)

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Write sheets, and call the command on them: `run(edges=..., capacity=..., "--json")`."""

    def call(*options: str, **sheets: str) -> tuple[int, str, str]:
        arguments = ["match", *options]
        for name, content in sheets.items():
            path = tmp_path / f"{name}.csv"
            path.write_text(content, "utf-8")
            arguments += [f"--{name}", str(path)]
        code = cli(arguments, result_action="return_int_as_exit_code_else_zero")
        return code, *capsys.readouterr()

    return call


def printed(run: Run, *options: str, **sheets: str) -> Any:  # noqa: ANN401  what JSON holds
    code, out, err = run("--json", *options, **sheets)
    assert (code, err) == (0, "")
    return json.loads(out)


def test_a_score_table_is_paired_and_proved(run: Run) -> None:
    found = printed(run, edges=EDGES, capacity=CAPACITY)

    assert found["pairs"] == [
        {"mentee": "kim", "mentor": "ana", "score": 0.9, "parts": {"score": 0.9}},
        {"mentee": "max", "mentor": "bo", "score": 0.1, "parts": {"score": 0.1}},
    ]
    assert (found["paired"], found["total_score"], found["worst_score"]) == (2, 1.0, 0.1)
    (lee,) = found["unpaired"]
    assert lee["mentee"] == "lee"
    assert lee["reasons"][0].startswith("The one mentor they could have is full")
    assert [(each["like"], each["pairs"], each["score"]) for each in found["recruit"]] == [("ana", 1, 0.5)]
    assert found["recruit"][0]["text"] == "One more mentor like ana would pair one more person."


@pytest.mark.parametrize("objective", ["most", "total", "fair", "stable"])
def test_every_objective_is_answered_in_one_shape(run: Run, objective: str) -> None:
    found = printed(run, "--objective", objective, edges=EDGES, capacity=CAPACITY)

    assert found.keys() == printed(run, edges=EDGES, capacity=CAPACITY).keys()
    assert found["objective"] == objective
    assert (found["certificate"] is None) == (objective in {"fair", "stable"})


@pytest.mark.parametrize("objective", ["most", "total"])
@pytest.mark.parametrize("large", [10, 10**9], ids=["scale", "plain"])
def test_what_is_printed_is_enough_to_prove_it(
    run: Run, monkeypatch: pytest.MonkeyPatch, objective: str, large: int
) -> None:
    monkeypatch.setattr("bot.adapters.matching.installed.LARGE", large)
    seeded = random.Random(3)
    scores = {
        (MemberId(f"e{e}"), MemberId(f"m{m}")): seeded.random() for e in range(90) for m in range(40) if m % 4 or e % 3
    }
    places = {MemberId(f"m{m}"): seeded.randint(0, 3) for m in range(40)}
    edges = "".join(f"{mentee},{mentor},{score!r}\n" for (mentee, mentor), score in scores.items())
    capacity = "".join(f"{mentor},{number}\n" for mentor, number in places.items())

    found = printed(
        run,
        "--objective",
        objective,
        edges=f"mentee,mentor,score\n{edges}",
        capacity=f"mentor,capacity\n{capacity}",
    )

    assert found["engine"] == ("scale" if large == 10 else "plain")
    pairs = [(MemberId(each["mentee"]), MemberId(each["mentor"])) for each in found["pairs"]]
    assert flaws(scores, places, pairs, Certificate(**found["certificate"])) == []


def test_people_are_paired_with_parts_reasons_and_whom_to_recruit(run: Run) -> None:
    found = printed(run, "--day", "2026-11-23", mentors=MENTORS, mentees=MENTEES)

    assert [(each["mentee"], each["mentor"], each["covers"]) for each in found["pairs"]] == [
        ("kim", "ana", ["kubernetes"]),
        ("lee", "bo", ["python"]),
        ("max", "bo", ["python"]),
    ]
    for pair in found["pairs"]:
        assert pair["score"] == pytest.approx(sum(pair["parts"].values()))
    assert found["pairs"][2]["parts"]["wish"] == 0.1
    (sam,) = found["unpaired"]
    assert sam == {
        "mentee": "sam",
        "reasons": [
            "There is no mentor they are allowed to have.",
            "One mentor takes nobody new at present.",
            "One mentor shares no language with them.",
            "2 mentors are not above them in any open cell.",
            "With one mentor it is not possible by a rule or a wish of one of them.",
        ],
    }
    (recruit,) = found["recruit"]
    assert recruit["text"] == "One mentor for kubernetes (level 2 or above) who speaks en would pair one more person."


def test_a_confidential_block_sounds_like_every_personal_rule(run: Run) -> None:
    alone = "mentor,competencies,team\nana,python:5,red\n"
    for mentees in (
        "mentee,needs,not_with\nlee,python,ana\n",
        "mentee,needs,past\nlee,python,ana\n",
        "mentee,needs,team\nlee,python,red\n",
    ):
        (lee,) = printed(run, mentors=alone, mentees=mentees)["unpaired"]
        assert lee["reasons"][1:] == ["With one mentor it is not possible by a rule or a wish of one of them."]


def test_who_asks_for_nothing_is_told_so(run: Run) -> None:
    (lee,) = printed(run, mentors="mentor,competencies\nana,python:5\n", mentees="mentee,needs\nlee,\n")["unpaired"]

    assert lee["reasons"] == ["They have no open cell: nothing that they need is above where they are."]


@pytest.mark.parametrize(
    ("edges", "capacity", "objective", "reason"),
    [
        ("lee,,", "ana,1", "most", "There is no mentor they are allowed to have."),
        ("lee,ana,1", "ana,0", "most", "The one mentor they could have has no place."),
        ("lee,ana,-1", "ana,1", "total", "Every pair that they could be in would lower the total."),
    ],
)
def test_why_somebody_is_left_out(run: Run, edges: str, capacity: str, objective: str, reason: str) -> None:
    found = printed(
        run,
        "--objective",
        objective,
        edges=f"mentee,mentor,score\n{edges}\n",
        capacity=f"mentor,capacity\n{capacity}\n",
    )

    assert found["unpaired"] == [{"mentee": "lee", "reasons": [reason]}]
    assert found["worst_score"] is None


def test_it_is_told_in_lines_too(run: Run) -> None:
    code, out, _ = run(edges=EDGES, capacity=CAPACITY)

    assert code == 0
    lines = out.splitlines()
    assert lines[0] == "kim\tana\t0.9000"
    assert lines[2] == "Without a mentor: lee"
    assert lines[-1] == "2 of 3 mentees are paired. Their scores sum to 1.0000, the lowest is 0.1000."


def test_a_round_of_nobody_is_a_round(run: Run) -> None:
    code, out, _ = run(edges="mentee,mentor,score\n", capacity="mentor,capacity\n")

    assert (code, out.strip()) == (0, "There is nobody to pair.")


def test_what_is_wrong_is_said_with_file_line_and_column(run: Run, tmp_path: Path) -> None:
    code, out, err = run("--json", edges="mentee,mentor,score\nlee,ana,high\nlee,ana,1\n", capacity=CAPACITY)

    twice = "lee + ana is there a second time, first on line 2. Leave one of the two out."
    assert (code, out) == (BAD_SHEET, "")
    assert err.splitlines() == [
        f"{tmp_path}/edges.csv, line 2, score: “high” is not a number.",
        f"{tmp_path}/edges.csv, line 3, mentee: {twice}",
        "2 things are to be put right first; nothing was paired.",
    ]


def test_a_sheet_full_of_trouble_is_told_in_part(run: Run) -> None:
    rows = "".join(f"e{number},ana,x\n" for number in range(60))

    _, _, err = run(edges=f"mentee,mentor,score\n{rows}", capacity=CAPACITY)

    assert err.splitlines()[-2:] == [
        "… and 10 more like these.",
        "60 things are to be put right first; nothing was paired.",
    ]


@pytest.mark.parametrize("sheets", [{}, {"edges": EDGES}, {"edges": EDGES, "mentors": MENTORS}])
def test_two_sheets_that_belong_together_are_asked_for(run: Run, sheets: dict[str, str]) -> None:
    code, out, err = run(**sheets)

    assert (code, out) == (BAD_SHEET, "")
    assert "--mentors and --mentees" in err


def test_the_examples_of_the_documentation_work(run: Run, tmp_path: Path) -> None:
    text = (CONFIG.parent / "docs" / "matching.md").read_text("utf-8")
    sheets = dict(re.findall(r"```\w+ name=(\w+)\.\w+\n(.*?)```", text, re.DOTALL))
    (tmp_path / "map.yaml").write_text(sheets.pop("map"), "utf-8")

    scores = printed(run, edges=sheets["edges"], capacity=sheets["capacity"])
    people = printed(run, "--day", "2026-11-23", mentors=sheets["mentors"], mentees=sheets["mentees"])
    mentors, mentees = (sheets[name].replace(name[:-1], "Your name", 1) for name in ("mentors", "mentees"))
    mentees = mentees.replace("needs", "What would you like to learn?", 1)
    options = "--day", "2026-11-23", "--map", str(tmp_path / "map.yaml")
    mapped = printed(run, *options, mentors=mentors, mentees=mentees)

    assert (scores["paired"], people["paired"]) == (2, 3)
    assert mapped == people
    shown = json.loads(re.findall(r"```json\n(.*?)```", text, re.DOTALL)[0].replace(", ...]", "]"))
    assert shown["certificate"] == scores["certificate"]
    assert shown["recruit"] == scores["recruit"]
    assert shown.keys() == scores.keys()
