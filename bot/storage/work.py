"""The unit of work: one transaction, and the repositories that read and write in it."""

from types import TracebackType
from typing import Self

import sqlalchemy as sa

from bot.core import ports
from bot.storage.action_items import ActionItemRows
from bot.storage.checkins.repository import CheckInRows
from bot.storage.circumstances import CircumstanceRows
from bot.storage.codes import CodeRows
from bot.storage.communities import CommunityRows
from bot.storage.currents import CurrentRows
from bot.storage.errors import StorageUnavailable
from bot.storage.frameworks import LoadedFrameworkRows
from bot.storage.gaps import AssessmentRows
from bot.storage.goals import GoalRows
from bot.storage.growth import GrowthRows
from bot.storage.inbox import InboxRows
from bot.storage.linking import MergeRows
from bot.storage.members import MemberRows
from bot.storage.notes import NoteRows
from bot.storage.outbox import OutboxRows
from bot.storage.pairings import PairingRows
from bot.storage.programmes import ProgrammeRows
from bot.storage.relays import RelayRows
from bot.storage.roadmaps import DraftRows, EnrolmentRows
from bot.storage.rooms import RoomRows
from bot.storage.rounds.proposals import ProposalRows
from bot.storage.rounds.repository import RoundRows
from bot.storage.sealing import Seal
from bot.storage.sending import SendingRows
from bot.storage.sessions import FormSessionRows
from bot.storage.signups import SignUpRows
from bot.storage.updates import UpdateRows
from bot.storage.versions import VersionRows


class Work:
    """The port `UnitOfWork`, for one thread; its transaction begins with the first statement."""

    communities: ports.Communities
    members: ports.Members
    circumstances: ports.CircumstancesKept
    sign_ups: ports.SignUps
    programmes: ports.Programmes
    frameworks: ports.LoadedFrameworks
    versions: ports.Versions
    assessments: ports.Assessments
    pairings: ports.Pairings
    rounds: ports.Rounds
    proposals: ports.Proposals
    rooms: ports.Rooms
    goals: ports.Goals
    enrolments: ports.Enrolments
    drafts: ports.Drafts
    check_ins: ports.CheckIns
    growth: ports.Growth
    action_items: ports.ActionItems
    sessions: ports.FormSessions
    inbox: ports.Inbox
    relays: ports.Relays
    updates: ports.Updates
    outbox: ports.Outbox
    currents: ports.Currents
    codes: ports.Codes
    merges: ports.Merges
    sendings: ports.Sendings
    notes: ports.Notes

    def __init__(self, engine: sa.Engine, seal: Seal) -> None:
        self._engine, self._seal = engine, seal

    def __enter__(self) -> Self:
        """Take a connection; raise `StorageUnavailable` if there is none to be had just now."""
        self._connection = connection = _connected(self._engine)
        self._outbox = OutboxRows(connection, self._seal)
        self.communities = CommunityRows(connection)
        self.members = MemberRows(connection)
        self.circumstances = CircumstanceRows(connection)
        self.sign_ups = SignUpRows(connection, self._seal)
        self.programmes = ProgrammeRows(connection)
        self.frameworks = LoadedFrameworkRows(connection)
        self.versions = VersionRows(connection)
        self.assessments = AssessmentRows(connection)
        self.pairings = PairingRows(connection)
        self.rounds = RoundRows(connection, self._seal)
        self.proposals = ProposalRows(connection)
        self.rooms = RoomRows(connection)
        self.goals = GoalRows(connection)
        self.enrolments = EnrolmentRows(connection)
        self.drafts = DraftRows(connection)
        self.check_ins = CheckInRows(connection)
        self.growth = GrowthRows(connection)
        self.action_items = ActionItemRows(connection)
        self.sessions = FormSessionRows(connection)
        self.inbox = InboxRows(connection)
        self.relays = RelayRows(connection)
        self.updates = UpdateRows(connection, self._seal)
        self.outbox = self._outbox
        self.currents = CurrentRows(connection)
        self.codes = CodeRows(connection)
        self.merges = MergeRows(connection)
        self.sendings = SendingRows(connection)
        self.notes = NoteRows(connection)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Undo what wasn't committed, and give the connection back."""
        self._connection.close()

    def commit(self) -> None:
        """Make it all happen; after `StorageUnavailable` it may have happened, too."""
        self._outbox.flush()
        self._connection.commit()

    def rollback(self) -> None:
        """Undo everything since the beginning or the last commit."""
        self._outbox.forget()
        self._connection.rollback()


def _connected(engine: sa.Engine) -> sa.Connection:
    try:
        return engine.connect()
    except sa.exc.TimeoutError as error:
        raise StorageUnavailable("every connection is in use") from error
