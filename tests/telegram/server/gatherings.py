"""Groups, forums and channels: founded, joined, left, upgraded; private chats: blocked and taken up again."""

from dataclasses import replace

from tests.telegram.server.accounts import User
from tests.telegram.server.chats import DEFAULT_COLOUR, Chat, ChatType, Topic
from tests.telegram.server.members import ALL_RIGHTS, NO_RIGHTS, RIGHTS_OF, Member, Right, Status
from tests.telegram.server.messages import Draft
from tests.telegram.server.posts import Posts
from tests.telegram.server.wire import Json, present, unix


class Gatherings(Posts):
    """Who is where; the hands of people who own, join and leave."""

    def add_group(self, title: str, owner: User) -> Chat:
        """Found a basic group."""
        chat = self._new_chat(ChatType.GROUP, title)
        chat.members[owner.id] = Member(owner, Status.CREATOR, chat_type=chat.type)
        return chat

    def add_supergroup(self, title: str, owner: User, *, username: str | None = None, forum: bool = False) -> Chat:
        """Found a supergroup, a forum where asked for."""
        chat = self._new_chat(ChatType.SUPERGROUP, title, username)
        chat.is_forum = forum
        chat.members[owner.id] = Member(owner, Status.CREATOR, chat_type=chat.type)
        return chat

    def add_channel(self, title: str, owner: User, *, username: str | None = None) -> Chat:
        """Found a channel."""
        chat = self._new_chat(ChatType.CHANNEL, title, username)
        chat.members[owner.id] = Member(owner, Status.CREATOR, chat_type=chat.type)
        return chat

    def join(self, chat: Chat, user: User, *, by: User | None = None) -> None:
        """Have somebody come in, alone or added by another; groups say so."""
        before = chat.member(user)
        if before.is_present:
            return
        status = Status.ADMINISTRATOR if chat.type is ChatType.CHANNEL and user.is_bot else Status.MEMBER
        rights = RIGHTS_OF[chat.type] if status is Status.ADMINISTRATOR else NO_RIGHTS
        self._member_changed(chat, before, Member(user, status, rights, chat_type=chat.type), by or user)
        if chat.is_group:
            self.write(chat, Draft(service={"new_chat_members": [user.payload()]}), by or user)

    def leave(self, chat: Chat, user: User, *, by: User | None = None) -> None:
        """Have somebody go, or be put out by another; groups say so while the bot is there."""
        if chat.is_group and user is not self.bot.user:
            self.write(chat, Draft(service={"left_chat_member": user.payload()}), by or user)
        status = Status.LEFT if by is None or by is user else Status.KICKED
        self._member_changed(chat, chat.member(user), Member(user, status, chat_type=chat.type), by or user)

    def promote(
        self, chat: Chat, user: User, rights: Right = ALL_RIGHTS, *, anonymous: bool = False, by: User | None = None
    ) -> None:
        """Make somebody an administrator with these rights, or an anonymous one; an owner stays the owner."""
        before = chat.member(user)
        status = Status.CREATOR if before.status is Status.CREATOR else Status.ADMINISTRATOR
        allowed = (rights | Right.MANAGE_CHAT) & RIGHTS_OF[chat.type]
        after = replace(before, status=status, rights=allowed, is_anonymous=anonymous)
        self._member_changed(chat, before, after, by or self.owner_of(chat))

    def demote(self, chat: Chat, user: User, *, by: User | None = None) -> None:
        """Make an administrator a member like others."""
        before = chat.member(user)
        self._member_changed(chat, before, Member(user, Status.MEMBER, chat_type=chat.type), by or self.owner_of(chat))

    def owner_of(self, chat: Chat) -> User:
        """Whose a group or channel is."""
        return next(member.user for member in chat.members.values() if member.status is Status.CREATOR)

    def upgrade(self, chat: Chat, *, forum: bool = False) -> Chat:
        """Make a group a supergroup, which has another id; the old one answers with where it went."""
        owner = self.owner_of(chat)
        new = self._new_chat(ChatType.SUPERGROUP, chat.title or "")
        new.is_forum = forum
        for member in chat.members.values():
            new.members[member.user.id] = replace(member, chat_type=new.type)
        self.write(chat, Draft(service={"migrate_to_chat_id": new.id}), owner)
        self.write(new, Draft(service={"migrate_from_chat_id": chat.id}), owner)
        chat.migrated_to = new.id
        self.changed()
        return new

    def rename(self, chat: Chat, title: str, by: User) -> None:
        """Give a group another name."""
        chat.title = title
        self.write(chat, Draft(service={"new_chat_title": title}), by)

    def add_topic(
        self, chat: Chat, name: str, by: User, colour: int = DEFAULT_COLOUR, emoji: str | None = None
    ) -> Topic:
        """Open a topic: the message that says so gives it its id."""
        number = self.new_message_id(chat)
        topic = chat.topics[number] = Topic(number, name, colour, emoji, creator=by)
        told = {"forum_topic_created": {"name": name, "icon_color": colour} | present(icon_custom_emoji_id=emoji)}
        self._service_at(chat, number, told, by)
        return topic

    def tell_in_topic(self, chat: Chat, topic: Topic, service: Json, by: User) -> None:
        """Say in a topic what became of it."""
        self.write(chat, Draft(thread=topic.id, service=service), by)

    def delete_topic(self, chat: Chat, topic: Topic) -> None:
        """Delete a topic with everything in it; a bot isn't told."""
        del chat.topics[topic.id]
        for message in [message for message in chat.messages.values() if message.thread == topic.id]:
            self.delete(message)

    def start(self, user: User) -> Chat:
        """Open the private chat: from now on the bot may write."""
        chat = self.private_chat(user)
        chat.is_started = True
        self.unblock(user)
        return chat

    def block(self, user: User) -> None:
        """Have somebody block the bot."""
        self._set_blocked(self.private_chat(user), blocked=True)

    def unblock(self, user: User) -> None:
        """Have somebody take the bot back."""
        chat = self.private_chat(user)
        if chat.is_blocked:
            self._set_blocked(chat, blocked=False)

    def _set_blocked(self, chat: Chat, *, blocked: bool) -> None:
        person = self.users[chat.id]
        inside, outside = Member(self.bot.user, Status.MEMBER), Member(self.bot.user, Status.KICKED)
        before, after = (inside, outside) if blocked else (outside, inside)
        chat.is_blocked = blocked
        data = {
            "chat": chat.payload(),
            "from": person.payload(),
            "date": unix(self.now()),
            "old_chat_member": before.payload(),
            "new_chat_member": after.payload(),
        }
        self.tell("my_chat_member", data, chat, person)
        self.changed()

    def _service_at(self, chat: Chat, number: int, told: Json, by: User) -> None:
        message = self.drafted(chat, number, Draft(thread=number, service=told), by)
        self.put(message, by)
