"""What moderators decide about pairs of a round: all of it is kept, the last word about a pair stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from bot.core.domain.ids import MemberId


class Ruling(Enum):
    """What is decided about a pair."""

    PIN = "pin"
    """They are paired, whatever else changes; a mentee's earlier pin gives way."""
    SWAP = "swap"
    """A pin that came of exchanging two mentees' mentors."""
    FORBID = "forbid"
    """They are not paired."""
    RELEASE = "release"
    """What was decided about them before no longer holds."""


PINS = frozenset({Ruling.PIN, Ruling.SWAP})


@dataclass(frozen=True)
class Decision:
    """A moderator's word about a pair."""

    ruling: Ruling
    mentee: MemberId
    mentor: MemberId
    by: MemberId
    at: datetime


@dataclass(frozen=True)
class Rulings:
    """What stands: each pinned mentee's mentor, and the pairs that are forbidden."""

    pins: Mapping[MemberId, MemberId]
    forbidden: frozenset[tuple[MemberId, MemberId]]

    def about(self, mentee: MemberId, mentor: MemberId) -> Ruling | None:
        """Say what stands about a pair."""
        if self.pins.get(mentee) == mentor:
            return Ruling.PIN
        return Ruling.FORBID if (mentee, mentor) in self.forbidden else None


def standing(decisions: Sequence[Decision]) -> Rulings:
    """Read what stands from all that was decided, the oldest first."""
    pins: dict[MemberId, MemberId] = {}
    forbidden: set[tuple[MemberId, MemberId]] = set()
    for each in decisions:
        pair = (each.mentee, each.mentor)
        if each.ruling in PINS:
            pins[each.mentee] = each.mentor
            forbidden.discard(pair)
            continue
        if pins.get(each.mentee) == each.mentor:
            del pins[each.mentee]
        if each.ruling is Ruling.FORBID:
            forbidden.add(pair)
        else:
            forbidden.discard(pair)
    return Rulings(pins, frozenset(forbidden))
