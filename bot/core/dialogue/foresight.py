"""What is known of an answer before there is one, from what the commands, actions, shortcuts and forms declare."""

from collections.abc import Mapping
from typing import assert_never

from bot.core.dialogue.forms import Forms
from bot.core.dialogue.specs import ActionSpec, CommandSpec, ShortcutSpec
from bot.core.ui.commands import Access, Placement, Traits
from bot.core.ui.forms import Raw
from bot.core.ui.inbound import (
    ActionPressed,
    Arrived,
    BroughtIn,
    CommandCalled,
    Commented,
    Departed,
    Entered,
    FormAnswered,
    FormCancelled,
    FormResumed,
    Inbound,
    PlaceLost,
    PlaceMoved,
    Reacted,
    Said,
    SentAway,
    ShortcutUsed,
    Spoken,
    SpokenAnew,
    Unspoken,
)
from bot.core.ui.tokens import Forged, Signer
from bot.core.usecases.access import is_administrative


class Foresight:
    """Knows what there is to be called, pressed and filled in."""

    def __init__(
        self,
        commands: Mapping[tuple[str, str], CommandSpec],
        actions: Mapping[str, ActionSpec],
        shortcuts: Mapping[str, ShortcutSpec],
        forms: Forms,
        signer: Signer,
    ) -> None:
        self._commands, self._actions, self._shortcuts, self._forms = commands, actions, shortcuts, forms
        self._signer = signer

    def traits(self, inbound: Inbound) -> Traits:  # noqa: PLR0911  one arm a kind of happening
        """Say what is known of the answer to what a person did."""
        match inbound:
            case CommandCalled(name=name, verb=verb, answers=answers):
                command = self._commands.get((name, verb))
                return _traits_of_command(command, answers) if command else Traits()
            case ShortcutUsed(name=name):
                shortcut = self._shortcuts.get(name)
                return Traits(opens_form=shortcut is not None and shortcut.opens is not None)
            case FormResumed():
                return Traits(opens_form=True)
            case ActionPressed(token=token):
                action = self._action(token)
                return _traits_of_action(action) if action else Traits()
            case Said():
                return Traits()
            case BroughtIn() | SentAway() | PlaceLost() | PlaceMoved() | Commented():
                return Traits(access=Access.WRITE)
            case Spoken() | SpokenAnew() | Unspoken() | Reacted() | Entered():
                return Traits(access=Access.WRITE)
            case FormAnswered(token=token):
                administrative = self._forms.is_administrative(token)
                return Traits(Access.WRITE, placement=Placement.IN_PLACE, administrative=administrative)
            case FormCancelled() | Arrived() | Departed():
                return Traits(access=Access.WRITE, placement=Placement.IN_PLACE)
            case _:
                assert_never(inbound)

    def _action(self, token: str) -> ActionSpec | None:
        try:
            route, _ = self._signer.read_action(token)
        except Forged:
            return None
        return self._actions.get(route)


def is_complete(spec: CommandSpec, answers: Mapping[str, Raw]) -> bool:
    """Tell whether what was given with a command is all that its form needs."""
    return spec.completes and bool(answers)


def _traits_of_command(spec: CommandSpec, answers: Mapping[str, Raw]) -> Traits:
    administrative = is_administrative(spec.use_case)
    if is_complete(spec, answers):
        return Traits(Access.WRITE, audience=spec.audience, administrative=administrative)
    return Traits(spec.access, spec.opens is not None, spec.audience, administrative=administrative)


def _traits_of_action(spec: ActionSpec) -> Traits:
    administrative = is_administrative(spec.use_case)
    if spec.opens is not None:
        return Traits(Access.READ, opens_form=True, administrative=administrative)
    return Traits(
        spec.access,
        placement=spec.placement,
        audience=spec.audience,
        thinks=spec.think is not None,
        administrative=administrative,
    )
