"""Who did something on Telegram and where, in the core's words."""

from dataclasses import replace
from typing import Final

from telegram import Chat, Message, User

from bot.core.ui.inbound import Origin, Where

PLATFORM: Final = "telegram"
ANONYMOUS: Final = 1_087_968_824
"""The account in whose name anonymous administrators write (Message: `from`)."""


def origin_of(user: User | None, chat: Chat, update: str, thread: int | None = None) -> Origin:
    """Say who did something in a chat or topic; in private the core knows which community is meant."""
    is_private = chat.type == Chat.PRIVATE
    return Origin(
        platform=PLATFORM,
        community="" if is_private else str(chat.id),
        account=str(user.id) if user else "",
        name=user.full_name if user else "",
        where=Where.PRIVATE if is_private else Where.COMMUNITY,
        place=place_of(chat.id, thread),
        update=update,
        language=(user.language_code if user else None) or "",
        handle=(user.username if user else None) or "",
    )


def place_of(chat: int, thread: int | None = None) -> str:
    """Name a chat, or a topic of it."""
    return str(chat) if thread is None else f"{chat}/{thread}"


def chat_of(place: str) -> str:
    """Name the chat that a place is in."""
    return place.partition("/")[0].partition("#")[0]


def thread_in(place: str) -> str:
    """Name the topic of a place; empty where it is in none."""
    return place.partition("/")[2]


def thread_of(message: Message) -> int | None:
    """Find the topic that a message is in; threads of replies have a number, too, and are none."""
    return message.message_thread_id if message.is_topic_message else None


def part_of(origin: Origin, part: str) -> Origin:
    """Make the origin of something more that the same update leads to, which is to be done once by itself."""
    return replace(origin, update=f"{origin.update}:{part}")


def is_anonymous(message: Message) -> bool:
    """Whether an administrator wrote this in the name of the group."""
    return message.sender_chat is not None and message.sender_chat.id == message.chat.id
