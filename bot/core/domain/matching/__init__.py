"""Pairing mentees with mentors: how well two fit, and the best round there is.

The order of the stem: `hours` and `scoring` make scores of people; `markets` holds them as a round is solved on;
`optimum`, `fairness` and `stability` solve it, `ties` chooses among equals; `explaining` answers about a solved round.
"""

from bot.core.domain.matching.explaining import (
    Instead,
    Move,
    Opening,
    Recruit,
    instead,
    likenesses,
    one_more_place,
    recruits,
)
from bot.core.domain.matching.fairness import fairest
from bot.core.domain.matching.hours import ENOUGH_HOURS, TALKING_FROM, TALKING_UNTIL, Hours, read_hours, shared_hours
from bot.core.domain.matching.markets import (
    UNIT,
    Certificate,
    Duals,
    Market,
    Objective,
    Outcome,
    Pair,
    market_of,
)
from bot.core.domain.matching.optimum import optimum
from bot.core.domain.matching.rounds import Sought, hindrances, kinds_sought, market_of_people, solved
from bot.core.domain.matching.scoring import (
    TEACHING_MARGIN,
    TERMS,
    WEIGHT_CELLS,
    WEIGHT_HOURS,
    WEIGHT_LANGUAGE,
    Guide,
    Match,
    Misfit,
    Parts,
    Seeker,
    Terms,
    Weights,
    match,
    misfit,
    suggest,
    teaches,
)
from bot.core.domain.matching.stability import stable

__all__ = [
    "ENOUGH_HOURS",
    "TALKING_FROM",
    "TALKING_UNTIL",
    "TEACHING_MARGIN",
    "TERMS",
    "UNIT",
    "WEIGHT_CELLS",
    "WEIGHT_HOURS",
    "WEIGHT_LANGUAGE",
    "Certificate",
    "Duals",
    "Guide",
    "Hours",
    "Instead",
    "Market",
    "Match",
    "Misfit",
    "Move",
    "Objective",
    "Opening",
    "Outcome",
    "Pair",
    "Parts",
    "Recruit",
    "Seeker",
    "Sought",
    "Terms",
    "Weights",
    "fairest",
    "hindrances",
    "instead",
    "kinds_sought",
    "likenesses",
    "market_of",
    "market_of_people",
    "match",
    "misfit",
    "one_more_place",
    "optimum",
    "read_hours",
    "recruits",
    "shared_hours",
    "solved",
    "stable",
    "suggest",
    "teaches",
]
