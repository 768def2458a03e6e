"""The register of everything in the world, with who is told when it changes."""

import mimetypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from tests.discord.server import permissions
from tests.discord.server.accounts import Application, ApplicationFlag, User
from tests.discord.server.channels import Channel
from tests.discord.server.guilds import Guild
from tests.discord.server.messages import Attachment
from tests.discord.server.permissions import Permission
from tests.discord.server.snowflakes import Snowflakes
from tests.discord.server.wire import Json, utc_now

TOKEN = "MTAwMDAwMDAwMDAwMDAwMDAw.GsWkhX.a-token-of-this-server-alone-000000000"


@dataclass(frozen=True)
class Event:
    """A change as the gateway would dispatch it, whole: the gateway takes away what an intent isn't there for."""

    name: str
    data: Json
    guild: int | None = None
    """Decides the shard; none for direct messages, which go to shard 0."""
    user: int | None = None
    """The person of a direct message."""
    channel: int | None = None


Listener = Callable[[Event], None]


class Registry:
    """Ids to things; every change goes through `tell`."""

    def __init__(self, *, name: str = "Menteo", now: Callable[[], datetime] = utc_now) -> None:
        self.now = now
        self.new_id = Snowflakes(now)
        self.users: dict[int, User] = {}
        self.guilds: dict[int, Guild] = {}
        self.channels: dict[int, Channel] = {}
        self.direct_channels: dict[int, int] = {}
        """Direct messages with the bot, by person."""
        self.commands: dict[int | None, dict[int, Json]] = {None: {}}
        """Application commands by guild; None holds the global ones."""
        self.listeners: list[Listener] = []
        """Are told what the bot may be told: the gateway."""
        self.watchers: list[Listener] = []
        """Are told everything, also what the bot can't see: tests that wait."""
        self.cdn_url = "http://127.0.0.1"
        """Where files lie; a running server sets its own address."""
        self.files: dict[int, Attachment] = {}
        """Everything uploaded, as the file store serves it."""
        self.unknown_emojis: set[str] = set()
        """What nobody can react with, beside everything that is no emoji."""
        self.application = self._application(name)

    @property
    def bot(self) -> User:
        """The application's own user."""
        return self.application.bot

    def add_user(self, name: str, *, bot: bool = False, locale: str = "en-GB") -> User:
        """Have somebody at Discord; `name` is what people read, the unique one follows from it."""
        unique = "".join(letter for letter in name.lower() if letter.isalnum()) or "user"
        taken = {user.name for user in self.users.values()}
        number = next(number for number in range(len(taken) + 1) if f"{unique}{number or ''}" not in taken)
        user = User(self.new_id(), f"{unique}{number or ''}", None if bot else name, bot=bot, locale=locale)
        self.users[user.id] = user
        return user

    def attach(self, filename: str, content: bytes, description: str | None = None) -> Attachment:
        """Keep an uploaded file where `url` finds it."""
        snowflake = self.new_id()
        url = f"{self.cdn_url}/attachments/{snowflake}/{quote(filename)}"
        kind = mimetypes.guess_type(filename)[0]
        self.files[snowflake] = Attachment(snowflake, filename, content, url, description, kind)
        return self.files[snowflake]

    def channels_of(self, guild: Guild) -> list[Channel]:
        """The channels of a guild, threads not among them."""
        return [channel for channel in self.channels.values() if channel.guild == guild.id and channel.thread is None]

    def threads_of(self, guild: Guild) -> list[Channel]:
        """The threads of a guild, archived ones too."""
        return [
            channel for channel in self.channels.values() if channel.guild == guild.id and channel.thread is not None
        ]

    def children_of(self, parent: Channel) -> list[Channel]:
        """What lies in a category, or the threads of a channel."""
        return [channel for channel in self.channels.values() if channel.parent == parent.id]

    def guilds_of_bot(self) -> list[Guild]:
        """The guilds that the bot is in."""
        return [guild for guild in self.guilds.values() if self.bot.id in guild.members]

    def permissions_of(self, user: User, channel: Channel) -> Permission:
        """What somebody may do in a channel; nothing for who isn't in its guild."""
        if channel.guild is None:
            inside = user.id in channel.recipients or user is self.bot
            return permissions.IN_DIRECT_MESSAGES if inside else permissions.NONE
        guild = self.guilds[channel.guild]
        member = guild.members.get(user.id)
        if member is None:
            return permissions.NONE
        if channel.thread is not None and channel.parent is not None:
            return permissions.in_thread(guild, member, self.channels[channel.parent], channel)
        return permissions.in_channel(guild, member, channel)

    def sees(self, user: User, channel: Channel) -> bool:
        """Whether somebody can open a channel."""
        return Permission.VIEW_CHANNEL in self.permissions_of(user, channel)

    def may(self, user: User, channel: Channel, needed: Permission) -> bool:
        """Whether somebody may do all of this in a channel."""
        return needed in self.permissions_of(user, channel)

    def who_sees(self, channel: Channel) -> Iterator[User]:
        """Everybody who can open a channel."""
        people = channel.recipients if channel.guild is None else self.guilds[channel.guild].members
        yield from (self.users[user] for user in people if self.sees(self.users[user], channel))

    def tell(self, name: str, data: Json, *, guild: Guild | None = None, channel: Channel | None = None) -> None:
        """Dispatch a change; with a `channel`, only who sees it is told."""
        user = next(iter(channel.recipients), None) if channel is not None and guild is None else None
        event = Event(
            name,
            data,
            None if guild is None else guild.id,
            user,
            None if channel is None else channel.id,
        )
        if self._bot_is_told(guild, channel):
            for listener in tuple(self.listeners):
                listener(event)
        for watcher in tuple(self.watchers):
            watcher(event)

    def tell_bot(self, name: str, data: Json, guild: Guild | None = None) -> None:
        """Dispatch what the bot is told whatever it sees: coming into a guild and going."""
        event = Event(name, data, None if guild is None else guild.id)
        for listener in (*self.listeners, *self.watchers):
            listener(event)

    def guild_create(self, guild: Guild) -> Json:
        """The whole guild as GUILD_CREATE has it, all members in: the gateway takes out those without the intent."""
        bot = guild.members.get(self.bot.id)
        threads = [thread for thread in self.threads_of(guild) if thread.active_thread and self.sees(self.bot, thread)]
        return guild.payload() | {
            "joined_at": None if bot is None else bot.payload()["joined_at"],
            "large": len(guild.members) > 250,
            "unavailable": False,
            "member_count": len(guild.members),
            "members": [member.payload() for member in guild.members.values()],
            "channels": [channel.payload() for channel in self.channels_of(guild)],
            "threads": [self.seen_by_bot(thread) for thread in threads],
            "presences": [],
            "voice_states": [],
            "stage_instances": [],
            "guild_scheduled_events": [],
            "soundboard_sounds": [],
        }

    def seen_by_bot(self, channel: Channel) -> Json:
        """A channel object, with the bot's own membership where it is in the thread."""
        thread = channel.thread
        if thread is None or self.bot.id not in thread.members:
            return channel.payload()
        return channel.payload() | {"member": thread.member_payload(channel.id, self.bot.id)}

    def _bot_is_told(self, guild: Guild | None, channel: Channel | None) -> bool:
        if guild is not None and self.bot.id not in guild.members:
            return False
        return channel is None or self.sees(self.bot, channel)

    def _application(self, name: str) -> Application:
        owner = self.add_user(f"{name} Operator")
        bot = self.add_user(name, bot=True)
        bot.name = name
        return Application(bot.id, name, owner, bot, TOKEN, ApplicationFlag.GUILD_MEMBERS)
