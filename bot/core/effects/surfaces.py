"""The platforms as the core sees them: what carries effects out, and gets at files."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from bot.core.effects.acts import LeasedEffect
from bot.core.effects.deliveries import Delivery
from bot.core.effects.outcomes import Outcome
from bot.core.ui.speech import Attachment


@dataclass(frozen=True)
class Delivered:
    """An effect with what became of it."""

    leased: LeasedEffect
    outcome: Outcome
    facts: Mapping[str, str] = field(default_factory=dict)


class Surface(Protocol):
    """A platform that can carry effects out; adapters keep nothing of their own."""

    platform: str

    async def deliver(self, delivery: Delivery, key: str, *, again: bool = False, doubtful: bool = False) -> Outcome:
        """Carry one out. `key` is the same at every try, so that a platform which knows keys does it once.

        `again` says that it was tried before, perhaps by a process that is gone: a platform that doesn't know keys,
        or forgets them, looks for what that try may have made. `doubtful` says that the try before was cut short
        without an outcome: a platform that can't look, and must not repeat it, answers `Doubtful`.
        """


class FileTooLarge(Exception):
    """An attachment is larger than may be carried; `limit` is in bytes."""

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit


class FileGone(Exception):
    """An attachment can't be had any more."""


class Files(Protocol):
    """Gets at what was attached on any platform, for a surface that carries it to its own."""

    async def fetch(self, platform: str, attachment: Attachment, most: int) -> bytes:
        """Return its bytes; raise `FileTooLarge` where they are more than `most`, `FileGone` where there are none."""
