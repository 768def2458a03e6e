"""Communities of any size, made from one seed and written in bulk."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from itertools import cycle, islice
from pathlib import Path
from random import Random

import sqlalchemy as sa

from benchmarks.databases import open_with_engine
from bot.adapters.ids import RandomIds
from bot.adapters.library.content import ConfigLibrary
from bot.core.domain.checkins import CheckIn, Schedule, opened, schedule_for
from bot.core.domain.communities import Community
from bot.core.domain.growth import GrowthThread
from bot.core.domain.ids import CheckInId, CommunityId, MemberId, PairingId, ProgrammeId, TemplateId
from bot.core.domain.members import Member, MemberState, Role, Visibility
from bot.core.domain.pairings import Pairing, PairingState
from bot.core.domain.programmes import Cadence, Programme, Question, QuestionId, Weekday
from bot.core.domain.rooms import Room, RoomState
from bot.core.effects import Priority
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.telling import telling
from bot.storage.checkins.tables import schedule_values, schedules
from bot.storage.engines import Database
from bot.storage.migrate import migrate
from bot.storage.outbox import EffectState, outbox
from bot.storage.roster import members, values_of

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
"""A Monday at 09:00 where the winter's clock is Greenwich's: everybody there is asked at this moment."""

CADENCE = Cadence(
    every_weeks=1,
    weekday=Weekday.MONDAY,
    time=time(9),
    nudge_after_hours=48,
    waking_from=time(8),
    waking_until=time(21),
)

DUE_ZONES = ("Europe/London", "Europe/Lisbon", "Africa/Accra", "Atlantic/Reykjavik")
LATER_ZONES = ("America/Halifax", "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles")

_BEFORE = NOW - timedelta(days=3)
_COMMUNITY_SIZE = 5000
_SEED = 7


@dataclass(frozen=True)
class Crowd:
    """How many members are asked at `NOW`, and how many at another time."""

    due: int
    later: int


class SeededIds:
    """The port `Ids`, the same ones each time."""

    def __init__(self, seed: int = _SEED) -> None:
        self._random = Random(seed)

    def new(self) -> str:
        """Draw one."""
        return "".join(self._random.choices("abcdefghijklmnopqrstuvwxyz234567", k=16))


@dataclass(frozen=True)
class StillClock:
    """The port `Clock`, stopped."""

    at: datetime = NOW

    def now(self) -> datetime:
        """Return always the same."""
        return self.at


CONFIG = Path(__file__).parents[1] / "config"
TOOLS = Tools(StillClock(), RandomIds(), ConfigLibrary(CONFIG))
"""What use cases have at hand while they are measured."""


@dataclass(frozen=True)
class AskedCommunity:
    """A community whose mentees have an open check-in each, and one mentor."""

    community: Community
    programme: Programme
    mentor: Member
    mentees: Sequence[Member]
    check_ins: Sequence[CheckIn]


def asked_community(number: int) -> AskedCommunity:
    """Make a community of so many mentees, always the same one."""
    ids = SeededIds()
    community = _community(ids)
    programme = _programme(community, ids)
    mentor = replace(_mentee(community, ids, "UTC"), roles=frozenset({Role.MENTOR}))
    mentees = [_mentee(community, ids, "Europe/London") for _ in range(number)]
    check_ins = [opened(_schedule(programme, each), CheckInId(ids.new()), NOW) for each in mentees]
    return AskedCommunity(community, programme, mentor, mentees, check_ins)


def fill_asked(url: str, number: int) -> None:
    """Write such a community, every mentee with a pairing, a room and a growth thread."""
    asked, ids = asked_community(number), SeededIds(_SEED + 1)
    with _migrated(url) as (database, connect):
        with database.write() as work:
            _found(work, asked.community, asked.programme)
            work.commit()
        with connect() as connection:
            _write_members(connection, [asked.mentor, *asked.mentees])
            _write_schedules(connection, [_schedule(asked.programme, each).after_this_week() for each in asked.mentees])
        with database.write() as work:
            work.check_ins.add(asked.check_ins)
            for mentee in asked.mentees:
                _pair(work, asked.mentor, mentee, PairingId(ids.new()))
            work.commit()


def fill_crowd(url: str, crowd: Crowd) -> None:
    """Write a crowd of mentees with their schedules, in communities of a few thousand."""
    ids = SeededIds()
    zones = [*islice(cycle(DUE_ZONES), crowd.due), *islice(cycle(LATER_ZONES), crowd.later)]
    Random(_SEED).shuffle(zones)
    with _migrated(url) as (database, connect):
        for start in range(0, len(zones), _COMMUNITY_SIZE):
            community = _community(ids)
            programme = _programme(community, ids)
            people = [_mentee(community, ids, zone) for zone in zones[start : start + _COMMUNITY_SIZE]]
            with database.write() as work:
                _found(work, community, programme)
                work.commit()
            plans = [_schedule(programme, each) for each in people]
            with connect() as connection:
                _write_members(connection, people)
                _write_schedules(connection, plans)
            with database.write() as work:
                _remember_last_week(work, plans, ids)
                work.commit()
            with connect() as connection:
                connection.execute(sa.update(outbox).values(state=EffectState.DONE, is_next=False))


@contextmanager
def _migrated(url: str) -> Iterator[tuple[Database, Callable[[], AbstractContextManager[sa.Connection]]]]:
    """Migrate a database, and open it both as the use cases do and for writing in bulk."""
    migrate(url)
    database, engine = open_with_engine(url)
    try:
        yield database, engine.begin
    finally:
        database.close()


def _found(work: UnitOfWork, community: Community, programme: Programme) -> None:
    work.communities.add(community)
    work.programmes.add(programme)


def _pair(work: UnitOfWork, mentor: Member, mentee: Member, pairing: PairingId) -> None:
    community = mentee.community
    work.pairings.add(
        Pairing(
            id=pairing,
            community=community,
            mentor=mentor.id,
            mentee=mentee.id,
            state=PairingState.ACTIVE,
            score=0.5,
            proposed_by=mentor.id,
            proposed_at=_BEFORE,
            answered_at=_BEFORE,
        )
    )
    work.rooms.add(Room(community, pairing, RoomState.OPENING))
    work.growth.add_thread(GrowthThread(community, mentee.id, place=None))


def _remember_last_week(work: UnitOfWork, plans: Sequence[Schedule], ids: SeededIds) -> None:
    """Let everybody have answered once before: tables that were never written to are nobody's daily life."""
    last_week = [replace(each, week=each.week.plus(-1)) for each in plans]
    asked = [opened(each, CheckInId(ids.new()), NOW - timedelta(weeks=1)) for each in last_week]
    work.check_ins.add([each.submitted({QuestionId.LEARNED: "Much"}, frozenset(), each.opened_at) for each in asked])
    work.outbox.add(
        [
            telling(
                each.community,
                each.member,
                "webchat",
                "checkin_due",
                f"checkin:{each.programme}:{each.member}:{each.week}",
                each.opened_at,
                Priority.PROMPT,
                check_in=each.id,
            )
            for each in asked
        ]
    )


def _write_members(connection: sa.Connection, people: Sequence[Member]) -> None:
    rows = [{"community_id": each.community, "id": each.id, **values_of(each)} for each in people]
    connection.execute(sa.insert(members), rows)


def _write_schedules(connection: sa.Connection, plans: Sequence[Schedule]) -> None:
    connection.execute(sa.insert(schedules), [schedule_values(each) for each in plans])


def _schedule(programme: Programme, member: Member) -> Schedule:
    return schedule_for(programme, member.id, member.zone, _BEFORE)


def _community(ids: SeededIds) -> Community:
    return Community(CommunityId(ids.new()), "Harbour", "en", "Europe/London", _BEFORE)


def _programme(community: Community, ids: SeededIds) -> Programme:
    return Programme(
        id=ProgrammeId(ids.new()),
        community=community.id,
        name="Winter",
        template=TemplateId("steady"),
        weeks=12,
        cadence=CADENCE,
        questions=tuple(Question(each, required=False) for each in QuestionId),
        zone=community.zone,
        language=community.language,
        starts_on=_BEFORE.date(),
    )


def _mentee(community: Community, ids: SeededIds, zone: str) -> Member:
    member = MemberId(ids.new())
    return Member(
        id=member,
        community=community.id,
        name=f"Mentee {member[:4]}",
        roles=frozenset({Role.MENTEE}),
        language="en",
        zone=zone,
        languages=("en", "es"),
        visibility=Visibility.PUBLIC,
        state=MemberState.ACTIVE,
        home="webchat",
        introduced_at=_BEFORE,
    )
