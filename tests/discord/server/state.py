"""The world that this Discord knows: its people and guilds, and a test's hand in them."""

from tests.discord.server.accounts import Application, ApplicationFlag, User
from tests.discord.server.channels import Channel, ChannelType, Overwrite, Thread
from tests.discord.server.guilds import Guild, Member, Role
from tests.discord.server.messages import Attachment, Message, MessageFlag, MessageType, Pinged
from tests.discord.server.permissions import OF_EVERYONE, Permission
from tests.discord.server.posts import Posts
from tests.discord.server.registry import Event, Listener
from tests.discord.server.wire import Json

__all__ = [
    "Application", "ApplicationFlag", "Attachment", "Channel", "ChannelType", "Event", "Guild", "Listener", "Member",
    "Message", "MessageFlag", "MessageType", "Overwrite", "Permission", "Pinged", "Role", "Thread", "User", "World",
]  # fmt: skip


class World(Posts):
    """All of it in memory; the bot's guilds are those where it is a member."""

    def add_guild(self, name: str, owner: User, *, forums: bool = True) -> Guild:
        """Found a guild with a channel "general"; forums come with the COMMUNITY feature."""
        guild = Guild(self.new_id.of_a_guild(), name, owner.id, features=["COMMUNITY"] if forums else [])
        guild.roles[guild.id] = Role(guild.id, "@everyone", OF_EVERYONE, position=0)
        self.guilds[guild.id] = guild
        self.commands[guild.id] = {}
        self.join(guild, owner)
        guild.system_channel_id = self.add_channel(guild, "general").id
        return guild

    def add_role(self, guild: Guild, name: str, permissions: Permission = Permission(0)) -> Role:  # noqa: B008 - a value
        """Make a role above the others."""
        role = Role(self.new_id(), name, int(permissions), position=len(guild.roles))
        guild.roles[role.id] = role
        self.tell("GUILD_ROLE_CREATE", {"guild_id": str(guild.id), "role": role.payload()}, guild=guild)
        return role

    def change_role(self, guild: Guild, role: Role, permissions: Permission) -> None:
        """Let a role do this and nothing else."""
        role.permissions = int(permissions)
        self.tell("GUILD_ROLE_UPDATE", {"guild_id": str(guild.id), "role": role.payload()}, guild=guild)

    def delete_role(self, guild: Guild, role: Role) -> None:
        """Delete a role; its overwrites go with it."""
        self._forget_role(guild, role)
        self.tell("GUILD_ROLE_DELETE", {"guild_id": str(guild.id), "role_id": str(role.id)}, guild=guild)

    def grant(self, guild: Guild, user: User, role: Role) -> None:
        """Give somebody a role."""
        guild.members[user.id].roles.add(role.id)
        self._member_changed(guild, guild.members[user.id])

    def revoke(self, guild: Guild, user: User, role: Role) -> None:
        """Take a role from somebody."""
        guild.members[user.id].roles.discard(role.id)
        self._member_changed(guild, guild.members[user.id])

    def join(self, guild: Guild, user: User, *, administrator: bool = False) -> Member:
        """Have somebody come into a guild."""
        member = Member(user, self.now())
        guild.members[user.id] = member
        self.tell("GUILD_MEMBER_ADD", member.payload() | {"guild_id": str(guild.id)}, guild=guild)
        if administrator:
            self.grant(guild, user, self._administrators(guild))
        return member

    def leave(self, guild: Guild, user: User) -> None:
        """Have somebody leave; their overwrites stay, they leave the threads."""
        del guild.members[user.id]
        for channel in self.threads_of(guild):
            self.leave_thread(channel, user)
        gone = {"guild_id": str(guild.id), "user": user.payload()}
        self.tell("GUILD_MEMBER_REMOVE", gone, guild=guild)

    def ban(self, guild: Guild, user: User, reason: str | None = None) -> None:
        """Ban somebody, who leaves if they were there."""
        guild.bans[user.id] = reason
        banned = {"guild_id": str(guild.id), "user": user.payload()}
        self.tell("GUILD_BAN_ADD", banned, guild=guild)
        if user.id in guild.members:
            self.leave(guild, user)

    def unban(self, guild: Guild, user: User) -> None:
        """Lift a ban."""
        guild.bans.pop(user.id, None)
        self.tell("GUILD_BAN_REMOVE", {"guild_id": str(guild.id), "user": user.payload()}, guild=guild)

    def rename(self, user: User, name: str) -> None:
        """Have somebody take another name; each guild tells it of its member."""
        user.global_name = name
        if user.id in self.direct_channels:
            self.direct_channel(user).recipients[user.id] = user.payload()
        for guild in self.guilds.values():
            if user.id in guild.members:
                self._member_changed(guild, guild.members[user.id])

    def nickname(self, guild: Guild, user: User, nick: str | None) -> None:
        """Set what a guild calls somebody."""
        guild.members[user.id].nick = nick
        self._member_changed(guild, guild.members[user.id])

    def rename_guild(self, guild: Guild, name: str) -> None:
        """Give a guild another name."""
        guild.name = name
        self.tell("GUILD_UPDATE", guild.payload(), guild=guild)

    def rename_channel(self, channel: Channel, name: str) -> None:
        """Give a channel another name by hand."""
        channel.name = name
        self.changed(channel)

    def set_overwrite(self, channel: Channel, overwrite: Overwrite) -> None:
        """Set one overwrite of a channel by hand."""
        channel.overwrites[overwrite.id] = overwrite
        self.changed(channel)

    def close_direct_messages(self, user: User) -> None:
        """Have somebody refuse direct messages (error 50007 for who tries)."""
        user.takes_direct_messages = False

    def open_direct_messages(self, user: User) -> None:
        """Have them take direct messages again."""
        user.takes_direct_messages = True

    def add_bot(self, guild: Guild, permissions: Permission, by: User | None = None) -> Member:
        """Have somebody, or else the owner, accept the invite: the bot comes with a role of its own for these."""
        role = Role(self.new_id(), self.application.name, int(permissions), len(guild.roles), of_bot=self.bot.id)
        guild.roles[role.id] = role
        member = Member(self.bot, self.now(), roles={role.id})
        guild.members[self.bot.id] = member
        joined = self.guild_create(guild)
        del joined["unavailable"]  # it is there only where a guild comes back, and clients tell the two apart by it
        self.tell_bot("GUILD_CREATE", joined, guild)
        self.tell_bot("INTEGRATION_CREATE", self._integration(guild, by or self.users[guild.owner_id]), guild)
        return member

    def bot_role(self, guild: Guild) -> Role:
        """The role that came with the bot."""
        return next(role for role in guild.roles.values() if role.of_bot == self.bot.id)

    def remove_bot(self, guild: Guild) -> None:
        """Have somebody remove the bot; its role goes with it, its guild commands too."""
        role = self.bot_role(guild)
        del guild.members[self.bot.id]
        self._forget_role(guild, role)
        self.commands[guild.id] = {}
        self.tell_bot("GUILD_DELETE", {"id": str(guild.id)}, guild)

    def set_outage(self, guild: Guild, *, over: bool) -> None:
        """Have a guild be unavailable for a while, as in an outage, or be there again."""
        if over:
            self.tell_bot("GUILD_CREATE", self.guild_create(guild), guild)
        else:
            self.tell_bot("GUILD_DELETE", {"id": str(guild.id), "unavailable": True}, guild)

    def find_channel(self, guild: Guild, name: str) -> Channel:
        """The channel or thread of this name."""
        found = [channel for channel in self.channels.values() if channel.guild == guild.id and channel.name == name]
        if len(found) != 1:
            raise LookupError(f"{len(found)} channels are called {name!r}")
        return found[0]

    def _forget_role(self, guild: Guild, role: Role) -> None:
        del guild.roles[role.id]
        for member in guild.members.values():
            member.roles.discard(role.id)
        for channel in self.channels_of(guild):
            channel.overwrites.pop(role.id, None)

    def _integration(self, guild: Guild, by: User) -> Json:
        application = self.application
        about = {"id": str(application.id), "name": application.name, "icon": None, "description": "", "summary": ""}
        return {
            "id": str(self.new_id()),
            "guild_id": str(guild.id),
            "name": application.name,
            "type": "discord",
            "enabled": True,
            "account": {"id": str(application.id), "name": application.name},
            "application": about | {"bot": self.bot.payload()},
            "scopes": ["applications.commands", "bot"],
            "user": by.payload(),
        }

    def _administrators(self, guild: Guild) -> Role:
        for role in guild.roles.values():
            if role.permissions & Permission.ADMINISTRATOR and role.of_bot is None:
                return role
        return self.add_role(guild, "Administrators", Permission.ADMINISTRATOR)

    def _member_changed(self, guild: Guild, member: Member) -> None:
        self.tell("GUILD_MEMBER_UPDATE", member.payload() | {"guild_id": str(guild.id)}, guild=guild)
