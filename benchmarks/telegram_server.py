"""Telegram in a process of its own: forums with a mentor and mentees each, who have all started the bot."""

from collections.abc import AsyncIterator
from contextlib import AbstractContextManager, asynccontextmanager
from dataclasses import dataclass

from benchmarks import far
from benchmarks.programme import CommunityThere, Founded, MenteeThere
from tests.telegram.server.accounts import User
from tests.telegram.server.app import TelegramServer
from tests.telegram.server.chats import Chat
from tests.telegram.server.world import World

PLATFORM = "telegram"

FarTelegram = far.Far[TelegramServer]
"""This process's end of the line to Telegram's."""


@dataclass(frozen=True)
class Founding:
    """What there is at first: so many forums with so many mentees each, and how far away it all is."""

    forums: int
    mentees: int
    round_trip: float
    """Seconds."""

    @property
    def people(self) -> int:
        """All mentees."""
        return self.forums * self.mentees


def far_server(founding: Founding) -> AbstractContextManager[FarTelegram]:
    """Run Telegram elsewhere."""
    return far.far(_serving, founding)


@asynccontextmanager
async def _serving(founding: Founding) -> AsyncIterator[tuple[TelegramServer, Founded]]:
    """Calls aren't held against the published description here: the tests do that, and it takes its time."""
    async with TelegramServer(checked=False) as server:
        server.faults.latency = founding.round_trip
        server.world.bot.has_topics_enabled = True
        forums = tuple(_forum(server.world, number, founding.mentees) for number in range(founding.forums))
        server.updates.drop_pending()
        yield server, Founded(PLATFORM, server.url, server.token, forums)


def _forum(world: World, number: int, mentees: int) -> CommunityThere:
    mentor = world.add_user("Mara")
    world.start(mentor)
    chat = world.add_supergroup(f"Harbour {number}", mentor, forum=True)
    world.join(chat, world.bot.user, by=mentor)
    world.promote(chat, world.bot.user)
    there = tuple(_mentee(world, chat, mentor, f"Mentee {each}") for each in range(mentees))
    return CommunityThere(str(chat.id), str(mentor.id), str(chat.id), there)


def _mentee(world: World, forum: Chat, mentor: User, name: str) -> MenteeThere:
    user = world.add_user(name)
    world.start(user)
    world.join(forum, user)
    thread = world.add_topic(forum, name, world.bot.user)
    return MenteeThere(
        account=str(user.id),
        name=name,
        direct=str(user.id),
        room=_room(world, user, "Mara"),
        thread=f"{forum.id}/{thread.id}",
        mentors_room=_room(world, mentor, name),
    )


def _room(world: World, owner: User, title: str) -> str:
    """Open a topic in a private chat, as the program does where Telegram has that switched on."""
    topic = world.add_topic(world.private_chat(owner), title, world.bot.user)
    return f"{owner.id}/{topic.id}"
