"""Discord's documented permission algorithm: roles, then overwrites, then what one denial implies."""

from enum import IntFlag
from functools import reduce
from operator import or_

from tests.discord.server.channels import Channel, ChannelType, Overwrite
from tests.discord.server.guilds import Guild, Member


class Permission(IntFlag):
    """The bits of a permission set (topics, "Permissions")."""

    CREATE_INSTANT_INVITE = 1 << 0
    KICK_MEMBERS = 1 << 1
    BAN_MEMBERS = 1 << 2
    ADMINISTRATOR = 1 << 3
    MANAGE_CHANNELS = 1 << 4
    MANAGE_GUILD = 1 << 5
    ADD_REACTIONS = 1 << 6
    VIEW_AUDIT_LOG = 1 << 7
    PRIORITY_SPEAKER = 1 << 8
    STREAM = 1 << 9
    VIEW_CHANNEL = 1 << 10
    SEND_MESSAGES = 1 << 11
    SEND_TTS_MESSAGES = 1 << 12
    MANAGE_MESSAGES = 1 << 13
    EMBED_LINKS = 1 << 14
    ATTACH_FILES = 1 << 15
    READ_MESSAGE_HISTORY = 1 << 16
    MENTION_EVERYONE = 1 << 17
    USE_EXTERNAL_EMOJIS = 1 << 18
    VIEW_GUILD_INSIGHTS = 1 << 19
    CONNECT = 1 << 20
    SPEAK = 1 << 21
    MUTE_MEMBERS = 1 << 22
    DEAFEN_MEMBERS = 1 << 23
    MOVE_MEMBERS = 1 << 24
    USE_VAD = 1 << 25
    CHANGE_NICKNAME = 1 << 26
    MANAGE_NICKNAMES = 1 << 27
    MANAGE_ROLES = 1 << 28
    MANAGE_WEBHOOKS = 1 << 29
    MANAGE_GUILD_EXPRESSIONS = 1 << 30
    USE_APPLICATION_COMMANDS = 1 << 31
    REQUEST_TO_SPEAK = 1 << 32
    MANAGE_EVENTS = 1 << 33
    MANAGE_THREADS = 1 << 34
    CREATE_PUBLIC_THREADS = 1 << 35
    CREATE_PRIVATE_THREADS = 1 << 36
    USE_EXTERNAL_STICKERS = 1 << 37
    SEND_MESSAGES_IN_THREADS = 1 << 38
    USE_EMBEDDED_ACTIVITIES = 1 << 39
    MODERATE_MEMBERS = 1 << 40
    VIEW_CREATOR_MONETIZATION_ANALYTICS = 1 << 41
    USE_SOUNDBOARD = 1 << 42
    CREATE_GUILD_EXPRESSIONS = 1 << 43
    CREATE_EVENTS = 1 << 44
    USE_EXTERNAL_SOUNDS = 1 << 45
    SEND_VOICE_MESSAGES = 1 << 46
    SET_VOICE_CHANNEL_STATUS = 1 << 48
    SEND_POLLS = 1 << 49
    USE_EXTERNAL_APPS = 1 << 50
    PIN_MESSAGES = 1 << 51
    BYPASS_SLOWMODE = 1 << 52


P = Permission
NONE = Permission(0)
ALL = reduce(or_, Permission)
IN_DIRECT_MESSAGES = (
    P.ADD_REACTIONS | P.VIEW_CHANNEL | P.SEND_MESSAGES | P.EMBED_LINKS | P.ATTACH_FILES | P.READ_MESSAGE_HISTORY
    | P.MENTION_EVERYONE | P.USE_EXTERNAL_EMOJIS | P.USE_EXTERNAL_STICKERS | P.SEND_VOICE_MESSAGES | P.SEND_POLLS
    | P.USE_EXTERNAL_APPS | P.PIN_MESSAGES
)  # fmt: skip
OF_EVERYONE = (
    P.CREATE_INSTANT_INVITE | P.ADD_REACTIONS | P.STREAM | P.VIEW_CHANNEL | P.SEND_MESSAGES | P.EMBED_LINKS
    | P.ATTACH_FILES | P.READ_MESSAGE_HISTORY | P.MENTION_EVERYONE | P.USE_EXTERNAL_EMOJIS | P.CONNECT | P.SPEAK
    | P.USE_VAD | P.CHANGE_NICKNAME | P.USE_APPLICATION_COMMANDS | P.REQUEST_TO_SPEAK | P.CREATE_PUBLIC_THREADS
    | P.CREATE_PRIVATE_THREADS | P.USE_EXTERNAL_STICKERS | P.SEND_MESSAGES_IN_THREADS | P.USE_EMBEDDED_ACTIVITIES
    | P.USE_SOUNDBOARD | P.CREATE_GUILD_EXPRESSIONS | P.CREATE_EVENTS | P.USE_EXTERNAL_SOUNDS
    | P.SEND_VOICE_MESSAGES | P.SEND_POLLS | P.USE_EXTERNAL_APPS
)  # fmt: skip
"""What @everyone may do in a guild that nobody has changed."""

_WITH_SENDING = P.MENTION_EVERYONE | P.SEND_TTS_MESSAGES | P.ATTACH_FILES | P.EMBED_LINKS
_OUTLIVES_TIME_OUT = P.VIEW_CHANNEL | P.READ_MESSAGE_HISTORY


def in_guild(guild: Guild, member: Member) -> Permission:
    """What a member may do in the guild, before any channel has its say."""
    if member.user.id == guild.owner_id:
        return ALL
    held = Permission(guild.everyone.permissions)
    for role_id in member.roles:
        held |= Permission(guild.roles[role_id].permissions)
    return ALL if P.ADMINISTRATOR in held else held


def in_channel(guild: Guild, member: Member, channel: Channel) -> Permission:
    """What a member may do in a channel that is no thread; denials imply what the documentation says."""
    base = in_guild(guild, member)
    if P.ADMINISTRATOR in base:
        return ALL
    held = _overwritten(base, guild, member, channel.overwrites)
    if P.VIEW_CHANNEL not in held:
        return NONE
    if P.SEND_MESSAGES not in held and channel.type is not ChannelType.CATEGORY:
        held &= ~_WITH_SENDING
    return held & _OUTLIVES_TIME_OUT if member.timed_out else held


def in_thread(guild: Guild, member: Member, parent: Channel, thread: Channel) -> Permission:
    """What a member may do in a thread: all through its parent; a private one is for those inside and its managers."""
    held = in_channel(guild, member, parent)
    if not held or P.ADMINISTRATOR in held:
        return held
    inside = thread.thread is not None and member.user.id in thread.thread.members
    if thread.type is ChannelType.PRIVATE_THREAD and not inside and P.MANAGE_THREADS not in held:
        return NONE
    return held


def _overwritten(base: Permission, guild: Guild, member: Member, overwrites: dict[int, Overwrite]) -> Permission:
    everyone, own = overwrites.get(guild.id), overwrites.get(member.user.id)
    of_roles = [overwrites[role_id] for role_id in member.roles if role_id in overwrites]
    held = _applied(base, [] if everyone is None else [everyone])
    held = _applied(held, of_roles)
    return _applied(held, [] if own is None else [own])


def _applied(held: Permission, overwrites: list[Overwrite]) -> Permission:
    """Denials of one tier first, then its allowances."""
    for overwrite in overwrites:
        held &= ~Permission(overwrite.deny)
    for overwrite in overwrites:
        held |= Permission(overwrite.allow)
    return held
