"""Threads: started, edited and listed."""

from collections.abc import Callable

from aiohttp import web

from tests.discord.server.channels import Channel, ChannelType
from tests.discord.server.composing import fill
from tests.discord.server.messages import Message
from tests.discord.server.permissions import Permission
from tests.discord.server.places import thread_of
from tests.discord.server.refusals import (
    Refused,
    archived_thread,
    invalid_form,
    missing_permissions,
    too_many_active_threads,
    wrong_channel_type,
)
from tests.discord.server.rest.call import Call, Handler, answer
from tests.discord.server.wire import Json

_DEFAULT_MINUTES = 4320
_PARENTS = {
    ChannelType.TEXT: ChannelType.PUBLIC_THREAD,
    ChannelType.ANNOUNCEMENT: ChannelType.ANNOUNCEMENT_THREAD,
}
"""Where public threads start without being a forum's posts, and what they are then."""
_FOR_MANAGERS = frozenset({"rate_limit_per_user", "locked", "invitable", "flags", "applied_tags"})


def routes() -> dict[str, Handler]:
    """Every address of this resource."""
    return {
        "POST /channels/{channel_id}/threads": _start,
        "POST /channels/{channel_id}/messages/{message_id}/threads": _start_from_message,
        "GET /guilds/{guild_id}/threads/active": _active,
        "GET /channels/{channel_id}/threads/archived/public": _archived_public,
        "GET /channels/{channel_id}/threads/archived/private": _archived_private,
        "GET /channels/{channel_id}/users/@me/threads/archived/private": _archived_joined,
    }


def edit(call: Call, channel: Channel) -> web.Response:
    """Edit a thread, as PATCH of a channel does where the channel is one."""
    thread, fields = thread_of(channel), call.fields
    _demand_edit(call, channel)
    if thread.archived and fields.get("archived") is not False:
        raise archived_thread()
    if thread.archived:
        demand_room(call, channel)
    if fields.get("name") is not None:
        channel.name = fields["name"]
    if fields.get("rate_limit_per_user") is not None:
        channel.slow_mode = int(fields["rate_limit_per_user"])
    if fields.get("auto_archive_duration") is not None:
        thread.auto_archive_minutes = int(fields["auto_archive_duration"])
        thread.archived_at = call.world.now()
    if fields.get("invitable") is not None:
        thread.invitable = bool(fields["invitable"])
    if fields.get("applied_tags") is not None:
        thread.tags = [int(tag) for tag in fields["applied_tags"]]
    if fields.get("flags") is not None:
        channel.flags = int(fields["flags"])
    call.world.archive(channel, archived=bool(fields.get("archived", thread.archived)), locked=fields.get("locked"))
    return answer(call.world.seen_by_bot(channel))


def demand_room(call: Call, channel: Channel) -> None:
    """Refuse one more active thread where the guild is full of them."""
    guild = call.world.guild_of(channel)
    if guild is not None and len(call.world.active_threads(guild)) >= guild.max_active_threads:
        raise too_many_active_threads()


def demand_active(channel: Channel) -> None:
    """Refuse what isn't done in an archived thread."""
    if channel.thread is not None and channel.thread.archived:
        raise archived_thread()


def demand_writing(call: Call, channel: Channel) -> None:
    """Refuse a message that a thread's state doesn't let in; one to an archived thread wakes it, if there is room."""
    thread = thread_of(channel)
    if thread.locked and not call.world.may(call.bot, channel, Permission.MANAGE_THREADS):
        raise Refused(400, 160005, "Thread is locked")
    if thread.archived:
        demand_room(call, channel)


def _start(call: Call) -> web.Response:
    parent, fields = call.channel(), call.fields
    if parent.type is ChannelType.FORUM:
        return _start_in_forum(call, parent)
    kind = ChannelType(fields.get("type") or ChannelType.PRIVATE_THREAD)
    private = kind is ChannelType.PRIVATE_THREAD
    if parent.type not in {ChannelType.TEXT, ChannelType.ANNOUNCEMENT} or (
        private and parent.type is not ChannelType.TEXT
    ):
        raise wrong_channel_type()
    call.demand(parent, Permission.CREATE_PRIVATE_THREADS if private else Permission.CREATE_PUBLIC_THREADS)
    thread = _made(call, parent, kind)
    thread_of(thread).invitable = bool(fields.get("invitable", True))
    call.world.announce_thread(thread, None, call.bot)
    return answer(call.world.seen_by_bot(thread), 201)


def _start_from_message(call: Call) -> web.Response:
    parent = call.channel()
    message = call.message(parent)
    if parent.type not in _PARENTS:
        raise wrong_channel_type()
    call.demand(parent, Permission.CREATE_PUBLIC_THREADS)
    if message.id in call.world.channels:
        raise Refused(400, 160004, "A thread has already been created for this message")
    announcement = parent.type is ChannelType.ANNOUNCEMENT
    thread = _made(
        call, parent, ChannelType.ANNOUNCEMENT_THREAD if announcement else ChannelType.PUBLIC_THREAD, message
    )
    call.world.announce_thread(thread, message, call.bot)
    return answer(call.world.seen_by_bot(thread), 201)


def _start_in_forum(call: Call, parent: Channel) -> web.Response:
    """A forum's post: the thread and its first message have one id."""
    call.demand(parent, Permission.SEND_MESSAGES)
    body = call.fields.get("message")
    if not isinstance(body, dict):
        raise invalid_form("message", "BASE_TYPE_REQUIRED", "This field is required")
    first = call.world.draft(parent, call.bot)
    allowed = fill(call.world, first, body, call.files)
    thread = _made(call, parent, ChannelType.PUBLIC_THREAD, first)
    thread_of(thread).tags = [int(tag) for tag in call.fields.get("applied_tags") or []]
    first.channel = thread.id
    call.world.post(thread, first, allowed)
    return answer(call.world.seen_by_bot(thread) | {"message": first.payload()}, 201)


def _made(call: Call, parent: Channel, kind: ChannelType, message: Message | None = None) -> Channel:
    demand_room(call, parent)
    minutes = call.fields.get("auto_archive_duration") or parent.default_auto_archive_minutes or _DEFAULT_MINUTES
    return call.world.add_thread(
        parent,
        call.fields["name"],
        owner=call.bot,
        type_=kind,
        of_message=None if message is None else message.id,
        auto_archive_minutes=int(minutes),
    )


def _demand_edit(call: Call, channel: Channel) -> None:
    thread, fields = thread_of(channel), call.fields
    if call.world.may(call.bot, channel, Permission.MANAGE_THREADS):
        return
    waking = set(fields) == {"archived"} and fields["archived"] is False and not thread.locked
    if waking and call.world.may(call.bot, channel, Permission.SEND_MESSAGES_IN_THREADS):
        return
    if thread.owner_id != call.bot.id or _FOR_MANAGERS & set(fields) or thread.locked:
        raise missing_permissions()


def _active(call: Call) -> web.Response:
    guild = call.guild()
    threads = [thread for thread in call.world.active_threads(guild) if call.world.sees(call.bot, thread)]
    return answer(_listed(call, threads))


def _archived_public(call: Call) -> web.Response:
    parent = call.channel(Permission.READ_MESSAGE_HISTORY)
    return _archived(call, parent, lambda thread: thread.type is not ChannelType.PRIVATE_THREAD)


def _archived_private(call: Call) -> web.Response:
    parent = call.channel(Permission.READ_MESSAGE_HISTORY | Permission.MANAGE_THREADS)
    return _archived(call, parent, lambda thread: thread.type is ChannelType.PRIVATE_THREAD)


def _archived_joined(call: Call) -> web.Response:
    parent, bot = call.channel(Permission.READ_MESSAGE_HISTORY), call.bot.id
    return _archived(
        call, parent, lambda thread: thread.type is ChannelType.PRIVATE_THREAD and bot in thread_of(thread).members
    )


def _archived(call: Call, parent: Channel, wanted: Callable[[Channel], bool]) -> web.Response:
    limit, before = call.limit(50, 100), call.query.get("before")
    threads = [
        child for child in call.world.children_of(parent) if not child.active_thread and child.thread and wanted(child)
    ]
    threads.sort(key=lambda thread: thread_of(thread).archived_at, reverse=True)
    if before is not None and before.isdigit():
        threads = [thread for thread in threads if thread.id < int(before)]
    elif before is not None:
        threads = [thread for thread in threads if thread_of(thread).archived_at.isoformat() < before]
    return answer(_listed(call, threads[:limit]) | {"has_more": len(threads) > limit})


def _listed(call: Call, threads: list[Channel]) -> Json:
    bot = call.bot.id
    joined = [thread for thread in threads if bot in thread_of(thread).members]
    return {
        "threads": [thread.payload() for thread in threads],
        "members": [thread_of(thread).member_payload(thread.id, bot) for thread in joined],
    }
