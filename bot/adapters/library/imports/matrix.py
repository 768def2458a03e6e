"""The importer of a plain CSV matrix: a row for each competency that a role asks for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bot.adapters.library.drafting import Draft
from bot.adapters.library.imports.releases import digest
from bot.adapters.library.imports.reports import Imported, imported, unchanged
from bot.adapters.library.imports.tables import Progress, Table, number
from bot.adapters.library.kept import ENDING, CompetencyRow, Facts, LadderRow, RequirementRow, RoleRow, read_facts
from bot.adapters.library.loading import BadContent
from bot.core.domain.frameworks import OWN_IMPORTANCES, UNPLACED, CompetencyKind, Scale
from bot.core.domain.ids import FrameworkId
from bot.core.domain.naming import fold, searchable

_COLUMNS = ("role", "competency", "level", "importance")
_OPTIONAL = ("ladder", "ladder level", "kind", "aliases", "role aliases")
_DELIMITERS = (",", ";", "\t")
_HIGHEST_PLACE = 100
_BETWEEN_ALIASES = re.compile(r"[;|\n]")


@dataclass(frozen=True)
class About:
    """What the file itself doesn't say; `highest` is the top of its levels, which begin at 0."""

    framework: FrameworkId
    title: str
    highest: float
    credit: str = ""
    edition: str = ""


@dataclass
class _Named:
    """A role or competency as its rows tell of it."""

    title: str
    told: tuple[str, ...]
    aliases: dict[str, None] = field(default_factory=dict)


def import_matrix(file: Path, kept: Path, progress: Progress, about: About) -> Imported:
    """Bring a matrix into `kept`, or leave what is there where it is the same.

    Raises:
        BadContent: the file can't be used; what was kept stays.
    """
    source = digest([file], "csv", repr(about))
    before = read_facts(kept / f"{about.framework}{ENDING}")
    if before and before.source == source:
        return unchanged(about.framework, before)
    with Draft(kept, about.framework) as draft:
        facts = _Import(file, draft, progress, about).run(source)
        return imported(about.framework, draft.keep(facts), before)


class _Import:
    """One import on its way into a draft."""

    def __init__(self, file: Path, draft: Draft, progress: Progress, about: About) -> None:
        self._file, self._draft, self._progress, self._about = file, draft, progress, about
        self._roles: dict[str, _Named] = {}
        self._competencies: dict[str, _Named] = {}
        self._pairs: set[tuple[str, str]] = set()
        self._whole = True

    def run(self, source: str) -> Facts:
        """Read everything, and return the facts of the whole."""
        self._draft.requirements(self._requirement_rows())
        if not self._pairs:
            raise BadContent(self._file, "there is no row in it")
        self._draft.competencies(
            CompetencyRow(
                key,
                each.title,
                each.told[0] or CompetencyKind.HARD.value,
                "",
                "\n".join(each.aliases),
                _names(key, each),
            )
            for key, each in self._competencies.items()
        )
        self._draft.roles(
            RoleRow(
                key, each.title, fold(each.told[0]), int(each.told[1]), "\n".join(each.aliases), _names(key, each), ""
            )
            for key, each in self._roles.items()
        )
        ladders = {fold(each.told[0]): each.told[0] for each in self._roles.values()}
        self._draft.ladders(LadderRow(key, title, "") for key, title in ladders.items())
        return Facts(
            title=self._about.title,
            summary="",
            language="",
            edition=self._about.edition,
            credit=self._about.credit,
            source=source,
            levels=Scale(0, self._about.highest, whole=self._whole),
            counts={
                "roles": len(self._roles),
                "roles_rated": len(self._roles),
                "competencies": len(self._competencies),
                "rows": len(self._pairs),
            },
        )

    def _requirement_rows(self) -> Iterator[RequirementRow]:
        table = Table(self._file, _COLUMNS, _OPTIONAL, delimiter=_delimiter_of(self._file))
        for line, (role, competency, level, importance, *more) in table.rows(self._progress):
            ladder, place, kind, aliases, role_aliases = more
            placed = (
                str(int(number(self._file, line, "ladder level", place, 1, _HIGHEST_PLACE))) if place else str(UNPLACED)
            )
            asking = self._met(line, "role", role, self._roles, (ladder, placed), role_aliases)
            asked = self._met(line, "competency", competency, self._competencies, (self._kind(line, kind),), aliases)
            if (asking, asked) in self._pairs:
                raise BadContent(self._file, f"{role} asks for {competency} twice", line=line, field="competency")
            self._pairs.add((asking, asked))
            wanted = number(self._file, line, "level", level, 0, self._about.highest)
            self._whole = self._whole and wanted.is_integer()
            weighed = number(
                self._file, line, "importance", importance, OWN_IMPORTANCES.lowest, OWN_IMPORTANCES.highest
            )
            yield RequirementRow(asking, asked, wanted, weighed, imprecise=False, irrelevant=False)

    def _met(
        self, line: int, column: str, title: str, known: dict[str, _Named], told: tuple[str, ...], aliases: str
    ) -> str:
        """Note what a row tells of something, and return its id; rows may leave out what others tell, not deny it."""
        key = fold(title).replace(" ", "-")
        if not key:
            raise BadContent(self._file, "is empty", line=line, field=column)
        named = known.setdefault(key, _Named(title, told))
        nothing = ("", str(UNPLACED))
        merged = tuple(new if old in nothing else old for old, new in zip(named.told, told, strict=True))
        for old, new in zip(merged, told, strict=True):
            if new not in nothing and fold(old) != fold(new):
                raise BadContent(
                    self._file, f"{title} was {old} on another line, and is {new} here", line=line, field=column
                )
        named.told = merged
        named.aliases |= dict.fromkeys(each.strip() for each in _BETWEEN_ALIASES.split(aliases) if each.strip())
        return key

    def _kind(self, line: int, kind: str) -> str:
        said = kind.casefold()
        if said and said not in {each.value for each in CompetencyKind}:
            raise BadContent(self._file, f"{kind[:40]!r} is neither hard nor soft", line=line, field="kind")
        return said


def _names(key: str, named: _Named) -> str:
    return searchable(named.title, *named.aliases, key)


def _delimiter_of(file: Path) -> str:
    """Take the delimiter that the first line has most of."""
    try:
        with file.open(encoding="utf-8-sig", errors="replace") as opened:
            first = opened.readline()
    except OSError as error:
        raise BadContent(file, error.strerror or "can't be read") from error
    return max(_DELIMITERS, key=first.count)
