"""A member's public line of growth and the entries in it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from bot.core.domain.checkins import CheckIn
from bot.core.domain.errors import MovedOn
from bot.core.domain.ids import CheckInId, CommunityId, EntryId, MemberId, PlaceId
from bot.core.domain.programmes import QuestionId


class EntryState(Enum):
    """Whether an entry can be read in public."""

    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class GrowthThread:
    """Where a member's entries appear; `place` is None until a platform has made it."""

    community: CommunityId
    member: MemberId
    place: PlaceId | None


@dataclass(frozen=True)
class Entry:
    """One week in public: the answers that its author let out, and nothing else."""

    id: EntryId
    community: CommunityId
    member: MemberId
    check_in: CheckInId
    number: int
    streak: int
    is_milestone: bool
    answers: Mapping[QuestionId, str]
    state: EntryState
    published_at: datetime

    def withdrawn(self) -> "Entry":
        """Take it back; raise `MovedOn` if that was done before."""
        if self.state is EntryState.WITHDRAWN:
            raise MovedOn(state=self.state.value)
        return replace(self, state=EntryState.WITHDRAWN, answers={})


def entry_of(check_in: CheckIn, entry: EntryId, streak: int, now: datetime) -> Entry | None:
    """Make the public entry of an answered check-in, or None where nothing in it may be public."""
    answers = check_in.public_answers
    if not answers:
        return None
    return Entry(
        id=entry,
        community=check_in.community,
        member=check_in.member,
        check_in=check_in.id,
        number=check_in.number,
        streak=streak,
        is_milestone=QuestionId.MILESTONE in answers,
        answers=answers,
        state=EntryState.PUBLISHED,
        published_at=now,
    )
