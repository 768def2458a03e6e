"""What people are going to do, and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from heapq import heappop, heappush
from itertools import count

from bot.simulation.ledger import Due
from bot.simulation.people import Person


@dataclass(frozen=True)
class SetUp:
    """The moderator starts the programme."""

    person: Person


@dataclass(frozen=True)
class Join:
    """Somebody comes in."""

    person: Person


@dataclass(frozen=True)
class Propose:
    """The moderator pairs a mentee."""

    moderator: Person
    mentee: Person


@dataclass(frozen=True)
class Accept:
    """Each of these mentors says yes to whatever was proposed to them since they last looked."""

    mentors: tuple[Person, ...]


@dataclass(frozen=True)
class Resettle:
    """Somebody moves to another zone."""

    person: Person
    zone: str


@dataclass(frozen=True)
class Write:
    """A mentee answers a week (from 0)."""

    person: Person
    week: int
    due: Due


@dataclass(frozen=True)
class Look:
    """Nobody does anything, but time looks."""


@dataclass(frozen=True)
class Die:
    """The program is killed; the one after it dies at its `operations`-th operation."""

    operations: int | None


Deed = Die | SetUp | Join | Propose | Accept | Resettle | Write | Look


class Agenda:
    """Deeds by their moment; of two at one moment, the one noted first comes first."""

    def __init__(self) -> None:
        self._notes: list[tuple[datetime, int, Deed]] = []
        self._numbers = count()

    @property
    def next_at(self) -> datetime | None:
        """When the next deed is planned for."""
        return self._notes[0][0] if self._notes else None

    def note(self, at: datetime, deed: Deed) -> None:
        """Plan something."""
        heappush(self._notes, (at, next(self._numbers), deed))

    def take(self, now: datetime) -> Sequence[Deed]:
        """Take off all that is planned up to now."""
        taken: list[Deed] = []
        while self._notes and self._notes[0][0] <= now:
            taken.append(heappop(self._notes)[2])
        return taken
