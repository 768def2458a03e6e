"""The importer of the ESCO classification, CSV from version 1.1 on: occupations, skills, and what needs what."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from bot.adapters.library.drafting import Draft
from bot.adapters.library.imports.releases import UNKNOWN_EDITION, Release, digest, entitled
from bot.adapters.library.imports.reports import Imported, imported, unchanged
from bot.adapters.library.imports.tables import Progress, Row, Table
from bot.adapters.library.kept import ENDING, CompetencyRow, Facts, LadderRow, RequirementRow, RoleRow, read_facts
from bot.adapters.library.loading import BadContent
from bot.core.domain.frameworks import UNPLACED, CompetencyKind
from bot.core.domain.ids import FrameworkId
from bot.core.domain.naming import searchable

ESCO = FrameworkId("esco")

CREDIT = (
    "This service uses the ESCO classification of the European Commission. Levels and importances are not part of it: "
    "they are Menteo's reading of its essential and optional skills."
)
"""The first sentence as the terms of use ask for it; the second says what was added, which they ask for too."""

ASKED: Mapping[str, tuple[float, float]] = {"essential": (3, 5), "optional": (2, 3)}
"""Level and importance; ESCO has none. An essential skill is asked at level 3 (done alone, whatever comes) as decisive,
an optional one, needed by some who hold the job, at level 2 (done alone, within known bounds) as important."""

SKILL_LEVELS: Mapping[str, int] = {"1": 4, "2": 4, "3": 3, **dict.fromkeys("45678", 2), "9": 1}
"""ISCO-08's skill level of each major group; of the armed forces (0) it has several, so none is told. Managers (1) have
3 and 4."""

COUNTED = ("rows", "essential", "optional", "unresolved")
"""What is counted of the relations."""

_ANCHOR = "occupations_{language}"
_EDITION = r"v(\d+)\.(\d+)(?:\.(\d+))?"
_TRANSVERSAL = "transversal"
_COMMA = ","


def import_esco(directory: Path, kept: Path, progress: Progress, edition: str = "", language: str = "en") -> Imported:
    """Bring a release into `kept`, or leave what is there where it is the same.

    Raises:
        BadContent: a table can't be used; what was kept stays.
    """
    occupations = _ANCHOR.format(language=language)
    release = Release(directory, (occupations,))
    files = (
        release.need(occupations),
        release.need(f"skills_{language}"),
        release.need("occupationSkillRelations", f"occupationSkillRelations_{language}"),
    )
    edition = edition or release.edition(_EDITION) or UNKNOWN_EDITION
    source = digest(files, "esco", edition, language)
    before = read_facts(kept / f"{ESCO}{ENDING}")
    if before and before.source == source:
        return unchanged(ESCO, before)
    with Draft(kept, ESCO) as draft:
        counts = _Import(files, draft, progress).run()
        facts = Facts(
            title=entitled("ESCO", edition),
            summary="Occupations of Europe with the skills that are essential or optional in each.",
            language=language,
            edition=edition,
            credit=CREDIT,
            source=source,
            counts=counts,
        )
        return imported(ESCO, draft.keep(facts), before)


class _Import:
    """One import on its way into a draft."""

    def __init__(self, files: tuple[Path, Path, Path], draft: Draft, progress: Progress) -> None:
        (self._occupations, self._skills, self._relations), self._draft, self._progress = files, draft, progress
        self._known_roles: set[str] = set()
        self._known_skills: set[str] = set()
        self._groups: set[str] = set()
        self._rated: set[str] = set()
        self._counts = dict.fromkeys(COUNTED, 0)

    def run(self) -> Mapping[str, int]:
        """Read everything, and return what was in it."""
        self._draft.roles(self._role_rows())
        self._draft.competencies(self._competency_rows())
        self._draft.requirements(self._requirement_rows())
        self._draft.ladders(LadderRow(each, f"ISCO {each}", "") for each in sorted(self._groups))
        return {
            "roles": len(self._known_roles),
            "roles_rated": len(self._rated),
            "roles_without_ratings": len(self._known_roles - self._rated),
            "competencies": len(self._known_skills),
            **self._counts,
        }

    def _role_rows(self) -> Iterator[RoleRow]:
        columns = ("conceptUri", "preferredLabel", "iscoGroup")
        for line, (uri, title, isco, *labels) in self._rows(self._occupations, columns, "altLabels", "hiddenLabels"):
            code = self._new(self._occupations, line, uri, title, self._known_roles)
            group, aliases = isco.removeprefix("C")[:2], _labels(labels)
            self._groups.add(group)
            level = SKILL_LEVELS.get(group[:1], UNPLACED)
            yield RoleRow(code, title, group, level, "\n".join(aliases), searchable(title, *aliases, code), "")

    def _competency_rows(self) -> Iterator[CompetencyRow]:
        columns = ("conceptUri", "preferredLabel")
        optional = ("skillType", "reuseLevel", "altLabels", "hiddenLabels")
        for line, (uri, title, part, reuse, *labels) in self._rows(self._skills, columns, *optional):
            code, aliases = self._new(self._skills, line, uri, title, self._known_skills), _labels(labels)
            kind = CompetencyKind.SOFT if reuse == _TRANSVERSAL else CompetencyKind.HARD
            yield CompetencyRow(code, title, kind.value, part, "\n".join(aliases), searchable(title, *aliases, code))

    def _requirement_rows(self) -> Iterator[RequirementRow]:
        file, counts = self._relations, self._counts
        for line, (occupation, relation, skill) in self._rows(file, ("occupationUri", "relationType", "skillUri")):
            counts["rows"] += 1
            if relation not in ASKED:
                reason = f"{relation[:40]!r} is neither essential nor optional"
                raise BadContent(file, reason, line=line, field="relationType")
            role, competency = _code(occupation), _code(skill)
            if role not in self._known_roles or competency not in self._known_skills:
                counts["unresolved"] += 1
                continue
            counts[relation] += 1
            self._rated.add(role)
            yield RequirementRow(role, competency, *ASKED[relation], imprecise=False, irrelevant=False)

    def _rows(self, file: Path, columns: tuple[str, ...], *optional: str) -> Iterator[Row]:
        return Table(file, columns, optional, delimiter=_COMMA).rows(self._progress)

    def _new(self, file: Path, line: int, uri: str, title: str, known: set[str]) -> str:
        code = _code(uri)
        if not code:
            raise BadContent(file, "is empty", line=line, field="conceptUri")
        if not title:
            raise BadContent(file, "is empty", line=line, field="preferredLabel")
        if code in known:
            raise BadContent(file, f"{uri} is there twice", line=line, field="conceptUri")
        known.add(code)
        return code


def _code(uri: str) -> str:
    """Take what tells a concept from others of its kind: the last part of its address."""
    return uri.rstrip("/").rpartition("/")[2]


def _labels(cells: list[str]) -> list[str]:
    """List other labels, each once: a cell has one a line."""
    return list(dict.fromkeys(each.strip() for cell in cells for each in cell.splitlines() if each.strip()))
