"""Mentees all over the world on a real database, with ticks and a platform, and no conversation around them."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, time, timedelta

from bot.adapters.ids import RandomIds
from bot.adapters.library.content import ConfigLibrary
from bot.app import CONFIG
from bot.core.domain.checkins import CheckIn, schedule_for
from bot.core.domain.communities import Community
from bot.core.domain.ids import MemberId, ProgrammeId, TemplateId
from bot.core.domain.members import Account, Member, MemberState, Role, Visibility
from bot.core.domain.programmes import Cadence, Programme, Question, QuestionId, Weekday
from bot.core.effects import Delivered, Done
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.checkins import close_due_check_ins, nudge_due_check_ins, open_due_check_ins
from bot.core.usecases.communities import found_community
from bot.core.usecases.delivery import lease_effects, record_outcomes
from bot.simulation.clocks import VirtualClock
from bot.simulation.ledger import Arrival, Due, Judgement, judge, owed
from bot.simulation.people import ZONES
from bot.simulation.wall import monday_at
from bot.storage.engines import Database

PLATFORM = "simulated"
MONDAYS = Cadence(1, Weekday.MONDAY, time(9), 48, time(8), time(21))
START = datetime(2026, 10, 8, 12, tzinfo=UTC)
"""A Thursday; the weeks after it hold the ends of summer time in Europe and America and its beginning in the south."""

_BATCH = 200
_LEASE = timedelta(seconds=45)


class Household:
    """A programme with one mentee in each of some zones, and the books about them."""

    def __init__(self, database: Database, weeks: int, zones: Sequence[str] = ZONES) -> None:
        self.database, self.clock = database, VirtualClock(START)
        self.tools = Tools(self.clock, RandomIds(), ConfigLibrary(CONFIG))
        self.zones = {f"m{number}": zone for number, zone in enumerate(zones)}
        self.dues: Sequence[Due] = [
            due for account, zone in self.zones.items() for due in owed(account, [(START, zone)], weeks)
        ]
        self.arrivals: list[Arrival] = []
        with database.write() as work:
            self.community = found_community(work, self.tools, PLATFORM, "c", "Household", "en", "UTC")
        with database.write() as work:
            self._move_in(work, weeks)
            work.commit()

    def tick(self) -> None:
        """Let time look, and deliver what is ready."""
        self.look()
        self.deliver()

    def look(self) -> None:
        """Do everything that is due; what comes due by that is done, too."""
        while sum([self._use(each) for each in (close_due_check_ins, open_due_check_ins, nudge_due_check_ins)]):
            pass

    def deliver(self) -> None:
        """Carry everything out that is ready; the platform answers at once."""
        machine_now = self.clock.now()
        while True:
            with self.database.write() as work:
                leased = lease_effects(work, self.tools, [PLATFORM], machine_now, _LEASE, _BATCH)
            if not leased:
                return
            delivered = []
            for each in leased:
                self._arrive(each.effect.refs["to"], each.effect.key)
                delivered.append(Delivered(each, Done(str(each.number))))
            with self.database.write() as work:
                record_outcomes(work, self.tools, delivered, machine_now, jitter=0.5)

    def at(self, moment: datetime) -> None:
        """Let the program's clock show a moment, and time look."""
        self.clock.set(moment)
        self.tick()

    def next_instant(self) -> datetime | None:
        """Ask when something is due next."""
        with self.database.read() as work:
            return work.check_ins.next_instant()

    def check_ins_of(self, account: str) -> Sequence[CheckIn]:
        """Read a mentee's check-ins, the oldest first."""
        with self.database.read() as work:
            return [*reversed(work.check_ins.recent(self.community.id, MemberId(account), 100))]

    def judged(self) -> Judgement:
        """Hold what arrived against what was due up to now."""
        return judge(self.dues, self.arrivals, self.clock.now())

    def prompts_of(self, account: str) -> Sequence[Arrival]:
        """List the prompts that arrived for a mentee."""
        return [each for each in self.arrivals if each.account == account and each.topic == "checkin"]

    def _use(self, use_case: Callable[[UnitOfWork, Tools, int], int]) -> int:
        with self.database.write() as work:
            return use_case(work, self.tools, _BATCH)

    def _arrive(self, account: str, key: str) -> None:
        now, zone = self.clock.now(), self.zones[account]
        self.arrivals.append(Arrival(now, account, key.partition(":")[0], monday_at(now, zone), key))

    def _move_in(self, work: UnitOfWork, weeks: int) -> None:
        programme = _programme(self.community, weeks)
        work.programmes.add(programme)
        for account, zone in self.zones.items():
            member = _member(self.community, account, zone)
            work.members.add(member, Account(self.community.id, PLATFORM, account, member.id))
            work.check_ins.add_schedule(schedule_for(programme, member.id, zone, START))


def _programme(community: Community, weeks: int) -> Programme:
    return Programme(
        id=ProgrammeId("p"),
        community=community.id,
        name="Household",
        template=TemplateId("steady"),
        weeks=weeks,
        cadence=MONDAYS,
        questions=(Question(QuestionId.LEARNED, required=True),),
        zone="UTC",
        language="en",
        starts_on=START.date(),
    )


def _member(community: Community, account: str, zone: str) -> Member:
    return Member(
        id=MemberId(account),
        community=community.id,
        name=account,
        roles=frozenset({Role.MENTEE}),
        language="en",
        zone=zone,
        languages=("en",),
        visibility=Visibility.PRIVATE,
        state=MemberState.ACTIVE,
        home=PLATFORM,
        introduced_at=START,
    )
