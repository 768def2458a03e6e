"""Channels of a guild: made, edited, deleted, with who may do what in them."""

from dataclasses import replace

from aiohttp import web

from tests.discord.server import permissions
from tests.discord.server.channels import Channel, ChannelType, Overwrite
from tests.discord.server.guilds import Guild
from tests.discord.server.permissions import NONE, Permission
from tests.discord.server.refusals import (
    Refused,
    invalid_form,
    missing_permissions,
    unknown,
    wrong_channel_type,
)
from tests.discord.server.rest import threads
from tests.discord.server.rest.call import Call, Handler, answer, nothing
from tests.discord.server.wire import Json

_MAKEABLE = frozenset({
    ChannelType.TEXT, ChannelType.VOICE, ChannelType.CATEGORY, ChannelType.ANNOUNCEMENT, ChannelType.FORUM,
})  # fmt: skip
_OF_COMMUNITIES = frozenset({ChannelType.ANNOUNCEMENT, ChannelType.FORUM})
_SPELT_SMALL = frozenset({ChannelType.TEXT, ChannelType.ANNOUNCEMENT, ChannelType.FORUM})
_FORUM_FIELDS = ("default_reaction_emoji", "default_sort_order", "default_forum_layout")


def routes() -> dict[str, Handler]:
    """Every address of this resource."""
    return {
        "GET /guilds/{guild_id}/channels": _list,
        "POST /guilds/{guild_id}/channels": _make,
        "PATCH /guilds/{guild_id}/channels": _reorder,
        "GET /channels/{channel_id}": _get,
        "PATCH /channels/{channel_id}": _edit,
        "DELETE /channels/{channel_id}": _delete,
        "PUT /channels/{channel_id}/permissions/{overwrite_id}": _set_overwrite,
        "DELETE /channels/{channel_id}/permissions/{overwrite_id}": _delete_overwrite,
        "POST /channels/{channel_id}/typing": _type,
    }


def _list(call: Call) -> web.Response:
    return answer([channel.payload() for channel in call.world.channels_of(call.guild())])


def _make(call: Call) -> web.Response:
    guild, fields = call.guild(), call.fields
    held = permissions.in_guild(guild, guild.members[call.bot.id])
    if Permission.MANAGE_CHANNELS not in held:
        raise missing_permissions()
    kind = _kind(fields.get("type") or 0, guild)
    if len(call.world.channels_of(guild)) >= guild.max_channels:
        raise Refused(400, 30013, f"Maximum number of guild channels reached ({guild.max_channels})")
    parent = _parent(call, guild, fields.get("parent_id"))
    channel = Channel(call.world.new_id(), kind, guild.id, _spelt(fields["name"], kind))
    channel.parent = None if parent is None else parent.id
    channel.position = sum(1 for other in call.world.channels_of(guild) if other.type is kind)
    channel.overwrites = _overwrites(call, guild, fields.get("permission_overwrites"), {}, held)
    _write(call, channel, fields)
    call.world.register(channel)
    return answer(channel.payload(), 201)


def _reorder(call: Call) -> web.Response:
    guild = call.guild()
    if Permission.MANAGE_CHANNELS not in permissions.in_guild(guild, guild.members[call.bot.id]):
        raise missing_permissions()
    for entry in call.body:
        channel = call.world.channels.get(int(entry["id"]))
        if channel is None:
            raise unknown("Channel")
        if entry.get("position") is not None:
            channel.position = int(entry["position"])
        if "parent_id" in entry:
            parent = _parent(call, guild, entry["parent_id"], moving=channel)
            channel.parent = None if parent is None else parent.id
        call.world.changed(channel)
    return nothing()


def _get(call: Call) -> web.Response:
    return answer(call.world.seen_by_bot(call.channel()))


def _edit(call: Call) -> web.Response:
    channel = call.channel()
    if channel.thread is not None:
        return threads.edit(call, channel)
    guild, fields = _guild_of(call, channel), call.fields
    call.demand(channel, Permission.MANAGE_CHANNELS)
    overwrites = _edited_overwrites(call, guild, channel)
    if "parent_id" in fields:
        parent = _parent(call, guild, fields["parent_id"], moving=channel)
        channel.parent = None if parent is None else parent.id
    if overwrites is not None:
        channel.overwrites = overwrites
    if fields.get("name") is not None:
        channel.name = _spelt(fields["name"], channel.type)
    _write(call, channel, fields)
    call.world.changed(channel)
    return answer(channel.payload())


def _delete(call: Call) -> web.Response:
    channel = call.channel()
    if channel.type is ChannelType.DM:
        return answer(channel.payload())
    if channel.thread is not None:
        call.demand(channel, Permission.MANAGE_THREADS)
        call.world.delete_thread(channel)
    else:
        call.demand(channel, Permission.MANAGE_CHANNELS)
        call.world.delete_channel(channel)
    return answer(channel.payload())


def _set_overwrite(call: Call) -> web.Response:
    channel = call.channel()
    guild = _guild_of(call, channel)
    entry = call.fields | {"id": call.id("overwrite_id")}
    wanted = _overwrites(call, guild, [entry], channel.overwrites, _demand_roles(call, guild, channel))
    call.world.set_overwrite(channel, wanted[entry["id"]])
    return nothing()


def _delete_overwrite(call: Call) -> web.Response:
    channel = call.channel()
    _demand_roles(call, _guild_of(call, channel), channel)
    if channel.overwrites.pop(call.id("overwrite_id"), None) is None:
        raise unknown("Overwrite")
    call.world.changed(channel)
    return nothing()


def _type(call: Call) -> web.Response:
    call.channel()
    return nothing()


def _guild_of(call: Call, channel: Channel) -> Guild:
    guild = call.world.guild_of(channel)
    if guild is None or channel.thread is not None:
        raise wrong_channel_type()
    return guild


def _kind(number: int, guild: Guild) -> ChannelType:
    if number not in _MAKEABLE:
        raise invalid_form("type", "BASE_TYPE_CHOICES", "Value must be one of {0, 2, 4, 5, 15}.")
    kind = ChannelType(number)
    if kind in _OF_COMMUNITIES and "COMMUNITY" not in guild.features:
        raise wrong_channel_type()
    return kind


def _spelt(name: str, kind: ChannelType) -> str:
    """Names of text channels are small and without spaces, whatever was asked for."""
    return "-".join(name.lower().split()) if kind in _SPELT_SMALL else name.strip()


def _parent(call: Call, guild: Guild, wanted: object, moving: Channel | None = None) -> Channel | None:
    if wanted is None:
        return None
    parent = call.world.channels.get(int(str(wanted)))
    if parent is None or parent.guild != guild.id:
        raise invalid_form("parent_id", "CHANNEL_PARENT_INVALID", "Category does not exist")
    if parent.type is not ChannelType.CATEGORY:
        raise invalid_form("parent_id", "CHANNEL_PARENT_INVALID_TYPE", "Not a category")
    inside = [child for child in call.world.children_of(parent) if child is not moving]
    if len(inside) >= guild.max_in_category:
        full = f"Maximum number of channels in category reached ({guild.max_in_category})"
        raise invalid_form("parent_id", "CHANNEL_PARENT_MAX_CHANNELS", full)
    return parent


def _demand_roles(call: Call, guild: Guild, channel: Channel) -> Permission:
    """What may be handed on in a channel: what the bot has in the category or, without one, in the guild."""
    call.demand(channel, Permission.MANAGE_ROLES)
    own = channel.overwrites.get(call.bot.id)
    if own is not None and own.allow & Permission.MANAGE_ROLES:
        return permissions.ALL
    member = guild.members[call.bot.id]
    if channel.parent is not None:
        return permissions.in_channel(guild, member, call.world.channels[channel.parent])
    return permissions.in_guild(guild, member)


def _edited_overwrites(call: Call, guild: Guild, channel: Channel) -> dict[int, Overwrite] | None:
    """The overwrites that an edit asks for; asking for the same ones isn't a change, and needs no permission."""
    entries = call.fields.get("permission_overwrites")
    if entries is None:
        return None
    if {entry.id: entry for entry in map(_read, entries)} == channel.overwrites:
        return None
    return _overwrites(call, guild, entries, channel.overwrites, _demand_roles(call, guild, channel))


def _overwrites(
    call: Call, guild: Guild, entries: list[Json] | None, before: dict[int, Overwrite], held: Permission
) -> dict[int, Overwrite]:
    """Only what the bot itself has can be allowed or denied, and MANAGE_ROLES by administrators alone."""
    wanted = {overwrite.id: overwrite for overwrite in map(_read, entries or [])}
    for overwrite in wanted.values():
        known = guild.roles if overwrite.type == 0 else call.world.users
        if overwrite.id not in known:
            raise unknown("Role" if overwrite.type == 0 else "User")
        was = before.get(overwrite.id, replace(overwrite, allow=0, deny=0))
        touched = Permission((overwrite.allow ^ was.allow) | (overwrite.deny ^ was.deny))
        if touched & ~held or (Permission.MANAGE_ROLES in touched and Permission.ADMINISTRATOR not in held):
            raise missing_permissions()
    return wanted


def _read(entry: Json) -> Overwrite:
    allow, deny = Permission(int(entry.get("allow") or 0)), Permission(int(entry.get("deny") or 0))
    return Overwrite(int(entry["id"]), int(entry["type"]), int(allow or NONE), int(deny or NONE))


def _write(call: Call, channel: Channel, fields: Json) -> None:
    if "topic" in fields:
        channel.topic = fields["topic"]
    if fields.get("position") is not None:
        channel.position = int(fields["position"])
    if fields.get("nsfw") is not None:
        channel.nsfw = bool(fields["nsfw"])
    if fields.get("rate_limit_per_user") is not None:
        channel.slow_mode = int(fields["rate_limit_per_user"])
    if "default_auto_archive_duration" in fields:
        channel.default_auto_archive_minutes = fields["default_auto_archive_duration"]
    if fields.get("flags") is not None:
        channel.flags = int(fields["flags"])
    channel.forum |= {field: fields[field] for field in _FORUM_FIELDS if field in fields}
    if "available_tags" in fields:
        empty = {"moderated": False, "emoji_id": None, "emoji_name": None}
        channel.tags = [
            empty | tag | {"id": str(tag.get("id") or call.world.new_id())} for tag in fields["available_tags"]
        ]
