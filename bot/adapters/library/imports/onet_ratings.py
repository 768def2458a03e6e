"""O*NET's rating tables: two rows for each occupation and element, importance and level, made one requirement."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from bot.adapters.library.imports.tables import Progress, Table, number
from bot.adapters.library.kept import RequirementRow
from bot.adapters.library.loading import BadContent
from bot.core.domain.frameworks import Scale

SKILLS = "skills"

PARTS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    SKILLS: (("Essential Skills", "Transferable Skills"), ("Skills",)),
    "knowledge": (("Knowledge",),),
    "abilities": (("Abilities",),),
}
"""Where the elements of each part are: the tables' names since 30.3, and those before."""

_COLUMNS = ("O*NET-SOC Code", "Element ID", "Scale ID", "Data Value")
_OPTIONAL = ("Element Name", "Recommend Suppress", "Not Relevant")
_YES = "Y"

_Half = tuple[str, float | None, bool, bool]
"""A row that waits for its other: scale, value, suppressed, not relevant."""


class Ratings:
    """Reads rating tables; what it has counted and seen is there once they are read."""

    def __init__(self, occupations: Collection[str], importances: Scale, levels: Scale, progress: Progress) -> None:
        self._occupations, self._progress = occupations, progress
        self._scales = {"IM": importances, "LV": levels}
        self._halves: dict[tuple[str, str], _Half | None] = {}
        """None once both rows of a pair are there."""
        self.elements: dict[str, tuple[str, str]] = {}
        """Name and part, by element."""
        self.rated: set[str] = set()
        """Occupations with at least one skill that counts."""
        self._counts = dict.fromkeys(("rows", "requirements", "suppressed", "not_relevant", "other_scales"), 0)

    @property
    def counts(self) -> Mapping[str, int]:
        """What was in the tables; a pair is incomplete where one of its two values is missing."""
        return {**self._counts, "incomplete": len(self._halves) - self._counts["requirements"]}

    def read(self, part: str, file: Path) -> Iterator[RequirementRow]:
        """Read one table, pair by pair."""
        counts, halves = self._counts, self._halves
        for line, (code, element, scale, value, name, suppress, irrelevant) in Table(file, _COLUMNS, _OPTIONAL).rows(
            self._progress
        ):
            counts["rows"] += 1
            if scale not in self._scales:
                counts["other_scales"] += 1
                continue
            self._check(file, line, code, element)
            self.elements.setdefault(element, (name or element, part))
            half = (scale, self._value(file, line, scale, value), suppress == _YES, irrelevant == _YES)
            counts["suppressed"] += half[2]
            counts["not_relevant"] += half[3]
            pair = (code, element)
            if pair not in halves:
                halves[pair] = half
                continue
            other = halves[pair]
            if other is None or other[0] == scale:
                raise BadContent(file, f"{scale} of {element} for {code} is there twice", line=line, field="Scale ID")
            row = _joined(pair, half, other)
            if row is None:
                continue
            halves[pair] = None
            counts["requirements"] += 1
            if part == SKILLS and not row.irrelevant:
                self.rated.add(code)
            yield row

    def _check(self, file: Path, line: int, code: str, element: str) -> None:
        if code not in self._occupations:
            raise BadContent(file, f"{code[:40]!r} is not in Occupation Data", line=line, field=_COLUMNS[0])
        if not element:
            raise BadContent(file, "is empty", line=line, field=_COLUMNS[1])

    def _value(self, file: Path, line: int, scale: str, value: str) -> float | None:
        """Read a value; a missing one is missing, not the lowest."""
        bounds = self._scales[scale]
        return number(file, line, "Data Value", value, bounds.lowest, bounds.highest) if value else None


def _joined(pair: tuple[str, str], one: _Half, two: _Half) -> RequirementRow | None:
    importance, level = (one[1], two[1]) if one[0] == "IM" else (two[1], one[1])
    if importance is None or level is None:
        return None
    return RequirementRow(*pair, level, importance, one[2] or two[2], one[3] or two[3])
