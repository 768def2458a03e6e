"""A member's public line of growth and the entries in it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from bot.core.domain.checkins import CheckIn
from bot.core.domain.errors import GrowthIsPrivate, MovedOn
from bot.core.domain.ids import CheckInId, CommunityId, EntryId, MemberId, PlaceId
from bot.core.domain.members import Member, Visibility
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
    """One week in public, or a note: the words that its author let out, and nothing else."""

    id: EntryId
    community: CommunityId
    member: MemberId
    check_in: CheckInId | None
    """None in a note, which belongs to no week."""
    number: int | None
    streak: int
    is_milestone: bool
    answers: Mapping[QuestionId, str]
    state: EntryState
    published_at: datetime
    note: str = ""
    comments: int = 0
    cheers: int = 0
    place: PlaceId | None = None
    """Where it stands, if not in its member's thread: in one that they had before two members became one."""

    def public(self) -> "Entry":
        """Return it, or raise `MovedOn` where it can't be read any more."""
        if self.state is EntryState.WITHDRAWN:
            raise MovedOn(state=self.state.value)
        return self

    def withdrawn(self) -> "Entry":
        """Take it back; raise `MovedOn` if that was done before."""
        return replace(self.public(), state=EntryState.WITHDRAWN, answers={}, note="")


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


def note_of(member: Member, entry: EntryId, words: str, now: datetime) -> Entry:
    """Make a public entry of a member's own words; raise `GrowthIsPrivate` for one who learns in private."""
    return Entry(
        id=entry,
        community=member.community,
        member=in_public(member).id,
        check_in=None,
        number=None,
        streak=0,
        is_milestone=False,
        answers={},
        state=EntryState.PUBLISHED,
        published_at=now,
        note=words,
    )


def in_public(member: Member) -> Member:
    """Return a member who learns in public, or raise `GrowthIsPrivate`."""
    if member.visibility is not Visibility.PUBLIC:
        raise GrowthIsPrivate
    return member
