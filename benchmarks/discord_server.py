"""Discord in a process of its own, with the account of what became of everything that was sent there."""

import asyncio
import multiprocessing
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import TypeVar

from tests.discord.harbour import INVITED
from tests.discord.server.app import API, DiscordServer
from tests.discord.server.guilds import Guild
from tests.discord.server.state import Channel, ChannelType, Overwrite, Permission, User

_PATIENCE = 60.0
"""Seconds for the process to begin, and to end."""
_ROOM_RIGHTS = int(Permission.VIEW_CHANNEL | Permission.SEND_MESSAGES | Permission.READ_MESSAGE_HISTORY)


@dataclass(frozen=True)
class Founding:
    """What there is at first: so many guilds with so many mentees each, and how far away it all is."""

    guilds: int
    mentees: int
    round_trip: float
    """Seconds."""

    @property
    def people(self) -> int:
        """All mentees."""
        return self.guilds * self.mentees


@dataclass(frozen=True)
class MenteeThere:
    """A mentee's ids at Discord: theirs, those of their places."""

    account: str
    name: str
    direct: str
    room: str
    thread: str


@dataclass(frozen=True)
class GuildThere:
    """A guild, its mentor, its mentees."""

    guild: str
    mentor: str
    general: str
    mentees: tuple[MenteeThere, ...]


@dataclass(frozen=True)
class Founded:
    """What it takes to log in, and who is there."""

    api_url: str
    token: str
    guilds: tuple[GuildThere, ...]


Answer = TypeVar("Answer")
Errand = Callable[[DiscordServer, Founded], Awaitable[Answer]]
"""What is done over there; it travels by its name, and so does the answer."""


class FarServer:
    """This process's end of the line to Discord's."""

    def __init__(self, line: Connection) -> None:
        self._line = line
        self.founded: Founded = line.recv()

    async def ask(self, errand: Errand[Answer]) -> Answer:
        """Have something done over there, while this process goes on."""
        self._line.send(errand)
        answer: Answer | Exception = await asyncio.to_thread(self._line.recv)
        if isinstance(answer, Exception):
            raise answer
        return answer


@contextmanager
def far_server(founding: Founding) -> Iterator[FarServer]:
    """Run Discord elsewhere: it shares no interpreter with what it judges."""
    spawning = multiprocessing.get_context("spawn")
    ours, theirs = spawning.Pipe()
    process = spawning.Process(target=_run, args=(theirs, founding), daemon=True)
    process.start()
    theirs.close()
    try:
        yield FarServer(ours)
    finally:
        ours.close()  # it ends when nobody is at the line any more
        process.join(_PATIENCE)


def _run(line: Connection, founding: Founding) -> None:
    asyncio.run(_serve(line, founding))


async def _serve(line: Connection, founding: Founding) -> None:
    """Requests aren't held against the published description here: the tests do that, and it takes its time."""
    async with DiscordServer(checked=False) as server:
        server.faults.latency, server.gateway.latency = founding.round_trip, founding.round_trip / 2
        guilds = tuple(_guild(server, f"Harbour {number}", founding.mentees) for number in range(founding.guilds))
        founded = Founded(server.url + API, server.token, guilds)
        line.send(founded)
        while True:
            try:
                errand: Errand[object] = await asyncio.to_thread(line.recv)
            except EOFError:
                return
            try:
                line.send(await errand(server, founded))
            except Exception as error:  # noqa: BLE001  whoever asked is to see it
                line.send(RuntimeError(repr(error)))


def _guild(server: DiscordServer, name: str, mentees: int) -> GuildThere:
    world = server.world
    mentor = world.add_user("Mara")
    guild = world.add_guild(name, mentor)
    world.add_bot(guild, INVITED)
    growth = world.add_channel(guild, "growth")
    there = tuple(_mentee(server, guild, growth, mentor, number) for number in range(mentees))
    return GuildThere(str(guild.id), str(mentor.id), str(guild.system_channel_id), there)


def _mentee(server: DiscordServer, guild: Guild, growth: Channel, mentor: User, number: int) -> MenteeThere:
    world = server.world
    user = world.add_user(f"Mentee {number}")
    world.join(guild, user)
    allowed = [Overwrite(each.id, 1, _ROOM_RIGHTS) for each in (mentor, user, world.bot)]
    hidden = Overwrite(guild.id, 0, deny=int(Permission.VIEW_CHANNEL))
    room = world.add_channel(guild, f"room-{number}", ChannelType.TEXT, overwrites=[hidden, *allowed])
    thread = world.add_thread(growth, user.display_name, owner=world.bot)
    direct = world.direct_channel(user)
    return MenteeThere(str(user.id), user.display_name, str(direct.id), str(room.id), str(thread.id))
