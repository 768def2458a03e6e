"""Commands as they are typed: what a line means, and what completes it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.ui.commands import CommandCard

SLASH = "/"


@dataclass(frozen=True)
class Typed:
    """A typed command, taken apart."""

    name: str
    verb: str
    text: str

    @property
    def spoken(self) -> str:
        """The command without what was typed behind it, which may be private."""
        return f"{SLASH}{self.name} {self.verb}".rstrip()


def is_command(line: str) -> bool:
    """Whether a line is for the bot: a slash at its very start, with a word behind it."""
    line = line.lstrip()
    return line.startswith(SLASH) and line[1:2].strip() not in {"", SLASH}


def parse(line: str, cards: Sequence[CommandCard]) -> Typed:
    """Take a command apart; a second word is a verb only where a command of that name has it."""
    name, _, rest = _words(line.strip().removeprefix(SLASH))
    name = name.lower()
    first, _, text = _words(rest)
    if any(card.name == name and card.verb == first.lower() for card in cards if card.verb):
        return Typed(name, first.lower(), text)
    return Typed(name, "", rest)


def listed(cards: Sequence[CommandCard]) -> list[dict[str, str]]:
    """List commands as the page's completion reads them."""
    return [{"typed": card.typed, "summary": card.summary} for card in cards]


def _words(text: str) -> tuple[str, str, str]:
    parts = text.split(maxsplit=1)
    return (parts[0] if parts else "", " ", parts[1].strip() if len(parts) > 1 else "")
