"""Who is in a thread: entering, put in, taken out."""

from aiohttp import web

from tests.discord.server.accounts import ApplicationFlag
from tests.discord.server.channels import Channel, ChannelType
from tests.discord.server.permissions import Permission
from tests.discord.server.places import thread_of
from tests.discord.server.refusals import missing_access, unknown, wrong_channel_type
from tests.discord.server.rest.call import Call, Handler, answer, nothing
from tests.discord.server.rest.threads import demand_active


def routes() -> dict[str, Handler]:
    """Every address of this resource."""
    members = "/channels/{channel_id}/thread-members"
    return {
        f"GET {members}": _members,
        f"PUT {members}/@me": _join,
        f"DELETE {members}/@me": _leave,
        f"GET {members}/{{user_id}}": _member,
        f"PUT {members}/{{user_id}}": _add,
        f"DELETE {members}/{{user_id}}": _remove,
    }


def _members(call: Call) -> web.Response:
    channel = _thread(call)
    if not call.world.application.flags & ApplicationFlag.GUILD_MEMBERS:
        raise missing_access()
    thread = thread_of(channel)
    return answer([thread.member_payload(channel.id, user) for user in thread.members])


def _member(call: Call) -> web.Response:
    channel = _thread(call)
    if call.id("user_id") not in thread_of(channel).members:
        raise unknown("Member")
    return answer(thread_of(channel).member_payload(channel.id, call.id("user_id")))


def _join(call: Call) -> web.Response:
    channel = _thread(call)
    demand_active(channel)
    call.world.enter_thread(channel, call.bot)
    return nothing()


def _leave(call: Call) -> web.Response:
    channel = _thread(call)
    demand_active(channel)
    call.world.leave_thread(channel, call.bot)
    return nothing()


def _add(call: Call) -> web.Response:
    channel = _thread(call)
    demand_active(channel)
    call.demand(channel, Permission.SEND_MESSAGES_IN_THREADS)
    guild = call.world.guilds[channel.guild or 0]
    user = call.member(guild).user
    if not call.world.sees(user, call.world.channels[channel.parent or 0]):
        raise missing_access()
    if call.world.enter_thread(channel, user):
        call.world.announce_added(channel, user, call.bot)
    return nothing()


def _remove(call: Call) -> web.Response:
    channel = _thread(call)
    demand_active(channel)
    own = channel.type is ChannelType.PRIVATE_THREAD and thread_of(channel).owner_id == call.bot.id
    if not own:
        call.demand(channel, Permission.MANAGE_THREADS)
    user = call.world.users.get(call.id("user_id"))
    if user is None or user.id not in thread_of(channel).members:
        raise unknown("Member")
    call.world.leave_thread(channel, user)
    return nothing()


def _thread(call: Call) -> Channel:
    channel = call.channel()
    if channel.thread is None:
        raise wrong_channel_type()
    return channel
