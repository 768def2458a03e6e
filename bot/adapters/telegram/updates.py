"""What an update tells: a message to be answered, a pressed button, or something that happened.

What bots say is never taken in, nor what a channel says, nor what Telegram says of topics.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from telegram import (
    CallbackQuery,
    Chat,
    ChatMember,
    ChatMemberUpdated,
    Message,
    MessageReactionUpdated,
    ReactionTypeEmoji,
    Update,
    User,
)

from bot.adapters.telegram.heard import says_something, speech_of
from bot.adapters.telegram.origin import ANONYMOUS, is_anonymous, origin_of, part_of, thread_of
from bot.core.ui.inbound import (
    Arrived,
    BroughtIn,
    Departed,
    Inbound,
    Origin,
    PlaceMoved,
    Reacted,
    SentAway,
    SpokenAnew,
)

ALLOWED = (
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CALLBACK_QUERY,
    Update.MY_CHAT_MEMBER,
    Update.CHAT_MEMBER,
    Update.MESSAGE_REACTION,
)
"""The kinds of update that are read here; Telegram keeps others to itself."""

_GROUPS = frozenset({Chat.GROUP, Chat.SUPERGROUP})


@dataclass(frozen=True)
class Written:
    """Somebody wrote in private."""

    origin: Origin
    message: Message


@dataclass(frozen=True)
class WrittenInGroup:
    """Somebody wrote in a group; an anonymous administrator has no account."""

    origin: Origin
    message: Message


@dataclass(frozen=True)
class Pressed:
    """A button was pressed under a message."""

    origin: Origin
    query: CallbackQuery


@dataclass(frozen=True)
class TakenBack:
    """Somebody who had blocked the bot lets it write again."""

    origin: Origin


@dataclass(frozen=True)
class Happened:
    """Something that the core is told as it is."""

    inbound: Inbound


What = Written | WrittenInGroup | Pressed | TakenBack | Happened


def line_of(update: Update) -> str:
    """Name what an update has to wait for: whatever came before it in its chat."""
    chat = update.effective_chat
    return str(chat.id) if chat else f"update:{update.update_id}"


def read(update: Update) -> tuple[What, ...]:  # noqa: PLR0911  one arm a kind of update
    """Read an update."""
    mark = f"update:{update.update_id}"
    if update.message is not None:
        return tuple(_message(update.message, mark))
    if update.edited_message is not None:
        return tuple(_edited(update.edited_message, mark))
    if update.callback_query is not None:
        return tuple(_pressed(update.callback_query, mark))
    if update.my_chat_member is not None:
        return tuple(_own_place(update.my_chat_member, mark))
    if update.chat_member is not None:
        return tuple(_member(update.chat_member, mark))
    if update.message_reaction is not None:
        return tuple(_reaction(update.message_reaction, mark))
    return ()


def _message(message: Message, mark: str) -> Iterator[What]:
    chat = message.chat
    if chat.type in _GROUPS:
        yield from map(Happened, _service(message, mark))
    if not _is_a_persons(message):
        return
    if chat.type == Chat.PRIVATE:
        yield Written(_author(message, mark), message)
    elif chat.type in _GROUPS and says_something(message):
        yield WrittenInGroup(_author(message, mark), message)


def _edited(message: Message, mark: str) -> Iterator[What]:
    if message.chat.type != Chat.CHANNEL and _is_a_persons(message) and says_something(message):
        yield Happened(SpokenAnew(_author(message, mark), str(message.message_id), speech_of(message)))


def _author(message: Message, mark: str) -> Origin:
    author = None if is_anonymous(message) else message.from_user
    return origin_of(author, message.chat, mark, thread_of(message))


def _is_a_persons(message: Message) -> bool:
    """Whether it is a person's own word: not a bot's, nor a channel's that stands in a group."""
    user = message.from_user
    if message.sender_chat is not None:
        return is_anonymous(message) and user is not None and user.id == ANONYMOUS
    return user is not None and not user.is_bot


def _service(message: Message, mark: str) -> Iterator[Inbound]:
    """Read what Telegram itself says in a group: who came and went, and that it is a supergroup now."""
    for user in message.new_chat_members or ():
        if not user.is_bot:
            yield Arrived(part_of(origin_of(user, message.chat, mark), str(user.id)))
    if (left := message.left_chat_member) is not None and not left.is_bot:
        yield Departed(origin_of(left, message.chat, mark))
    if message.migrate_to_chat_id is not None:
        yield _moved(message, message.chat.id, message.migrate_to_chat_id)
    if message.migrate_from_chat_id is not None:
        yield _moved(message, message.migrate_from_chat_id, message.chat.id)


def _moved(message: Message, old: int, new: int) -> PlaceMoved:
    """Both groups tell of it, in either order: it is one happening."""
    origin = origin_of(None, Chat(old, message.chat.type), f"moved:{old}:{new}")
    return PlaceMoved(origin, str(old), str(new))


def _pressed(query: CallbackQuery, mark: str) -> Iterator[What]:
    if query.message is None or query.data is None or query.from_user.is_bot:
        return
    thread = thread_of(query.message) if isinstance(query.message, Message) else None
    yield Pressed(origin_of(query.from_user, query.message.chat, mark, thread), query)


def _own_place(changed: ChatMemberUpdated, mark: str) -> Iterator[What]:
    """Read what became of the bot itself somewhere; that somebody blocks it shows when it next writes to them."""
    was, now = is_present(changed.old_chat_member), is_present(changed.new_chat_member)
    origin = origin_of(_person(changed.from_user), changed.chat, mark)
    if changed.chat.type == Chat.PRIVATE:
        if now and not was:
            yield TakenBack(origin)
    elif changed.chat.type in _GROUPS and now and not was:
        yield Happened(BroughtIn(origin, changed.chat.title or "", founds=False))  # it may be for a pair's room
    elif changed.chat.type in _GROUPS and was and not now:
        yield Happened(SentAway(origin))


def _person(user: User) -> User | None:
    return None if user.is_bot else user


def _member(changed: ChatMemberUpdated, mark: str) -> Iterator[What]:
    user = changed.new_chat_member.user
    if user.is_bot or changed.chat.type not in _GROUPS:
        return
    was, now = is_present(changed.old_chat_member), is_present(changed.new_chat_member)
    origin = origin_of(user, changed.chat, mark)
    if now and not was:
        yield Happened(Arrived(origin))
    elif was and not now:
        yield Happened(Departed(origin))


def is_present(member: ChatMember) -> bool:
    """Whether somebody is in a chat; who is restricted may be, or may have left (ChatMemberRestricted)."""
    if member.status == ChatMember.RESTRICTED:
        return bool(getattr(member, "is_member", False))
    return member.status in {ChatMember.OWNER, ChatMember.ADMINISTRATOR, ChatMember.MEMBER}


def _reaction(changed: MessageReactionUpdated, mark: str) -> Iterator[What]:
    if changed.user is None or changed.user.is_bot or changed.chat.type == Chat.CHANNEL:
        return
    emojis = tuple(each.emoji for each in changed.new_reaction if isinstance(each, ReactionTypeEmoji))
    yield Happened(Reacted(origin_of(changed.user, changed.chat, mark), str(changed.message_id), emojis))
