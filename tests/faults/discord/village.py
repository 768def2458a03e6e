"""A programme in a guild with people, pairs and growth threads, and the books about what became of each effect."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from itertools import count
from pathlib import Path

import sqlalchemy as sa

from bot.adapters.clocks import SystemClock
from bot.adapters.discord.references import Reference, reference
from bot.adapters.ids import RandomIds
from bot.adapters.library.content import ConfigLibrary
from bot.app import CONFIG, App, build
from bot.core.domain.communities import Community
from bot.core.domain.frameworks import GrowthDirection
from bot.core.domain.growth import note_of
from bot.core.domain.ids import CommunityId, EntryId, MemberId, PairingId, ProgrammeId, RoleId, TemplateId
from bot.core.domain.members import Account, Member, MemberState, MenteeProfile, Role, Visibility
from bot.core.domain.pairings import Pairing, PairingState
from bot.core.domain.programmes import Cadence, Programme, Question, QuestionId, Weekday
from bot.core.domain.rooms import Room, RoomState
from bot.core.effects import Act, Effect, Priority
from bot.core.ports import Tools, UnitOfWork
from bot.core.ui.inbound import Inbound
from bot.core.ui.replies import Reply
from bot.core.usecases.communities import found_community
from bot.core.usecases.growth import publishing
from bot.core.usecases.homes import preparing
from bot.core.usecases.telling import in_room, telling
from bot.settings import load_settings
from bot.storage.engines import open_database
from bot.storage.outbox import EffectState, outbox
from tests.discord.harbour import Harbour
from tests.discord.people import Person
from tests.discord.server.app import API, DiscordServer
from tests.discord.server.state import Channel, ChannelType, Message, User
from tests.faults.discord.haste import Haste

DISCORD = "discord"
SAID = frozenset({Act.TELL, Act.POST, Act.PIN})
"""The acts that leave a message of their own."""
PATIENCE = 120.0
"""Seconds in which Menteo has heard of what happened."""
GLANCE = 0.25
"""Seconds between two looks at whether the outbox is empty."""

_CADENCE = Cadence(1, Weekday.MONDAY, time(9), 48, time(8), time(21))
_BEGAN = datetime(2026, 10, 8, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Fate:
    """What the outbox says of an effect."""

    state: EffectState
    tries: int
    error: str | None


class Village:
    """Everything is put into the outbox as use cases put it there; what became of it the server says."""

    def __init__(self, server: DiscordServer, haste: Haste, url: str, data_dir: Path) -> None:
        self.server, self.haste, self.url, self._data_dir = server, haste, url, data_dir
        self.harbour = Harbour.of(server.world)
        self.tools = Tools(SystemClock(), RandomIds(), ConfigLibrary(CONFIG))
        self.people: dict[MemberId, User] = {}
        self.asked: list[Effect] = []
        """Every effect that was put into the outbox here."""
        self.heard: list[Inbound] = []
        """What Menteo has taken in."""
        self._stirred = asyncio.Event()
        self._app: App | None = None
        self._numbers = count(1)
        with closing(open_database(url)) as database, database.write() as work:
            guild = str(self.harbour.guild.id)
            self.community = found_community(work, self.tools, DISCORD, guild, "Harbour", "en", "UTC")
        self._keep(_add_programme, self.community)

    @property
    def settings(self) -> dict[str, str]:
        """What Menteo is told to live here."""
        return {
            "MENTEO_DATA_DIR": str(self._data_dir),
            "MENTEO_DATABASE_URL": self.url,
            "MENTEO_DISCORD_TOKEN": self.server.token,
            "MENTEO_DISCORD_API_URL": self.server.url + API,
            "MENTEO_WEB_PORT": "0",
        }

    @asynccontextmanager
    async def alive(self, **more: str) -> AsyncIterator[App]:
        """Have Menteo be there, connected."""
        app = build(load_settings(self.settings | more), machine=self.haste)
        handle = app.conversation.handle

        async def overheard(inbound: Inbound) -> Reply:
            try:
                return await handle(inbound)
            finally:
                self.heard.append(inbound)
                self._stirred.set()

        app.conversation.handle = overheard  # type: ignore[method-assign]  # listens, and changes nothing
        async with app.running():
            await self.server.gateway.until(lambda it: it.sessions)
            self._app = app
            try:
                yield app
            finally:
                self._app = None

    # Who lives there.

    def joins(self, number: int) -> list[MemberId]:
        """Have so many people come, who learn in public; before Menteo is started."""
        members = [MemberId(f"m{next(self._numbers)}") for _ in range(number)]
        for member in members:
            user = self.harbour.newcomer(self.server.world, f"Person {member}")
            self.people[member] = user
            self._keep(_add_member, self.community.id, member, str(user.id))
        return members

    def pairs(self, mentor: MemberId, mentee: MemberId) -> PairingId:
        """Have two people be paired; before Menteo is started."""
        pairing = PairingId(f"{mentor}-{mentee}")
        self._keep(_add_pairing, self.community.id, pairing, mentor, mentee)
        return pairing

    def arrives(self) -> User:
        """Have somebody come to the guild."""
        return self.harbour.newcomer(self.server.world, f"Visitor {next(self._numbers)}")

    def departs(self, user: User) -> None:
        """Have somebody leave it."""
        self.server.world.leave(self.harbour.guild, user)

    def person(self, member: MemberId) -> Person:
        """A member at their client."""
        return Person(self.server, self.people[member], self.harbour.general)

    async def has_heard(self, kind: type[Inbound], of: User | None = None) -> None:
        """Wait until Menteo has taken this in, of somebody or of anybody."""
        async with asyncio.timeout(PATIENCE):
            while not any(isinstance(each, kind) and (of is None or _is_of(each, of)) for each in self.heard):
                self._stirred.clear()
                await self._stirred.wait()

    # What is to happen.

    def homes(self) -> list[Effect]:
        """The programme's places."""
        return [preparing(self.tools, self.community.id, DISCORD, "homes:discord:first")]

    def room(self, pairing: PairingId) -> list[Effect]:
        """A pair's room, with its guide on top."""
        refs = (self.tools, self.community.id, DISCORD, pairing)
        return [
            in_room(*refs, Act.OPEN_ROOM, "room_title", f"room:{pairing}"),
            in_room(*refs, Act.PIN, "room_guide", f"guide:{pairing}"),
        ]

    def note(self, member: MemberId, *, has_thread: bool = False) -> list[Effect]:
        """An entry in a member's growth thread, and the thread itself if there is none; before Menteo is started."""
        kept: list[Effect] = []
        self._keep(_add_note, self.tools, self.community.id, member, has_thread, kept)
        return kept

    def tell(self, *members: MemberId, priority: Priority = Priority.ANSWER) -> list[Effect]:
        """A private message to each."""
        now = self.tools.clock.now()
        return [
            telling(self.community.id, each, DISCORD, "reached", f"reached:{next(self._numbers)}", now, priority)
            for each in members
        ]

    async def put(self, effects: Sequence[Effect]) -> None:
        """Put effects into the outbox; a Menteo that is there hears of it at once."""
        self.asked += effects
        if self._app is None:
            self._keep(_put, effects)
        else:
            await self._app.hop.write(_put, effects)

    async def quiet(self, within: float) -> None:
        """Wait until the outbox is empty."""
        assert self._app is not None
        async with asyncio.timeout(within):
            while await self._app.hop.read(_waiting):  # noqa: ASYNC110  the outbox tells nobody that it is empty
                await asyncio.sleep(GLANCE)

    # What became of it.

    @property
    def to_be_said(self) -> list[str]:
        """The keys of everything that should be read on Discord."""
        return [each.key for each in self.asked if each.act in SAID]

    def mark(self, key: str) -> Reference:
        """What an effect leaves on what it makes."""
        return reference(f"{self.community.id}:{key}")

    def messages(self) -> Iterable[Message]:
        """Everything that the bot has said, anywhere."""
        channels, bot = self.server.world.channels.values(), self.server.world.bot
        return [each for channel in channels for each in channel.messages.values() if each.author is bot]

    def said(self) -> Counter[str]:
        """How often each effect's message stands on Discord, by key."""
        keys = {self.mark(key).nonce: key for key in self.to_be_said}
        return Counter(keys[each.nonce] for each in self.messages() if each.nonce in keys)

    def lost(self) -> list[str]:
        """What should be read on Discord, and isn't."""
        said = self.said()
        return [key for key in self.to_be_said if not said[key]]

    def doubled(self) -> list[str]:
        """What was said, or made, more than once."""
        said = [key for key, times in self.said().items() if times > 1]
        made = Counter((each.type, each.name) for each in self.places())
        return said + [f"{kind.name} {name}" for (kind, name), times in made.items() if times > 1]

    def places(self) -> list[Channel]:
        """The channels and threads of the guild that were made there since it was founded."""
        known = {self.harbour.general.id}
        return [each for each in self.server.world.channels.values() if each.guild and each.id not in known]

    def made(self, kind: ChannelType) -> list[Channel]:
        """Those of a kind."""
        return [each for each in self.places() if each.type is kind]

    def fates(self) -> Mapping[str, Fate]:
        """What the outbox says of each effect, by key."""
        engine = sa.create_engine(self.url)
        columns = (outbox.c.key, outbox.c.state, outbox.c.tries, outbox.c.last_error)
        with engine.connect() as connection:
            rows = connection.execute(sa.select(*columns)).all()
        engine.dispose()
        return {key: Fate(state, tries, error) for key, state, tries, error in rows}

    def undone(self) -> Mapping[str, Fate]:
        """What didn't come about, by key: why, where something turns out to be lost."""
        return {key: fate for key, fate in self.fates().items() if fate.state is not EffectState.DONE}

    def waits(self) -> int:
        """Count what hasn't been carried out yet."""
        return sum(fate.state is EffectState.WAITING for fate in self.fates().values())

    def _keep(self, change: Callable[..., None], *given: object) -> None:
        with closing(open_database(self.url)) as database, database.write() as work:
            change(work, *given)
            work.commit()


def _add_programme(work: UnitOfWork, community: Community) -> None:
    work.programmes.add(
        Programme(
            id=ProgrammeId("p"),
            community=community.id,
            name="Village",
            template=TemplateId("steady"),
            weeks=12,
            cadence=_CADENCE,
            questions=(Question(QuestionId.LEARNED, required=True),),
            zone="UTC",
            language="en",
            starts_on=date(2026, 10, 8),
        )
    )


def resident(community: CommunityId, member: MemberId, home: str) -> Member:
    """Somebody who learns in public and is at home on a platform."""
    return Member(
        id=member,
        community=community,
        name=f"Person {member}",
        roles=frozenset({Role.MENTEE}),
        language="en",
        zone="UTC",
        languages=("en",),
        visibility=Visibility.PUBLIC,
        state=MemberState.ACTIVE,
        home=home,
        introduced_at=_BEGAN,
    )


def _add_member(work: UnitOfWork, community: CommunityId, member: MemberId, account: str) -> None:
    person = resident(community, member, DISCORD)
    work.members.add(person, Account(community, DISCORD, account, member))
    aim = MenteeProfile(community, member, RoleId("staff-engineer"), GrowthDirection.VERTICAL, hours_a_week=3)
    work.members.save_mentee(aim)


def _add_pairing(
    work: UnitOfWork, community: CommunityId, pairing: PairingId, mentor: MemberId, mentee: MemberId
) -> None:
    work.pairings.add(
        Pairing(
            id=pairing,
            community=community,
            mentor=mentor,
            mentee=mentee,
            state=PairingState.ACTIVE,
            score=1.0,
            proposed_by=mentor,
            proposed_at=_BEGAN,
        )
    )
    work.rooms.add(Room(community, pairing, RoomState.OPENING))


def _add_note(
    work: UnitOfWork,
    tools: Tools,
    community: CommunityId,
    member: MemberId,
    has_thread: bool,  # noqa: FBT001  handed through
    kept: list[Effect],
) -> None:
    author = work.members.get(community, member)
    note = note_of(author, EntryId(tools.ids.new()), "I wrote it down.", tools.clock.now())
    work.growth.add(note)
    kept += publishing(work, tools, author, note, has_thread=has_thread)


def _is_of(inbound: Inbound, user: User) -> bool:
    return inbound.origin.account == str(user.id)


def _put(work: UnitOfWork, effects: Sequence[Effect]) -> None:
    work.outbox.add(effects)
    work.commit()


def _waiting(work: UnitOfWork) -> int:
    return work.outbox.waiting()
