"""Channels and threads coming, changing and going."""

from collections.abc import Iterable

from tests.discord.server.accounts import User
from tests.discord.server.channels import Channel, ChannelType, Overwrite, Thread
from tests.discord.server.guilds import Guild
from tests.discord.server.registry import Registry


class Places(Registry):
    """The world's channels; what is asked here has been checked, or is a test's own hand."""

    def add_channel(
        self,
        guild: Guild,
        name: str,
        type_: ChannelType = ChannelType.TEXT,
        *,
        parent: Channel | None = None,
        overwrites: Iterable[Overwrite] = (),
        topic: str | None = None,
    ) -> Channel:
        """Make a channel at the end of its guild."""
        channel = Channel(self.new_id(), type_, guild.id, name, None if parent is None else parent.id, topic=topic)
        channel.position = sum(1 for other in self.channels_of(guild) if other.type is type_)
        channel.overwrites = {overwrite.id: overwrite for overwrite in overwrites}
        self.register(channel)
        return channel

    def register(self, channel: Channel) -> None:
        """Put a channel that is whole into the world."""
        self.channels[channel.id] = channel
        self.tell("CHANNEL_CREATE", channel.payload(), guild=self.guild_of(channel))

    def guild_of(self, channel: Channel) -> Guild | None:
        """The guild of a channel, if it has one."""
        return None if channel.guild is None else self.guilds[channel.guild]

    def changed(self, channel: Channel) -> None:
        """Tell that a channel or thread isn't as it was."""
        guild = self.guild_of(channel)
        if channel.thread is not None:
            self.tell("THREAD_UPDATE", self.seen_by_bot(channel), guild=guild, channel=channel)
        else:
            self.tell("CHANNEL_UPDATE", channel.payload(), guild=guild)

    def delete_channel(self, channel: Channel) -> None:
        """Delete a channel with its threads; what lay in a category stays, without one."""
        guild, children = self.guild_of(channel), self.children_of(channel)
        del self.channels[channel.id]
        self.tell("CHANNEL_DELETE", channel.payload(), guild=guild)
        for child in children:
            if child.thread is not None:
                del self.channels[child.id]
            else:
                child.parent = None
                self.changed(child)

    def add_thread(
        self,
        parent: Channel,
        name: str,
        *,
        owner: User,
        type_: ChannelType = ChannelType.PUBLIC_THREAD,
        of_message: int | None = None,
        auto_archive_minutes: int = 4320,
    ) -> Channel:
        """Start a thread, its owner inside; one that hangs on a message has that message's id."""
        now = self.now()
        state = Thread(owner.id, now, now, auto_archive_minutes, members={owner.id: now})
        thread = Channel(of_message or self.new_id(), type_, parent.guild, name, parent.id, thread=state)
        self.channels[thread.id] = thread
        created = self.seen_by_bot(thread) | {"newly_created": True}
        self.tell("THREAD_CREATE", created, guild=self.guild_of(thread), channel=thread)
        return thread

    def delete_thread(self, channel: Channel) -> None:
        """Delete a thread."""
        gone = {"id": str(channel.id), "guild_id": str(channel.guild), "parent_id": str(channel.parent)}
        self.tell("THREAD_DELETE", gone | {"type": int(channel.type)}, guild=self.guild_of(channel), channel=channel)
        del self.channels[channel.id]

    def archive(self, channel: Channel, *, archived: bool = True, locked: bool | None = None) -> None:
        """Archive a thread as inactivity does, or wake it."""
        thread = thread_of(channel)
        thread.locked = thread.locked if locked is None else locked
        if thread.archived is not archived:
            thread.archived, thread.archived_at = archived, self.now()
        self.changed(channel)

    def enter_thread(self, channel: Channel, user: User) -> bool:
        """Put somebody into a thread; false if they are there already."""
        thread = thread_of(channel)
        if user.id in thread.members:
            return False
        thread.members[user.id] = self.now()
        if user is self.bot:
            self.tell("THREAD_CREATE", self.seen_by_bot(channel), guild=self.guild_of(channel), channel=channel)
        self._membership(channel, added=[user.id])
        return True

    def leave_thread(self, channel: Channel, user: User) -> None:
        """Take somebody out of a thread."""
        if thread_of(channel).members.pop(user.id, None) is not None:
            self._membership(channel, removed=[user.id])

    def active_threads(self, guild: Guild) -> list[Channel]:
        """The threads that count against the guild's limit."""
        return [thread for thread in self.threads_of(guild) if thread.active_thread]

    def direct_channel(self, user: User) -> Channel:
        """The direct messages between somebody and the bot."""
        known = self.direct_channels.get(user.id)
        if known is not None:
            return self.channels[known]
        channel = Channel(self.new_id(), ChannelType.DM, recipients={user.id: user.payload()})
        self.channels[channel.id] = channel
        self.direct_channels[user.id] = channel.id
        return channel

    def _membership(self, channel: Channel, added: Iterable[int] = (), removed: Iterable[int] = ()) -> None:
        thread = thread_of(channel)
        data = {
            "id": str(channel.id),
            "guild_id": str(channel.guild),
            "member_count": min(len(thread.members), 50),
            "added_members": [thread.member_payload(channel.id, user) for user in added],
            "removed_member_ids": [str(user) for user in removed],
        }
        self.tell("THREAD_MEMBERS_UPDATE", data, guild=self.guild_of(channel), channel=channel)


def thread_of(channel: Channel) -> Thread:
    """What makes a channel a thread."""
    if channel.thread is None:
        raise ValueError(f"{channel.name} is no thread")
    return channel.thread
