"""Application commands: registered for everybody, or for one guild."""

from aiohttp import web

from tests.discord.server.refusals import unknown
from tests.discord.server.rest.call import Call, Handler, answer, nothing
from tests.discord.server.wire import Json, maybe_id

_APPLICATION = "/applications/{application_id}"


def routes() -> dict[str, Handler]:
    """Every address of this resource, for both scopes."""
    found: dict[str, Handler] = {}
    for scope in (
        "/applications/{application_id}/commands",
        "/applications/{application_id}/guilds/{guild_id}/commands",
    ):
        found |= {
            f"GET {scope}": _list,
            f"PUT {scope}": _overwrite,
            f"POST {scope}": _upsert,
            f"GET {scope}/{{command_id}}": _get,
            f"PATCH {scope}/{{command_id}}": _edit,
            f"DELETE {scope}/{{command_id}}": _delete,
        }
    return found


def _list(call: Call) -> web.Response:
    return answer([_shown(call, command) for command in _scope(call).values()])


def _overwrite(call: Call) -> web.Response:
    """Replace all; a command of the same type and name keeps its id."""
    commands = _scope(call)
    before = {_identity(command): command for command in commands.values()}
    commands.clear()
    for body in call.body:
        command = _made(call, body, before.get(_identity(body)))
        commands[int(command["id"])] = command
    return answer([_shown(call, command) for command in commands.values()])


def _upsert(call: Call) -> web.Response:
    commands = _scope(call)
    before = next((command for command in commands.values() if _identity(command) == _identity(call.fields)), None)
    command = _made(call, call.fields, before)
    commands[int(command["id"])] = command
    return answer(_shown(call, command), 201 if before is None else 200)


def _get(call: Call) -> web.Response:
    return answer(_shown(call, _command(call)))


def _edit(call: Call) -> web.Response:
    before = _command(call)
    command = _made(call, before | call.fields, before)
    _scope(call)[int(command["id"])] = command
    return answer(_shown(call, command))


def _delete(call: Call) -> web.Response:
    del _scope(call)[int(_command(call)["id"])]
    return nothing()


def _scope(call: Call) -> dict[int, Json]:
    if call.id("application_id") != call.world.application.id:
        raise unknown("Application")
    if "guild_id" not in call.parameters:
        return call.world.commands[None]
    return call.world.commands[call.guild().id]


def _command(call: Call) -> Json:
    found = _scope(call).get(call.id("command_id"))
    if found is None:
        raise unknown("application command")
    return found


def _identity(command: Json) -> tuple[int, str]:
    return command.get("type") or 1, command["name"]


def _made(call: Call, body: Json, before: Json | None) -> Json:
    guild = call.id("guild_id") if "guild_id" in call.parameters else None
    made = {
        "description": "",
        "options": [],
        "name_localizations": None,
        "description_localizations": None,
        "default_member_permissions": None,
        "dm_permission": True,
        "nsfw": False,
        "integration_types": [0],
        "contexts": None,
        "type": 1,
    } | body
    rights = made["default_member_permissions"]
    return made | {
        "id": str(call.world.new_id()) if before is None else before["id"],
        "application_id": str(call.world.application.id),
        "version": str(call.world.new_id()),
        "default_member_permissions": None if rights is None else str(rights),
        **({} if guild is None else {"guild_id": maybe_id(guild)}),
    }


def _shown(call: Call, command: Json) -> Json:
    """Lists show one language, unless all are asked for; answers to a change show all."""
    if "with_localizations" in call.query or call.parameters.get("command_id") or call.body is not None:
        return command
    return {key: part for key, part in command.items() if not key.endswith("_localizations")}
