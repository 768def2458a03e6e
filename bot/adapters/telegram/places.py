"""Where something is said on Telegram: a chat, a topic in it, or what goes under a mark because it has no topic."""

import re
import unicodedata
from dataclasses import dataclass

PLATFORM = "telegram"
LONGEST_MARK = 40


@dataclass(frozen=True)
class Spot:
    """A place. In a private chat a mark stands for one of the person's rooms, elsewhere for a hashtag."""

    chat: int
    """Below zero for groups and channels."""
    thread: int | None = None
    mark: str = ""
    """`[a-z0-9_]`, empty where the place is the chat or the topic itself."""

    @classmethod
    def read(cls, text: str) -> "Spot":
        """Read a place as the core knows it.

        Raises:
            ValueError: it is no place of Telegram's.
        """
        found = spot(text)
        if found is None:
            raise ValueError(f"no place on Telegram: {text}")
        return found

    def __str__(self) -> str:
        """Write it as the core knows it."""
        return self.written

    @property
    def is_private(self) -> bool:
        """Whether it lies in somebody's private chat with the bot."""
        return self.chat > 0

    @property
    def written(self) -> str:
        """The place as the core knows it: `<chat>`, `<chat>/<thread>` or `<chat>#<mark>`."""
        topic = "" if self.thread is None else f"/{self.thread}"
        return f"{self.chat}{topic}{'#' if self.mark else ''}{self.mark}"

    @property
    def address(self) -> str:
        """Where a click leads to a topic of a supergroup or channel; empty for every other place."""
        called = str(self.chat)
        if self.thread is None or self.mark or not called.startswith(_SUPERGROUP):
            return ""
        return f"https://t.me/c/{called.removeprefix(_SUPERGROUP)}/{self.thread}"


def spot(place: str) -> Spot | None:
    """Read a place; None where it is none of Telegram's."""
    found = _PLACE.fullmatch(place)
    if found is None:
        return None
    chat, thread, mark = found.groups()
    return Spot(int(chat), int(thread) if thread else None, mark or "")


def mark_of(*words: str) -> str:
    """Make a mark of names, such as `growth_priya_nair`; what isn't Latin script or a digit is left out."""
    spelt = unicodedata.normalize("NFKD", "_".join(words)).casefold()
    plain = "".join(each for each in spelt if not unicodedata.combining(each))
    return _NOT_MARK.sub("_", plain)[:LONGEST_MARK].strip("_")


def hashtag(place: Spot) -> str:
    """The hashtag that a post in this place bears; empty where it bears none."""
    return f"#{place.mark}" if place.mark and not place.is_private else ""


_PLACE = re.compile(r"(-?[1-9][0-9]{0,18})(?:/([1-9][0-9]{0,18})|#([a-z0-9_]+))?", re.ASCII)
_SUPERGROUP = "-100"
_NOT_MARK = re.compile(r"[^a-z0-9]+")
