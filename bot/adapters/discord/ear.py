"""Menteo's connection to the gateway: discord.py keeps it up, and each event is taken in once."""

import threading
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final, Protocol

import discord
import structlog
from discord.gateway import KeepAliveHandler

from bot.adapters.discord.events import HEARD, INTEGRATION, TALK, Heard, Known, Payload
from bot.adapters.discord.identifying import Identifies
from bot.logs import frames_of

INTERACTION: Final = "INTERACTION_CREATE"
_READY: Final = "READY"

_OURS_ALONE: Final = TALK | {INTEGRATION}
"""What discord.py would only make objects of, for nobody: a guild's every message, for one."""

# Voice is no part of Menteo, so that the libraries for it are missing is not worth a warning at every start.
discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False

_log = structlog.get_logger(__name__)


class Door(Protocol):
    """Where what is heard goes; neither call waits."""

    def heard(self, heard: Heard, known: Known) -> None:
        """Take in an event."""

    def asked(self, interaction: discord.Interaction) -> None:
        """Take in an interaction, which is to be answered within 3 seconds."""

    def began(self, ready: Payload) -> None:
        """Take in what a new session begins with: the guilds that the bot is in, of one shard."""


class Ear(discord.Client):
    """What both kinds of ear have in common."""

    def __init__(self, door: Door, identifies: Identifies, **options: Any) -> None:  # noqa: ANN401  discord.py's own
        super().__init__(
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            **options,
        )
        self._door, self._identifies = door, identifies
        self._highest: dict[str, int] = defaultdict(int)
        parsers = self._connection.parsers
        for name in (*(HEARD | _OURS_ALONE), INTERACTION):
            parse = None if name in _OURS_ALONE else parsers[name]
            parsers[name] = partial(self._take, name, parse)
        parsers[_READY] = partial(self._begin, parsers[_READY])

    @property
    def is_hearing(self) -> bool:
        """Whether there is a session on every connection that there should be."""
        try:
            sockets = [self._get_websocket(shard_id=shard) for shard in self.own_shards]
        except KeyError:  # one that wasn't reached yet
            return False
        return bool(sockets) and all(map(_is_up, sockets))

    @property
    def has_heard(self) -> bool:
        """Whether anything was told."""
        return bool(self._highest)

    @property
    def own_shards(self) -> Sequence[int]:
        """The shards that this process listens to."""
        return (0,)

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Hand an interaction on; discord.py calls this."""
        self._door.asked(interaction)

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:  # noqa: ARG002  named by discord.py
        """Wait until a session may be begun; discord.py calls this."""
        await self._identifies.turn(shard_id or 0)

    async def close(self) -> None:
        """Leave; discord.py forgets a line on which no session was begun, and its heart would beat on for a minute."""
        for heart in threading.enumerate():
            if isinstance(heart, KeepAliveHandler) and heart.ws._connection is self._connection:  # noqa: SLF001  no other way
                await heart.ws.close()
        await super().close()

    def is_here(self, guild: int) -> bool:
        """Tell whether the bot was in a guild before this event: at a start, the session names those that it is in."""
        return self.get_guild(guild) is not None

    def is_growth(self, guild: int, thread: int) -> bool:
        """Tell whether this may be a growth thread: public, open and begun by the bot."""
        known = self._thread(guild, thread)
        return known is not None and known.owner_id == self._bot and not known.is_private()

    def is_stranger(self, guild: int, thread: int) -> bool:
        """Tell whether this is known to be somebody else's thread."""
        known = self._thread(guild, thread)
        return known is not None and known.owner_id != self._bot

    def is_me(self, user: int) -> bool:
        """Tell whether this is the bot's own account."""
        return user == self._bot

    def reads_words(self) -> bool:
        """Tell whether the words of a guild's messages are told, also where the bot isn't mentioned."""
        return self.intents.message_content

    def language(self, guild: int) -> str:
        """Say which language a guild prefers; empty where that isn't known."""
        known = self.get_guild(guild)
        return known.preferred_locale.value if known else ""

    def place_name(self, guild: int, place: int) -> str:
        """Name a channel or thread; empty where that isn't known."""
        known = self.get_guild(guild)
        there = known.get_channel_or_thread(place) if known else None
        return there.name if there else ""

    def role_name(self, guild: int, role: int) -> str:
        """Name a role; empty where that isn't known."""
        known = self.get_guild(guild)
        named = known.get_role(role) if known else None
        return named.name if named else ""

    def _take(self, name: str, parse: Callable[[Payload], None] | None, data: Payload) -> None:
        """Take in an event, once in its session, and while discord.py still knows what it says is deleted."""
        session, sequence = self._place_of(name, data)
        if sequence <= self._highest[session]:
            return
        self._highest[session] = sequence
        if name != INTERACTION:
            self._hand_on(Heard(name, data, f"{session}:{sequence}"))
        if parse is not None:
            parse(data)

    def _begin(self, parse: Callable[[Payload], None], ready: Payload) -> None:
        self._door.began(ready)
        parse(ready)

    def _hand_on(self, heard: Heard) -> None:
        try:
            self._door.heard(heard, self)
        except Exception as error:  # noqa: BLE001  an event that can't be read must not end the connection
            _log.error("event_unreadable", name=heard.name, **frames_of(error))

    def _place_of(self, name: str, data: Payload) -> tuple[str, int]:
        """Say in which session an event was told, and as the how manieth; direct messages come to the first shard."""
        guild = data.get("id" if name in {"GUILD_CREATE", "GUILD_DELETE"} else "guild_id")
        socket = self._get_websocket(int(guild)) if guild else self._get_websocket(shard_id=0)
        return socket.session_id or "", socket.sequence or 0

    def _thread(self, guild: int, thread: int) -> discord.Thread | None:
        known = self.get_guild(guild)
        return known.get_thread(thread) if known else None

    @property
    def _bot(self) -> int | None:
        return self.user.id if self.user else None


class OneEar(Ear):
    """All guilds on one connection."""


class ManyEars(Ear, discord.AutoShardedClient):
    """Guilds spread over several connections, all of them or some in this process."""

    @property
    def own_shards(self) -> Sequence[int]:
        """The shards that this process listens to."""
        return self.shard_ids or range(self.shard_count or 0)


def _is_up(socket: discord.gateway.DiscordWebSocket | None) -> bool:
    return socket is not None and socket.open and socket.session_id is not None
