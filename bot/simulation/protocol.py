"""What supervisor and worker say to each other, one question at a time, over a Unix socket on one machine."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.core.domain.checkins import CheckInState
from bot.core.effects import Delivery, Outcome
from bot.core.ui.forms import Option
from bot.core.ui.inbound import Inbound, Searched
from bot.core.ui.replies import Reply

PLATFORM = "simulated"
COMMUNITY = "simulated-community"


@dataclass(frozen=True)
class Begin:
    """Open the program at this virtual moment; it is killed at its `doom`-th operation, if that isn't None."""

    now: datetime
    doom: int | None = None
    pace: float = 0.0
    """Seconds between two messages; zero where the platform bears anything."""


@dataclass(frozen=True)
class Shorten:
    """Let the programme have so many weeks for those who join from now on."""

    now: datetime
    weeks: int


@dataclass(frozen=True)
class Handle:
    """A person did something."""

    now: datetime
    inbound: Inbound


@dataclass(frozen=True)
class Search:
    """A person is typing in a searched field."""

    now: datetime
    searched: Searched


@dataclass(frozen=True)
class Settle:
    """Look at the clock, do all that is due and deliver all that is ready."""

    now: datetime


@dataclass(frozen=True)
class Census:
    """Tell what the database holds of these accounts."""

    now: datetime
    accounts: Sequence[str]


Request = Begin | Shorten | Handle | Search | Settle | Census


@dataclass(frozen=True)
class Ready:
    """The program is open."""

    pid: int


@dataclass(frozen=True)
class Handled:
    """What the person is answered."""

    reply: Reply


@dataclass(frozen=True)
class Found:
    """What could complete the words."""

    options: Sequence[Option]


@dataclass(frozen=True)
class Settled:
    """Nothing more is due or ready; `now` is later than asked where pacing took time."""

    now: datetime
    next_instant: datetime | None
    operations: int
    """How many calls of the database and of the platform this worker has made so far."""


@dataclass(frozen=True)
class Counted:
    """What the database holds: each account's check-ins by number, and what still waits to be delivered."""

    check_ins: Mapping[str, Mapping[int, CheckInState]]
    waiting: int


Answer = Ready | Handled | Found | Settled | Counted


@dataclass(frozen=True)
class Deliver:
    """The program wants something carried out."""

    now: datetime
    delivery: Delivery
    key: str


@dataclass(frozen=True)
class Carried:
    """What became of it, and after how many further operations the worker is to kill itself, if at all."""

    outcome: Outcome
    doom: int | None = None
