"""What one session is told of an event: by its shard and its intents."""

from collections.abc import Iterator

from tests.discord.server import intents
from tests.discord.server.guilds import Guild, Member
from tests.discord.server.intents import Intent
from tests.discord.server.messages import without_content
from tests.discord.server.sessions import Session, Shard
from tests.discord.server.state import Event, World
from tests.discord.server.wire import Json

CHUNK = 1_000
"""Members in one chunk."""


def ready(world: World, session: Session, url: str) -> Json:
    """The first dispatch of a new session: who the client is, and which guilds will follow."""
    application = world.application
    return {
        "v": 10,
        "user": world.bot.payload() | {"verified": True, "mfa_enabled": True, "email": None},
        "user_settings": {},
        "private_channels": [],
        "relationships": [],
        "presences": [],
        "guild_join_requests": [],
        "guilds": [{"id": str(guild.id), "unavailable": True} for guild in guilds_of(world, session.shard)],
        "session_id": session.id,
        "session_type": "normal",
        "resume_gateway_url": url,
        "application": {"id": str(application.id), "flags": int(application.flags)},
        "shard": [session.shard.index, session.shard.count],
        "_trace": [],
    }


def guilds_of(world: World, shard: Shard) -> list[Guild]:
    """The bot's guilds that belong to a shard."""
    return [guild for guild in world.guilds_of_bot() if shard.holds(guild.id)]


def told(world: World, event: Event, session: Session) -> Json | None:
    """What a session gets of an event, if anything."""
    return _lessened(world, event, session.intents) if session.shard.holds(event.guild) else None


def guild_create(world: World, guild: Guild, wanted: int) -> Json:
    """A guild of those that READY named, coming whole."""
    return _without_members(world.guild_create(guild), world, wanted)


def member_chunks(world: World, request: Json) -> Iterator[Json]:
    """Answer a request for members (opcode 8): by ids, by how a name begins, or everybody."""
    guild = world.guilds[int(request["guild_id"])]
    ids = _asked(request)
    found = _found(guild, request, ids)
    chunks = [found[start : start + CHUNK] for start in range(0, len(found), CHUNK)] or [[]]
    for index, chunk in enumerate(chunks):
        yield {
            "guild_id": str(guild.id),
            "members": [member.payload() for member in chunk],
            "chunk_index": index,
            "chunk_count": len(chunks),
            "not_found": [str(user) for user in ids if user not in guild.members],
            **({"nonce": request["nonce"]} if "nonce" in request else {}),
        }


def _lessened(world: World, event: Event, held: int) -> Json | None:
    needed = intents.needed(event.name, in_guild=event.guild is not None)
    match event.name:
        case "GUILD_CREATE":
            return _without_members(event.data, world, held)
        case "THREAD_MEMBERS_UPDATE" if not held & Intent.GUILD_MEMBERS:
            return _only_own_membership(event.data, world)
        case "MESSAGE_CREATE" | "MESSAGE_UPDATE" if event.guild is not None and not held & Intent.MESSAGE_CONTENT:
            return without_content(event.data, world.bot) if held & needed else None
        case "GUILD_MEMBER_UPDATE" if event.data["user"]["id"] == str(world.bot.id):
            return event.data
        case _:
            return event.data if needed & held == needed else None


def _asked(request: Json) -> list[int]:
    ids = request.get("user_ids") or []
    return [int(user) for user in (ids if isinstance(ids, list) else [ids])]


def _found(guild: Guild, request: Json, ids: list[int]) -> list[Member]:
    if ids:
        return [guild.members[user] for user in ids if user in guild.members]
    beginning, limit = str(request.get("query") or "").casefold(), int(request.get("limit") or 0)
    found = [
        member
        for member in guild.members.values()
        if any(name.casefold().startswith(beginning) for name in (member.user.name, member.display_name))
    ]
    return found[:limit] if limit else found


def _without_members(guild: Json, world: World, wanted: int) -> Json:
    """Only presences bring everybody along; without them there is the bot alone, and the rest is to be asked for."""
    if wanted & Intent.GUILD_PRESENCES and wanted & Intent.GUILD_MEMBERS:
        return guild
    own = [member for member in guild["members"] if member["user"]["id"] == str(world.bot.id)]
    return guild | {"members": own}


def _only_own_membership(data: Json, world: World) -> Json | None:
    own = str(world.bot.id)
    added = [member for member in data["added_members"] if member["user_id"] == own]
    removed = [user for user in data["removed_member_ids"] if user == own]
    return data | {"added_members": added, "removed_member_ids": removed} if added or removed else None
