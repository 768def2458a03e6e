"""The surface's own words for what is carried out: the conversation has them, and comes later than the surface."""

from collections.abc import Sequence
from typing import Protocol

from bot.adapters.telegram.refusals import NotReady


class Speaker(Protocol):
    """What of a conversation it takes to speak; `Conversation` is one."""

    def words(self, key: str, language: str, /, **facts: str | int) -> str:
        """Say one of the surface's own texts: its key begins with `telegram-`."""

    def languages(self) -> Sequence[str]:
        """List the languages; the first is the one that others fall back to."""


class Voice:
    """Speaks for a conversation once there is one; before, nothing is carried out that needs words."""

    def __init__(self) -> None:
        self._conversation: Speaker | None = None

    def learn(self, conversation: Speaker) -> None:
        """Speak for this one from now on."""
        self._conversation = conversation

    def words(self, key: str, language: str, /, **facts: str | int) -> str:
        """Say one of the surface's own texts."""
        if self._conversation is None:
            raise NotReady
        return self._conversation.words(key, language or self._conversation.languages()[0], **facts)
