"""What is kept of conversations that are going on."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from bot.core.domain.ids import CommunityId, MemberId, PairingId, PlaceId
from bot.core.domain.relays import Copy
from bot.core.ui.forms import FormSession


class FormSessions(Protocol):
    """The answers so far to opened forms."""

    def find(self, community: CommunityId, session: str) -> FormSession | None:
        """Find a session."""

    def find_open(self, community: CommunityId, member: MemberId, form: str, ref: str) -> FormSession | None:
        """Find the member's latest open session of a form about the same thing."""

    def going_on(self, community: CommunityId, member: MemberId) -> Sequence[FormSession]:
        """List the member's open sessions, the last touched first."""

    def save(self, session: FormSession) -> None:
        """Keep a session, new or changed."""

    def expire(self, before: datetime, limit: int) -> int:
        """Forget what was filled in of open sessions that nobody has touched since then; return how many."""


class Inbox(Protocol):
    """Which happenings have been dealt with."""

    def record(self, platform: str, update: str, now: datetime) -> bool:
        """Record one; return False if it was recorded before."""

    def clear(self, before: datetime, limit: int) -> int:
        """Forget what was recorded before then, the oldest first; return how many."""


class Relays(Protocol):
    """What is carried between the places of a room, and to whom an account talks where several rooms share one."""

    def add(self, copy: Copy) -> None:
        """Keep a message's place in what is said; adding one that is there already changes nothing."""

    def find(self, community: CommunityId, place: PlaceId, message: str) -> Copy | None:
        """Find what a message says again, or is said again by."""

    def of_utterance(self, community: CommunityId, utterance: str) -> Sequence[Copy]:
        """List all messages that say the same."""

    def forget(self, community: CommunityId, place: PlaceId) -> None:
        """Forget the messages of a place that is no more."""

    def talking_in(self, platform: str, account: str) -> tuple[CommunityId, PairingId] | None:
        """Find the room that an account talks in."""

    def talk_in(self, platform: str, account: str, community: CommunityId, pairing: PairingId) -> None:
        """Have an account talk in a room from now on."""

    def talk_no_more(self, platform: str, account: str, but: PairingId | None = None) -> None:
        """Have an account talk in no room, unless it is this one."""


class Updates(Protocol):
    """What a platform has told, kept until it has been dealt with."""

    def put(self, platform: str, number: int, told: str) -> None:
        """Keep one; one that is there already is left as it is."""

    def take(self, platform: str, limit: int) -> Sequence[tuple[int, str]]:
        """List the first ones, in their order; they stay until they are `done`."""

    def done(self, platform: str, numbers: Collection[int]) -> None:
        """Forget some."""
