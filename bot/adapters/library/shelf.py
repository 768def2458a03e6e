"""The frameworks that roles can be compared in: those of `config/`, and those that an installation has taken in."""

import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bot.adapters.library.frameworks import framework_file, framework_files, load_framework
from bot.adapters.library.kept import ENDING, Facts, facts_of, open_kept
from bot.adapters.library.loading import BadContent
from bot.core.domain.errors import NotFound
from bot.core.domain.frameworks import (
    Competency,
    CompetencyKind,
    DestinationRole,
    Framework,
    Ladder,
    Requirement,
    weight_of,
)
from bot.core.domain.ids import CompetencyId, FrameworkId, LadderId, RoleId
from bot.core.domain.naming import searchable

LANGUAGE = "en"


@dataclass(frozen=True)
class RoleName:
    """A role with its title, and all its names made `searchable`, the title first."""

    id: RoleId
    title: str
    names: str


class Opened(Protocol):
    """A framework that roles can be looked up in, however big it is."""

    def role_names(self) -> Sequence[RoleName]:
        """List the roles."""

    def brought(self, roles: Collection[RoleId], parts: Collection[str] = ()) -> Framework:
        """Return as much of the framework as these roles need, of these parts or of those that it is compared by.

        A role that has no ratings asks nothing, and one that says that something is irrelevant asks it with no weight.
        """

    def stand_in(self, role: RoleId) -> RoleId | None:
        """Return the role whose ratings are shown for one that has none; None where nobody's are."""

    def close(self) -> None:
        """Let go of what it is read from."""


class Shelf:
    """Opens frameworks by their ids; `installed` may not be there yet."""

    def __init__(self, shipped: Path, installed: Path) -> None:
        self._shipped, self._installed = shipped, installed

    def ids(self) -> list[FrameworkId]:
        """List what can be opened."""
        own = [file.stem for directory in (self._shipped, self._installed) for file in framework_files(directory)]
        return [FrameworkId(each) for each in sorted({*own, *(file.stem for file in self._kept())})]

    def open(self, framework: FrameworkId) -> Opened:
        """Open a framework.

        Raises:
            NotFound: there is none of that id.
            BadContent: it can't be used.
        """
        for directory in (self._shipped, self._installed):
            if file := framework_file(directory, framework):
                return _Own(load_framework(file, LANGUAGE))
        file = self._installed / f"{framework}{ENDING}"
        if file in self._kept():
            return _Kept(framework, file)
        raise NotFound

    def _kept(self) -> list[Path]:
        return sorted(file for file in self._installed.glob(f"*{ENDING}") if not file.name.startswith("."))


class _Own:
    """A framework file, read whole."""

    def __init__(self, framework: Framework) -> None:
        self._framework = framework

    def role_names(self) -> Sequence[RoleName]:
        roles = self._framework.roles.values()
        return [RoleName(each.id, each.title, searchable(each.title, *each.aliases, each.id)) for each in roles]

    def brought(self, roles: Collection[RoleId], parts: Collection[str] = ()) -> Framework:  # noqa: ARG002  it has none
        return self._framework

    def stand_in(self, role: RoleId) -> RoleId | None:  # noqa: ARG002  every role of a framework file asks something
        return None

    def close(self) -> None:
        pass


class _Kept:
    """An imported framework, read as far as it is asked for."""

    def __init__(self, framework: FrameworkId, file: Path) -> None:
        self._id = framework
        try:
            self._link = open_kept(file)
            facts = facts_of(self._link)
        except sqlite3.DatabaseError as error:
            raise BadContent(file, f"{error}: import it again") from error
        if facts is None:
            raise BadContent(file, "was kept by another release of Menteo: import it again")
        self._facts: Facts = facts

    def role_names(self) -> Sequence[RoleName]:
        rows = self._link.execute("SELECT id, title, names FROM roles ORDER BY id")
        return [RoleName(RoleId(code), title, names) for code, title, names in rows]

    def brought(self, roles: Collection[RoleId], parts: Collection[str] = ()) -> Framework:
        facts, kinds = self._facts, frozenset(parts or self._facts.compared)
        competencies = {each.id: each for each in self._competencies(kinds)}
        found = [self._role(role, competencies.keys()) for role in roles]
        return Framework(
            id=self._id,
            version=facts.version,
            language=facts.language,
            title=facts.title,
            summary=facts.summary,
            competencies=competencies,
            ladders={each.id: each for each in self._ladders()},
            roles={each.id: each for each in found},
            levels=facts.levels,
            importances=facts.importances,
            edition=facts.edition,
            credit=facts.credit,
        )

    def stand_in(self, role: RoleId) -> RoleId | None:
        found = self._link.execute("SELECT stand_in FROM roles WHERE id = ?", (role,)).fetchone()
        return RoleId(found[0]) if found and found[0] else None

    def _competencies(self, parts: Collection[str]) -> Iterable[Competency]:
        words: dict[str, dict[int, str]] = {}
        for competency, level, told in self._link.execute("SELECT * FROM indicators ORDER BY competency, level"):
            words.setdefault(competency, {})[level] = told
        rows = self._link.execute("SELECT id, title, kind, part, aliases FROM competencies ORDER BY id")
        for code, title, kind, part, aliases in rows:
            if not parts or part in parts:
                indicators: Mapping[int, str] = words.get(code, {})
                yield Competency(
                    CompetencyId(code), title, CompetencyKind(kind), indicators, tuple(aliases.splitlines())
                )

    def _ladders(self) -> Iterable[Ladder]:
        rows = self._link.execute("SELECT id, title, family FROM ladders")
        return [Ladder(LadderId(code), title, family) for code, title, family in rows]

    def _role(self, role: RoleId, competencies: Collection[CompetencyId]) -> DestinationRole:
        query = "SELECT title, ladder, level, aliases FROM roles WHERE id = ?"
        found = self._link.execute(query, (role,)).fetchone()
        if found is None:
            raise NotFound
        title, ladder, level, aliases = found
        requires = {code: asked for code, asked in self._requirements(role) if code in competencies}
        return DestinationRole(role, title, LadderId(ladder), level, requires, tuple(aliases.splitlines()))

    def _requirements(self, role: RoleId) -> Iterable[tuple[CompetencyId, Requirement]]:
        lowest, highest = self._facts.importances.lowest, self._facts.importances.highest
        query = "SELECT competency, level, importance, imprecise, irrelevant FROM requirements "
        query += "WHERE role = ? ORDER BY competency"
        for code, level, importance, imprecise, irrelevant in self._link.execute(query, (role,)):
            asked = (
                Requirement(self._facts.levels.lowest, 0.0)
                if irrelevant
                else Requirement(level, weight_of(importance, lowest=lowest, highest=highest), bool(imprecise))
            )
            yield CompetencyId(code), asked

    def close(self) -> None:
        self._link.close()
