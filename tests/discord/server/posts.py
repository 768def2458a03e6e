"""Messages coming, changing and going."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from tests.discord.server.accounts import User
from tests.discord.server.channels import Channel, ChannelType
from tests.discord.server.mentions import Allowed, Mentions
from tests.discord.server.messages import Message, MessageFlag, MessageType
from tests.discord.server.permissions import Permission
from tests.discord.server.places import Places, thread_of
from tests.discord.server.wire import Json, maybe_moment

NONCE_MEMORY = timedelta(minutes=5)
"""How long a nonce with enforce_nonce is remembered ("the past few minutes" in the documentation)."""
MAX_PINS = 250


class Posts(Places):
    """The world's messages; what is asked here has been checked, or is a test's own hand."""

    def __init__(self, **settings: object) -> None:
        super().__init__(**settings)  # type: ignore[arg-type]  # handed through unread
        self._nonces: dict[tuple[int, int, str], tuple[datetime, int]] = {}

    def draft(self, channel: Channel, author: User, content: str = "") -> Message:
        """A message that nobody has seen yet; without its place it never will be."""
        return Message(self.new_id(), channel.id, channel.guild, author, self.now(), content, reader=self.bot.id)

    def post(self, channel: Channel, message: Message, allowed: Allowed | None = None) -> Message:
        """Put a message where it belongs: pings go out, a thread wakes and takes its author in."""
        self.settle_mentions(message, allowed)
        if channel.thread is not None:
            self._liven(channel, message.author)
        channel.messages[message.id] = message
        channel.last_message_id = message.id
        self.tell("MESSAGE_CREATE", self.dispatched(message), guild=self.guild_of(channel), channel=channel)
        return message

    def say(
        self,
        user: User,
        channel: Channel,
        text: str,
        *,
        reply_to: Message | None = None,
        files: Mapping[str, bytes] | None = None,
    ) -> Message:
        """Write as a person does, with files by name; refused where their client wouldn't let them."""
        needed = Permission.SEND_MESSAGES if channel.thread is None else Permission.SEND_MESSAGES_IN_THREADS
        needed |= Permission.ATTACH_FILES if files else Permission(0)
        if not self.may(user, channel, Permission.VIEW_CHANNEL | needed):
            raise PermissionError(f"{user.display_name} can't write in {channel.name or 'these direct messages'}")
        message = self.draft(channel, user, text)
        message.attachments = [self.attach(name, content) for name, content in (files or {}).items()]
        if reply_to is not None:
            message.type, message.replied_to, message.reference = MessageType.REPLY, reply_to, reference(reply_to)
        return self.post(channel, message)

    def rewrite(self, user: User, message: Message, text: str) -> None:
        """Change one's own message as a person does."""
        if message.author is not user:
            raise PermissionError(f"{user.display_name} can't change what {message.author.display_name} wrote")
        message.content = text
        message.mentions = []
        self.settle_mentions(message, None)
        self.edited(message)

    def delete_messages(self, channel: Channel, messages: Sequence[Message]) -> None:
        """Delete several messages at once, as moderators' tools do."""
        for message in messages:
            del channel.messages[message.id]
        gone = {"ids": [str(each.id) for each in messages], "channel_id": str(channel.id)} | _of_guild(channel)
        self.tell("MESSAGE_DELETE_BULK", gone, guild=self.guild_of(channel), channel=channel)

    def edited(self, message: Message) -> None:
        """Tell that a message isn't as it was, and when that was."""
        message.edited_at = self.now()
        self.told_anew(message)

    def told_anew(self, message: Message) -> None:
        """Dispatch a message whose text is as it was: a pin, a thread on it, an embed taken away."""
        channel = self.channels[message.channel]
        self.tell("MESSAGE_UPDATE", self.dispatched(message), guild=self.guild_of(channel), channel=channel)

    def delete_message(self, message: Message) -> None:
        """Delete a message; a thread that hangs on it stays."""
        channel = self.channels[message.channel]
        del channel.messages[message.id]
        if channel.thread is not None:
            channel.thread.message_count -= 1
        gone = {"id": str(message.id), "channel_id": str(channel.id)} | _of_guild(channel)
        self.tell("MESSAGE_DELETE", gone, guild=self.guild_of(channel), channel=channel)

    def pin(self, message: Message, by: User) -> None:
        """Pin a message; Discord says so in the channel."""
        message.pinned_at = self.now()
        channel = self.channels[message.channel]
        channel.last_pin_at = message.pinned_at
        self.told_anew(message)
        self._pins_changed(channel)
        said = self.draft(channel, by)
        said.type, said.reference = MessageType.PINNED, reference(message)
        self.post(channel, said)

    def unpin(self, message: Message) -> None:
        """Take a pin away."""
        message.pinned_at = None
        self.told_anew(message)
        self._pins_changed(self.channels[message.channel])

    def pins_of(self, channel: Channel) -> list[Message]:
        """Pinned messages, the latest pin first."""
        pinned = [(message.pinned_at, message) for message in channel.messages.values() if message.pinned_at]
        return [message for _, message in sorted(pinned, key=lambda pair: pair[0], reverse=True)]

    def announce_thread(self, thread: Channel, message: Message | None, by: User) -> None:
        """Say what Discord says itself when a thread starts: in it, or in its parent channel."""
        parent = self.channels[thread.parent or 0]
        if message is not None:
            message.flags |= MessageFlag.HAS_THREAD
            message.thread = self.seen_by_bot(thread)
            self.told_anew(message)
            said = self.draft(thread, by)
            said.type, said.reference, said.replied_to = MessageType.THREAD_STARTER, reference(message), message
            self.post(thread, said)
        elif thread.type is not ChannelType.PRIVATE_THREAD:
            said = self.draft(parent, by, thread.name)
            said.type = MessageType.THREAD_CREATED
            said.reference = {"type": 0, "channel_id": str(thread.id), "guild_id": str(thread.guild)}
            self.post(parent, said)

    def announce_added(self, thread: Channel, user: User, by: User) -> None:
        """Say who was put into a thread, and by whom."""
        said = self.draft(thread, by)
        said.type, said.mentions = MessageType.RECIPIENT_ADD, [user]
        self.post(thread, said)

    def react(self, message: Message, user: User, emoji: str, *, remove: bool = False) -> None:
        """Add somebody's reaction, or take it back."""
        users = message.reactions.setdefault(emoji, set())
        (users.discard if remove else users.add)(user.id)
        if not users:
            del message.reactions[emoji]
        channel = self.channels[message.channel]
        data = {
            "user_id": str(user.id), "channel_id": str(channel.id), "message_id": str(message.id),
            "emoji": {"id": None, "name": emoji}, "burst": False, "type": 0,
            "message_author_id": str(message.author.id),
        } | _of_guild(channel)  # fmt: skip
        if not remove and message.guild is not None:
            data["member"] = self.guilds[message.guild].members[user.id].payload()
        name = "MESSAGE_REACTION_REMOVE" if remove else "MESSAGE_REACTION_ADD"
        self.tell(name, data, guild=self.guild_of(channel), channel=channel)

    def made_before(self, channel: Channel, author: User, nonce: str) -> Message | None:
        """The message that the same author made in the same channel with the same nonce, some minutes ago at most."""
        at, made = self._nonces.get((channel.id, author.id, nonce), (None, 0))
        return channel.messages.get(made) if at is not None and self.now() - at < NONCE_MEMORY else None

    def remember_nonce(self, message: Message) -> None:
        """Keep a nonce that is to be enforced."""
        self._nonces[message.channel, message.author.id, str(message.nonce)] = (self.now(), message.id)

    def settle_mentions(self, message: Message, allowed: Allowed | None) -> None:
        """Work out whom a message mentions, and whom of them it may ping."""
        channel = self.channels[message.channel]
        guild = self.guild_of(channel)
        loud = self.may(message.author, channel, Permission.MENTION_EVERYONE)
        found = Mentions.found(message, {} if guild is None else guild.roles, everyone=loud)
        message.pinged = found.pinged(allowed or Allowed.everything())
        users = [self.users[user] for user in found.users if user in message.pinged.users and user in self.users]
        if message.replied_to is not None and message.replied_to.author.id in message.pinged.users:
            users.append(message.replied_to.author)  # who is answered counts as mentioned
        message.mentions = message.mentions or list(dict.fromkeys(users))
        message.mention_roles = sorted(message.pinged.roles)

    def dispatched(self, message: Message) -> Json:
        """A message as the gateway has it: with guild and member."""
        data = message.payload() | {"channel_type": int(self.channels[message.channel].type)}
        if message.guild is None:
            return data
        member = self.guilds[message.guild].members.get(message.author.id)
        of_member = {} if member is None else {"member": member.payload(with_user=False)}
        return data | {"guild_id": str(message.guild)} | of_member

    def _liven(self, channel: Channel, author: User) -> None:
        thread = thread_of(channel)
        if thread.archived:
            self.archive(channel, archived=False)
        self.enter_thread(channel, author)
        thread.message_count += 1
        thread.total_sent += 1

    def _pins_changed(self, channel: Channel) -> None:
        data = {"channel_id": str(channel.id), "last_pin_timestamp": maybe_moment(channel.last_pin_at)}
        guild = self.guild_of(channel)
        self.tell("CHANNEL_PINS_UPDATE", data | _of_guild(channel), guild=guild, channel=channel)


def reference(message: Message) -> Json:
    """What points to a message from another."""
    parts = {"type": 0, "message_id": str(message.id), "channel_id": str(message.channel)}
    return parts if message.guild is None else parts | {"guild_id": str(message.guild)}


def newest(messages: Iterable[Message], limit: int) -> list[Message]:
    """The latest messages, newest first, as lists come."""
    return sorted(messages, key=lambda message: message.id, reverse=True)[:limit]


def _of_guild(channel: Channel) -> Json:
    return {} if channel.guild is None else {"guild_id": str(channel.guild)}
