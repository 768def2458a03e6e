"""The file that an imported framework is kept in: its tables, their rows, and the facts of the whole."""

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import NamedTuple

from bot.core.domain.frameworks import OWN_IMPORTANCES, OWN_LEVELS, Scale

FORMAT = 1
"""Raised when the tables, or what is folded into `names`, change; a file of another format asks to be imported anew."""

ENDING = ".sqlite"

TABLES: Mapping[str, str] = {
    "framework": "facts TEXT PRIMARY KEY",
    "ladders": "id TEXT PRIMARY KEY, title TEXT, family TEXT",
    "competencies": "id TEXT PRIMARY KEY, title TEXT, kind TEXT, part TEXT, aliases TEXT, names TEXT",
    "indicators": "competency TEXT, level INTEGER, words TEXT, PRIMARY KEY (competency, level)",
    "roles": "id TEXT PRIMARY KEY, title TEXT, ladder TEXT, level INTEGER, aliases TEXT, names TEXT, stand_in TEXT",
    "requirements": "role TEXT, competency TEXT, level REAL, importance REAL, imprecise INTEGER, irrelevant INTEGER, "
    "PRIMARY KEY (role, competency)",
}


class LadderRow(NamedTuple):
    """A ladder."""

    id: str
    title: str
    family: str


class CompetencyRow(NamedTuple):
    """A competency; `aliases` has one a line, `names` is what a search looks at."""

    id: str
    title: str
    kind: str
    part: str
    aliases: str
    names: str


class IndicatorRow(NamedTuple):
    """What a level of a competency looks like."""

    competency: str
    level: int
    words: str


class RoleRow(NamedTuple):
    """A role; `stand_in` is the one whose requirements are shown for it where it has none."""

    id: str
    title: str
    ladder: str
    level: int
    aliases: str
    names: str
    stand_in: str


class RequirementRow(NamedTuple):
    """What a role asks of a competency, in the framework's own scales."""

    role: str
    competency: str
    level: float
    importance: float
    imprecise: bool
    irrelevant: bool


@dataclass(frozen=True)
class Facts:
    """What is known of a framework as a whole: `source` is a digest of its files, `counts` says what was in them."""

    title: str
    summary: str
    language: str
    edition: str
    credit: str
    source: str
    levels: Scale = OWN_LEVELS
    importances: Scale = OWN_IMPORTANCES
    counts: Mapping[str, int] = field(default_factory=dict)
    compared: tuple[str, ...] = ()
    """The parts whose competencies roles are compared by unless others are asked for; none named means all."""
    version: int = 1

    def dumped(self) -> str:
        """Write them as they are kept."""
        return json.dumps(asdict(self), ensure_ascii=False)


def read_facts(file: Path) -> Facts | None:
    """Read what is known of a kept framework; None where there is none, or one that this release can't read."""
    if not file.exists():
        return None
    try:
        with closing(open_kept(file)) as link:
            return facts_of(link)
    except sqlite3.DatabaseError:
        return None


def open_kept(file: Path) -> sqlite3.Connection:
    """Open a kept framework to read in any one thread at a time; it never changes, only another takes its place."""
    address = f"{file.absolute().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(address, uri=True, check_same_thread=False)


def facts_of(link: sqlite3.Connection) -> Facts | None:
    """Read what is known of the framework that a connection is open on; None where it is of another format."""
    (version,) = link.execute("PRAGMA user_version").fetchone()
    if version != FORMAT:
        return None
    told = json.loads(link.execute("SELECT facts FROM framework").fetchone()[0])
    scales = {name: Scale(**told[name]) for name in ("levels", "importances")}
    return Facts(**{**told, **scales, "compared": tuple(told["compared"])})
