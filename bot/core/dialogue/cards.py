"""Commands and shortcuts as a surface lists them."""

from collections.abc import Iterable, Sequence

from bot.core.dialogue.catalogue import Voice
from bot.core.dialogue.specs import CommandSpec, ShortcutSpec
from bot.core.ui.commands import CommandCard, ShortcutCard
from bot.core.usecases.access import POLICIES, Who

_MODERATORS = frozenset({Who.MODERATOR, Who.ADMINISTRATOR})


def command_cards(say: Voice, specs: Iterable[CommandSpec]) -> Sequence[CommandCard]:
    """Describe commands in a language."""
    return [_command_card(say, spec) for spec in specs]


def shortcut_cards(say: Voice, specs: Iterable[ShortcutSpec]) -> Sequence[ShortcutCard]:
    """Describe shortcuts in a language."""
    return [ShortcutCard(each.name, each.kind, say(f"shortcut-{each.name.replace('_', '-')}")) for each in specs]


def _command_card(say: Voice, spec: CommandSpec) -> CommandCard:
    typed = f"{spec.name} {spec.verb}".strip()
    return CommandCard(
        name=spec.name,
        verb=spec.verb,
        summary=say(f"command-{typed.replace(' ', '-')}"),
        for_moderators=POLICIES[spec.use_case.__name__].who in _MODERATORS,
        parameters=tuple(spec.parameters(say)) if spec.parameters else (),
    )
