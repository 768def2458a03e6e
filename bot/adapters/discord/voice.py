"""The surface's words for what is carried out: the conversation has them, and comes later than the surface."""

from collections.abc import Sequence
from typing import Protocol

from bot.adapters.discord.refusals import START_PAUSE, Limited
from bot.adapters.discord.wording import Words
from bot.core.effects import Scope


class Speaker(Words, Protocol):
    """What of a conversation it takes to speak; `Conversation` is one."""

    def languages(self) -> Sequence[str]:
        """List the languages; the first is the one that others fall back to."""


class Voice:
    """Speaks for a conversation once there is one; nothing is carried out without words."""

    def __init__(self) -> None:
        self._conversation: Speaker | None = None

    def learn(self, conversation: Speaker) -> None:
        """Speak for this one from now on."""
        self._conversation = conversation

    @property
    def language(self) -> str:
        """The language that everything else falls back to."""
        return self._known.languages()[0]

    def words(self, key: str, language: str, /, **facts: str | int) -> str:
        """Say one of the surface's own texts."""
        return self._known.words(key, language or self.language, **facts)

    @property
    def _known(self) -> Speaker:
        if self._conversation is None:
            raise Limited(START_PAUSE, Scope.PLATFORM)
        return self._conversation
