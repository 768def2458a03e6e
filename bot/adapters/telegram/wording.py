"""What drawing needs to speak: the surface's own words, which the conversation says."""

from dataclasses import dataclass
from typing import Protocol


class Words(Protocol):
    """Says texts of the catalogue; `Conversation` is one."""

    def words(self, key: str, language: str, /, **facts: str | int) -> str:
        """Say a text: one of the surface's own (its key begins with `telegram-`), or what is wrong with an answer."""


@dataclass(frozen=True)
class Speaker:
    """Texts of the catalogue in one language."""

    catalogue: Words
    language: str

    def __call__(self, key: str, /, **facts: str | int) -> str:
        return self.catalogue.words(key, self.language, **facts)
