"""The commands that need no chat and no database: taking frameworks in, comparing roles, matching from sheets."""

import json
import sys
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import App, Parameter

from bot.commandline import BAD_SHEET, CONFIG, LANGUAGE, UNCLEAR, Json, configured, guarded, speaking

if TYPE_CHECKING:
    from bot.importing import Importer

Release = Annotated[str, Parameter(name="--release", help="Its number, where its files don't tell.")]
Sheet = Annotated[Path | None, Parameter(group="Sheets")]

offline = App()
taking = App(name="import", help="Take in a framework: public data, or one of your own. A second time changes nothing.")
offline.command(taking)


@taking.command
def onet(directory: Path, /, *, release: Release = "", as_json: Json = False) -> int:
    """Take in a release of the O*NET database, unpacked: text or Excel."""
    from bot.adapters.library.imports.onet import import_onet

    return guarded(partial(_take_in, partial(import_onet, directory, edition=release), as_json=as_json))


@taking.command
def esco(directory: Path, /, *, release: Release = "", language: str = LANGUAGE, as_json: Json = False) -> int:
    """Take in a release of the ESCO classification, unpacked: CSV, in the language that is in the files' names."""
    from bot.adapters.library.imports.esco import import_esco

    how = partial(import_esco, directory, edition=release, language=language)
    return guarded(partial(_take_in, how, as_json=as_json))


@taking.command
def csv(
    file: Path,
    /,
    *,
    name: Annotated[str, Parameter(name="--id", help="What commands call it; made of the file's name.")] = "",
    title: Annotated[str, Parameter(help="What people read; the file's name unless given.")] = "",
    highest: Annotated[float, Parameter(help="The highest level; the lowest is 0.")] = 5,
    credit: Annotated[str, Parameter(help="The line that the data's licence asks for.")] = "",
    release: Release = "",
    as_json: Json = False,
) -> int:
    """Take in a matrix: role, competency, level, importance; ladder, ladder level, kind, aliases, role aliases."""
    from bot.importing import Matrix

    how = Matrix(file, CONFIG / "frameworks", name, title, highest, credit, release)
    return guarded(partial(_take_in, how.take_in, as_json=as_json))


@taking.command
def framework(file: Path, /, *, as_json: Json = False) -> int:
    """Take in a framework file, YAML or TOML, by its schema; a higher version takes the place of an earlier one."""
    from bot.importing import take_in_file

    return guarded(partial(_take_in, partial(take_in_file, file, CONFIG / "frameworks"), as_json=as_json))


@offline.command
def gap(
    from_role: str,
    to_role: str,
    /,
    *,
    framework: str,
    part: Annotated[tuple[str, ...], Parameter(help="O*NET has skills, knowledge, abilities; skills by default.")] = (),
    as_json: Json = False,
) -> int:
    """Say how far one role is from another, each by its code or in words, competency by competency."""
    return guarded(partial(_compare, from_role, to_role, framework, part, as_json=as_json))


@offline.command(name="match")
def match_from_sheets(  # noqa: PLR0913  an option of the command line each
    *,
    mentors: Sheet = None,
    mentees: Sheet = None,
    edges: Sheet = None,
    capacity: Sheet = None,
    mapped: Annotated[Path | None, Parameter(name="--map", group="Sheets")] = None,
    objective: Literal["most", "total", "fair", "stable"] = "most",
    day: date | None = None,
    as_json: Json = False,
) -> int:
    """Find the best pairing there is, from CSV files, with no database and no chat.

    Give --mentors and --mentees, or --edges and --capacity. docs/matching.md has an example of each.

    Parameters
    ----------
    mentors
        A sheet with the columns mentor and competencies (kubernetes:4; python:3), and if wanted capacity (1 unless
        said), languages, zone, availability (Mon-Fri 18:00-20:00), preferences, team, paused_until, not_with, past.
    mentees
        A sheet with the columns mentee and needs (kubernetes:1:4:0.8, which is level now, level wanted, weight), and
        if wanted languages, zone, availability, preferences, team, wishes, waited, not_with, past.
    edges
        A sheet with the columns mentee, mentor and score; a pair that isn't in it is forbidden.
    capacity
        A sheet with the columns mentor and capacity.
    mapped
        A YAML or JSON file with a line "their heading: our column" for each column that is called otherwise.
    objective
        What the round is best in: the most pairs and then the best total; the best total alone; the worst-off pair,
        then the next; or that no two would both rather have each other.
    day
        On which day pauses and clocks are looked at; today unless said.
    """
    from bot.adapters.signups.sheets import BadSheet
    from bot.core.domain.matching import Objective
    from bot.rounds import match_people, match_scores, problem_lines

    say, goal = speaking("matching", "pairings"), Objective(objective)
    today = day or datetime.now(UTC).date()
    try:
        if mentors and mentees and not edges and not capacity:
            told = match_people(mentors, mentees, mapped, goal, today, say)
        elif edges and capacity and not mentors and not mentees:
            told = match_scores(edges, capacity, mapped, goal, say)
        else:
            print(say("match-which-sheets"), file=sys.stderr)
            return BAD_SHEET
    except BadSheet as error:
        print(*problem_lines(error.problems, say), sep="\n", file=sys.stderr)
        return BAD_SHEET
    print(json.dumps(told.data, ensure_ascii=False) if as_json else "\n".join(told.lines))
    return 0


def _take_in(how: "Importer", *, as_json: bool) -> int:
    from bot.importing import DIRECTORY, take_in

    say = speaking("frameworks")
    told = take_in(how, configured().data.directory / DIRECTORY, say)
    print(json.dumps(told.as_data(), ensure_ascii=False) if as_json else "\n".join(told.as_lines(say)))
    return 0


def _compare(origin: str, target: str, framework: str, parts: tuple[str, ...], *, as_json: bool) -> int:
    from bot.adapters.library.shelf import Shelf
    from bot.comparing import Unclear, as_data, as_lines, compare
    from bot.core.domain.ids import FrameworkId
    from bot.importing import DIRECTORY

    shelf = Shelf(CONFIG / "frameworks", configured().data.directory / DIRECTORY)
    try:
        found = compare(shelf, FrameworkId(framework), origin, target, parts)
    except Unclear as error:
        print(speaking("frameworks")(f"compare-{error.reason}", **error.facts), file=sys.stderr)
        return UNCLEAR
    print(
        json.dumps(as_data(found), ensure_ascii=False)
        if as_json
        else "\n".join(as_lines(found, speaking("frameworks")))
    )
    return 0
