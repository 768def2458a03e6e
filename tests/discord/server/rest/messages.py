"""Messages: sent, read, edited and deleted."""

from collections.abc import Sequence

from aiohttp import web

from tests.discord.server.accounts import ApplicationFlag
from tests.discord.server.channels import HOLDING_MESSAGES, Channel, ChannelType
from tests.discord.server.composing import fill
from tests.discord.server.messages import Message, MessageType, without_content
from tests.discord.server.permissions import Permission
from tests.discord.server.posts import newest, reference
from tests.discord.server.refusals import Refused, missing_permissions, unknown
from tests.discord.server.rest.call import Call, Handler, answer, nothing
from tests.discord.server.rest.threads import demand_active, demand_writing
from tests.discord.server.wire import Json

_WRITTEN = frozenset({
    MessageType.DEFAULT, MessageType.REPLY, MessageType.CHAT_INPUT_COMMAND, MessageType.CONTEXT_MENU_COMMAND,
})  # fmt: skip


def routes() -> dict[str, Handler]:
    """Every address of this resource."""
    return {
        "POST /channels/{channel_id}/messages": _send,
        "GET /channels/{channel_id}/messages": _list,
        "POST /channels/{channel_id}/messages/bulk-delete": _delete_many,
        "GET /channels/{channel_id}/messages/{message_id}": _get,
        "PATCH /channels/{channel_id}/messages/{message_id}": _edit,
        "DELETE /channels/{channel_id}/messages/{message_id}": _delete,
    }


def as_read(call: Call, messages: Sequence[Message]) -> list[Json]:
    """Messages as the bot reads them: without the intent, other people's come empty."""
    whole = call.world.application.flags & ApplicationFlag.MESSAGE_CONTENT
    return [
        message.payload() if whole or message.guild is None else without_content(message.payload(), call.bot)
        for message in messages
    ]


def _send(call: Call) -> web.Response:
    channel, fields = call.channel(), call.fields
    _demand_sending(call, channel)
    nonce = fields.get("nonce")
    if nonce is not None and fields.get("enforce_nonce"):
        made = call.world.made_before(channel, call.bot, str(nonce))
        if made is not None:
            return answer(made.payload())
    message = call.world.draft(channel, call.bot)
    message.nonce = None if nonce is None else str(nonce)
    _reply(call, channel, message)
    allowed = fill(call.world, message, fields, call.files)
    call.world.post(channel, message, allowed)
    if fields.get("enforce_nonce") and nonce is not None:
        call.world.remember_nonce(message)
    return answer(message.payload())


def _demand_sending(call: Call, channel: Channel) -> None:
    if channel.type not in HOLDING_MESSAGES:
        raise Refused(400, 50008, "Cannot send messages in a non-text channel")
    if channel.type is ChannelType.DM:
        _demand_open(call, channel)
    in_thread = channel.thread is not None
    needed = Permission.SEND_MESSAGES_IN_THREADS if in_thread else Permission.SEND_MESSAGES
    if call.fields.get("embeds"):
        needed |= Permission.EMBED_LINKS
    if call.files:
        needed |= Permission.ATTACH_FILES
    call.demand(channel, needed)
    if in_thread:
        demand_writing(call, channel)


def _demand_open(call: Call, channel: Channel) -> None:
    """A person takes direct messages of whom they share a guild with, unless they have closed them."""
    for user_id in channel.recipients:
        if not any(user_id in guild.members for guild in call.world.guilds_of_bot()):
            raise Refused(403, 50278, "Cannot send messages to this user due to having no mutual guilds")
        if not call.world.users[user_id].takes_direct_messages:
            raise Refused(403, 50007, "Cannot send messages to this user")


def _reply(call: Call, channel: Channel, message: Message) -> None:
    wanted = call.fields.get("message_reference")
    if not wanted or wanted.get("type"):
        return
    if not call.world.may(call.bot, channel, Permission.READ_MESSAGE_HISTORY):
        raise Refused(400, 160002, "Cannot reply without permission to read message history")
    replied_to = channel.messages.get(int(wanted["message_id"]))
    if replied_to is None and wanted.get("fail_if_not_exists", True):
        raise unknown("Message")
    if replied_to is not None:
        message.type, message.replied_to, message.reference = MessageType.REPLY, replied_to, reference(replied_to)


def _list(call: Call) -> web.Response:
    channel, limit = call.channel(), call.limit(50, 100)
    if not call.world.may(call.bot, channel, Permission.READ_MESSAGE_HISTORY):
        return answer([])
    found = list(channel.messages.values())
    if "around" in call.query:
        middle = int(call.query["around"])
        found = sorted(found, key=lambda message: abs(message.id - middle))[:limit]
    if "before" in call.query:
        found = [message for message in found if message.id < int(call.query["before"])]
    if "after" in call.query:
        after = sorted((m for m in found if m.id > int(call.query["after"])), key=lambda message: message.id)
        found = after[:limit]
    return answer(as_read(call, newest(found, limit)))


def _get(call: Call) -> web.Response:
    channel = call.channel(Permission.READ_MESSAGE_HISTORY)
    return answer(as_read(call, [call.message(channel)])[0])


def _edit(call: Call) -> web.Response:
    channel = call.channel()
    message = call.message(channel)
    if message.author is not call.bot:
        return _suppress(call, channel, message)
    if message.type not in _WRITTEN:
        raise Refused(403, 50021, "Cannot execute action on a system message")
    demand_active(channel)
    allowed = fill(call.world, message, call.fields, call.files)
    call.world.settle_mentions(message, allowed)
    call.world.edited(message)
    return answer(message.payload())


def _suppress(call: Call, channel: Channel, message: Message) -> web.Response:
    """Of somebody else's message only the embeds can be taken away."""
    if set(call.fields) - {"flags"}:
        raise Refused(403, 50005, "Cannot edit a message authored by another user")
    call.demand(channel, Permission.MANAGE_MESSAGES)
    message.flags = int(call.fields.get("flags") or 0)
    call.world.told_anew(message)
    return answer(message.payload())


def _delete(call: Call) -> web.Response:
    channel = call.channel()
    message = call.message(channel)
    if message.author is not call.bot:
        if channel.guild is None:
            raise Refused(403, 50003, "Cannot execute action on a DM channel")
        call.demand(channel, Permission.MANAGE_MESSAGES)
    call.world.delete_message(message)
    return nothing()


def _delete_many(call: Call) -> web.Response:
    channel = call.channel(Permission.MANAGE_MESSAGES)
    if channel.guild is None:
        raise missing_permissions()
    named = [channel.messages.get(int(snowflake)) for snowflake in call.fields["messages"]]
    call.world.delete_messages(channel, [message for message in named if message is not None])
    return nothing()
