"""What the gateway tells, in the core's words.

It is read from the gateway's own payloads (Gateway Events), not from discord.py's cache: without members and messages
kept in memory, that says nothing of a changed name, nor of a thread that it hadn't seen.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Protocol

from bot.adapters.discord.origin import PLATFORM
from bot.core.ui.inbound import (
    Arrived,
    BroughtIn,
    Commented,
    Departed,
    Inbound,
    Origin,
    PlaceLost,
    Said,
    SentAway,
    Where,
)

Payload = Mapping[str, Any]
"""An object of the gateway's, as it came."""

HEARD: Final = frozenset(
    {
        "GUILD_CREATE",
        "GUILD_DELETE",
        "GUILD_MEMBER_ADD",
        "GUILD_MEMBER_UPDATE",
        "GUILD_MEMBER_REMOVE",
        "GUILD_BAN_ADD",
        "CHANNEL_DELETE",
        "THREAD_DELETE",
        "MESSAGE_CREATE",
    }
)
"""The events that `inbound_of` knows."""

TALK: Final = frozenset(
    {
        "MESSAGE_CREATE",
        "MESSAGE_UPDATE",
        "MESSAGE_DELETE",
        "MESSAGE_DELETE_BULK",
        "MESSAGE_REACTION_ADD",
        "MESSAGE_REACTION_REMOVE",
    }
)
"""Those that are told of what is said in a room."""

INTEGRATION: Final = "INTEGRATION_CREATE"
"""Who brought the bot to a guild is told in this one."""

_HOMES: Final = frozenset({0, 4, 15})
"""Channel types that Menteo makes or takes: text, category, forum."""

SAID: Final = frozenset({0, 19})
"""Message types in which somebody says something: plainly, or in reply."""


@dataclass(frozen=True)
class Heard:
    """An event, and where it stands in what one gateway session told: the same mark is the same telling."""

    name: str
    data: Payload
    mark: str


class Known(Protocol):
    """What is known without asking."""

    def is_here(self, guild: int) -> bool:
        """Tell whether the bot was in a guild before this event."""

    def is_growth(self, guild: int, thread: int) -> bool:
        """Tell whether this may be a growth thread: public, open and begun by the bot."""

    def is_stranger(self, guild: int, thread: int) -> bool:
        """Tell whether this is known to be somebody else's thread."""

    def is_me(self, user: int) -> bool:
        """Tell whether this is the bot's own account."""

    def reads_words(self) -> bool:
        """Tell whether the words of a guild's messages are told, also where the bot isn't mentioned."""

    def language(self, guild: int) -> str:
        """Say which language a guild prefers; empty where that isn't known."""

    def place_name(self, guild: int, place: int) -> str:
        """Name a channel or thread; empty where that isn't known."""

    def role_name(self, guild: int, role: int) -> str:
        """Name a role; empty where that isn't known."""


def inbound_of(heard: Heard, known: Known) -> Inbound | None:  # noqa: PLR0911  one arm an event
    """Translate an event, or None where it says nothing to the core."""
    data = heard.data
    match heard.name:
        case "GUILD_CREATE":
            return _brought_in(data)
        case "GUILD_DELETE":
            return None if data.get("unavailable") else SentAway(_happening(str(data["id"]), heard.mark))
        case "GUILD_MEMBER_ADD" | "GUILD_MEMBER_UPDATE":
            return None if is_bot(data["user"]) else Arrived(person(data, data["user"], heard.mark, data))
        case "GUILD_MEMBER_REMOVE" | "GUILD_BAN_ADD":
            return None if is_bot(data["user"]) else Departed(person(data, data["user"], heard.mark))
        case "CHANNEL_DELETE":
            return _place_lost(data) if data.get("guild_id") and data["type"] in _HOMES else None
        case "THREAD_DELETE":
            is_stranger = known.is_stranger(int(data["guild_id"]), int(data["id"]))
            return None if is_stranger else _place_lost(data)
        case "MESSAGE_CREATE":
            return _message(data, known)
        case _:
            return None


def brought_by(inbound: BroughtIn, user: Payload) -> BroughtIn:
    """Say who brought the program."""
    origin = replace(inbound.origin, account=str(user["id"]), name=name_of(user))
    return replace(inbound, origin=origin)


def missed(ready: Payload, communities: Iterable[str]) -> Sequence[SentAway]:
    """Find the communities that a new session doesn't name any more, of those whose shard it is (Sharding)."""
    shard, shards = ready.get("shard") or (0, 1)
    here = {str(guild["id"]) for guild in ready["guilds"]}
    return [
        SentAway(_happening(guild, f"missed:{ready['session_id']}:{guild}"))
        for guild in communities
        if guild not in here and (int(guild) >> 22) % shards == shard
    ]


def person(about: Payload, user: Payload, update: str, member: Payload | None = None, place: str = "") -> Origin:
    """Say who did something in a guild, by the name that they have there."""
    guild = str(about["guild_id"])
    name = (member or {}).get("nick") or name_of(user)
    handle = str(user["username"])
    return Origin(PLATFORM, guild, str(user["id"]), name, Where.COMMUNITY, place or guild, update, handle=handle)


def name_of(user: Payload) -> str:
    """What people read where a guild has no nickname for somebody."""
    return str(user.get("global_name") or user["username"])


def is_bot(user: Payload) -> bool:
    """Tell whether an account is a program's."""
    return bool(user.get("bot"))


def _brought_in(guild: Payload) -> BroughtIn | None:
    """Unless told otherwise, it is the owner who is to know of it."""
    if guild.get("unavailable"):
        return None
    joined = guild.get("joined_at") or ""
    origin = _happening(str(guild["id"]), f"guild:{guild['id']}:{joined}", language=guild.get("preferred_locale") or "")
    return BroughtIn(replace(origin, account=str(guild["owner_id"])), guild["name"])


def _place_lost(place: Payload) -> PlaceLost:
    origin = _happening(str(place["guild_id"]), f"lost:{place['id']}", place=str(place["id"]))
    return PlaceLost(origin, str(place["id"]))


def _message(message: Payload, known: Known) -> Said | Commented | None:
    author, guild, place = message["author"], message.get("guild_id"), str(message["channel_id"])
    if is_bot(author) or message["type"] not in SAID or "webhook_id" in message:
        return None
    update = f"message:{message['id']}"
    if guild is None:
        origin = Origin(PLATFORM, "", str(author["id"]), name_of(author), Where.PRIVATE, place, update)
        return Said(origin, message["content"])
    if not known.is_growth(int(guild), int(place)):
        return None
    return Commented(person(message, author, update, message.get("member") or {}, place))


def _happening(guild: str, update: str, *, place: str = "", language: str = "") -> Origin:
    return Origin(PLATFORM, guild, "", "", Where.COMMUNITY, place or guild, update, language=language)
