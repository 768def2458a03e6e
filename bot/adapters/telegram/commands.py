"""Commands as they are typed on Telegram, where a group's verb is part of the name: `/goal_add` is `goal add`."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from bot.core.ui.commands import CommandCard

START: Final = "start"
CANCEL: Final = "cancel"
UNSEND: Final = "unsend"
OWN: Final = frozenset({START, CANCEL, UNSEND})
"""The commands that are the surface's own."""
BARE: Final = "show"
"""The verb that a group's bare name means, where there is no command of that name alone."""

_COMMAND: Final = re.compile(r"/([A-Za-z0-9_]+)(?:@(\w+))?(?:\s+(.*))?", re.DOTALL)


@dataclass(frozen=True)
class Typed:
    """A typed command, taken apart."""

    name: str
    verb: str = ""
    text: str = ""
    is_addressed: bool = False
    """Whether it was for this bot by name."""
    is_known: bool = True

    @property
    def spoken(self) -> str:
        """The command as it is typed here, without the slash and what stood behind it."""
        return flat(self.name, self.verb)


def flat(name: str, verb: str) -> str:
    """Say a command in one word."""
    return f"{name}_{verb}" if verb else name


def parse(line: str, username: str, cards: Sequence[CommandCard]) -> Typed | None:
    """Take a command apart; None where there is none, or where it is for another bot."""
    found = _COMMAND.fullmatch(line.strip())
    if found is None or (found[2] or username).lower() != username.lower():
        return None
    return _known(found[1].lower(), (found[3] or "").strip(), cards, is_addressed=found[2] is not None)


def called(command: str, cards: Sequence[CommandCard]) -> Typed:
    """Read a command as a suggestion names it: `goal add`."""
    name, _, text = command.partition(" ")
    return _known(name.lower(), text.strip(), cards, is_addressed=True)


def names(cards: Iterable[CommandCard]) -> dict[str, CommandCard]:
    """Find commands by their one word here."""
    return {flat(each.name, each.verb): each for each in cards}


def _known(word: str, text: str, cards: Sequence[CommandCard], *, is_addressed: bool) -> Typed:
    """Find what is meant; who types the verb as a word of its own is understood, too."""
    known = names(cards)
    first, _, rest = text.partition(" ")
    spelt = known.get(flat(word, first.lower())) if first else None
    if spelt is not None:
        return Typed(spelt.name, spelt.verb, rest.strip(), is_addressed)
    card = known.get(word) or known.get(flat(word, BARE))
    if card is not None:
        return Typed(card.name, card.verb, text, is_addressed)
    return Typed(word, "", text, is_addressed, is_known=word in OWN)
