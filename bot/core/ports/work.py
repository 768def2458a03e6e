"""The unit of work: one transaction, with everything that can be kept in it."""

from types import TracebackType
from typing import Protocol, Self

from bot.core.ports.checkins import CheckIns
from bot.core.ports.circumstances import CircumstancesKept
from bot.core.ports.frameworks import LoadedFrameworks
from bot.core.ports.growing import ActionItems, Assessments, Goals, Growth, Pairings, Rooms
from bot.core.ports.linking import Codes, Merges
from bot.core.ports.people import Communities, Currents, Members, Programmes
from bot.core.ports.roadmaps import Drafts, Enrolments
from bot.core.ports.rounds import Proposals, Rounds
from bot.core.ports.sending import Outbox, Sendings
from bot.core.ports.signups import SignUps
from bot.core.ports.talking import FormSessions, Inbox, Relays, Updates
from bot.core.ports.versions import Versions


class Notes(Protocol):
    """Small facts about the installation itself, such as the version of the zone data that schedules were made with."""

    def get(self, name: str) -> str | None:
        """Find a fact."""

    def set(self, name: str, value: str) -> None:
        """Keep a fact."""


class UnitOfWork(Protocol):
    """One transaction, with everything that can be kept in it; leaving without `commit` undoes all."""

    communities: Communities
    members: Members
    circumstances: CircumstancesKept
    sign_ups: SignUps
    programmes: Programmes
    frameworks: LoadedFrameworks
    versions: Versions
    assessments: Assessments
    pairings: Pairings
    rounds: Rounds
    proposals: Proposals
    rooms: Rooms
    goals: Goals
    enrolments: Enrolments
    drafts: Drafts
    check_ins: CheckIns
    growth: Growth
    action_items: ActionItems
    sessions: FormSessions
    inbox: Inbox
    relays: Relays
    updates: Updates
    outbox: Outbox
    currents: Currents
    codes: Codes
    merges: Merges
    sendings: Sendings
    notes: Notes

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def commit(self) -> None:
        """Make it all happen."""

    def rollback(self) -> None:
        """Undo everything since the beginning or the last commit; the unit can go on from there."""


class UnitsOfWork(Protocol):
    """Where units of work come from; used by the edge, in the thread that does the work."""

    def read(self) -> UnitOfWork:
        """Begin one that only reads: it never waits for a writer."""

    def write(self) -> UnitOfWork:
        """Begin one that may write."""
