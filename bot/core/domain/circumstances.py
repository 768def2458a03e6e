"""What members say of themselves for being paired, whom they wish for, whom they don't, and a programme's own rules."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from bot.core.domain.ids import CommunityId, MemberId
from bot.core.domain.matching import TERMS, Hours, Terms, hours_of_quarters, quarters_of, read_hours

COOL_DOWN_DAYS = 180
"""For how long after a pairing the two are not paired again, unless the programme says otherwise."""

MOST_TAGS, LONGEST_TAG, LONGEST_TEAM = 12, 40, 60
MOST_WISHES = 5


@dataclass(frozen=True)
class Circumstances:
    """What a member has said; None, or nothing, is what they haven't, and never stands for agreement."""

    community: CommunityId
    member: MemberId
    hours: Hours | None = None
    """When they can talk, in their own zone."""
    preferences: frozenset[str] = frozenset()
    team: str = ""
    paused_until: date | None = None
    """As a mentor: no new mentees before this date."""


@dataclass(frozen=True)
class MatchingRules:
    """A programme's own rules; `tags` are offered as preferences."""

    terms: Terms = TERMS
    cool_down_days: int = COOL_DOWN_DAYS
    tags: tuple[str, ...] = ()
    mentees_ask: bool = False
    """Whether a mentee may ask a mentor of the suggested ones themselves."""
    remind_days: int = 2
    """Days after which a mentor is reminded of a round's question."""
    answer_days: int = 3
    """Days after which a round asks the next mentor."""


RULES = MatchingRules()


@dataclass(frozen=True)
class PastPairing:
    """Two who were paired, and since when they no longer are."""

    mentor: MemberId
    mentee: MemberId
    ended_at: datetime


class Daypart(Enum):
    """Parts of a week that are ticked rather than typed."""

    WEEKDAY_MORNINGS = "weekday-mornings"
    WEEKDAY_AFTERNOONS = "weekday-afternoons"
    WEEKDAY_EVENINGS = "weekday-evenings"
    WEEKEND_MORNINGS = "weekend-mornings"
    WEEKEND_AFTERNOONS = "weekend-afternoons"
    WEEKEND_EVENINGS = "weekend-evenings"


_TIMES = {"mornings": "8-12", "afternoons": "12-17", "evenings": "17-21"}
_DAYS = {"weekday": "mon-fri", "weekend": "sat-sun"}


def hours_of(part: Daypart) -> Hours:
    """Say which hours a part of the week is."""
    days, times = part.value.split("-")
    return read_hours([f"{_DAYS[days]} {_TIMES[times]}"])


def together(*some: Hours) -> Hours:
    """Join hours."""
    return hours_of_quarters(quarter for hours in some for quarter in quarters_of(hours))


def ticked(hours: Hours) -> tuple[tuple[Daypart, ...], Hours]:
    """Split hours into the parts of the week that are whole in them, and what is left over."""
    held = quarters_of(hours)
    parts = tuple(part for part in Daypart if quarters_of(hours_of(part)) <= held)
    return parts, hours_of_quarters(held - quarters_of(together(*map(hours_of, parts))))


def tags_of(texts: Iterable[str]) -> tuple[str, ...]:
    """Read preferences as they are compared: capitals and spaces are no difference, and each counts once."""
    found = dict.fromkeys(" ".join(text.split()).casefold()[:LONGEST_TAG].strip() for text in texts)
    return tuple(tag for tag in found if tag)[:MOST_TAGS]


def team_of(text: str) -> str:
    """Read a team's name."""
    return " ".join(text.split())[:LONGEST_TEAM]


def as_compared(team: str) -> str:
    """Write a team's name as it is compared."""
    return team.casefold()


def cooling_since(now: datetime, rules: MatchingRules) -> datetime:
    """Return the moment since which the end of a pairing still keeps its two apart."""
    return now - timedelta(days=rules.cool_down_days)


def kept_apart(
    blocks: Mapping[MemberId, Iterable[MemberId]], past: Iterable[PastPairing]
) -> Mapping[MemberId, frozenset[MemberId]]:
    """Tell for each member whom they are not to be paired with; from which of the two, or why, can't be told from it.

    What keeps two apart is the same for both: a block by either, or a past pairing.
    """
    apart: dict[MemberId, set[MemberId]] = {}
    pairs = [(member, other) for member, others in blocks.items() for other in others]
    pairs += [(each.mentor, each.mentee) for each in past]
    for one, other in pairs:
        apart.setdefault(one, set()).add(other)
        apart.setdefault(other, set()).add(one)
    return {member: frozenset(others) for member, others in apart.items()}
