"""Commands as a client offers them: which ones somebody may use here, and how typed options become data."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tests.discord.modals import ClientRefuses
from tests.discord.resolved import CHANNEL, MENTIONABLE, ROLE, USER, Resolved, Upload
from tests.discord.server import permissions
from tests.discord.server.permissions import Permission
from tests.discord.server.state import Channel, User, World
from tests.discord.server.wire import Json

CHAT_INPUT, ON_USER, ON_MESSAGE = 1, 2, 3
IN_GUILD, IN_DIRECT_MESSAGES = 0, 1
_GROUPS: Final = frozenset({1, 2})
_PICKED: Final = {6: USER, 7: CHANNEL, 8: ROLE, 9: MENTIONABLE}
_PYTHON_TYPES: Final[Mapping[int, tuple[type, ...]]] = {3: (str,), 4: (int,), 5: (bool,), 10: (int, float)}


@dataclass(frozen=True)
class Offered:
    """A command, or one verb of it, that the client lets somebody use here."""

    command: Json
    guild: int | None
    """Of a guild's own command."""
    path: tuple[str, ...]
    options: tuple[Json, ...]

    def data(self, typed: Sequence[Json], resolved: Json) -> Json:
        """The data of an interaction, with what was typed at the end of the path."""
        for depth, name in reversed(list(enumerate(self.path))):
            kind = 2 if depth + 1 < len(self.path) else 1
            typed = [{"name": name, "type": kind, "options": list(typed)}]
        return {
            "id": self.command["id"],
            "name": self.command["name"],
            "type": self.command.get("type", CHAT_INPUT),
            **({"options": list(typed)} if typed else {}),
            **({"resolved": resolved} if resolved else {}),
            **({} if self.guild is None else {"guild_id": str(self.guild)}),
        }


def offered(world: World, user: User, channel: Channel, name: str, kind: int = CHAT_INPUT) -> Offered:
    """Find what somebody means by `/goal add`, or by the name of a context menu's entry."""
    words = name.removeprefix("/").split() if kind == CHAT_INPUT else [name]
    for guild in (channel.guild, None) if channel.guild is not None else (None,):
        for command in world.commands.get(guild, {}).values():
            if command["name"] == words[0] and command.get("type", CHAT_INPUT) == kind:
                _check_use(world, user, channel, command)
                return _at(command, guild, words[1:])
    raise ClientRefuses(f"there is no command {name!r} here")


def typed(offer: Offered, said: Mapping[str, object], resolved: Resolved) -> list[Json]:
    """Check options as the client does, and write them as it sends them."""
    _check_names(offer, said)
    return [_value(option, said[option["name"]], resolved) for option in offer.options if option["name"] in said]


def half_typed(offer: Offered, said: Mapping[str, object], resolved: Resolved) -> list[Json]:
    """The same while the last option is being typed: nothing is required yet, and that one is only text."""
    *before, focused = said
    option = _option(offer, focused)
    if not option.get("autocomplete"):
        raise ClientRefuses(f"{focused!r} completes nothing")
    whole = [_value(_option(offer, name), said[name], resolved) for name in before]
    return [*whole, {"name": focused, "type": option["type"], "value": str(said[focused]), "focused": True}]


def _check_use(world: World, user: User, channel: Channel, command: Json) -> None:
    name = command["name"]
    contexts = command.get("contexts")
    if contexts is not None and (IN_DIRECT_MESSAGES if channel.guild is None else IN_GUILD) not in contexts:
        raise ClientRefuses(f"/{name} can't be used in this kind of place")
    if channel.guild is None:
        return
    guild = world.guilds[channel.guild]
    if world.bot.id not in guild.members:
        raise ClientRefuses(f"the application isn't in {guild.name}")
    writing = Permission.SEND_MESSAGES if channel.thread is None else Permission.SEND_MESSAGES_IN_THREADS
    if not world.may(user, channel, Permission.VIEW_CHANNEL | Permission.USE_APPLICATION_COMMANDS | writing):
        raise ClientRefuses(f"{user.display_name} can't use commands in {channel.name}")
    if not _is_shown(command, permissions.in_guild(guild, guild.members[user.id])):
        raise ClientRefuses(f"/{name} isn't shown to {user.display_name}")


def _is_shown(command: Json, held: Permission) -> bool:
    """Who lacks what a command is for by default doesn't see it; "0" is for administrators alone."""
    said = command.get("default_member_permissions")
    if said is None:
        return True
    needed = Permission(int(said)) or Permission.ADMINISTRATOR
    return needed in held


def _at(command: Json, guild: int | None, path: Sequence[str]) -> Offered:
    options: list[Json] = list(command.get("options") or [])
    for word in path:
        found = [option for option in options if option["type"] in _GROUPS and option["name"] == word]
        if not found:
            raise ClientRefuses(f"/{command['name']} has no {word!r}")
        options = list(found[0].get("options") or [])
    if any(option["type"] in _GROUPS for option in options):
        raise ClientRefuses(f"/{command['name']} needs one of {[option['name'] for option in options]}")
    return Offered(command, guild, tuple(path), tuple(options))


def _check_names(offer: Offered, said: Iterable[str]) -> None:
    for name in said:
        _option(offer, name)
    missing = [option["name"] for option in offer.options if option.get("required") and option["name"] not in said]
    if missing:
        raise ClientRefuses(f"/{offer.command['name']} requires {missing}")


def _option(offer: Offered, name: str) -> Json:
    for option in offer.options:
        if option["name"] == name:
            return option
    raise ClientRefuses(f"/{offer.command['name']} takes no {name!r}, but {[each['name'] for each in offer.options]}")


def _value(option: Json, said: object, resolved: Resolved) -> Json:
    kind, value = option["type"], said
    if kind in _PICKED:
        value = resolved.pick(_PICKED[kind], said)
    elif kind == 11 and isinstance(said, Upload):
        value = resolved.upload(said)
    elif option.get("choices"):
        value = _choice(option, said)
    else:
        _check_value(option, said)
    return {"name": option["name"], "type": kind, "value": value}


def _choice(option: Json, said: object) -> object:
    for choice in option["choices"]:
        if said in (choice["name"], choice["value"]):
            return choice["value"]
    raise ClientRefuses(f"{option['name']!r} offers {[choice['name'] for choice in option['choices']]}, not {said!r}")


def _check_value(option: Json, said: object) -> None:
    kind, name = option["type"], option["name"]
    if not isinstance(said, _PYTHON_TYPES.get(kind, ())) or (isinstance(said, bool) and kind != 5):
        raise ClientRefuses(f"{name!r} takes another kind of thing than {said!r}")
    if isinstance(said, str):
        least, most = option.get("min_length", 0), option.get("max_length", 6000)
        if not least <= len(said) <= most:
            raise ClientRefuses(f"{name!r} takes {least} to {most} characters, not {len(said)}")
    elif isinstance(said, int | float) and kind != 5:
        least, most = option.get("min_value", -(2**53)), option.get("max_value", 2**53)
        if not least <= said <= most:
            raise ClientRefuses(f"{name!r} takes {least} to {most}, not {said}")
