"""The guild "Harbour": its owner, the administrator Noor Haddad, and the bot with the permissions of its invite."""

from dataclasses import dataclass

from bot.adapters.discord.permissions import PERMISSIONS
from tests.discord.server.state import Channel, Guild, Permission, User, World

INVITED = Permission(PERMISSIONS.value)
"""What the link of the invite asks for, and whoever follows it grants."""


@dataclass(frozen=True)
class Harbour:
    """The guild and its people."""

    guild: Guild
    owner: User
    noor: User
    """Administrator, and not the owner."""
    general: Channel

    @classmethod
    def founded(cls, world: World, permissions: Permission = INVITED) -> "Harbour":
        """Found it in a world, and invite the bot."""
        owner, noor = world.add_user("Ines Duarte"), world.add_user("Noor Haddad")
        guild = world.add_guild("Harbour", owner)
        world.join(guild, noor, administrator=True)
        world.add_bot(guild, permissions)
        return cls.of(world)

    @classmethod
    def of(cls, world: World) -> "Harbour":
        """Find it again."""
        guild = next(guild for guild in world.guilds.values() if guild.name == "Harbour")
        people = {member.display_name: member.user for member in guild.members.values()}
        return cls(guild, people["Ines Duarte"], people["Noor Haddad"], world.find_channel(guild, "general"))

    def newcomer(self, world: World, name: str) -> User:
        """Somebody who joins."""
        user = world.add_user(name)
        world.join(self.guild, user)
        return user
