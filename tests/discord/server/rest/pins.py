"""Pins and reactions: what is put on a message that stands."""

from aiohttp import web

from tests.discord.server.messages import Message
from tests.discord.server.permissions import Permission
from tests.discord.server.posts import MAX_PINS
from tests.discord.server.refusals import Refused, unknown
from tests.discord.server.rest.call import Call, Handler, answer, nothing
from tests.discord.server.rest.messages import as_read
from tests.discord.server.rest.threads import demand_active
from tests.discord.server.wire import Json, maybe_moment


def routes() -> dict[str, Handler]:
    """Every address of this resource; pins have an old one and a new one."""
    reactions = "/channels/{channel_id}/messages/{message_id}/reactions/{emoji}"
    return {
        "GET /channels/{channel_id}/messages/pins": _pins,
        "PUT /channels/{channel_id}/messages/pins/{message_id}": _pin,
        "DELETE /channels/{channel_id}/messages/pins/{message_id}": _unpin,
        "GET /channels/{channel_id}/pins": _pins_of_old,
        "PUT /channels/{channel_id}/pins/{message_id}": _pin,
        "DELETE /channels/{channel_id}/pins/{message_id}": _unpin,
        f"GET {reactions}": _who_reacted,
        f"PUT {reactions}/@me": _react,
        f"DELETE {reactions}/@me": _take_back,
    }


def _pin(call: Call) -> web.Response:
    channel = call.channel(Permission.PIN_MESSAGES)
    message = call.message(channel)
    demand_active(channel)
    if message.pinned_at is None:
        if len(call.world.pins_of(channel)) >= MAX_PINS:
            raise Refused(400, 30003, f"Maximum number of pins reached for the channel ({MAX_PINS})")
        call.world.pin(message, call.bot)
    return nothing()


def _unpin(call: Call) -> web.Response:
    channel = call.channel(Permission.PIN_MESSAGES)
    message = call.message(channel)
    demand_active(channel)
    call.world.unpin(message)
    return nothing()


def _pins(call: Call) -> web.Response:
    return answer({"items": [_item(call, message) for message in _read(call)], "has_more": False})


def _item(call: Call, message: Message) -> Json:
    return {"pinned_at": maybe_moment(message.pinned_at), "message": as_read(call, [message])[0]}


def _pins_of_old(call: Call) -> web.Response:
    return answer(as_read(call, _read(call)))


def _read(call: Call) -> list[Message]:
    channel = call.channel()
    readable = call.world.may(call.bot, channel, Permission.READ_MESSAGE_HISTORY)
    return call.world.pins_of(channel) if readable else []


def _who_reacted(call: Call) -> web.Response:
    message = call.message(call.channel(Permission.READ_MESSAGE_HISTORY))
    users = sorted(message.reactions.get(call.parameters["emoji"], ()))
    return answer([call.world.users[user].payload() for user in users])


def _react(call: Call) -> web.Response:
    """A first reaction needs the permission to add one; joining those that are there doesn't."""
    channel = call.channel(Permission.READ_MESSAGE_HISTORY)
    message, emoji = call.message(channel), call.parameters["emoji"]
    demand_active(channel)
    if emoji.isascii() or emoji in call.world.unknown_emojis:
        raise Refused(400, 10014, "Unknown Emoji")
    if emoji not in message.reactions:
        call.demand(channel, Permission.ADD_REACTIONS)
    call.world.react(message, call.bot, emoji)
    return nothing()


def _take_back(call: Call) -> web.Response:
    channel = call.channel()
    message, emoji = call.message(channel), call.parameters["emoji"]
    demand_active(channel)
    if call.bot.id not in message.reactions.get(emoji, ()):
        raise unknown("Message")
    call.world.react(message, call.bot, emoji, remove=True)
    return nothing()
