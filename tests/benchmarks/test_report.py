"""`make bench`: that it measures and prints, never how fast."""

import json

import pytest

from benchmarks.__main__ import main
from benchmarks.report import Aim, Beside, Figure, at_least, at_most, table


@pytest.mark.parametrize(
    ("aim", "value", "met"),
    [(at_least(800), 800, True), (at_least(800), 799, False), (at_most(50), 50, True), (at_most(50), 51, False)],
)
def test_an_aim_is_met_up_to_its_own_value(aim: Aim, value: float, *, met: bool) -> None:
    assert Figure("check-ins", value, "/s", aim).met is met


def test_a_figure_without_an_aim_is_neither_met_nor_missed() -> None:
    assert Figure("check-ins", 1, "/s").met is None


def test_a_row_shows_a_figure_beside_another_with_their_ratio() -> None:
    shown = table([Figure("check-ins", 1500, "/s", at_least(2000), Beside("bare driver", 3000))])

    row = shown.splitlines()[-1]
    assert [cell.strip() for cell in row.split("  ") if cell.strip()] == [
        "check-ins",
        "1,500 /s",
        "3,000 bare driver",
        "0.50",
        "≥ 2,000 /s",
        "NO",
    ]


def test_a_group_is_measured_and_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main("commands", quick=True) == 0

    assert "route and authorise" in capsys.readouterr().out


def test_figures_are_printed_for_machines_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert main("commands", quick=True, json=True) == 0

    printed = json.loads(capsys.readouterr().out)
    assert {figure["unit"] for figure in printed["figures"]} == {"µs"}
    assert printed["circumstances"]["processors"] >= 1


def test_an_unknown_group_is_refused_with_the_names_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main("everything") == 2

    assert (
        "checkins, commands, ticks, pictures, matching, starting, imports, discord, telegram" in capsys.readouterr().err
    )
