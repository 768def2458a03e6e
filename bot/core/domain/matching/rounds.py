"""A round from its people: the pairs that are allowed, the round by its objective, and why somebody is left out."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import assert_never

from bot.core.domain.ids import CompetencyId, MemberId
from bot.core.domain.matching.explaining import Opening
from bot.core.domain.matching.fairness import fairest
from bot.core.domain.matching.markets import Market, Objective, Outcome, market_of
from bot.core.domain.matching.optimum import optimum
from bot.core.domain.matching.scoring import Guide, Misfit, Seeker, Terms, is_paused, match, misfit
from bot.core.domain.matching.stability import stable

MOST_KINDS = 8
"""Kinds of mentors that are looked at for whom to recruit, those that most unpaired mentees ask for."""


@dataclass(frozen=True)
class Sought:
    """A kind of mentor: one who has a competency at a level or above and speaks a language ("" is any)."""

    competency: CompetencyId
    level: float
    language: str


def solved(market: Market, objective: Objective) -> Outcome:
    """Find the best round by an objective."""
    match objective:
        case Objective.MOST | Objective.TOTAL:
            return optimum(market, objective)
        case Objective.FAIR:
            return fairest(market)
        case Objective.STABLE:
            return stable(market)
        case _:
            assert_never(objective)


def market_of_people(seekers: Sequence[Seeker], guides: Sequence[Guide], day: date, terms: Terms) -> Market:
    """Score every pair that no hard rule forbids."""
    present = [guide for guide in guides if guide.free > 0 and not is_paused(guide, day)]
    found = (match(seeker, guide, day, terms) for seeker in seekers for guide in present)
    return market_of(
        ((each.mentee, each.mentor, each.score) for each in found if each),
        {guide.member: max(0, guide.free) for guide in guides},
        [seeker.member for seeker in seekers],
    )


def hindrances(seeker: Seeker, guides: Iterable[Guide], day: date, terms: Terms) -> Mapping[Misfit | None, int]:
    """Count the mentors by the rule that keeps them from a mentee; None is of those whose places others have."""
    return Counter(misfit(seeker, guide, day, terms) for guide in guides)


def kinds_sought(
    outcome: Outcome, seekers: Sequence[Seeker], day: date, terms: Terms
) -> Iterator[tuple[Sought, Opening]]:
    """Offer the kinds of mentors that unpaired mentees ask for, by open cell and language, with the usual places.

    What their hours would be isn't known, so those rule nobody out and earn nothing.
    """
    without = set(outcome.unpaired)
    terms = replace(terms, with_hours=False)
    wanted = Counter[tuple[CompetencyId, str]]()
    levels: dict[CompetencyId, float] = {}
    for seeker in seekers:
        if seeker.member in without:
            for cell in seeker.matrix.open_cells:
                competency = cell.competency.id
                levels[competency] = max(levels.get(competency, 0), (cell.current or 0) + terms.margin)
                wanted.update((competency, language) for language in _languages(seeker, terms))
    number = {mentee: index for index, mentee in enumerate(outcome.market.mentees)}
    ranked = sorted(wanted, key=lambda kind: (-wanted[kind], kind))[:MOST_KINDS]
    for competency, language in ranked:
        sought = Sought(competency, levels[competency], language)
        nobody = Guide(MemberId(""), {competency: sought.level}, "", (language,), free=1)
        found = (match(seeker, nobody, day, terms) for seeker in seekers)
        worths = {number[each.mentee]: each.parts.worth for each in found if each}
        yield sought, Opening(f"{competency}/{language}", worths, _usual(outcome.market.places))


def _languages(seeker: Seeker, terms: Terms) -> Sequence[str]:
    return seeker.languages if terms.with_language else ("",)


def _usual(places: Sequence[int]) -> int:
    some = sorted(each for each in places if each)
    return some[len(some) // 2] if some else 1
