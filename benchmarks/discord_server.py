"""Discord in a process of its own, with the account of what became of everything that was sent there."""

from collections.abc import AsyncIterator
from contextlib import AbstractContextManager, asynccontextmanager
from dataclasses import dataclass

from benchmarks import far
from benchmarks.programme import CommunityThere, Founded, MenteeThere
from tests.discord.harbour import INVITED
from tests.discord.server.app import API, DiscordServer
from tests.discord.server.guilds import Guild
from tests.discord.server.state import Channel, ChannelType, Overwrite, Permission, User

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


FarDiscord = far.Far[DiscordServer]
"""This process's end of the line to Discord's."""


def far_server(founding: Founding) -> AbstractContextManager[FarDiscord]:
    """Run Discord elsewhere."""
    return far.far(_serving, founding)


@asynccontextmanager
async def _serving(founding: Founding) -> AsyncIterator[tuple[DiscordServer, Founded]]:
    """Requests aren't held against the published description here: the tests do that, and it takes its time."""
    async with DiscordServer(checked=False) as server:
        server.faults.latency, server.gateway.latency = founding.round_trip, founding.round_trip / 2
        guilds = tuple(_guild(server, f"Harbour {number}", founding.mentees) for number in range(founding.guilds))
        yield server, Founded("discord", server.url + API, server.token, guilds)


def _guild(server: DiscordServer, name: str, mentees: int) -> CommunityThere:
    world = server.world
    mentor = world.add_user("Mara")
    guild = world.add_guild(name, mentor)
    world.add_bot(guild, INVITED)
    growth = world.add_channel(guild, "growth")
    there = tuple(_mentee(server, guild, growth, mentor, number) for number in range(mentees))
    return CommunityThere(str(guild.id), str(mentor.id), str(guild.system_channel_id), there)


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
