"""Roles of imported frameworks as members aim at them: named all at once, read one at a time.

Outside its file, what an imported framework names is called `<framework>:<id>`: other frameworks may use the same id
for something else, on another scale.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from bot.adapters.library.kept import ENDING, Facts, facts_of, open_kept, read_facts
from bot.core.domain.errors import NotFound
from bot.core.domain.frameworks import (
    Competency,
    CompetencyKind,
    DestinationRole,
    Framework,
    Ladder,
    Requirement,
    RoleName,
    weight_of,
)
from bot.core.domain.ids import CompetencyId, FrameworkId, LadderId, RoleId
from bot.core.domain.naming import searchable
from bot.core.domain.versions import FrameworkVersion

MARK = ":"
"""Between a framework's id and an id of its own; no id of Menteo's own frameworks has it."""


class Imported:
    """The imported frameworks of an installation; every call reads the files as they are now, on a link of its own."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory

    def has(self, framework: FrameworkId) -> bool:
        """Tell whether there is one of this id."""
        return any(file.stem == framework for file in self._files())

    def versions(self) -> Sequence[FrameworkVersion]:
        """List the versions that are here; files that can't be read have none."""
        found = [(file.stem, read_facts(file)) for file in self._files()]
        return [FrameworkVersion(FrameworkId(each), facts.version) for each, facts in found if facts]

    def role_names(self) -> Sequence[RoleName]:
        """Name every role that asks something itself or has a stand-in; files that can't be read name none."""
        return [each for file in self._files() for each in _names_in(file)]

    def role(self, role: str) -> tuple[Framework, DestinationRole]:
        """Read a role with as much of its framework as it asks, or raise `NotFound`."""
        framework, _, code = role.partition(MARK)
        with closing(self._open(framework)) as link:
            return _aimed_at(FrameworkId(framework), _facts(link), link, code)

    def competencies(self, competencies: Iterable[str]) -> Framework:
        """Read competencies of the framework that the first of them is of, or raise `NotFound`."""
        wanted = [each.partition(MARK) for each in competencies]
        framework = next((each[0] for each in wanted), "")
        with closing(self._open(framework)) as link:
            codes = [code for owner, _, code in wanted if owner == framework]
            return _framework(FrameworkId(framework), _facts(link), _competencies(link, framework, codes))

    def facts(self, framework: str) -> Facts:
        """Read what is known of a framework as a whole, or raise `NotFound`."""
        with closing(self._open(framework)) as link:
            return _facts(link)

    def _files(self) -> list[Path]:
        return sorted(file for file in self._directory.glob(f"*{ENDING}") if not file.name.startswith("."))

    def _open(self, framework: str) -> sqlite3.Connection:
        file = self._directory / f"{framework}{ENDING}"
        if file not in self._files():
            raise NotFound
        return open_kept(file)


def is_imported(name: str) -> bool:
    """Tell what an imported framework names from what Menteo's own do."""
    return MARK in name


def _facts(link: sqlite3.Connection) -> Facts:
    """Read a framework's facts; one that another release has kept, or that is no framework, isn't there."""
    try:
        facts = facts_of(link)
    except sqlite3.DatabaseError as error:
        raise NotFound from error
    if facts is None:
        raise NotFound
    return facts


_ASKED = (
    "SELECT competency, requirements.level, importance, imprecise FROM requirements "
    "JOIN competencies ON competencies.id = competency WHERE role = ? AND NOT irrelevant"
)
_NAMED = (
    "SELECT id, title, names FROM roles WHERE stand_in <> '' "
    "OR EXISTS (SELECT 1 FROM requirements WHERE requirements.role = roles.id) ORDER BY title, id"
)


def _names_in(file: Path) -> Iterator[RoleName]:
    """Name the roles of one file, each with the framework's title beside its own, which others may have, too."""
    with closing(open_kept(file)) as link:
        try:
            facts = _facts(link)
            rows = link.execute(_NAMED).fetchall()
        except (NotFound, sqlite3.DatabaseError):
            return
    for code, title, names in rows:
        role, label = f"{file.stem}{MARK}{code}", f"{title} ({facts.title})"
        yield RoleName(RoleId(role), label, facts.title, f"{names}{searchable(label, role)}")


def _aimed_at(
    framework: FrameworkId, facts: Facts, link: sqlite3.Connection, code: str
) -> tuple[Framework, DestinationRole]:
    query = "SELECT title, ladder, level, aliases, stand_in FROM roles WHERE id = ?"
    found = link.execute(query, (code,)).fetchone()
    if found is None:
        raise NotFound
    title, ladder, level, aliases, stand_in = found
    other = link.execute("SELECT title FROM roles WHERE id = ?", (stand_in,)).fetchone() if stand_in else None
    requires = _requirements(facts, link, framework, stand_in if other else code)
    competencies = {each.id: each for each in _competencies(link, framework, [_code(each) for each in requires])}
    role = DestinationRole(
        id=RoleId(f"{framework}{MARK}{code}"),
        title=title,
        ladder=LadderId(f"{framework}{MARK}{ladder}"),
        level=level,
        requires={each: asked for each, asked in requires.items() if each in competencies},
        aliases=tuple(aliases.splitlines()),
        stand_in=other[0] if other else "",
    )
    whole = _framework(framework, facts, competencies.values())
    ladders = link.execute("SELECT id, title, family FROM ladders WHERE id = ?", (ladder,))
    known = [Ladder(LadderId(f"{framework}{MARK}{each}"), name, family) for each, name, family in ladders]
    return replace(whole, ladders={each.id: each for each in known}, roles={role.id: role}), role


def _requirements(facts: Facts, link: sqlite3.Connection, framework: str, code: str) -> dict[CompetencyId, Requirement]:
    """Read what a role asks of the competencies that roles are compared by; what isn't needed is nothing to aim at."""
    lowest, highest = facts.importances.lowest, facts.importances.highest
    parts = facts.compared or [part for (part,) in link.execute("SELECT DISTINCT part FROM competencies")]
    query = f"{_ASKED} AND part IN ({_marks(parts)}) ORDER BY competency"
    asked = {
        CompetencyId(f"{framework}{MARK}{each}"): Requirement(
            level, weight_of(importance, lowest=lowest, highest=highest), bool(imprecise)
        )
        for each, level, importance, imprecise in link.execute(query, (code, *parts))
    }
    return {each: need for each, need in asked.items() if need.weight > 0 and need.level > facts.levels.lowest}


def _competencies(link: sqlite3.Connection, framework: str, codes: Sequence[str]) -> list[Competency]:
    told: dict[str, dict[int, str]] = {}
    among = f"IN ({_marks(codes)})"
    indicators = f"SELECT competency, level, words FROM indicators WHERE competency {among} ORDER BY competency, level"  # noqa: S608  marks only
    for code, level, words in link.execute(indicators, codes):
        told.setdefault(code, {})[level] = words
    query = f"SELECT id, title, kind, aliases FROM competencies WHERE id {among} ORDER BY id"  # noqa: S608  marks only
    return [
        Competency(
            CompetencyId(f"{framework}{MARK}{code}"),
            title,
            CompetencyKind(kind),
            told.get(code, {}),
            tuple(aliases.splitlines()),
        )
        for code, title, kind, aliases in link.execute(query, codes)
    ]


def _framework(framework: FrameworkId, facts: Facts, competencies: Iterable[Competency]) -> Framework:
    return Framework(
        id=framework,
        version=facts.version,
        language=facts.language,
        title=facts.title,
        summary=facts.summary,
        competencies={each.id: each for each in competencies},
        ladders={},
        roles={},
        levels=facts.levels,
        importances=facts.importances,
        edition=facts.edition,
        credit=facts.credit,
    )


def _code(competency: CompetencyId) -> str:
    return competency.partition(MARK)[2]


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))
