"""One request as a handler sees it: what was asked, by whom, and about what."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from aiohttp import web
from aiohttp.web_request import FileField

from tests.discord.server.accounts import User
from tests.discord.server.channels import Channel
from tests.discord.server.composing import File
from tests.discord.server.guilds import Guild, Member
from tests.discord.server.messages import Message
from tests.discord.server.permissions import Permission
from tests.discord.server.refusals import Refused, invalid_form, missing_access, missing_permissions, unknown
from tests.discord.server.state import World
from tests.discord.server.wire import Json


@dataclass(frozen=True)
class Call:
    """A request whose body has been read and checked."""

    world: World
    parameters: Mapping[str, str]
    query: Mapping[str, str]
    body: Any = None
    files: list[File] = field(default_factory=list)
    reason: str | None = None

    @property
    def bot(self) -> User:
        """Who asks: there is one application here."""
        return self.world.bot

    @property
    def fields(self) -> Json:
        """The body of a request that sends an object."""
        return self.body if isinstance(self.body, dict) else {}

    def id(self, name: str) -> int:
        """An id from the address."""
        found = self.parameters[name]
        if not found.isdigit():
            raise invalid_form(name, "NUMBER_TYPE_COERCE", f'Value "{found}" is not snowflake.')
        return int(found)

    def limit(self, default: int, most: int) -> int:
        """How many a list may hold."""
        return max(1, min(most, int(self.query.get("limit", default))))

    def guild(self) -> Guild:
        """The guild of the address, where the bot is a member."""
        guild = self.world.guilds.get(self.id("guild_id"))
        if guild is None:
            raise unknown("Guild")
        if self.bot.id not in guild.members:
            raise missing_access()
        return guild

    def member(self, guild: Guild) -> Member:
        """The member of the address."""
        user = self.id("user_id")
        if user not in self.world.users:
            raise unknown("User")
        if user not in guild.members:
            raise unknown("Member")
        return guild.members[user]

    def channel(self, needed: Permission = Permission.VIEW_CHANNEL) -> Channel:
        """The channel of the address, where the bot may do what is needed."""
        channel = self.world.channels.get(self.id("channel_id"))
        if channel is None:
            raise unknown("Channel")
        self.demand(channel, needed)
        return channel

    def demand(self, channel: Channel, needed: Permission) -> None:
        """Refuse what the bot may not do in a channel."""
        if not self.world.sees(self.bot, channel):
            raise missing_access()
        if not self.world.may(self.bot, channel, needed):
            raise missing_permissions()

    def message(self, channel: Channel) -> Message:
        """The message of the address."""
        found = channel.messages.get(self.id("message_id"))
        if found is None:
            raise unknown("Message")
        return found


CALL = web.RequestKey("call", Call)
"""Where a request that was let in keeps what was read of it."""
Handler = Callable[[Call], web.StreamResponse]


def call_of(request: web.Request) -> Call:
    """What the middleware has read."""
    return request[CALL]


async def read_call(request: web.Request, world: World) -> Call:
    """Read a request's body, multipart or JSON, and leave it with the request."""
    body, files = await _body(request)
    reason = request.headers.get("X-Audit-Log-Reason")
    call = Call(world, request.match_info, request.query, body, files, None if reason is None else unquote(reason))
    request[CALL] = call
    return call


def served(handler: Handler) -> Callable[[web.Request], Any]:
    """Make a handler of a call into one of aiohttp."""

    async def serve(request: web.Request) -> web.StreamResponse:
        return handler(call_of(request))

    return serve


def answer(data: Json | list[Json], status: int = 200) -> web.Response:
    """Answer with JSON; the content type is bare as Discord's is, and clients compare it."""
    return web.Response(status=status, body=json.dumps(data).encode(), content_type="application/json")


def nothing() -> web.Response:
    """Answer that it is done."""
    return web.Response(status=204)


async def _body(request: web.Request) -> tuple[Any, list[File]]:
    try:
        if request.content_type.startswith("multipart/"):
            return await _multipart(request)
        raw = await request.read()
        return (json.loads(raw) if raw else None), []
    except json.JSONDecodeError as error:
        raise Refused(400, 50109, "The request body contains invalid JSON.") from error
    except web.HTTPRequestEntityTooLarge as error:
        raise Refused(413, 40005, "Request entity too large") from error


async def _multipart(request: web.Request) -> tuple[Any, list[File]]:
    form = await request.post()
    body = json.loads(str(form.get("payload_json", "{}")))
    files = []
    for name, part in form.items():
        if isinstance(part, FileField):
            number = name.removeprefix("files[").removesuffix("]")
            files.append(File(int(number), part.filename, part.file.read()))
    return body, files
