"""Guilds, their roles and members."""

from aiohttp import web

from tests.discord.server import permissions
from tests.discord.server.accounts import ApplicationFlag
from tests.discord.server.guilds import Guild, Member, Role
from tests.discord.server.permissions import Permission
from tests.discord.server.refusals import missing_access, missing_permissions, unknown
from tests.discord.server.rest.call import Call, Handler, answer, nothing


def routes() -> dict[str, Handler]:
    """Every address of this resource."""
    return {
        "GET /guilds/{guild_id}": _guild,
        "GET /guilds/{guild_id}/roles": _roles,
        "POST /guilds/{guild_id}/roles": _make_role,
        "DELETE /guilds/{guild_id}/roles/{role_id}": _delete_role,
        "GET /guilds/{guild_id}/members": _members,
        "GET /guilds/{guild_id}/members/search": _search,
        "GET /guilds/{guild_id}/members/{user_id}": _member,
        "PUT /guilds/{guild_id}/members/{user_id}/roles/{role_id}": _grant,
        "DELETE /guilds/{guild_id}/members/{user_id}/roles/{role_id}": _revoke,
    }


def _guild(call: Call) -> web.Response:
    guild = call.world.guilds.get(call.id("guild_id"))
    if guild is None or call.bot.id not in guild.members:
        raise unknown("Guild")
    counts = {"approximate_member_count": len(guild.members), "approximate_presence_count": 0}
    return answer(guild.payload() | (counts if call.query.get("with_counts") in {"1", "true"} else {}))


def _roles(call: Call) -> web.Response:
    return answer([role.payload() for role in call.guild().roles.values()])


def _make_role(call: Call) -> web.Response:
    guild = call.guild()
    held = _demand_roles(call, guild)
    wanted = Permission(int(call.fields.get("permissions") or guild.everyone.permissions))
    if wanted & ~held:
        raise missing_permissions()
    role = call.world.add_role(guild, call.fields.get("name") or "new role", wanted)
    role.mentionable = bool(call.fields.get("mentionable"))
    role.position = 1
    return answer(role.payload())


def _delete_role(call: Call) -> web.Response:
    guild = call.guild()
    call.world.delete_role(guild, _role_below(call, guild))
    return nothing()


def _members(call: Call) -> web.Response:
    """The list of all is a privileged intent's; one member, or a search, is not."""
    guild = call.guild()
    if not call.world.application.flags & ApplicationFlag.GUILD_MEMBERS:
        raise missing_access()
    after, limit = int(call.query.get("after", 0)), call.limit(1, 1000)
    found = [guild.members[user] for user in sorted(guild.members) if user > after]
    return answer([member.payload() for member in found[:limit]])


def _search(call: Call) -> web.Response:
    asked, limit = call.query.get("query", "").lower(), call.limit(1, 1000)
    named = [member for member in call.guild().members.values() if _is_named(member, asked)]
    return answer([member.payload() for member in named[:limit]])


def _is_named(member: Member, asked: str) -> bool:
    return member.display_name.lower().startswith(asked) or member.user.name.startswith(asked)


def _member(call: Call) -> web.Response:
    return answer(call.member(call.guild()).payload())


def _grant(call: Call) -> web.Response:
    guild = call.guild()
    call.world.grant(guild, call.member(guild).user, _role_below(call, guild))
    return nothing()


def _revoke(call: Call) -> web.Response:
    guild = call.guild()
    call.world.revoke(guild, call.member(guild).user, _role_below(call, guild))
    return nothing()


def _role_below(call: Call, guild: Guild) -> Role:
    """The role of the address, which has to stand below the bot's highest."""
    _demand_roles(call, guild)
    role = guild.roles.get(call.id("role_id"))
    if role is None:
        raise unknown("Role")
    if role.of_bot is not None or role.position >= guild.top_position(guild.members[call.bot.id]):
        raise missing_permissions()
    return role


def _demand_roles(call: Call, guild: Guild) -> Permission:
    held = permissions.in_guild(guild, guild.members[call.bot.id])
    if Permission.MANAGE_ROLES not in held:
        raise missing_permissions()
    return held
