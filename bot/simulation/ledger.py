"""What the outside is owed: every mentee's due prompts, worked out from wall clocks, held against what arrived."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.simulation.wall import first_reaches, monday_at

ASKED_AT = time(9)
"""Mondays at this hour of a mentee's own; `config/programmes` says the same."""

NUDGED_AFTER = timedelta(hours=48)
IN_TIME = timedelta(minutes=15)
"""A prompt that arrives later than this was not in time."""

_WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Due:
    """A prompt that is owed: whose, for which of their weeks (its Monday), when, and until when it may be answered."""

    account: str
    monday: date
    at: datetime
    closes_at: datetime

    @property
    def nudge_at(self) -> datetime:
        """When the one reminder is owed to those who are silent."""
        return self.at + NUDGED_AFTER


@dataclass(frozen=True)
class Arrival:
    """A message that the receiving side took in."""

    at: datetime
    account: str
    topic: str
    """What it is about: the first part of its key (`checkin`, `nudge`, `entry`, ...)."""
    monday: date | None
    """The week that the receiver's own calendar showed, where it is one person's message."""
    words: str


@dataclass(frozen=True)
class Judgement:
    """What the ledger has to say of the arrivals."""

    due: int
    sent: int
    late: int
    duplicated: int
    lost: int
    unexpected: int
    repeated_words: int
    """Messages that said the same as another one to the same person in the same week, whatever their key."""


def owed(account: str, zones: Sequence[tuple[datetime, str]], weeks: int) -> Sequence[Due]:
    """List the prompts owed to a mentee who joined at the first moment of `zones`, which are where they live from when.

    The first is due on the first Monday hour that is still ahead of them when they join.
    """
    joined, home = zones[0]
    monday = monday_at(joined, home)
    if _due(account, monday, home).at <= joined:
        monday += _WEEK
    return [_living(account, monday + week * _WEEK, zones) for week in range(weeks)]


def judge(dues: Iterable[Due], arrivals: Iterable[Arrival], until: datetime) -> Judgement:
    """Hold the prompts that arrived against those that were due before `until`."""
    awaited = {(due.account, due.monday): due for due in dues if due.at < until}
    arrivals = list(arrivals)
    prompts: dict[tuple[str, date | None], list[Arrival]] = {}
    for arrival in arrivals:
        if arrival.topic == "checkin":
            prompts.setdefault((arrival.account, arrival.monday), []).append(arrival)
    met = awaited.keys() & prompts.keys()
    return Judgement(
        due=len(awaited),
        sent=sum(map(len, prompts.values())),
        late=sum(not _in_time(awaited[each], prompts[each][0]) for each in met),
        duplicated=sum(len(same) - 1 for same in prompts.values()),
        lost=len(awaited.keys() - met),
        unexpected=len(prompts.keys() - met),
        repeated_words=_repeated(arrivals),
    )


def tally(arrivals: Iterable[Arrival]) -> Mapping[str, int]:
    """Count the arrivals by topic."""
    return Counter(arrival.topic for arrival in arrivals)


def _living(account: str, monday: date, zones: Sequence[tuple[datetime, str]]) -> Due:
    """Find the due of a week where the mentee lives when it comes round."""
    due = _due(account, monday, zones[0][1])
    for since, zone in zones[1:]:
        if since < due.at:
            due = _due(account, monday, zone)
    return due


def _due(account: str, monday: date, zone: str) -> Due:
    return Due(
        account=account,
        monday=monday,
        at=first_reaches(datetime.combine(monday, ASKED_AT), zone),
        closes_at=first_reaches(datetime.combine(monday + _WEEK, time()), zone),
    )


def _in_time(due: Due, arrival: Arrival) -> bool:
    return due.at <= arrival.at <= due.at + IN_TIME


def _repeated(arrivals: Iterable[Arrival]) -> int:
    said = Counter((each.account, each.monday, each.words) for each in arrivals)
    return sum(times - 1 for times in said.values())
