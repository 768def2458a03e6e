"""Buttons under a message, laid out so that a phone shows what is on them.

A view's buttons are all on one keyboard, and none of them pages: a message keeps nothing but the buttons that it
shows, so a second page of actions couldn't be drawn from it without a memory. Nor need it be: the core itself offers
few actions a view, and a hundred fit. What a form offers is found again from its session, so there it pages (`asking`).
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.constants import KeyboardButtonStyle

from bot.adapters.telegram.callbacks import ActionPress, Press, StepPress, SuggestionPress, fits, read, written
from bot.adapters.telegram.deep_links import CommandLink, EnterLink, action_address, address, as_telegram_types
from bot.adapters.telegram.escape import one_line, plain
from bot.adapters.telegram.limits import KEYBOARD_BUTTONS, LIMITS, READABLE_ROW, ROW_BUTTONS, ROW_WIDTH
from bot.core.ui.limits import ELLIPSIS, shorten
from bot.core.ui.views import Action, Suggestion, View, Weight


@dataclass(frozen=True)
class Key:
    """A button: what pressing it means, or the address that it leads to."""

    label: str
    means: Press | str
    weight: Weight = Weight.NORMAL


@dataclass(frozen=True)
class Public:
    """What it takes to draw for a place where others read along: most buttons lead into the private chat there."""

    username: str
    """The bot's own."""
    group: int | None
    """The chat of the community, so that the private chat knows which one it is about."""
    in_place: Callable[[str], bool]
    """Whether pressing an action's token is answered in the message itself, for everybody."""


def keys_of(view: View, public: Public | None = None) -> Sequence[Key]:
    """Make the keys of a view, the primary one first; where others read along, as links into the private chat."""
    actions = sorted(view.actions, key=lambda each: each.weight is not Weight.PRIMARY)
    made = (
        *(Key(each.label, _action(each, public), each.weight) for each in actions),
        *(Key(each.label, _suggestion(each, public)) for each in view.suggestions),
        *(Key(each.label, each.address) for each in view.links),
    )
    return [each for each in made if isinstance(each.means, str) or fits(each.means)]


def keyboard(rows: Iterable[Sequence[Key]]) -> InlineKeyboardMarkup | None:
    """Draw rows of keys, as many as a keyboard holds; None for none."""
    left, drawn = KEYBOARD_BUTTONS, list[Sequence[InlineKeyboardButton]]()
    for row in rows:
        if kept := row[:left]:
            drawn.append([_button(key) for key in kept])
            left -= len(kept)
    return InlineKeyboardMarkup(drawn) if drawn else None


def laid_out(keys: Iterable[Key]) -> Iterator[Sequence[Key]]:
    """Set keys in rows: as many beside each other as leave room for the longest label among them."""
    row: list[Key] = []
    for key in keys:
        longer = [*row, key]
        widest = max(_width(each.label) for each in longer)
        most = ROW_BUTTONS if widest <= _NUMERAL else READABLE_ROW
        if len(longer) > most or widest * len(longer) > ROW_WIDTH:
            if row:
                yield row
            longer = [key]
        row = longer
    if row:
        yield row


def _action(action: Action, public: Public | None) -> Press | str:
    """Lead an action to the private chat, unless it is pressed in place or its token is too long for a link."""
    press = _pressed(action.token)
    if public is None or public.in_place(action.token):
        return press
    return action_address(public.username, action.token, public.group) or press


def _pressed(token: str) -> Press:
    """Say what pressing an action means: where a question is left or gone on with, that is a step of its form."""
    step = read(token)
    return step if isinstance(step, StepPress) else ActionPress(token)


def _suggestion(suggestion: Suggestion, public: Public | None) -> Press | str:
    press = SuggestionPress(suggestion.command)
    if public is None:
        return press
    command = as_telegram_types(suggestion.command)
    link = CommandLink(command) if public.group is None else EnterLink(public.group, command)
    return address(public.username, link) or press


def _button(key: Key) -> InlineKeyboardButton:
    label = shorten(one_line(plain(key.label)), LIMITS.action_label, LIMITS) or ELLIPSIS
    style = _STYLES.get(key.weight)
    if isinstance(key.means, str):
        return InlineKeyboardButton(label, url=key.means, style=style)
    return InlineKeyboardButton(label, callback_data=written(key.means), style=style)


def _width(label: str) -> int:
    return sum(1 + (unicodedata.east_asian_width(each) in {"W", "F"}) for each in label)


_NUMERAL = len("✓ 10")
"""Buttons no wider than this may fill a row, as the numbers of a scale do."""

_STYLES = {Weight.PRIMARY: KeyboardButtonStyle.PRIMARY, Weight.DANGER: KeyboardButtonStyle.DANGER}
"""Beside the order and the words; a client that knows no styles shows the same buttons in one colour."""
