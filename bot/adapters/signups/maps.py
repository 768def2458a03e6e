"""A map from the headings that a sheet has to the columns that Menteo knows, kept in a small YAML or JSON file."""

from collections.abc import Collection, Mapping
from pathlib import Path

import yaml

from bot.adapters.signups.people import MENTEES, MENTORS
from bot.adapters.signups.scores import CAPACITY, EDGES
from bot.adapters.signups.sheets import BadSheet, Problem

Names = Mapping[str, Mapping[str, str]]
"""Their headings and our columns, for each sheet."""

_SHEETS: Mapping[str, Collection[str]] = {"mentors": MENTORS, "mentees": MENTEES, "edges": EDGES, "capacity": CAPACITY}


def no_map() -> Names:
    """Their headings are ours."""
    return {sheet: {} for sheet in _SHEETS}


def read_map(path: Path) -> Names:
    """Read `their heading: our column`, for all sheets or under the name of one, or raise `BadSheet`."""
    try:
        said = yaml.load(path.read_text("utf-8-sig"), yaml.CSafeLoader)
    except OSError as error:
        raise BadSheet([Problem(str(path), "no-file", facts={"reason": error.strerror or ""})]) from None
    except UnicodeDecodeError:
        raise BadSheet([Problem(str(path), "not-utf8")]) from None
    except yaml.YAMLError as error:
        raise BadSheet([Problem(str(path), "not-yaml", facts={"reason": " ".join(str(error).split())})]) from None
    if not isinstance(said, dict):
        raise BadSheet([Problem(str(path), "no-map")])
    names: dict[str, dict[str, str]] = {sheet: {} for sheet in _SHEETS}
    problems = []
    for theirs, ours in said.items():
        inner = ours if isinstance(ours, dict) and theirs in _SHEETS else {theirs: ours}
        sheets = [theirs] if inner is ours else list(_SHEETS)
        for heading, column in inner.items():
            fitting = [sheet for sheet in sheets if column in _SHEETS[sheet]]
            if not fitting:
                known = ", ".join(dict.fromkeys(each for sheet in sheets for each in _SHEETS[sheet]))
                problems.append(
                    Problem(str(path), "map-column", column=str(heading), facts={"said": str(column), "known": known})
                )
            for sheet in fitting:
                names[sheet][str(heading)] = column
    if problems:
        raise BadSheet(problems)
    return names
