"""A surface that carries out on our own Discord, logged in as the real library does it, without a gateway."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import discord

from bot.adapters.discord.crowds import CROWDED
from bot.adapters.discord.invalid_requests import InvalidRequests
from bot.adapters.discord.outbound import Discord
from bot.core.domain.communities import PlaceKind
from bot.core.effects import (
    Delivery,
    Done,
    Files,
    OpenRoom,
    OpenThread,
    PrepareHomes,
    SendMessage,
    Target,
    ToAccount,
    ToPlace,
)
from bot.core.ui.pictures import CHAT_WIDTH, Drawing, Theme
from bot.core.ui.views import Action, Text, View
from tests.discord.harbour import Harbour
from tests.discord.server.app import DiscordServer
from tests.discord.server.channels import Channel
from tests.discord.server.messages import Message
from tests.discord.server.state import Permission, User

TITLES = {
    PlaceKind.COMMONS: "mentorship",
    PlaceKind.ROOMS: "Mentorship rooms",
    PlaceKind.THREADS: "growth",
}
QUICK = 100_000.0
"""Requests a second, where a test isn't about pace."""


class Keys:
    """Says which text it would say, and in which language."""

    def languages(self) -> Sequence[str]:
        return ("en", "es")

    def words(self, key: str, language: str, /, **facts: str | int) -> str:
        return " ".join([key, *map(str, facts.values()), f"({language})"])


class QuickPainter:
    """Paints nothing, at once."""

    def svg(self, drawing: Drawing, theme: Theme) -> str:
        return "<svg/>"

    def png(self, drawing: Drawing, theme: Theme, width: int = CHAT_WIDTH) -> bytes:
        return b"\x89PNG\r\n\x1a\n"


@dataclass
class Carrier:
    """The surface with the server that it speaks to, and the guild "Harbour" there."""

    surface: Discord
    server: DiscordServer
    harbour: Harbour
    homes: dict[PlaceKind, str] = field(default_factory=dict)

    @property
    def community(self) -> str:
        return str(self.harbour.guild.id)

    def channel(self, place: str) -> Channel:
        return self.server.world.channels[int(place)]

    def messages(self, place: str) -> list[Message]:
        """What the bot has said in a place, oldest first; what Discord itself says there isn't among it."""
        return [each for each in self.channel(place).messages.values() if each.texts != [""]]

    def direct(self, user: User) -> list[Message]:
        return self.messages(str(self.server.world.direct_channel(user).id))

    def asked(self, method: str) -> list[str]:
        """The requests of this method, by their routes."""
        return [each.route for each in self.server.requests if each.method == method]

    def forbid(self, permission: Permission) -> None:
        """Take a right from the bot."""
        world, guild = self.server.world, self.harbour.guild
        role = world.bot_role(guild)
        world.change_role(guild, role, Permission(role.permissions) & ~permission)
        everyone = guild.roles[guild.id]
        world.change_role(guild, everyone, Permission(everyone.permissions) & ~permission)

    async def settled(self) -> None:
        """Have the guild prepared."""
        done = await self.done(PrepareHomes(self.community, TITLES, {}), "homes")
        self.homes = dict(done.places)

    async def done(self, delivery: Delivery, key: str, *, again: bool = False) -> Done:
        """Deliver what can't but succeed."""
        outcome = await self.surface.deliver(delivery, key, again=again)
        assert isinstance(outcome, Done), outcome
        return outcome

    def room(self, *people: User, title: str = "Ana & Ben", readers: Sequence[User] = ()) -> OpenRoom:
        return OpenRoom(self.community, title, ids(people), readers=ids(readers), homes=self.homes)

    def thread(self, member: User, title: str = "Ana’s growth") -> OpenThread:
        return OpenThread(self.community, title, str(member.id), homes=self.homes)

    def saying(self, target: Target, text: str, **more: object) -> SendMessage:
        view = View("Hello", (Text(text),), (Action("Open", f"open:{text}"[:40]),))
        return SendMessage(target, view, language="en", community=self.community, **more)  # type: ignore[arg-type]


def ids(people: Sequence[User]) -> tuple[str, ...]:
    return tuple(str(each.id) for each in people)


def to(user: User) -> ToAccount:
    return ToAccount(str(user.id))


def at(place: str) -> ToPlace:
    return ToPlace(place)


def text_of(message: Message) -> str:
    return "\n".join(message.texts)


@asynccontextmanager
async def carrying(
    server: DiscordServer,
    *,
    invalid: InvalidRequests | None = None,
    requests_a_second: float = QUICK,
    crowded: int = CROWDED,
    files: Files | None = None,
) -> AsyncIterator[Carrier]:
    """Log in, and carry out from there."""
    client = discord.Client(intents=discord.Intents.none(), allowed_mentions=discord.AllowedMentions.none())
    surface = Discord(
        client, QuickPainter(), invalid=invalid, requests_a_second=requests_a_second, crowded=crowded, files=files
    )
    surface.speak_for(Keys())
    async with client:
        await client.login(server.token)
        yield Carrier(surface, server, Harbour.of(server.world))
