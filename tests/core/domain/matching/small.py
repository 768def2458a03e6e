"""Small rounds, every way to pair in them, and a judge of certificates that knows nothing of how rounds are solved."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from hypothesis import strategies as st

from bot.core.domain.ids import MemberId
from bot.core.domain.matching import Certificate, Market, Outcome, market_of

Way = tuple[str | None, ...]
"""A mentor, or none, for each mentee."""

TOLERANCE = 1e-6


@dataclass(frozen=True)
class Small:
    """A round that can be gone through by hand; a pair without a score is forbidden."""

    mentees: tuple[MemberId, ...]
    places: Mapping[MemberId, int]
    scores: Mapping[tuple[MemberId, MemberId], float]

    @property
    def market(self) -> Market:
        return market_of(((*pair, score) for pair, score in self.scores.items()), self.places, self.mentees)

    def ways(self) -> Iterator[Way]:
        """Go through every way to pair."""
        options = [
            [*(mentor for mentor in self.places if (mentee, mentor) in self.scores), None] for mentee in self.mentees
        ]
        for way in product(*options):
            taken = Counter(way)
            if all(taken[mentor] <= number for mentor, number in self.places.items()):
                yield way

    def scores_of(self, way: Way) -> list[float]:
        """List the scores of the pairs, the worst first."""
        pairs = zip(self.mentees, way, strict=True)
        return sorted(self.scores[mentee, MemberId(mentor)] for mentee, mentor in pairs if mentor is not None)

    def best(self, worth: Callable[[Sequence[float]], object]) -> Way:
        """Find the best way; of equal ones the one that gives the first mentees the first mentors, none being last."""
        ways = list(self.ways())
        most = max((worth(self.scores_of(way)) for way in ways), key=lambda each: each)  # type: ignore[return-value, arg-type]  # any order will do
        equal = (way for way in ways if worth(self.scores_of(way)) == most)
        return min(equal, key=lambda way: [mentor or "~" for mentor in way])


def way_of(outcome: Outcome) -> Way:
    """Tell an outcome as a way to pair."""
    found = {pair.mentee: pair.mentor for pair in outcome.pairs}
    return tuple(found.get(mentee) for mentee in outcome.market.mentees)


def flaws(
    scores: Mapping[tuple[MemberId, MemberId], float],
    places: Mapping[MemberId, int],
    pairs: Sequence[tuple[MemberId, MemberId]],
    certificate: Certificate,
) -> list[str]:
    """Judge a round by its certificate alone: by weak duality nothing better exists where this finds nothing."""
    found = []
    bonus, u, v = certificate.bonus, certificate.mentees, certificate.mentors
    if any(pair not in scores for pair in pairs):
        found.append("a forbidden pair")
    if len({mentee for mentee, _ in pairs}) < len(pairs):
        found.append("a mentee with two mentors")
    if any(number > places[mentor] for mentor, number in Counter(mentor for _, mentor in pairs).items()):
        found.append("a mentor with too many")
    if any(value < 0 for value in (*u.values(), *v.values())):
        found.append("a negative value")
    if any(u[mentee] + v[mentor] < bonus + score - TOLERANCE for (mentee, mentor), score in scores.items()):
        found.append("a pair that is worth more than its two")
    worth = bonus * len(pairs) + sum(scores[pair] for pair in pairs)
    spent = sum(u.values()) + sum(value * places[mentor] for mentor, value in v.items())
    if abs(worth - spent) > TOLERANCE:
        found.append(f"{spent} is not {worth}")
    return found


MENTEES = tuple(MemberId(f"e{number}") for number in range(5))
MENTORS = tuple(MemberId(f"m{number}") for number in range(4))

FEW_SCORES = st.sampled_from([0.0, 0.25, 0.5, 1.0])
"""So few that ties are the rule."""

SCORES = FEW_SCORES | st.integers(-50, 100).map(lambda hundredths: hundredths / 100)


@st.composite
def small_rounds(draw: st.DrawFn, scores: st.SearchStrategy[float] = FEW_SCORES | SCORES) -> Small:
    """Draw a round."""
    mentees = MENTEES[: draw(st.integers(0, len(MENTEES)))]
    mentors = MENTORS[: draw(st.integers(1, len(MENTORS)))]
    places = {mentor: draw(st.integers(0, 2)) for mentor in mentors}
    kind = draw(st.sampled_from([FEW_SCORES, scores]))
    allowed = {pair: draw(st.none() | kind) for pair in product(mentees, mentors)}
    return Small(mentees, places, {pair: score for pair, score in allowed.items() if score is not None})
