"""Whose ratings stand in for an occupation that has none: the nearest related one that has."""

from collections import deque
from collections.abc import Collection
from pathlib import Path

from bot.adapters.library.imports.tables import Progress, Table, number

_COLUMNS = ("O*NET-SOC Code", "Related O*NET-SOC Code")
_OPTIONAL = ("Relatedness Tier", "Tier", "Index", "Related Index")
_TIERS = ("primary-short", "primary-long", "supplemental")
"""The nearest first; where no tier is told, the index alone orders."""

_FARTHEST = 3
"""Steps from relation to relation; farther away nothing stands in."""

_MOST_RELATED = 1000


def stand_ins(
    file: Path | None, lacking: Collection[str], rated: Collection[str], progress: Progress
) -> dict[str, str]:
    """Find for each occupation that lacks ratings the nearest related one that has some: by steps, tier, index."""
    if file is None or not lacking:
        return {}
    related = _related(file, progress)
    found = {code: _nearest(code, related, rated) for code in sorted(lacking)}
    return {code: other for code, other in found.items() if other is not None}


def _related(file: Path, progress: Progress) -> dict[str, list[str]]:
    ranked: dict[str, list[tuple[int, float, int, str]]] = {}
    for line, (code, other, *told) in Table(file, _COLUMNS, _OPTIONAL).rows(progress):
        tier, index = told[0] or told[1], told[2] or told[3]
        place = number(file, line, "Index", index, 0, _MOST_RELATED) if index else _MOST_RELATED
        ranked.setdefault(code, []).append((_rank(tier), place, line, other))
    return {code: [other for *_, other in sorted(rows)] for code, rows in ranked.items()}


def _rank(tier: str) -> int:
    folded = tier.casefold().replace(" ", "-")
    return _TIERS.index(folded) if folded in _TIERS else len(_TIERS)


def _nearest(code: str, related: dict[str, list[str]], rated: Collection[str]) -> str | None:
    waiting, seen = deque([(code, 0)]), {code}
    while waiting:
        here, steps = waiting.popleft()
        if steps == _FARTHEST:
            return None
        for other in related.get(here, ()):
            if other in rated:
                return other
            if other not in seen:
                seen.add(other)
                waiting.append((other, steps + 1))
    return None
