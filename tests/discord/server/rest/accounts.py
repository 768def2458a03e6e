"""Users, the application, and the direct messages that it opens."""

from aiohttp import web

from tests.discord.server.refusals import invalid_form, unknown
from tests.discord.server.rest.call import Call, Handler, answer, nothing
from tests.discord.server.wire import Json


def routes() -> dict[str, Handler]:
    """Every address of this resource."""
    return {
        "GET /users/@me": _me,
        "GET /users/{user_id}": _user,
        "POST /users/@me/channels": _open_direct_messages,
        "GET /users/@me/guilds": _guilds,
        "DELETE /users/@me/guilds/{guild_id}": _leave_guild,
        "GET /oauth2/applications/@me": _application,
        "GET /applications/@me": _application,
        "PATCH /applications/@me": _application,
    }


def _me(call: Call) -> web.Response:
    return answer(call.bot.payload() | {"verified": True, "mfa_enabled": False, "locale": "en-US", "email": None})


def _user(call: Call) -> web.Response:
    user = call.world.users.get(call.id("user_id"))
    if user is None:
        raise unknown("User")
    return answer(user.payload())


def _open_direct_messages(call: Call) -> web.Response:
    """Opening them is always allowed; only writing there tells that they are closed."""
    user = call.world.users.get(int(call.fields.get("recipient_id") or 0))
    if user is None:
        raise unknown("User")
    if user is call.bot:
        raise invalid_form("recipient_id", "50033", "Invalid Recipient(s)")
    return answer(call.world.direct_channel(user).payload())


def _guilds(call: Call) -> web.Response:
    return answer([_partial(call, guild.payload()) for guild in call.world.guilds_of_bot()])


def _partial(call: Call, guild: Json) -> Json:
    kept = {key: guild[key] for key in ("id", "name", "icon", "banner", "features")}
    role = call.world.bot_role(call.world.guilds[int(guild["id"])])
    return kept | {"owner": False, "permissions": str(role.permissions)}


def _leave_guild(call: Call) -> web.Response:
    call.world.remove_bot(call.guild())
    return nothing()


def _application(call: Call) -> web.Response:
    count = len(call.world.guilds_of_bot())
    return answer(call.world.application.payload() | {"approximate_guild_count": count})
