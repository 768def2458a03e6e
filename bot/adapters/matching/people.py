"""Scores of people in blocks: what `bot.core.domain.matching.scoring` says of one pair, said of thousands at once.

The two are held together by tests. The cells a mentor can teach are found by a product of matrices, with a column for
each competency at each level that somebody needs.
"""

from collections.abc import Iterator, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from bot.adapters.matching.pools import NOTHING, Numbers, Pairs
from bot.adapters.matching.traits import FORBIDDEN, Hours, Patterns, Preferences, Reals
from bot.core.domain.ids import CompetencyId
from bot.core.domain.matching import UNIT, Guide, Market, Seeker, Terms
from bot.core.domain.matching.scoring import is_paused, waiting, wished

_GROUPS_FOR_ONE = 4

BLOCK = 500
"""Mentees at a time: at 3,000 mentors a block of reals is 12 MB."""


class People:
    """A pool of scored people; a worth is a whole number of billionths held as a real, forbidden ones as -infinity."""

    def __init__(self, seekers: Sequence[Seeker], guides: Sequence[Guide], day: date, terms: Terms) -> None:
        self._seekers = sorted(seekers, key=lambda each: each.member)
        guides = sorted(guides, key=lambda each: each.member)
        self.mentees = tuple(each.member for each in self._seekers)
        self.mentors = tuple(each.member for each in guides)
        self.places = tuple(max(0, each.free) for each in guides)
        self._terms = terms
        self._cells = _Cells(self._seekers, guides, terms)
        self._hours = Hours(self._seekers, guides, day, terms)
        language = round(terms.weights.language * UNIT)
        alone = FORBIDDEN if terms.with_language else 0.0
        self._languages = Patterns(
            [frozenset(each.languages) for each in self._seekers],
            [frozenset(each.languages) for each in guides],
            lambda some, others: language if some & others else alone,
        )
        self._preferences = Preferences(
            [each.preferences for each in self._seekers],
            [each.preferences for each in guides],
            terms.weights.preferences,
        )
        self._absent = np.array([each.free <= 0 or is_paused(each, day) for each in guides], dtype=bool)
        self._waiting = np.array([waiting(each) for each in self._seekers], dtype=float)
        self._columns = {mentor: number for number, mentor in enumerate(self.mentors)}
        self._apart = self._kept_apart(guides)

    def best(self, width: int) -> tuple[Pairs, Numbers]:
        """Take each mentee's best of all mentors."""
        found, rest = [], np.full(len(self.mentees), NOTHING)
        for rows, worths in self._blocks(np.arange(len(self.mentees))):
            least = _least_of_best(worths, width)
            some = np.isfinite(least)
            rest[rows[some]] = least[some].astype(np.int64)
            found.append(_chosen(rows, worths, worths >= least[:, None]))
        return _together(found), rest

    def spread(self) -> tuple[int, int]:
        """Sum what the weights allow."""
        parts = [round(part * UNIT) for part in vars(self._terms.weights).values()]
        waited = int(self._waiting.max(initial=0))
        return sum(min(0, part) for part in parts), sum(max(0, part) for part in parts) + waited

    def over(self, rows: Numbers, gains: Numbers, prices: Numbers) -> Pairs:
        """Score some mentees anew."""
        blocks = self._blocks(rows)
        return _together([_chosen(some, worths, worths > gains[some][:, None] + prices) for some, worths in blocks])

    def market(self) -> Market:
        """Score everybody, and hold all of it."""
        rows: list[list[tuple[int, int]]] = []
        for _, worths in self._blocks(np.arange(len(self.mentees))):
            for line in worths:
                allowed = np.flatnonzero(np.isfinite(line))
                rows.append(sorted(zip((-line[allowed]).astype(np.int64).tolist(), allowed.tolist(), strict=True)))
        return Market(self.mentees, self.mentors, self.places, tuple(rows))

    def _blocks(self, rows: Numbers) -> Iterator[tuple[Numbers, Reals]]:
        for start in range(0, len(rows), BLOCK):
            some = rows[start : start + BLOCK]
            yield some, self._worths(some)

    def _worths(self, rows: Numbers) -> Reals:
        worths = self._cells.of(rows)
        worths += self._hours.of(rows)
        worths += self._languages.of(rows)
        if self._preferences.are_said:
            worths += self._preferences.of(rows)
        if self._waiting.any():
            worths += self._waiting[rows][:, None]
        if self._absent.any():
            worths[:, self._absent] = FORBIDDEN
        for line, row in enumerate(rows.tolist()):
            seeker = self._seekers[row]
            for mentor in seeker.wishes:
                if (column := self._columns.get(mentor)) is not None:
                    worths[line, column] += round(self._terms.weights.wish * wished(seeker, mentor) * UNIT)
            if apart := self._apart[row]:
                worths[line, apart] = FORBIDDEN
        return worths

    def _kept_apart(self, guides: Sequence[Guide]) -> list[list[int]]:
        """List for each mentee the mentors that a personal rule keeps away, and themselves."""
        teams: dict[str, list[int]] = {}
        for column, guide in enumerate(guides):
            teams.setdefault(guide.team, []).append(column)
        apart = [
            [self._columns[each] for each in (seeker.member, *seeker.apart) if each in self._columns]
            + (teams.get(seeker.team, []) if seeker.team else [])
            for seeker in self._seekers
        ]
        number = {mentee: row for row, mentee in enumerate(self.mentees)}
        for column, guide in enumerate(guides):
            for mentee in guide.apart & number.keys():
                apart[number[mentee]].append(column)
        return apart


class _Cells:
    """What each mentor can teach of each mentee's open cells."""

    def __init__(self, seekers: Sequence[Seeker], guides: Sequence[Guide], terms: Terms) -> None:
        self._weight = terms.weights.cells
        column: dict[tuple[CompetencyId, float], int] = {}
        places, ranks = [], []
        self._totals = np.ones(len(seekers))
        for row, seeker in enumerate(seekers):
            total = 0.0
            for cell in seeker.matrix.open_cells:
                need = (cell.competency.id, (cell.current or 0) + terms.margin)
                rank = cell.rank
                total += rank
                places.append((row, column.setdefault(need, len(column))))
                ranks.append(rank)
            self._totals[row] = total or 1.0
        self._needs = np.zeros((len(seekers), len(column)))
        if places:
            at = np.array(places)
            self._needs[at[:, 0], at[:, 1]] = ranks
        taught = [[guide.levels.get(competency, 0) >= level for guide in guides] for competency, level in column]
        self._taught = np.array(taught, dtype=float).reshape(len(column), len(guides))

    def of(self, rows: Numbers) -> Reals:
        """Say what that is worth, forbidding what is nothing."""
        taught: Reals = self._needs[rows] @ self._taught
        nothing = taught == 0
        taught /= self._totals[rows][:, None]
        taught *= self._weight
        taught *= UNIT
        np.rint(taught, out=taught)
        taught[nothing] = FORBIDDEN
        return taught


def _least_of_best(worths: Reals, width: int) -> Reals:
    """Find for each row a worth that at least `width` reach, and hardly more: -infinity where fewer are allowed.

    The columns are dealt into groups, and the groups' best are looked at: a third of the time of looking at all.
    """
    groups = _GROUPS_FOR_ONE * width
    depth = worths.shape[1] // groups
    if depth > 1:
        dealt = worths[:, : depth * groups].reshape(len(worths), depth, groups).max(axis=1)
        worths = np.concatenate((dealt, worths[:, depth * groups :]), axis=1)
    if worths.shape[1] <= width:
        return np.full(len(worths), FORBIDDEN)
    least: Reals = np.partition(worths, -width, axis=1)[:, -width]
    return least


def _chosen(rows: Numbers, worths: Reals, mask: NDArray[np.bool_]) -> Pairs:
    row, column = np.nonzero(mask & np.isfinite(worths))
    return Pairs(rows[row], column, worths[row, column].astype(np.int64))


def _together(found: Sequence[Pairs]) -> Pairs:
    nothing = np.zeros(0, dtype=np.int64)
    return Pairs(
        np.concatenate([nothing, *(each.mentees for each in found)]),
        np.concatenate([nothing, *(each.mentors for each in found)]),
        np.concatenate([nothing, *(each.worths for each in found)]),
    )
