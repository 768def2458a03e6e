"""Why the bot did something, in the words that a guild's audit log shows."""

from enum import Enum

from bot.adapters.discord.voice import Voice

_LONGEST = 512
"""Characters (API reference, audit log: reason)."""


class Reason(Enum):
    """What can be done to a guild's places, by the text that says why."""

    HOME_MADE = "discord-reason-home-made"
    ROOM_OPENED = "discord-reason-room-opened"
    READERS_CHANGED = "discord-reason-readers-changed"
    ROOM_ARCHIVED = "discord-reason-room-archived"
    ROOM_DELETED = "discord-reason-room-deleted"
    THREAD_OPENED = "discord-reason-thread-opened"
    THREAD_WOKEN = "discord-reason-thread-woken"
    THREAD_ARCHIVED = "discord-reason-thread-archived"
    MESSAGE_PINNED = "discord-reason-message-pinned"


class Reasons:
    """Says reasons in the language that everything else falls back to: an audit log has none of its own."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice

    def say(self, reason: Reason) -> str:
        """Say one."""
        return self._voice.words(reason.value, self._voice.language)[:_LONGEST]
