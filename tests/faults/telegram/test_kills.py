"""Fault 1 at Telegram: the program killed after each commit and each answer of Telegram's, one after the other.

A room opens, words are carried both ways, a week is asked for and an entry is posted. Killed anywhere among it and
started again, nothing is lost; what the programme says comes once more at most, and what somebody said never does.
"""

import asyncio
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import count
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path

import pytest

from bot.adapters.ids import RandomIds
from bot.adapters.library.content import ConfigLibrary
from bot.app import CONFIG
from bot.core.domain.checkins import schedule_for
from bot.core.domain.communities import PlaceKind
from bot.core.domain.frameworks import GrowthDirection
from bot.core.domain.growth import note_of
from bot.core.domain.ids import CommunityId, EntryId, MemberId, PairingId, RoleId
from bot.core.domain.members import MenteeProfile
from bot.core.effects import Act, Effect
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.growth import publishing
from bot.core.usecases.telling import in_room
from tests.discord.harbour import Harbour
from tests.discord.server.app import DiscordServer
from tests.faults.discord.haste import Haste
from tests.faults.telegram import doomed
from tests.faults.telegram.town import MARK, TELEGRAM, Town, add_place, open_room
from tests.telegram.people import Person
from tests.telegram.server.app import TelegramServer
from tests.telegram.server.members import Right
from tests.telegram.server.messages import Message

pytestmark = pytest.mark.telegram

SLICES = 8
"""The operations are dealt out to so many tests, so that they run beside each other."""
LEAST = 40
"""Operations that there are, with some to spare."""
PATIENCE = 60.0
"""Seconds for one life of the program."""
GLANCE = 0.02
EVE = datetime(2026, 10, 11, 12, tzinfo=UTC)
MONDAY = datetime(2026, 10, 12, 9, 0, 1, tzinfo=UTC)
"""When the week of whoever is asked has just begun."""
SAID, ANSWERED = [f"word{number}" for number in range(3)], [f"answer{number}" for number in range(3)]


class Still:
    """Programme time that stands, for what is prepared."""

    def now(self) -> datetime:
        return EVE


class Hamlet(Town):
    """Two pairs at Telegram alone: one that talks, and one whose room opens; a week that begins, and an entry."""

    def __init__(
        self, telegram: TelegramServer, discord: DiscordServer, haste: Haste, url: str, data_dir: Path
    ) -> None:
        super().__init__(telegram, discord, haste, url, data_dir)
        telegram.limits.off = True
        telegram.world.bot.has_topics_enabled = True
        self.tools = Tools(Still(), RandomIds(), ConfigLibrary(CONFIG))
        for kind in (PlaceKind.COMMONS, PlaceKind.THREADS):
            self._keep(add_place, self.community.id, kind, TELEGRAM, str(self.group.id), f"telegram-{kind}")
        self.sam, self.lina, self.ada, self.omar = self.settle(4)
        talking = self.pairs(self.sam, self.lina)
        seats = {each: (TELEGRAM, f"{self.persons[each].id}{MARK}") for each in (self.sam, self.lina)}
        self._keep(open_room, self.community.id, talking, seats)
        self.opening = self.pairs(self.ada, self.omar)

    @property
    def settings(self) -> dict[str, str]:
        """What Menteo is told to live at Telegram alone."""
        return {name: value for name, value in super().settings.items() if "DISCORD" not in name}

    async def prepared(self) -> None:
        """Have everything be about to happen."""
        await self.owner.adds_bot(self.group, Right.MANAGE_TOPICS | Right.PIN_MESSAGES)
        self.telegram.updates.drop_pending()
        effects: list[Effect] = []
        self._keep(_aim, self.community.id, (self.lina, self.omar))
        self._keep(_prepare, self.tools, self.community.id, self.lina, self.opening, effects)
        await self.put(effects)
        for person, words in ((self.person_of(self.sam), SAID), (self.person_of(self.lina), ANSWERED)):
            for word in words:
                await person.sends(word)

    def person_of(self, member: MemberId) -> Person:
        """Somebody at their client."""
        return self.persons[member]

    def is_over(self) -> bool:
        """Whether all that is to happen has happened, and nothing waits."""
        fates = self.fates()
        begun = {key.partition(":")[0] for key in fates} >= {"room", "guide", "thread", "entry", "checkin"}
        words = sum(key.startswith("relay:") for key in fates)
        pending = self.telegram.updates.pending or self.telegram.updates.again
        return begun and words >= len(SAID + ANSWERED) and not pending and not self.waits()

    def by_bot(self) -> list[Message]:
        """All that the bot has said anywhere."""
        return [each for chat in self.telegram.world.chats.values() for each in self._by_bot(chat)]

    def times(self, member: MemberId, text: str) -> int:
        """How often somebody reads something from the bot in private."""
        return sum(text in each for each in self.written(member))


def _aim(work: UnitOfWork, community: CommunityId, mentees: tuple[MemberId, ...]) -> None:
    for each in mentees:
        aim = MenteeProfile(community, each, RoleId("staff-engineer"), GrowthDirection.VERTICAL, hours_a_week=3)
        work.members.save_mentee(aim)


def _prepare(
    work: UnitOfWork, tools: Tools, community: CommunityId, mentee: MemberId, opening: PairingId, effects: list[Effect]
) -> None:
    programme = work.programmes.running(community)
    work.check_ins.add_schedule(schedule_for(programme, mentee, "UTC", EVE))
    author = work.members.get(community, mentee)
    note = note_of(author, EntryId(tools.ids.new()), "I wrote it down.", tools.clock.now())
    work.growth.add(note)
    effects += publishing(work, tools, author, note, has_thread=False)
    refs = (tools, community, TELEGRAM, opening)
    effects.append(in_room(*refs, Act.OPEN_ROOM, "room_title", f"room:{opening}"))
    effects.append(in_room(*refs, Act.PIN, "room_guide", f"guide:{opening}"))
    work.commit()


class Lives:
    """One life of the program after the other, each scene in a world of its own."""

    def __init__(self, forks: ForkServerContext, migrated: Path, directory: Path) -> None:
        self._forks, self._migrated, self._directory = forks, migrated, directory
        self._distance = timedelta()

    async def killed_at(self, operation: int | None, look: Callable[[Hamlet, int], None]) -> bool:
        """Play the scene with a program that dies at an operation, and one that lives; say whether it died of it."""
        directory = self._directory / f"killed-at-{operation}"
        directory.mkdir()
        shutil.copyfile(self._migrated, directory / "menteo.sqlite")
        discord = DiscordServer()
        Harbour.founded(discord.world)
        async with TelegramServer() as telegram:
            hamlet = Hamlet(telegram, discord, Haste(), f"sqlite:///{directory / 'menteo.sqlite'}", directory)
            await hamlet.prepared()
            self._distance = MONDAY - datetime.now(UTC)
            died = await self._life(hamlet, operation)
            if died:
                await self._life(hamlet, None)
            assert hamlet.is_over(), f"killed at operation {operation}"
            assert [str(each) for each in telegram.problems] == []
            look(hamlet, int(died))
        return died

    async def _life(self, hamlet: Hamlet, operation: int | None) -> bool:
        """Let the program live until it dies or everything is over; say whether it died."""
        process = self._forks.Process(target=doomed.live, args=(hamlet.settings, operation, self._distance))
        process.start()
        try:
            async with asyncio.timeout(PATIENCE):
                while process.exitcode is None and not hamlet.is_over():  # noqa: ASYNC110  another process tells nobody
                    await asyncio.sleep(GLANCE)
            return await _ended(process)
        finally:
            process.kill()
            process.join()


async def _ended(process: ForkServerProcess) -> bool:
    """Whether it died by itself; a moment is left to whatever comes last."""
    for _ in range(10):
        if process.exitcode is not None:
            return True
        await asyncio.sleep(GLANCE)
    return False


@pytest.fixture
def lives(forks: ForkServerContext, migrated_sqlite: Path, tmp_path: Path) -> Lives:
    return Lives(forks, migrated_sqlite, tmp_path)


def holds(hamlet: Hamlet, deaths: int) -> None:
    """Assert that nothing is lost, and nothing there more often than a death allows."""
    twice = 1 + deaths
    for member, words, author in ((hamlet.lina, SAID, hamlet.sam), (hamlet.sam, ANSWERED, hamlet.lina)):
        carried = [text.rpartition(": ")[2] for text in hamlet.written(member) if f"Person {author}: " in text]
        assert len(carried) == len(set(carried)), f"words twice: {carried}"
        assert carried == [each for each in words if each in carried], f"out of order: {carried}"
        missing = len(words) - len(carried)
        assert hamlet.times(author, "may not have") >= missing, "whatever isn't there, its author was told of"
        assert missing <= deaths
    assert 1 <= hamlet.times(hamlet.lina, "Week 1: how did it go?") <= twice
    for member in (hamlet.ada, hamlet.omar):
        assert 1 <= hamlet.times(member, f"Welcome, Person {hamlet.ada} and Person {hamlet.omar}") <= twice
        assert 1 <= len(hamlet.persons[member].home.topics) <= twice
    posted = [each for each in hamlet.by_bot() if "I wrote it down." in each.words.text]
    assert 1 <= len(posted) <= twice
    assert {each.chat for each in posted} == {hamlet.group}
    assert 1 <= len(hamlet.group.topics) <= twice
    assert asked_in(hamlet) == 1


def asked_in(hamlet: Hamlet) -> int:
    """How often the week was opened."""
    with closing(sqlite3.connect(hamlet.url.removeprefix("sqlite:///"))) as connection:
        rows = connection.execute("SELECT state FROM check_ins").fetchall()
    return Counter(state for (state,) in rows)["opened"]


@pytest.mark.parametrize("part", range(SLICES), ids=lambda part: f"slice{part}")
async def test_killed_after_any_commit_and_any_call_nothing_is_lost_and_no_words_come_twice(
    lives: Lives, part: int
) -> None:
    if part == 0:
        assert not await lives.killed_at(None, holds), "it lives where nobody kills it"
    for operation in count(1 + part, SLICES):
        if not await lives.killed_at(operation, holds):
            break
    assert operation > LEAST, "there was that much to die of"
