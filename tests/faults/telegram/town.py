"""A community on both platforms: its people at Telegram, and pairs of a mentor at Discord and a mentee at Telegram."""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.core.domain.communities import Place, PlaceKind
from bot.core.domain.ids import CommunityId, MemberId, PairingId, PlaceId
from bot.core.domain.members import Account
from bot.core.domain.rooms import Room, RoomState
from bot.core.effects import Effect, Priority
from bot.core.ports import UnitOfWork
from bot.core.usecases.telling import telling
from tests.discord.server.accounts import ApplicationFlag
from tests.discord.server.app import DiscordServer
from tests.discord.server.state import Channel
from tests.faults.discord.haste import Haste
from tests.faults.discord.village import DISCORD, GLANCE, Village, resident
from tests.telegram.people import Person
from tests.telegram.server.app import TelegramServer
from tests.telegram.server.chats import Chat
from tests.telegram.server.messages import Message

TELEGRAM = "telegram"
TOLD = "Private messages arrive"
"""What every private message begins with that is told here."""
DOUBTFUL = "may not have"
"""What an author reads whose words are in doubt."""
MARK = "#room"


@dataclass(frozen=True)
class Pair:
    """A mentor at Discord, a mentee at Telegram, and the channel that is the mentor's side of their room."""

    mentor: MemberId
    mentee: MemberId
    person: Person
    """The mentee."""
    room: Channel


class Town(Village):
    """What became of it the two servers say: nothing that Menteo says of itself is counted."""

    def __init__(self, telegram: TelegramServer, server: DiscordServer, haste: Haste, url: str, data_dir: Path) -> None:
        self.telegram = telegram
        server.world.application.flags |= ApplicationFlag.MESSAGE_CONTENT
        super().__init__(server, haste, url, data_dir)
        self.owner = Person.at_telegram(telegram, "Adi Root")
        self.group = self.owner.founds_supergroup("Harbour", forum=True)
        self.persons: dict[MemberId, Person] = {}
        """Those at Telegram."""
        self.told: Counter[MemberId] = Counter()
        """How often each of them was to be told something."""
        self._keep(add_place, self.community.id, PlaceKind.COMMUNITY, TELEGRAM, str(self.group.id), "telegram")

    @property
    def settings(self) -> dict[str, str]:
        """What Menteo is told to live on both."""
        more = {"MENTEO_TELEGRAM_TOKEN": self.telegram.token, "MENTEO_TELEGRAM_API_URL": self.telegram.url}
        return super().settings | more

    async def prepared(self) -> None:
        """Have the bot in the group, an administrator."""
        await self.owner.adds_bot(self.group)

    def settle(self, number: int) -> list[MemberId]:
        """Have so many people come who are at home at Telegram and have started the bot; before Menteo is started."""
        members = [MemberId(f"t{next(self._numbers)}") for _ in range(number)]
        for member in members:
            person = Person.at_telegram(self.telegram, f"Person {member}")
            self.telegram.world.start(person.user)
            self.persons[member] = person
            self._keep(_add_settler, self.community.id, member, str(person.id))
        self.telegram.updates.drop_pending()
        return members

    def across(self, number: int) -> list[Pair]:
        """Pair so many mentors at Discord with mentees at Telegram, their rooms open; before Menteo is started."""
        pairs = []
        for mentor, mentee in zip(self.joins(number), self.settle(number), strict=True):
            pairing = self.pairs(mentor, mentee)
            room = self.server.world.add_channel(self.harbour.guild, f"room-{mentor}")
            pairs.append(Pair(mentor, mentee, self.persons[mentee], room))
            seats = {mentor: (DISCORD, str(room.id)), mentee: (TELEGRAM, f"{self.persons[mentee].id}{MARK}")}
            self._keep(open_room, self.community.id, pairing, seats)
        return pairs

    def tell_there(self, *members: MemberId, priority: Priority = Priority.ANSWER) -> list[Effect]:
        """A private message at Telegram to each."""
        now = self.tools.clock.now()
        self.told.update(members)
        return [
            telling(self.community.id, each, TELEGRAM, "reached", f"told:{next(self._numbers)}", now, priority)
            for each in members
        ]

    # What became of it, by the servers' own records.

    @property
    def to_be_said(self) -> list[str]:
        """The keys of everything that should be read at Discord."""
        return [each.key for each in self.asked if each.platform == DISCORD]

    def written(self, member: MemberId) -> list[str]:
        """What the bot has written to somebody at Telegram, oldest first."""
        return [each.words.text for each in self._by_bot(self.persons[member].home)]

    def lacking(self) -> int:
        """How many private messages at Telegram never came."""
        return sum(max(times - self._times_told(member), 0) for member, times in self.told.items())

    def doubled_there(self) -> int:
        """How many came once more than they should."""
        return sum(max(self._times_told(member) - times, 0) for member, times in self.told.items())

    def carried_to_telegram(self, pair: Pair) -> list[str]:
        """What of the mentor's words the mentee reads, oldest first."""
        return [text.rpartition(": ")[2] for text in self.written(pair.mentee) if "Person m" in text and ": " in text]

    def carried_to_discord(self, pair: Pair) -> list[str]:
        """What of the mentee's words the mentor reads, oldest first."""
        bot = self.server.world.bot
        said = [each.content for each in pair.room.messages.values() if each.author is bot]
        return [text.rpartition(" ")[2] for text in said if text.startswith("**Person t")]

    def warned(self, pair: Pair) -> int:
        """How often the mentor was told that words may not have arrived."""
        bot = self.server.world.bot
        return sum(DOUBTFUL in str(each.payload()) for each in pair.room.messages.values() if each.author is bot)

    async def carried_places(self) -> None:
        """Wait until Menteo knows which rooms it carries."""
        assert self._app is not None
        for platform in self._app.live:
            if platform.carried is not None:
                await platform.carried.refresh(self._app.hop)

    async def until(self, holds: Callable[[], bool], within: float) -> None:
        """Wait until something is so at the servers."""
        async with asyncio.timeout(within):
            while not holds():  # noqa: ASYNC110  two servers, and no one bell
                await asyncio.sleep(GLANCE)

    def _times_told(self, member: MemberId) -> int:
        return sum(TOLD in text for text in self.written(member))

    def _by_bot(self, chat: Chat) -> Iterable[Message]:
        bot = self.telegram.world.bot.user
        return [each for each in chat.messages.values() if each.sender is bot]


def in_order(said: Sequence[str], heard: Sequence[str]) -> bool:
    """Whether what was heard came in the order in which it was said, with nothing between and perhaps some missing."""
    rest = iter(said)
    return all(each in rest for each in heard)


def add_place(
    work: UnitOfWork, community: CommunityId, kind: PlaceKind, platform: str, external: str, id_: str
) -> None:
    work.communities.add_place(Place(PlaceId(id_), community, platform, kind, external))


def _add_settler(work: UnitOfWork, community: CommunityId, member: MemberId, account: str) -> None:
    work.members.add(resident(community, member, TELEGRAM), Account(community, TELEGRAM, account, member))


def open_room(
    work: UnitOfWork, community: CommunityId, pairing: PairingId, seats: dict[MemberId, tuple[str, str]]
) -> None:
    places = {}
    for member, (platform, external) in seats.items():
        place = PlaceId(f"room-{member}")
        work.communities.add_place(Place(place, community, platform, PlaceKind.ROOM, external))
        places[member] = place
    work.rooms.save(Room(community, pairing, RoomState.OPEN, places))
