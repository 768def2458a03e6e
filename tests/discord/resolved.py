"""What an interaction refers to, gathered as a person picks it: people, roles, channels and files."""

from dataclasses import dataclass

from tests.discord.server import permissions
from tests.discord.server.state import Channel, Guild, Message, Role, User, World
from tests.discord.server.wire import Json

USER, ROLE, MENTIONABLE, CHANNEL = 5, 6, 7, 8
"""Select menus of this type offer these."""


@dataclass(frozen=True)
class Upload:
    """A file that a person attaches."""

    name: str
    content: bytes


class Resolved:
    """The `resolved` section of one interaction."""

    def __init__(self, world: World, guild: Guild | None) -> None:
        self._world = world
        self._guild = guild
        self._sections: dict[str, Json] = {}

    def payload(self) -> Json:
        """The section as it is sent: only kinds that something was picked of."""
        return self._sections

    def pick(self, kind: int, picked: object) -> str:
        """Pick what a select menu of a type offers, given as the thing itself or its id; return the id."""
        snowflake = picked if isinstance(picked, int) else _id_of(picked)
        match kind:
            case 5:
                self.user(snowflake)
            case 6:
                self.role(snowflake)
            case 8:
                self.channel(snowflake)
            case _ if snowflake in self._world.users:
                self.user(snowflake)
            case _:
                self.role(snowflake)
        return str(snowflake)

    def user(self, snowflake: int) -> User:
        """Somebody, with their membership where they have one."""
        user = self._world.users[snowflake]
        self._add("users", snowflake, user.payload())
        member = None if self._guild is None else self._guild.members.get(snowflake)
        if member is not None and self._guild is not None:
            held = permissions.in_guild(self._guild, member)
            self._add("members", snowflake, member.payload(with_user=False) | {"permissions": str(int(held))})
        return user

    def role(self, snowflake: int) -> Role:
        """A role of the guild."""
        if self._guild is None:
            raise LookupError("there are no roles outside a guild")
        role = self._guild.roles[snowflake]
        self._add("roles", snowflake, role.payload())
        return role

    def channel(self, snowflake: int) -> Channel:
        """A channel or thread, in the few words that Discord sends of it."""
        channel = self._world.channels[snowflake]
        held = self._world.permissions_of(self._world.bot, channel)
        self._add("channels", snowflake, channel.payload() | {"permissions": str(int(held))})
        return channel

    def message(self, message: Message) -> None:
        """The message that a context menu was opened on."""
        self._add("messages", message.id, message.payload())

    def upload(self, upload: Upload) -> str:
        """Put a file at Discord; return the attachment's id."""
        attachment = self._world.attach(upload.name, upload.content)
        self._add("attachments", attachment.id, attachment.payload() | {"ephemeral": True})
        return str(attachment.id)

    def _add(self, section: str, snowflake: int, payload: Json) -> None:
        self._sections.setdefault(section, {})[str(snowflake)] = payload


def _id_of(picked: object) -> int:
    snowflake = getattr(picked, "id", None)
    if not isinstance(snowflake, int):
        raise TypeError(f"{picked!r} is nothing that can be picked")
    return snowflake
