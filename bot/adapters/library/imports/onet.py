"""The importer of the O*NET database, text or Excel, with its file names from before and after release 30.3."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from bot.adapters.library.drafting import Draft
from bot.adapters.library.imports.onet_ratings import PARTS, SKILLS, Ratings
from bot.adapters.library.imports.onet_related import stand_ins
from bot.adapters.library.imports.releases import UNKNOWN_EDITION, Release, digest, entitled
from bot.adapters.library.imports.reports import Imported, imported, unchanged
from bot.adapters.library.imports.soc import CODE, MAJOR_GROUPS, group_of
from bot.adapters.library.imports.tables import Progress, Row, Table, number
from bot.adapters.library.kept import ENDING, CompetencyRow, Facts, IndicatorRow, LadderRow, RoleRow, read_facts
from bot.adapters.library.loading import BadContent
from bot.core.domain.frameworks import UNPLACED, CompetencyKind, Scale
from bot.core.domain.ids import FrameworkId
from bot.core.domain.naming import searchable

ONET = FrameworkId("onet")

LEVELS, IMPORTANCES = Scale(0, 7, whole=False), Scale(1, 5, whole=False)
"""LV and IM, unless `Scales Reference` says otherwise."""

CREDIT = (
    "This page includes information from the {title} Database by the U.S. Department of Labor, Employment and "
    "Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA. "
    "Menteo has modified all or some of this information. USDOL/ETA has not approved, endorsed, or tested these "
    "modifications."
)
"""As the licence's page asks for it, with its sentence on modified data: a gap is worked out from theirs."""

_ANCHOR = ("Occupation Data",)
_EDITION = r"(?:db|o\*?net)\D{0,3}(\d+)[._](\d+)"
_SOCIAL = "2.B.1."
"""The content model's social skills: working with people to achieve goals."""

_SOC, _ELEMENT = "O*NET-SOC Code", "Element ID"
_ZONES = (1, 5)


def import_onet(directory: Path, kept: Path, progress: Progress, edition: str = "") -> Imported:
    """Bring a release into `kept`, or leave what is there where it is the same.

    Raises:
        BadContent: a table can't be used; what was kept stays.
    """
    release = Release(directory, _ANCHOR)
    edition = edition or release.edition(_EDITION, "Read Me", "ReadMe") or UNKNOWN_EDITION
    files = _Files(release)
    source = digest(files.all(), "onet", edition)
    before = read_facts(kept / f"{ONET}{ENDING}")
    if before and before.source == source:
        return unchanged(ONET, before)
    with Draft(kept, ONET) as draft:
        facts = _Import(files, draft, progress).run(edition, source)
        return imported(ONET, draft.keep(facts), before)


class _Files:
    """The tables of a release that are read; those that only add to it may be missing."""

    def __init__(self, release: Release) -> None:
        self.occupations = release.need(*_ANCHOR)
        self.ratings = [(part, file) for part, names in PARTS.items() for file in _present(release, names)]
        if SKILLS not in dict(self.ratings):
            release.need("Skills", "Essential Skills", "Transferable Skills")
        self.scales = release.find("Scales Reference")
        self.anchors = release.find("Level Scale Anchors")
        self.zones = release.find("Job Zones")
        self.related = release.find("Related Occupations")
        self.titles = [each for each in map(release.find, ("Alternate Titles", "Sample of Reported Titles")) if each]

    def all(self) -> list[Path]:
        """List them."""
        others = (self.scales, self.anchors, self.zones, self.related)
        return [self.occupations, *(file for _, file in self.ratings), *filter(None, others), *self.titles]


def _present(release: Release, names: tuple[tuple[str, ...], ...]) -> list[Path]:
    """Find a part's tables by the first set of names of which any is there."""
    for together in names:
        if found := [file for file in map(release.find, together) if file]:
            return found
    return []


class _Import:
    """One import on its way into a draft."""

    def __init__(self, files: _Files, draft: Draft, progress: Progress) -> None:
        self._files, self._draft, self._progress = files, draft, progress

    def run(self, edition: str, source: str) -> Facts:
        """Read everything, and return the facts of the whole."""
        title = entitled("O*NET", edition)
        importances, levels = self._scales()
        titles = self._titles()
        ratings = Ratings(titles.keys(), importances, levels, self._progress)
        for part, file in self._files.ratings:
            self._draft.requirements(ratings.read(part, file))
        self._draft.competencies(
            CompetencyRow(element, name, _kind(element).value, part, "", searchable(name, element))
            for element, (name, part) in sorted(ratings.elements.items())
        )
        self._draft.indicators(self._indicators(ratings.elements.keys()))
        lacking = titles.keys() - ratings.rated
        relieved = stand_ins(self._files.related, lacking, ratings.rated, self._progress)
        self._draft.roles(self._roles(titles, relieved))
        groups = sorted({group_of(code) for code in titles})
        self._draft.ladders(LadderRow(each, MAJOR_GROUPS.get(each, each), "") for each in groups)
        return Facts(
            title=title,
            summary="Occupations of the United States with the level and importance of what each asks.",
            language="en",
            edition=edition,
            credit=CREDIT.format(title=title),
            source=source,
            levels=levels,
            importances=importances,
            compared=(SKILLS,),
            counts={
                "roles": len(titles),
                "roles_rated": len(ratings.rated),
                "roles_with_stand_in": len(relieved),
                "roles_without_ratings": len(lacking) - len(relieved),
                "competencies": len(ratings.elements),
                **ratings.counts,
            },
        )

    def _scales(self) -> tuple[Scale, Scale]:
        told = {"IM": IMPORTANCES, "LV": LEVELS}
        file = self._files.scales
        if file is not None:
            for line, (scale, lowest, highest) in self._rows(file, "Scale ID", "Minimum", "Maximum"):
                if scale in told:
                    low = number(file, line, "Minimum", lowest, 0, 100)
                    told[scale] = Scale(low, number(file, line, "Maximum", highest, low + 1, 100), whole=False)
        return told["IM"], told["LV"]

    def _titles(self) -> dict[str, str]:
        file = self._files.occupations
        titles: dict[str, str] = {}
        for line, (code, title) in self._rows(file, _SOC, "Title"):
            if not CODE.fullmatch(code):
                raise BadContent(file, f"{code[:40]!r} is not a code like 15-1252.00", line=line, field=_SOC)
            if code in titles:
                raise BadContent(file, f"{code} is there twice", line=line, field=_SOC)
            if not title:
                raise BadContent(file, "is empty", line=line, field="Title")
            titles[code] = title
        return titles

    def _indicators(self, elements: Iterable[str]) -> Iterator[IndicatorRow]:
        file = self._files.anchors
        if file is None:
            return
        known, seen = set(elements), set[tuple[str, int]]()
        for line, (element, scale, value, words) in self._rows(
            file, _ELEMENT, "Scale ID", "Anchor Value", "Anchor Description"
        ):
            if element in known and scale == "LV" and words:
                level = int(number(file, line, "Anchor Value", value, LEVELS.lowest, LEVELS.highest))
                if (element, level) not in seen:
                    seen.add((element, level))
                    yield IndicatorRow(element, level, words)

    def _roles(self, titles: Mapping[str, str], relieved: Mapping[str, str]) -> Iterator[RoleRow]:
        zones, others = self._zones(), self._other_titles(titles)
        for code, title in titles.items():
            aliases = others.get(code, {})
            names = searchable(title, *aliases, code)
            level = zones.get(code, UNPLACED)
            yield RoleRow(code, title, group_of(code), level, "\n".join(aliases), names, relieved.get(code, ""))

    def _zones(self) -> dict[str, int]:
        file = self._files.zones
        if file is None:
            return {}
        rows = self._rows(file, _SOC, "Job Zone")
        return {code: int(number(file, line, "Job Zone", zone, *_ZONES)) for line, (code, zone) in rows if zone}

    def _other_titles(self, titles: Mapping[str, str]) -> dict[str, dict[str, None]]:
        """List what else occupations are called, each once and in order."""
        others: dict[str, dict[str, None]] = {}
        for file in self._files.titles:
            column = "Alternate Title" if file.stem.casefold().startswith("alternate") else "Reported Job Title"
            for _, (code, title) in self._rows(file, _SOC, column):
                if code in titles and title and title != titles[code]:
                    others.setdefault(code, {})[title.replace("\n", " ")] = None
        return others

    def _rows(self, file: Path, *columns: str) -> Iterator[Row]:
        return Table(file, columns).rows(self._progress)


def _kind(element: str) -> CompetencyKind:
    return CompetencyKind.SOFT if element.startswith(_SOCIAL) else CompetencyKind.HARD
