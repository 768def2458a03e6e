"""What Discord says of a registered command, found again in the core's registry."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from discord import AppCommandOptionType

from bot.adapters.discord.commands import BARE, KINDS, LONGEST_LABEL
from bot.adapters.discord.options import Given, answer, shortened
from bot.core.dialogue.conversation import Conversation
from bot.core.ui.forms import Field, File, Raw

Sent = Mapping[str, Any]
"""The data of an interaction, as JSON gave it."""

_NESTED = frozenset({AppCommandOptionType.subcommand.value, AppCommandOptionType.subcommand_group.value})


@dataclass(frozen=True)
class Typed:
    """A typed command: its words, and what was given with it by field name."""

    name: str
    verb: str = ""
    given: Mapping[str, Given] = field(default_factory=dict)
    focused: str = ""
    """The field that is being typed in."""


class Registered:
    """The commands and shortcuts that there are; what an older release registered is read, too."""

    def __init__(self, conversation: Conversation) -> None:
        first = conversation.languages()[0]
        self._parameters: Mapping[tuple[str, str], Mapping[str, Field]] = {
            (card.name, card.verb): {each.name: each for each in card.parameters}
            for card in conversation.registry(first)
        }
        self._shortcuts = {
            (KINDS[card.kind].value, shortened(card.label, LONGEST_LABEL)): card.name
            for card in conversation.shortcuts(first)
        }

    def typed(self, data: Sent) -> Typed:
        """Take a command's data apart."""
        name, verb, given = str(data["name"]), "", data.get("options", ())
        while given and given[0]["type"] in _NESTED:
            verb, given = str(given[0]["name"]), given[0].get("options", ())
        if verb == BARE and (name, verb) not in self._parameters:
            verb = ""
        focused = next((str(each["name"]) for each in given if each.get("focused")), "")
        return Typed(name, verb, {str(each["name"]): each["value"] for each in given}, focused)

    def fields(self, typed: Typed) -> Mapping[str, Field]:
        """Find the fields that may be given with a command, by name."""
        return self._parameters.get((typed.name, typed.verb), {})

    def answers(self, typed: Typed) -> dict[str, Raw]:
        """Read what was given for the fields that there are; files are named by their ids."""
        fields = self.fields(typed)
        return {name: answer(fields[name], given) for name, given in typed.given.items() if name in fields}

    def files(self, typed: Typed) -> tuple[str, ...]:
        """Name the given fields that are files."""
        fields = self.fields(typed)
        return tuple(name for name in typed.given if isinstance(fields.get(name), File))

    def shortcut(self, data: Sent) -> str:
        """Find a shortcut's name by its kind and label; one that isn't known any more keeps its label."""
        return self._shortcuts.get((data["type"], data["name"]), str(data["name"]))
