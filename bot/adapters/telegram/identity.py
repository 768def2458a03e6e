"""Who the bot is at Telegram, and what BotFather has switched on for it."""

from dataclasses import dataclass

from telegram import User


@dataclass(frozen=True)
class Me:
    """The bot's own account."""

    id: int
    username: str
    has_topics: bool
    """Whether its private chats can have topics."""
    reads_all: bool
    """Whether its privacy mode is off: in groups where it is no administrator it reads everything then."""


def me_of(user: User) -> Me:
    """Read what getMe tells."""
    return Me(user.id, user.username or "", bool(user.has_topics_enabled), bool(user.can_read_all_group_messages))
