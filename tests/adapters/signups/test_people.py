"""Sign-up sheets as mentors and mentees."""

import json
from datetime import date
from pathlib import Path

import pytest

from bot.adapters.signups.maps import no_map, read_map
from bot.adapters.signups.people import Signups, read_signups
from bot.adapters.signups.sheets import BadSheet
from bot.core.domain.matching import read_hours

MENTORS = "mentor,competencies\nana,python:4\n"
MENTEES = "mentee,needs\nlee,python:1:3\n"


def signups(tmp_path: Path, mentors: str = MENTORS, mentees: str = MENTEES, mapped: str = "") -> Signups:
    for name, content in (("m.csv", mentors), ("e.csv", mentees), ("map.yaml", mapped)):
        (tmp_path / name).write_text(content, "utf-8")
    names = read_map(tmp_path / "map.yaml") if mapped else no_map()
    return read_signups(tmp_path / "m.csv", tmp_path / "e.csv", names)


def test_a_mentor_s_row_is_a_mentor(tmp_path: Path) -> None:
    mentors = (
        "mentor,competencies,capacity,languages,zone,availability,preferences,team,paused_until,not_with,past\n"
        'ana,"Python:4;  Public  Speaking:2",3,"EN, es",Europe/Madrid,Mon 18-20,remote,Red,2026-12-01,lee,"max;kim"\n'
    )

    (ana,) = signups(tmp_path, mentors).guides

    assert ana.levels == {"python": 4, "public speaking": 2}
    assert (ana.free, ana.languages, ana.zone, ana.team) == (3, ("en", "es"), "Europe/Madrid", "red")
    assert ana.hours == read_hours(["Mon 18-20"])
    assert ana.preferences == {"remote"}
    assert ana.paused_until == date(2026, 12, 1)
    assert ana.apart == {"lee", "max", "kim"}


def test_a_mentee_s_row_is_a_mentee(tmp_path: Path) -> None:
    mentees = 'mentee,needs,wishes,waited\nlee,"python:1:3:0.5|go:4|testing|sql:?:2",bo;ana,2\n'

    (lee,) = signups(tmp_path, mentees=mentees).seekers

    cells = [(cell.competency.id, cell.current, cell.required, cell.weight) for cell in lee.matrix.cells]
    assert cells == [("python", 1, 3, 0.5), ("go", None, 4, 1.0), ("testing", None, 5, 1.0), ("sql", None, 2, 1.0)]
    assert (lee.wishes, lee.waited) == (("bo", "ana"), 2)


def test_what_isn_t_filled_in_is_nothing_said(tmp_path: Path) -> None:
    found = signups(tmp_path)

    (ana,), (lee,) = found.guides, found.seekers
    assert (ana.free, ana.languages, ana.hours, ana.preferences) == (1, (), None, frozenset())
    assert (lee.languages, lee.zone, lee.waited) == ((), "", 0)


def test_a_rule_is_in_force_where_both_sheets_ask(tmp_path: Path) -> None:
    both = "mentor,competencies,languages,zone\nana,python:4,,\n", "mentee,needs,languages,zone\nlee,python,,\n"
    one = both[0], MENTEES

    asked, unasked = signups(tmp_path, *both).terms, signups(tmp_path, *one).terms

    assert (asked.with_language, asked.with_hours) == (True, True)
    assert (unasked.with_language, unasked.with_hours) == (False, False)


@pytest.mark.parametrize(
    ("cell", "key"),
    [
        ("competencies=python", "levels"),
        ("competencies=python:high", "level"),
        ("zone=Madrid", "zone"),
        ("availability=evenings", "hours"),
        ("availability=Mon 9-12", "hours-without-zone"),
        ("paused_until=soon", "day"),
        ("capacity=many", "whole"),
    ],
)
def test_a_wrong_cell_of_a_mentor_is_named(tmp_path: Path, cell: str, key: str) -> None:
    column, value = cell.split("=")
    cells = {"mentor": "ana", "competencies": "python:4", column: value}

    with pytest.raises(BadSheet) as refused:
        signups(tmp_path, ",".join(cells) + "\n" + ",".join(cells.values()) + "\n")

    assert (key, 2, column) in [(each.key, each.line, each.column) for each in refused.value.problems]


@pytest.mark.parametrize(
    ("needs", "key"),
    [("python:1:2:3:4", "needs"), (":3", "needs"), ("python:1:x", "level"), ("python:1:3:2", "weight")],
)
def test_a_wrong_need_is_named(tmp_path: Path, needs: str, key: str) -> None:
    with pytest.raises(BadSheet) as refused:
        signups(tmp_path, mentees=f"mentee,needs\nlee,{needs}\n")

    assert [(each.key, each.line) for each in refused.value.problems] == [(key, 2)]


@pytest.mark.parametrize("form", ["yaml", "json"])
def test_a_map_says_which_heading_is_which_column(tmp_path: Path, form: str) -> None:
    said = {"mentors": {"Name": "mentor", "Can": "competencies"}, "mentees": {"Name": "mentee"}, "Wants": "needs"}
    mapped = (
        json.dumps(said)
        if form == "json"
        else "mentors: {Name: mentor, Can: competencies}\nmentees:\n  Name: mentee\nWants: needs\n"
    )

    found = signups(tmp_path, "Name,Can\nana,python:4\n", "Name,Wants\nlee,python\n", mapped)

    assert (found.guides[0].member, found.seekers[0].member) == ("ana", "lee")


@pytest.mark.parametrize(
    ("mapped", "key"),
    [
        ("Name: person", "map-column"),
        ("just words", "no-map"),
        ("{", "not-yaml"),
        ("mentees: {X: capacity}", "map-column"),
    ],
)
def test_a_wrong_map_is_refused(tmp_path: Path, mapped: str, key: str) -> None:
    with pytest.raises(BadSheet) as refused:
        signups(tmp_path, mapped=mapped)

    assert [each.key for each in refused.value.problems] == [key]


def test_a_map_that_can_t_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "latin.yaml").write_bytes(b"N\xe1me: mentor")
    for name, key in (("nowhere.yaml", "no-file"), ("latin.yaml", "not-utf8")):
        with pytest.raises(BadSheet) as refused:
            read_map(tmp_path / name)
        assert [each.key for each in refused.value.problems] == [key]
