"""A run of mentoring in a community: its length, its cadence and the week's questions."""

from dataclasses import dataclass
from datetime import date
from datetime import time as TimeOfDay  # noqa: N812  a cadence has a field `time`
from enum import Enum, IntEnum

from bot.core.domain.ids import CommunityId, ProgrammeId, TemplateId


class Weekday(IntEnum):
    """Days by ISO number."""

    MONDAY = 1
    TUESDAY = 2
    WEDNESDAY = 3
    THURSDAY = 4
    FRIDAY = 5
    SATURDAY = 6
    SUNDAY = 7


class QuestionId(Enum):
    """The fixed questions of a check-in; templates choose which are asked and which must be answered."""

    LEARNED = "learned"
    CHALLENGE = "challenge"
    MILESTONE = "milestone"
    NEXT = "next"
    MOOD = "mood"


ALWAYS_PRIVATE = frozenset({QuestionId.MOOD})
"""Answers that never leave the mentorship room, whatever anybody sets."""


@dataclass(frozen=True)
class Question:
    """A question as one template asks it."""

    id: QuestionId
    required: bool


@dataclass(frozen=True)
class Cadence:
    """When a member is asked, in their own local week, and when they may be written to at all."""

    every_weeks: int
    weekday: Weekday
    time: TimeOfDay
    nudge_after_hours: int
    waking_from: TimeOfDay
    waking_until: TimeOfDay


@dataclass(frozen=True)
class Template:
    """A programme's beginnings, curated in `config/programmes`, in one language."""

    id: TemplateId
    title: str
    summary: str
    weeks: int
    cadence: Cadence
    questions: tuple[Question, ...]
    room_guide: tuple[str, ...]


KEEP_ROOMS_DAYS = 90


@dataclass(frozen=True)
class Programme:
    """A template at work in a community; `starts_on` is a date in `zone`."""

    id: ProgrammeId
    community: CommunityId
    name: str
    template: TemplateId
    weeks: int
    cadence: Cadence
    questions: tuple[Question, ...]
    zone: str
    language: str
    starts_on: date
    moderators_read: bool = False
    """Whether moderators may read in mentorship rooms."""
    keep_rooms_days: int = KEEP_ROOMS_DAYS
    """How long a room stays readable after its pairing has ended."""
