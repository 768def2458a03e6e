"""What came of a round: the pairs with their parts, who is left out and why, whom to recruit, and what proves it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from bot.core.domain.ids import CompetencyId, MemberId
from bot.core.domain.matching import (
    UNIT,
    Duals,
    Misfit,
    Objective,
    Outcome,
    Parts,
    hindrances,
    kinds_sought,
    match,
    recruits,
)
from bot.core.domain.rounds.inputs import Inputs
from bot.core.domain.rounds.rulings import Rulings


@dataclass(frozen=True)
class Planned:
    """A pair of the round, its score as the sum of its parts."""

    mentee: MemberId
    mentor: MemberId
    parts: Parts
    is_pinned: bool

    @property
    def score(self) -> float:
        """The score, in the scores' own unit."""
        return self.parts.worth / UNIT


@dataclass(frozen=True)
class LeftOut:
    """A mentee without a mentor: how many mentors each rule keeps from them; None is of those who have others."""

    mentee: MemberId
    hindrances: Mapping[Misfit | None, int]
    needs_nothing: bool
    """Whether they have no open cell that anybody could teach."""


@dataclass(frozen=True)
class Wanted:
    """A kind of mentor to recruit, and what one more with so many places would bring."""

    competency: CompetencyId
    title: str
    level: float
    language: str
    """Empty where any does."""
    places: int
    pairs: int
    score: float


@dataclass(frozen=True)
class Solution:
    """A solved round; `outcome` is of everybody who isn't pinned."""

    outcome: Outcome
    pairs: tuple[Planned, ...]
    """By mentee, the pinned ones among them."""
    left_out: tuple[LeftOut, ...]
    wanted: tuple[Wanted, ...]

    @property
    def total(self) -> float:
        """The sum of the scores."""
        return sum(each.parts.worth for each in self.pairs) / UNIT

    @property
    def worst(self) -> float | None:
        """The lowest score of a pair, None where there is no pair."""
        return min((each.score for each in self.pairs), default=None)

    @cached_property
    def mentor_of(self) -> Mapping[MemberId, MemberId]:
        """Each paired mentee's mentor."""
        return {each.mentee: each.mentor for each in self.pairs}

    @property
    def duals(self) -> Duals | None:
        """What proves that nobody who isn't pinned could do better; None for fair and stable rounds."""
        return self.outcome.duals


@dataclass(frozen=True)
class Change:
    """What solving anew has cost or brought."""

    pairs: int
    total: float
    moved: int
    """Mentees who have another mentor than before, or none, or one now."""


def solution_of(inputs: Inputs, rulings: Rulings, outcome: Outcome, basis: Outcome) -> Solution:
    """Tell a solved round; `basis` has dual values, which a fair one hasn't: whom to recruit is read from them."""
    seekers, guides = inputs.undecided(rulings)
    pins = inputs.possible(rulings)
    made = [*pins.items(), *((pair.mentee, pair.mentor) for pair in outcome.pairs)]
    known = {each.member: each for each in seekers}
    return Solution(
        outcome=outcome,
        pairs=tuple(_planned(inputs, mentee, mentor, is_pinned=mentee in pins) for mentee, mentor in sorted(made)),
        left_out=tuple(
            LeftOut(
                mentee,
                dict(hindrances(known[mentee], guides, inputs.day, inputs.terms)),
                needs_nothing=not known[mentee].matrix.open_cells,
            )
            for mentee in outcome.unpaired
        ),
        wanted=_wanted(inputs, rulings, basis),
    )


def change_between(before: Solution, after: Solution) -> Change:
    """Compare two solutions of a round."""
    mentees = before.mentor_of.keys() | after.mentor_of.keys()
    return Change(
        pairs=len(after.pairs) - len(before.pairs),
        total=after.total - before.total,
        moved=sum(before.mentor_of.get(each) != after.mentor_of.get(each) for each in mentees),
    )


def basis_objective(objective: Objective) -> Objective | None:
    """Name what else is to be solved for whom to recruit: a fair or stable round has no dual values."""
    return Objective.MOST if objective in {Objective.FAIR, Objective.STABLE} else None


def _planned(inputs: Inputs, mentee: MemberId, mentor: MemberId, *, is_pinned: bool) -> Planned:
    found = match(*inputs.pair(mentee, mentor), inputs.day, inputs.terms)
    if found is None:
        raise AssertionError("only allowed pairs are made")
    return Planned(mentee, mentor, found.parts, is_pinned)


def _wanted(inputs: Inputs, rulings: Rulings, basis: Outcome) -> tuple[Wanted, ...]:
    if basis.duals is None:
        return ()
    seekers = inputs.undecided(rulings)[0]
    titles = {cell.competency.id: cell.competency.title for each in seekers for cell in each.matrix.open_cells}
    kinds = {
        opening.name: (sought, opening) for sought, opening in kinds_sought(basis, seekers, inputs.day, inputs.terms)
    }
    found = recruits(basis, [opening for _, opening in kinds.values()])
    return tuple(
        Wanted(
            competency=kinds[each.opening.name][0].competency,
            title=titles[kinds[each.opening.name][0].competency],
            level=kinds[each.opening.name][0].level,
            language=kinds[each.opening.name][0].language,
            places=each.opening.places,
            pairs=each.pairs,
            score=each.score,
        )
        for each in found
    )
