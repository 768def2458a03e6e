"""The people of a simulated programme: where they live, how they behave, all of it drawn from a seed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from random import Random

ZONES = (
    "America/New_York",
    "Europe/Madrid",
    "Asia/Kolkata",
    "Pacific/Auckland",
    "America/Sao_Paulo",
    "Africa/Nairobi",
    "Australia/Lord_Howe",
    "America/Los_Angeles",
    "Asia/Kathmandu",
    "Europe/London",
    "America/St_Johns",
    "Africa/Casablanca",
    "Australia/Adelaide",
    "America/Santiago",
    "Asia/Tokyo",
    "Pacific/Chatham",
    "Africa/Cairo",
    "America/Havana",
    "Europe/Helsinki",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "Asia/Tehran",
    "Europe/Dublin",
    "America/Mexico_City",
)
"""Both ends of the date line, offsets of quarters and halves of an hour, and daylight saving of every kind."""

MENTEES_PER_MENTOR = 4
MOVES_EVERY = 20
"""Every so many mentees, one moves to another zone in the second week."""

_NAMES = ("Ada", "Bilal", "Chidi", "Daria", "Emre", "Fatou", "Goran", "Hina", "Inés", "Jun", "Kofi", "Lena")
_HOUR = timedelta(hours=1)
_HALF_HOURS_PROMPT = (1, 80)
_HALF_HOURS_LATE = (100, 300)
_HALF_HOURS_TOO_LATE = (325, 330)
"""After the prompt; the nudge comes 96 half hours after it, the end of the week 316 to 320."""


class Part(Enum):
    """What a person is in the programme."""

    MODERATOR = "moderator"
    MENTOR = "mentor"
    MENTEE = "mentee"


class Temper(Enum):
    """How a mentee takes the weekly question."""

    PROMPT = "prompt"
    LATE = "late"
    FITFUL = "fitful"
    SILENT = "silent"


class Delay(Enum):
    """When in a week an answer comes."""

    SOON = _HALF_HOURS_PROMPT
    AFTER_THE_NUDGE = _HALF_HOURS_LATE
    TOO_LATE = _HALF_HOURS_TOO_LATE


_HABITS = {
    Temper.PROMPT: ((Delay.SOON, 92), (Delay.AFTER_THE_NUDGE, 5), (None, 3)),
    Temper.LATE: ((Delay.SOON, 20), (Delay.AFTER_THE_NUDGE, 75), (Delay.TOO_LATE, 5)),
    Temper.FITFUL: ((Delay.SOON, 45), (Delay.AFTER_THE_NUDGE, 15), (Delay.TOO_LATE, 10), (None, 30)),
    Temper.SILENT: ((None, 100),),
}
"""How often, of a hundred weeks; None is no answer at all."""


@dataclass(frozen=True)
class Move:
    """A mentee's new zone, from the middle of a local week on."""

    zone: str
    week: int
    """After the prompt of this week (from 0)."""


@dataclass(frozen=True)
class Person:
    """One scripted member."""

    account: str
    name: str
    part: Part
    zone: str
    language: str
    public: bool
    temper: Temper
    joins_after: timedelta
    move: Move | None
    seed: int

    def answers_after(self, week: int) -> timedelta | None:
        """Say how long after the prompt of a week (from 0) this mentee answers; None is never."""
        dice = Random(f"{self.seed}/{self.account}/{week}")
        delays, weights = zip(*_HABITS[self.temper], strict=True)
        delay = dice.choices(delays, weights)[0]
        return None if delay is None else dice.randint(*delay.value) * _HOUR / 2

    def hesitates(self, week: int) -> bool:
        """Tell whether the answer to a week is sent twice, by an impatient finger."""
        return Random(f"{self.seed}/{self.account}/{week}/twice").random() < 1 / 12


def cast(members: int, seed: int) -> Sequence[Person]:
    """Draw a moderator, mentors and mentees, `members` in all; raise ValueError for fewer than three."""
    if members < len(Part):
        raise ValueError("a programme needs a moderator, a mentor and a mentee: at least 3 members")
    mentors = max(1, (members - 1) // (MENTEES_PER_MENTOR + 1))
    parts = [Part.MODERATOR] + [Part.MENTOR] * mentors + [Part.MENTEE] * (members - 1 - mentors)
    return [_person(number, part, seed) for number, part in enumerate(parts)]


def _person(number: int, part: Part, seed: int) -> Person:
    dice = Random(f"{seed}/{number}")
    zone = ZONES[number % len(ZONES)]
    moves = part is Part.MENTEE and number % MOVES_EVERY == 0
    return Person(
        account=f"{part.value}{number}",
        name=f"{_NAMES[number % len(_NAMES)]} {number}",
        part=part,
        zone=zone,
        language="es" if dice.random() < 1 / 4 else "en",
        public=dice.random() < 2 / 3,
        temper=dice.choices(list(Temper), (50, 20, 20, 10))[0],
        joins_after=_join(part, dice),
        move=Move(dice.choice([each for each in ZONES if each != zone]), week=1) if moves else None,
        seed=seed,
    )


def _join(part: Part, dice: Random) -> timedelta:
    """The moderator first, mentors within half a day, mentees within another day."""
    match part:
        case Part.MODERATOR:
            return timedelta()
        case Part.MENTOR:
            return dice.randint(1, 24) * _HOUR / 2
        case Part.MENTEE:
            return 12 * _HOUR + dice.randint(1, 48) * _HOUR / 2
