"""A round's question to a mentor: until when it is answered, when they are reminded, and why they said no."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum

from bot.core.domain.ids import CommunityId, MemberId, PairingId, RoundId
from bot.core.domain.matching import Guide, Seeker
from bot.core.domain.pairings import Pairing, PairingState

MOST_DAYS = 30
"""Days that a mentor can ask for at most."""

BEFORE_PROMISE = timedelta(days=1)
"""So long before the day that they named they are reminded of it."""


class Reason(Enum):
    """Why a mentor says no."""

    NO_TIME = "no-time"
    """Not now, whoever it is: nobody else of this round is proposed to them."""
    NO_FIT = "no-fit"
    """Somebody else fits this mentee better; another mentee may be proposed to them."""
    OTHER = "other"


@dataclass(frozen=True)
class Patience:
    """How long a programme's mentors have until they are reminded, and until the next one is asked."""

    remind_after: timedelta = timedelta(days=2)
    answer_within: timedelta = timedelta(days=3)


@dataclass(frozen=True)
class Proposal:
    """What a round adds to a proposed pairing; how it is answered is the pairing's own state."""

    community: CommunityId
    pairing: PairingId
    round: RoundId
    answer_by: datetime
    due_at: datetime | None
    """When time is to look at it next: to remind, or to ask somebody else. None once it is answered."""
    reason: Reason | None = None
    words: str = ""
    """What the mentor said beside the reason; for moderators."""

    @property
    def is_reminder(self) -> bool:
        """Whether what is due next is a reminder."""
        return self.due_at is not None and self.due_at < self.answer_by

    def reminded(self) -> "Proposal":
        """They were reminded: next is the deadline."""
        return replace(self, due_at=self.answer_by)

    def remembered_at(self, moment: datetime) -> "Proposal":
        """Remind later, but not after the deadline."""
        return replace(self, due_at=min(moment, self.answer_by))

    def promised(self, by: datetime, now: datetime) -> "Proposal":
        """The mentor says until when they will answer; they are reminded the day before, if that is to come."""
        remind_at = by - BEFORE_PROMISE
        return replace(self, answer_by=by, due_at=remind_at if remind_at > now else by)

    def settled(self, reason: Reason | None = None, words: str = "") -> "Proposal":
        """It is answered, or over."""
        return replace(self, due_at=None, reason=reason, words=words)


@dataclass(frozen=True)
class Asked:
    """A round's question with the pairing that it is about."""

    proposal: Proposal
    pairing: Pairing

    @property
    def waits(self) -> bool:
        """Whether the mentor has not answered yet, and still can."""
        return self.pairing.state is PairingState.PROPOSED

    @property
    def is_agreed(self) -> bool:
        """Whether the mentor said yes, whatever became of it."""
        return self.pairing.state not in _NEVER and self.pairing.answered_at is not None

    @property
    def is_silent(self) -> bool:
        """Whether it was over without an answer."""
        return self.pairing.state is PairingState.ENDED and self.pairing.answered_at is None


_NEVER = frozenset({PairingState.PROPOSED, PairingState.DECLINED})


def ask(pairing: Pairing, of: RoundId, patience: Patience, now: datetime) -> Proposal:
    """Begin to wait for an answer."""
    remind_at, answer_by = now + patience.remind_after, now + patience.answer_within
    return Proposal(pairing.community, pairing.id, of, answer_by, min(remind_at, answer_by))


def still_open(
    seekers: Iterable[Seeker], guides: Iterable[Guide], asked: Sequence[Asked], waiting: Iterable[Pairing]
) -> tuple[Sequence[Seeker], Sequence[Guide]]:
    """Keep of people as they are now whom a round may still bring together, leaving alone what is agreed or asked.

    `waiting` are all proposals of the community without an answer: each holds a place. Nobody is asked twice for the
    same mentee, and not again who was silent or has no time.
    """
    held = Counter(each.mentor for each in waiting)
    tried: dict[MemberId, set[MemberId]] = {}
    gone: set[MemberId] = set()
    for each in asked:
        tried.setdefault(each.pairing.mentee, set()).add(each.pairing.mentor)
        if each.is_silent or each.proposal.reason is Reason.NO_TIME:
            gone.add(each.pairing.mentor)
    return (
        [
            replace(seeker, apart=seeker.apart | tried[seeker.member]) if seeker.member in tried else seeker
            for seeker in seekers
        ],
        [
            replace(guide, free=0 if guide.member in gone else guide.free - held[guide.member])
            if guide.member in gone or held[guide.member]
            else guide
            for guide in guides
        ],
    )
