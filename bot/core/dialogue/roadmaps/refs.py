"""Short names for buttons: a step of an enrolment by its number, an offered roadmap by a digest of its id."""

from hashlib import sha256

from bot.core.domain.errors import NotFound
from bot.core.domain.ids import EnrolmentId, RoadmapId
from bot.core.domain.roadmaps.enrolments import EnrolledStep, Enrolment

_SHORT = 16
"""As long as any id: ids of roadmaps are words, and too long for a button."""


def step_ref(mine: Enrolment, each: EnrolledStep) -> str:
    """Name a step."""
    return f"{mine.id}.{each.number}"


def read_step(ref: str) -> tuple[EnrolmentId, int]:
    """Read what `step_ref` wrote, or raise `NotFound`."""
    enrolment, _, number = ref.partition(".")
    if not number.isdecimal():
        raise NotFound
    return EnrolmentId(enrolment), int(number)


def offer_ref(roadmap: RoadmapId) -> str:
    """Name a roadmap that is offered."""
    return sha256(roadmap.encode()).hexdigest()[:_SHORT]
