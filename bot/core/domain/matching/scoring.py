"""How well a mentor fits a mentee, as a score made of parts that can each be said in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from bot.core.domain.gaps import GapCell, GapMatrix
from bot.core.domain.ids import CompetencyId, MemberId
from bot.core.domain.matching.hours import ENOUGH_HOURS, Hours, shared_hours, week_of_hours
from bot.core.domain.matching.markets import UNIT

WEIGHT_CELLS = 0.7
WEIGHT_HOURS = 0.2
WEIGHT_LANGUAGE = 0.1
"""Published weights of the parts; they sum to 1, so a score is 0-1 before what people ask for beside it."""

TEACHING_MARGIN = 1
"""A mentor teaches a cell when they are at least this many levels above the mentee."""

WAITED = 0.02
MOST_WAITED = 0.1
"""What every earlier round without a mentor adds to a mentee's scores, and the most that it adds."""


@dataclass(frozen=True)
class Weights:
    """What each part of a score is worth at most; the last two come on top of what everyone can have."""

    cells: float = WEIGHT_CELLS
    hours: float = WEIGHT_HOURS
    language: float = WEIGHT_LANGUAGE
    preferences: float = 0.1
    wish: float = 0.1


@dataclass(frozen=True)
class Terms:
    """What a round goes by; a rule about what nobody was asked is not in force, and earns nothing."""

    weights: Weights = field(default_factory=Weights)
    margin: int = TEACHING_MARGIN
    with_language: bool = True
    with_hours: bool = True


TERMS = Terms()


@dataclass(frozen=True)
class Seeker:
    """A mentee as matching sees them; `wishes` are mentors, the dearest first."""

    member: MemberId
    matrix: GapMatrix
    zone: str
    languages: tuple[str, ...]
    hours: Hours | None = None
    preferences: frozenset[str] = frozenset()
    wishes: tuple[MemberId, ...] = ()
    team: str = ""
    apart: frozenset[MemberId] = frozenset()
    """Whom they are not to be paired with: confidential blocks and past pairings, told apart by nobody."""
    waited: int = 0
    """Earlier rounds that left them without a mentor."""


@dataclass(frozen=True)
class Guide:
    """A mentor as matching sees them; `free` is how many more mentees they take."""

    member: MemberId
    levels: Mapping[CompetencyId, float]
    zone: str
    languages: tuple[str, ...]
    free: int
    hours: Hours | None = None
    preferences: frozenset[str] = frozenset()
    team: str = ""
    apart: frozenset[MemberId] = frozenset()
    paused_until: date | None = None


@dataclass(frozen=True)
class Parts:
    """What a score is the sum of, in billionths."""

    cells: int
    hours: int
    language: int
    preferences: int
    wish: int
    waiting: int

    @property
    def worth(self) -> int:
        """Their sum."""
        return self.cells + self.hours + self.language + self.preferences + self.wish + self.waiting

    def as_scores(self) -> Mapping[str, float]:
        """Give the parts by name, in the score's own unit."""
        return {name: value / UNIT for name, value in vars(self).items()}


NO_PARTS = Parts(0, 0, 0, 0, 0, 0)


@dataclass(frozen=True)
class Match:
    """A suggestion with its score, 0-1 and a little more for wishes, and the reasons for it; nothing has happened."""

    mentee: MemberId
    mentor: MemberId
    score: float
    covered: tuple[GapCell, ...]
    coverage: float
    shared_hours: float
    shared_languages: tuple[str, ...]
    parts: Parts = NO_PARTS
    is_weekly: bool = False
    """Whether the shared hours are of a week, since one of them gave their own; else they are of a day."""


class Misfit(Enum):
    """The hard rule that forbids a pair."""

    SAME_MEMBER = "same-member"
    NO_PLACE = "no-place"
    PAUSED = "paused"
    NO_LANGUAGE = "no-language"
    NO_HOUR = "no-hour"
    NOTHING_TO_TEACH = "nothing-to-teach"
    PERSONAL = "personal"
    """A rule or a wish of one of them: same team, paired before, a confidential block. Which one, nobody is told."""


def misfit(seeker: Seeker, guide: Guide, day: date, terms: Terms = TERMS) -> Misfit | None:
    """Name the first hard rule, in the order of `Misfit`, that forbids a pair; None where it can be suggested."""
    if seeker.member == guide.member:
        return Misfit.SAME_MEMBER
    if guide.free <= 0:
        return Misfit.NO_PLACE
    if is_paused(guide, day):
        return Misfit.PAUSED
    return _between(seeker, guide, day, terms)


def match(seeker: Seeker, guide: Guide, day: date, terms: Terms = TERMS) -> Match | None:
    """Score one pair, or None where a hard rule about the two forbids it; places and pauses are not looked at."""
    shared = tuple(language for language in seeker.languages if language in guide.languages)
    if seeker.member == guide.member or (terms.with_language and not shared) or _are_apart(seeker, guide):
        return None
    cells = seeker.matrix.open_cells
    covered = tuple(cell for cell in cells if teaches(guide, cell, terms.margin))
    hours = hours_together(seeker, guide, day)
    if not covered or (terms.with_hours and not hours):
        return None
    coverage = sum(cell.rank for cell in covered) / seeker.matrix.open_rank
    weights = terms.weights
    parts = Parts(
        cells=_billionths(weights.cells * coverage),
        hours=_billionths(weights.hours * min(hours, ENOUGH_HOURS) / ENOUGH_HOURS),
        language=_billionths(weights.language * bool(shared)),
        preferences=_billionths(weights.preferences * alike(seeker.preferences, guide.preferences)),
        wish=_billionths(weights.wish * wished(seeker, guide.member)),
        waiting=waiting(seeker),
    )
    is_weekly = seeker.hours is not None or guide.hours is not None
    return Match(seeker.member, guide.member, parts.worth / UNIT, covered, coverage, hours, shared, parts, is_weekly)


def teaches(guide: Guide, cell: GapCell, margin: int = TEACHING_MARGIN) -> bool:
    """Tell whether the mentor is far enough above the mentee; an unknown level of the mentor never counts."""
    return guide.levels.get(cell.competency.id, 0) >= (cell.current or 0) + margin


def suggest(seeker: Seeker, guides: Iterable[Guide], day: date, terms: Terms = TERMS) -> tuple[Match, ...]:
    """Rank the mentors with a free place for one mentee, best first, ties by member."""
    found = (match(seeker, guide, day, terms) for guide in guides if guide.free > 0 and not is_paused(guide, day))
    return tuple(sorted((each for each in found if each), key=lambda each: (-each.score, each.mentor)))


def is_paused(guide: Guide, day: date) -> bool:
    """Tell whether a mentor takes nobody new on that day."""
    return guide.paused_until is not None and day < guide.paused_until


def hours_together(seeker: Seeker, guide: Guide, day: date) -> float:
    """Count the hours that both have, of a week where somebody gave their own, else of a day; 0 where unknown.

    Less than an hour a week is none: there is no session in it.
    """
    if not seeker.zone or not guide.zone:
        return 0.0
    if seeker.hours is None and guide.hours is None:
        return shared_hours(seeker.zone, guide.zone, day)
    both = week_of_hours(seeker.zone, seeker.hours, day) & week_of_hours(guide.zone, guide.hours, day)
    hours = both.bit_count() / 4
    return hours if hours >= 1 else 0.0


def alike(some: frozenset[str], others: frozenset[str]) -> float:
    """Tell how much of what either prefers both prefer, 0-1; nothing said is nothing shared."""
    return len(some & others) / len(some | others) if some and others else 0.0


def wished(seeker: Seeker, mentor: MemberId) -> float:
    """Tell how dear a mentor is to a mentee: 1 for the first wish, 1/2 for the second, and so on."""
    return 1 / (seeker.wishes.index(mentor) + 1) if mentor in seeker.wishes else 0.0


def waiting(seeker: Seeker) -> int:
    """Tell what a mentee's waiting adds, in billionths."""
    return _billionths(min(WAITED * seeker.waited, MOST_WAITED))


def _between(seeker: Seeker, guide: Guide, day: date, terms: Terms) -> Misfit | None:
    if terms.with_language and not set(seeker.languages) & set(guide.languages):
        return Misfit.NO_LANGUAGE
    if terms.with_hours and not hours_together(seeker, guide, day):
        return Misfit.NO_HOUR
    if not any(teaches(guide, cell, terms.margin) for cell in seeker.matrix.open_cells):
        return Misfit.NOTHING_TO_TEACH
    return Misfit.PERSONAL if _are_apart(seeker, guide) else None


def _are_apart(seeker: Seeker, guide: Guide) -> bool:
    same_team = bool(seeker.team) and seeker.team == guide.team
    return same_team or guide.member in seeker.apart or seeker.member in guide.apart


def _billionths(part: float) -> int:
    return round(part * UNIT)
